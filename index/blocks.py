"""Lines to blocks: paragraphs, headings, list items and table rows, as slices of the text.

A blank line always ends a block. Lines without one between them belong together only if the
text was wrapped: broken by an editor where the next word no longer fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

# The ends of lines that str.splitlines knows.
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
LIST_MARKER = re.compile(r"(?:[-*+•◦▪‣·–—]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s+(?=\S)")
_TABLE_ROW = re.compile(r"^\||\t|\s\|\s")
_COLUMN_GAP = re.compile(r"\S {3,}(?=\S)")
_STOPS = tuple(".!?:…。！？")
_CLOSERS = "'\"’”»)]"
_UNDERLINE = re.compile(r"(?:=+|-{2,})$")
# The fields between two rules at the very start of a Markdown file.
FRONT_MATTER = re.compile(
    r"\A\s*(?P<rule>---|\+\+\+)[ \t]*\r?\n"
    r"(?P<fields>(?:[ \t]*(?:[\w-]+[ \t]*[:=]|-|#).*\n|[ \t]+\S.*\n|\s*\n)*)"
    r"(?P=rule)[ \t]*(?=\r?$|\Z)",
    re.MULTILINE,
)
# Editors wrap between these columns; longer lines are paragraphs, shorter ones were meant.
_LEAST_WRAP, _MOST_WRAP = 45, 130
# A line of a wrapped paragraph fills this much of the width at least, but for the last.
_FILLED = 0.6
# A line this long that breaks off before a small letter was wrapped, whatever the column.
_BREAKS_OFF = 25


@dataclass(frozen=True, slots=True)
class Block:
    """A slice of the text, trimmed of blanks; ``group`` counts the blank-line separated groups."""

    start: int
    end: int
    text: str
    group: int


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    indent: int


def without_marks(line: str) -> str:
    """Return a heading's or a question's words on one line, without the marks of Markdown around them."""
    return re.sub(r"\s+", " ", line).strip("#=* -\0")


def blocks(text: str) -> list[Block]:
    """Return the blocks of a text, in order; they hold each of its non-blank characters once."""
    found: list[Block] = []
    front = FRONT_MATTER.match(text)
    story = 0
    if front:
        story = front.end()
        start = story - len(front[0].lstrip())
        found.append(Block(start, story, text[start:story], 0))
    for number, group in enumerate(_groups(text, story), 1):
        for first, last in _runs(group):
            start, end = group[first].start, group[last].end
            found.append(Block(start, end, text[start:end], number))
    return found


def _groups(text: str, start: int) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    before = start
    for match in _LINE.finditer(text, start):
        line = match[0]
        stripped = line.strip()
        if group and (not stripped or len(_LINE_ENDS.findall(text, before, match.start())) > 1):
            yield group
            group = []
        before = match.end()
        if stripped:
            indent = len(line) - len(line.lstrip())
            first = match.start() + indent
            group.append(_Line(first, first + len(stripped), stripped, indent))
    if group:
        yield group


def _runs(group: list[_Line]) -> Iterator[tuple[int, int]]:
    """Yield the first and last line of each block of a group."""
    width = max(len(line.text) for line in group)
    wrapped = any(_goes_on(above, below) for above, below in pairwise(group))
    first = 0
    for number in range(1, len(group)):
        if not _joined(group[first], group[number - 1], group[number], width if wrapped else 0):
            yield first, number - 1
            first = number
    yield first, len(group) - 1


def _joined(first: _Line, above: _Line, below: _Line, width: int) -> bool:  # noqa: PLR0911  one rule a line
    """Tell whether a line continues the block that begins with ``first`` and now ends with ``above``."""
    if _UNDERLINE.match(below.text):
        return True
    if LIST_MARKER.match(below.text) or is_row(below.text) or is_row(above.text):
        return False
    if _UNDERLINE.match(above.text) or above.text.startswith("#"):
        return False
    if below.indent > above.indent + 1:
        return bool(LIST_MARKER.match(first.text))
    if _goes_on(above, below):
        return True
    if not _LEAST_WRAP <= width <= _MOST_WRAP:
        return False
    next_word = len(below.text.split(None, 1)[0])
    if len(above.text) + 1 + next_word > width:
        return True
    return not _is_ended(above) and len(above.text) >= _FILLED * width


def _is_ended(line: _Line) -> bool:
    return line.text.rstrip(_CLOSERS).endswith(_STOPS)


def is_row(line: str) -> bool:
    """Tell whether a line is a row of a table: bars, tabs, or two wide gaps."""
    return bool(_TABLE_ROW.search(line)) or len(_COLUMN_GAP.findall(line)) >= 2


def _goes_on(above: _Line, below: _Line) -> bool:
    """Tell whether a line breaks off in mid-sentence: no stop, and no capital after it."""
    if len(above.text) < _BREAKS_OFF or len(above.text) > _MOST_WRAP or _is_ended(above):
        return False
    if above.text.isupper() and not below.text.isupper():
        return False
    first = next((char for char in below.text if char.isalnum()), "")
    return first.isalpha() and not first.isupper() and not LIST_MARKER.match(below.text)
