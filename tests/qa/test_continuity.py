"""Continuity: what was answered before speaks for answers near by, and against giving it again."""

from __future__ import annotations

import pytest

from index.articles import Article
from index.library import Library
from qa.answer import Answer, Citation
from qa.answerer import Answerer
from qa.continuity import Continuity, goes_on
from qa.question import understand
from qa.reader import Span
from qa.readers import open_reader
from qa.turns import Turn

QUARRY = """The quarry at Skelby

The quarry at Skelby was leased to Ada Berg for 400 crowns. Her brother Olaf kept the books.

The stone went to Lund by barge. The barges were sold in 1911.

A fire took the crane, and nobody mended it. The lake has stood there since.

A club of divers meets at the lake each May. Its chair is Per Dahl."""
PERSON, DATE, REASON = map(understand, ("And who else?", "And when?", "And why?"))
LIBRARY = Library.of([Article("quarry.txt", "The quarry at Skelby", QUARRY)])


def place(words: str) -> Span:
    start = QUARRY.index(words)
    passage = next(each for each in LIBRARY.passages if each.start <= start < each.end)
    return Span(passage, start, start + len(words), 5.0)


def turn(question: str, words: str) -> Turn:
    span = place(words)
    at = (span.start, span.end)
    citation = Citation.at(LIBRARY.article("quarry.txt"), *at, at, 0.9)
    return Turn.of(Answer(question=question, answered=True, answer=words, support=0.9, citations=(citation,)))


def test_an_answer_that_was_given_is_hardly_given_again() -> None:
    before = Continuity([turn("Who leased the quarry?", "Ada Berg")], LIBRARY)
    assert before.log_odds(PERSON, place("Ada Berg")) < -2
    assert before.log_odds(PERSON, place("Per Dahl")) == 0.0


def test_what_stands_near_the_last_answer_is_likelier() -> None:
    before = Continuity([turn("Who leased the quarry?", "Ada Berg")], LIBRARY)
    assert before.log_odds(PERSON, place("Olaf")) > 0
    assert before.log_odds(DATE, place("1911")) > 0
    assert before.log_odds(DATE, place("each May")) == 0.0


def test_only_the_last_answer_has_a_neighbourhood() -> None:
    turns = [turn("Who leased the quarry?", "Ada Berg"), turn("Who is the chair?", "Per Dahl")]
    assert Continuity(turns, LIBRARY).log_odds(PERSON, place("Olaf")) == 0.0


def test_why_asks_for_more_than_was_just_quoted() -> None:
    quoted = "A fire took the crane, and nobody mended it."
    before = Continuity([turn("Was the crane lost?", quoted)], LIBRARY)
    assert before.log_odds(REASON, place("A fire took the crane")) == 0.0
    assert before.log_odds(REASON, place("The lake has stood")) > 0


def test_a_number_is_not_told_by_a_vague_one() -> None:
    vague = Article("vague.txt", "", "A few came. In truth three came.")
    library = Library.of([vague])
    citation = Citation.at(vague, 0, 5, (0, 11), 0.9)
    answer = Answer(
        question="How many came?", answered=True, answer="A few", support=0.9, citations=(citation,)
    )
    three = Span(library.passages[0], 21, 26, 5.0)
    assert three.text == "three"
    assert Continuity([Turn.of(answer)], library).log_odds(understand("How many stayed?"), three) > 0


def test_an_article_that_is_gone_has_no_neighbourhood() -> None:
    elsewhere = Library.of([Article("other.txt", "", "The lake is deep.")])
    assert Continuity([turn("Who leased the quarry?", "Ada Berg")], elsewhere).near == ()


@pytest.mark.parametrize(
    "question", ["and her brother?", "when?", "Where was she born?", "since when?", "Who reported it?"]
)
def test_a_question_that_leans_on_the_talk_goes_on_with_it(question: str) -> None:
    assert goes_on(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who leased the quarry at Skelby?",
        "And when were the barges sold?",
        "Where did Ada Berg work before she retired?",
    ],
)
def test_a_whole_question_does_not(question: str) -> None:
    assert not goes_on(question)


def test_the_same_question_is_answered_the_same_whatever_was_said() -> None:
    answerer = Answerer(LIBRARY, open_reader())
    asked = "Who leased the quarry at Skelby?"
    first = answerer.turn(asked)
    assert first.said == "Ada Berg"
    assert answerer.answer(asked, [first]).support == first.answer.support if first.answer else False


def test_what_is_asked_again_is_answered_again() -> None:
    turns = [turn("Who leased the quarry?", "Ada Berg")]
    before = Continuity(turns, LIBRARY)
    assert before.log_odds(understand("who leased the quarry"), place("Ada Berg")) == 0.0


def test_the_same_words_may_answer_a_question_of_another_kind() -> None:
    before = Continuity([turn("What did it cost?", "400 crowns")], LIBRARY)
    assert before.log_odds(understand("And how many crowns did she pay?"), place("400 crowns")) > 0


def test_what_cannot_be_the_answer_gains_nothing_by_being_near() -> None:
    before = Continuity([turn("Who leased the quarry?", "Ada Berg")], LIBRARY)
    assert before.log_odds(DATE, place("Olaf")) == 0.0


def test_a_piece_of_a_question_asks_for_another_answer() -> None:
    answerer = Answerer(LIBRARY, open_reader())
    turns = [answerer.turn("Who leased the quarry at Skelby?")]
    assert answerer.answer("and her brother?", turns).answer != "Ada Berg"
