"""Numbering: one of several of a name is not another."""

from __future__ import annotations

import pytest

from index.articles import Article
from index.library import Library
from qa.answerer import Answerer
from qa.comparing.numbering import leaves_numbers_out, numbered_otherwise
from qa.readers import open_reader


@pytest.mark.parametrize(
    ("question", "text", "otherwise"),
    [
        ("When did season 2 begin?", "The first season began in March.", True),
        ("When did season two begin?", "Season 2 began in March.", False),
        ("When did the second season begin?", "Season 2 began in March.", False),
        ("What does the Brewster 200 cost?", "The Brewster 300 costs 50 euros.", True),
        ("What does the Brewster 200 cost?", "The Brewster 300 costs more than the Brewster 200.", False),
        ("What does the Brewster 200 cost?", "It costs 50 euros.", False),
        ("What happened on May 3?", "On May 5 it rained.", False),
        ("Who won in 1998?", "In 1997 nobody won.", False),
        ("Which songs are in the top 10?", "The top 5 are by Ada Berg.", False),
        ("How many boats were there?", "There were 40 boats.", False),
        ("", "", False),
    ],
)
def test_one_of_several_is_told_from_another(question: str, text: str, otherwise: bool) -> None:
    assert numbered_otherwise(question, text) is otherwise


def test_what_is_said_of_one_model_is_not_answered_for_another() -> None:
    text = "The Brewster 300 costs 50 euros and holds two litres.\n\nThe Brewster 200 holds one litre."
    answerer = Answerer(Library.of([Article("kettles.txt", "Kettles", text)]), open_reader())
    assert answerer.answer("How much does the Brewster 300 cost?").answer == "50 euros"
    assert not answerer.answer("How much does the Brewster 200 cost?").answered


@pytest.mark.parametrize(
    ("question", "text", "out"),
    [
        ("Is it the first series of its kind?", "It is the new series of that kind.", True),
        ("Is it the first series of its kind?", "It is the second of that kind.", False),
        ("Will there be a second season?", "It was stopped after one season.", False),
        ("Will there be a season 2?", "It goes on.", True),
        ("Is it a series?", "It is the new series of that kind.", False),
    ],
)
def test_whether_it_was_the_first_is_decided_by_a_number(question: str, text: str, out: bool) -> None:
    assert leaves_numbers_out(question, text) is out
