"""Words of a short text with what comparing them needs: stems, case, whether they tell anything."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from index.terms import fold, is_function_word, terms_of, words


@dataclass(frozen=True, slots=True)
class Word:
    """A word at ``text[start:end]``: ``folded`` without accents, case and possessive 's."""

    start: int
    end: int
    folded: str
    stem: str
    capital: bool
    function: bool


@lru_cache(maxsize=4096)
def worded(text: str) -> tuple[Word, ...]:
    """Return the words of ``text`` in order, glued ones taken apart."""
    return tuple(_word(text, start, end) for start, end in words(text))


def telling(text: str) -> tuple[Word, ...]:
    """Return the words that are no function words; all of them where nothing else is left."""
    every = worded(text)
    return tuple(word for word in every if not word.function) or every


# An article has far fewer different words than words.
@lru_cache(maxsize=65_536)
def _forms(written: str) -> tuple[str, str, bool, bool]:
    folded = fold(written).replace("’", "'").removesuffix("'s").rstrip("'") or fold(written) or written
    stems = terms_of(written)
    return folded, stems[0] if stems else folded, written[0].isupper(), is_function_word(written)


def _word(text: str, start: int, end: int) -> Word:
    return Word(start, end, *_forms(text[start:end]))
