"""Article text made safe to draw: what a terminal would obey is shown instead."""

from __future__ import annotations

import re

_TERMINAL_OBEYS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_UNPRINTABLE = "\u2426"  # the symbol for a substitute: what has no picture of its own
_PICTURES = 0x2400  # Unicode's control pictures follow the order of the controls


def visible(text: str) -> str:
    """Return the text, of the same length, with nothing in it that a terminal would obey.

    Controls become their Unicode pictures (ESC is ␛), direction overrides and halves of
    surrogate pairs ``␦``, a tab and the CR of a CRLF a blank. Line feeds stay.
    """
    text = text.replace("\r\n", " \n").replace("\t", " ")
    if _TERMINAL_OBEYS.search(text) is None:
        return text
    return _TERMINAL_OBEYS.sub(_picture, text)


def one_line(text: str) -> str:
    """Return the text made safe to draw, its runs of blanks and line feeds made one blank."""
    return visible(" ".join(text.split()))


def in_quotes(text: str) -> str:
    """Return the text between quotation marks, unless it begins with one of its own."""
    return text if text.startswith(("“", '"', "«", "„")) else f"“{text}”"


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == 0x7F:
        return "\u2421"
    return "\u2424" if code in (0x2028, 0x2029) else _UNPRINTABLE
