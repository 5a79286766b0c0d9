"""What every search engine of the index promises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from index.passages import Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """A ranked passage; ``score`` is BM25's, above 0, comparable within one search only."""

    passage: Passage
    score: float


class Retriever(Protocol):
    """Ranks passages by index terms.

    A hit shares at least one term with the query; better scores come first, equal ones
    in passage order; the same query gives the same hits. An empty collection gives none.
    """

    def search(self, terms: Sequence[str], k: int) -> list[Hit]:
        """Return the ``k`` best passages for the terms (as ``index.terms`` makes them)."""
        ...

    def holds(self, term: str) -> bool:
        """Tell whether any passage holds the term."""
        ...

    def rarity(self, term: str) -> float:
        """Return the term's inverse document frequency, above 0, also for a term no passage holds."""
        ...
