"""The file formats that are read: one module each, and one line each here."""

from __future__ import annotations

from collections.abc import Callable

from index.formats import html, markdown, text
from index.formats.content import Content

Reader = Callable[[bytes], Content]

READERS: dict[str, Reader] = {
    "": text.read,
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
}


def known() -> str:
    """Return the suffixes that are read, as a person writes them in a sentence."""
    suffixes = [suffix for suffix in READERS if suffix]
    return f"{', '.join(suffixes[:-1])} and {suffixes[-1]}"
