"""Dates and times of day in a short text.

A date is the stretch of days it may mean, so that "2020", "January 2020" and "17 January
2020" lie inside each other. Days are counted in a calendar of twelve months of 31 days:
order is all that matters here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from qa.language.units import NTH
from qa.language.word_classes import MONTHS

MONTH_DAYS = 31
YEAR_DAYS = 12 * MONTH_DAYS
HALF_DAY = 720  # minutes
# The hedge of dates that are said to be approximate, whatever word says so.
ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Date:
    """The stretch of days, both ends included, that some words may mean.

    ``yearless`` dates ("March 29") count from the beginning of any year. A ``period`` is
    a stretch meant as a whole ("1914–1918"). ``hedge`` is the word before the date that
    leaves room ("before 1990", "about 1850"), "about" for all its like, else "".
    """

    low: int
    high: int
    yearless: bool = False
    period: bool = False
    hedge: str = ""

    @property
    def years(self) -> frozenset[int]:
        """The years it touches, where it is no longer than a decade; else none."""
        if self.yearless or self.high - self.low >= 10 * YEAR_DAYS:
            return frozenset()
        return frozenset(range(self.low // YEAR_DAYS, self.high // YEAR_DAYS + 1))


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes; ``halves`` tells that morning or afternoon is known."""

    minute: int
    halves: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or time of day and where it stands: ``text[start:end]``."""

    start: int
    end: int
    value: Date | Clock


# Three letters tell one month from another.
_MONTHS = [name[:3] for name in MONTHS]
_MONTH = rf"(?a:{'|'.join(MONTHS)}|(?:{'|'.join(_MONTHS)}|sept)\.?)(?![^\W\d_])"
_YEAR = r"(?:1\d{3}|20\d{2})"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_NTH = r"(?:st|nd|rd|th)?"
# In "2019 and 20 others" no stretch ends.
_AND = r"and(?=\s\d{4})|(?<=between\s\d{4}\s)and"
_HEDGE = re.compile(
    r"(?:\b(?:about|around|circa|approximately|roughly|(?P<open>before|after|by|since|until|till|from))|\bca?\.)"
    r"\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_HEDGE_REACH = 24  # characters before a date in which a hedge can stand
# A stretch whose end is written with two figures ("1999–00") is hardly longer.
_LONGEST_SHORTENED = 50  # years
_DATE = re.compile(
    rf"""
    \b(?P<iso_year>{_YEAR})-(?P<iso_month>0[1-9]|1[0-2])(?:-(?P<iso_day>{_DAY}))?(?![\d-])
    | (?<![\d/.])(?P<one>\d\d?)(?P<mark>[/.-])(?P<two>\d\d?)(?P=mark)(?P<numeric_year>{_YEAR})\b
    | \b(?:(?P<first_day>{_DAY}){_NTH}\s?[-–—]\s?)?(?P<day>{_DAY}){_NTH}\s(?:of\s)?(?P<month>{_MONTH})
      (?:,?\s(?:of\s)?(?P<year>{_YEAR})\b)?
    | \b(?P<us_month>{_MONTH})\s(?P<us_day>{_DAY}){_NTH}\b(?:\s?[-–—]\s?(?P<us_last>{_DAY}))?
      (?:,?\s(?P<us_year>{_YEAR})\b)?
    | \b(?P<only_month>{_MONTH})(?:,?\s(?:of\s)?(?P<month_year>{_YEAR})\b)?
    | \b(?P<decade>(?:1\d|20)\d0)['’]?s\b
    | \b(?:(?P<nth>\d\d?)(?:st|nd|rd|th)|(?P<nth_word>(?a:{"|".join(NTH)})))
      [\s-]centur(?:y|ies)(?P<nth_bc>\sBC)?
    | \b(?-i:AD)\s(?P<ad>\d{{1,4}})\b | \b(?P<era_year>\d{{1,4}})\s(?P<era>(?-i:BCE?|AD|CE))\b
    | (?<![\d.,$€£])\b(?P<from>{_YEAR})(?:\s?[-–—]\s?|\s(?:to|until|{_AND})\s)(?P<to>{_YEAR}|\d\d)\b
      (?![.,]?\d)
    | (?<![\d.,$€£])\b(?P<bare>{_YEAR})\b(?![.,]?\d|\s?[%€])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>(?a:[ap]))\.?m\b\.?"
    r"|(?<![\d.:])(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d:])"
    r"|\b(?P<word>noon|midday|midnight)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def dates_in(text: str) -> tuple[Dated, ...]:
    """Return the dates and times of day in ``text``, in order, none inside another."""
    found = [*_dates(text), *_clocks(text)]
    return tuple(sorted(found, key=lambda dated: dated.start))


def _dates(text: str) -> Iterator[Dated]:
    for match in _DATE.finditer(text):
        value = _value(match)
        if value is not None:
            yield Dated(match.start(), match.end(), replace(value, hedge=_hedge(text, match.start())))


def _hedge(text: str, start: int) -> str:
    """Return the hedge that stands before ``start``, "" where there is none."""
    found = _HEDGE.search(text, max(0, start - _HEDGE_REACH), start)
    if found is None:
        return ""
    return found["open"].lower() if found["open"] else ABOUT


def _value(match: re.Match[str]) -> Date | None:
    """Return the date that the one alternative of the pattern that matched stands for."""
    got = {name: value for name, value in match.groupdict().items() if value is not None}
    match next(iter(got)):
        case "iso_year":
            date = _day(got["iso_year"], int(got["iso_month"]), got.get("iso_day"))
        case "one":
            date = _numeric(int(got["one"]), int(got["two"]), got["numeric_year"])
        case "first_day" | "day":
            date = _day(got.get("year"), _month(got["month"]), got["day"], got.get("first_day"))
        case "us_month":
            last = got.get("us_last")
            date = _day(
                got.get("us_year"),
                _month(got["us_month"]),
                last or got["us_day"],
                got["us_day"] if last else None,
            )
        case "only_month" if "month_year" not in got and not got["only_month"][0].isupper():
            return None  # "may", "march" as words
        case "only_month":
            date = _day(got.get("month_year"), _month(got["only_month"]), None)
        case "decade":
            date = _years(int(got["decade"]), int(got["decade"]) + 9)
        case "nth" | "nth_word":
            date = _century(got)
        case "ad":
            date = _years(int(got["ad"]), int(got["ad"]))
        case "era_year":
            year = int(got["era_year"]) * (-1 if got["era"].upper().startswith("B") else 1)
            date = _years(year, year)
        case "from":
            date = replace(_years(int(got["from"]), _last_year(int(got["from"]), got["to"])), period=True)
        case _:
            date = _years(int(got["bare"]), int(got["bare"]))
    return date if date.low <= date.high else None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _day(year: str | None, month: int, day: str | None, first_day: str | None = None) -> Date:
    """Return a day, days up to ``day``, or without one the whole month."""
    start = (int(year) if year else 0) * YEAR_DAYS + (month - 1) * MONTH_DAYS
    low = start + int(first_day or day or 1) - 1
    high = start + int(day or MONTH_DAYS) - 1
    return Date(low, high, yearless=year is None, period=first_day is not None)


def _numeric(one: int, two: int, year: str) -> Date:
    """Read 31/12/2020 and 12/31/2020; where both orders fit, only the year is sure."""
    if one <= 12 < two <= MONTH_DAYS:
        return _day(year, one, str(two))
    if two <= 12 < one <= MONTH_DAYS or (one == two and one <= 12):
        return _day(year, two, str(one))
    return _years(int(year), int(year))


def _years(first: int, last: int) -> Date:
    return Date(first * YEAR_DAYS, last * YEAR_DAYS + YEAR_DAYS - 1)


def _last_year(first: int, written: str) -> int:
    """Return the year that a stretch from ``first`` ends in, of which two figures may be written.

    It may lie in the next century ("1999–00") and comes out before ``first`` where it makes no sense.
    """
    if len(written) == 4:
        return int(written)
    last = first // 100 * 100 + int(written)
    return last + 100 if last < first and last + 100 - first <= _LONGEST_SHORTENED else last


def _century(got: dict[str, str]) -> Date:
    number = int(got["nth"]) if "nth" in got else NTH[got["nth_word"].lower()]
    if "nth_bc" in got:
        return _years(-100 * number, -100 * number + 99)
    return _years(100 * (number - 1), 100 * number)


def _clocks(text: str) -> Iterator[Dated]:
    for match in _CLOCK.finditer(text):
        if word := match["word"]:
            value = Clock(0 if word.lower() == "midnight" else HALF_DAY, halves=True)
        elif match["half"]:
            hour = int(match["hour"]) % 12 + (12 if match["half"] in "pP" else 0)
            value = Clock(60 * hour + int(match["minute"] or 0), halves=True)
        else:
            hour = int(match["hour24"])
            value = Clock(60 * hour + int(match["minute24"]), halves=hour > 12 or match["hour24"][0] == "0")
        yield Dated(match.start(), match.end(), value)
