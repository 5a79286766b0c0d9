"""Where a text lost a blank: ``likeSense8andThe OA``, ``makesOsmosisuniquely``, ``Thingsonly``.

Pages lose the blanks around words that were set in italics or linked, which are mostly names.
What shows it is a capital after a word in small letters and, behind a name that the text also
has by itself, a word that is no ending of a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from index.function_words import FUNCTION_WORDS
from index.words import pieces, tokens

# A name of fewer letters begins many longer ones: Ana, Analysis.
_SHORTEST_NAME = 4
# A word in small letters that no other place of the text has is one from so many letters on:
# "filmmakerAudrey", but "iPhone" and "eBay".
_SHORTEST_WORD = 4
# Function words of fewer letters than this are endings too (Iraq-is, Can-on).
_SHORTEST_TAIL = 3
# Behind a name that is known to be glued to something these may stand as well.
_SHORT_TAILS = frozenset({"is", "of", "in", "on", "to", "by", "at", "or", "it"})
_NAME = re.compile(r"[A-Z][a-z’']+")
# A unit may be written like two words: "inHg".
_CAPITALISED = re.compile(r"[A-Z][a-z]{2}|[AI]\b")


def lost_blanks(text: str) -> tuple[int, ...]:
    """Return the offsets at which a blank was lost, in order: before the character there."""
    written = [(start, text[start:end]) for start, end in tokens(text)]
    alone = Counter(token for _, token in written)
    return tuple(
        start + cut for start, token in written if not token.islower() for cut in _cuts(token, alone)
    )


def _cuts(token: str, alone: Counter[str]) -> Iterator[int]:
    """Yield the places inside a written word where another begins."""
    parts = [token[start:end] for start, end in pieces(0, len(token), token)]
    glued = any(_parted(before, part, alone) for before, part in pairwise(parts))
    at = 0
    for part in parts:
        if at and glued:
            yield at
        if glued or alone[token] == 1:
            name = _name_before_another(part, alone, certain=glued)
            if name:
                yield at + name
        at += len(part)


def _parted(before: str, part: str, alone: Counter[str]) -> bool:
    """Tell whether two parts of a written word are two words, and not a name's odd spelling."""
    if part in FUNCTION_WORDS:
        return before.isupper()
    if not _CAPITALISED.match(part):
        return False
    if before.islower() and len(before) > 1:
        return before in FUNCTION_WORDS or alone[before] > 0 or len(before) >= _SHORTEST_WORD
    return _before_function_word(before) is not None


def _name_before_another(part: str, alone: Counter[str], *, certain: bool) -> int | None:
    """Return the length of the name with which a part begins and behind which another word stands.

    ``certain`` when the written word is known to be glued: then any word may follow a name that
    the text has elsewhere, and a function word any name.
    """
    if not certain:
        length = _before_function_word(part)
        return length if length and alone[part[:length]] else None
    for length in range(len(part) - 1, _SHORTEST_NAME - 1, -1):
        if alone[part[:length]] > alone[part] and _NAME.fullmatch(part):
            return length
    return None if alone[part] else _before_function_word(part, _SHORT_TAILS)


def _before_function_word(part: str, short: frozenset[str] = frozenset()) -> int | None:
    """Return where the function word begins with which a capitalised part ends: Carbon|and."""
    if not _NAME.fullmatch(part):
        return None
    for at in range(_SHORTEST_NAME, len(part)):
        tail = part[at:]
        if tail in short or (len(tail) >= _SHORTEST_TAIL and tail in FUNCTION_WORDS):
            return at
    return None
