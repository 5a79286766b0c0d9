"""Exact match, F1 and what counts as the same answer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.metrics import best_threshold_f1, exact_match, holds, normalise, says_the_same, token_f1


@pytest.mark.parametrize(
    ("text", "normal"),
    [("The  Eiffel Tower!", "eiffel tower"), ("a an the", ""), ("U.S.", "us"), ("don’t", "don’t"), ("", "")],
)
def test_text_is_normalised_as_squad_does(text: str, normal: str) -> None:
    assert normalise(text) == normal


def test_figures_of_the_official_script() -> None:
    # "in 1066" against 1066: one of two tokens shared, precision 1/2, recall 1.
    assert token_f1("in 1066", ["1066"]) == pytest.approx(2 / 3)
    assert exact_match("in 1066", ["1066", "In 1066."]) == 1.0
    assert token_f1("the cat", ["a cat", "dog"]) == 1.0
    assert token_f1("cat cat", ["cat"]) == pytest.approx(2 / 3)


def test_without_an_answer_only_silence_is_right() -> None:
    assert (exact_match("", []), token_f1("", [])) == (1.0, 1.0)
    assert (exact_match("x", []), token_f1("x", [])) == (0.0, 0.0)
    assert exact_match("the", []) == 1.0, "the official script compares what is left after normalising"


@pytest.mark.parametrize(
    ("predicted", "gold", "right"),
    [
        ("Julius Berg", "julius berg", True),
        ("Director Julius Berg", "Julius Berg", True),
        ("Berg", "Julius Berg", True),
        ("of", "the Duke of York", False),
        ("ten", "ten episodes", True),
        ("episodes", "ten episodes", False),
        ("January", "January 17, 2020", False),
        ("January 17", "January 17, 2020", True),
        ("audio", "because the audio would match the actors' lips", False),
        ("the audio would match", "because the audio would match the actors' lips", True),
        ("eighty", "eight", False),
        ("ten episodes", "eight episodes", False),
        ("January 29, 2019", "March 29, 2019", False),
        (
            "to fund original content from all over the globe",
            "to fund new original content from every corner",
            True,
        ),
        ("", "Julius Berg", False),
    ],
)
def test_the_same_answer_may_be_cut_differently(predicted: str, gold: str, right: bool) -> None:
    assert says_the_same(predicted, [gold]) is right


def test_holding_is_by_whole_words() -> None:
    assert holds("It cost €8 million in all.", ["€8 million"])
    assert not holds("eighteen", ["eight"])
    assert not holds("anything", ["the", ""])


def test_the_best_threshold_keeps_answers_that_pay() -> None:
    # Ranked by support: right, right, false answer, right; the best cut is after the second or the last.
    scored = [(0.9, 1.0, True), (0.8, 1.0, True), (0.4, 0.0, False), (0.3, 0.0, True)]
    assert best_threshold_f1(scored) == (pytest.approx(3 / 4), 0.8)
    assert best_threshold_f1([]) == (0.0, 0.0)
    assert best_threshold_f1([(0.5, 0.0, False)]) == (1.0, 1.0)


def test_equal_support_cannot_be_cut_apart() -> None:
    assert best_threshold_f1([(0.5, 1.0, True), (0.5, 0.0, False)])[0] == pytest.approx(1 / 2)


@settings(max_examples=60, deadline=None)
@given(predicted=st.text(max_size=40), golds=st.lists(st.text(max_size=40), max_size=3))
def test_the_measures_are_shares_and_agree(predicted: str, golds: list[str]) -> None:
    f1 = token_f1(predicted, golds)
    assert 0.0 <= f1 <= 1.0
    if exact_match(predicted, golds):
        assert f1 == 1.0
        assert says_the_same(predicted, golds)
