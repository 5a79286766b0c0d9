"""Names of people and whether two of them name one person.

"Dr. Edith Crane", "Crane" and "E. Crane" do; so do "Béral" and "Beral", and given names
one letter apart when the surname is the same. "Henry VII" and "Henry VIII" do not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from qa.language.stems import WordForm, worded
from qa.language.word_classes import PARTICLE, listed

Name = tuple[str, ...]

# Words before a name that are no part of it.
TITLES = listed(
    "mr mrs ms miss mx dr prof professor sir dame lord lady king queen prince princess emperor empress "
    "pope saint st fr father sister brother rev reverend rabbi bishop archbishop cardinal captain capt "
    "colonel col general gen major lieutenant lt sergeant sgt admiral president minister senator governor "
    "mayor judge justice chancellor director producer writer author actor actress singer composer creator "
    "showrunner filmmaker coach the"
)
# Outside names of persons "ten" is a number.
_PARTICLES = PARTICLE | {"ten"}
_GENERATION = re.compile(r"(?:jr|sr|junior|senior|[ivx]+)\Z")
_BRACKETS = re.compile(r"\([^()]*\)")
_BETWEEN = re.compile(r"[,;&/]")
# A slip of one letter changes a short name into another one (Ann, Dan) more often than not.
_SHORTEST_VARIANT = 4
_SHORTEST_SURNAME_VARIANT = 6


@lru_cache(maxsize=4096)
def names_in(text: str) -> tuple[Name, ...]:
    """Return the personal names that ``text`` consists of, folded, without titles and roles.

    What stands in brackets is left out. Empty when some part of the text is no name.
    """
    bare = _BRACKETS.sub(lambda brackets: " " * len(brackets[0]), text)
    parts: list[list[WordForm]] = [[]]
    last = 0
    for word in worded(bare):
        if _BETWEEN.search(bare, last, word.start) or (word.folded in ("and", "or") and parts[-1]):
            parts.append([])
        last = word.end
        if word.folded not in ("and", "or"):
            parts[-1].append(word)
    names = [_name(part) for part in parts if part]
    return tuple(names) if all(names) else ()


def same_names(first: tuple[Name, ...], second: tuple[Name, ...]) -> bool:
    """Tell whether each name of one side has its like on the other."""
    if len(first) != len(second):
        return False
    return all(any(same_person(one, other) for other in second) for one in first) and all(
        any(same_person(one, other) for one in first) for other in second
    )


def same_person(first: Name, second: Name) -> bool:
    """Tell whether both names can be the name of one person."""
    if _generation(first) and _generation(second) and _generation(first) != _generation(second):
        return False
    short, long = sorted((_without_generation(first), _without_generation(second)), key=len)
    if not short or short == long:
        return short == long
    if len(short) == 1:
        return len(long) > 1 and short[0] in (long[0], long[-1])
    if short[0] in _PARTICLES and long[-len(short) :] == short:
        return True
    if len(long) == 2 or len(short) == len(long):
        return len(short) == len(long) and _variants(short, long)
    return _within(short, long)


def share_a_name(first: Name, second: Name) -> bool:
    """Tell whether any part of one name is a part of the other: kin, or one person after all."""
    return any(one == other or _slip(one, other) for one in first for other in second)


def _name(words: list[WordForm]) -> Name:
    """Return the capitalised words at the end, titles taken off; empty where it ends otherwise."""
    name: list[WordForm] = []
    for word in reversed(words):
        if not (word.capital or (name and word.folded in _PARTICLES)):
            break
        name.insert(0, word)
    while name and (name[0].folded in TITLES or not name[0].capital) and len(name) > 1:
        name.pop(0)
    return tuple(word.folded for word in name)


def _generation(name: Name) -> str:
    return (
        name[-1].replace("junior", "jr").replace("senior", "sr")
        if len(name) > 1 and _GENERATION.match(name[-1])
        else ""
    )


def _without_generation(name: Name) -> Name:
    return name[:-1] if _generation(name) else name


def _variants(first: Name, second: Name) -> bool:
    """Tell whether names of equal length differ in spelling, or by initials, only."""
    *given, surname = first
    *other_given, other_surname = second
    if surname == other_surname:
        return all(
            _slip(one, other) or _initial(one, other) for one, other in zip(given, other_given, strict=True)
        )
    return (
        given == other_given and len(surname) >= _SHORTEST_SURNAME_VARIANT and _slip(surname, other_surname)
    )


def _within(short: Name, long: Name) -> bool:
    """Tell whether ``short`` is ``long`` with middle names or particles left out."""
    ends = short[-1] == long[-1] and (short[0] == long[0] or _initial(short[0], long[0]))
    places = iter(long)
    return ends and all(any(part == here or _initial(part, here) for here in places) for part in short)


def _slip(one: str, other: str) -> bool:
    """Tell whether two spellings are equal or one letter apart, with the same first letter."""
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_VARIANT or one[0] != other[0]:
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1


def _initial(one: str, other: str) -> bool:
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]
