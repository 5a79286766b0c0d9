"""Candidates: the spans of a sentence that could be an answer, told from their form.

No tagger: closed classes of English words, the shape of the others, and patterns for dates,
numbers, amounts and durations.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from qa.question import AnswerKind
from qa.tagged import CAPITALISED, NUMERALS, Tag, Text


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


class Candidate(NamedTuple):
    """A span ``text[start:end]``; it covers the words from ``first`` to ``last``, both included."""

    start: int
    end: int
    first: int
    last: int
    shape: Shape


LONGEST_PHRASE = 8  # words; 94 % of SQuAD's answers are no longer
LONGEST_CLAUSE = 34  # words
MOST_LIST_COMMAS = 3

_NO_START = frozenset({Tag.CONJUNCTION, Tag.AUXILIARY, Tag.SUBORDINATE, Tag.PRONOUN, Tag.WH})
_NO_END = _NO_START | {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.NOT}
_NO_PART = frozenset({Tag.AUXILIARY, Tag.SUBORDINATE, Tag.WH, Tag.PRONOUN})
_PARTICLES = frozenset(
    {"of", "the", "van", "von", "de", "da", "der", "den", "di", "du", "del", "della", "la", "le", "el", "al"}
    | {"bin", "ibn", "y", "e", "zu", "and", "for", "on", "in"}
)
_QUOTES = frozenset('"“”«»')
_WALL = re.compile(r"[;:()\[\]{}–—…!?\n]|\.\s|--")
_CLAUSE_KINDS = frozenset(
    {
        AnswerKind.REASON,
        AnswerKind.MANNER,
        AnswerKind.DESCRIPTION,
        AnswerKind.LIST,
        AnswerKind.YESNO,
        AnswerKind.THING,
    }
)

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_WORD_NUMBER = rf"(?:(?:{'|'.join(NUMERALS.split())})s?(?:[-\s](?:and\s)?(?=\w))?){{1,6}}(?<![-\s])"
_SCALE = r"(?:\s?(?:hundred|thousand|million|billion|trillion|k|m|bn)\b)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|(?-i:Mar(?:ch)?)|march(?=\s\d)|apr(?:il)?|(?-i:May)|may(?=\s\d)|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?:\.(?=\s\d))?"
)
_YEAR = r"(?:1\d{3}|20\d{2})"
_DAY = r"(?:[0-3]?\d(?:st|nd|rd|th)?)"
_UNIT = r"(?:second|minute|hour|day|night|week|weekend|month|year|decade|century|centurie|season)s?\b"
_CURRENCY = r"(?:(?:US|A|C|NZ|HK)\s?\$|[$€£¥₹])"
_CURRENCY_NAME = (
    r"(?:dollars?|euros?|pounds?|yen|rupees?|francs?|cents?|yuan|won|pesos?|kronor|marks?|lire|rou?bles?"
    r"|USD|EUR|GBP)"
)
_PATTERNS = [
    (
        Shape.MONEY,
        rf"{_CURRENCY}\s?{_NUMBER}{_SCALE}?|\b(?:{_NUMBER}{_SCALE}?|{_WORD_NUMBER})\s(?:US\s)?{_CURRENCY_NAME}\b|{_NUMBER}{_SCALE}?\s?[€£]",
    ),
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
    (
        Shape.NUMBER,
        rf"\b{_NUMBER}(?:\s?%|\s?percent|\sper\scent|{_SCALE}|(?:st|nd|rd|th)\b)?|\b{_WORD_NUMBER}(?:\spercent|\sper\scent)?\b",
    ),
    (
        Shape.QUOTED,
        r"[\"“«][^\"“”«»\n]{2,80}[\"”»]|(?<!\w)[‘'][^‘’'\n]{3,60}[’'](?!\w)|\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b",
    ),
]
_TYPED = [
    (shape, re.compile(pattern, re.IGNORECASE if shape is not Shape.QUOTED else 0))
    for shape, pattern in _PATTERNS
]


def candidates(text: Text, n: int, expects: AnswerKind) -> tuple[Candidate, ...]:
    """Return sentence ``n``'s candidates for an answer of that kind, in order of their place, each once.

    A span that has several shapes keeps the most telling one (an amount before a number).
    """
    return _candidates(text, n, expects in _CLAUSE_KINDS)


@lru_cache(maxsize=4096)
def _candidates(text: Text, n: int, clauses: bool) -> tuple[Candidate, ...]:
    inside = text.inside[n]
    found: dict[tuple[int, int], tuple[int, int, Shape]] = {}
    for start, end, shape in _shaped(text, text.sentences[n]):
        if places := text.between(start, end):
            found.setdefault((start, end), (places[0], places[-1], shape))
    for first, last, shape in _runs(text, inside, clauses):
        found.setdefault((text.starts[first], text.ends[last]), (first, last, shape))
    return tuple(
        Candidate(start, end, first, last, shape)
        for (start, end), (first, last, shape) in sorted(found.items())
    )


def _shaped(text: Text, sentence: tuple[int, int]) -> Iterator[tuple[int, int, Shape]]:
    for shape, pattern in _TYPED:
        for match in pattern.finditer(text.text, *sentence):
            start, end = match.span()
            if shape is Shape.QUOTED and not text.text[start].isalpha():
                start, end = start + 1, end - 1
            yield start, end, shape


def _runs(text: Text, inside: range, clauses: bool) -> Iterator[tuple[int, int, Shape]]:
    """Give the names, phrases and clauses among the words of a sentence."""
    reach = _reach(text, inside)
    gaps = [text.gaps[place] for place in inside]
    commas = list(accumulate("," in gap for gap in gaps))
    marks = list(accumulate(sum(mark in _QUOTES for mark in gap) if len(gap) > 1 else 0 for gap in gaps))
    for first in inside:
        if text.tags[first] in _NO_START or text.folded[first] in ("of", "s"):
            continue
        here, name = first - inside.start, text.tags[first] in CAPITALISED
        for last in range(first, min(reach[here], first + LONGEST_PHRASE)):
            there, tag = last - inside.start, text.tags[last]
            name = name and (tag in CAPITALISED or tag is Tag.DIGITS or text.folded[last] in _PARTICLES)
            listed = commas[there] - commas[here]
            if listed > MOST_LIST_COMMAS:
                break
            if tag not in _NO_END and (marks[there] - marks[here]) % 2 == 0:
                yield first, last, Shape.NAME if name and not listed else Shape.PHRASE
    if clauses:
        yield from _clauses(text, inside)


def _reach(text: Text, inside: range) -> list[int]:
    """Return for each word the place before which a phrase that begins with it has to end."""
    reach, limit = [], inside.stop
    for place in reversed(inside):
        reach.append(limit)
        gap = text.gaps[place]
        walled = gap != " " and bool(_WALL.search(gap)) and not (gap[:1] == "." and _initial(text, place - 1))
        if walled or text.tags[place] in _NO_PART:
            limit = place
    return reach[::-1]


def _initial(text: Text, place: int) -> bool:
    """Tell whether the word is an initial, or so short a capitalised one that its full stop abbreviates."""
    return text.ends[place] - text.starts[place] <= 3 and text.tags[place] in CAPITALISED


def _clauses(text: Text, inside: range) -> Iterator[tuple[int, int, Shape]]:
    """Give the runs from the beginning of a clause to the end of one."""
    starts = [place for place in inside if place == inside.start or _begins_clause(text, place)]
    stops = [place for place in inside if place + 1 == inside.stop or _ends_clause(text, place)]
    for first in starts:
        nearest = bisect_left(stops, first + LONGEST_PHRASE // 2)
        for last in stops[nearest : bisect_left(stops, first + LONGEST_CLAUSE)]:
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
