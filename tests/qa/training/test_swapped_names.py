"""Questions about a name that the passage does not hold."""

from __future__ import annotations

import random

from qa.training.rows import GoldSpan, Row
from qa.training.swapped_names import swapped_names


def _row(number: int, question: str, context: str, answer: str) -> Row:
    gold = GoldSpan(text=answer, start=context.index(answer))
    return Row(id=str(number), question=question, context=context, answers=(gold,), source="made")


ROWS = [
    _row(1, "Who directed Heron Lake?", "Heron Lake was directed by Ida Moe in 1984.", "Ida Moe"),
    _row(2, "Who directed Quiet Harbour?", "Quiet Harbour is a film by Per Dahl.", "Per Dahl"),
    _row(3, "What opened in 1984?", "The mill opened in 1984.", "The mill"),
    _row(4, "What closed in 1901?", "The mine closed in 1901.", "The mine"),
]


def test_a_name_is_exchanged_for_one_that_the_passage_lacks() -> None:
    made = swapped_names(ROWS, 10, random.Random(1))
    questions = {row.id: row.question for row in made}
    assert questions == {
        "1-swapped": "Who directed Quiet Harbour?",
        "2-swapped": "Who directed Heron Lake?",
        "3-swapped": "What opened in 1901?",
        "4-swapped": "What closed in 1984?",
    }
    assert all(not row.answers for row in made)


def test_no_more_are_made_than_wanted_and_the_same_for_the_same_seed() -> None:
    made = swapped_names(ROWS, 2, random.Random(7))
    assert len(made) == 2
    assert made == swapped_names(ROWS, 2, random.Random(7))


def test_a_row_with_nothing_to_exchange_makes_none() -> None:
    alone = [_row(1, "Who directed it?", "Ida Moe directed it.", "Ida Moe")]
    assert swapped_names(alone, 5, random.Random(1)) == []
