"""Support: the calibrated probability that a fact's best span answers the question.

A logistic regression over a few readable features, trained by ``qa.training.support`` and
kept as plain JSON (``qa/models/support.json``), so that answering needs no scikit-learn.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, ValidationError

from index.errors import UnreadableError

MODEL = Path(__file__).with_name("models") / "support.json"
# The logistic function is flat beyond this; keeps exp() from overflowing.
_LOGIT_LIMIT = 30.0


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of a fact, each figure of the order of one (made by ``qa.fact_features``).

    Of the reader: ``lead``, the best span's over no answer; ``sure``, the same as a probability;
    ``behind``, how far it lies below the best other fact's, and ``ahead`` how far above; ``rivals``,
    log-count of other facts, each as far as the reader prefers it to this one.

    Of the words: ``…_coverage``, the IDF-weighted share of the question's terms that the sentence,
    the passage (with its article's title) and the passages around it have, words of like meaning
    counted as far as they are alike (``qa.wording``); ``coverage_behind``, how much
    less that of the passage is than the best passage's; ``pairs``, the share of the question's
    neighbouring terms that are neighbours in the passage; ``nearness``, the coverage with words
    further from the span counting less; ``names_missing``, the share of the question that its names and
    numbers make up which the passage lacks, and ``…_nearby`` the sentence; ``focus_missing``,
    whether the passage lacks the noun asked for. The passage's rank and BM25 score are none of the
    figures: beside the coverage they told nothing on held-out collections.

    Of the answer: ``kind_fits``, 1 when its form is what the question expects; ``counts_asked`` and
    ``counts_other``, 1 when its number is one of what "how many" asks for, or of something else;
    ``length``, log-count of its words.

    Of the question: ``telegram``, 1 when no word asks, ``explains`` when it asks for a reason or a manner,
    ``decides`` when for a yes or no, and ``undecided`` the share of such a question that the sentence
    lacks.
    """

    lead: float
    sure: float
    behind: float
    ahead: float
    rivals: float
    sentence_coverage: float
    passage_coverage: float
    surroundings_coverage: float
    coverage_behind: float
    pairs: float
    nearness: float
    names_missing: float
    names_missing_nearby: float
    focus_missing: float
    kind_fits: float
    counts_asked: float
    counts_other: float
    length: float
    telegram: float
    explains: float
    decides: float
    undecided: float

    def columns(self) -> dict[str, float]:
        """Return the figures by name."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def names(cls) -> frozenset[str]:
        """Return the names of all figures."""
        return frozenset(field.name for field in fields(cls))


class Weight(BaseModel):
    """One feature's part in the sum: ``weight * (value - mean) / scale``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    weight: FiniteFloat
    mean: FiniteFloat
    scale: FiniteFloat = Field(gt=0)


class SupportModel(BaseModel):
    """The trained weights; ``least_support`` is the default threshold for answering."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    bias: FiniteFloat
    weights: dict[str, Weight]
    least_support: float = Field(ge=0, le=1)

    def support(self, features: Features, besides: float = 0.0) -> float:
        """Return the probability, in 0..1, that the fact answers the question.

        ``besides`` are log-odds of what speaks for it and was not learnt.
        """
        columns = features.columns()
        logit = (
            besides
            + self.bias
            + sum(
                part.weight * (columns[name] - part.mean) / part.scale for name, part in self.weights.items()
            )
        )
        return 1 / (1 + math.exp(-max(-_LOGIT_LIMIT, min(_LOGIT_LIMIT, logit))))


@cache
def support_model(path: Path = MODEL) -> SupportModel:
    """Return the weights in a file, by default the shipped ones, read once.

    Raises UnreadableError when the file cannot be read, is no such model, or weighs figures
    that there are not.
    """
    try:
        model = SupportModel.model_validate_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UnreadableError(f"{path} is no support model: it is no UTF-8 text.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        raise UnreadableError(f"{path} is no support model: {where}: {first['msg']}.") from error
    unknown = model.weights.keys() - Features.names()
    if unknown:
        raise UnreadableError(f"{path} weighs what is no figure of a fact: {', '.join(sorted(unknown))}.")
    return model
