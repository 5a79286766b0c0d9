"""The collection's topic, as passages about it speak of it."""

from __future__ import annotations

import pytest

from qa.followups.topic import as_spoken_of


@pytest.mark.parametrize(
    ("question", "spoken"),
    [
        ("Why was Heron Lake cancelled?", "Why was it cancelled?"),
        ("Who directed the series Heron Lake?", "Who directed the series?"),
        ("What is Heron Lake's budget?", "What is its budget?"),
        ("why was heron lake cancelled", "why was it cancelled"),
        ("Who plays Ida?", None),
        ("Who wrote Heron Lakeside?", None),
    ],
)
def test_a_topic_is_spoken_of_without_its_name(question: str, spoken: str | None) -> None:
    assert as_spoken_of(question, ["Heron Lake"]) == spoken


def test_a_name_with_the_is_left_out_with_it() -> None:
    assert as_spoken_of("Who built the Heron?", ["the Heron"]) == "Who built it?"
    assert as_spoken_of("Who built the ferry Heron?", ["the Heron"]) == "Who built the ferry?"


def test_a_mixed_collection_has_no_topic_to_speak_of() -> None:
    assert as_spoken_of("Why was Heron Lake cancelled?", []) is None
