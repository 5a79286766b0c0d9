"""Bridges: somebody whom a question tells only by another ("Ada's brother") must be looked up first.

"Who plays Paul's wife?" is answered in two steps where the passages that name the part do not say
whose wife it is: who is Paul's wife, then who plays her (the bridge entity of HotpotQA, Yang et al. 2018).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.terms import is_function_word
from qa.followups.wording import tidy
from qa.language.mentions import Mention, mentions
from qa.language.word_classes import FEMALE_NOUN, MALE_NOUN, PERSON_NOUN, listed
from qa.language.words import split_words

_OWNED = re.compile(r"(?P<owner>.+)['’]s (?:\w+ )*(?P<noun>\w+)", re.DOTALL)
_OF = re.compile(r"(?P<noun>[\w-]+) of (?P<owner>.+)", re.DOTALL)
_NAMING = listed("name named call called 's")
# "What does Paul's wife do?"
_DOING = re.compile(r"\s+(?:do|doing|done)\b", re.IGNORECASE)
_THE = re.compile(r"\bthe\s+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bridge:
    """Words of a question, from ``start`` to ``end``, that tell one as a ``relation`` of an ``owner``."""

    text: str
    start: int
    end: int
    relation: str
    owner: str

    @property
    def is_of_a_family(self) -> bool:
        """Whether the relation is a "brother" or the like, and not an "author" or "friend"."""
        return self.relation.lower() in MALE_NOUN | FEMALE_NOUN

    @property
    def question(self) -> str:
        """The question who it is."""
        return tidy(f"Who is {self.text[self.start : self.end]}?")

    def crossed(self, name: str) -> str:
        """Return the whole question with the name instead."""
        return tidy(self.text[: self.start] + name + self.text[self.end :])


def bridges(question: str) -> list[Bridge]:
    """Return who must be looked up first, in order; none where that is all the question asks."""
    found = [bridge for mention in mentions(question) if (bridge := _bridge(question, mention))]
    return [bridge for bridge in found if _asks_more(bridge)]


def _asks_more(bridge: Bridge) -> bool:
    """Tell "Who plays Paul's wife?" from "What is Paul's wife called?", which asks just who it is."""
    if _DOING.match(bridge.text, bridge.end):
        return True
    around = split_words(f"{bridge.text[: bridge.start]} {bridge.text[bridge.end :]}")
    return any(word.low not in _NAMING and not is_function_word(word.low) for word in around)


def _bridge(question: str, mention: Mention) -> Bridge | None:
    told = _OWNED.fullmatch(mention.text) or _OF.fullmatch(mention.text)
    if mention.joint or not told or told["noun"].lower() not in PERSON_NOUN:
        return None
    before = _THE.search(question[: mention.start])
    start = before.start() if before else mention.start
    return Bridge(question, start, mention.end, told["noun"], told["owner"])
