"""The words that questions are told by. Folded; English."""

from __future__ import annotations

from enum import StrEnum


class AnswerKind(StrEnum):
    """What an answer to a question has to be."""

    PERSON = "person"
    PLACE = "place"
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    DURATION = "duration"
    TITLE = "title"
    THING = "thing"
    REASON = "reason"
    MANNER = "manner"
    DESCRIPTION = "description"
    LIST = "list"
    YESNO = "yesno"


def _set(members: str) -> frozenset[str]:
    return frozenset(members.split())


NOUNS = {
    AnswerKind.DATE: _set("year date day month century decade era birthday birthdate weekday time"),
    AnswerKind.PLACE: _set(
        "city country place location town village nation continent region state county capital province "
        "birthplace hometown headquarters hq venue territory island district site setting address area"
    ),
    AnswerKind.PERSON: _set(
        "person people individual actor actress director producer writer author showrunner creator founder "
        "singer president king queen emperor minister leader player coach scientist artist painter composer "
        "inventor character star cast man woman husband wife father mother son daughter brother sister child "
        "friend owner boss ceo chairman chief manager head mayor governor general judge philosopher poet "
        "politician senator architect engineer doctor teacher professor student explorer editor reviewer "
        "critic journalist member quarterback captain winner champion successor predecessor narrator host "
        "hero villain bishop pope saint"
    ),
    AnswerKind.NUMBER: _set(
        "number percentage percent population count total score age rate ratio size temperature height width "
        "depth weight distance speed rating rank quantity amount share majority"
    ),
    AnswerKind.MONEY: _set(
        "cost price budget salary revenue fee income profit gross debt worth sum expense fine funding bill "
        "wage"
    ),
    AnswerKind.DURATION: _set("length duration runtime lifespan period timespan"),
    AnswerKind.TITLE: _set(
        "name surname title nickname song book film movie album novel series show game magazine newspaper "
        "publication company firm studio organization organisation institution university college school "
        "team band group network channel broadcaster station party label festival award language religion "
        "brand airline agency journal club league website platform program programme project episode"
    ),
    AnswerKind.REASON: _set("reason cause purpose motive rationale explanation"),
    AnswerKind.MANNER: _set("way method means manner technique"),
    AnswerKind.DESCRIPTION: _set("definition meaning description summary plot"),
}
KIND_OF_NOUN = {noun: kind for kind, nouns in NOUNS.items() for noun in nouns}
# What is counted or dated says more of the answer than what it belongs to: "film budget", "budget film".
MEASURED = frozenset(
    {AnswerKind.DATE, AnswerKind.NUMBER, AnswerKind.MONEY, AnswerKind.DURATION, AnswerKind.REASON}
)

QUESTION_WORDS = {
    "who": AnswerKind.PERSON,
    "whom": AnswerKind.PERSON,
    "whose": AnswerKind.PERSON,
    "where": AnswerKind.PLACE,
    "when": AnswerKind.DATE,
    "why": AnswerKind.REASON,
    "how": AnswerKind.MANNER,
    "what": AnswerKind.THING,
    "which": AnswerKind.THING,
}
AFTER_HOW = dict.fromkeys(
    _set("many much old far tall high big large fast deep wide heavy often few hot cold"), AnswerKind.NUMBER
) | {"long": AnswerKind.DURATION, "come": AnswerKind.REASON}

AUXILIARIES = _set(
    "is are was were be been am do does did has have had can could will would shall should may might must "
    "isn't aren't wasn't weren't doesn't don't didn't hasn't haven't hadn't can't won't"
)
BEING = _set("is are was were")
PURPOSES = _set("used needed required meant designed intended built made created do that")
LINKS = _set("of in on at by for from to with about as into during after before under per that who and or")
DETERMINERS = _set("the a an his her its their this that these those your our my")
NAMES = _set("name names")
EMPTY_HEADS = NAMES | _set("kind type sort first last full real main other")
IMPERATIVES = _set("name list give tell find describe explain mention identify enumerate say")
POLITE = _set("please can could would will you tell give show me us do know i want to like i'd")
ADDRESSING = _set("you me us know please")
MANY = _set("all three two some every")
MONEY_WORDS = _set(
    "cost costs spend spent pay paid money dollar dollars euro euros pounds crowns worth earn earned earns "
    "gross grossed raise raised borrow debt price budget charge charged sold sell invest invested profit owe "
    "fund funded"
)
# Nouns that say what sort of answer is wanted, and nothing of what it tells of.
SORTS_OF_ANSWERS = _set("amount color colour date day month number time year")
SPANS_OF_TIME = _set("day hour minute week month year decade time")
# Words that are near a question word and yet spelt right.
SPELT_RIGHT = (
    AUXILIARIES | LINKS | DETERMINERS | IMPERATIVES | POLITE
    | _set("he her here his hot hat how now show way want war won that there then these they whole home hope")
    | _set("she yes not new own one two wife win white while with without within very why yet")
)  # fmt: skip
