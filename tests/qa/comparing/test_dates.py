from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.comparing.dates import dates_clash, days_left_open, same_date
from qa.language.dates import Clock, Date, dates_in


def only(text: str) -> Date | Clock:
    (dated,) = dates_in(text)
    return dated.value


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("January 17, 2020", "17 January 2020"),
        ("17th of January, 2020", "2020-01-17"),
        ("31/12/1999", "12/31/1999"),
        ("the 1960s", "1964"),
        ("the 19th century", "the nineteenth century"),
        ("March 29", "29 March 2019"),
        ("AD 79", "79 AD"),
        ("10 am", "10:00 a.m."),
        ("noon", "12 pm"),
        ("1914–1918", "1914-18"),
        ("the 1999–00 season", "1999–2000"),
        ("from 1998 to 02", "from 1998 to 2002"),
        ("1899-1900", "1899-00"),
        ("between 1998 and 2002", "between 1998 and 02"),
        ("2019 and 20 others", "2019"),
        ("Sept. 2001", "11 September 2001"),
        ("Jun. 2001", "11 june 2001"),
        ("Sep 2001", "September 2001"),
    ],
)
def test_formats_and_precisions_that_fit(first: str, second: str) -> None:
    assert same_date(only(first), only(second))
    assert same_date(only(second), only(first))
    assert not dates_clash(only(first), only(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("3 June 1932", "May 1934"),
        ("3 June 1932", "4 June 1932"),
        ("1964", "the 1970s"),
        ("1999–00", "2002"),
        ("March 29", "30 March 2019"),
        ("44 BC", "44 AD"),
        ("10 am", "noon"),
        ("10 am", "10 pm"),
    ],
)
def test_dates_that_cannot_both_hold(first: str, second: str) -> None:
    assert dates_clash(only(first), only(second))
    assert not same_date(only(first), only(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("about 1850", "1853"),
        ("before 1990", "1985"),
        ("1916", "1914–1918"),
        ("2019", "March 29"),
        ("noon", "1990"),
    ],
)
def test_neither_the_same_nor_a_clash(first: str, second: str) -> None:
    assert not same_date(only(first), only(second))
    assert not dates_clash(only(first), only(second))


@given(st.text(alphabet="0123456789 -/.,:–ADBCMayjunespt'ſı ", max_size=30))
@settings(max_examples=100, deadline=None)
def test_every_date_is_the_same_as_itself(text: str) -> None:
    for dated in dates_in(text):
        assert same_date(dated.value, dated.value)
        assert not dates_clash(dated.value, dated.value)


@pytest.mark.parametrize(
    ("precise", "vague"), [("14 May 2016", "May 2016"), ("May 2016", "in 2016"), ("2016", "long ago")]
)
def test_a_precise_date_leaves_fewer_days_open(precise: str, vague: str) -> None:
    assert days_left_open(precise) < days_left_open(vague)
