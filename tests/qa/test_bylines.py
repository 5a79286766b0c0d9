"""Who wrote an article is answered from its byline, and of nothing else."""

from __future__ import annotations

import pytest

from index.articles import Article
from index.library import Library
from qa.bylines import byline_of

COLUMN = "Nobody Needed That Clock\nOpinion\nBy Caspar Nyberg\n\nThe clock is ugly."
REVIEW = "The Tide Clock: a review | The Courier\n\nBy Ida Moe\n\nI like the clock."
UNSIGNED = "The Clock of Port Eskel\n\nIt was built in 1876."
LIBRARY = Library.of(
    [
        Article("column.txt", "Nobody Needed That Clock", COLUMN, author="Caspar Nyberg"),
        Article("review.txt", "The Tide Clock: a review | The Courier", REVIEW, author="Ida Moe"),
        Article("page.txt", "The Clock of Port Eskel", UNSIGNED, author="Lise Brandt"),
    ]
)


def name(question: str, *cited: str) -> str | None:
    found = byline_of(question, LIBRARY, cited)
    if found is None:
        return None
    assert found.article.text[found.start : found.end] == found.quote
    return found.quote


@pytest.mark.parametrize(
    ("question", "author"),
    [
        ("Who wrote “Nobody Needed That Clock”?", "Caspar Nyberg"),
        ("who is the author of nobody needed that clock", "Caspar Nyberg"),
        ("Who wrote the article called Nobody Needed That Clock?", "Caspar Nyberg"),
        ("Who was “Nobody Needed That Clock” written by?", "Caspar Nyberg"),
        ("And who wrote the review?", "Ida Moe"),
        ("Who wrote The Tide Clock: a review?", "Ida Moe"),
    ],
)
def test_an_article_that_is_named_was_written_by_whom_its_byline_says(question: str, author: str) -> None:
    assert name(question) == author


@pytest.mark.parametrize(
    "question",
    [
        "Who wrote The Clock of Port Eskel?",  # its author stands nowhere in its text
        "Who wrote the novel?",
        "Who wrote The Keepers?",
        "Who wrote the article?",  # which one?
        "Who built “Nobody Needed That Clock”?",
        "Who is Caspar Nyberg?",
        "When was the review written?",
    ],
)
def test_nothing_else_is_told_by_a_byline(question: str) -> None:
    assert name(question) is None


def test_this_article_is_the_one_that_was_cited() -> None:
    assert name("Who wrote this article?", "review.txt") == "Ida Moe"
    assert name("Who wrote this article?", "review.txt", "column.txt") is None
