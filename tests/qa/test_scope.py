"""Scope: a question for somebody's words is looked up in the articles that are meant."""

from __future__ import annotations

import pytest

from index.articles import Article
from index.library import Library
from qa.answerer import Answerer
from qa.readers import open_reader
from qa.scope import Scope, scopes
from qa.turns import Turn

LONG = "The Mill lasts three hours and is set in a bakery. I left before the end, for the chairs were hard."
SHORT = "The Mill is set in a harbour. The play lasts forty minutes, and the audience laughed twice."
PRESS = "Press release: The Mill opens\n\nThe Mill is directed by Olaf Berg. It cost 4,000 crowns."
LETTER = "A town quarrels\n\nThe mayor sent a letter. The letter said that the mill would close in May."


@pytest.fixture(scope="module")
def papers() -> Library:
    angry = Article(
        "angry.txt", "A bad evening at The Mill", f"A bad evening at The Mill\n\n{LONG}", author="Per Dahl"
    )
    kind = Article("kind.txt", "The Mill: a short review", f"The Mill: a short review\n\n{SHORT}")
    press = Article("press.txt", "Press release: The Mill opens", PRESS)
    return Library.of([angry, kind, press, Article("town.txt", "A town quarrels", LETTER)])


def sources(found: list[Scope]) -> list[list[str] | None]:
    return [sorted(each.sources) if each.sources is not None else None for each in found]


def test_what_asks_for_nobody_s_words_is_looked_up_as_it_stands(papers: Library) -> None:
    question = "How long does The Mill last?"
    assert scopes(question, papers) == [Scope(question, question)]


def test_words_for_the_article_are_not_searched_for(papers: Library) -> None:
    (found,) = scopes("According to the short review, how long does the play last?", papers)
    assert found == Scope(
        "How long does the play last?", "How long does the play last?", frozenset({"kind.txt"})
    )
    (found,) = scopes("Where does the short review say The Mill is set?", papers)
    assert "review" not in found.searched and found.read.startswith("Where does the short review say")


def test_an_article_told_by_its_kind_alone_is_only_looked_in_first(papers: Library) -> None:
    assert sources(scopes("Who directs it, according to the press release?", papers)) == [["press.txt"]]
    assert sources(scopes("What does the reviewer think of the chairs?", papers)) == [["kind.txt"], None]


def test_a_letter_that_an_article_tells_of_is_no_article(papers: Library) -> None:
    question = "What did the letter say about the mill?"
    assert scopes(question, papers) == [Scope(question, question)]


def test_who_wrote_it_is_known_by_name(papers: Library) -> None:
    assert sources(scopes("What does Per Dahl say about the chairs?", papers)) == [["angry.txt"], None]
    assert sources(scopes("According to Mill, what did it cost?", papers)) == [
        ["angry.txt", "kind.txt", "press.txt"],
        None,
    ]
    question = "What did Mill say it cost?"
    assert scopes(question, papers) == [Scope(question, question)]
    question = "According to Olaf Berg, what did it cost?"
    assert scopes(question, papers) == [Scope(question, question)]


def test_an_article_that_is_not_there_is_not_asked_for_in_its_words(papers: Library) -> None:
    (found,) = scopes("How long does it last, according to the blog?", papers)
    assert found == Scope("How long does it last?", "How long does it last?")
    question = "How long does it last, according to the mayor's blog?"
    assert scopes(question, papers) == [Scope(question, question)]


def test_whoever_an_article_is_titled_by_is_asked_there_first(papers: Library) -> None:
    assert sources(scopes("According to the town, who quarrels?", papers)) == [["town.txt"], None]
    question = "According to the mayor, who quarrels?"
    assert scopes(question, papers) == [Scope(question, question)]


def test_a_judgement_does_not_tell_which_review(papers: Library) -> None:
    (found,) = scopes("How long does the play last, according to the negative review?", papers)
    assert found == Scope("How long does the play last?", "How long does the play last?")


def test_the_other_article_is_not_the_one_cited(papers: Library) -> None:
    question = "And how long does it last according to the other article?"
    assert sources(scopes(question, papers, {"kind.txt"})) == [["angry.txt", "press.txt", "town.txt"]]
    assert sources(scopes(question, papers)) == [None]


@pytest.fixture(scope="module")
def answerer(papers: Library) -> Answerer:
    return Answerer(papers, open_reader())


def test_the_answer_is_the_article_s_that_was_asked(answerer: Answerer) -> None:
    answer = answerer.answer("How long does the play last, according to the short review?")
    assert answer.answer == "forty minutes"
    assert [each.source for each in answer.looked_in] == ["kind.txt"]
    assert {citation.source for citation in answer.citations} == {"kind.txt"}


def test_a_silence_says_where_was_looked(answerer: Answerer) -> None:
    answer = answerer.answer("What does the short review say the play cost?")
    assert not answer.answered
    assert [each.title for each in answer.looked_in] == ["The Mill: a short review"]
    assert {near.source for near in answer.nearest} <= {"kind.txt"}


@pytest.mark.parametrize(
    "asked",
    ["and according to the other article?", "What does the other article say?", "in the other article?"],
)
def test_the_last_question_is_asked_of_the_other_article(answerer: Answerer, asked: str) -> None:
    turns: list[Turn] = [answerer.turn("How long does the play last, according to the short review?")]
    answer = answerer.answer(asked, turns)
    assert answer.answer == "three hours"
    assert {citation.source for citation in answer.citations} == {"angry.txt"}


def test_the_other_article_is_not_the_one_where_nothing_was_found(answerer: Answerer) -> None:
    turns = [answerer.turn("What does the short review say the play cost?")]
    assert not turns[0].said
    answer = answerer.answer("And in the other review, how long does the play last?", turns)
    assert "kind.txt" not in {each.source for each in answer.looked_in}
    assert "kind.txt" not in {citation.source for citation in answer.citations}


def test_another_review_takes_the_place_of_the_first(answerer: Answerer) -> None:
    turns = [answerer.turn("Where is The Mill set, according to the negative review?")]
    answer = answerer.answer("And the short review?", turns)
    assert answer.understood_as == "Where is The Mill set, according to the short review?"
    assert answer.answer is not None and "harbour" in answer.answer
