"""Bytes to characters: strict UTF-8 first, then what the bytes look like.

The text keeps its characters as they are in the file, line ends and NULs included, so that
offsets point into the file's own text. Only a byte order mark is dropped.
"""

from __future__ import annotations

import codecs
import unicodedata

# The longer marks come first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Prose has hardly a control character; pictures and programs have them everywhere.
_MOST_CONTROLS = 0.02
_LAYOUT = frozenset("\t\n\r\f\v")
# So much of a file is looked at to tell text from data.
_SAMPLE = 65_536
# Detection looks at this much: enough to be sure, quick on large files.
_DETECTION_SAMPLE = 1 << 20


class NotTextError(ValueError):
    """The bytes are no text; the message says why, to follow the name of the file."""


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of a file's bytes.

    ``declared`` is the encoding that the file itself names, if any; it is tried when the bytes
    are not UTF-8. Raises NotTextError for data that is empty, blank or not text.
    """
    if not data:
        raise NotTextError("it is empty")
    text = _marked(data)
    if text is None:
        text = _unmarked(data, declared)
    if _is_data(text):
        raise NotTextError("it holds data, not text")
    if not any(not char.isspace() and char != "\0" for char in text):
        raise NotTextError("it holds only blanks")
    return text


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                continue
    return None


def _unmarked(data: bytes, declared: str | None) -> str:
    for encoding in ("utf-8", declared):
        if encoding is None:
            continue
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if not _is_data(text):
            return text
    wide = _unmarked_utf16(data)
    if wide is not None:
        return wide
    if b"\0" in data[:_SAMPLE]:
        raise NotTextError("it holds data, not text")
    return _detected(data)


def _unmarked_utf16(data: bytes) -> str | None:
    """Read UTF-16 that has no mark: Western text in it has a NUL in every other byte."""
    sample = data[: _SAMPLE & ~1]
    half = max(1, len(sample) // 2)
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if sample[first::2].count(0) > 0.4 * half and sample[1 - first :: 2].count(0) < 0.05 * half:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_DETECTION_SAMPLE]).best()
    if best is None:
        raise NotTextError("its encoding could not be told; save it as UTF-8")
    try:
        return data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        raise NotTextError("its encoding could not be told; save it as UTF-8") from None


def _is_data(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = sum(unicodedata.category(char) == "Cc" for char in sample if char not in _LAYOUT)
    return controls > max(2, _MOST_CONTROLS * len(sample))
