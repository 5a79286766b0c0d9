"""Passages that mislead a reader, made into questions without an answer; the reader is sure of ⟨brackets⟩."""

from __future__ import annotations

import random

import pytest

from qa.neural import NeuralReader
from qa.training.rows import Row
from qa.training.tempting import tempting
from tests.qa.tiny_reader import make_tiny_reader
from tests.qa.training.made_rows import made_row

_PADDING = "It stands on the north bank and has been painted green ever since the long war came to an end. "


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> NeuralReader:
    return NeuralReader(make_tiny_reader(tmp_path_factory.mktemp("reader"), no_answer=3.0))


def _made(rows: list[Row], reader: NeuralReader) -> list[Row]:
    return tempting(rows, count=len(rows), pool=100, reader=reader, chance=random.Random(0))


def test_the_rest_of_a_passage_that_misleads_is_kept_without_the_answer(tiny: NeuralReader) -> None:
    text = f"The bridge was built by Anna Berg. ⟨ The mayor ⟩ opened it with a speech. {_PADDING}"
    (made,) = _made([made_row("Who built the bridge?", text, "Anna Berg")], tiny)
    assert made.answers == () and made.question == "Who built the bridge?"
    assert made.context == text.partition(". ")[2].strip()


def test_of_two_passages_the_one_that_misleads_is_kept(tiny: NeuralReader) -> None:
    asked = made_row("Who built the bridge?", "Anna Berg built the bridge.", "Anna Berg", 1)
    other = made_row("Who opened it?", "The bridge was opened by ⟨ a duke ⟩ .", "a duke", 2)
    calm = made_row("When was it shut?", "The bridge was shut in 1961.", "1961", 3)
    made = [row for row in _made([asked, other, calm], tiny) if row.question == asked.question]
    assert [row.context for row in made] == [other.context]


def test_nothing_is_made_where_nothing_misleads_or_the_answer_may_be_meant(tiny: NeuralReader) -> None:
    calm = f"The bridge was built by Anna Berg. The mayor opened it. {_PADDING}"
    again = f"The bridge was built by Anna Berg. ⟨ Miss Berg ⟩ was proud of it. {_PADDING}"
    for text in (calm, again):
        assert _made([made_row("Who built the bridge?", text, "Anna Berg")], tiny) == []


def test_of_a_long_passage_what_is_around_the_temptation_is_kept(tiny: NeuralReader) -> None:
    text = f"It was built by Anna Berg. {_PADDING * 9}⟨ The mayor ⟩ opened it. {_PADDING * 9}"
    (made,) = _made([made_row("Who built the bridge?", text, "Anna Berg")], tiny)
    assert "⟨ The mayor ⟩ opened it." in made.context
    assert len(made.context) < 700
    assert text.find(made.context) > 0 and made.context == made.context.strip()
