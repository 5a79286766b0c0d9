"""What questions ask for, told from their words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.question import AnswerKind, only_asks, understand


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who dug the harbour?", AnswerKind.PERSON),
        ("Which actress plays Anna?", AnswerKind.PERSON),
        ("What book character is it?", AnswerKind.PERSON),
        ("Where is the harbour?", AnswerKind.PLACE),
        ("What's the capital of France?", AnswerKind.PLACE),
        ("In which city did they meet?", AnswerKind.PLACE),
        ("When was the harbour dug?", AnswerKind.DATE),
        ("The harbour was dug in what year?", AnswerKind.DATE),
        ("How many boats does it hold?", AnswerKind.NUMBER),
        ("What is the population of Lund?", AnswerKind.NUMBER),
        ("How much did the line cost?", AnswerKind.MONEY),
        ("What did the line cost?", AnswerKind.MONEY),
        ("How long did the works take?", AnswerKind.DURATION),
        ("How much time passed?", AnswerKind.DURATION),
        ("What was the name of the ship?", AnswerKind.TITLE),
        ("What kind of company is it?", AnswerKind.TITLE),
        ("What did the council refuse?", AnswerKind.THING),
        ("Why did she leave?", AnswerKind.REASON),
        ("What is it used for?", AnswerKind.REASON),
        ("What was the reason for the delay?", AnswerKind.REASON),
        ("How did she pay for it?", AnswerKind.MANNER),
        ("What is osmosis?", AnswerKind.DESCRIPTION),
        ("What happened in 1880?", AnswerKind.DESCRIPTION),
        ("What does the word mean?", AnswerKind.DESCRIPTION),
        ("What are the names of the rivers?", AnswerKind.LIST),
        ("Was it dug by hand?", AnswerKind.YESNO),
        ("Is it blue or red?", AnswerKind.THING),
    ],
)
def test_whole_questions(question: str, expected: AnswerKind) -> None:
    assert understand(question).expects is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("release date?", AnswerKind.DATE),
        ("budget season one", AnswerKind.MONEY),
        ("film budget", AnswerKind.MONEY),
        ("company director", AnswerKind.PERSON),
        ("number of boats", AnswerKind.NUMBER),
        ("new headquarters where", AnswerKind.PLACE),
        ("Name the director", AnswerKind.PERSON),
        ("Name three rivers", AnswerKind.LIST),
        ("list the cast", AnswerKind.LIST),
        ("Describe the harbour", AnswerKind.DESCRIPTION),
        ("tell me about the harbour", AnswerKind.DESCRIPTION),
        ("Can you tell me who dug it?", AnswerKind.PERSON),
    ],
)
def test_telegrams_and_orders(question: str, expected: AnswerKind) -> None:
    assert understand(question).expects is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("wen was it dug", AnswerKind.DATE),
        ("wehn was it dug", AnswerKind.DATE),
        ("whos the engineer", AnswerKind.PERSON),
        ("wich city is it in", AnswerKind.PLACE),
        ("how manny boats", AnswerKind.NUMBER),
        ("budjet of the film?", AnswerKind.MONEY),
    ],
)
def test_misspelt_questions(question: str, expected: AnswerKind) -> None:
    assert understand(question).expects is expected


@pytest.mark.parametrize("question", ["were they late", "Show them", "now then"])
def test_words_that_are_near_a_question_word_are_left_as_they_are(question: str) -> None:
    assert understand(question).cue in ("", "is")


def test_the_word_that_asks_is_found_among_several() -> None:
    assert understand("When she lived there, how many boats were there?").expects is AnswerKind.NUMBER
    assert understand("The firm for which she worked was founded when?").expects is AnswerKind.DATE
    assert understand("Is it the town where she died?").expects is AnswerKind.YESNO


def test_the_focus_names_what_is_asked_for() -> None:
    assert understand("In which city did they meet?").focus == "city"
    assert understand("How many boats does it hold?").focus == "boats"
    assert understand("What type of engine is it?").focus == "engine"
    assert understand("Who dug it?").focus is None


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_is_a_question(text: str) -> None:
    question = understand(text)
    assert question.text == text
    assert question.expects in AnswerKind


def test_a_misspelt_question_word_is_told_with_what_it_was_meant_to_be() -> None:
    assert understand("Wen was the harbour dug?").slips == {"Wen": "when"}
    assert understand("how mutch did it cost").slips == {"mutch": "much"}
    assert understand("When was the harbour dug?").slips == {}


@pytest.mark.parametrize(
    ("question", "word", "asks"),
    [
        ("How long did it take?", "long", True),
        ("Which year was it?", "year", True),
        ("Ferry ticket amount", "amount", True),
        ("How long did the wait take?", "wait", False),
        ("Which president opened it?", "president", False),
        ("When was the year book printed?", "year", False),
    ],
)
def test_words_that_only_ask_are_told_from_what_is_asked_about(question: str, word: str, asks: bool) -> None:
    assert only_asks(question, word) is asks
