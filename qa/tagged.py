"""Texts cut into sentences and words, each word with its stem and what it is.

No tagger: the closed classes of English words, and the shape of all others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from index.sentences import sentences
from index.terms import fold, terms, words


class Tag(StrEnum):
    """What a word is: of a closed class, or of a shape."""

    DETERMINER = "det"
    POSSESSIVE = "poss"
    PREPOSITION = "prep"
    CONJUNCTION = "conj"
    SUBORDINATE = "sub"
    PRONOUN = "pron"
    WH = "wh"
    AUXILIARY = "aux"
    NOT = "not"
    NUMERAL = "num"
    DIGITS = "digits"
    MONTH = "month"
    CAPITAL = "Cap"
    CAPITALS = "CAPS"
    ING = "-ing"
    ED = "-ed"
    LY = "-ly"
    PLURAL = "-s"
    WORD = "word"


NUMERALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand million billion trillion dozen half third quarter"
)
_MONTHS = "january february march april may june july august september october november december"
_CLASSES = {
    Tag.DETERMINER: "the a an this these those each every some any no both all another such",
    Tag.POSSESSIVE: "his her its their my your our whose s",
    Tag.PREPOSITION: "of in on at by for from to with about as into during after before under over between "
    "among against through without within upon across toward towards until since around near behind beyond "
    "along despite via per than like off out up down onto including",
    Tag.CONJUNCTION: "and or but nor yet",
    Tag.SUBORDINATE: "because although though while whereas if unless so that therefore thus however",
    Tag.PRONOUN: "he she it they we i you him them us me himself herself itself themselves there",
    Tag.WH: "who whom which what when where why how",
    Tag.AUXILIARY: "is are was were be been being am do does did has have had can could will would shall "
    "should may might must cannot became become",
    Tag.NOT: "not never n't t",
    Tag.NUMERAL: NUMERALS,
    Tag.MONTH: " ".join(month for month in _MONTHS.split() if month != "may"),
}
_TAG_OF = {word: tag for tag, members in _CLASSES.items() for word in members.split()}
_SUFFIXES = (("ing", Tag.ING), ("ed", Tag.ED), ("ly", Tag.LY), ("s", Tag.PLURAL))

CLOSED = frozenset(
    {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.CONJUNCTION, Tag.SUBORDINATE, Tag.PRONOUN, Tag.WH}
    | {Tag.AUXILIARY, Tag.NOT}
)
CAPITALISED = frozenset({Tag.CAPITAL, Tag.CAPITALS})
_BARRIERS = frozenset(",;:()[]–—\n")
_APOSTROPHES = "'’ʼ＇"


class Text:
    """A text cut once: its sentences, its words, and what stands between them.

    Lists of words are parallel: ``starts`` and ``ends`` (offsets), ``folded``, ``stems``,
    ``tags``; ``gaps[k]`` is what stands before word ``k``, the last gap what follows the last
    word. ``inside[n]`` are the places of the words of ``sentences[n]``. ``barriers[k]``,
    ``contents[k]`` and ``capitals[k]`` count, up to word ``k``, the commas and other stops
    before words, the words of open classes, and the capitalised words.
    """

    __slots__ = (
        "barriers", "capitals", "contents", "ends", "folded", "gaps", "inside", "sentences", "starts",
        "stems", "tags", "text",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        """Cut ``text``."""
        spans = [span for word in words(text) for span in _unowned(text, *word)]
        self.text = text
        self.starts = [a for a, _ in spans]
        self.ends = [b for _, b in spans]
        known = [_known(text[a:b]) for a, b in spans]
        self.folded = [word.folded for word in known]
        self.stems = [word.stem for word in known]
        self.tags = [word.tag for word in known]
        self.gaps = [text[a:b] for a, b in zip([0, *self.ends], [*self.starts, len(text)], strict=True)]
        self.sentences = sentences(text)
        self.inside = [self.between(*sentence) for sentence in self.sentences]
        self.barriers = list(accumulate(not _BARRIERS.isdisjoint(gap) for gap in self.gaps))
        self.contents = [0, *accumulate(tag not in CLOSED for tag in self.tags)]
        self.capitals = [0, *accumulate(tag in CAPITALISED for tag in self.tags)]

    def between(self, start: int, end: int) -> range:
        """Return the places of the words that touch ``text[start:end]``."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


# An answer reads the same few passages again and again.
@lru_cache(maxsize=2048)
def cut(text: str) -> Text:
    """Return the text, cut."""
    return Text(text)


class _Word(NamedTuple):
    folded: str
    stem: str
    tag: Tag


# A collection has far fewer different words than words.
@lru_cache(maxsize=131_072)
def _known(word: str) -> _Word:
    folded = fold(word)
    return _Word(folded, stem(folded), _tag_of(word, folded))


def stem(folded: str) -> str:
    """Return the index term of one folded word."""
    return next(iter(terms(folded)), folded)


def _unowned(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Take the possessive "'s" or a closing quotation mark off a word."""
    if text[end - 1] in _APOSTROPHES:
        return [(start, end - 1)] if end - 1 > start else []
    if end - start > 2 and text[end - 1] in "sS" and text[end - 2] in _APOSTROPHES:
        return [(start, end - 2), (end - 1, end)]
    return [(start, end)]


def _tag_of(word: str, folded: str) -> Tag:
    if (tag := _TAG_OF.get(folded)) is not None:
        return tag
    if folded[:1].isdigit():
        return Tag.DIGITS
    if word[0].isupper():
        return Tag.CAPITALS if len(word) > 1 and word.isupper() else Tag.CAPITAL
    return next(
        (tag for ending, tag in _SUFFIXES if folded.endswith(ending) and len(folded) > len(ending) + 2),
        Tag.WORD,
    )
