"""Counting to one of what the last turn lists: "the second one", "the last two options"."""

from __future__ import annotations

import pytest

from index.library import Library
from qa.conversation import resolve
from qa.followups.counting import counted
from qa.followups.listing import listed
from tests.qa.test_conversation import turn

ROOMS = "The museum has a reading room, a workshop and a small theatre."


@pytest.mark.parametrize(
    ("said", "items"),
    [
        (ROOMS, ["the reading room", "the workshop", "the small theatre"]),
        ("There are two halls, including Berg Hall and Holm Hall.", ["Berg Hall", "Holm Hall"]),
        (
            "These were shown: lamps, old ship models (on loan), maps of the bay.",
            ["lamps", "old ship models", "maps of the bay"],
        ),
        ("1) Lamps: these came first. 2) Ship models, on loan.", ["Lamps", "Ship models"]),
        ("Ada Berg is a diver. Alternatively, there is Olaf Holm.", ["Ada Berg", "Olaf Holm"]),
        ("It is a museum.", []),
    ],
)
def test_what_an_answer_lists_is_told_in_order(said: str, items: list[str]) -> None:
    assert listed(turn("What can be seen?", said)) == items


def test_what_a_question_lists_counts_where_its_answer_lists_nothing() -> None:
    assert listed(turn("Who was older, Ada Berg or Olaf Holm?", "unknown")) == ["Ada Berg", "Olaf Holm"]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("How large is the second one?", "How large is the workshop?"),
        ("Tell me more about the last option.", "Tell me more about the small theatre."),
        ("Who built the latter?", "Who built the small theatre?"),
        ("When were the first two opened?", None),
        ("What are the last two?", "What are the workshop and the small theatre?"),
        ("Who designed the first two items?", "Who designed the reading room and the workshop?"),
        ("How large is the fourth one?", None),
        ("And for the first?", "And for the reading room?"),
        ("Which room was the first?", None),
        ("When did the second season begin?", None),
        ("Who came in the first place?", None),
        ("When did the last two seasons begin?", None),
    ],
)
def test_counting_words_are_filled_in(asked: str, meant: str | None) -> None:
    assert counted(asked, [turn("What rooms has the museum?", ROOMS)]) == meant


def test_nothing_is_counted_to_before_anything_was_said() -> None:
    assert counted("How large is the second one?", []) is None


def test_a_follow_up_that_counts_is_understood_as_what_it_counts_to() -> None:
    said = turn("What rooms has the museum?", ROOMS)
    assert (
        resolve("How large is the second one?", [said], Library.of([])).text == "How large is the workshop?"
    )
    assert "workshop" in resolve("And the second one?", [said], Library.of([])).text


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Which of them is older?", "Which of Berg Hall and Holm Hall is older?"),
        ("Were both of these halls burnt?", "Were both of Berg Hall and Holm Hall burnt?"),
        ("Who built them?", None),
        ("Which of these was older?", "Which of Berg Hall and Holm Hall was older?"),
    ],
)
def test_of_a_few_names_all_are_told(asked: str, meant: str | None) -> None:
    assert counted(asked, [turn("What halls are there?", "Berg Hall and Holm Hall")]) == meant


def test_of_things_without_names_none_is_told() -> None:
    assert counted("Which of them is older?", [turn("What rooms has the museum?", ROOMS)]) is None


def test_where_a_question_numbers_things_another_of_them_is_meant() -> None:
    numbered = turn("How deep is the second hole of Lund?", "385 metres")
    assert counted("And the first one, how deep is it?", [numbered]) == "And the first hole, how deep is it?"
    assert counted("And the first two?", [numbered]) is None
