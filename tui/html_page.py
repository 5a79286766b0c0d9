"""What our HTML pages have in common: they need nothing else, run nothing and fetch nothing."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from index.own_files import HTML_MARK
from tui.notes import running

# Forbids the page to run or fetch anything, should an escape ever be missed.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(title: str, styles: Iterable[Path], body: Iterable[str]) -> str:
    """Return a page of that title (plain text), with the style sheets inside; ``body`` is HTML lines."""
    sheets = "".join(sheet.read_text(encoding="utf-8") for sheet in styles)
    lines = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        HTML_MARK,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{text(title)}</title>",
        f"<style>\n{sheets}</style>",
        "</head>",
        "<body>",
        "<main>",
        *body,
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def text(plain: str) -> str:
    """Return plain text as HTML, in one run."""
    return escape(running(plain))


def marked(sentence: str, start: int, end: int) -> str:
    """Return a sentence as HTML, ``sentence[start:end]`` marked."""
    # Blanks on either side of a mark are kept: running text is stripped at its ends.
    before, quote, after = (
        text(f"|{part}|")[1:-1] for part in (sentence[:start], sentence[start:end], sentence[end:])
    )
    return f"{before}<mark>{quote}</mark>{after}".strip()
