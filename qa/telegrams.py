"""Telegrams: questions of a few nouns, spelt out: "release date?" asks what the release date is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.language.word_classes import AUXILIARY, DETERMINER, IMPERATIVE, PERSONAL, WH, is_plural_noun
from qa.language.words import split_words

# A longer run of words is no telegram, or one of several things.
_LONGEST = 6
# "Budget season one" is one.
_NOT_IN_A_TELEGRAM = (WH | AUXILIARY | IMPERATIVE | PERSONAL | DETERMINER) - {"one"}


def spelt_out(question: str, names: Sequence[str]) -> Iterator[str]:
    """Yield whole questions that the telegram may stand for, also as one of what the collection is about.

    ``names`` are the collection's topics. Nothing for what is no telegram.
    """
    words = split_words(question)
    if not 0 < len(words) <= _LONGEST or any(word.low in _NOT_IN_A_TELEGRAM for word in words):
        return
    told = question[words[0].start : words[-1].end]
    asks = f"What {'are' if is_plural_noun(words[-1].low) else 'is'} the {told}"
    yield f"{asks}?"
    for name in names:
        if name.lower().removeprefix("the ") not in told.lower():
            yield f"{asks} of {name}?"
