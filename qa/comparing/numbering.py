"""Numbering: "season 2" is another than "season 1", and the "Model 300" than the "Model 200"."""

from __future__ import annotations

from itertools import pairwise

from qa.language.stems import WordForm, worded
from qa.language.units import NTH, UNIT_OF, VALUES
from qa.language.word_classes import MONTH, listed

# "The top ten" are not the tenth of anything.
_NO_NAMES = listed("top over under about around almost nearly exactly least most")
# Longer figures are years and amounts rather than the number of one among others.
_LONGEST = 3


def numbered_otherwise(question: str, text: str) -> bool:
    """Tell whether the text numbers what the question numbers, but never with the same number.

    "When did season 2 begin?" is not answered by what says when season 1 did, nor when the first did.
    """
    asked = _numbered(question)
    if not asked:
        return False
    said = _numbered(text)
    return any(name in said and number not in said[name] for name, of in asked.items() for number in of)


def numbered_alike(question: str, text: str) -> bool:
    """Tell whether the text gives something that the question numbers the same number."""
    said = _numbered(text)
    return any(of & said.get(name, set()) for name, of in _numbered(question).items())


def leaves_numbers_out(question: str, text: str) -> bool:
    """Tell whether the question numbers something, and the text has no number of any kind.

    Whether it was the first is decided by what says that it was the first, or the second.
    """
    return bool(_numbered(question)) and not any(_is_number(word) for word in worded(text))


def _is_number(word: WordForm) -> bool:
    return word.folded in NTH or word.folded in VALUES or any(sign.isdigit() for sign in word.folded)


def _numbered(text: str) -> dict[str, set[int]]:
    """Return the numbers of what the text numbers, by the stem of its name."""
    found: dict[str, set[int]] = {}
    for first, second in pairwise(worded(text)):
        for name, number in ((first, _cardinal(second)), (second, NTH.get(first.folded))):
            if number is not None and _names(name):
                found.setdefault(name.stem, set()).add(number)
    return found


def _cardinal(word: WordForm) -> int | None:
    if word.folded.isdecimal() and len(word.folded) <= _LONGEST:
        return int(word.folded)
    return VALUES.get(word.folded)


def _names(word: WordForm) -> bool:
    low = word.folded
    if word.function or low in MONTH or low in _NO_NAMES or low in UNIT_OF:
        return False
    return not any(sign.isdigit() for sign in low)
