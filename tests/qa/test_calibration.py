"""Reliability, calibration error, risk against coverage."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.calibration import (
    BINS,
    Bin,
    area_under,
    bins,
    calibration_error,
    calibration_interval,
    risk_coverage,
)

few = settings(max_examples=60, deadline=None)
# Few different values, so that ties happen.
support = st.one_of(st.floats(0, 1), st.sampled_from([0.0, 0.1, 0.3, 0.5, 0.9, 1.0]))
answers = st.lists(st.tuples(support, st.booleans()), min_size=1, max_size=40).map(
    lambda pairs: (np.array([s for s, _ in pairs]), np.array([r for _, r in pairs]))
)


def given_as(*pairs: tuple[float, bool]):
    return np.array([s for s, _ in pairs], dtype=float), np.array([r for _, r in pairs], dtype=bool)


def test_bins_hold_answers_of_like_support() -> None:
    found = bins(*given_as((0.05, False), (0.91, True), (0.95, False), (1.0, True)))
    assert found == [
        Bin(pytest.approx(0.05), 0.0, 1, 0),
        Bin(pytest.approx(0.953, abs=1e-3), pytest.approx(2 / 3), 3, 9),
    ]
    assert bins(*given_as()) == []


def test_the_error_is_the_mean_gap_between_support_and_rightness() -> None:
    assert calibration_error(*given_as((0.75, True), (0.75, True), (0.75, True), (0.75, False))) == 0.0
    assert calibration_error(*given_as((0.75, True), (0.25, True))) == pytest.approx((0.25 + 0.75) / 2)
    assert calibration_error(*given_as()) == 0.0


@few
@given(answers)
def test_every_answer_is_in_one_bin(given_answers) -> None:
    scores, right = given_answers
    found = bins(scores, right)
    assert sum(one.answers for one in found) == len(scores)
    assert all(
        one.place / BINS <= one.support + 1e-9 and one.support <= (one.place + 1) / BINS + 1e-9
        for one in found
    )
    assert 0 <= calibration_error(scores, right) <= 1


@few
@given(answers)
def test_the_area_lies_between_the_best_and_the_worst_order(given_answers) -> None:
    scores, right = given_answers
    best, worst = area_under(right.astype(float), right), area_under(1.0 - right, right)
    assert 0 <= best <= area_under(scores, right) + 1e-9
    assert area_under(scores, right) <= worst + 1e-9 <= 1 + 1e-9


@few
@given(answers, st.randoms())
def test_the_order_of_equal_scores_makes_no_difference(given_answers, random) -> None:
    scores, right = given_answers
    order = list(range(len(scores)))
    random.shuffle(order)
    assert area_under(scores[order], right[order]) == pytest.approx(area_under(scores, right))


@few
@given(answers)
def test_the_curve_ends_at_all_answers_and_their_share_of_wrong_ones(given_answers) -> None:
    coverage, risk = risk_coverage(*given_answers)
    assert coverage[-1] == 1.0 and (np.diff(coverage) > 0).all()
    assert risk[-1] == pytest.approx(1 - given_answers[1].mean())
    assert ((risk >= -1e-9) & (risk <= 1 + 1e-9)).all()


def test_an_area_by_hand() -> None:
    coverage, risk = risk_coverage(*given_as((0.9, True), (0.5, False), (0.4, True)))
    assert coverage.tolist() == pytest.approx([1 / 3, 2 / 3, 1])
    assert risk.tolist() == pytest.approx([0, 1 / 2, 1 / 3])
    assert area_under(*given_as((0.9, True), (0.5, False), (0.4, True))) == pytest.approx(5 / 18)


def test_among_equal_scores_the_expected_risk_is_taken() -> None:
    _, risk = risk_coverage(*given_as((0.5, True), (0.5, False)))
    assert risk.tolist() == pytest.approx([0.5, 0.5])


def test_over_no_answer_there_is_no_area() -> None:
    assert [part.size for part in risk_coverage(*given_as())] == [0, 0]
    with pytest.raises(ValueError, match="no answer"):
        area_under(*given_as())


def test_the_interval_holds_the_error_and_is_the_same_each_time() -> None:
    scores, right = given_as(*[(0.8, n % 3 > 0) for n in range(60)])
    low, high = calibration_interval(scores, right)
    assert low <= calibration_error(scores, right) <= high
    assert calibration_interval(scores, right) == (low, high)
