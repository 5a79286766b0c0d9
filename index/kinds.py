"""What a block is in its page, told from its form: body text, heading, caption, menu.

What is neither body text nor a caption is searched and cited but never quoted as an answer, so a
wrong verdict hides an answer: in doubt a block is body text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from enum import StrEnum

from index.blocks import FRONT_MATTER, Block
from index.shapes import Shape, shape


class Kind(StrEnum):
    """What a passage is in its page, told from its form."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    MENU = "menu"
    FORM = "form"
    LINK = "link"
    FILE_NAME = "file name"


# Longer lines are hardly headings; an article's first line, its title, may be longer.
_LONGEST_HEADING = 16
_LONGEST_TITLE = 25
# The page around an article says things in few words.
_LONGEST_FURNITURE = 25
_LONGEST_ENTRY = 4
# So many short lines in a row are a list, not headings.
_LIST = 4
# Between two lines of a form stand at most so many that do not show that they belong to it.
_FORM_GAP = 4


def kinds(blocks: Sequence[Block]) -> list[Kind]:
    """Return the kind of each block of an article."""
    shapes = [shape(block.text) for block in blocks]
    found = [_alone(each) for each in shapes]
    if blocks and FRONT_MATTER.match(blocks[0].text):
        found[0] = Kind.HEADING
    _forms(shapes, found)
    _menus(shapes, found)
    _headings(blocks, shapes, found)
    verdicts = [kind or Kind.BODY for kind in found]
    for number in range(1, len(verdicts)):
        # A rule inside a table is part of the table.
        if not shapes[number].has_words and blocks[number].group == blocks[number - 1].group:
            verdicts[number] = verdicts[number - 1]
    return verdicts


def _alone(block: Shape) -> Kind | None:  # noqa: PLR0911  one rule a line
    """Return the kind of a block that shows it whatever stands around it."""
    if not block.has_words:
        return Kind.MENU
    if block.is_file_name:
        return Kind.FILE_NAME
    if block.is_marked_heading:
        return Kind.HEADING
    if block.is_link:
        return Kind.LINK
    if block.is_copyright:
        return Kind.MENU
    if block.is_credit or block.is_scene:
        return Kind.CAPTION
    if block.is_trail:
        return Kind.MENU
    return Kind.BODY if block.is_sentence and not block.is_form and not block.is_question else None


def _forms(shapes: Sequence[Shape], found: list[Kind | None]) -> None:
    """Mark comment and sign-up forms: lines that ask for input, with one that can be nothing else."""
    lines = [n for n, each in enumerate(shapes) if each.is_form and found[n] in (None, Kind.BODY)]
    clusters: list[list[int]] = []
    for number in lines:
        if clusters and number - clusters[-1][-1] <= _FORM_GAP:
            clusters[-1].append(number)
        else:
            clusters.append([number])
    for cluster in clusters:
        if not any(shapes[number].is_form_anchor for number in cluster):
            continue
        for number in range(cluster[0], cluster[-1] + 1):
            if number in cluster or shapes[number].length <= _LONGEST_FURNITURE:
                found[number] = Kind.FORM


def _menus(shapes: Sequence[Shape], found: list[Kind | None]) -> None:
    """Mark runs of short lines of which enough are words of web pages rather than of articles."""
    for run in _spans(found, lambda n: shapes[n].length <= _LONGEST_ENTRY and not shapes[n].is_ended):
        if len(run) >= 3 and 3 * sum(shapes[number].is_page_entry for number in run) >= len(run):
            for number in run:
                found[number] = Kind.MENU


def _headings(blocks: Sequence[Block], shapes: Sequence[Shape], found: list[Kind | None]) -> None:
    """Mark short lines that stand before body text as headings, and those left over as menu."""
    if not blocks:
        return
    times = Counter(block.text for block in blocks)
    first = next((n for n, kind in enumerate(found) if kind not in (Kind.MENU, Kind.FILE_NAME)), 0)

    def stands_apart(number: int) -> bool:
        above = number > 0 and blocks[number - 1].group == blocks[number].group
        below = number + 1 < len(blocks) and blocks[number + 1].group == blocks[number].group
        return not above and (not below or shapes[number + 1].length > _LONGEST_HEADING)

    def heading_like(number: int) -> bool:
        block = shapes[number]
        if number == first and not (block.is_stopped or block.is_byline or block.is_lead_in):
            # A line that others follow at once may be broken off, not a title.
            follows = number + 1 < len(blocks) and blocks[number + 1].group == blocks[number].group
            return block.length <= _LONGEST_TITLE and (block.is_titled or not follows)
        if block.length > _LONGEST_HEADING or not stands_apart(number):
            return False
        # What follows a question without being in capitals may be its answer.
        if number and shapes[number - 1].is_question and not block.is_capitalised:
            return False
        return block.is_titled or (times[blocks[number].text] > 1 and not block.is_stopped)

    for run in _spans(found, heading_like):
        follows = next((n for n in range(run[-1] + 1, len(found)) if found[n] in (None, Kind.BODY)), None)
        starts = run[0] == first
        if follows is None:
            page = sum(shapes[number].is_page_entry for number in run)
            if starts or (len(run) > 2 and 3 * page < len(run)):
                continue
            for number in run:
                found[number] = Kind.MENU
        else:
            for number in run if len(run) < _LIST else run[: int(starts)]:
                found[number] = Kind.HEADING


def _spans(found: Sequence[Kind | None], fits: Callable[[int], bool]) -> list[list[int]]:
    """Return the runs of neighbouring blocks without a kind so far that fit."""
    runs: list[list[int]] = []
    for number, kind in enumerate(found):
        if kind is None and fits(number):
            if runs and runs[-1][-1] == number - 1:
                runs[-1].append(number)
            else:
                runs.append([number])
    return runs
