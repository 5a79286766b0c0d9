"""What a turn lists, in order: numbered, behind a colon, enumerated, or names one after the other.

An answer's list goes before its question's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.sentences import sentences
from qa.followups.wording import without_asides
from qa.language.lists import enumeration_around, members
from qa.language.mentions import Mention, mentions
from qa.language.word_classes import FUNCTION
from qa.question import AnswerKind, understand
from qa.turns import Turn

_NUMBERED = re.compile(r"(?:(?<=\s)|\A)(?:\(?(\d{1,2})[.)])\s+")
# A word that names nothing.
_INSIDE = "it "
# What opens an enumeration, with words before it that are no part of its first member.
_OPENED = re.compile(r"(?:.*\b)?(?:includ(?:e|es|ed|ing)|such as|namely|are|were)\s+", re.DOTALL)
# One that opens with up to three words and a mark, by these.
_SHORT = re.compile(r"((?:[\w'’-]+ ){0,2}[\w'’-]+)[,;.]")
# What was named once is known.
_ARTICLE = re.compile(r"\A(?:a|an)\s+")
# After a colon everything up to the end of the sentence is listed, in members of so many words at most.
_FEWEST_AFTER_COLON, _LONGEST_MEMBER = 3, 7
# A numbered item that opens with a few words and a colon is named by them.
_HEADED = re.compile(r"((?:[\w'’-]+ ){0,4}[\w'’-]+):")


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
    found = [without_asides(enumeration[start:end]) for start, end in members(enumeration)]
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
