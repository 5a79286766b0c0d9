"""Questions that ask what one thinks, and those that ask what is so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.comparing.opinions import asks_judgement


@pytest.mark.parametrize(
    "question",
    [
        "Is it any good?",
        "IS IT ANY GOOD?",
        "Isn't it boring?",
        "Is The Salt Road a good play?",
        "Are they good actors?",
        "Is the acting in The Salt Road convincing?",
        "Is the story slow or does it move quickly?",
        "Is the book better than the film?",
        "Are the characters well developed?",
        "Is the dialogue well-written?",
        "Does the plot convince?",
        "Is it worth seeing?",
        "Is it worth the money?",
        "Should I watch it?",
        "Would you recommend it?",
        "Did the critics like the ending?",
        "Can you tell me if it is any good?",
        "How good is the acting?",
        "How is the music?",
        "How was the film?",
        "How well is it written?",
        "How was The Salt Road received by critics?",
        "How did audiences react to the play?",
        "What do critics think of the acting?",
        "What did reviewers say about the story?",
        "What was the critical reception?",
        "What are its weaknesses?",
        "What is so good about it?",
    ],
)
def test_these_ask_for_a_judgement(question: str) -> None:
    assert asks_judgement(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who directed The Salt Road?",
        "Who is the best player?",
        "Who liked it?",
        "What is the best-selling novel?",
        "What is the story?",
        "What was the verdict?",
        "What do people eat there?",
        "What would visitors like to drink?",
        "Why is the acting bad?",
        "How is the music made?",
        "How is the ending explained?",
        "How is the story told?",
        "How good was the harvest in 1890?",
        "How much is it worth?",
        "How long is the film?",
        "Is it worth 3 million?",
        "Is it open?",
        "Is it well known?",
        "Is the river deep?",
        "Is the water good for drinking?",
        "Is there an interesting museum in Lund?",
        "Was the boring machine delivered?",
        "Did the good doctor die?",
        # A name that judges by its words alone.
        "Is A Beautiful Mind a film?",
        "Was Alexander the Great a king?",
        # One person's judgement is a fact about that person.
        "What did Jane Doe think of the acting?",
        "What did the mayor think of the bridge?",
        "According to Jane Doe, is it any good?",
        "",
        "???",
    ],
)
def test_these_ask_for_a_fact(question: str) -> None:
    assert not asks_judgement(question)


WORDS = [
    "is",
    "it",
    "any",
    "good",
    "how",
    "the",
    "acting",
    "what",
    "do",
    "critics",
    "like",
    "_",
    "worth",
    "a",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS)))
def test_it_answers_for_any_words(words: list[str]) -> None:
    assert asks_judgement(" ".join(words)) in (True, False)
