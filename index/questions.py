"""The question that a passage answers: in an interview, a forum, a list of frequent questions.

Such a passage often says "it", or nothing but "No", where only the line above has the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.blocks import Block, without_marks
from index.kinds import Kind

# A question of more words is a paragraph that ends with one.
_LONGEST_QUESTION = 25


def questions_over(parts: Iterable[tuple[Block, Kind]]) -> Iterator[str]:
    """Yield for each block of an article, in order, the words of the question it stands under.

    That is the last line of its own that asks, up to the next heading; "" where there is none. A
    heading or such a line stands under nothing itself.
    """
    last = ""
    for block, kind in parts:
        asks = kind in (Kind.HEADING, Kind.BODY) and _asks(block.text)
        if asks or kind is Kind.HEADING:
            last = without_marks(block.text) if asks else ""
            yield ""
        else:
            yield last


def headings_over(parts: Iterable[tuple[Block, Kind]]) -> Iterator[str]:
    """Yield for each block of an article, in order, the words of the heading it stands under.

    "" where there is none, where that asks (``questions_over``), and before the first line of the story:
    what stands there is the title. A heading stands under nothing itself.
    """
    last, begun = "", False
    for block, kind in parts:
        if kind is Kind.HEADING:
            last = without_marks(block.text) if begun and not _asks(block.text) else ""
            yield ""
        else:
            begun = begun or kind is Kind.BODY
            yield last


def _asks(text: str) -> bool:
    return without_marks(text).endswith("?") and len(text.split()) <= _LONGEST_QUESTION
