from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.language.quantities import Quantity, quantities_in


def only(text: str) -> Quantity:
    (measured,) = quantities_in(text)
    return measured.value


@pytest.mark.parametrize(
    ("text", "low", "dimension"),
    [
        ("twenty-one", 21, "count"),
        ("two hundred and twelve thousand", 212_000, "count"),
        ("a dozen eggs", 12, "count"),
        ("12,345 people", 12_345, "count"),
        ("€8 million", 8e6, "EUR"),
        ("8.000.000 euros", 8e6, "EUR"),
        ("$1.5bn", 1.5e9, "USD"),
        ("1.5 billion dollars", 1.5e9, "USD"),
        ("$3m", 3e6, "USD"),
        ("3,120 m high", 3120, "length"),
        ("two hours and ten minutes", 7800, "time"),
        ("an hour and a half", 5400, "time"),
        ("half an hour", 1800, "time"),
        ("54 percent", 54, "percent"),
        ("the third season", 3, "ordinal"),
        ("the thirteenth season", 13, "ordinal"),
        ("21st", 21, "ordinal"),
        ("7/10", 7, "rating"),
    ],
)
def test_what_the_words_are_worth(text: str, low: float, dimension: str) -> None:
    assert math.isclose(only(text).low, low)
    assert only(text).dimension == dimension


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("€8 million", True),
        ("20 dollars", True),
        ("8 million", False),
        ("54 percent", False),
        ("8 km", False),
    ],
)
def test_what_is_money(text: str, money: bool) -> None:
    assert only(text).is_money is money


@given(st.text(alphabet="0123456789.,-–/%$€ andahlfouresmixty", max_size=30))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read(text: str) -> None:
    for measured in quantities_in(text):
        assert 0 <= measured.start < measured.end <= len(text)
        assert measured.value.low <= measured.value.high


def test_a_number_too_long_for_a_float_is_read_too() -> None:
    assert only("9" * 400).low == math.inf
