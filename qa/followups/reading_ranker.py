"""The ranker: how likely each reading of a question is, by weights that training made.

A linear model over named evidence (``qa.followups.drafts``): inspectable, and evaluated here
without scikit-learn. ``qa.training.conversation`` makes the weights.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from qa.followups.drafts import Draft

MODEL = Path(__file__).parents[1] / "models" / "conversation.json"


class Ranker(BaseModel):
    """Weights of the evidence, and by how much a reading must lead a whole question as asked."""

    model_config = ConfigDict(frozen=True)

    weights: Mapping[str, float]
    least_lead: float

    def score(self, draft: Draft) -> float:
        """Return the draft's score; the question as asked has 0."""
        weights = self.weights
        return sum(value * weights.get(name, 0.0) for name, value in draft.features.items())

    def priors(self, drafts: Sequence[Draft], *, as_asked: float) -> list[float]:
        """Return each draft's probability among them; the first is the question as asked, of that score."""
        scores = [as_asked, *(self.score(draft) for draft in drafts[1:])]
        highest = max(scores, default=0.0)
        shares = [math.exp(score - highest) for score in scores]
        total = sum(shares)
        return [share / total for share in shares]


@cache
def shipped_ranker() -> Ranker:
    """Return the ranker that ships."""
    return Ranker.model_validate_json(MODEL.read_text("utf-8"))
