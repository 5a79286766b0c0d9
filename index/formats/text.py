"""Plain text: the file's own characters."""

from __future__ import annotations

from index.encoding import decode
from index.formats.content import Content


def read(data: bytes) -> Content:
    """Return the text; raises ``index.encoding.NotTextError`` for bytes that are no text."""
    return Content(decode(data))
