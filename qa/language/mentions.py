"""Mentions: the people, places, times and things that a text names, found by form alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from qa.language.noun_groups import YEAR, Group, noun_groups
from qa.language.word_classes import (
    DETERMINER,
    FEMALE_NOUN,
    MALE_NOUN,
    MONTH,
    PERSON_NOUN,
    PLACE_NOUN,
    PREPOSITION,
    THING_IN_NAME,
    TIME_NOUN,
    WEEKDAY,
    is_plural_noun,
)
from qa.language.words import Word, split_words

_GENDERED = MALE_NOUN | FEMALE_NOUN
_LINK = re.compile(r",|,? ?(?:and|or|&)(?: the| a| an)?|, (?:the|a|an)")
_AND = re.compile(r"\band\b|&")
_OF = re.compile(r" of (?:the |an? )?")


class Sort(StrEnum):
    """What a mention stands for, as far as its form tells."""

    PERSON = "person"
    PLACE = "place"
    TIME = "time"
    THING = "thing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun group of a text: ``text`` lies at ``start``, its determiner left of it.

    ``determiner`` and ``preposition`` are the words before it, lower-case, "" where there
    is none. ``opens`` is true for the first group of its sentence, ``joint`` for several
    groups joined by "and".
    """

    text: str
    start: int
    end: int
    proper: bool
    plural: bool
    sort: Sort
    determiner: str = ""
    preposition: str = ""
    opens: bool = False
    joint: bool = False

    @property
    def head(self) -> str:
        """The last word, lower-case: what the group is about."""
        return self.text.split()[-1].lower()


def mentions(text: str) -> list[Mention]:
    """Return the noun groups of ``text`` in order, nested and joint groups after their members."""
    words = split_words(text)
    groups = list(noun_groups(text, words))
    found = [_mention(text, words, group) for group in groups if not group.around]
    wider = [_mention(text, words, group) for group in groups if group.around]
    # "the Lund office": the article is the office's.
    opening = {mention.start for mention in wider}
    found = [replace(each, determiner="") if each.start in opening else each for each in found]
    return found + wider + _nested(text, found) + _joined(text, found)


def _mention(text: str, words: Sequence[Word], group: Group) -> Mention:
    determiner, preposition = _before(words, group.run)
    first, last = group.words[0], group.words[-1]
    if determiner == "which" and first != group.run:
        # "what causes rust": the verb was cut off
        determiner = ""
    if group.proper and first != group.run:
        # "the collector Ada Berg": the article is the collector's
        determiner = ""
    start, end = words[first].start, words[last].end
    left = words[first - 1].low if first else ""
    several = not group.proper and is_plural_noun(words[last].low)
    return Mention(
        text=text[start:end],
        start=start,
        end=end,
        proper=group.proper,
        plural=several or determiner in ("these", "those", "both"),
        sort=_sort([words[at].low for at in group.words], left, preposition, proper=group.proper),
        determiner=determiner,
        preposition=preposition,
        opens=group.opens,
    )


def _before(words: Sequence[Word], at: int) -> tuple[str, str]:
    """Return the determiner and the preposition that lead to the word at ``at``."""
    left = words[at - 1].low if at else ""
    before = words[at - 2].low if at > 1 else ""
    if left in PREPOSITION:
        return "", left
    if left in ("what", "which", "whose"):
        return "which", before if before in PREPOSITION else ""
    if left in DETERMINER or left == "'s":
        return left, before if before in PREPOSITION else ""
    return "", ""


def _sort(lows: Sequence[str], left: str, preposition: str, *, proper: bool) -> Sort:
    if YEAR.match(lows[-1]) or lows[-1] in MONTH | WEEKDAY | TIME_NOUN or lows[0] in MONTH:
        return Sort.TIME
    if THING_IN_NAME.intersection(lows):
        return Sort.THING
    if _GENDERED.intersection(lows) or lows[-1] in PERSON_NOUN or left in ("mr", "mrs", "dr"):
        return Sort.PERSON
    if lows[-1] in PLACE_NOUN or (proper and preposition in ("in", "near")):
        return Sort.PLACE
    return Sort.UNKNOWN if proper else Sort.THING


def _nested(text: str, found: Sequence[Mention]) -> list[Mention]:
    """Return the groups "Ada's wife" and "capital of France", made of two neighbours."""
    nested: list[Mention] = []
    for left, right in pairwise(found):
        between = text[left.end : right.start].replace("’", "'")
        if between == "'s " or _OF.fullmatch(between):
            head = right if between == "'s " else left
            nested.append(
                replace(
                    head,
                    text=text[left.start : right.end],
                    start=left.start,
                    end=right.end,
                    determiner=left.determiner,
                    preposition=left.preposition,
                    opens=left.opens,
                )
            )
    return nested


def _joined(text: str, found: Sequence[Mention]) -> list[Mention]:
    """Return the groups "A and B" and "A, B and C", plural, made of neighbours of one form."""
    joined: list[Mention] = []
    chain: list[Mention] = []
    for mention in [*found, None]:
        if mention and chain and _links(text, chain[-1], mention):
            chain.append(mention)
            continue
        if len(chain) > 1 and _AND.search(text[chain[-2].end : chain[-1].start]):
            whole = text[chain[0].start : chain[-1].end]
            joined.append(replace(chain[0], text=whole, end=chain[-1].end, plural=True, joint=True))
        chain = [mention] if mention else []
    return joined


def _links(text: str, left: Mention, right: Mention) -> bool:
    between = text[left.end : right.start].strip().lower()
    return left.proper == right.proper and bool(_LINK.fullmatch(between))
