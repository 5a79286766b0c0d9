"""Scoring a question set."""

from __future__ import annotations

import pytest

from index.articles import Article
from qa.answer import Answer, Citation
from qa.evaluation import METRICS, GivenPassage, Outcome, report, run, spread
from qa.question_sets import SetQuestion
from qa.readers import open_reader

LAMPS = Article(
    "lamps.txt", "Lamps", "The museum keeps 412 lamps, 30 clocks and a boat. Its director is Oskar Brandt."
)
FERRY = Article("ferry.txt", "Ferry", "The ferry was built by Karin Lindqvist in 1987.")


def cited(article: Article, quote: str, sentence: str) -> Citation:
    start, first = article.text.index(quote), article.text.index(sentence)
    return Citation.at(article, start, start + len(quote), (first, first + len(sentence)), 0.9)


def answered(*citations: Citation) -> Answer:
    return Answer(question="?", answered=True, answer=citations[0].quote, support=0.9, citations=citations)


SILENCE = Answer(question="?", answered=False)
DIRECTOR = answered(cited(LAMPS, "Oskar Brandt", "Its director is Oskar Brandt."))


def outcome(answer: Answer, *answers: str, source: str = "lamps.txt", kind: str = "fact") -> Outcome:
    sources = (source,) if answers else ()
    asked = SetQuestion(id="1", question="?", answers=answers, sources=sources, kind=kind)
    return Outcome(asked, answer, 0.1, verbatim=True)


@pytest.mark.parametrize(
    ("one", "miss"),
    [
        (outcome(DIRECTOR, "Oskar Brandt"), None),
        (outcome(DIRECTOR, "Brandt"), None),
        (outcome(DIRECTOR, "Karin Lindqvist"), "wrong answer"),
        (outcome(DIRECTOR, "Oskar Brandt", source="ferry.txt"), "right answer, wrong source"),
        (outcome(SILENCE, "Oskar Brandt"), "stayed silent"),
        (outcome(SILENCE), None),
        (outcome(DIRECTOR), "answered what the articles do not say"),
    ],
)
def test_what_went_wrong_is_told(one: Outcome, miss: str | None) -> None:
    assert one.miss == miss


def test_a_list_is_scored_from_its_first_to_its_last_member() -> None:
    sentence = "The museum keeps 412 lamps, 30 clocks and a boat."
    members = [cited(LAMPS, quote, sentence) for quote in ("412 lamps", "30 clocks", "a boat")]
    elsewhere = cited(LAMPS, "Oskar Brandt", "Its director is Oskar Brandt.")
    listed = outcome(answered(*members, elsewhere), "412 lamps, 30 clocks and a boat", kind="list")
    assert listed.predicted == "412 lamps, 30 clocks and a boat"
    assert listed.exact == 1.0
    assert outcome(answered(*members), "412 lamps").predicted == "412 lamps"


def test_a_citation_is_right_when_its_sentence_holds_the_answer() -> None:
    loose = answered(cited(LAMPS, "director", "Its director is Oskar Brandt."))
    assert outcome(loose, "Oskar Brandt").cited_right
    assert not outcome(loose, "Oskar Brandt").said_right
    assert not outcome(loose, "Oskar Brandt", source="ferry.txt").cited_right
    assert not outcome(loose).cited_right


def test_each_figure_counts_its_own_questions() -> None:
    outcomes = [
        outcome(DIRECTOR, "Oskar Brandt"),
        outcome(SILENCE, "412"),
        outcome(SILENCE, kind="unanswerable"),
        outcome(DIRECTOR, kind="unanswerable"),
    ]
    found = report(outcomes)
    figures = {name: (measure.value, measure.questions) for name, measure in found.measures.items()}
    assert figures == {
        "rightly_answered": (0.5, 2),
        "exact_match": (0.5, 4),
        "f1": (0.5, 4),
        "has_answer_exact_match": (0.5, 2),
        "has_answer_f1": (0.5, 2),
        "citation_precision": (0.5, 2),
        "answered": (0.5, 2),
        "silence_kept": (0.5, 2),
        "false_answers": (0.5, 2),
        "verbatim": (1.0, 4),
    }
    assert list(found.kinds) == ["fact", "unanswerable"]
    assert found.kinds["fact"]["silence_kept"].value is None
    assert (found.questions, found.unanswerable, found.median_seconds) == (4, 2, pytest.approx(0.1))


def test_a_kind_with_one_question_has_an_interval_of_no_width() -> None:
    measure = report([outcome(DIRECTOR, "Oskar Brandt")]).kinds["fact"]["f1"]
    assert (measure.value, measure.interval, measure.questions) == (1.0, (1.0, 1.0), 1)


def test_an_empty_set_has_no_figures() -> None:
    found = report([])
    assert found.questions == 0
    assert all(found.measures[metric.name].value is None for metric in METRICS)
    assert (found.median_seconds, found.best_threshold_f1) == (None, None)


def test_questions_are_asked_with_their_history_in_their_own_passage() -> None:
    asked = [
        SetQuestion(
            id="1", question="Who built the ferry?", answers=("Karin Lindqvist",), sources=("ferry.txt",)
        ),
        SetQuestion(
            id="2",
            question="and when?",
            history=("Who built the ferry?",),
            answers=("1987",),
            sources=("ferry.txt",),
        ),
        SetQuestion(
            id="3", question="Who is the director?", answers=("Oskar Brandt",), sources=("lamps.txt",)
        ),
    ]
    given = GivenPassage([LAMPS, FERRY], open_reader(), 0.0)
    outcomes = list(run(asked, given))
    assert [one.miss for one in outcomes] == [None, None, None]
    assert all(one.verbatim and one.seconds > 0 for one in outcomes)


def test_a_limit_spreads_over_the_set() -> None:
    asked = [SetQuestion(id=str(number), question="?") for number in range(10)]
    assert [one.id for one in spread(asked, 4)] == ["0", "2", "5", "7"]
    assert spread(asked, None) == spread(asked, 10) == spread(asked, 99) == asked
