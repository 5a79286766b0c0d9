"""Whether two dates or times of day can be the same, and whether they exclude each other."""

from __future__ import annotations

from dataclasses import replace

from qa.language.dates import ABOUT, HALF_DAY, MONTH_DAYS, YEAR_DAYS, Clock, Date, dates_in


def same_date(first: Date | Clock, second: Date | Clock) -> bool:
    """Tell whether both can be the same, one perhaps said with less precision."""
    if isinstance(first, Clock) or isinstance(second, Clock):
        return isinstance(first, Clock) and isinstance(second, Clock) and _same_clock(first, second)
    if (both := _on_one_scale(first, second)) is None:
        return False
    one, other = both
    if one.hedge or other.hedge or one.period or other.period:
        alike = one.hedge == other.hedge or {one.hedge, other.hedge} == {"", ABOUT}
        return alike and (one.low, one.high) == (other.low, other.high)
    return one.low <= other.low <= other.high <= one.high or other.low <= one.low <= one.high <= other.high


def dates_clash(first: Date | Clock, second: Date | Clock) -> bool:
    """Tell whether both cannot be dates of one event, even at the coarser precision."""
    if isinstance(first, Clock) or isinstance(second, Clock):
        return isinstance(first, Clock) and isinstance(second, Clock) and not _same_clock(first, second)
    if first.hedge or second.hedge or (both := _on_one_scale(first, second)) is None:
        return False
    one, other = both
    return one.high < other.low or other.high < one.low


def days_left_open(text: str) -> int:
    """Return how many days the text's most precise date leaves open: 0 for "14 May 2016", a year for "2016".

    As many as a century has where there is no date.
    """
    dates = (found.value for found in dates_in(text) if isinstance(found.value, Date))
    return min((date.high - date.low for date in dates), default=100 * YEAR_DAYS)


def _same_clock(first: Clock, second: Clock) -> bool:
    if first.halves and second.halves:
        return first.minute == second.minute
    return first.minute % HALF_DAY == second.minute % HALF_DAY


def _on_one_scale(first: Date, second: Date) -> tuple[Date, Date] | None:
    """Bring a dated and a yearless date onto one year; None where that makes no sense."""
    if first.yearless == second.yearless:
        return first, second
    dated = second if first.yearless else first
    if dated.high - dated.low >= MONTH_DAYS:
        return None
    low = dated.low % YEAR_DAYS
    onto = replace(dated, low=low, high=low + dated.high - dated.low, yearless=True)
    return (first, onto) if first.yearless else (onto, second)
