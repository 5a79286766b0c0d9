"""Whether a question has one answer, so that two different ones cannot both be right.

Told from the question's form and from short lists of English verbs and nouns. When in
doubt, it has several: a false alarm is worse than a missed contradiction.
"""

from __future__ import annotations

from qa.language.stems import WordForm, worded
from qa.language.word_classes import FUNCTION, is_plural_noun, listed
from qa.question import AnswerKind

# Answers of these kinds are told in many ways that do not exclude each other.
_MANY_WAYS = frozenset(
    {AnswerKind.REASON, AnswerKind.MANNER, AnswerKind.DESCRIPTION, AnswerKind.LIST, AnswerKind.YESNO}
)
_SEVERAL = listed(
    "some other others another any example examples all several both various each every among list besides "
    "else usually often typically most"
)
# Each reviewer judges for himself.
_OPINION = listed(
    "rating ratings stars rated grade rotten think thinks opinion best worst favourite favorite"
)
# What one person mostly does alone, or one team or work alone can do.
_BY_ONE = listed(
    "direct directs directed director play plays played playing portray portrays portrayed win wins won "
    "winner write writes wrote written writer author compose composes composed composer discover discovers "
    "discovered discoverer invent invents invented inventor design designs designed designer paint paints "
    "painted painter kill kills killed assassinate assassinated found founds founded founder create creates "
    "created creator narrate narrates narrated narrator voice voices voiced defeat defeats defeated beat "
    "beats succeed succeeds succeeded successor lead leads led conduct conducts conducted conductor host "
    "hosts hosted captain captains captained sculpt sculpted sculptor marry marries married wife husband "
    "mother father"
)
# Who holds an office changes; without a date in the question two holders are no contradiction.
_OFFICES = listed(
    "president mayor minister chancellor king queen pope bishop governor chairman chairwoman chair ceo head "
    "coach manager captain champion leader chief secretary owner editor boss holder judge principal "
    "headmaster dean"
)
_WITHIN = listed("for in with against at on alongside")
# What happens, or stands, in one place only.
_IN_ONE_PLACE = listed(
    "born die dies died buried held hold take place happen happens happened occur occurred sink sank sunk "
    "crash crashed sign signed marry married locate located situated stand stands lie lies based "
    "headquartered begin began killed arrested land landed fought birthplace capital headquarters venue "
    "baptised assassinated"
)
# Several things may be on both sides, and what can be done can be done on both.
_SEVERAL_PLACES = listed("can could may might are were")
SUPERLATIVES = listed(
    "first last largest biggest highest tallest longest oldest smallest deepest capital final"
)
_RECURRING = listed(
    "visit visits visited tour toured meet met perform performed appear appeared travel travelled"
)


def has_one_answer(question: str, expects: AnswerKind | None, *, opposites: bool = False) -> bool:
    """Tell whether the question asks, in the singular, for what there is only one of.

    ``opposites`` tells that the answers are two sides of one thing (left and right arm): what is on
    the one is not on the other, whatever verb asks where it is.
    """
    asked = worded(question)
    low = [word.folded for word in asked]
    if expects in _MANY_WAYS or _asks_several(asked, low) or _OPINION.intersection(low):
        return False
    match expects:
        case AnswerKind.PERSON:
            single = _one_person(low)
        case AnswerKind.PLACE:
            single = bool(_IN_ONE_PLACE.intersection(low)) or (opposites and _of_one_thing(asked))
        case AnswerKind.DATE:
            single = not _RECURRING.intersection(low)
        case AnswerKind.THING | AnswerKind.TITLE:
            single = bool((SUPERLATIVES | {"won", "win", "wins"}).intersection(low))
        case _:
            single = expects is not None
    return single


def event_words(question: str, expects: AnswerKind | None) -> frozenset[str]:
    """Return the folded words of the question that name the event or role it asks about."""
    low = [word.folded for word in worded(question)]
    if expects is AnswerKind.PLACE:
        return _IN_ONE_PLACE.intersection(low)
    if expects in (AnswerKind.PERSON, AnswerKind.THING, AnswerKind.TITLE):
        return (_BY_ONE | _OFFICES | SUPERLATIVES).intersection(low)
    return frozenset()


def _asks_several(asked: tuple[WordForm, ...], low: list[str]) -> bool:
    for place, word in enumerate(low):
        if word in _SEVERAL:
            return True
        if word in ("who", "what", "which") and low[place + 1 : place + 2] in (["are"], ["were"]):
            return True
        if word in ("what", "which") and _plural_group(asked[place + 1 :]):
            return True
        if word in ("is", "was") and low[place + 1 : place + 2] in (["a"], ["an"]) and "who" in low:
            return True
        if word == "one" and low[place + 1 : place + 2] == ["of"]:
            return True
    return False


def _of_one_thing(asked: tuple[WordForm, ...]) -> bool:
    """Tell whether no plural is in the question, and nothing that is possible here and there."""
    return not any(
        word.folded in _SEVERAL_PLACES
        or (not word.capital and word.folded not in FUNCTION and is_plural_noun(word.folded))
        for word in asked
    )


def _plural_group(rest: tuple[WordForm, ...]) -> bool:
    """Tell whether the noun group after "which" holds a plural: "which small towns"."""
    for word in rest[:4]:
        if word.folded in FUNCTION:
            return False
        if not word.capital and is_plural_noun(word.folded):
            return True
    return False


def _one_person(low: list[str]) -> bool:
    offices = _OFFICES.intersection(low)
    if offices and not SUPERLATIVES.intersection(low):
        return any(word.isdigit() and len(word) == 4 for word in low)
    if SUPERLATIVES.intersection(low):
        return True
    for place, word in enumerate(low):
        if word in _BY_ONE:
            following = low[place + 1 : place + 2]
            return not (word.startswith("play") and (not following or following[0] in _WITHIN))
    return False
