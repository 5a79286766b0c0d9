"""Text to index terms: one vocabulary for every engine.

Case and accents are folded, glued words taken apart, English words reduced to their stems;
numbers are kept. Words of other languages pass through the stemmer too, the same way in article
and question, so that they find themselves; runs of Chinese and Japanese become pairs of signs.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.function_words import FUNCTION_WORDS
from index.word_families import family_stem
from index.words import fold, pieces, tokens, words

__all__ = ["fold", "is_function_word", "query_terms", "telling", "terms", "terms_of", "words"]

_POSSESSIVE = re.compile(r"'s$|'$")
# French l' and d', Irish O': the name after them is found without them.
_ELIDED = re.compile(r"^[a-z]{1,2}'(?=[^']{2})")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
# "1st" and "90s" are found by their figures too.
_COUNTED = re.compile(r"(\d+)(?:st|nd|rd|th|s|k|m|bn|km|d)")
# Kana and Han are written without blanks between words.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2,}")
# Function words that are names when a capital shows it: the month, William.
_NAMES_WITH_CAPITAL = frozenset({"may", "will"})


def terms(text: str) -> list[str]:
    """Return the index terms of a text, in order, with duplicates."""
    return [term for start, end in tokens(text) for term in terms_of(text[start:end])]


def query_terms(text: str) -> list[str]:
    """Return a query's terms, each once, without function words unless there is nothing else."""
    return list(dict.fromkeys(term for word in telling(text) for term in terms_of(word)))


def telling(query: str) -> list[str]:
    """Return the query's words, as written, that tell what it is about.

    Those are all but function words; all, if there is nothing else. "US" and "May" are none
    when their capitals show what they are.
    """
    written = [query[start:end] for start, end in tokens(query)]
    shouted = query.isupper()
    kept = [
        word
        for number, word in enumerate(written)
        if not is_function_word(word)
        or (not shouted and len(word) > 1 and word.isupper() and word.isalpha())
        or (number > 0 and word.istitle() and word.lower() in _NAMES_WITH_CAPITAL)
    ]
    return kept or written


def is_name_in(query: str, word: str) -> bool:
    """Tell whether a word's capital shows a name: not the first word's, nor where all are capitals."""
    return word[:1].isupper() and not query.isupper() and not query.strip().startswith(word)


def is_function_word(word: str) -> bool:
    """Tell whether a word is a function word of English, whatever its case."""
    folded = fold(word)
    return folded in FUNCTION_WORDS or _POSSESSIVE.sub("", folded) in FUNCTION_WORDS


# A collection has far fewer different words than words.
@lru_cache(maxsize=131_072)
def terms_of(token: str) -> tuple[str, ...]:
    """Return the terms of one written word: of its pieces, and of the whole if it has several."""
    parts = [token[start:end] for start, end in pieces(0, len(token), token)]
    found = [term for part in parts for term in _word_terms(part)]
    # Two or three pieces may be one name (McDonald, iPhone); more are a glued sentence.
    if 1 < len(parts) <= 3:
        found.extend(_word_terms(token))
    return tuple(dict.fromkeys(found))


def _word_terms(word: str) -> list[str]:
    folded = fold(word)
    if _GROUPED.fullmatch(folded):
        return [folded.replace(",", "")]
    if _DOTTED.fullmatch(folded):
        return [folded.replace(".", "")]
    if folded in FUNCTION_WORDS:
        return [folded.replace("'", "")]
    if _UNSPACED.search(folded):
        return [folded[at : at + 2] for at in range(len(folded) - 1)]
    folded = _POSSESSIVE.sub("", folded)
    elided = _ELIDED.sub("", folded)
    forms = [folded.replace("'", "")]
    if elided != folded:
        forms.append(elided)
    counted = _COUNTED.fullmatch(folded)
    if counted:
        forms.append(counted[1])
    return [family_stem(form) for form in forms if form]
