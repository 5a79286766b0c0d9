"""Text to rows of a given width, as offsets: fast enough for a book on every resize."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import get_character_cell_size

# Everything here takes one cell, so that characters can be counted instead of measured.
_ONE_CELL_EACH = re.compile("[\\x20-\\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u203b€\n]*")
_EMOJI_STYLE = "\ufe0f"  # makes the character before it two cells wide
_LEAST_WIDTH = 2  # a wide character needs that much


@dataclass(frozen=True, slots=True)
class Rows:
    """Where each row of a wrapped text begins, and each of its lines.

    A row ends where the next begins, blanks and line feed included; the rows cover the
    text without a gap.
    """

    text: str
    starts: array[int]
    lines: array[int]

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, row: int) -> tuple[int, int]:
        """Return the offsets of what is drawn in a row: no line feed, no blanks at its end."""
        start = self.starts[row]
        end = self.starts[row + 1] if row + 1 < len(self.starts) else len(self.text)
        return start, start + len(self.text[start:end].rstrip())

    def row_at(self, offset: int) -> int:
        """Return the row that holds the character at ``offset``."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def line_of(self, row: int) -> tuple[int, bool]:
        """Return the line, from 1, that a row belongs to, and whether the row begins it."""
        start = self.starts[row]
        line = bisect_right(self.lines, start)
        return line, self.lines[line - 1] == start


def wrap(text: str, width: int) -> Rows:
    """Wrap a text at blanks into rows of at most ``width`` cells (words too long are cut)."""
    width = max(width, _LEAST_WIDTH)
    starts, lines = array("l"), array("l")
    narrow = _ONE_CELL_EACH.fullmatch(text) is not None
    start = 0
    while True:
        lines.append(start)
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start <= width and narrow:
            starts.append(start)
        elif narrow or _ONE_CELL_EACH.fullmatch(text, start, end):
            starts.extend(_counted(text, start, end, width))
        else:
            starts.extend(_measured(text, start, end, width))
        if end >= len(text) - 1:  # a line feed at the very end begins no line
            return Rows(text, starts, lines)
        start = end + 1


def _counted(text: str, start: int, end: int, width: int) -> Iterator[int]:
    """Yield the row starts of one line whose characters take one cell each."""
    yield start
    while end - start > width:
        blank = text.rfind(" ", start, start + width + 1)
        start = blank + 1 if blank >= 0 else start + width
        if start < end:
            yield start


def _measured(text: str, start: int, end: int, width: int) -> Iterator[int]:
    """Yield the row starts of one line, measuring each character."""
    yield start
    cells, after_blank = 0, start
    for at in range(start, end):
        character = text[at]
        size = 1 if character == _EMOJI_STYLE else get_character_cell_size(character)
        if character == " ":
            after_blank = at + 1
        elif cells + size > width:
            start = after_blank if after_blank > start else at
            yield start
            cells = sum(map(get_character_cell_size, text[start:at]))
            if cells + size > width:  # the word begun on this row is too long for it
                yield at
                start, cells = at, 0
        cells += size
