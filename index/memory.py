"""Search over a folder that is read on the fly: BM25 by rank-bm25, in memory."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import numpy as np
from rank_bm25 import BM25Okapi

from index.passages import Passage
from index.progress import Progress, untold
from index.retriever import Hit, Wanted
from index.terms import terms

# The customary values, and those of the engine for kept libraries, so that both rank alike.
K1 = 1.2
B = 0.75


class _PositiveBM25(BM25Okapi):  # type: ignore[misc]
    """BM25 with an inverse document frequency that is never negative.

    The library's own is 0 for a term in half the passages and below for commoner ones, which
    in a small collection most telling terms are. This one is Lucene's:
    log(1 + (N - n + 0.5) / (n + 0.5)).
    """

    def _calc_idf(self, nd: dict[str, int]) -> None:
        self.idf = {term: idf(self.corpus_size, count) for term, count in nd.items()}


def idf(passages: int, holding: int) -> float:
    """Return the inverse document frequency of a term that ``holding`` of the passages hold."""
    return math.log(1 + (passages - holding + 0.5) / (holding + 0.5))


class MemoryRetriever:
    """Ranks the passages of a collection that fits into memory."""

    def __init__(self, passages: Sequence[Passage], progress: Progress = untold) -> None:
        """Index the passages; their order breaks ties. ``progress`` counts them."""
        self._passages = passages
        found = []
        for done, passage in enumerate(passages, 1):
            found.append(terms(f"{passage.question} {passage.heading} {passage.spaced}"))
            progress(done, len(passages))
        # The library divides by the number of passages and by their mean length.
        self._bm25 = _PositiveBM25(found, k1=K1, b=B) if any(found) else None
        if self._bm25 is not None:
            # Each search makes an array of it, which from an array is quick.
            self._bm25.doc_len = np.asarray(self._bm25.doc_len)
        self._holders: dict[str, list[int]] = {}
        for number, frequencies in enumerate(self._bm25.doc_freqs if self._bm25 else ()):
            for term in frequencies:
                self._holders.setdefault(term, []).append(number)

    @property
    def vocabulary(self) -> Collection[str]:
        """All terms that some passage holds."""
        return self._holders.keys()

    def search(self, wanted: Sequence[Wanted], k: int) -> list[Hit]:
        """Return the ``k`` best passages that hold one of the terms at least.

        Each term is scored by the library for the passages that hold it and no others: left to
        itself it would walk the whole collection for each term. Weights are above 0, so that
        only what matches has a score.
        """
        scores = np.zeros(len(self._passages))
        for alternatives in wanted:
            best_of_these = np.zeros(len(self._passages))
            for term, share in alternatives.items():
                holders = self._holders.get(term)
                if self._bm25 is not None and holders:
                    of_this = share * np.asarray(self._bm25.get_batch_scores([term], holders))
                    best_of_these[holders] = np.maximum(best_of_these[holders], of_this)
            scores += best_of_these
        matching = np.flatnonzero(scores)
        # A stable sort keeps passages of equal score in their order.
        best = matching[np.argsort(-scores[matching], kind="stable")[: max(k, 0)]]
        return [Hit(self._passages[number], float(scores[number])) for number in best]

    def holds(self, term: str) -> bool:
        """Tell whether any passage holds the term."""
        return term in self._holders

    def rarity(self, term: str) -> float:
        """Return the term's inverse document frequency, above 0, also for a term no passage holds."""
        return idf(len(self._passages), len(self._holders.get(term, ())))
