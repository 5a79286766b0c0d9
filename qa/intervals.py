"""How far a mean may be from the truth: percentile bootstrap intervals, seeded.

Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

# Resamples: the ends of a 95 % interval then move by less than half a point between seeds.
_RESAMPLES = 2000
_SEED = 20200117
_ENDS = (2.5, 97.5)
# Values drawn at once; bounds the memory for large sets.
_DRAWN_AT_ONCE = 4_000_000


def interval(values: Sequence[float]) -> tuple[float, float] | None:
    """Return the 95 % bootstrap interval of the mean of ``values``; None for an empty set.

    The same values always give the same interval. A single value, or equal ones, give an
    interval of no width: a bootstrap cannot know better.
    """
    if not values:
        return None
    observed = np.asarray(values, dtype=np.float64)
    generator = np.random.default_rng(_SEED)
    at_once = max(1, min(_RESAMPLES, _DRAWN_AT_ONCE // observed.size))
    means = np.concatenate(
        [
            observed[
                generator.integers(0, observed.size, (min(at_once, _RESAMPLES - done), observed.size))
            ].mean(axis=1)
            for done in range(0, _RESAMPLES, at_once)
        ]
    )
    low, high = np.percentile(means, _ENDS)
    return float(low), float(high)
