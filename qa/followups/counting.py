"""Words that count to one of what the last turn lists: "the second one", "the last two options"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups.asking import only_told
from qa.followups.listing import listed
from qa.turns import Turn

# Nouns that say nothing of what they count: "the second option" is the second of whatever was listed.
_COUNTED = r"(?:ones?|options?|items?|choices?|suggestions?|possibilit(?:y|ies)|alternatives?)"
_PLACES = {
    "first": 0,
    "former": 0,
    "second": 1,
    "third": 2,
    "fourth": 3,
    "fifth": 4,
    "last": -1,
    "latter": -1,
}
_HOW_MANY = {"two": 2, "three": 3, "four": 4}
_COUNTING = re.compile(
    rf"\bthe (?P<place>{'|'.join(_PLACES)})(?: (?P<many>{'|'.join(_HOW_MANY)}))?"
    rf"(?P<noun> {_COUNTED})?\b(?: (?:that )?(?:you|it) (?:just )?(?:mentioned|named|listed|suggested))?",
    re.IGNORECASE,
)
# "Which of them": of all that was listed, if it is names and so few that they can be told.
_OF_THEM = re.compile(
    r"\b(?:which|who|each|any|both|one|all|neither|either|none|some) of "
    r"(?P<them>them|(?:these|those)(?: (?!is\b|was\b|has\b|does\b)\w+s)?)\b",
    re.IGNORECASE,
)
_MOST_NAMED = 4
# What a question numbers itself: "the second hole", which "the first one" then is of.
_NUMBERED_THING = re.compile(
    rf"\bthe (?:{'|'.join(_PLACES)}) (?!{_COUNTED}\b|{'|'.join(_HOW_MANY)})(?P<thing>[a-z][\w-]+)",
    re.IGNORECASE,
)
# Without a noun only these are said of something listed, the others behind a preposition at the end:
# "when did it open, for the first?", not "which was the first?".
_OF_TWO = ("former", "latter")
_ENDS = re.compile(r"[\s?.!]*\Z")
_BEHIND = re.compile(r"\b(?:about|by|for|from|in|of|to|with)\s+\Z", re.IGNORECASE)
# "The first two seasons" counts seasons.
_GOES_ON = re.compile(
    r"\s+(?!(?:and|or|but|are|is|was|were|do|does|did|have|has|had|in|on|at|to|for|with)\b)\w"
)


def counted(question: str, turns: Sequence[Turn]) -> str | None:
    """Return the question with what its counting words count to in their place.

    None where it counts to nothing that the last turn lists.
    """
    told = only_told(question)
    for found in _COUNTING.finditer(question):
        if any(start <= found.start() < end for start, end in told) or not _counts(question, found):
            continue
        meant = (
            (_of_that_noun(found, turns[-1]) or _together(_meant(found, listed(turns[-1])))) if turns else ""
        )
        if meant:
            return question[: found.start()] + meant + question[found.end() :]
    of_them = _OF_THEM.search(question)
    names = listed(turns[-1]) if of_them and turns else []
    if of_them and 1 < len(names) <= _MOST_NAMED and all(name[:1].isupper() for name in names):
        return question[: of_them.start("them")] + _together(names) + question[of_them.end("them") :]
    return None


def _counts(question: str, found: re.Match[str]) -> bool:
    if found["noun"]:
        return True
    if found["many"]:
        return not _GOES_ON.match(question, found.end())
    of_two = found["place"].lower() in _OF_TWO and not _GOES_ON.match(question, found.end())
    behind = _BEHIND.search(question[: found.start()])
    return of_two or (behind is not None and _ENDS.match(question, found.end()) is not None)


def _of_that_noun(found: re.Match[str], turn: Turn) -> str:
    """Return "the first hole" for "the first one" after a question about the second hole; else nothing."""
    numbered = _NUMBERED_THING.search(turn.understood_as)
    if numbered is None or not found["noun"] or found["many"]:
        return ""
    return f"the {found['place']} {numbered['thing']}"


def _meant(found: re.Match[str], items: Sequence[str]) -> Sequence[str]:
    place = _PLACES[found["place"].lower()]
    many = _HOW_MANY[found["many"].lower()] if found["many"] else 1
    if len(items) < max(many, place + 1):
        return []
    return items[place : place + many] if place >= 0 else items[len(items) - many :]


def _together(items: Sequence[str]) -> str:
    if not items:
        return ""
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1])))
