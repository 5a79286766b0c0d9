"""Whether two quantities can be the same, and whether they exclude each other."""

from __future__ import annotations

import math

from qa.language.quantities import COUNT, RATING, Quantity

# Sums and products of floating-point numbers are off by less.
_ARITHMETIC = 1e-9
# What unit conversion and its rounding may make of a number (186 mph and 300 km/h).
_CONVERSION = 0.02
# A round number ("12,000") may stand for its neighbours ("12,345") this far away.
_ROUNDING = 0.1


def same_quantity(first: Quantity, second: Quantity) -> bool:
    """Tell whether both say the same amount; a bare number goes with one that has a unit."""
    if first.dimension != second.dimension:
        bare = {first.dimension, second.dimension} & {COUNT}
        return bool(bare) and first.value == second.value and not first.rough and not second.rough
    if first.rough or second.rough:
        if first.rough and second.rough:
            return math.isclose(first.low, second.low) and math.isclose(first.high, second.high)
        return (
            first.low <= second.high and second.low <= first.high and max(first.high, second.high) < math.inf
        )
    return math.isclose(first.low, second.low, rel_tol=_tolerance(first, second))


def quantities_clash(first: Quantity, second: Quantity) -> bool:
    """Tell whether both cannot be the measure of one thing, rounding allowed for."""
    if first.dimension != second.dimension or first.dimension == RATING:
        return False
    if first.low <= second.high and second.low <= first.high:
        return False
    low, high = sorted((abs(first.low), abs(second.low)))
    if high and (high - low) / high <= _tolerance(first, second):
        return False
    return not ((first.round or second.round) and high and (high - low) / high <= _ROUNDING)


def _tolerance(first: Quantity, second: Quantity) -> float:
    return _ARITHMETIC if first.unit[:1] == second.unit[:1] else _CONVERSION
