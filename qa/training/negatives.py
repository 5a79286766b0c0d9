"""Hard negatives: a question beside a context that BM25 ranks high for it and that does not answer."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import numpy as np
from rank_bm25 import BM25Okapi

from qa.metrics import normalise
from qa.training.rows import Row

_WORD = re.compile(r"\w+")
# How far down BM25's list a negative is looked for.
_DEPTH = 6


def mine(rows: Sequence[Row], count: int, pool: int, chance: random.Random) -> list[Row]:
    """Return up to ``count`` unanswerable rows made from ``rows``.

    At most ``pool`` different contexts are searched. A context that holds one of the
    answers' wording is no negative.
    """
    contexts = sorted({row.context for row in rows})
    contexts = chance.sample(contexts, min(pool, len(contexts)))
    engine = BM25Okapi([_words(context) for context in contexts])
    plain = [f" {normalise(context)} " for context in contexts]
    asked = [row for row in rows if row.answers]
    found: list[Row] = []
    for row in chance.sample(asked, min(count, len(asked))):
        ranked = np.argsort(-engine.get_scores(_words(row.question)), kind="stable")[:_DEPTH]
        golds = [f" {normalise(answer.text)} " for answer in row.answers]
        wrong = [
            place
            for place in ranked.tolist()
            if contexts[place] != row.context and not any(gold in plain[place] for gold in golds)
        ]
        if wrong:
            context = contexts[chance.choice(wrong)]
            found.append(row.model_copy(update={"id": f"{row.id}-bm25", "context": context, "answers": ()}))
    return found


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
