"""Support: the calibrated probability that a fact's best span answers the question.

A logistic regression over a few readable features, trained by ``qa.training.support`` and
kept as plain JSON (``qa/models/support.json``), so that answering needs no scikit-learn.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

MODEL = Path(__file__).with_name("models") / "support.json"
# The logistic function is flat beyond this; keeps exp() from overflowing.
_LOGIT_LIMIT = 30.0


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of a fact, each figure of the order of one.

    ``lead``: the reader's lead over no answer; ``gap``: its lead over the best other fact;
    ``sentence_coverage`` and ``passage_coverage``: IDF-weighted share of the question's terms
    found there (the passage counts with its article's title); ``names_missing``: the same
    share of the question's names and numbers that the passage lacks; ``terms_unknown``: share
    of the question's terms that the whole collection lacks; ``kind_fits``: 1 when the span has
    the form that the question expects, -1 when not, 0 when form does not tell;
    ``other_articles`` and ``other_passages``: log-counts of further places that say the same;
    ``rank``: 1 / (1 + BM25 rank); ``bm25``: score as a share of the best one's; ``rivals``:
    log-count of other facts that the reader would answer with; ``length``: log-count of the
    answer's words.
    """

    lead: float
    gap: float
    sentence_coverage: float
    passage_coverage: float
    names_missing: float
    terms_unknown: float
    kind_fits: float
    other_articles: float
    other_passages: float
    rank: float
    bm25: float
    rivals: float
    length: float

    def columns(self) -> dict[str, float]:
        """Return the figures by name, with the products that the model takes beside them."""
        named: dict[str, float] = asdict(self)
        # A high lead means little in a passage that lacks what the question names.
        named["lead_x_names_missing"] = self.lead * self.names_missing
        named["lead_x_passage_coverage"] = self.lead * self.passage_coverage
        return named


class Weight(BaseModel):
    """One feature's part in the sum: ``weight * (value - mean) / scale``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    weight: float
    mean: float
    scale: float


class SupportModel(BaseModel):
    """The trained weights; ``least_support`` is the default threshold for answering."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    bias: float
    weights: dict[str, Weight]
    least_support: float

    def support(self, features: Features) -> float:
        """Return the probability, in 0..1, that the fact answers the question."""
        columns = features.columns()
        logit = self.bias + sum(
            part.weight * (columns[name] - part.mean) / part.scale for name, part in self.weights.items()
        )
        return 1 / (1 + math.exp(-max(-_LOGIT_LIMIT, min(_LOGIT_LIMIT, logit))))


@cache
def support_model(path: Path = MODEL) -> SupportModel:
    """Return the weights in a file, by default the shipped ones, read once."""
    return SupportModel.model_validate_json(path.read_text(encoding="utf-8"))
