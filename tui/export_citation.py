"""One answer with its citation, to be pasted elsewhere: plain text, Markdown or BibTeX."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from index.words import fold
from qa.answer import Citation
from tui.export_markdown import escaped, note
from tui.kept import KeptCitation
from tui.notes import running, title_of, url_of

# BibTeX counts braces even behind a backslash, so a lone one is written as its LaTeX name.
_LATEX = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{character: f"\\{character}" for character in "$&#%_"},
}
_LATEX_OBEYS = re.compile("[" + re.escape("".join(_LATEX)) + "]")
_URL_OBEYS = re.compile(r"[{}%#\\]")


class Style(StrEnum):
    """How a citation is written."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    BIBTEX = "bibtex"

    @property
    def called(self) -> str:
        """What people call it."""
        return {Style.PLAIN: "plain text", Style.MARKDOWN: "Markdown", Style.BIBTEX: "BibTeX"}[self]


def citations_as(citations: Iterable[Citation | KeptCitation], style: Style) -> str:
    """Return an answer's citations, or some of them, in a style; ends with no line feed."""
    write = _STYLES[style]
    kept = [KeptCitation.model_validate(each) if isinstance(each, Citation) else each for each in citations]
    return "\n\n".join(write(citation) for citation in kept)


def _plain(citation: KeptCitation) -> str:
    url = url_of(citation)
    place = [
        *([running(citation.author)] if citation.author else []),
        title_of(citation),
        *([running(citation.published)] if citation.published else []),
        f"line {citation.line}",
        running(citation.reference),
        *([url] if url else []),
    ]
    return "\n".join([running(citation.quote), f"“{running(citation.sentence)}”", ", ".join(place)])


def _markdown(citation: KeptCitation) -> str:
    return f"> {escaped(citation.sentence)}\n\n{note(citation)}"


def _bibtex(citation: KeptCitation) -> str:
    key = re.sub("[^a-z0-9]+", "-", fold(citation.source)).strip("-") or "article"
    url = url_of(citation)
    fields = {
        **({"author": _names(citation.author)} if citation.author else {}),
        "title": f"{{{_latex(title_of(citation))}}}",  # a second pair of braces keeps capitals
        **({"date": _latex(citation.published)} if citation.published else {}),
        "howpublished": f"{_latex(citation.source)}, line {citation.line}",
        **({"url": _URL_OBEYS.sub(_percent, url)} if url else {}),
        "note": f"``{_latex(citation.quote)}'', {_latex(citation.reference)}",
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items()]
    return f"@misc{{{key}-{citation.start},\n" + ",\n".join(lines) + "\n}"


def _names(author: str) -> str:
    """Return the names as BibTeX wants them: joined by "and", and whole where a comma is in one.

    A comma would part a surname from a first name, where it may part two names as well.
    """
    names = (_latex(name) for name in re.split(r"\s*;\s*|\s+(?:and|&)\s+", author.strip()) if name.strip())
    return " and ".join(f"{{{name}}}" if "," in name else name for name in names)


def _latex(text: str) -> str:
    return _LATEX_OBEYS.sub(lambda match: _LATEX[match[0]], running(text))


def _percent(match: re.Match[str]) -> str:
    """Return what a URL may hold instead of a brace; per cent and hash are only escaped."""
    return f"\\{match[0]}" if match[0] in "%#" else f"\\%{ord(match[0]):02X}"


_STYLES: Mapping[Style, Callable[[KeptCitation], str]] = {
    Style.PLAIN: _plain,
    Style.MARKDOWN: _markdown,
    Style.BIBTEX: _bibtex,
}
