"""Ellipsis: questions that are only a piece of one: "since when?", "and in Lyon?", "no, I meant Ada"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from qa.word_classes import (
    AUXILIARY,
    LIGHT_VERB,
    PERSONAL,
    PREPOSITION,
    WH,
    Word,
    listed,
    split_words,
)


class Piece(StrEnum):
    """What a fragment gives: an asking phrase, a noun group, or one with its preposition."""

    ASKING = "asking"
    NOUN = "noun"
    PREPOSITIONAL = "prepositional"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a question: its words without "and", "what about", "I meant".

    ``tail`` is what follows an asking phrase ("per episode" in "how much per episode").
    ``correction`` says that it takes back what was asked before; ``about`` that it was
    introduced as a new slot ("what about …").
    """

    piece: Piece
    text: str
    tail: str = ""
    correction: bool = False
    about: bool = False


_OPENING = re.compile(r"^(?:(?:and|but|so|or|then|also)\b[,\s]*)+", re.IGNORECASE)
_COURTESY = re.compile(
    r"^(?:(?:ok|okay|well|hm+|thanks|thank you|great|yes|right|cool|nice)\b[,.!\s]*)+", re.IGNORECASE
)
_MEANT = re.compile(r"\b(?:mean|meant|asking about|thinking of)\b", re.IGNORECASE)
_CORRECTION = re.compile(
    r"^(?:(?:no|nope|sorry|wait|actually|not (?:that|this|it)(?: one)?|rather|oh|oops|pardon)\b[,.!\s]*)*"
    r"(?:(?:i|we) (?:actually |really )?(?:mean|meant|was asking about|am asking about|was thinking of)\b[,:\s]*)?",
    re.IGNORECASE,
)
_NOT_THE = re.compile(r"[,;\s]+(?:and )?not\b.*$", re.IGNORECASE)
_ABOUT = re.compile(
    r"^(?:(?:what|how) about|what of|same (?:question )?(?:for|about)|as for|the same for)\s+", re.IGNORECASE
)
_ITSELF = re.compile(r"\s+(?:itself|himself|herself|themselves|too|then|though)\Z", re.IGNORECASE)
_HOW_SO = re.compile(
    r"^(?:how so|how come|why so|why is that|why was that|what for|how is that|for what reason)$",
    re.IGNORECASE,
)
_EXTRA = re.compile(
    r"^(?:(?:what|who|where|when|anything|anyone|anybody|any)\s+(?:else|others?|more)|others?|more)\b",
    re.IGNORECASE,
)
_ASKING_NOUNS = 3
# A fragment is short; a longer run of words without a verb is a search query.
_LONGEST = 8
_HOW_WORDS = listed("much many long old far often tall big large high deep fast so come exactly")


def opening_cut(question: str) -> str:
    """Return the question without a leading "and", "but", "so"."""
    return _OPENING.sub("", question.strip(), count=1)


def correction_cut(question: str) -> str | None:
    """Return what a correction puts right ("I meant Ada" gives "Ada"), None where there is none."""
    found = _CORRECTION.match(question.strip())
    cut = question.strip()[found.end() :] if found else question
    if not found or not found.group().strip() or not cut.strip(" ?.!"):
        return None
    return _NOT_THE.sub("", cut.strip()).strip(" ,;")


def says_what_was_meant(question: str) -> bool:
    """Tell whether a correction says "I meant …", so that its opening is no part of the question."""
    found = _CORRECTION.match(question.strip())
    return bool(found and _MEANT.search(found.group()))


def fragment(question: str) -> Fragment | None:
    """Return what piece of a question this is; None for a whole one."""
    corrected = correction_cut(question)
    bare = _COURTESY.sub("", corrected if corrected is not None else question.strip(), count=1)
    bare = opening_cut(bare).rstrip(" ?.!")
    about = _ABOUT.match(bare)
    bare = bare[about.end() :] if about else bare
    bare = _ITSELF.sub("", bare)
    words = split_words(bare)
    if not words or len(words) > _LONGEST:
        return None
    correction = corrected is not None
    if _HOW_SO.match(bare):
        return Fragment(Piece.ASKING, "why", correction=correction)
    if _EXTRA.match(bare) and len(words) <= 3:
        return Fragment(Piece.EXTRA, bare, correction=correction)
    if asking := _asking_end(words):
        text, tail = bare[: words[asking - 1].end], bare[words[asking - 1].end :].strip()
        tail = "" if tail.lower() in ("exactly", "then", "though", "precisely", "specifically") else tail
        return Fragment(Piece.ASKING, text, tail, correction=correction)
    lows = [word.low for word in words]
    if (
        WH.intersection(lows[:2])
        or (AUXILIARY - {"is"}).intersection(lows)
        or lows[0] in LIGHT_VERB | {"i", "it", "is"}
    ):
        return None
    verbless = (
        not LIGHT_VERB.intersection(lows) and not PERSONAL.intersection(lows) - _MAY_STAND_IN_A_FRAGMENT
    )
    verbless &= not any(low.endswith("ed") for low in lows[1:-1])
    introduced = correction or bool(about)
    joined = bare != question.strip().rstrip(" ?.!")
    if not (verbless or introduced) or not (introduced or joined or question.rstrip().endswith("?")):
        return None
    piece = Piece.PREPOSITIONAL if lows[0] in PREPOSITION else Piece.NOUN
    return Fragment(piece, bare, correction=correction, about=bool(about))


_MAY_STAND_IN_A_FRAGMENT = listed(
    "her his its their he she it they them him one ones there then this that hers theirs"
)


def _asking_end(words: list[Word]) -> int:
    """Return how many words the asking phrase takes ("since when", "on which channels"); 0 for none."""
    lows = [word.low for word in words]
    at = 1 if lows[0] in PREPOSITION and len(lows) > 1 else 0
    if lows[at] not in WH:
        return 0
    wh, at = lows[at], at + 1
    if wh == "how" and at < len(lows) and lows[at] in _HOW_WORDS:
        at += 1
    nouns = 0
    while wh in ("how", "what", "which", "whose") and at < len(lows) and nouns < _ASKING_NOUNS:
        if lows[at] in AUXILIARY | PREPOSITION | PERSONAL | LIGHT_VERB | WH | {"exactly", "'s"}:
            break
        at, nouns = at + 1, nouns + 1
    rest = lows[at:]
    prepositional = bool(rest) and rest[0] in PREPOSITION and not (AUXILIARY | LIGHT_VERB).intersection(rest)
    alone = not rest or rest in (["exactly"], ["then"], ["though"], ["precisely"], ["specifically"])
    if (nouns and lows[at - 1].endswith("ed")) or (wh == "how" and nouns and lows[1] not in ("many", "much")):
        return 0
    return at if alone or prepositional else 0
