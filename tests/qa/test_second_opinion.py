"""Where the shipped reader meets silence another one is asked, with the support that was fitted to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.articles import Article
from index.library import Library
from qa.answerer import Answerer
from qa.readers import open_reader, second_opinion
from tests.qa.tiny_reader import make_tiny_reader

TEXT = """
The mill of Orrin burned down in the night of 3 May 1912. The blaze broke out in the flour loft, and the
owner, Maud Holt, blamed the miller, a careless smoker. It was never rebuilt, for the insurer refused to pay.

The town council bought the ruin in 1950, and turned it into a playground for the children of the valley.
"""


@pytest.fixture(scope="module")
def answerer() -> Answerer:
    return Answerer(Library.of([Article("mill.txt", "The mill of Orrin", TEXT)]), open_reader())


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which bad habit is said to have set Orrin's mill on fire?", "smoke"),
        ("What do the youngsters of the valley use the remains for?", "playground"),
    ],
)
def test_what_is_said_in_other_words_is_found(answerer: Answerer, question: str, answer: str) -> None:
    given = answerer.answer(question)
    assert given.answer is not None and answer in given.answer
    (cited, *_) = given.citations
    assert TEXT[cited.start : cited.end] == cited.quote == given.answer


def test_what_neither_finds_stays_silent(answerer: Answerer) -> None:
    given = answerer.answer("How many sacks of flour were lost in the fire?")
    assert not given.answered and given.nearest


def test_only_the_shipped_reader_has_another_to_ask(tmp_path: Path) -> None:
    assert second_opinion(open_reader(make_tiny_reader(tmp_path))) is None
    opinion = second_opinion(open_reader())
    assert opinion is not None and second_opinion(opinion.reader) is None
