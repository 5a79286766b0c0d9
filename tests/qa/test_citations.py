"""Looking up places by reference and by quote."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles import Article
from index.errors import OsmosisError, UsageError
from index.library import Library
from qa.citations import Match, find, is_reference, look_up

TEXT = (
    "The lamp museum\n\n"
    "“It’s a quiet place,” said Oskar Brandt — the director. He said it twice: a quiet place.\n"
    "Le café de la Gare closed in 1987.\n"
)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.of(
        [Article("a.txt", "Lamps", TEXT), Article("b#1:2.txt", "Other", "Nothing but this line.")]
    )


def test_offsets_name_a_slice(library: Library) -> None:
    place = look_up(library, "a.txt#4-8")
    assert (place.quote, place.line, place.reference, place.match) == ("lamp", 1, "a.txt#4-8", Match.EXACT)


def test_a_line_names_its_words_without_the_blanks_around_them(library: Library) -> None:
    assert look_up(library, "a.txt:4").quote == "Le café de la Gare closed in 1987."


def test_marks_of_a_reference_may_stand_in_the_name_of_a_source(library: Library) -> None:
    assert look_up(library, "b#1:2.txt#0-7").quote == "Nothing"
    assert look_up(library, "b#1:2.txt:1").quote == "Nothing but this line."


@pytest.mark.parametrize(
    "reference",
    ["a.txt", "a.txt#4", "a.txt#-1-4", "a.txt:x", "#1-2", ":1", "a.txt#4-8 ", "²", "a.txt:" + "1" * 5000],
)
def test_what_is_no_reference_is_told_the_forms(library: Library, reference: str) -> None:
    with pytest.raises(UsageError, match="a reference is source#start-end or source:line"):
        look_up(library, reference)


@pytest.mark.parametrize(
    ("text", "refers"),
    [("a.txt#4-8", True), ("a.txt:1", True), ("The bridge opened at 10:30", False), ("gone.txt#4-8", True)],
)
def test_words_that_end_in_a_time_are_no_reference(library: Library, text: str, refers: bool) -> None:
    assert is_reference(library, text) is refers


def test_places_of_blanks_between_sentences_can_be_looked_up(library: Library) -> None:
    at = TEXT.index(" He said")
    assert look_up(library, f"a.txt#{at}-{at + 1}").quote == " "


def test_each_place_of_an_identical_quote_is_kept(library: Library) -> None:
    places = find(library, "a quiet place")
    assert [place.match for place in places] == [Match.EXACT, Match.EXACT]
    assert len({place.start for place in places}) == 2


@pytest.mark.parametrize(
    "quote",
    [
        '"It\'s a quiet place," said',
        "LE CAFE de\n la  gare",
        "Le cafe\u0301 de la Gare",
        "Brandt - the director",
    ],
)
def test_small_differences_are_folded_and_said_to_be(library: Library, quote: str) -> None:
    [place] = find(library, quote)
    assert place.match is Match.FOLDED
    assert TEXT[place.start : place.end] == place.quote


def test_the_nearest_wording_is_whole_words_and_no_more_than_fits(library: Library) -> None:
    [place] = find(library, "Le café du Gard closd in 1987")
    assert (place.match, place.quote) == (Match.NEAREST, "Le café de la Gare closed in 1987.")
    assert 0.75 < place.likeness < 1


def test_what_is_like_nothing_is_not_found(library: Library) -> None:
    assert find(library, "quarterly revenue of the subsidiary") == []
    assert find(Library.of([]), "anything") == []


def test_an_empty_quote_is_a_mistake(library: Library) -> None:
    with pytest.raises(UsageError):
        find(library, " \n")


@settings(max_examples=60, deadline=None)
@given(text=st.text(min_size=1, max_size=80), quote=st.text(max_size=30), data=st.data())
def test_every_place_is_a_slice_of_its_article(text: str, quote: str, data: st.DataObject) -> None:
    library = Library.of([Article("x.txt", "", text)])
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    try:
        assert look_up(library, f"x.txt#{start}-{end}").quote == text[start:end]
        for place in find(library, text[start:end]):
            assert place.match is Match.EXACT
            assert place.quote == text[start:end].strip()
        for place in find(library, quote):
            assert text[place.start : place.end] == place.quote != ""
            assert place.sentence[0] <= place.start < place.end <= place.sentence[1]
    except OsmosisError:
        assert not text[start:end].strip() or not quote.strip()
