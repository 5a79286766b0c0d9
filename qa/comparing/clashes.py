"""Whether two answers, taken as what is asked for, exclude each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import TypeVar

from qa.comparing.claims import Claim
from qa.comparing.dates import dates_clash
from qa.comparing.meanings import meaning
from qa.comparing.quantities import quantities_clash
from qa.comparing.sameness import counted
from qa.language.dates import Dated, dates_in
from qa.language.lists import enumeration_around
from qa.language.names import names_in, share_a_name
from qa.language.places import Size, opposite, place_size
from qa.language.quantities import COUNT, ORDINAL, Measured, Quantity, quantities_in
from qa.language.stems import WordForm, telling, worded
from qa.language.word_classes import listed
from qa.question import AnswerKind

_Placed = TypeVar("_Placed", Dated, Measured)
# Sources that count the same thing lie within a factor of ten; farther apart they count others.
_FARTHEST = 10.0
_TOGETHER = re.compile(r"\b(?:co-|together|jointly|alongside|among others)", re.IGNORECASE)
_AT_PLACES = listed("in at on off near")


def clash(question: str, first: Claim, second: Claim, expects: AnswerKind | None) -> bool:
    """Tell whether the two answers, taken as what is asked for, exclude each other."""
    match expects:
        case AnswerKind.DATE:
            return _dates_clash(first, second)
        case AnswerKind.NUMBER | AnswerKind.MONEY | AnswerKind.DURATION:
            return _measures_clash(question, first, second, expects)
        case AnswerKind.PLACE:
            return _places_clash(question, first, second)
        case AnswerKind.PERSON | AnswerKind.THING | AnswerKind.TITLE:
            return _names_clash(first, second)
        case _:
            return False


def _dates_clash(first: Claim, second: Claim) -> bool:
    one, other = (_touching(dates_in(claim.sentence), claim) for claim in (first, second))
    return len(one) == len(other) == 1 and dates_clash(one[0].value, other[0].value)


def _measures_clash(question: str, first: Claim, second: Claim, expects: AnswerKind) -> bool:
    one, other = (_touching(quantities_in(claim.sentence), claim) for claim in (first, second))
    if (
        len(one) != 1
        or len(other) != 1
        or any(_labels(claim.sentence, at[0]) for claim, at in ((first, one), (second, other)))
    ):
        return False
    mine, theirs = _of_one_dimension(question, one[0].value, other[0].value)
    if (
        not quantities_clash(mine, theirs)
        or _far_apart(mine, theirs)
        or not _asked_dimension(question, mine, expects)
    ):
        return False
    return mine.dimension != COUNT or _samecounted(
        question, first.sentence, one[0], second.sentence, other[0]
    )


def _labels(sentence: str, at: Measured) -> bool:
    """Tell whether the number is part of a date, of a name ("Stage 3") or of a share ("one of")."""
    if any(dated.start < at.end and at.start < dated.end for dated in dates_in(sentence)):
        return True
    if at.value.dimension != COUNT:
        return False
    if sentence.startswith(" of ", at.end):
        return True
    before = [word for word in worded(sentence) if word.end == at.start - 1]
    return bool(before) and before[0].capital and before[0].start > 0


def _asked_dimension(question: str, quantity: Quantity, expects: AnswerKind) -> bool:
    """Tell whether the question can ask for a quantity of that dimension."""
    if expects is AnswerKind.DURATION:
        return quantity.dimension in ("time", "length")  # "how long" asks for either
    if quantity.dimension == ORDINAL:
        return "how" not in {word.folded for word in worded(question)}
    return expects is not AnswerKind.MONEY or quantity.is_money


def _of_one_dimension(question: str, one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Read a bare number beside an age as years, where the question asks how old."""
    if {"old", "age", "aged"}.intersection(word.folded for word in worded(question)) and COUNT in (
        one.dimension,
        other.dimension,
    ):
        years = [Quantity(each.value, each.value, each.value, COUNT) for each in (one, other)]
        return years[0], years[1]
    return one, other


def _far_apart(one: Quantity, other: Quantity) -> bool:
    low, high = sorted((abs(one.low), abs(other.low)))
    return high > low * _FARTHEST


def _samecounted(question: str, sentence: str, at: Measured, other_sentence: str, other_at: Measured) -> bool:
    """Tell whether the numbers count the same things, as far as the nouns after them show."""
    nouns, others = counted(sentence, at.end), counted(other_sentence, other_at.end)
    asked = _asked_to_count(question)
    if not asked:
        every = {meaning(word) for word in telling(question)}
        return all(not each or meaning(each[0]) in every for each in (nouns, others))
    spoken_of = ({meaning(word) for word in worded(text)} & asked for text in (sentence, other_sentence))
    if not nouns or not others:
        return all(spoken_of)
    mine, theirs = (_up_to_asked(words, asked) for words in (nouns, others))
    if mine is None or theirs is None:
        return False
    every = {meaning(word) for word in telling(question)}
    return {word for word in mine if word not in every} == {word for word in theirs if word not in every}


def _asked_to_count(question: str) -> set[str]:
    """Return the meanings of the words that follow "how many"."""
    words = worded(question)
    many = next((at for at, word in enumerate(words) if word.folded == "many"), len(words))
    return {meaning(word) for word in takewhile(lambda word: not word.function, words[many + 1 :])}


def _up_to_asked(words: list[WordForm], asked: set[str]) -> list[str] | None:
    """Return the meanings up to the first noun of the question; None where there is none."""
    meanings = [meaning(word) for word in words]
    place = next((at for at, each in enumerate(meanings) if each in asked), None)
    return None if place is None else meanings[: place + 1]


def _places_clash(question: str, first: Claim, second: Claim) -> bool:
    one, other = first.answer, second.answer
    if opposite(one, other):
        return True
    ways = {way for claim in (first, second) if (way := _preposition(claim))}
    if len(ways) > 1 or "near" in ways:
        return False
    if (
        not _proper(one)
        or not _proper(other)
        or {w.folded for w in telling(one)} & {w.folded for w in telling(other)}
    ):
        return False
    sizes = {place_size(one), place_size(other)}
    asked = {word.folded for word in worded(question)}
    return Size.WIDE not in sizes and (len(sizes) == 1 or "country" in asked)


def _preposition(claim: Claim) -> str:
    """Return the preposition of place that opens the answer or stands before it, "" without one."""
    start = claim.place[0]
    before = [word.folded for word in worded(claim.sentence[:start])][-1:]
    opening = [word.folded for word in worded(claim.answer)][:1]
    return next((word for word in (*opening, *before) if word in _AT_PLACES), "")


def _proper(name: str) -> bool:
    """Tell whether all telling words of a short text are capitalised."""
    words = telling(name)
    return 0 < len(words) <= 4 and all(word.capital for word in words)


def _names_clash(first: Claim, second: Claim) -> bool:
    names = [names_in(claim.answer) for claim in (first, second)]
    if not all(len(each) == 1 and len(each[0]) > 1 for each in names) or share_a_name(
        names[0][0], names[1][0]
    ):
        return False
    return not any(
        _TOGETHER.search(claim.sentence) or enumeration_around(claim.sentence, *claim.place)
        for claim in (first, second)
    )


def _touching(found: Sequence[_Placed], claim: Claim) -> list[_Placed]:
    """Return what touches the answer in its sentence."""
    start, end = claim.place
    return [placed for placed in found if placed.start < end and placed.end > start]
