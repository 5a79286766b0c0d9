"""Hard negatives: a question beside contexts that BM25 ranks high for it and that do not answer."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import numpy as np
from rank_bm25 import BM25Okapi

from qa.metrics import normalise
from qa.training.rows import Row, Sheaf

_WORD = re.compile(r"\w+")
# How far down BM25's list a negative is looked for.
_DEPTH = 6


def mine(rows: Sequence[Row], count: int, pool: int, chance: random.Random) -> list[Row]:
    """Return up to ``count`` unanswerable rows made from ``rows``.

    At most ``pool`` different contexts are searched. A context that holds one of the
    answers' wording is no negative.
    """
    contexts = _Contexts(rows, pool, chance)
    asked = [row for row in rows if row.answers]
    found = (contexts.near_misses(row) for row in chance.sample(asked, min(count, len(asked))))
    return [chance.choice(missed) for missed in found if missed]


def beside_near_misses(
    rows: Sequence[Row], asked: Sequence[Row], most: int, pool: int, chance: random.Random
) -> list[Sheaf]:
    """Return each row of ``asked``, with ``most`` near misses for its question behind it.

    They come from at most ``pool`` contexts of ``rows``; a row that has no answer, or
    for which none is found, stays alone.
    """
    contexts = _Contexts(rows, pool, chance)
    found = ((row, contexts.near_misses(row)) for row in asked)
    return [(row, *chance.sample(missed, min(most, len(missed)))) for row, missed in found]


class _Contexts:
    """The contexts of some rows, searched by BM25."""

    def __init__(self, rows: Sequence[Row], pool: int, chance: random.Random) -> None:
        contexts = sorted({row.context for row in rows})
        self._contexts = chance.sample(contexts, min(pool, len(contexts)))
        self._engine = BM25Okapi([_words(context) for context in self._contexts])
        self._plain = [f" {normalise(context)} " for context in self._contexts]

    def near_misses(self, row: Row) -> list[Row]:
        """Return the row's question beside each context that ranks high for it and lacks its answers."""
        if not row.answers:
            return []
        ranked = np.argsort(-self._engine.get_scores(_words(row.question)), kind="stable")[:_DEPTH]
        golds = [f" {normalise(answer.text)} " for answer in row.answers]
        return [
            row.model_copy(
                update={"id": f"{row.id}-bm25-{place}", "context": self._contexts[place], "answers": ()}
            )
            for place in ranked.tolist()
            if self._contexts[place] != row.context and not any(gold in self._plain[place] for gold in golds)
        ]


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
