"""Words of like meaning: an article says "countries" where the question says "nations".

``models/word_vectors.npz`` holds a vector for each of some thousand English index terms; two mean about
the same as far as their vectors point the same way. What it comes from stands in
``models/word_vectors.md``. Names and numbers have none: they mean only themselves.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

VECTORS = Path(__file__).with_name("models") / "word_vectors.npz"
# Cosines up to the first are chance or mere kinship, from the second on two words say the same; another
# word, however like, is not the word itself. Chosen, with how many neighbours count, by looking at pairs of
# words, by the ranking of Cranfield's documents (nDCG@10 0.370 without neighbours, 0.377 with) and by
# held-out questions (``qa/models/support.md``).
_CHANCE, _THE_SAME = 0.35, 0.6
_AT_MOST = 0.7
_MOST_NEIGHBOURS = 5
# The vectors, of about length one, are kept as whole numbers of so many steps to one.
STEPS = 127

Likenesses = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Table:
    """The vectors, a line each, the line of each term, and the lines that are no likes of a line."""

    vectors: Likenesses
    line: Mapping[str, int]
    apart: Mapping[int, NDArray[np.int64]]


def likeness(asked: Sequence[str], said: Collection[str]) -> Likenesses:
    """Return how far each asked index term is met by the said ones, in 0..1; (asked,).

    It is 1 where the term itself is said, and 0 where nothing of like meaning is.
    """
    best: Likenesses = likenesses(asked, said).max(axis=1, initial=0.0)
    return best


def likenesses(asked: Sequence[str], said: Collection[str]) -> Likenesses:
    """Return how far each asked index term is met by each said one, in 0..1; (asked, said)."""
    lines = _lines(tuple(said))
    table = _table()
    met = np.zeros((len(asked), len(said)), np.float32)
    for number, term in enumerate(asked):
        line = table.line.get(term)
        if line is not None:
            met[number] = _met_by(line)[lines]
        elif term in said:
            met[number, [place for place, other in enumerate(said) if other == term]] = 1.0
    return met


class Neighbours:
    """The terms of one collection, to be looked up by their meaning."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """Take in the collection's index terms."""
        known = _table().line
        self._terms = [term for term in vocabulary if term in known]
        self._lines = np.array([known[term] for term in self._terms], np.int64)

    def of(self, term: str) -> dict[str, float]:
        """Return the collection's terms of most like meaning, with how like they are, above 0 and below 1."""
        line = _table().line.get(term)
        if line is None or not self._terms:
            return {}
        met = _met_by(line)[self._lines]
        met[self._lines == line] = 0.0
        nearest = np.argsort(-met, kind="stable")[:_MOST_NEIGHBOURS]
        return {self._terms[place]: float(met[place]) for place in nearest if met[place] > 0}


# A question has a few words, and each is looked for in many texts.
@lru_cache(maxsize=512)
def _met_by(line: int) -> Likenesses:
    """Return how far the term of one line is met by that of each; a last 0 stands for no term's line, -1."""
    table = _table()
    cosines = table.vectors @ table.vectors[line]
    met = np.zeros(len(cosines) + 1, np.float32)
    met[:-1] = _AT_MOST * np.clip((cosines - _CHANCE) / (_THE_SAME - _CHANCE), 0.0, 1.0)
    if line in table.apart:
        met[table.apart[line]] = 0.0
    met[line] = 1.0
    met.flags.writeable = False
    return met


# The passages that are weighed for one question are asked for each of its facts.
@lru_cache(maxsize=4096)
def _lines(said: tuple[str, ...]) -> NDArray[np.int64]:
    known = _table().line
    return np.array([known.get(term, -1) for term in said], np.int64)


@cache
def _table() -> _Table:
    with np.load(VECTORS, allow_pickle=False) as kept:
        terms, vectors, apart = str(kept["terms"]).split("\n"), kept["vectors"], kept["apart"]
    others: dict[int, list[int]] = {}
    for one, other in apart.tolist():
        others.setdefault(one, []).append(other)
        others.setdefault(other, []).append(one)
    return _Table(
        vectors.astype(np.float32) / np.float32(STEPS),
        {term: line for line, term in enumerate(terms)},
        {line: np.array(of, np.int64) for line, of in others.items()},
    )
