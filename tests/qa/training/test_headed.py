"""Contexts are put under a heading without moving the answer off its words."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from qa.training.headed import headed
from tests.qa.training.made_rows import made_row

ROW = made_row("Who dug the harbour of Vellmar?", "It was dug by Ida Brandt in 1874.", "Ida Brandt")
OTHER = made_row("When was the mill of Orr built?", "It was built in 1804.", "1804")


@given(st.integers())
def test_the_answer_stands_where_it_is_said_to(seed: int) -> None:
    row = headed(ROW.model_copy(update={"title": "Vellmar"}), OTHER, random.Random(seed))
    [gold] = row.answers
    assert row.context[gold.start : gold.start + len(gold.text)] == gold.text == "Ida Brandt"
    assert row.context.endswith(ROW.context)


def test_headings_are_titles_and_questions_of_the_row_and_of_others() -> None:
    titled = ROW.model_copy(update={"title": "Vellmar_harbour"})
    made = {
        headed(titled, OTHER, random.Random(seed)).context.partition(ROW.context)[0] for seed in range(80)
    }
    assert {"Vellmar harbour. ", "Who dug the harbour of Vellmar? "} <= made
    assert any("Orr" in front for front in made)
    assert "" in made  # where the other row has no title
