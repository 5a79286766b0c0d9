"""How well probabilities tell right from wrong: calibration error, risk against coverage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

# Bins of equal width, as is customary for expected calibration error (Naeini et al., 2015).
BINS = 10
_RESAMPLES = 1000
_SEED = 20200117


class Bin(NamedTuple):
    """Answers of like support: their mean support, the share that is right, how many there are."""

    support: float
    right: float
    answers: int


class Choice(NamedTuple):
    """What a threshold does: the questions answered rightly and wrongly, and the share of wrong answers."""

    least_support: float
    answered_rightly: float
    answered_wrongly: float
    wrong_share: float


def bins(support: Floats, right: Flags) -> list[Bin]:
    """Return the filled bins, lowest support first."""
    place = np.minimum((support * BINS).astype(int), BINS - 1)
    return [
        Bin(float(support[place == b].mean()), float(right[place == b].mean()), int((place == b).sum()))
        for b in range(BINS)
        if (place == b).any()
    ]


def calibration_error(support: Floats, right: Flags) -> float:
    """Return the expected calibration error: how far the bins' support is from their share of right ones."""
    found = bins(support, right)
    return sum(abs(one.support - one.right) * one.answers for one in found) / max(1, len(support))


def calibration_interval(support: Floats, right: Flags) -> tuple[float, float]:
    """Return a 95 % percentile bootstrap interval of the calibration error.

    Resampling adds noise that the error can only grow by, so that the interval leans upwards.
    """
    generator = np.random.default_rng(_SEED)
    draws = (generator.integers(0, len(support), len(support)) for _ in range(_RESAMPLES))
    low, high = np.percentile([calibration_error(support[draw], right[draw]) for draw in draws], (2.5, 97.5))
    return float(low), float(high)


def risk_coverage(score: Floats, right: Flags) -> tuple[Floats, Floats]:
    """Return coverage and risk as questions are answered one by one, the highest score first.

    Equal scores are answered together in their order; risk is the share of wrong answers.
    """
    order = np.argsort(-score, kind="stable")
    answered = np.arange(1, len(order) + 1)
    return answered / len(order), np.cumsum(~right[order]) / answered


def area_under(score: Floats, right: Flags) -> float:
    """Return the area under the risk–coverage curve, lower being better (Geifman and El-Yaniv, 2017)."""
    return float(risk_coverage(score, right)[1].mean())


def choose(support: Floats, right: Flags, thresholds: Sequence[float]) -> list[Choice]:
    """Return what each threshold would do."""
    return [
        Choice(
            float(least),
            float((right & (support >= least)).mean()),
            float((~right & (support >= least)).mean()),
            float((~right[support >= least]).mean()) if (support >= least).any() else 0.0,
        )
        for least in thresholds
    ]
