"""Hard negatives: a question beside a context that BM25 ranks high for it and that does not answer."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import Self

import numpy as np
from rank_bm25 import BM25Okapi

from qa.metrics import normalise
from qa.training.rows import Row

_WORD = re.compile(r"\w+")
# How far down BM25's list a negative is looked for.
_DEPTH = 6


class NearMisses:
    """Finds the contexts that BM25 ranks high for a question and that hold no wording of its answers."""

    def __init__(self, contexts: Sequence[str]) -> None:
        self._contexts = contexts
        self._engine = BM25Okapi([_words(context) for context in contexts])
        self._plain = [f" {normalise(context)} " for context in contexts]

    @classmethod
    def among(cls, rows: Sequence[Row], pool: int, chance: random.Random) -> Self:
        """Take up to ``pool`` of the different contexts of ``rows``, drawn by chance."""
        contexts = sorted({row.context for row in rows})
        return cls(chance.sample(contexts, min(pool, len(contexts))))

    def of(self, row: Row, depth: int) -> list[str]:
        """Return those of the first ``depth`` contexts that are near misses, best first."""
        ranked = np.argsort(-self._engine.get_scores(_words(row.question)), kind="stable")[:depth]
        golds = [f" {normalise(answer.text)} " for answer in row.answers]
        return [
            self._contexts[place]
            for place in ranked.tolist()
            if self._contexts[place] != row.context and not any(gold in self._plain[place] for gold in golds)
        ]


def mine(rows: Sequence[Row], count: int, pool: int, chance: random.Random) -> list[Row]:
    """Return up to ``count`` unanswerable rows made from ``rows``, searching ``pool`` different contexts."""
    near = NearMisses.among(rows, pool, chance)
    asked = [row for row in rows if row.answers]
    found: list[Row] = []
    for row in chance.sample(asked, min(count, len(asked))):
        wrong = near.of(row, _DEPTH)
        if wrong:
            found.append(unanswered(row, chance.choice(wrong), "bm25"))
    return found


def unanswered(row: Row, context: str, mark: str) -> Row:
    """Return the question beside a context that lacks its answer; ``mark`` is added to its id."""
    return row.model_copy(update={"id": f"{row.id}-{mark}", "context": context, "answers": ()})


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
