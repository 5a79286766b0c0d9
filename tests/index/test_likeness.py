"""Words of like meaning: synonyms meet in part, names and opposites not at all."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.likeness import Neighbours, likeness, likenesses
from index.terms import terms

# Common words, names, numbers and words of no language.
WORDS = st.sampled_from(
    ["nation", "countri", "film", "movi", "oslo", "1999", "xyzzy", "money", "cash", "north", "south", ""]
)


def how_like(asked: str, said: str) -> float:
    return float(likeness(terms(asked), terms(said))[0])


@pytest.mark.parametrize(
    ("asked", "said"),
    [("nations", "countries"), ("movie", "a film"), ("doctor", "the physician"), ("mum", "their mother")],
)
def test_words_of_like_meaning_meet_in_part(asked: str, said: str) -> None:
    assert 0.3 < how_like(asked, said) < 1


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("north", "south"),
        ("mother", "father"),
        ("Oslo", "Bergen"),
        ("Monday", "Tuesday"),
        ("1999", "2000"),
        ("ship", "sponge"),
        ("nations", ""),
    ],
)
def test_opposites_names_and_numbers_do_not(asked: str, said: str) -> None:
    assert how_like(asked, said) == 0


def test_the_word_itself_meets_wholly() -> None:
    assert how_like("nations", "countries and nations") == 1
    assert how_like("Oslo", "in Oslo") == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=6))
def test_likeness_is_a_share_and_whole_only_for_the_same(asked: list[str], said: list[str]) -> None:
    met = likenesses(asked, said)
    assert met.shape == (len(asked), len(said))
    assert ((met >= 0) & (met <= 1)).all()
    same = [[one == other for other in said] for one in asked]
    assert ((met == 1) == np.array(same, bool).reshape(met.shape)).all()


@settings(max_examples=60, deadline=None)
@given(WORDS, st.lists(WORDS, max_size=8, unique=True))
def test_neighbours_are_other_terms_of_the_collection_best_first(term: str, vocabulary: list[str]) -> None:
    found = Neighbours(vocabulary).of(term)
    assert found.keys() <= set(vocabulary) - {term}
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert all(0 < how < 1 for how in found.values())


def test_a_collection_is_searched_by_meaning() -> None:
    assert list(Neighbours(terms("It ships to 190 countries by boat")).of("nation")) == ["countri"]
    assert Neighbours([]).of("nation") == {}
