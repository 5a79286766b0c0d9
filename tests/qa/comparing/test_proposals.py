"""Yes-or-no questions: sentences that give two values where the question proposes one."""

from __future__ import annotations

import pytest

from qa.agreement import contradict
from qa.comparing.claims import Claim
from qa.question import AnswerKind

IN_1931 = "The Marl Bridge was opened in 1931."


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("Was the Marl Bridge opened in 1931?", IN_1931, "In 1932 the Marl Bridge was opened by the mayor."),
        ("Was the Marl Bridge opened in 1930?", IN_1931, "In 1932 the Marl Bridge was opened by the mayor."),
        (
            "Did the tower cost £3 million?",
            "The tower cost £3 million.",
            "The tower cost £4 million to build.",
        ),
        ("Is the tower 30 metres high?", "The tower is 30 metres high.", "The tower stands 34 metres high."),
        ("Did 41 people drown at Holm?", "41 people drowned at Holm.", "In all, 43 people drowned at Holm."),
    ],
)
def test_two_values_for_one_that_is_proposed_contradict_each_other(
    question: str, first: str, second: str
) -> None:
    assert contradict(question, Claim(first, first), Claim(second, second), AnswerKind.YESNO)
    assert contradict(question, Claim(second, second), Claim(first, first), AnswerKind.YESNO)


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("Was the Marl Bridge opened in 1931?", IN_1931, "The Marl Bridge was opened in May 1931."),
        ("Was the Marl Bridge opened in 1931?", IN_1931, "The Marl Bridge was closed in 1962."),
        ("Was the Marl Bridge opened by the mayor?", IN_1931, "The Marl Bridge was opened in 1932."),
        (
            "Did 41 people drown at Holm?",
            "41 people drowned at Holm.",
            "In all, 43 houses were lost at Holm.",
        ),
        ("Did the tower cost £3 million?", "The tower cost £3 million.", "The tower is 30 metres high."),
    ],
)
def test_what_can_both_hold_is_no_contradiction(question: str, first: str, second: str) -> None:
    assert not contradict(question, Claim(first, first), Claim(second, second), AnswerKind.YESNO)
