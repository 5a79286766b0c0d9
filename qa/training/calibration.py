"""What each threshold would do; the measures that go with it are in ``qa.calibration``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qa.calibration import Flags, Floats


class Choice(NamedTuple):
    """What a threshold does: the questions answered rightly and wrongly, and the share of wrong answers."""

    least_support: float
    answered_rightly: float
    answered_wrongly: float
    wrong_share: float


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
