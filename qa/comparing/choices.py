"""What a question offers to choose from: "Is she called Ana or Anna?", "Did it open in May or in June?"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from qa.language.stems import WordForm, worded

# "Democratic" chooses the Democrat: so many first letters are alike.
_ALIKE = 4


def choose_differently(question: str, first: str, second: str) -> bool:
    """Tell whether the question offers two things, of which one answer has the first, the other the second.

    What is asked so has one answer, however like each other the two are: spellings of a name agree else.
    """
    offered = _offered(question)
    if offered is None:
        return False
    one, other = ({word.folded for word in worded(answer)} for answer in (first, second))
    mine, yours = offered
    return any(
        mine <= here and not yours <= here and yours <= there and not mine <= there
        for here, there in ((one, other), (other, one))
    )


def chooses_neither(question: str, answer: str) -> bool:
    """Tell whether the question offers two names, and the answer has nothing like either of them.

    Of 1,713 questions with "or" in the training sets four that begin with a verb are answered so.
    """
    offered = _offered(question)
    if offered is None:
        return False
    names = {word.folded for word in worded(question) if word.capital and word.start}
    said = [word.folded for word in worded(answer)]
    return all(words <= names for words in offered) and not any(
        here.startswith(word[:_ALIKE]) for words in offered for word in words for here in said
    )


def _offered(question: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the words on either side of the question's "or", as many as both have, or None.

    Of names all words count, of others the one next to it. None where there is no "or", or several.
    """
    words = worded(question)
    places = [place for place, word in enumerate(words) if word.folded == "or"]
    if len(places) != 1:
        return None
    before, after = words[: places[0]], words[places[0] + 1 :]
    # "by car or by train": the words that only lead up to the second are no part of it.
    led_up_to = next((place for place, word in enumerate(after) if not word.function), 0)
    left, right = _run(before[::-1]), _run(after[led_up_to:])
    shared = min(len(left), len(right))
    mine, yours = (frozenset(word.folded for word in run[:shared]) for run in (left, right))
    return (mine, yours) if mine and yours and mine != yours else None


def _run(words: Sequence[WordForm]) -> list[WordForm]:
    """Return the name that the words begin with, else the first of them, where it tells something."""
    name = list(takewhile(lambda word: word.capital and not word.function, words))
    return name or [word for word in words[:1] if not word.function]
