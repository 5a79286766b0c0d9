"""What every search engine of the index promises."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from index.passages import Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """A ranked passage; ``score`` is BM25's, above 0, comparable within one search only."""

    passage: Passage
    score: float


# One thing that is searched for: the terms (as ``index.terms`` makes them) that may stand for it, each with
# the share, above 0 up to 1, of its score that counts. Of those in a passage the one that scores most does.
Wanted = Mapping[str, float]


class Retriever(Protocol):
    """Ranks passages by index terms.

    A hit has at least one thing that is wanted; better scores come first, equal ones
    in passage order; the same query gives the same hits. An empty collection gives none.
    """

    @property
    def vocabulary(self) -> Collection[str]:
        """All terms that some passage holds."""
        ...

    def search(self, wanted: Sequence[Wanted], k: int) -> list[Hit]:
        """Return the ``k`` best passages; a passage's score is the sum over all that is wanted."""
        ...

    def holds(self, term: str) -> bool:
        """Tell whether any passage holds the term."""
        ...

    def rarity(self, term: str) -> float:
        """Return the term's inverse document frequency, above 0, also for a term no passage holds."""
        ...
