"""Near misses: passages that BM25 finds for a question and that do not answer it."""

import random

from qa.training.negatives import beside_near_misses, mine
from qa.training.rows import GoldSpan, Row


def _row(number: int, question: str, context: str, answer: str | None) -> Row:
    gold = () if answer is None else (GoldSpan(text=answer, start=context.index(answer)),)
    return Row(id=str(number), question=question, context=context, answers=gold, source="test")


_ROWS = [
    _row(1, "Who built the old bridge?", "The old bridge was built by Anna Berg.", "Anna Berg"),
    _row(2, "When was the old bridge closed?", "The old bridge was closed in 1961.", "1961"),
    _row(3, "Who built the new bridge?", "The new bridge was built by a firm.", "a firm"),
    _row(4, "Who praised it?", "Anna Berg praised the old bridge that she built.", "Anna Berg"),
    _row(5, "What grows there?", "Reeds grow along the river.", "Reeds"),
]


def test_a_question_stands_before_its_near_misses() -> None:
    sheaves = beside_near_misses(_ROWS, _ROWS, most=2, pool=100, chance=random.Random(0))
    assert [sheaf[0] for sheaf in sheaves] == _ROWS
    for own, *missed in sheaves:
        assert len(missed) <= 2
        assert all(row.question == own.question and not row.answers for row in missed)
        assert len({row.id for row in (own, *missed)}) == len({row.context for row in (own, *missed)})


def test_a_passage_that_holds_the_answer_is_no_near_miss() -> None:
    (sheaf,) = beside_near_misses(_ROWS, _ROWS[:1], most=9, pool=100, chance=random.Random(0))
    contexts = {row.context for row in sheaf[1:]}
    assert _ROWS[1].context in contexts
    assert _ROWS[3].context not in contexts


def test_a_question_without_answer_stays_alone() -> None:
    unanswerable = _row(6, "Who closed the old bridge?", "The old bridge was closed in 1961.", None)
    assert beside_near_misses(_ROWS, [unanswerable], most=2, pool=100, chance=random.Random(0)) == [
        (unanswerable,)
    ]


def test_mined_rows_have_no_answer_and_the_passage_of_another() -> None:
    mined = mine(_ROWS, count=5, pool=100, chance=random.Random(0))
    asked = {row.question: row.context for row in _ROWS}
    assert mined
    assert all(not row.answers and row.context != asked[row.question] for row in mined)
