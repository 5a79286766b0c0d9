"""What the last turn lists, and the words that count to one of it: "the second one", "the last two options".

An answer's list goes before its question's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.sentences import sentences
from qa.followups.asking import only_told
from qa.language.lists import enumeration_around, members
from qa.language.mentions import Mention, mentions
from qa.language.word_classes import FUNCTION
from qa.question import AnswerKind, understand
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
_NUMBERED = re.compile(r"(?:(?<=\s)|\A)(?:\(?(\d{1,2})[.)])\s+")
# A word that names nothing.
_INSIDE = "it "
# What opens an enumeration, with words before it that are no part of its first member.
_OPENED = re.compile(r"(?:.*\b)?(?:includ(?:e|es|ed|ing)|such as|namely|are|were)\s+", re.DOTALL)
# One that opens with up to three words and a mark, by these.
_SHORT = re.compile(r"((?:[\w'’-]+ ){0,2}[\w'’-]+)[,;.]")
_ASIDE = re.compile(r"\s*\([^()]*\)")
# What was named once is known.
_ARTICLE = re.compile(r"\A(?:a|an)\s+")
# After a colon everything up to the end of the sentence is listed, in members of so many words at most.
_FEWEST_AFTER_COLON, _LONGEST_MEMBER = 3, 7
# A numbered item that opens with a few words and a colon is named by them.
_HEADED = re.compile(r"((?:[\w'’-]+ ){0,4}[\w'’-]+):")


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


def listed(turn: Turn) -> list[str]:
    """Return what the turn's answer lists, else what its question does, in order; nothing if neither."""
    quotes = [citation.quote for citation in turn.answer.citations] if turn.answer else []
    if understand(turn.understood_as).expects is AnswerKind.LIST and len(quotes) > 1:
        return quotes
    texts = (_INSIDE * _begins_inside(turn) + turn.said, turn.understood_as)
    return next((found for text in texts if len(found := _listed_in(text)) > 1), [])


def _begins_inside(turn: Turn) -> bool:
    """Tell whether the answer's first word stands inside its sentence, so that a capital makes it a name."""
    citation = turn.answer.citations[0] if turn.answer and turn.answer.citations else None
    return citation is not None and citation.start > citation.sentence_start


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


def _listed_in(text: str) -> list[str]:
    numbered = list(_numbered(text))
    if len(numbered) > 1:
        return numbered
    enumerated = max(_enumerated(text), key=lambda items: (len(items), len("".join(items))), default=[])
    return enumerated if len(enumerated) > 1 else _names(text)


def _numbered(text: str) -> Iterator[str]:
    """Yield what "1) …", "2) …" begin with."""
    starts = list(_NUMBERED.finditer(text))
    if not starts or [int(found[1]) for found in starts] != list(range(1, len(starts) + 1)):
        return
    for found, later in zip(starts, [*starts[1:], None], strict=True):
        item = text[found.end() : later.start() if later else len(text)]
        opening = _HEADED.match(item) or _SHORT.match(item)
        if opening:
            yield opening[1]
        elif named := mentions(item):
            yield named[0].text


def _enumerated(text: str) -> Iterator[list[str]]:
    for start, end in sentences(text):
        sentence = text[start:end].rstrip(" .?!")
        _, colon, after = sentence.rpartition(": ")
        found = _inside(after) if colon else []
        if len(found) >= _FEWEST_AFTER_COLON and all(len(each.split()) <= _LONGEST_MEMBER for each in found):
            yield found
        for mention in _single(sentence):
            span = enumeration_around(sentence, mention.start, mention.end)
            found = _inside(sentence[slice(*span)]) if span else []
            # ", and" between two joins clauses as often as names.
            if len(found) > 2 or (span and ", and" not in sentence[slice(*span)]):
                yield found


def _inside(enumeration: str) -> list[str]:
    """Return the members, from the first that something opens, or that is a name if all later ones are."""
    found = [_ASIDE.sub("", enumeration[start:end]) for start, end in members(enumeration)]
    opened = [place for place, each in enumerate(found) if _OPENED.match(each)]
    named = [place for place, each in enumerate(found) if not each[:1].islower()]
    if opened:
        found = found[opened[-1] :]
    elif len(named) > 1 and named == list(range(len(found) - len(named), len(found))):
        found = found[named[0] :]
    return [_ARTICLE.sub("the ", _OPENED.sub("", each)) for each in found]


def _names(text: str) -> list[str]:
    named = [mention.text for mention in _single(text) if mention.proper]
    return list(dict.fromkeys(name for name in named if name.lower() not in FUNCTION))


def _single(text: str) -> list[Mention]:
    return [mention for mention in mentions(text) if not mention.joint and "'s " not in mention.text]
