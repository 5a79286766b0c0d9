"""What a block stands under: the heading before it, or the question that it answers.

A passage of an interview, a list of frequent questions or a titled section often says "it" or "she"
where only the line above has the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index.blocks import FRONT_MATTER, Block
from index.kinds import Kind

# A question of more words is a paragraph that ends with one.
_LONGEST_QUESTION = 25
_EDIT_LINK = re.compile(r"\[(?:edit|source)\]$", re.IGNORECASE)


def headings(kinds_of_blocks: Iterable[tuple[Block, Kind]]) -> Iterator[str]:
    """Yield for each block of an article, in order, the words of the heading over it; "" where none is.

    A heading or a question of its own stands under nothing.
    """
    last = ""
    for block, kind in kinds_of_blocks:
        if kind is Kind.HEADING or (kind is Kind.BODY and _asks(block.text)):
            last = heading_words(block.text)
            yield ""
        else:
            yield last


def heading_words(text: str) -> str:
    """Return a heading on one line without the marks of Markdown; nothing for front matter."""
    if FRONT_MATTER.match(text):
        return ""
    return _EDIT_LINK.sub("", re.sub(r"\s+", " ", text).strip("#=* -\0"))


def _asks(text: str) -> bool:
    return text.endswith("?") and len(text.split()) <= _LONGEST_QUESTION
