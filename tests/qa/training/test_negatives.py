"""Hard negatives: passages that BM25 finds for a question and that do not answer it."""

import random

from qa.training.negatives import mine
from tests.qa.training.made_rows import made_row

_ROWS = [
    made_row("Who built the old bridge?", "The old bridge was built by Anna Berg.", "Anna Berg", 1),
    made_row("When was the old bridge closed?", "The old bridge was closed in 1961.", "1961", 2),
    made_row("Who built the new bridge?", "The new bridge was built by a firm.", "a firm", 3),
    made_row("Who praised it?", "Anna Berg praised the old bridge that she built.", "Anna Berg", 4),
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
