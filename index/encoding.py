"""Bytes to characters: strict UTF-8 first, then what the bytes look like.

The text keeps its characters as they are in the file, line ends and NULs included, so that
offsets point into the file's own text. Only a byte order mark is dropped.
"""

from __future__ import annotations

import codecs
import re

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
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_WESTERN = frozenset("ÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜßàáâäåæçèéêëìíîïñòóôöøùúûüœŒ“”‘’–—…€£§©®°«»·¡\xa0")
# French has some six accents in a hundred characters; Czech, which looks alike, over fifteen.
_MOST_BEYOND = 0.1
# Of the characters beyond ASCII, as many may be broken: other encodings are hardly ever UTF-8 by chance.
_MOST_BROKEN = 0.2
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
    if not text.replace("\0", "").strip():
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
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    # UTF-16 of English is valid UTF-8 too, with a NUL beside each letter.
    if text is not None and not _is_data(text):
        return text
    wide = _unmarked_utf16(data)
    if wide is not None:
        return wide
    if text is not None or b"\0" in data[:_SAMPLE]:
        raise NotTextError("it holds data, not text")
    return _declared(data, declared) or _damaged_utf8(data) or _western(data) or _detected(data)


def _declared(data: bytes, declared: str | None) -> str | None:
    if declared is None or declared.lower() in ("utf-8", "utf8"):
        return None
    # What calls itself Latin-1 is Windows' code page, says the HTML standard.
    latin = declared.lower() in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii")
    try:
        return data.decode("cp1252" if latin else declared)
    except (UnicodeError, LookupError):  # Python has encodings, "undefined" and "idna", that are none
        return None


def _damaged_utf8(data: bytes) -> str | None:
    """Read UTF-8 with a few broken bytes, which become question marks in a lozenge."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return text if _MOST_BROKEN * (len(re.findall(r"[^\x00-\x7f]", text)) - broken) >= broken else None


def _western(data: bytes) -> str | None:
    """Read Windows-1252, if the text is mostly ASCII and the rest is what Western texts have.

    Detection guesses from frequencies, of which a line or two of English with one name has none.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    beyond = re.findall(r"[^\x00-\x7f]", text[:_SAMPLE])
    usual = sum(char in _WESTERN for char in beyond)
    rare = len(beyond) <= max(2, _MOST_BEYOND * len(text[:_SAMPLE]))
    return text if rare and usual >= 0.95 * len(beyond) else None


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
    return len(_CONTROL.findall(sample)) > max(2, _MOST_CONTROLS * len(sample))
