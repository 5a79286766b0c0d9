"""The words of a short text in the forms that they are compared by: folded, by stem, by family."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

import Stemmer

from index.terms import fold, is_function_word, terms_of, words

# What inflection leaves behind the stem: plurals, -ed, -ing, and the vowels that change before them.
_INFLECTION = re.compile(r"[yi]?(?:ing|e?d|e?s|e)?\Z")


@dataclass(frozen=True, slots=True)
class WordForm:
    """A word at ``text[start:end]``: ``folded`` without accents, case and possessive 's.

    ``stem`` is shared by its inflected forms alone (hunter, hunters). ``family`` is shared by all
    that is made of one verb or noun (hunter, hunt, hunted; writer, wrote), as in the index.
    """

    start: int
    end: int
    folded: str
    stem: str
    family: str
    capital: bool
    function: bool


@lru_cache(maxsize=4096)
def worded(text: str) -> tuple[WordForm, ...]:
    """Return the words of ``text`` in order, glued ones taken apart."""
    return tuple(_word(text, start, end) for start, end in words(text))


def telling(text: str) -> tuple[WordForm, ...]:
    """Return the words that are no function words; all of them where nothing else is left."""
    every = worded(text)
    return tuple(word for word in every if not word.function) or every


# An article has far fewer different words than words.
@lru_cache(maxsize=65_536)
def _forms(written: str) -> tuple[str, str, str, bool, bool]:
    folded = fold(written).replace("’", "'").removesuffix("'s").rstrip("'") or fold(written) or written
    terms = terms_of(written)
    family = terms[0] if terms else folded
    function = is_function_word(written)
    # Terms of figures and abbreviations are no stems: they have lost their commas and points.
    stem = _inflectional_stem(folded) if folded.isalpha() and not function else family
    return folded, stem, family, written[0].isupper(), function


def _inflectional_stem(folded: str) -> str:
    """Return Porter's stem with the endings that make another word of it: "offic", "officer".

    Porter takes "office", "officer" and "officers" to "offic": what it cut off and is no
    inflection is put back.
    """
    stem = str(_stemmer().stemWord(folded))
    kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(folded, stem, strict=False)))
    # A consonant doubled before its ending belongs to neither: "running".
    cut_off = folded[kept:].removeprefix(stem[kept - 1])
    return stem + _INFLECTION.sub("", cut_off)


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def _word(text: str, start: int, end: int) -> WordForm:
    return WordForm(start, end, *_forms(text[start:end]))
