"""Yes/no questions made of others."""

from __future__ import annotations

import random

import pytest

from qa.training.yes_no import yes_no_questions
from tests.qa.training.made_rows import made_row


@pytest.mark.parametrize(
    ("question", "context", "answer", "made"),
    [
        ("When was the mill built?", "The mill was built in 1920.", "1920", "Was the mill built in 1920?"),
        ("Where did she live?", "She lived near Lyon.", "Lyon", "Did she live near Lyon?"),
        ("How many rooms does it have?", "It has 12 rooms.", "12", "Does it have 12 rooms?"),
        ("Who was the editor?", "The editor was Jo Roe.", "Jo Roe", "Was Jo Roe the editor?"),
        ("Who founded the paper?", "Jo Roe founded it.", "Jo Roe", "Was it Jo Roe who founded the paper?"),
    ],
)
def test_the_answer_is_put_into_the_question(question: str, context: str, answer: str, made: str) -> None:
    [row] = yes_no_questions([made_row(question, context, answer)], 1, random.Random(1))
    assert row.question == made
    # What decides it is where the answer stands.
    assert [gold.text for gold in row.answers] == [answer]


def test_what_another_row_says_is_supposed_as_well() -> None:
    rows = [
        made_row("When was the mill built?", "The mill was built in 1920.", "1920"),
        made_row("When was the mine shut?", "The mine was shut in 1854.", "1854"),
    ]
    questions = {row.question for seed in range(20) for row in yes_no_questions(rows, 2, random.Random(seed))}
    assert {"Was the mill built in 1920?", "Was the mill built in 1854?"} <= questions


def test_other_questions_make_none() -> None:
    why = made_row("Why was it built?", "It was built to grind corn.", "to grind corn")
    assert yes_no_questions([why], 1, random.Random(1)) == []
