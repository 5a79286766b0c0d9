"""Questions as people type them in a hurry: misspelt, or reduced to a few words."""

from __future__ import annotations

import random
import re

from qa.language.word_classes import listed

_WORD = re.compile(r"\w+|[^\w\s]")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Words shorter than this are seldom misspelt, and hardly to be recognised when they are.
_SHORTEST_MISSPELT = 5
# What a question word becomes in a telegram; the words of _DROPPED just go.
_TELEGRAM = {"when": "date", "where": "place", "why": "reason", "who": "name", "many": "number"}
_DROPPED = listed(
    "what which how is are was were be been do does did has have had will would can could the a an of to in "
    "on at for by with that this there it its his her their he she they and or from as s"
)


def roughen(question: str, chance: random.Random, *, misspelt: float, telegraphic: float) -> str:
    """Return the question as it is, or, with these probabilities, misspelt or as a telegram."""
    dice = chance.random()
    if dice < misspelt:
        return misspell(question, chance)
    if dice < misspelt + telegraphic:
        return telegram(question) or question
    return question


def misspell(question: str, chance: random.Random) -> str:
    """Drop, double, change or swap one letter in one of the longer words, and perhaps in a second."""
    words = question.split()
    long = [place for place, word in enumerate(words) if len(word) >= _SHORTEST_MISSPELT]
    for place in chance.sample(long, min(len(long), chance.choice((1, 2)))):
        word = words[place]
        at = chance.randrange(1, len(word) - 1)
        words[place] = chance.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + chance.choice(_LETTERS) + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )
    return " ".join(words)


def telegram(question: str) -> str:
    """Return the question's telling words: "When was the line opened?" becomes "date line opened"."""
    words = [_TELEGRAM.get(word.lower(), word) for word in _WORD.findall(question)]
    return " ".join(word for word in words if word.lower() not in _DROPPED and word.isalnum())
