"""Numbers, amounts and measures in a short text.

"8 million euros", "€8 million" and "EUR 8,000,000" come out alike, as do "90 minutes" and
"an hour and a half". What a number says only roughly ("about 500", "over a year") is kept
as the stretch of values that it allows.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from qa.language.units import CURRENCIES, CURRENCY_OF, LOOSE, NTH, SCALES, UNIT_OF, VALUES

COUNT = "count"
ORDINAL = "ordinal"
RATING = "rating"

# "About 500" allows a tenth more or less, and what rounding adds.
_ABOUT = 0.1


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, and the values that it allows.

    ``value`` is the number as written, ``low`` and ``high`` are in the base unit of
    ``dimension`` (metres, seconds, a currency, ``count`` …). ``rough`` tells that the words
    themselves leave room. ``unit`` is the unit as written, "" for bare numbers.
    """

    value: float
    low: float
    high: float
    dimension: str
    unit: str = ""
    rough: bool = False

    @property
    def round(self) -> bool:
        """Whether it is a number that people round to, such as 500 or 8 million."""
        whole = abs(self.value)
        return 100 <= whole < math.inf and whole % 100 == 0

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of a currency."""
        return self.dimension in CURRENCIES


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity and where it stands: ``text[start:end]``."""

    start: int
    end: int
    value: Quantity


_SPELT = "|".join(
    sorted([*VALUES, "dozen", "hundred", "thousand", "million", "billion"], key=len, reverse=True)
)
_WORDS = (
    r"(?:a\s(?=dozen|hundred|thousand|million|billion))?"
    rf"\b(?:{_SPELT})\b(?:(?:(?<=hundred)|(?<=thousand))\sand\s(?:{_SPELT})\b|[\s-](?:{_SPELT})\b)*"
)
_DIGITS = (
    r"(?<![\d.,])(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:\.\d+)?)"
)
_SIGN = r"US\$|[$€£¥₹]|\b(?:USD|EUR|GBP|JPY|CHF)\s"
_CURRENCY_NAMES = "|".join(sorted(filter(str.isalpha, CURRENCY_OF), key=len, reverse=True))
_CURRENCY_NAME = rf"(?:US\s)?(?:{_CURRENCY_NAMES})\b|[€£]"
_SCALE = r"[\s-]?(?:hundred|thousand|million|billion|trillion|bn|mn|mln|[kmb](?=\b))\b"
_UNIT = "|".join(re.escape(name) for name in sorted(UNIT_OF, key=len, reverse=True))
_LOOSE_WORDS = "|".join(LOOSE).replace(" ", r"\s")
_QUANTITY = re.compile(
    rf"""(?a:
    (?P<sign>{_SIGN})?\s?
    (?:
      (?P<halved>\bhalf\san?\b)
      | (?P<loose>\b(?:{_LOOSE_WORDS}))
      | (?P<words>{_WORDS})
      | (?P<digits>{_DIGITS})(?P<nth>(?:st|nd|rd|th)\b)?
      | (?P<nth_word>\b(?:{"|".join(NTH)})\b)
      | (?P<single>\b(?:an?|the|one)(?:\s(?:whole|full|single))?
          (?=\s(?:minute|hour|day|week|month|year|decade|century)\b))
    )
    (?P<half>\sand\sa\shalf\b)?
    (?P<scale>{_SCALE})?
    (?:[\s-]?(?P<currency>{_CURRENCY_NAME}) | \s?-?(?P<percent>%|per\s?cent\b) |
      [\s-]?(?P<unit>{_UNIT})(?![^\W\d_]|/h)
      | (?P<out_of>\s?/\s?10\b|\s?/\s?5\b|\sout\sof\s(?:10|ten|5|five)\b))?
    (?P<unit_half>\sand\sa\shalf\b)?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_ABOUT_BEFORE = re.compile(
    r"\b(?:about|around|approximately|approx\.?|some|roughly|circa|ca\.?|nearly|almost|close to|estimated)"
    r"(?:\s(?:a|an|the))?\s$",
    re.IGNORECASE,
)
_LEAST_BEFORE = re.compile(
    r"\b(?:more than|over|at least|upwards of|above|exceeding|no fewer than|no less than|a minimum of|from"
    r"|since)\s$",
    re.IGNORECASE,
)
_MOST_BEFORE = re.compile(
    r"\b(?:up to|under|less than|fewer than|at most|below|no more than|a maximum of)\s$", re.IGNORECASE
)
_ABOUT_AFTER = re.compile(r"\sor so\b", re.IGNORECASE)
_MORE_AFTER = re.compile(r"\+|\s(?:or more|plus|and more)\b", re.IGNORECASE)
_RANGE_GAP = re.compile(r"\s?[-–—]\s?|\s(?:to|and)\s")
_SUM_GAP = re.compile(r",?\s(?:and\s)?")
_HEDGE_REACH = 24  # characters before a number in which a hedge can stand


@lru_cache(maxsize=4096)
def quantities_in(text: str) -> tuple[Measured, ...]:
    """Return the quantities in ``text``, in order, none inside another."""
    return tuple(
        _joined(text, [measured for match in _QUANTITY.finditer(text) if (measured := _read(text, match))])
    )


def _read(text: str, match: re.Match[str]) -> Measured | None:
    """Return the quantity that matched, None where the words are none after all."""
    got = match.groupdict()
    low, high = _number(got)
    if got["half"]:
        low, high = low + 0.5, high + 0.5
    if scale := got["scale"]:
        name = scale.strip(" -").lower()
        if len(name) == 1 and name != "k" and not got["sign"]:
            return None if got["unit"] else _metres(match, name, low)
        low, high = low * SCALES[name], high * SCALES[name]
    dimension, factor, unit = _unit(got)
    if got["single"] and dimension != "time":
        return None
    if got["unit_half"] and not got["half"]:
        low, high = low + 0.5, high + 0.5
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    quantity = Quantity(low, low * factor, high * factor, dimension, unit, rough=low != high)
    return Measured(start, match.end(), _hedged(text, start, match.end(), quantity))


def _metres(match: re.Match[str], name: str, value: float) -> Measured | None:
    """Read "3,120 m" without a currency sign as metres."""
    if name != "m":
        return None
    return Measured(match.start(), match.end(), Quantity(value, value, value, "length", "m"))


def _number(got: dict[str, str | None]) -> tuple[float, float]:
    if got["halved"]:
        return 0.5, 0.5
    if loose := got["loose"]:
        low, high = LOOSE[" ".join(loose.lower().split())]
        return low, high
    if words := got["words"]:
        value = _spelt(words.lower())
    elif digits := got["digits"]:
        value = float(
            re.sub(r"[,\u00a0\u202f]", "", digits) if digits.count(".") < 2 else digits.replace(".", "")
        )
    elif word := got["nth_word"]:
        value = NTH[word.lower()]
    else:
        value = 1.0
    return value, value


def _spelt(words: str) -> float:
    """Return the value of number words: "two hundred and twelve thousand"."""
    total = current = 0.0
    for word in re.findall(r"[a-z]+", words):
        if word in VALUES:
            current += VALUES[word]
        elif word in ("hundred", "dozen"):
            current = (current or 1) * SCALES[word]
        elif word in SCALES:
            total += (current or 1) * SCALES[word]
            current = 0
    return total + current


def _unit(got: dict[str, str | None]) -> tuple[str, float, str]:
    """Return dimension, factor to its base unit, and the unit as written."""
    if got["nth"] or got["nth_word"]:
        return ORDINAL, 1.0, ""
    if name := got["sign"] or got["currency"]:
        return CURRENCY_OF[name.lower().removeprefix("us ").strip()], 1.0, ""
    if got["percent"]:
        return "percent", 1.0, ""
    if got["out_of"]:
        return RATING, 1.0, ""
    if unit := got["unit"]:
        dimension, factor = UNIT_OF[unit.lower()]
        return dimension, factor, unit.lower()
    return COUNT, 1.0, ""


def _hedged(text: str, start: int, end: int, quantity: Quantity) -> Quantity:
    """Widen the quantity by the hedge that stands around it, if one does."""
    before = text[max(0, start - _HEDGE_REACH) : start]
    low, high = quantity.low, quantity.high
    if _ABOUT_BEFORE.search(before) or _ABOUT_AFTER.match(text, end):
        return replace(quantity, low=low * (1 - _ABOUT), high=high * (1 + _ABOUT), rough=True)
    if _LEAST_BEFORE.search(before) or _MORE_AFTER.match(text, end):
        return replace(quantity, high=math.inf, rough=True)
    if _MOST_BEFORE.search(before):
        return replace(quantity, low=0.0, rough=True)
    return quantity


def _joined(text: str, found: list[Measured]) -> Iterator[Measured]:
    """Join "two hours and ten minutes" into one sum and "90 to 120 minutes" into one stretch."""
    waiting: Measured | None = None
    for measured in found:
        if waiting is not None and (one := _join(text, waiting, measured)):
            waiting = one
            continue
        if waiting is not None:
            yield waiting
        waiting = measured
    if waiting is not None:
        yield waiting


def _join(text: str, first: Measured, second: Measured) -> Measured | None:
    gap, one, two = text[first.end : second.start], first.value, second.value
    if one.rough or two.rough:
        return None
    if one.dimension == two.dimension in ("time", "length", "mass") and one.unit != two.unit:
        larger = one.low / (one.value or 1) > two.low / (two.value or 1)
        if larger and _SUM_GAP.fullmatch(gap):
            joined = replace(one, low=one.low + two.low, high=one.high + two.high)
            return Measured(first.start, second.end, joined)
    if one.dimension in (COUNT, two.dimension) and _RANGE_GAP.fullmatch(gap) and one.value < two.value:
        between = gap.strip() != "and" or text[: first.start].lower().endswith("between ")
        factor = two.low / two.value
        if between:
            joined = replace(two, value=one.value, low=one.value * factor, rough=True)
            return Measured(first.start, second.end, joined)
    return None
