"""Bootstrap intervals."""

from __future__ import annotations

import pytest

from qa.intervals import interval


def test_no_value_has_no_interval() -> None:
    assert interval([]) is None


def test_one_value_or_equal_values_give_no_width() -> None:
    assert interval([1.0]) == (1.0, 1.0)
    assert interval([0.25] * 40) == (0.25, 0.25)


def test_the_interval_is_near_the_normal_one_and_repeatable() -> None:
    values = [1.0] * 60 + [0.0] * 40
    found = interval(values)
    assert found == interval(values)
    # 0.6 ± 1.96 · sqrt(0.6 · 0.4 / 100)
    assert found == (pytest.approx(0.504, abs=0.02), pytest.approx(0.696, abs=0.02))


def test_large_sets_are_drawn_in_parts() -> None:
    low, high = interval([0.0, 1.0] * 5000) or (0.0, 0.0)
    assert low < 0.5 < high
    assert high - low < 0.025
