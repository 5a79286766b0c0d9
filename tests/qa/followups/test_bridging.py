"""Bridges: who must be looked up before a question can be."""

from __future__ import annotations

import pytest

from qa.followups.bridging import bridges


@pytest.mark.parametrize(
    ("question", "first", "then"),
    [
        ("Who plays Ada's wife?", "Who is Ada's wife?", "Who plays Siri?"),
        (
            "When was the founder of the paper born?",
            "Who is the founder of the paper?",
            "When was Siri born?",
        ),
        ("What does Ada's wife do?", "Who is Ada's wife?", "What does Siri do?"),
        ("How old is the firm’s owner now?", "Who is the firm’s owner?", "How old is Siri now?"),
    ],
)
def test_somebody_told_by_another_makes_two_questions(question: str, first: str, then: str) -> None:
    (bridge,) = bridges(question)
    assert bridge.question == first
    assert bridge.crossed("Siri") == then


@pytest.mark.parametrize(
    "question",
    [
        "Who is Ada's wife?",
        "What's the name of Ada's wife?",
        "What is Ada's book called?",
        "Who plays Ada?",
        "Why was it built?",
        "",
        "of",
    ],
)
def test_other_questions_are_asked_at_once(question: str) -> None:
    assert bridges(question) == []
