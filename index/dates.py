"""Written dates and what they mean, as ISO dates.

A date that could be read in two ways (``03/04/2019``) is none.
"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d{2}"
DATE = re.compile(
    rf"""(?<![\w/.-])(?:
      (?P<y1>{_YEAR})(?P<s>[-/.])(?P<m1>\d{{1,2}})(?:(?P=s)(?P<d1>\d{{1,2}}))?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?
    | (?P<mo2>{_MONTH})\s+(?P<d2>{_DAY})(?:\s*,\s*|\s+)(?P<y2>{_YEAR})
    | (?P<d3>{_DAY})\s+(?:of\s+)?(?P<mo3>{_MONTH})\s*,?\s+(?P<y3>{_YEAR})
    | (?P<mo4>{_MONTH})\s*,?\s+(?P<y4>{_YEAR})
    | (?P<d5>\d{{1,2}})\.\s?(?P<m5>\d{{1,2}})\.\s?(?P<y5>{_YEAR})
    | (?P<a6>\d{{1,2}})/(?P<b6>\d{{1,2}})/(?P<y6>{_YEAR})
    )(?![\w/])""",
    re.IGNORECASE | re.VERBOSE,
)


def iso_date(text: str) -> str | None:
    """Return the first date of the text as ``2019-03-29`` or ``2019-03``, or None without one.

    A text that is a year and nothing else gives that year.
    """
    found = DATE.search(text)
    if found:
        return iso_of(found)
    year = re.fullmatch(_YEAR, text.strip())
    return year[0] if year else None


def iso_of(found: re.Match[str]) -> str | None:
    """Return what a match of ``DATE`` means, or None if it is ambiguous or no day of any calendar."""
    part = found.groupdict()
    year, month, day = _parts(part)
    if not year or not month:
        return None
    try:
        if day is None:
            return date(year, month, 1).isoformat()[:7]
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _parts(part: dict[str, str | None]) -> tuple[int | None, int | None, int | None]:
    for year, month, day in (("y1", "m1", "d1"), ("y5", "m5", "d5")):
        if part[year]:
            return _int(part[year]), _int(part[month]), _int(part[day])
    for year, name, day in (("y2", "mo2", "d2"), ("y3", "mo3", "d3"), ("y4", "mo4", "")):
        if part[year]:
            return _int(part[year]), _month(part[name]), _int(part.get(day))
    first, second = _int(part["a6"]), _int(part["b6"])
    if first is None or second is None:
        return None, None, None
    if first > 12:
        return _int(part["y6"]), second, first
    if second > 12:
        return _int(part["y6"]), first, second
    return None, None, None


def _int(digits: str | None) -> int | None:
    return int(re.sub(r"\D", "", digits)) if digits else None


def _month(name: str | None) -> int | None:
    if not name:
        return None
    start = name[:3].lower()
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(start))
