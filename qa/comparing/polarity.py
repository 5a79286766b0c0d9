"""Sentences of which one denies what the other says: "is open on Mondays", "is not open on Mondays"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from qa.comparing.claims import Claim
from qa.comparing.events import same_event, share_the_question
from qa.language.denials import DENYING
from qa.language.stems import worded
from qa.language.word_classes import MONTH, WEEKDAY, listed

# A denial of what follows, unless only until something or of one thing among others.
_DENIAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|does|do|did)(?:n['’]t| not| never)\b"
)
_NO = re.compile(r"(?:^|(?<= ))[Nn]o (?=[a-z])")
_BUT_FOR = re.compile(
    r"\b(?:until|till|before|yet|only|just|but|except|unless|without|because|longer|more|merely|always|entirely)\b",
    re.IGNORECASE,
)
# What is so at one of these need not be at another.
_NAMED_TIMES = WEEKDAY | listed("spring summer autumn winter weekday weekend morning afternoon evening night")
_TIMES = MONTH | _NAMED_TIMES | {f"{time}s" for time in _NAMED_TIMES} | {"day", "daytime"}


def one_denies(question: str, first: Claim, second: Claim, *, both_answer: bool = False) -> bool:
    """Tell whether one of the sentences denies what the question asks, and the other says it.

    They must speak of one event once the denial is left out, all their words counting: for a yes or no the
    sentence answers, and not the words that were pointed at. Where ``both_answer``, for all that a reader
    can tell, it is enough that they share the question's words. A question that denies something itself is
    left alone.
    """
    if DENYING.search(question):
        return False
    alike = share_the_question if both_answer else same_event
    return any(
        alike(question, undenied, replace(saying, answer=""), None)
        for denying, saying in ((first, second), (second, first))
        if not DENYING.search(saying.sentence) and _at_one_time(denying.sentence, saying.sentence)
        for undenied in _undenied(denying)
    )


def _at_one_time(first: str, second: str) -> bool:
    """Tell whether not each of the sentences names another time of the year, the week or the day."""
    times = [
        {word.stem for word in worded(sentence) if word.folded in _TIMES} for sentence in (first, second)
    ]
    return not all(times) or not times[0].isdisjoint(times[1])


def _undenied(claim: Claim) -> Iterator[Claim]:
    """Yield the claim with the one denial of its sentence left out, if it has one that excepts nothing."""
    sentence = claim.sentence
    if len(DENYING.findall(sentence)) != 1 or _BUT_FOR.search(sentence):
        return
    found = _DENIAL.search(sentence) or _NO.search(sentence)
    if found:
        verb = found[0].split()[0].removesuffix("n't").removesuffix("n’t") if found.re is _DENIAL else "the "
        said = sentence[: found.start()] + verb + sentence[found.end() :]
        yield replace(claim, answer="", sentence=said)
