"""Whether a sentence speaks of something else than the question: of somebody's wife, of a second bridge.

Such a sentence holds all the words of the question, and one more that turns them to another thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from qa.comparing.claims import Seen
from qa.comparing.meanings import is_listed, meaning
from qa.language.stems import WordForm, worded
from qa.language.word_classes import (
    ARTICLE,
    BE,
    IRREGULAR_PARTICIPLE,
    IRREGULAR_PAST,
    MODAL,
    PERSON_NOUN,
    listed,
)

_OWNER = re.compile(r"(?:['’]s|s['’])\Z")
_OWNED_BY_ONE_SPOKEN_OF = listed("his her their its")
# Words behind an owner among which what is owned is named ("Berg's sudden death").
_OWNED_WORDS = 2
# Before a noun, these say that it is not the one that is called by the noun alone.
_ANOTHER = listed("second third fourth fifth sixth seventh eighth ninth tenth new newer other another sister")
# Adjectives and nouns of one extent, as they follow an amount or a "how".
_EXTENTS = (
    listed("long length"),
    listed("wide width broad breadth across"),
    listed("high height tall"),
    listed("deep depth"),
    listed("thick thickness"),
)
_BEHIND_AN_AMOUNT = re.compile(r"\s+(?:in\s+)?(\w+)")
_FOR_SOME = re.compile(r"\s+(?:for|per)\s+(?:an?\s+|the\s+)?(\w+)")


def of_another(question: str, one: Seen, other: Seen) -> bool:
    """Tell whether either sentence speaks of another thing than the question, by a word of its own.

    That is what somebody named owns, a second or new one, a compound ("museum shop"), another extent of
    the same thing, or, said of one alone, whom an amount is for.
    """
    asked = {meaning(word) for word in worded(question)}
    return any(
        _owned(seen, asked)
        or _another_one(seen, asked)
        or _compound(seen, asked)
        or _other_extent(question, seen)
        for seen in (one, other)
    ) or _for_whom(one, asked) != _for_whom(other, asked)


def _owned(seen: Seen, asked: set[str]) -> bool:
    """Tell whether it is about what somebody of the question has: "Berg's", "His", "the wife of Berg"."""
    words = worded(seen.text)
    for place, word in enumerate(words):
        known = meaning(word) in asked and not word.function
        owner = (known and _OWNER.search(seen.text[word.start : word.end])) or (
            place == 0 and word.folded in _OWNED_BY_ONE_SPOKEN_OF
        )
        if owner and not _any_asked(words[place + 1 : place + 1 + _OWNED_WORDS], asked):
            return True
        of = place >= 2 and words[place - 1].folded == "of" and words[place - 2].folded in PERSON_NOUN
        if known and of and meaning(words[place - 2]) not in asked:
            return True
    return False


def _any_asked(words: Sequence[WordForm], asked: set[str]) -> bool:
    """Tell whether one of the words up to a verb of the question is asked about, as "Berg's death" is."""
    return any(meaning(word) in asked for word in words if not word.function and not _is_verb(word))


def _is_verb(word: WordForm) -> bool:
    """Tell whether the word has the form of a verb in the past."""
    return word.folded.endswith("ed") or word.folded in BE | MODAL | IRREGULAR_PAST | IRREGULAR_PARTICIPLE


def _another_one(seen: Seen, asked: set[str]) -> bool:
    """Tell whether it is about "the second bridge" where the question says "the bridge"."""
    words = worded(seen.text)
    return any(
        (place == 0 or words[place - 1].folded in ARTICLE or word.folded == "another")
        and word.folded in _ANOTHER
        and meaning(word) not in asked
        and _noun_asked(noun, asked)
        and not seen.answer[0] <= word.start < seen.answer[1]
        for place, (word, noun) in enumerate(pairwise(words))
    )


def _compound(seen: Seen, asked: set[str]) -> bool:
    """Tell whether a noun of the question only says which other thing did it: "the museum shop opened"."""
    words = worded(seen.text)
    return any(
        _noun_asked(before, asked)
        and _may_be_noun(word)
        and meaning(word) not in asked
        and meaning(word) not in seen.answered
        and seen.text[before.end : word.start] == " "
        and (meaning(behind) in asked or behind.folded in BE)
        and behind.start == word.end + 1
        for before, word, behind in zip(words, words[1:], words[2:], strict=False)
    )


def _noun_asked(word: WordForm, asked: set[str]) -> bool:
    return meaning(word) in asked and not word.function and not is_listed(word) and not _is_verb(word)


def _may_be_noun(word: WordForm) -> bool:
    plain = not word.function and not word.capital and word.folded.isalpha()
    return plain and not _is_verb(word) and not is_listed(word) and not word.folded.endswith("ly")


def _other_extent(question: str, seen: Seen) -> bool:
    """Tell whether the amount is of another extent than the one asked for: "30 metres wide"."""
    wanted = {
        number for number, extent in enumerate(_EXTENTS) for w in worded(question) if w.folded in extent
    }
    behind = _BEHIND_AN_AMOUNT.match(seen.text, seen.answer[1])
    within = worded(seen.text[slice(*seen.answer)])[-1:]
    told = {behind.group(1).lower() if behind else "", *(word.folded for word in within)}
    measured = {number for number, extent in enumerate(_EXTENTS) if extent & told}
    return bool(wanted and measured and not wanted & measured)


def _for_whom(seen: Seen, asked: set[str]) -> str:
    """Return whom an amount is for, as far as the question does not say so; "" for all."""
    found = _FOR_SOME.match(seen.text, seen.answer[1])
    told = worded(found.group(1))[0] if found and worded(found.group(1)) else None
    return "" if told is None or told.function or meaning(told) in asked else meaning(told)
