"""How often values of about the same size occur, in bins of round widths."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_MOST_BINS = 12
# Values beyond this percentile share the last bin: one slow question must not press all the
# others into the first.
_TAIL = 0.98
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Bar:
    """How many values lie from ``low`` up to, but without, ``high``, which is infinite for a tail."""

    low: float
    high: float
    count: int


def histogram(values: Sequence[float]) -> list[Bar]:
    """Return the bars of values of 0 or more, without gaps between them; none over no value.

    The last bar takes what lies far out.
    """
    if not values:
        return []
    ordered = sorted(values)
    lowest, far = ordered[0], ordered[math.ceil(_TAIL * len(ordered)) - 1]
    width = _round_up((far - lowest) / (_MOST_BINS - 2)) if far > lowest else _round_up(max(far, 1e-3) / 5)
    first = math.floor(lowest / width)
    count = max(1, math.floor(far / width) - first + 1)
    edges = [(first + number) * width for number in range(count + 1)]
    # What a rounded edge cuts off at either end belongs to the bar beside it.
    places = [min(max(math.floor(value / width) - first, 0), count) for value in ordered]
    ends = [*edges[1:], math.inf]
    bars = [Bar(low, high, places.count(at)) for at, (low, high) in enumerate(zip(edges, ends, strict=True))]
    return bars if bars[-1].count else bars[:-1]


def bar_label(bar: Bar) -> str:
    """Return the bounds of a bar of seconds, e.g. ``0.10–0.15``."""
    if math.isinf(bar.high):
        return f"{_seconds(bar.low)} and more"
    return f"{_seconds(bar.low)}–{_seconds(bar.high)}"


def _seconds(value: float) -> str:
    return f"{value:.3f}" if 0 < value < 0.05 else f"{value:.2f}"


def _round_up(width: float) -> float:
    """Return the next width that is 1, 2, 2.5 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(width))
    return next(step * power for step in _ROUND if step * power >= width * (1 - 1e-9))
