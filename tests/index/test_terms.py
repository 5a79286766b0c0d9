"""Words and index terms."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.terms import fold, query_terms, telling, terms, words


def words_of(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("filmmakerAudrey", ["filmmaker", "Audrey"]),
        ("likeSense8andThe OAand the", ["like", "Sense8", "and", "The", "OA", "and", "the"]),
        ("USAToday HTMLParser", ["USA", "Today", "HTML", "Parser"]),
        ("1st 90s 5km 3D", ["1st", "90s", "5km", "3D"]),
        ("1,000 3.5 3.2.1 v2.0 €8.", ["1,000", "3.5", "3.2.1", "v2.0", "8"]),
        ("the U.S. team, don’t O'Brien", ["the", "U.S", "team", "don’t", "O'Brien"]),
        ("sci-fi snake_case 'quoted'", ["sci", "fi", "snake", "case", "quoted"]),
        ("e\u0301te\u0301 \u200bstraße", ["e\u0301te\u0301", "straße"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("… — 👩‍👩‍👧", []),
    ],
)
def test_words_are_taken_apart_where_they_were_glued(text: str, parts: list[str]) -> None:
    assert words_of(text) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fouché", "fouche"),
        ("Fouche\u0301", "FOUCHÉ"),
        ("company’s", "company"),
        ("series’", "series"),
        ("cancelled", "canceled"),
        ("cancellation", "cancels"),
        ("1,000", "1000"),
        ("U.S.", "US"),
        ("ﬁlm", "film"),
        ("Straße", "strasse"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("مَرحَبا", "مرحبا"),
        ("director", "directed"),
        ("Writers", "wrote"),
        ("written", "writes"),
        ("winner", "won"),
        ("her death", "her died"),
        ("planners", "planned"),
    ],
)
def test_one_word_in_two_dresses_is_one_term(one: str, other: str) -> None:
    assert terms(one) == terms(other) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [("river", "rive"), ("mother", "moth"), ("career", "care"), ("paper", "pap"), ("stranger", "strange")],
)
def test_words_that_only_end_alike_stay_apart(one: str, other: str) -> None:
    assert not set(terms(one)) & set(terms(other))


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("filmmakerAudrey", "Audrey"),
        ("filmmakerAudrey", "filmmaker"),
        ("YouTube", "youtube"),
        ("McDonald", "mcdonald"),
        ("Sense8and", "sense8"),
        ("O'Brien", "Brien"),
        ("l’amour", "amour"),
        ("April 1st", "1"),
        ("日本語のテキスト", "日本"),
    ],
)
def test_what_is_written_is_found_by_its_parts(written: str, sought: str) -> None:
    assert set(terms(sought)) <= set(terms(written))


def test_terms_keep_order_and_repetition() -> None:
    assert terms("the ship, the Ships") == ["the", "ship", "the", "ship"]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("Why was the show cancelled?", ["show", "cancelled"]),
        ("WHY WAS IT CANCELLED?", ["CANCELLED"]),
        ("What happened in May 2017 in the US?", ["happened", "May", "2017", "US"]),
        ("the who", ["the", "who"]),
        ("isn’t it?", ["isn’t", "it"]),
        ("??", []),
    ],
)
def test_function_words_tell_nothing_unless_there_is_nothing_else(query: str, told: list[str]) -> None:
    assert telling(query) == told


def test_query_terms_come_once() -> None:
    assert query_terms("the ship and the ships") == ["ship"]
    assert query_terms("who is who") == ["who", "is"]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.text(alphabet="aB1.,'’-é\u0301ß日語 م\u064e\u00ad", max_size=40)))
def test_any_text_has_terms_that_are_folded_and_not_empty(text: str) -> None:
    spans = words(text)
    assert all(start < end for start, end in spans)
    assert all(before <= start for (_, before), (start, _) in pairwise(spans))
    assert all(term and not any(char.isspace() for char in term) for term in terms(text))
    assert set(query_terms(text)) <= set(terms(text))
    assert fold(fold(text)) == fold(text)
