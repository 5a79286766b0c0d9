"""Candidate answers of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.candidates import Candidate, Shape, candidates
from qa.question import AnswerKind
from qa.tagged import Text, cut


def found(text: str, expects: AnswerKind = AnswerKind.THING) -> dict[str, Shape]:
    here = cut(text)
    return {
        text[span.start : span.end]: span.shape
        for n in range(len(here.sentences))
        for span in candidates(here, n, expects)
    }


@pytest.mark.parametrize(
    "date",
    [
        "May 3, 1891",
        "3 May 1891",
        "April 1st, 2019",
        "the 1990s",
        "19th century",
        "2019-03-29",
        "Jan. 2020",
        "summer of 1968",
        "44 BC",
        "Tuesday",
    ],
)
def test_dates_in_all_their_clothes(date: str) -> None:
    assert found(f"The line was opened on {date} in Lund.")[date] is Shape.DATE


def test_years_numbers_amounts_and_durations() -> None:
    text = "In 1891 two thousand men took eight weeks and $2.5 million, or 40% of 1,200,000 francs."
    shapes = found(text)
    assert shapes["1891"] is Shape.YEAR
    assert shapes["two thousand"] is Shape.NUMBER
    assert shapes["eight weeks"] is Shape.DURATION
    assert shapes["$2.5 million"] is Shape.MONEY
    assert shapes["40%"] is Shape.NUMBER
    assert shapes["1,200,000"] is Shape.NUMBER
    assert shapes["1,200,000 francs"] is Shape.MONEY
    assert found("It cost €8 million.")["€8 million"] is Shape.MONEY


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The harbour was dug by Ida Brandt in spring.", "Ida Brandt"),
        ("It was painted by Vincent van Gogh there.", "Vincent van Gogh"),
        ("It was made by filmmakerAudrey Fouché last year.", "Audrey Fouché"),
        ("They studied at the University of Lund later.", "University of Lund"),
        ("Ida’s bridge was closed.", "Ida"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert found(text)[name] is Shape.NAME


def test_quoted_titles_are_offered_without_their_marks() -> None:
    shapes = found("She wrote “the long way down” and sold it to CinemaBox.")
    assert shapes["the long way down"] is Shape.QUOTED
    assert "CinemaBox" in shapes


def test_lists_of_names_are_offered_whole() -> None:
    assert "Anna, Ben, and Carl" in found("The heads were Anna, Ben, and Carl.")


def test_clauses_only_where_one_is_asked_for() -> None:
    text = "She left the town in 1880 because the council would not pay her for all the work."
    clause = "because the council would not pay her for all the work"
    assert found(text, AnswerKind.REASON)[clause] is Shape.CLAUSE
    assert clause not in found(text, AnswerKind.DATE)


def test_no_phrase_begins_or_ends_with_a_word_that_cannot() -> None:
    for text, shape in found("The engineer of the town was a friend and she had it.").items():
        if shape is Shape.PHRASE:
            assert text.split()[-1].lower() not in ("the", "of", "was", "a", "and", "she")
            assert text.split()[0].lower() not in ("of", "was", "and", "she")


def test_may_is_a_month_and_a_verb() -> None:
    assert found("It opened in May.")["May"] is Shape.DATE
    assert "may" not in found("It may open soon.")


def spans(text: str) -> list[tuple[int, Candidate]]:
    here = Text(text)
    return [(n, span) for n in range(len(here.sentences)) for span in candidates(here, n, AnswerKind.REASON)]


@given(st.text(alphabet="aBé9 .,’'\"“”-€$%()\n", max_size=80) | st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_candidates_are_slices_of_their_sentence_each_once(text: str) -> None:
    here = Text(text)
    offered = spans(text)
    for n, span in offered:
        start, end = here.sentences[n]
        assert start <= span.start < span.end <= end
        assert text[span.start : span.end].strip()
        assert here.starts[span.first] < span.end
        assert span.start < here.ends[span.last]
    places = [(n, span.start, span.end) for n, span in offered]
    assert places == sorted(set(places))
