"""Enumerations in a sentence: their members, and where one begins and ends.

Told from form alone: commas, semicolons, "and", brackets, capitals.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qa.language.stems import WordForm, worded
from qa.language.word_classes import PARTICLE

_COORDINATORS = ("and", "or", "&")
# Function words that may open a noun phrase.
_OPENING = frozenset(["a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "some"])
_LONGEST_MEMBER = 6  # words
# Commas alone make an enumeration only from three names on: "Lyon, France" is none.
_FEWEST_BY_COMMAS = 3


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place between two members; ``sign`` is "," ";" or "and" (", and" too)."""

    start: int
    end: int
    sign: str


def members(text: str) -> list[tuple[int, int]]:
    """Return the spans of the members of an enumeration, in order.

    A text that enumerates nothing is its only member; a blank one has none.
    """
    cuts = list(_cuts(text))
    if any(cut.sign == ";" for cut in cuts):
        cuts = [cut for cut in cuts if cut.sign == ";"]
    elif (commas := [cut for cut in cuts if text[cut.start] == ","]) and commas[-1] is cuts[-1]:
        cuts = commas
    elif commas:
        cuts = [*commas, *(cut for cut in cuts if cut.start > commas[-1].start)]
    starts = [0, *(cut.end for cut in cuts)]
    ends = [*(cut.start for cut in cuts), len(text)]
    return [span for start, end in zip(starts, ends, strict=True) if (span := _trimmed(text, start, end))]


def enumeration_around(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the enumeration that ``text[start:end]`` is a member of, if it is one.

    The other members are noun phrases of like form: names beside a name.
    """
    own = [word for word in worded(text) if word.start >= start and word.end <= end]
    if not own or any(start < cut.start < end for cut in _cuts(text)):
        return None
    named = _is_name(own)
    cuts = list(_cuts(text))
    right, right_cuts = _rightwards(text, end, [cut for cut in cuts if cut.start >= end], named=named)
    left, left_cuts = _leftwards(text, start, [cut for cut in cuts if cut.end <= start], named=named)
    used = [*left_cuts, *right_cuts]
    enough = any(cut.sign != "," for cut in used) or (named and len(used) + 1 >= _FEWEST_BY_COMMAS)
    return (left, right) if used and enough else None


def _cuts(text: str) -> Iterator[_Cut]:
    """Give the places outside brackets where an enumeration may be divided."""
    depth, last, cut = 0, 0, None
    for word in (*worded(text), None):
        gap_end = word.start if word else len(text)
        for at in range(last, gap_end):
            sign = text[at]
            depth = max(0, depth + (sign in "([") - (sign in ")]"))
            if not depth and sign in ",;" and (word is None or not _year_after(text, at, word)):
                if cut:
                    yield cut
                cut = _Cut(at, at + 1, sign)
            elif not depth and sign == "&":
                cut = _Cut(cut.start if cut else at, at + 1, "and")
        if word is None:
            break
        last = word.end
        if not depth and word.folded in _COORDINATORS and word.start:
            sign = ";" if cut and cut.sign == ";" else "and"
            joined = cut is not None and not text[cut.end : word.start].strip()
            if cut and not joined:
                yield cut
            cut = _Cut(cut.start if cut and joined else word.start, word.end, sign)
            continue
        if cut:
            yield cut
        cut = None


def _year_after(text: str, at: int, word: WordForm) -> bool:
    """Tell whether the comma belongs to a date: "January 17, 2020"."""
    return (
        word.folded.isdigit()
        and len(word.folded) == 4
        and text[max(0, at - 2) : at].strip().isalnum()
        and (text[at - 1 : at].isdigit() or text[max(0, at - 2) : at] in ("st", "nd", "rd", "th"))
    )


def _rightwards(text: str, end: int, cuts: list[_Cut], *, named: bool) -> tuple[int, list[_Cut]]:
    """Return where the members after ``end`` end, and the cuts between them."""
    used: list[_Cut] = []
    for place, cut in enumerate(cuts):
        if not _only_brackets(text[end : cut.start]):
            break
        stop = cuts[place + 1].start if place + 1 < len(cuts) else len(text)
        chunk = [word for word in worded(text) if cut.end <= word.start and word.end <= stop]
        if not (phrase := _leading(text, chunk, named=named)):
            break
        used.append(cut)
        end = _past_brackets(text, phrase[-1].end)
    return end, used


def _leftwards(text: str, start: int, cuts: list[_Cut], *, named: bool) -> tuple[int, list[_Cut]]:
    """Return where the members before ``start`` begin, and the cuts between them."""
    used: list[_Cut] = []
    for place in range(len(cuts) - 1, -1, -1):
        cut = cuts[place]
        if not _opening_only(text, cut.end, start):
            break
        since = cuts[place - 1].end if place else 0
        chunk = [word for word in worded(text) if since <= word.start and word.end <= cut.start]
        if not (phrase := _trailing(text, chunk, named=named)):
            break
        used.insert(0, cut)
        start = phrase[0].start
    return start, used


def _leading(text: str, chunk: list[WordForm], *, named: bool) -> list[WordForm]:
    """Return the noun phrase at the beginning of the chunk, empty where there is none of that form."""
    phrase: list[WordForm] = []
    for word in chunk:
        if phrase and not _joined(text[phrase[-1].end : word.start]):
            break
        opening = not phrase and not named and word.folded in _OPENING
        if not (opening or _fits(text, word, bool(phrase), named=named)):
            break
        phrase.append(word)
    while phrase and phrase[-1].folded in PARTICLE:
        phrase.pop()
    return phrase if len(phrase) <= _LONGEST_MEMBER else []


def _trailing(text: str, chunk: list[WordForm], *, named: bool) -> list[WordForm]:
    """Return the noun phrase at the end of the chunk, before brackets, likewise."""
    outside = [word for word in chunk if text[: word.start].count("(") == text[: word.start].count(")")]
    phrase: list[WordForm] = []
    for word in reversed(outside):
        if phrase and not _joined(text[word.end : phrase[0].start]):
            break
        if not named and word.folded in _OPENING:
            phrase.insert(0, word)
            break
        if not _fits(text, word, bool(phrase), named=named):
            break
        phrase.insert(0, word)
    while phrase and phrase[0].folded in PARTICLE:
        phrase.pop(0)
    return phrase if len(phrase) <= _LONGEST_MEMBER else []


def _fits(text: str, word: WordForm, within: bool, *, named: bool) -> bool:
    """Tell whether the word can be part of a name, or of another noun phrase, begun or not."""
    if within and word.folded in PARTICLE:
        return True
    if named:
        return word.capital
    return (
        not word.function or text[word.start - 1 : word.start] == "-" or text[word.end : word.end + 1] == "-"
    )


def _joined(gap: str) -> bool:
    return not gap.strip(" -’'\"“”‘.")


def _is_name(words: list[WordForm]) -> bool:
    return (
        words[0].capital
        and words[-1].capital
        and all(word.capital or word.folded in PARTICLE for word in words)
    )


def _only_brackets(gap: str) -> bool:
    gap = gap.strip(" ’'\"“”‘.")
    return not gap or (gap[0] == "(" and gap[-1] == ")" and gap.count("(") == 1)


def _past_brackets(text: str, end: int) -> int:
    """Return the end of the brackets that follow a member at once, else ``end``."""
    rest = text[end:]
    if rest.startswith(" (") and (close := rest.find(")")) > 0 and "(" not in rest[2:close]:
        return end + close + 1
    return end


def _opening_only(text: str, since: int, start: int) -> bool:
    """Tell whether nothing but an article or quotation mark stands between."""
    between = text[since:start].strip(" ’'\"“”‘").casefold()
    return not between or between in _OPENING


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span without blanks and marks at its edges, None where nothing is left."""
    inside = [word for word in worded(text) if start <= word.start and word.end <= end]
    if not inside:
        return None
    while start < inside[0].start and text[start] not in "“\"‘'«(€$£":
        start += 1
    while end > inside[-1].end and text[end - 1] not in "”\"’'»)!?%":
        end -= 1
    return start, end
