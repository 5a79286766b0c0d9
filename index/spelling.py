"""Misspelt words of a query: the nearest words of the collection, if one is near enough.

A name that the collection lacks must not become a random neighbour, so the limits are tight:
the first letter stays, short words allow no exchanged letter, long ones two errors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from index.terms import FUNCTION_WORDS
from index.words import fold, words

# Shorter words have too many neighbours.
_SHORTEST = 4
# In words up to this length only lost, doubled and swapped letters are taken for errors:
# an exchanged one makes another word (Iran, Iraq).
_SHORT = 5
# From this length on two errors are forgiven: shorter ones have true words at that distance.
_LONG = 9


class Speller:
    """Knows the words of a collection, and how often each is written which way."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the words of the texts."""
        self._written: dict[str, Counter[str]] = {}
        for text in texts:
            for start, end in words(text):
                word = text[start:end].strip("'’")
                self._written.setdefault(_bare(word), Counter())[word] += 1

    def nearest(self, word: str) -> str | None:
        """Return the word of the collection that was meant, as it is mostly written, or None."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        typed = _bare(word)
        if len(typed) < _SHORTEST or not typed.isalpha():
            return None
        limit = 2 if len(typed) >= _LONG else 1
        choices = [known for known in self._words if abs(len(known) - len(typed)) <= limit]
        near = process.extract(typed, choices, scorer=OSA.distance, score_cutoff=limit, limit=None)
        fitting = [(distance, known) for known, distance, _ in near if _plausible(typed, known)]
        if not fitting:
            return None
        _, best = min(fitting, key=lambda each: (each[0], -self._count(each[1]), each[1]))
        if best not in self._written:
            return best
        return self._written[best].most_common(1)[0][0]

    @property
    def _words(self) -> list[str]:
        return [*self._written, *(FUNCTION_WORDS - self._written.keys())]

    def _count(self, known: str) -> int:
        return self._written[known].total() if known in self._written else 0


def _bare(word: str) -> str:
    return fold(word).replace("’", "'").removesuffix("'s").strip("'")


def _plausible(typed: str, known: str) -> bool:
    if len(known) < _SHORTEST - 1:
        return False
    swapped = len(typed) == len(known) and sorted(typed) == sorted(known)
    if typed[0] != known[0] and not (swapped and typed[:2] == known[1::-1]):
        return False
    if len(typed) > _SHORT:
        return True
    return len(typed) != len(known) or swapped
