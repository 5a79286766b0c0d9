"""Misspelt words of a query: the nearest words of the collection, if one is near enough.

A name that the collection lacks must not become a random neighbour, so the limits are tight:
the first letter stays, short words allow no exchanged letter, long ones two errors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.function_words import FUNCTION_WORDS
from index.words import fold, words

# Shorter words have too many neighbours.
_SHORTEST = 4
# In words up to this length only lost, doubled and swapped letters are taken for errors:
# an exchanged one makes another word (Iran, Iraq).
_SHORT = 5
# From this length on two lost or doubled letters are forgiven in words that are no names.
_MIDDLING = 7
# From this length on any two errors are forgiven: shorter ones have true words at that distance.
_LONG = 9


class Speller:
    """Knows the words of a collection, how often it holds each, and how it writes them."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count in how many of the texts each word stands."""
        self._written: dict[str, Counter[str]] = {}
        for text in texts:
            for word in {text[start:end] for start, end in words(text)}:
                self._written.setdefault(_bare(word), Counter())[word] += 1

    def nearest(self, word: str, *, is_name: bool = False) -> str | None:
        """Return what was meant, as the collection mostly writes it, or None.

        That is the nearest word, the commonest of several; else two words that ``word`` is
        when written together ("spacestation"). A name is only taken for another name. Of shorter words
        only those that are function words with two letters swapped are put right ("teh").
        """
        typed = _bare(word)
        if len(typed) < _SHORTEST and not is_name:
            return next(filter(partial(_is_swapped, typed), sorted(FUNCTION_WORDS)), None)
        if len(typed) < _SHORTEST or not typed.isalpha():
            return None
        known = [*self._written, *(FUNCTION_WORDS - self._written.keys())]
        near = process.extract(typed, known, scorer=OSA.distance, score_cutoff=2, limit=None)
        fitting = [
            (distance, -self._count(each), each)
            for each, distance, _ in near
            if distance <= self._limit(typed, each) and _plausible(typed, each)
            if self._is_name(each) or not is_name
        ]
        if fitting:
            return self._shown(min(fitting)[2])
        for cut in range(_SHORTEST, len(typed) - _SHORTEST + 1):
            parts = typed[:cut], typed[cut:]
            if all(part in self._written and part not in FUNCTION_WORDS for part in parts):
                return " ".join(self._shown(part) for part in parts)
        return None

    def _limit(self, typed: str, known: str) -> int:
        """Return how many errors are forgiven."""
        if len(typed) >= _LONG:
            return 2
        # "cancled" was "cancelled"; but Austria and Australia differ by as much.
        if len(typed) >= _MIDDLING and not self._is_name(known) and _is_within(typed, known):
            return 2
        return 1

    def _count(self, known: str) -> int:
        return self._written[known].total() if known in self._written else 0

    def _is_name(self, known: str) -> bool:
        written = self._written.get(known, Counter())
        return 2 * sum(count for word, count in written.items() if word[0].isupper()) > written.total()

    def _shown(self, known: str) -> str:
        written = self._written.get(known)
        if not written:
            return known
        return (
            max(written, key=lambda each: (written[each], each))
            .strip("'’")
            .removesuffix("’s")
            .removesuffix("'s")
        )


def _bare(word: str) -> str:
    return fold(word).removesuffix("'s")


def _plausible(typed: str, known: str) -> bool:
    """Tell whether a known word can have been meant, a name that is not there aside."""
    if len(known) < _SHORTEST - 1 or not known.isalpha():
        return False
    swapped = len(typed) == len(known) and sorted(typed) == sorted(known)
    if typed[0] != known[0] and not (swapped and typed[:2] == known[1::-1]):
        return False
    return len(typed) > _SHORT or len(typed) != len(known) or swapped


def _is_swapped(typed: str, known: str) -> bool:
    """Tell whether two neighbouring letters are exchanged, and nothing else."""
    return sorted(typed) == sorted(known) and OSA.distance(typed, known) == 1


def _is_within(one: str, other: str) -> bool:
    """Tell whether the letters of the shorter word stand in the longer one in the same order."""
    shorter, longer = sorted((one, other), key=len)
    letters = iter(longer)
    return all(letter in letters for letter in shorter)
