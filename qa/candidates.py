"""Candidates: the spans of a sentence that could be an answer, told from their form.

No tagger: closed classes of English words, the shape of the others, and patterns for dates,
numbers, amounts and durations.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from index.terms import fold, words
from qa.question import AnswerKind


class Shape(StrEnum):
    """What a candidate looks like."""

    NAME = "name"
    QUOTED = "quoted"
    DATE = "date"
    YEAR = "year"
    NUMBER = "number"
    MONEY = "money"
    DURATION = "duration"
    CLAUSE = "clause"
    PHRASE = "phrase"


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


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span ``text[start:end]``; it covers the words from ``first`` to ``last``, both included."""

    start: int
    end: int
    first: int
    last: int
    shape: Shape


LONGEST_PHRASE = 8  # words; 94 % of SQuAD's answers are no longer
LONGEST_CLAUSE = 34  # words
MOST_LIST_COMMAS = 3

_NUMERALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "trillion dozen half third quarter"
)
_MONTHS = "january february march april may june july august september october november december"
_CLASSES = {
    Tag.DETERMINER: "the a an this these those each every some any no both all another such",
    Tag.POSSESSIVE: "his her its their my your our whose s",
    Tag.PREPOSITION: "of in on at by for from to with about as into during after before under over between among "
    "against through without within upon across toward towards until since around near behind beyond along "
    "despite via per than like off out up down onto including",
    Tag.CONJUNCTION: "and or but nor yet",
    Tag.SUBORDINATE: "because although though while whereas if unless so that therefore thus however",
    Tag.PRONOUN: "he she it they we i you him them us me himself herself itself themselves there",
    Tag.WH: "who whom which what when where why how",
    Tag.AUXILIARY: "is are was were be been being am do does did has have had can could will would shall should may "
    "might must cannot became become",
    Tag.NOT: "not never n't t",
    Tag.NUMERAL: _NUMERALS,
    Tag.MONTH: " ".join(month for month in _MONTHS.split() if month != "may"),
}
_TAG_OF = {word: tag for tag, members in _CLASSES.items() for word in members.split()}
_SUFFIXES = (("ing", Tag.ING), ("ed", Tag.ED), ("ly", Tag.LY), ("s", Tag.PLURAL))

_NO_START = frozenset({Tag.CONJUNCTION, Tag.AUXILIARY, Tag.SUBORDINATE, Tag.PRONOUN, Tag.WH})
_NO_END = _NO_START | {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.NOT}
_NO_PART = frozenset({Tag.AUXILIARY, Tag.SUBORDINATE, Tag.WH, Tag.PRONOUN})
_PARTICLES = frozenset("of the van von de da der den di du del della la le el al bin ibn y e zu and for on in".split())
_WALL = re.compile(r"[;:()\[\]{}–—…!?\n]|\.\s|--")
_CLAUSE_KINDS = frozenset(
    {AnswerKind.REASON, AnswerKind.MANNER, AnswerKind.DESCRIPTION, AnswerKind.LIST, AnswerKind.YESNO, AnswerKind.THING}
)

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_WORD_NUMBER = rf"(?:(?:{'|'.join(_NUMERALS.split())})s?(?:[-\s](?:and\s)?(?=\w))?)+(?<![-\s])"
_SCALE = r"(?:\s?(?:hundred|thousand|million|billion|trillion|k|m|bn)\b)"
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_YEAR = r"(?:1\d{3}|20\d{2})"
_DAY = r"(?:[0-3]?\d(?:st|nd|rd|th)?)"
_UNIT = r"(?:second|minute|hour|day|night|week|weekend|month|year|decade|century|centurie|season)s?\b"
_CURRENCY = r"(?:(?:US|A|C|NZ|HK)\s?\$|[$€£¥₹])"
_CURRENCY_NAME = r"(?:dollars?|euros?|pounds?|yen|rupees?|francs?|cents?|yuan|won|pesos?|kronor|marks?|lire|roubles?|rubles?|USD|EUR|GBP)"
_PATTERNS = [
    (Shape.MONEY, rf"{_CURRENCY}\s?{_NUMBER}{_SCALE}?|\b(?:{_NUMBER}{_SCALE}?|{_WORD_NUMBER})\s(?:US\s)?{_CURRENCY_NAME}\b|{_NUMBER}{_SCALE}?\s?[€£]"),
    (
        Shape.DATE,
        rf"\b(?:{_DAY}\s(?:of\s)?)?{_MONTH}(?:\s{_DAY}\b)?(?:,?\s(?:of\s)?{_YEAR}\b)?"
        rf"|\b{_YEAR}[-/.]\d\d?(?:[-/.]\d\d?)?\b|\b\d\d?[-/.]\d\d?[-/.](?:\d\d){{1,2}}\b"
        rf"|\b(?:(?:early|mid|late)[-\s]|the\s)?{_YEAR}s\b|\b\d\d?(?:st|nd|rd|th)[-\s]centur(?:y|ies)(?:\s(?:BCE?|AD|CE))?\b"
        rf"|\b(?:spring|summer|autumn|fall|winter)\s(?:of\s)?{_YEAR}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
        rf"|\b(?:AD\s\d+|\d+\s(?:BCE?|AD|CE))\b",
    ),
    (Shape.YEAR, rf"\b{_YEAR}(?:\s?[-–]\s?{_YEAR}|[-–]\d\d)?\b"),
    (Shape.DURATION, rf"\b(?:{_NUMBER}|{_WORD_NUMBER}|a\sfew|several|an?)[-\s]{_UNIT}"),
    (Shape.NUMBER, rf"\b{_NUMBER}\b(?=\s?(?:%|per\s?cent))"),
    (Shape.NUMBER, rf"\b{_NUMBER}(?:\s?%|\s?percent|\sper\scent|{_SCALE}|(?:st|nd|rd|th)\b)?|\b{_WORD_NUMBER}(?:\spercent|\sper\scent)?\b"),
    (Shape.QUOTED, r"[\"“«][^\"“”«»\n]{2,80}[\"”»]|(?<!\w)[‘'][^‘’'\n]{3,60}[’'](?!\w)|\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b"),
]
_TYPED = [(shape, re.compile(pattern, re.IGNORECASE if shape is not Shape.QUOTED else 0)) for shape, pattern in _PATTERNS]


class Text:
    """A text cut into words once: their spans, folded forms and tags, and what stands between them."""

    __slots__ = ("ends", "folded", "gaps", "starts", "tags", "text")

    def __init__(self, text: str) -> None:
        """Cut ``text`` into words."""
        spans = words(text)
        self.text = text
        self.starts = [a for a, _ in spans]
        self.ends = [b for _, b in spans]
        self.folded = [fold(text[a:b]) for a, b in spans]
        self.tags = [tag_of(text[a:b], word) for (a, b), word in zip(spans, self.folded, strict=True)]
        self.gaps = [text[a:b] for a, b in zip([0, *self.ends], [*self.starts, len(text)], strict=True)]

    def between(self, start: int, end: int) -> range:
        """Return the places of the words that touch ``text[start:end]``."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def tag_of(word: str, folded: str) -> Tag:
    """Return what a word is, by itself; ``folded`` is its folded form."""
    if (tag := _TAG_OF.get(folded)) is not None:
        return tag
    if folded[0].isdigit():
        return Tag.DIGITS
    if word[0].isupper():
        return Tag.CAPITALS if len(word) > 1 and word.isupper() else Tag.CAPITAL
    return next((tag for ending, tag in _SUFFIXES if folded.endswith(ending) and len(folded) > len(ending) + 2), Tag.WORD)


def candidates(text: Text, sentence: tuple[int, int], expects: AnswerKind) -> list[Candidate]:
    """Return the sentence's candidates for an answer of that kind, in order of their place, each once.

    A span that has several shapes keeps the most telling one (an amount before a number).
    """
    inside = text.between(*sentence)
    found: dict[tuple[int, int], Candidate] = {}
    for start, end, shape in _shaped(text, sentence):
        places = text.between(start, end)
        if len(places):
            found.setdefault((start, end), Candidate(start, end, places[0], places[-1], shape))
    for first, last, shape in _runs(text, inside, expects):
        start, end = text.starts[first], text.ends[last]
        found.setdefault((start, end), Candidate(start, end, first, last, shape))
    return sorted(found.values(), key=lambda span: (span.start, span.end))


def _shaped(text: Text, sentence: tuple[int, int]) -> Iterator[tuple[int, int, Shape]]:
    for shape, pattern in _TYPED:
        for match in pattern.finditer(text.text, *sentence):
            start, end = match.span()
            if shape is Shape.QUOTED and not text.text[start].isalpha():
                start, end = start + 1, end - 1
            yield start, end, shape


def _runs(text: Text, inside: range, expects: AnswerKind) -> Iterator[tuple[int, int, Shape]]:
    """Give the names, clauses and phrases among the words of a sentence."""
    for first in inside:
        yield from _from(text, first, inside.stop)
    if expects in _CLAUSE_KINDS:
        yield from _clauses(text, inside)


def _from(text: Text, first: int, stop: int) -> Iterator[tuple[int, int, Shape]]:
    """Give the names and phrases that begin with the word at ``first``."""
    tags, folded = text.tags, text.folded
    if tags[first] in _NO_START or folded[first] in ("of", "s"):
        return
    commas, name = 0, tags[first] in (Tag.CAPITAL, Tag.CAPITALS)
    for last in range(first, min(stop, first + LONGEST_PHRASE)):
        tag = tags[last]
        if last > first:
            gap = text.gaps[last]
            if tag in _NO_PART or (_WALL.search(gap) and not _initial(text, last - 1)):
                return
            commas += "," in gap
            if commas > MOST_LIST_COMMAS:
                return
        capital = tag in (Tag.CAPITAL, Tag.CAPITALS)
        name = name and (capital or folded[last] in _PARTICLES or tag is Tag.DIGITS)
        if tag not in _NO_END:
            yield first, last, Shape.NAME if name and not commas else Shape.PHRASE


def _initial(text: Text, place: int) -> bool:
    """Tell whether the word is an initial, or so short a capitalised one that its full stop abbreviates."""
    return text.ends[place] - text.starts[place] <= 3 and text.tags[place] in (Tag.CAPITAL, Tag.CAPITALS)


def _clauses(text: Text, inside: range) -> Iterator[tuple[int, int, Shape]]:
    """Give the runs from the beginning of a clause to the end of one."""
    starts = [place for place in inside if place == inside.start or _begins_clause(text, place)]
    stops = [place for place in inside if place + 1 == inside.stop or _ends_clause(text, place)]
    for first in starts:
        for last in stops:
            if LONGEST_PHRASE // 2 <= last - first < LONGEST_CLAUSE:
                yield first, last, Shape.CLAUSE


def _begins_clause(text: Text, place: int) -> bool:
    before, gap = text.tags[place - 1], text.gaps[place]
    return (
        text.tags[place] in (Tag.SUBORDINATE, Tag.ING)
        or before in (Tag.SUBORDINATE, Tag.AUXILIARY)
        or text.folded[place] in ("to", "by", "for", "due", "since", "as", "in", "with")
        or text.folded[place - 1] in ("to", "by", "for", "since", "as", "who", "which")
        or bool(_WALL.search(gap))
        or "," in gap
    )


def _ends_clause(text: Text, place: int) -> bool:
    gap = text.gaps[place + 1]
    return "," in gap or bool(_WALL.search(gap)) or text.tags[place + 1] in (Tag.CONJUNCTION, Tag.SUBORDINATE)
