"""How well support tells right from wrong: reliability, calibration error, risk against coverage.

All functions take the support of answers, each in 0..1, and whether each of them is right.
"""

from __future__ import annotations

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
    """Answers of like support: their mean support, the share that is right, how many there are.

    ``place`` counts the bins from 0: this one holds support from ``place / BINS`` on.
    """

    support: float
    right: float
    answers: int
    place: int


def bins(support: Floats, right: Flags) -> list[Bin]:
    """Return the filled bins, lowest support first."""
    place = np.minimum((support * BINS).astype(int), BINS - 1)
    return [
        Bin(float(support[place == b].mean()), float(right[place == b].mean()), int((place == b).sum()), b)
        for b in range(BINS)
        if (place == b).any()
    ]


def calibration_error(support: Floats, right: Flags) -> float:
    """Return the expected calibration error: how far the bins' support is from their share of right ones.

    Naeini, Cooper and Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian
    Binning (2015); in 0..1, and 0 over no answer.
    """
    found = bins(support, right)
    return sum(abs(one.support - one.right) * one.answers for one in found) / max(1, len(support))


def calibration_interval(support: Floats, right: Flags) -> tuple[float, float]:
    """Return a 95 % percentile bootstrap interval of the calibration error.

    Resampling adds noise that the error can only grow by, so that the interval leans upwards.
    Raises ValueError over no answer.
    """
    generator = np.random.default_rng(_SEED)
    draws = (generator.integers(0, len(support), len(support)) for _ in range(_RESAMPLES))
    low, high = np.percentile([calibration_error(support[draw], right[draw]) for draw in draws], (2.5, 97.5))
    return float(low), float(high)


def risk_coverage(score: Floats, right: Flags) -> tuple[Floats, Floats]:
    """Return coverage and risk as questions are answered one by one, the highest score first.

    Coverage is the share that is answered, risk the share of wrong answers among them (El-Yaniv
    and Wiener, 2010). Among equal scores the risk is the one expected over all their orders.
    """
    if not len(score):
        return np.zeros(0), np.zeros(0)
    _, tie = np.unique(-score, return_inverse=True)
    wrong_share = np.bincount(tie, weights=~right) / np.bincount(tie)
    answered = np.arange(1, len(score) + 1)
    return answered / len(score), np.cumsum(wrong_share[np.sort(tie)]) / answered


def area_under(score: Floats, right: Flags) -> float:
    """Return the area under the risk–coverage curve, in 0..1, lower being better.

    Geifman and El-Yaniv, Selective Classification for Deep Neural Networks (2017); that is the
    mean of the risks along the curve. Raises ValueError over no answer.
    """
    if not len(score):
        raise ValueError("there is no answer to take the risk of")
    return float(risk_coverage(score, right)[1].mean())
