"""Misspelt words, and names that are simply not there."""

import pytest

from index.spelling import Speller

TEXTS = [
    "Audrey Fouché created the series, which premiered on the network in March.",
    "The network cancelled the series. The algorithm was artificial; its technology was new.",
    "The network cancelled another series, too, in Iraq and in Australia, where the poster hung.",
    "Black sails came into the harbour of Marseille.",
]


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(TEXTS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cancled", "cancelled"),
        ("Fuche", "Fouché"),
        ("Fouch", "Fouché"),
        ("fouche’s", "Fouché"),
        ("netwrok", "network"),
        ("entwork", "network"),
        ("nwtwork", "network"),
        ("entwrok", None),
        ("technolgy", "technology"),
        ("artifical", "artificial"),
        ("alogrithm", "algorithm"),
        ("teh", "the"),
        ("hte", "the"),
        ("teo", None),
        ("wich", "which"),
        ("whihc", "which"),
        ("blacksails", "Black sails"),
        ("cancelledseries", "cancelled series"),
    ],
)
def test_a_slip_is_mended(speller: Speller, typed: str, meant: str | None) -> None:
    assert speller.nearest(typed) == meant


@pytest.mark.parametrize(
    "name",
    [
        "Oslo",
        "Berlin",
        "Iran",
        "Austria",
        "Potter",
        "Audi",
        "Paris",
        "Spain",
        "Tom",
        "Emma",
        "Francis",
        "2019",
        "Sense8",
    ],
)
def test_a_name_that_is_not_there_is_left_alone(speller: Speller, name: str) -> None:
    assert speller.nearest(name, is_name=True) is None


def test_the_word_in_more_passages_wins() -> None:
    assert Speller(["the rates fell"] * 2 + ["the races were run"]).nearest("raxes") is None
    assert Speller(["the winters fell"] * 2 + ["the wingers ran"]).nearest("winers") == "winters"


def test_words_are_shown_as_they_are_mostly_written() -> None:
    assert Speller(["NETFLIX", "Netflix’s", "Netflix"]).nearest("netflx") == "Netflix"


def test_an_empty_collection_mends_only_function_words() -> None:
    assert Speller([]).nearest("whihc") == "which"
    assert Speller([]).nearest("networks") is None
