"""Whether two answers say the same thing in other clothes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from index.terms import fold
from qa.comparing.dates import same_date
from qa.comparing.meanings import same_meaning
from qa.comparing.quantities import same_quantity
from qa.language.dates import Dated, dates_in
from qa.language.lists import members
from qa.language.names import names_in, same_names
from qa.language.quantities import COUNT, Measured, quantities_in
from qa.language.stems import WordForm, telling, worded
from qa.language.word_classes import PREPOSITION, listed
from qa.question import QUANTITATIVE, AnswerKind

_MEASURES = QUANTITATIVE - {AnswerKind.DATE}
_CLAUSES = frozenset({AnswerKind.REASON, AnswerKind.MANNER, AnswerKind.DESCRIPTION, AnswerKind.YESNO})
# Words that make another thing of what they stand before.
_CHANGING = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth last final next previous new old "
    "former other north south east west northern southern eastern western upper lower left right non anti "
    "male female junior senior great mini vice deputy assistant half co san santa saint st los las port "
    "fort mount lake"
)
_NEGATIONS = listed("not no never n't nor neither without nobody none nothing nowhere hardly")
# What organisations call themselves or leave away.
_LEGAL_FORMS = listed("inc ltd corp corporation company co llc plc gmbh sa ag")
# A clause of three telling words is long enough not to be found in another one by chance.
_FEWEST_SHARED = 3
_MOSTLY = 0.8
# From this length on one letter more, less or wrong is another spelling ("honour", "honor").
_SHORTEST_VARIANT = 7
# Of a word that is clipped in a compound at least so much is left.
_SHORTEST_CLIPPED = 2
_BREAK = re.compile(r"[,;:()–—]|\s-\s")


def agree(first: str, second: str, expects: AnswerKind | None) -> bool:
    """Tell whether both answers, to a question of that kind, say the same thing.

    Symmetric, and true of any text and itself; not transitive, for "2020" agrees with two
    dates of that year. Never raises.
    """
    if fold(first).split() == fold(second).split():
        return True
    if expects is AnswerKind.DATE and (dates := _only_dates(first, second)):
        return same_date(dates[0].value, dates[1].value)
    if expects in _MEASURES and (measured := _only_quantities(first, second)):
        return _same_measure(first, second, *measured)
    if expects is AnswerKind.PERSON and (names := names_in(first)) and (others := names_in(second)):
        return same_names(names, others) and not _of_different_dates(first, second)
    if not _same_figures(first, second, expects):
        return False
    return _same_wording(first, second, expects)


def _only_dates(first: str, second: str) -> tuple[Dated, Dated] | None:
    one, other = dates_in(first), dates_in(second)
    return (one[0], other[0]) if len(one) == len(other) == 1 else None


def _of_different_dates(first: str, second: str) -> bool:
    """Tell whether both hold dates, none of them the same: "1936 by Ada Moe", "1934 by Ada Moe"."""
    one, other = dates_in(first), dates_in(second)
    alike = any(same_date(a.value, b.value) for a in one for b in other)
    return bool(one and other) and not alike


def _only_quantities(first: str, second: str) -> tuple[Measured, Measured] | None:
    one, other = quantities_in(first), quantities_in(second)
    return (one[0], other[0]) if len(one) == len(other) == 1 else None


def _same_measure(first: str, second: str, one: Measured, other: Measured) -> bool:
    """Tell whether the amounts are the same, and amounts of the same thing."""
    if not same_quantity(one.value, other.value):
        return False
    if one.value.dimension != COUNT or other.value.dimension != COUNT:
        return True
    nouns, others = (counted(text, at.end) for text, at in ((first, one), (second, other)))
    if not nouns or not others:
        return True
    return any(same_meaning(nouns[at], others[at]) for at in (0, -1))


def _same_figures(first: str, second: str, expects: AnswerKind | None) -> bool:
    """Tell whether no figure of one text is missing from the other, where both have any."""
    one, other = (
        {measured.value.value for measured in quantities_in(text) if measured.value.value != 1}
        for text in (first, second)
    )
    if one == other:
        return True
    return expects in _CLAUSES or not one or not other


def _same_wording(first: str, second: str, expects: AnswerKind | None) -> bool:
    one, other = (_told(text) for text in (first, second))
    if bool(_NEGATIONS & {word.folded for word in worded(first)}) != bool(
        _NEGATIONS & {word.folded for word in worded(second)}
    ):
        return False
    if not one or not other:
        return False
    if len(one) == len(other):
        return _same_words(one, other)
    (short, short_text), (long, long_text) = sorted(
        ((one, first), (other, second)), key=lambda told: len(told[0])
    )
    if expects in _CLAUSES:
        return _mostly_within(short, long)
    return _retold(short, short_text, long, long_text, place=expects is AnswerKind.PLACE)


def _told(text: str) -> list[WordForm]:
    """Return the telling words, legal forms of companies left out."""
    words = telling(text)
    return [word for word in words if not (word.capital and word.folded in _LEGAL_FORMS)] or list(words)


def _same_words(one: list[WordForm], other: list[WordForm]) -> bool:
    """Tell whether both have the same words in any order, one perhaps spelt otherwise, or some clipped."""
    if sorted(word.stem for word in one) == sorted(word.stem for word in other):
        return True
    different = [(a, b) for a, b in zip(one, other, strict=True) if a.stem != b.stem]
    if len(different) == 1:
        return _spelt_alike(*different[0]) and (len(one) > 1 or not one[0].capital)
    return _clipped(different)


def _clipped(pairs: Sequence[tuple[WordForm, WordForm]]) -> bool:
    """Tell whether one of each pair of words but begins the other, as in "sci-fi" for "science fiction"."""
    if any(word.capital or len(word.folded) < _SHORTEST_CLIPPED for pair in pairs for word in pair):
        return False
    return any(
        all(whole.folded.startswith(cut.folded) for cut, whole in ordered)
        for ordered in (pairs, [(other, word) for word, other in pairs])
    )


def _spelt_alike(one: WordForm, other: WordForm) -> bool:
    a, b = one.folded, other.folded
    if min(len(a), len(b)) < _SHORTEST_VARIANT or a[0] != b[0] or a.isdigit() or b.isdigit():
        return False
    return OSA.distance(a, b, score_cutoff=1) <= 1


def _mostly_within(short: list[WordForm], long: list[WordForm]) -> bool:
    """Tell whether a clause stands in a longer one, or shares nearly all its words."""
    stems, others = [word.stem for word in short], [word.stem for word in long]
    if len(stems) >= min(_FEWEST_SHARED, (len(others) + 1) // 2) and position_in(stems, others) is not None:
        return True
    return len(set(stems) & set(others)) >= _MOSTLY * len(set(stems) | set(others))


def _retold(
    short: list[WordForm], short_text: str, long: list[WordForm], long_text: str, *, place: bool
) -> bool:
    """Tell whether ``long`` only qualifies ``short``: its head is kept, and nothing joined to it."""
    at = position_in([word.stem for word in short], [word.stem for word in long])
    if at is None:
        return False
    last = long[at + len(short) - 1]
    whole = _without_region(long_text) if place else long_text
    if last.end > len(whole) or len(members(short_text)) != len(members(whole)):
        return False
    added = [*long[:at], *long[at + len(short) :]]
    if any(word.folded in _CHANGING or word.folded[0].isdigit() for word in added):
        return False
    before = long[:at]
    if len(short) == 1 and before and before[-1].capital and short[0].capital and before[-1].start:
        return False
    return _ends_the_head(long_text, last, long[at + len(short) :])


def _without_region(text: str) -> str:
    """Return "Lyon" of "Lyon, France": the text up to its only comma, where no "and" follows."""
    head, comma, rest = text.partition(",")
    listed_on = "," in rest or {"and", "or"} & {word.folded for word in worded(rest)}
    return head if comma and not listed_on else text


def _ends_the_head(text: str, last: WordForm, following: list[WordForm]) -> bool:
    """Tell whether after ``last`` only what qualifies it comes: a break, a preposition, or nothing."""
    if not following:
        return True
    gap = text[last.end : following[0].start]
    between = [word for word in worded(text) if last.end <= word.start < following[0].start]
    return bool(_BREAK.search(gap)) or any(
        word.folded in PREPOSITION or word.folded in ("that", "which", "who") for word in between
    )


def position_in(part: Sequence[str], whole: Sequence[str]) -> int | None:
    """Return where ``part`` stands in ``whole``, unbroken; None where it does not."""
    places = range(len(whole) - len(part) + 1)
    return next((at for at in places if list(whole[at : at + len(part)]) == list(part)), None)


def counted(text: str, since: int) -> list[WordForm]:
    """Return up to three words that follow a number at once: what it counts."""
    found: list[WordForm] = []
    for word in worded(text):
        if word.start < since:
            continue
        if word.function or text[since : word.start].strip(" -‑") or len(found) == 3:
            break
        found.append(word)
        since = word.end
    return found
