"""Hard negatives: passages that BM25 finds for a question and that do not answer it."""

import random

from qa.training.negatives import mine
from qa.training.rows import GoldSpan, Row


def _row(number: int, question: str, context: str, answer: str) -> Row:
    gold = GoldSpan(text=answer, start=context.index(answer))
    return Row(id=str(number), question=question, context=context, answers=(gold,), source="test")


_ROWS = [
    _row(1, "Who built the old bridge?", "The old bridge was built by Anna Berg.", "Anna Berg"),
    _row(2, "When was the old bridge closed?", "The old bridge was closed in 1961.", "1961"),
    _row(3, "Who built the new bridge?", "The new bridge was built by a firm.", "a firm"),
    _row(4, "Who praised it?", "Anna Berg praised the old bridge that she built.", "Anna Berg"),
]


def test_mined_rows_have_no_answer_and_the_passage_of_another() -> None:
    mined = mine(_ROWS, count=4, pool=100, chance=random.Random(0))
    asked = {row.question: row.context for row in _ROWS}
    assert len(mined) == 4
    assert all(not row.answers and row.context != asked[row.question] for row in mined)


def test_a_passage_that_holds_the_answer_is_no_negative() -> None:
    for seed in range(8):
        mined = mine(_ROWS, count=4, pool=100, chance=random.Random(seed))
        of_the_builder = [row.context for row in mined if row.question == "Who built the old bridge?"]
        assert of_the_builder and _ROWS[3].context not in of_the_builder
