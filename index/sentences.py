"""Where sentences begin and end, as offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from index.blocks import blocks

# "ended.Then": a stop inside a word, with small letters before it and a capital after.
_GLUED = re.compile(
    r"(?:(?<=[^\W\d_A-Z]{2}[.!?…])|(?<=[^\W\d_A-Z][.!?…]['\"’”)\]]))"
    r"(?=['\"‘“(]?[^\W\d_a-z](?:[^\W\d_A-Z]|\s|$))"
)
# Scripts that write no blank after the stop, and whose stops the splitter does not know.
_OTHER_STOPS = re.compile(r"(?<=[。！？।])['\"’”»」』)]*")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|\.\w{2,4}/)\S*")
# Footnote marks after the stop belong to the sentence before.
_NOTE_MARKS = re.compile(r"(?:\s?\[[\w ]{1,16}\])+(?=\s|$)")
_ENUMERATOR = re.compile(r"\W?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the text's sentences, trimmed of blanks, in order.

    They hold every non-blank character. A sentence ends at the latest with its block: a line
    that was not wrapped, a list item, a table row.
    """
    return list(_sentences(text))


# An answer asks for the sentences of the same few passages again and again.
@lru_cache(maxsize=2048)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for block in blocks(text):
        spans = [
            span
            for start, end in _pieces(block.text, _OTHER_STOPS)
            for span in _split(block.text, start, end)
        ]
        found.extend((block.start + start, block.start + end) for start, end in _mended(block.text, spans))
    return tuple(found)


def _pieces(text: str, cut: re.Pattern[str]) -> list[tuple[int, int]]:
    ends = [match.end() for match in cut.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split one stretch; the splitter sees a blank put in wherever two sentences are glued."""
    from nupunkt import sent_spans

    addresses = [match.span() for match in _ADDRESS.finditer(text, start, end)]
    glued = [
        match.start()
        for match in _GLUED.finditer(text, start, end)
        if not any(first < match.start() < last for first, last in addresses)
    ]
    # Every blank is one to the splitter, so that wrapped lines read like unwrapped ones.
    parts = (re.sub(r"\s", " ", text[a:b]) for a, b in zip([start, *glued], [*glued, end], strict=True))
    put_in = [cut - start + number for number, cut in enumerate(glued)]

    def original(offset: int) -> int:
        return start + offset - bisect_left(put_in, offset)

    spans = []
    for first, last in sent_spans(" ".join(parts)):
        first, last = original(first), original(last)  # noqa: PLW2901
        stretch = text[first:last]
        if stretch.strip():
            spans.append((first + len(stretch) - len(stretch.lstrip()), first + len(stretch.rstrip())))
    return spans


def _mended(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put together what the splitter took apart: list numbers, footnote marks, "Yahoo! bought"."""
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        if whole:
            before, above = whole[-1]
            notes = _NOTE_MARKS.match(text, above, end) or _NOTE_MARKS.match(text, start, end)
            if notes:
                whole[-1] = (before, notes.end())
                start = notes.end() + len(text[notes.end() : end]) - len(text[notes.end() : end].lstrip())  # noqa: PLW2901
                if start >= end:
                    continue
            if _goes_on(text[start:end]) or _ENUMERATOR.fullmatch(text, before, above):
                whole[-1] = (before, end)
                continue
        whole.append((start, end))
    return whole


def _goes_on(stretch: str) -> bool:
    """Tell whether a stretch cannot begin a sentence: no letters, or a word in small letters."""
    word = next((word for word in stretch.split() if any(char.isalnum() for char in word)), "")
    first = next((number for number, char in enumerate(word) if char.isalnum()), None)
    return first is None or word[first:].islower()
