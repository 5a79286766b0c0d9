"""Words that mean the same in questions of fact, and words that only say what is asked for."""

from __future__ import annotations

from qa.language.stems import WordForm, worded
from qa.language.word_classes import listed

# Words that mean the same in questions of fact; each row one meaning, each word for its whole family.
# A verb alone in its row names an event that no other verb names.
_MEANINGS = (
    "die kill lose perish",
    "open inaugurate",
    "premiere release debut launch air",
    "cost price sell spend budget pay charge",
    "begin start",
    "end finish over",
    "found establish",
    "include involve participate part enrol recruit",
    "win victory",
    "bear born birth birthplace",
    "write author novelist",
    "direct",
    "discover discovery",
    "create",
    "weigh",
    "high tall metre m feet",
    "long last run minute",
    "live inhabitant resident population people person",
    "employ employee staff worker",
    "build construct",
    "hold happen occur",
    "play portray star",
    "compose",
    "sink",
    "buy purchase",
    "cancel discontinue axe",
    "sign",
    "locate situate lie stand",
    "base headquarters",
    "marry wedding",
    "have has consist comprise contain",
    "score",
    "story plot storyline tale",
)
# Words that only say what kind of answer is wanted; sentences that answer rarely hold them.
KIND_WORDS = listed(
    "year date day month time city town country place location state village name title person actor "
    "actress percentage percent number amount long old tall high far much many deep heavy fast large big "
    "team year's take took period hold held happen happened occur occurred exactly did total there"
)


def _meanings() -> dict[str, str]:
    return {word.family: row for row in _MEANINGS for word in worded(row)}


_MEANING_OF: dict[str, str] = _meanings()


def meaning(word: WordForm) -> str:
    """Return what stands for the word and all that mean the same."""
    return _MEANING_OF.get(word.family, word.family)


def same_meaning(one: WordForm, other: WordForm) -> bool:
    """Tell whether two words are one word or listed as meaning the same, not merely of one family."""
    return one.stem == other.stem or (is_listed(one) and meaning(one) == meaning(other))


def is_listed(word: WordForm) -> bool:
    """Tell whether the word is among those that name the events of questions, or what is asked of them."""
    return word.family in _MEANING_OF
