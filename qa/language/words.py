"""A text's words with their places, contractions whole and a possessive 's apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A possessive or contracted 's is a word of its own; other contractions stay whole.
_WORD = re.compile(r"['’]s\b|[^\W_]+(?:['’](?!s\b)[^\W_]+|[-&][^\W_]+|\.(?=\w\.)\w)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text as it is written, and its offsets there."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in lower case, with a straight apostrophe."""
        return self.text.lower().replace("’", "'")

    @property
    def capital(self) -> bool:
        """Whether the first sign is a capital letter, as in "Ada" and not in "3D"."""
        return self.text[:1].isupper()


def split_words(text: str) -> list[Word]:
    """Return the words of ``text`` in order; a possessive 's counts as one."""
    return [Word(found.group(), found.start(), found.end()) for found in _WORD.finditer(text)]
