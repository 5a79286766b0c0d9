"""Words of a text as offsets, with words that were glued together taken apart.

Scraped pages lose blanks: ``filmmakerAudrey``, ``likeSense8andThe OA``. A capital after a small
letter, and a small letter after a figure, show where one was.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

# Signs that belong to the letter before them and that \w leaves out: accents written apart,
# vowel signs of Hebrew, Arabic, the scripts of India and Thai, joiners, the soft hyphen.
_SIGNS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0903\u093a-\u094f"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83\u0abc-\u0acd"
    "\u0b01-\u0b03\u0b3c-\u0b4d\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c4d\u0c81-\u0c83\u0cbc-\u0ccd\u0d00-\u0d03"
    "\u0d3b-\u0d4d\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff"
    "\ufe20-\ufe2f"
)
_LETTER = rf"[^\W_][{_SIGNS}]*"
_TOKEN = re.compile(
    # Decimals and versions; letters with full stops (U.S.); words, possibly with apostrophes.
    rf"[^\W\d_]?\d+(?:[.,]\d+)+(?![^\W_])|[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"
    rf"|(?:{_LETTER})+(?:['’ʼ＇](?:{_LETTER})+)*"
)
# Accents over Latin, Greek and Cyrillic letters, the points of Hebrew and Arabic, and what does
# not show. Vowel signs of other scripts are letters in their own right and stay.
_ACCENT = re.compile(
    "[\u00ad\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\ufeff]"
)
_APOSTROPHE = re.compile("[’ʼ＇]")
# What follows letters in capitals when a blank is lost: "OAand" is no O and no Aand.
_LINKING_WORDS = "and or the of in on at is was are for to by with a an has had from as s"
_AFTER_CAPITALS = frozenset(_LINKING_WORDS.split())


def words(text: str) -> list[tuple[int, int]]:
    """Return the spans of the text's words; glued words are taken apart."""
    return [(start, end) for token in tokens(text) for start, end in pieces(*token, text)]


def tokens(text: str) -> list[tuple[int, int]]:
    """Return the spans of the text's words as they are written, glued ones whole."""
    return [match.span() for match in _TOKEN.finditer(text)]


def pieces(start: int, end: int, text: str) -> list[tuple[int, int]]:
    """Return the spans of the words that the token at ``start:end`` consists of."""
    cuts = [start, *(start + cut for cut in _cuts(text[start:end])), end]
    return list(pairwise(cuts))


def fold(text: str) -> str:
    """Return the text in small letters, without accents, apostrophes straight.

    What is folded is compared, never shown; it may be longer or shorter than the text.
    """
    if text.isascii():
        return text.lower()
    # Twice: letters such as 𝕬 have no small form until they are plain.
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", _ACCENT.sub("", _APOSTROPHE.sub("'", apart)))


# A collection has far fewer different words than words.
@lru_cache(maxsize=65_536)
def _cuts(token: str) -> tuple[int, ...]:
    if token[1:].islower() and token.isalpha():
        return ()
    cuts: list[int] = []
    for at in range(1, len(token)):
        before, here = token[at - 1], token[at]
        if (before.islower() and here.isupper()) or (
            before.isdigit() and here.isalpha() and _begins_word(token, at)
        ):
            cuts.append(at)
        elif before.isupper() and here.isupper() and token[at + 1 : at + 2].islower():
            # "USAToday" is USA Today, but "OAand" is OA and.
            end = at + 1
            while end < len(token) and token[end].islower():
                end += 1
            cuts.append(at + 1 if token[at + 1 : end] in _AFTER_CAPITALS else at)
    return tuple(cuts)


def _begins_word(token: str, at: int) -> bool:
    """Tell whether the letters after a figure are a word, not "1st", "5km", "90s", "3D"."""
    end = at
    while end < len(token) and token[end].isalpha():
        end += 1
    return end - at >= 3
