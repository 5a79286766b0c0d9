"""Whose "the rival company" is: tried where the question as it was asked meets silence."""

from __future__ import annotations

import pytest

from qa.conversation import Turn
from tests.qa.test_conversation import offered, turn, understood

NAMED = turn("What is the ferry called?", "Meridian")


def test_a_thing_that_nobody_has_may_be_of_what_was_named_last() -> None:
    assert any("Meridian's captain" in reading for reading in offered("Who is the captain?", NAMED))


@pytest.mark.parametrize("question", ["Who is the captain?", "What is the rival company called?"])
def test_the_question_as_it_was_asked_is_likelier(question: str) -> None:
    assert understood(question, NAMED) == question


@pytest.mark.parametrize(
    ("question", "before"),
    [
        ("Who is the captain of the tug?", NAMED),
        ("Who is the man who left?", NAMED),
        ("Who is the captain's brother?", NAMED),
        ("When was the Aurora built?", NAMED),
        ("What happened in the year?", NAMED),
        ("Who is the captain of Meridian?", NAMED),
        ("Who is the captain?", turn("When was the ferry built?", "1987")),
        ("Who is the captain?", turn("Is there a ferry?")),
    ],
)
def test_nothing_has_an_owner_given(question: str, before: Turn) -> None:
    assert not any("Meridian's" in reading for reading in offered(question, before))
