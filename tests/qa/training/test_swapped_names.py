"""Questions about a name that the passage does not hold."""

from __future__ import annotations

import random

from qa.training.swapped_names import swapped_names
from tests.qa.training.made_rows import made_row

ROWS = [
    made_row("Who directed Heron Lake?", "Heron Lake was directed by Ida Moe in 1984.", "Ida Moe", 1),
    made_row("Who directed Quiet Harbour?", "Quiet Harbour is a film by Per Dahl.", "Per Dahl", 2),
    made_row("What opened in 1984?", "The mill opened in 1984.", "The mill", 3),
    made_row("What closed in 1901?", "The mine closed in 1901.", "The mine", 4),
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
    alone = [made_row("Who directed it?", "Ida Moe directed it.", "Ida Moe", 1)]
    assert swapped_names(alone, 5, random.Random(1)) == []
