from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.language.dates import Date, dates_in


@pytest.mark.parametrize(
    "text", ["it may be", "they march on", "12,345 people", "€2000", "", "32 January"[:2]]
)
def test_what_is_no_date(text: str) -> None:
    assert dates_in(text) == ()


def test_places_are_offsets_into_the_text() -> None:
    text = "It opened on May 11, 2017 and closed in 2019."
    assert [text[dated.start : dated.end] for dated in dates_in(text)] == ["May 11, 2017", "2019"]


@given(st.text(alphabet="0123456789 -/.,:–ADBCMayjunespt'ſı ", max_size=30))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read(text: str) -> None:
    for dated in dates_in(text):
        assert 0 <= dated.start < dated.end <= len(text)


@pytest.mark.parametrize(
    ("text", "years"),
    [("1999–00", {1999, 2000}), ("1914–18", set(range(1914, 1919))), ("2019 and 20 others", {2019})],
)
def test_a_stretch_may_end_in_two_figures(text: str, years: set[int]) -> None:
    (dated,) = dates_in(text)
    assert isinstance(dated.value, Date)
    assert dated.value.years == years
