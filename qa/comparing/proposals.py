"""What a yes-or-no question proposes, and what two sentences have in its stead.

"Was the bridge opened in 1931?" asks whether it was then that it was opened: sentences that give two years
disagree about it, whichever of them the question has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from qa.comparing.claims import Claim
from qa.language.dates import dates_in
from qa.language.quantities import Measured, quantities_in
from qa.question import AnswerKind


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question without the date or the amount that it proposes, and what either claim has there instead."""

    question: str
    expects: AnswerKind
    first: Claim
    second: Claim


def proposals(question: str, first: Claim, second: Claim) -> Iterator[Proposal]:
    """Yield what the question proposes and each of the two sentences tells one value of."""
    for start, end, expects, alike in _proposed(question):
        told = [alike(claim.sentence) for claim in (first, second)]
        if all(len(values) == 1 for values in told):
            one, other = (
                replace(claim, answer=values[0]) for claim, values in zip((first, second), told, strict=True)
            )
            yield Proposal(question[:start] + question[end:], expects, one, other)


_Alike = Callable[[str], Sequence[str]]


def _proposed(question: str) -> Iterator[tuple[int, int, AnswerKind, _Alike]]:
    """Yield where a value stands in the question, what asks for such a one, and what finds its like."""
    for date in dates_in(question):
        yield date.start, date.end, AnswerKind.DATE, _dates
    for measured in _amounts(question):
        yield measured.start, measured.end, _kind_of(measured), _measures_like(measured)


def _dates(sentence: str) -> list[str]:
    return [sentence[each.start : each.end] for each in dates_in(sentence)]


def _measures_like(proposed: Measured) -> _Alike:
    """Return what finds amounts of the same dimension."""
    dimension = proposed.value.dimension
    return lambda sentence: [
        sentence[each.start : each.end] for each in _amounts(sentence) if each.value.dimension == dimension
    ]


def _amounts(text: str) -> list[Measured]:
    """Return the amounts that are no part of a date."""
    dated = dates_in(text)
    return [
        each
        for each in quantities_in(text)
        if not any(date.start < each.end and each.start < date.end for date in dated)
    ]


def _kind_of(measured: Measured) -> AnswerKind:
    if measured.value.is_money:
        return AnswerKind.MONEY
    return AnswerKind.DURATION if measured.value.dimension == "time" else AnswerKind.NUMBER
