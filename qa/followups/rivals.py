"""Rivals: what a question itself holds that its pronouns can stand for, so that nothing before is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups.leaning import Form, Rival
from qa.language.mentions import Mention, Sort
from qa.language.noun_groups import sentence_starts
from qa.language.word_classes import AUXILIARY, CONJUNCTION, PREPOSITION, WH, listed
from qa.language.words import Word

_SUBJECT_FORMS = listed("he she it they")
_OBJECT_FORMS = listed("him them")
_OWNING = listed("his her")
_ALSO_CONJUNCTION = listed("as after before since until till than like")
_BEGINS_A_CLAUSE = CONJUNCTION | WH | listed("that before after to could can")
_WEATHER_AND_SUCH = re.compile(
    r"\bwhat time (?:is|was) it\b"
    r"|\b(?:does|did|will|would|has|can|could) it (?:\w+ly )?(?:take|took|taken|matter|mean)\b"
    r"|\b(?:does|did|will|would) it (?:cost|need|require|help|hurt|feel)\b[^?]*\bto\b"
    r"|\b(?:is|was|be|it's|it is|it was) (?:it )?(?:\w+ly )?(?:\w+ )(?:that|to|for \w+ to|if|when)\b"
    r"|\bit (?:has been|had been|became|becomes?) (?:\w+ly )?\w+ (?:that|to|for (?:\w+ ){1,4}to)\b"
    r"|\bit (?:is|was) \w+ for (?:\w+ ){1,4}to\b|\bis it called when\b|\bhow long (?:has|had) it been\b"
    r"|\bit (?:takes?|took|means?)\b|\b(?:make|makes|made) it\b|\bhow far (?:is|was) it\b"
    r"|\b(?:would|will|is|was) it (?:be )?an? (?:\w+ ){1,2}to\b"
    r"|\bof its (?:kind|type|own)\b|\bappreciate it\b|\bgo for it\b|\bcovered it\b",
    re.IGNORECASE,
)
# "Who reported it?" takes up what was said, and not one of the things that it was said of.
_SAID = re.compile(
    r"\bwho (?:first |has |had )?(?:report|announc|confirm|den|reveal|claim|disclos|predict|leak)(?:ed|ied)"
    r" (?P<said>it|that|this|so)\b[\s?.!]*\Z",
    re.IGNORECASE,
)


def takes_up_what_was_said(question: str) -> bool:
    """Tell whether an "it" or "that" of the question stands for all that was said before."""
    return bool(_SAID.search(question))


def rival_of(
    question: str, words: Sequence[Word], at: int, form: Form, named: Sequence[Mention], *, possessive: bool
) -> Rival:
    """Return what in the question, mostly earlier, the pronoun at ``at`` can stand for.

    What an earlier sentence of the question names can be. A clause's subject can be meant by "his" or by the
    "he" of a later clause, not by a "him" of its own clause; "the name of it" means something else.
    """
    begins = max(start for start in sentence_starts(question, words) if start <= words[at].start)
    found = [
        _weight(mention)
        for mention in _said_before(words, at, named)
        if _can_be(mention, form)
        and (mention.end <= begins or _reaches(words, at, mention, possessive=possessive))
    ]
    if not found and possessive and _asks_for_its_subject(words[:at]):
        return Rival.WHO
    if not found and possessive and _is_named_behind(words, at, named):
        return Rival.NAME
    return max(found, default=Rival.NONE)


def rival_before(words: Sequence[Word], at: int, named: Sequence[Mention]) -> Rival:
    """Return what stands before the "this" or "the" at ``at`` that it can take up."""
    return max((_weight(mention) for mention in _said_before(words, at, named)), default=Rival.NONE)


def _said_before(words: Sequence[Word], at: int, named: Sequence[Mention]) -> list[Mention]:
    """Return what is named before the word at ``at``, but for what it cannot mean as its clause's subject.

    In "which prize did it win?" the prize is asked for, and the winner is not the prize (Postal 1971, on
    what crosses over a pronoun).
    """
    fronted = words[at - 2].end if at > 1 and words[at - 1].low in AUXILIARY else -1
    return [mention for mention in named if mention.end <= words[at].start and mention.end != fronted]


def stands_for_nothing(question: str, word: Word) -> bool:
    """Tell whether an "it" stands for no thing: "it takes long", "it is true that", "who reported it"."""
    said = _SAID.search(question)
    if said and said.start("said") == word.start:
        return True
    return any(found.start() <= word.start < found.end() for found in _WEATHER_AND_SUCH.finditer(question))


def _weight(mention: Mention) -> Rival:
    if mention.determiner == "which":
        return Rival.ASKED_FOR
    return Rival.NAME if mention.proper else Rival.COMMON


def _can_be(mention: Mention, form: Form) -> bool:
    if mention.determiner in ("any", "no"):
        return False
    if form in (Form.HE, Form.SHE):
        return not mention.plural and mention.sort not in (Sort.TIME, Sort.PLACE)
    return form is not Form.IT or not (mention.plural or mention.sort is Sort.PERSON)


def _reaches(words: Sequence[Word], at: int, mention: Mention, *, possessive: bool) -> bool:
    low = words[at].low
    before = words[at - 1].low if at else ""
    between = {word.low for word in words if mention.end <= word.start < words[at].start}
    if low in _SUBJECT_FORMS and before in _ALSO_CONJUNCTION and at < len(words) - 1:
        # "relief as it relates to art"
        return True
    if mention.proper and any(word.low in ("'s", "’s") and word.start == mention.end for word in words):
        # "Ada's father wanted her to stay": whoever owns is not the subject herself.
        return True
    if before in PREPOSITION and not between & (_BEGINS_A_CLAUSE - {"and", "or"}):
        # "the address and phone number of it", but "did Chopin make most of his works"
        return possessive and (before != "of" or (mention.proper and low in _OWNING))
    in_object_place = low in _OBJECT_FORMS or before in PREPOSITION or at == len(words) - 1
    if possessive or (low in _SUBJECT_FORMS and not in_object_place):
        return True
    return bool(between & _BEGINS_A_CLAUSE)


def _is_named_behind(words: Sequence[Word], at: int, named: Sequence[Mention]) -> bool:
    """Tell "after her second album, what did Ada do?", whose opening owner is the name that acts."""
    if words[0].low not in PREPOSITION | _ALSO_CONJUNCTION:
        return False
    asks = next((place for place in range(at, len(words)) if words[place].low in WH), len(words))
    acts = next((place for place in range(asks, len(words) - 1) if words[place].low in AUXILIARY), None)
    return acts is not None and any(
        mention.proper and mention.start == words[acts + 1].start for mention in named
    )


def _asks_for_its_subject(before: Sequence[Word]) -> bool:
    """Tell whether the words begin a question like "who sold his …": he who did it is meant."""
    lows = [word.low for word in before]
    subject = lows[:1] in (["who"], ["which"]) or (lows[:1] == ["what"] and lows[1:2] != [])
    return subject and not AUXILIARY.intersection(lows)
