"""Questions: what one asks for, told from its words alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from index.terms import fold, query_terms, words


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


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what it asks for.

    ``terms`` are the index terms to look for, without the words that only ask ("who",
    "tell me"). ``expects`` is the kind of the answer, ``also`` the kinds asked for in the
    same breath ("who … and when"). ``focus`` is the folded noun that names what is asked
    for ("city" in "in which city"), and ``cue`` the word or two that ask ("how many").
    """

    text: str
    terms: tuple[str, ...]
    expects: AnswerKind
    also: tuple[AnswerKind, ...] = ()
    focus: str | None = None
    cue: str = ""


_CUES: dict[AnswerKind, str] = {
    AnswerKind.DATE: "year date day month century decade era birthday birthdate weekday season? time",
    AnswerKind.PLACE: "city country place location town village nation continent region state county capital "
    "province birthplace hometown headquarters hq venue territory island district site setting address area",
    AnswerKind.PERSON: "person people individual actor actress director producer writer author showrunner creator founder singer "
    "president king queen emperor minister leader player coach scientist artist painter composer inventor "
    "character star cast man woman husband wife father mother son daughter brother sister child friend owner "
    "boss ceo chairman chief manager head mayor governor general judge philosopher poet politician senator "
    "architect engineer doctor teacher professor student explorer editor reviewer critic journalist member "
    "quarterback captain winner champion successor predecessor narrator host hero villain bishop pope saint",
    AnswerKind.NUMBER: "number percentage percent population count total score age rate ratio size temperature "
    "height width depth weight distance speed rating rank quantity amount share majority",
    AnswerKind.MONEY: "cost price budget salary revenue fee income profit gross debt worth sum expense fine "
    "funding bill wage",
    AnswerKind.DURATION: "length duration runtime lifespan period timespan",
    AnswerKind.TITLE: "name surname title nickname song book film movie album novel series show game magazine "
    "newspaper publication company firm studio organization organisation institution university college school "
    "team band group network channel broadcaster station party label festival award language religion album "
    "brand airline agency magazine journal club league website platform program programme project episode",
    AnswerKind.REASON: "reason cause purpose motive rationale explanation",
    AnswerKind.MANNER: "way method means manner technique",
    AnswerKind.DESCRIPTION: "definition meaning description summary plot",
}
_KIND_OF_NOUN = {noun.rstrip("?"): kind for kind, nouns in _CUES.items() for noun in nouns.split()}
_LONG_CUES = tuple(noun for noun in _KIND_OF_NOUN if len(noun) >= 6)
_ROLES = frozenset(_CUES[AnswerKind.PERSON].split())

_KIND_OF_WH = {
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
_KIND_OF_HOW = {
    "many": AnswerKind.NUMBER,
    "much": AnswerKind.NUMBER,
    "long": AnswerKind.DURATION,
    "come": AnswerKind.REASON,
} | dict.fromkeys("old far tall high big large fast deep wide heavy often few hot cold".split(), AnswerKind.NUMBER)

_AUXILIARIES = frozenset(
    "is are was were be been am do does did has have had can could will would shall should may might must "
    "isn't aren't wasn't weren't doesn't don't didn't hasn't haven't hadn't can't won't 's".split()
)
_BEING = frozenset({"is", "are", "was", "were", "'s"})
_PURPOSES = frozenset("used needed required meant designed intended built made created do that".split())
_LINKS = frozenset("of in on at by for from to with about as into during after before under that who and or".split())
_DETERMINERS = frozenset("the a an his her its their this that these those your our my".split())
_EMPTY_HEADS = frozenset("kind kinds type types sort sorts name names first last full real main other".split())
_IMPERATIVES = frozenset("name list give tell show state find describe explain mention identify enumerate say".split())
_ASKING = _IMPERATIVES | frozenset("me us please know".split())
_MONEY_WORDS = frozenset(
    "cost costs spend spent pay paid money dollar dollars euro euros pounds worth earn earned earns gross grossed "
    "raise raised borrow debt price budget charge charged sold sell invest invested profit owe fund funded".split()
)
_NOT_MISSPELT = _AUXILIARIES | _LINKS | _DETERMINERS | _ASKING | frozenset(
    "he her here his hot hat how now show way want war won that there then these they whole home hope he's she "
    "yes not new own one two wife win white while with without within very why yet".split()
)


@lru_cache(maxsize=1024)
def understand(text: str) -> Question:
    """Return what the question asks for; any text is a question, the empty one too.

    Question words may stand anywhere ("the team was founded when?"), be misspelt by a
    letter, or be missing ("release date?", "Name the director").
    """
    asked = _mended([fold(text[a:b]) for a, b in words(text)])
    expects, focus, cue, place = _main_request(asked)
    return Question(
        text=text,
        terms=_key_terms(text, asked, cue),
        expects=expects,
        also=_further_requests(asked, place, expects),
        focus=focus,
        cue=cue,
    )


def _mended(asked: list[str]) -> list[str]:
    """Right the misspelt question word near the beginning, and the word after "how"."""
    for place, word in enumerate(asked[:2]):
        if word in _KIND_OF_WH or word in _ASKING:
            break
        if word not in _NOT_MISSPELT and (near := _nearest(word, ("what", "when", "where", "which", "who", "why", "how"))):
            asked = [*asked[:place], near, *asked[place + 1 :]]
            break
    for place, (word, following) in enumerate(zip(asked, asked[1:], strict=False)):
        if word == "how" and following not in _AUXILIARIES and (near := _nearest(following, ("many", "much", "long"))):
            asked = [*asked[: place + 1], near, *asked[place + 2 :]]
    return asked


def _nearest(word: str, known: Sequence[str]) -> str | None:
    """Return the known word one slip (letter more, less, wrong or swapped) from ``word``, if any."""
    if len(word) < 3:
        return None
    return next((right for right in known if right[0] == word[0] and OSA.distance(word, right) == 1), None) or next(
        (right for right in known if sorted(right) == sorted(word)), None
    )


def _main_request(asked: Sequence[str]) -> tuple[AnswerKind, str | None, str, int]:
    """Return kind, focus, cue and the cue's place (the end of the question when it has none)."""
    places = [place for place, word in enumerate(asked) if _asks(asked, place)]
    if not places:
        kind, focus, cue = _without_question_word(asked)
        return kind, focus, cue, len(asked)
    place = places[0]
    if place == 0 and len(places) > 1 and asked[0] in ("when", "where") and asked[1] not in _AUXILIARIES:
        place = places[1]  # "When she was with the band, how many albums …"
    word, rest = asked[place], list(asked[place + 1 :])
    match word:
        case "how":
            kind, focus, cue = _how(rest)
        case "what" | "which":
            kind, focus, cue = _what(word, rest, before=asked[:place])
        case "who" if rest[:1] in (["are"], ["were"]):
            kind, focus, cue = AnswerKind.PERSON, None, "who are"
        case _:
            kind, focus, cue = _KIND_OF_WH[word], None, word
    return kind, focus, cue, place


def _asks(asked: Sequence[str], place: int) -> bool:
    """Tell whether the word asks; "the man who", "did it when" after a yes-no opening do not."""
    if asked[place] not in _KIND_OF_WH:
        return False
    opening = asked[0] in _AUXILIARIES
    relative = place > 0 and asked[place] in ("who", "whom", "whose", "which", "where", "when", "how", "why")
    return not (relative and opening)


def _how(rest: Sequence[str]) -> tuple[AnswerKind, str | None, str]:
    second = rest[0] if rest else ""
    kind = _KIND_OF_HOW.get(second, AnswerKind.MANNER)
    if kind is AnswerKind.MANNER:
        return kind, None, "how"
    if second == "much" and _MONEY_WORDS.intersection(rest):
        kind = AnswerKind.MONEY
    if second in ("many", "much") and len(rest) > 1 and rest[1] not in _AUXILIARIES | _LINKS | _DETERMINERS:
        if _singular(rest[1]) in ("day", "hour", "minute", "week", "month", "year", "decade", "time") and second == "much":
            kind = AnswerKind.DURATION
        return kind, rest[1], f"how {second}"
    return kind, None, f"how {second}"


def _what(word: str, rest: Sequence[str], before: Sequence[str]) -> tuple[AnswerKind, str | None, str]:
    """Read "which NFL team …", "what is the capital of …", "what happened", "for what reason"."""
    if rest[:1] in (["happens"], ["happened"]):
        return AnswerKind.DESCRIPTION, None, word
    if (not rest and before[-1:] == ["for"]) or (rest[-1:] == ["for"] and rest[-2] in _PURPOSES):
        return AnswerKind.REASON, None, f"{word} for"
    if not rest or rest[0] not in _AUXILIARIES:
        kind, focus = _kind_of_group(_noun_group(rest), head=_head, plural_is_list=False)
        return kind, focus, word
    cue = f"{word} {rest[0]}"
    if "mean" in rest:
        return AnswerKind.DESCRIPTION, None, cue
    if rest[0] not in _BEING:
        return AnswerKind.MONEY if "cost" in rest else AnswerKind.THING, None, cue
    group = _noun_group(rest[1:])
    kind, focus = _kind_of_group(group, head=_last, plural_is_list=rest[0] in ("are", "were"))
    if len(rest) == 1 + len(group) and kind is AnswerKind.THING and rest[0] in ("is", "are"):
        kind = AnswerKind.DESCRIPTION
    return kind, focus, cue


def _noun_group(rest: Sequence[str]) -> list[str]:
    """Return the words up to the next auxiliary or preposition, determiners and "kind of" left out."""
    group: list[str] = []
    for place, word in enumerate(rest):
        if word == "of" and group and _singular(group[-1]) in _EMPTY_HEADS and place + 1 < len(rest):
            group = []
        elif word in _AUXILIARIES or word in _LINKS:
            break
        elif word not in _DETERMINERS:
            group.append(word)
    return group


def _kind_of_group(
    group: Sequence[str], *, head: Callable[[Sequence[str]], str | None], plural_is_list: bool
) -> tuple[AnswerKind, str | None]:
    """Return the kind that the group's nouns name, and its focus: the cue noun, else its head."""
    cues = [(place, kind) for place, word in enumerate(group) if (kind := _kind_of(word))]
    if not cues:
        return AnswerKind.THING, head(group)
    named = cues[0] if len(cues) == 1 or group[cues[1][0]] not in ("name", "names") else cues[1]
    place, kind = named
    if group[place] in ("name", "names") and place and _singular(group[place - 1]) in _ROLES:
        kind = AnswerKind.PERSON
    if plural_is_list and group[place] != _singular(group[place]):
        kind = AnswerKind.LIST
    return kind, group[place]


def _head(group: Sequence[str]) -> str | None:
    """Guess the group's head: before a word that looks like its verb, else the last of the first two."""
    for place, word in enumerate(group[1:4], start=1):
        if word.endswith(("ed", "ing")) or (word.endswith("s") and not word.endswith("ss") and place > 1):
            return group[place - 1]
    return group[min(1, len(group) - 1)] if group else None


def _last(group: Sequence[str]) -> str | None:
    return group[-1] if group else None


def _kind_of(word: str) -> AnswerKind | None:
    if (noun := _singular(word)) in _KIND_OF_NOUN or (noun := word) in _KIND_OF_NOUN:
        return _KIND_OF_NOUN[noun]
    near = _nearest(word, _LONG_CUES) if len(word) >= 6 else None
    return _KIND_OF_NOUN[near] if near else None


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4 and word != "series":
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and word != "series" else word


def _without_question_word(asked: Sequence[str]) -> tuple[AnswerKind, str | None, str]:
    """Read imperatives ("Name the director"), yes-no questions and telegrams ("release date?")."""
    if not asked:
        return AnswerKind.THING, None, ""
    if asked[0] in _AUXILIARIES:
        return AnswerKind.YESNO, None, "is"
    imperative = asked[0] in _IMPERATIVES and len(asked) > 1
    if imperative and asked[0] in ("explain", "describe"):
        return AnswerKind.DESCRIPTION, None, asked[0]
    group = _noun_group([word for word in asked if word not in _ASKING] if imperative else asked)
    if asked[0] in ("list", "enumerate") or (imperative and {"all", "three", "two", "some", "every"}.intersection(asked)):
        return AnswerKind.LIST, next(iter(group), None), asked[0]
    kind, focus = _kind_of_group(group, head=_last, plural_is_list=imperative)
    if not imperative and len(group) > 1 and kind is AnswerKind.TITLE and _kind_of(group[-1]) is AnswerKind.DATE:
        kind, focus = AnswerKind.DATE, group[-1]
    return kind, focus, asked[0] if imperative else ""


def _further_requests(asked: Sequence[str], place: int, expects: AnswerKind) -> tuple[AnswerKind, ...]:
    """Return the kinds asked after an "and": "who directed it and when?"."""
    further = [
        _KIND_OF_WH[word]
        for at, word in enumerate(asked)
        if at > place and word in ("who", "when", "where", "why", "how") and asked[at - 1] in ("and", "or")
    ]
    return tuple(dict.fromkeys(kind for kind in further if kind is not expects))


def _key_terms(text: str, asked: Sequence[str], cue: str) -> tuple[str, ...]:
    """Return the query's terms in order, each once, without the words that only ask."""
    opening = words(text)[:3]
    cut = 0
    if cue and asked and asked[0] in _IMPERATIVES:
        cut = max(b for (_, b), word in zip(opening, asked, strict=False) if word in _ASKING)
    elif asked and opening and fold(text[slice(*opening[0])]) != asked[0]:
        cut = opening[0][1]
    found = query_terms(text[cut:]) or query_terms(text)
    asking = {part for part in cue.split() if part in _KIND_OF_WH or part in _KIND_OF_HOW}
    return tuple(dict.fromkeys(term for term in found if term not in asking)) or tuple(dict.fromkeys(found))
