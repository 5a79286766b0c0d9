"""Passages: slices of an article, at most a paragraph or so, each of one kind."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from index.blocks import Block, blocks
from index.glue import lost_blanks
from index.kinds import Kind, kinds
from index.questions import headings_over, questions_over
from index.sentences import sentences

if TYPE_CHECKING:
    from index.articles import Article

__all__ = ["Kind", "Passage", "split"]

# A reader takes in so much at a time, and a person too; characters count where words do not.
_MOST_WORDS = 120
_MOST_CHARACTERS = 1200
# List items and table rows are read together up to this size: alone they lack their sense.
_MERGED_WORDS = 60


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of an article: ``article.text[start:end] == text``, the end exclusive.

    ``lost_blanks`` are the offsets into ``text`` at which two words are glued together, ``question`` the one
    that it stands under in an interview or a list of questions, ``heading`` the heading of its part of the
    article; none of these is part of it.
    """

    source: str
    start: int
    end: int
    kind: Kind
    text: str
    lost_blanks: tuple[int, ...] = ()
    question: str = ""
    heading: str = ""

    @property
    def id(self) -> str:
        """The passage's reference, ``source#start-end``."""
        return f"{self.source}#{self.start}-{self.end}"

    @property
    def spaced(self) -> str:
        """The text as it was meant, with a blank put in where one was lost."""
        cuts = [0, *self.lost_blanks, len(self.text)]
        return " ".join(self.text[low:high] for low, high in pairwise(cuts))

    def unspaced(self, offset: int) -> int:
        """Return the offset into ``text`` of one into ``spaced``, where a word begins or ends."""
        put_in = [at + number for number, at in enumerate(self.lost_blanks)]
        return offset - bisect_left(put_in, offset)


def split(article: Article) -> list[Passage]:
    """Return the article's passages in order; each non-blank character is in exactly one.

    A passage begins and ends with a character that is no blank. Paragraphs of more than 120
    words are cut between sentences, and sentences of more than that between words.
    """
    found = blocks(article.text)
    verdicts = kinds(found)
    starts = (block.start for block in found)
    parts = list(zip(found, verdicts, strict=True))
    over = dict(zip(starts, zip(questions_over(parts), headings_over(parts), strict=True), strict=True))
    lost = lost_blanks(article.text)
    return [
        Passage(
            article.source,
            start,
            end,
            kind,
            article.text[start:end],
            tuple(at - start for at in lost[bisect_right(lost, start) : bisect_left(lost, end)]),
            *over[first.start],
        )
        for first, last, kind in _merged(found, verdicts)
        for start, end in _cut(article.text, first.start, last.end)
    ]


def _merged(found: list[Block], verdicts: list[Kind]) -> Iterator[tuple[Block, Block, Kind]]:
    """Yield runs of small blocks of body text that no blank line separates; others alone."""
    first = last = None
    size = 0
    kind = Kind.BODY
    for block, verdict in zip(found, verdicts, strict=True):
        length = len(block.text.split())
        if (
            first is not None
            and last is not None
            and kind is verdict is Kind.BODY
            and block.group == last.group
            and size + length <= _MERGED_WORDS
        ):
            last, size = block, size + length
            continue
        if first is not None and last is not None:
            yield first, last, kind
        first, last, size, kind = block, block, length, verdict
    if first is not None and last is not None:
        yield first, last, kind


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the slice, or pieces of it of which none is over the limits."""
    if _size(text[start:end]) <= 1:
        yield start, end
        return
    parts = [
        (start + a + c, start + a + d)
        for a, b in sentences(text[start:end])
        for c, d in _cut_at_blanks(text[start + a : start + b])
    ]
    yield from _evenly(text, parts)


def _evenly(text: str, parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the parts joined into as few passages as there can be, of sizes as even as can be."""
    words = [0]
    for first, last in parts:
        words.append(words[-1] + len(text[first:last].split()))
    # The best way to join the first n parts: passages, sum of squared sizes, where the last begins.
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for n in range(1, len(parts) + 1):
        ways = []
        for first in range(n - 1, -1, -1):
            size = max(
                (words[n] - words[first]) / _MOST_WORDS,
                (parts[n - 1][1] - parts[first][0]) / _MOST_CHARACTERS,
            )
            if size > 1 and first < n - 1:
                break
            ways.append((best[first][0] + 1, best[first][1] + size * size, first))
        best.append(min(ways))
    cuts = []
    at = len(parts)
    while at:
        first = best[at][2]
        cuts.append((parts[first][0], parts[at - 1][1]))
        at = first
    yield from reversed(cuts)


def _size(text: str) -> float:
    """Return the size of a text as a share of the most that a passage holds."""
    return max(len(text.split()) / _MOST_WORDS, len(text) / _MOST_CHARACTERS)


def _cut_at_blanks(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield pieces of one sentence, cut at blanks, or inside a word longer than a passage."""
    if _size(sentence) <= 1:
        yield 0, len(sentence)
        return
    start = end = 0
    for word in re.finditer(r"\S+", sentence):
        if end > start and _size(sentence[start : word.end()]) > 1:
            yield start, end
            start = word.start()
        start = start if end > start else word.start()
        end = word.end()
        while end - start > _MOST_CHARACTERS:
            cut = _between_letters(sentence, start, start + _MOST_CHARACTERS)
            yield start, cut
            start = cut
    if end > start:
        yield start, end


def _between_letters(text: str, start: int, cut: int) -> int:
    """Return the nearest offset at or before ``cut`` that parts no letter from its accents."""
    at = cut
    while at > start + 1 and (
        unicodedata.combining(text[at]) or text[at] in "\u200d\ufe0f" or text[at - 1] == "\u200d"
    ):
        at -= 1
    return at if at > start + 1 else cut
