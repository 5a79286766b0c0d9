"""The collection's topic, as passages about it speak of it."""

from __future__ import annotations

import pytest

from qa.followups.topic import as_spoken_of, by_name


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


TEXTS = ("*Heron Lake* is a Norwegian crime series, set on a lake.", "The family owns the ferry Heron Lake.")


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Why was the series cancelled?", "Why was Heron Lake cancelled?"),
        ("How does this series end?", "How does Heron Lake end?"),
        ("Who wrote the series?", "Who wrote Heron Lake?"),
        ("What does the ferry carry?", "What does Heron Lake carry?"),
        ("Who made the series finale?", None),
        ("What is the crime?", None),
        ("Who is the cook?", None),
        ("Is Heron Lake the series of the year?", None),
    ],
)
def test_the_series_is_the_topic_where_the_texts_call_it_one(question: str, named: str | None) -> None:
    assert by_name(question, ["Heron Lake"], TEXTS) == named
