from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.comparing.quantities import quantities_clash, same_quantity
from qa.language.quantities import Quantity, quantities_in


def only(text: str) -> Quantity:
    (measured,) = quantities_in(text)
    return measured.value


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("90 minutes", "an hour and a half"),
        ("186 mph", "300 km/h"),
        ("12 months", "one year"),
        ("about 500", "512"),
        ("90 minutes or so", "90 minutes"),
        ("90 minutes or so", "about 90 minutes"),
        ("500 or so", "512"),
        ("8", "8 km"),
    ],
)
def test_same_amounts(first: str, second: str) -> None:
    assert same_quantity(only(first), only(second))
    assert not quantities_clash(only(first), only(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("34", "41"),
        ("€8 million", "€12 million"),
        ("a few months", "the month"),
        ("94 minutes", "two hours"),
        ("third", "5th"),
        ("90 minutes or so", "three hours"),
    ],
)
def test_amounts_that_cannot_both_hold(first: str, second: str) -> None:
    assert quantities_clash(only(first), only(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("90 minutes or so", "85 minutes"),
        ("over a year", "14 months"),
        ("up to 1,200", "1,000"),
        ("12,000", "12,345"),
        ("$10", "10 euros"),
        ("four stars", "two stars"),
        ("90 to 120 minutes", "100 minutes"),
        ("more than 2 million", "3 million"),
    ],
)
def test_amounts_that_leave_room(first: str, second: str) -> None:
    assert not quantities_clash(only(first), only(second))


@given(st.text(alphabet="0123456789.,-–/%$€ andahlfouresmixty", max_size=30))
@settings(max_examples=100, deadline=None)
def test_every_amount_is_the_same_as_itself(text: str) -> None:
    for measured in quantities_in(text):
        assert same_quantity(measured.value, measured.value)
        assert not quantities_clash(measured.value, measured.value)
