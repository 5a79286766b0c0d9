"""Ellipsis: questions that are only a piece of one: "since when?", "and in Lyon?", "no, I meant Ada"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from qa.language.attributions import attributions
from qa.language.word_classes import AUXILIARY, LIGHT_VERB, PERSONAL, PREPOSITION, WH, listed
from qa.language.words import Word, split_words


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
    introduced as a new slot ("what about …"); ``of_a_person`` that "his" or "her" stood in it;
    ``itself`` that the thing is meant of which something was asked ("and the premiere itself?").
    """

    piece: Piece
    text: str
    tail: str = ""
    correction: bool = False
    about: bool = False
    of_a_person: bool = False
    itself: bool = False


_OPENING = re.compile(r"^(?:(?:and|but|so|or|then|also)\b[,\s]*)+", re.IGNORECASE)
_COURTESY = re.compile(
    r"^(?:(?:ok|okay|well|hm+|thanks|thank you|great|yes|right|cool|nice)\b[,.!\s]*)+", re.IGNORECASE
)
_INTERJECTION = re.compile(
    r"^(?:(?:no|nope|sorry|wait|oh|oops|pardon|hello|hi|hey|please|actually)\b[,.!\s]*)+", re.IGNORECASE
)
# What only says that a question comes, or that all of the articles are asked.
_ANNOUNCED = re.compile(
    r"^(?:(?:(?:just )?(?:an? )?(?:\w+ )?question[,:]|(?:(?:i was|i['’]?m|i am) )?(?:just )?wondering\b[,:]?"
    r"|(?:do|does) (?:you|anyone|anybody) (?:happen to )?know\b[,:]?|any idea\b[,:]?"
    r"|according to (?:the|these|your|all|all the) (?:articles|documents|files|sources|texts)\b[,:]?)\s*)+",
    re.IGNORECASE,
)
# What only emphasises a question that is over.
_EMPHASIS = re.compile(r"[,\s?!.]+(?:exactly|please|precisely|thanks|thank you)[\s?!.]*\Z", re.IGNORECASE)
_THANKS = re.compile(r"(?:thanks|thank you)(?! (?:and|but)\b)[\w\s]*[.!]*\Z", re.IGNORECASE)
_MEANT = re.compile(r"\b(?:mean|meant|asking about|thinking of)\b", re.IGNORECASE)
_CORRECTION = re.compile(
    r"^(?:(?:no|nope|sorry|wait|actually|not (?:that|this|it)(?: one)?|rather|oh|oops|pardon)\b[,.!\s]*)*"
    r"(?:(?:i|we) (?:actually |really )?"
    r"(?:mean|meant|was asking about|am asking about|was thinking of)\b[,:\s]*)?",
    re.IGNORECASE,
)
_MAY_STAND_IN_A_FRAGMENT = listed(
    "her his its their he she it they them him one ones there then this that hers theirs"
)
_EXACTLY = listed("exactly then though precisely specifically")
# After a bare "no" or "sorry", what begins so puts something right.
_PUTS_RIGHT = re.compile(r"(?:the|a|an|not|in|at|on|for|of|by|his|her|its|their)\b", re.IGNORECASE)
_NOT_THE = re.compile(r"[,;\s]+(?:and )?not\b.*$", re.IGNORECASE)
_ABOUT = re.compile(
    r"^(?:(?:what|how) about|what of|same (?:question )?(?:for|about)|as for|the same for)\s+", re.IGNORECASE
)
_ITSELF = re.compile(
    r"[\s,]+(?:itself|himself|herself|themselves|too|then|though|instead|as well|please)\Z", re.IGNORECASE
)
_HOW_SO = re.compile(
    r"^(?:how so|how come|why so|why is that|why was that|what for|for what|how is that|for what reason)$",
    re.IGNORECASE,
)
# "When was that?", "where did she do it?" ask when and where, of what the last question told.
_OF_THE_SAME = re.compile(
    r"^(?P<asks>when|where|why|how|since when|until when|with whom|in which (?:year|town|city|country)) "
    r"(?:(?:is|was) (?:that|this)|(?:did|does|do|has|have|will|would|could|can) "
    r"(?:(?:that|this|it) happen(?:ed)?|(?:he|she|they|it) (?:do|done|did) (?:it|that|this|so)))$",
    re.IGNORECASE,
)
# "What does the other article say about it?" asks the last question of that one.
_SAYS = re.compile(
    r"^what (?:does|do|did) (?P<who>.+) (?:say|write|claim|think|tell us)"
    r"(?: (?:about|of|on|to) (?:it|this|that))?$",
    re.IGNORECASE,
)
_EXTRA = re.compile(
    r"^(?:(?:what|who|where|when|anything|anyone|anybody|any)\s+(?:else|others?|more)|others?|more)\b",
    re.IGNORECASE,
)
_ASKING_NOUNS = 2
# "How many, please?" is a fragment, and needs all its words to be known as one.
_LONGEST_ASKING = 2
# A fragment is short; a longer run of words without a verb is a search query.
_LONGEST = 8
_HOW_WORDS = listed("much many long old far often tall big large high deep fast so come exactly")


def opening_cut(question: str) -> str:
    """Return the question without a leading "and", "but", "so"."""
    return _OPENING.sub("", question.strip(), count=1)


def preamble_cut(question: str) -> str:
    """Return what asks, without "ok, so" or "I was wondering," before it, or "please" behind it.

    What does not ask then stays whole.
    """
    cut = question.strip()
    for preamble in (_INTERJECTION, _COURTESY, _INTERJECTION, _OPENING, _ANNOUNCED):
        cut = preamble.sub("", cut, count=1)
    first = split_words(cut)[:1]
    asks = bool(first) and first[0].low in WH | AUXILIARY
    whole = cut if asks else question.strip()
    bare = _EMPHASIS.sub(lambda cut: "?" if "?" in cut[0] else "", whole, count=1)
    return bare if len(split_words(bare)) > _LONGEST_ASKING else whole


def correction_cut(question: str) -> str | None:
    """Return what a correction puts right ("I meant Ada" gives "Ada"), None where there is none."""
    found = _CORRECTION.match(question.strip())
    cut = question.strip()[found.end() :] if found else question
    if not found or not found.group().strip() or not cut.strip(" ?.!"):
        return None
    if not _MEANT.search(found.group()) and not _PUTS_RIGHT.match(cut):
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
    if _THANKS.match(question.strip()):
        return None
    joined = opening_cut(bare) != bare
    bare = opening_cut(bare).rstrip(" ?.!")
    about = _ABOUT.match(bare)
    bare = bare[about.end() :] if about else bare
    emphasis = _ITSELF.search(bare)
    bare = bare[: emphasis.start()] if emphasis else bare
    says = _SAYS.match(bare)
    if says and attributions(said := f"according to {says['who']}"):
        return Fragment(Piece.PREPOSITIONAL, said, correction=corrected is not None)
    words = split_words(bare)
    # "What about Lyon? Any news there?" is two questions, no piece of one.
    found = _piece(bare, words) if 0 < len(words) <= _LONGEST and "?" not in bare else None
    if found is None or found.piece in (Piece.ASKING, Piece.EXTRA):
        return found and replace(found, correction=corrected is not None)
    introduced = corrected is not None or bool(about)
    asks = introduced or joined or question.rstrip().endswith("?")
    if not asks or not (introduced or _verbless([word.low for word in words])):
        return None
    itself = emphasis is not None and emphasis[0].endswith(("self", "selves"))
    return replace(found, correction=corrected is not None, about=bool(about), itself=itself)


def _piece(bare: str, words: list[Word]) -> Fragment | None:
    """Return which piece the words are by their form; None where they ask or tell a whole thing."""
    if _HOW_SO.match(bare):
        return Fragment(Piece.ASKING, "why")
    if same := _OF_THE_SAME.match(bare):
        return Fragment(Piece.ASKING, same["asks"])
    if _EXTRA.match(bare) and len(words) <= 3:
        return Fragment(Piece.EXTRA, bare)
    if asking := _asking_end(words):
        tail = bare[words[asking - 1].end :].strip()
        return Fragment(Piece.ASKING, bare[: words[asking - 1].end], "" if tail.lower() in _EXACTLY else tail)
    lows = [word.low for word in words]
    asks = any(word.low in WH | AUXILIARY and not _is_month(word) for word in words)
    # "Any hits?" asks whether there are some, and stands in the place of nothing.
    if asks or lows[0] in LIGHT_VERB | {"i", "it", "any"}:
        return None
    return Fragment(Piece.PREPOSITIONAL if lows[0] in PREPOSITION else Piece.NOUN, bare)


def _is_month(word: Word) -> bool:
    return word.text == "May"


def _verbless(lows: list[str]) -> bool:
    if LIGHT_VERB.intersection(lows) or PERSONAL.intersection(lows) - _MAY_STAND_IN_A_FRAGMENT:
        return False
    return not any(low.endswith("ed") for low in lows[1:-1])


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
    alone = not rest or (len(rest) == 1 and rest[0] in _EXACTLY)
    if (nouns and lows[at - 1].endswith("ed")) or (wh == "how" and nouns and lows[1] not in ("many", "much")):
        return 0
    # "how much per episode", but "which highway leads to …" is a whole question
    return at if alone or (prepositional and not nouns) else 0
