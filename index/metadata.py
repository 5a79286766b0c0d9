"""An article's title and date, found where they stand in its text."""

from __future__ import annotations

import re

from index.blocks import FRONT_MATTER, blocks, without_marks
from index.dates import DATE, iso_of
from index.kinds import Kind, kinds

# Bylines stand among the first lines, before the story.
HEAD = 8
# Bylines and such before the heading are shorter than the story's first paragraph.
LONGEST_LEAD = 16
# An article without a title is called by its first words.
_LONGEST_TITLE = 60
_FIRST_PUBLISHED = re.compile(r"\b(?:published|posted|first)\b", re.IGNORECASE)
# What may stand beside the date in a byline: labels, the author, times, reading times.
BESIDE = re.compile(
    r"""\b(?:originally|first|last|published|posted|updated|modified|written|date|dated|on|at|by|in
        |mon|tues?|wed|thu|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day
        |am|pm|a\.m|p\.m|gmt|utc|bst|cet|cest|est|edt|et|cst|cdt|mst|mdt|pst|pdt|pt|ist
        |\d{1,2}[:.]\d{2}(?::\d{2})?|\d{1,3}[\s-]min(?:ute)?s?|read)\b
        |[\s,.:;|•·–—/()@\[\]+-]""",
    re.IGNORECASE | re.VERBOSE,
)
# The name of a paper between the author and the date: "— The Lund Courier,".
PAPER = r"\s*[|·•—–-]\s*(?:[^\W\d_a-z][\w'’&.-]*\s+){0,5}[^\W\d_a-z][\w'’&.-]*,"
_AUTHOR = re.compile(
    rf"\b(?i:by)\s+[^\W\d_a-z][\w.'’-]*(?:\s+(?:[A-Z&]|de |van |von |and )[\w.'’-]*){{0,5}}(?:{PAPER})?"
)
_PUBLISHED = re.compile(r"\b(?:published|posted|updated|modified)\b", re.IGNORECASE)
# "PARIS, France, March 29, 2019 (Agency) — The story": what stands before the date, and after.
_DATELINE = re.compile(r"[A-Z][A-Z .'-]{2,30}(?:, [A-Z][\w .]{1,20})?,? \(?")
_AFTER_DATELINE = re.compile(r"\)?\s*(?:\([^)]{2,20}\)\s*)?[—–-]")


def title_of(text: str) -> str:
    """Return the first line that stands as a heading before the story, else the first words.

    First words that are cut off end with an ellipsis.
    """
    found = blocks(text)
    for block, kind in zip(found, kinds(found), strict=True):
        if kind is Kind.HEADING and (words := _on_one_line(block.text)):
            return words
        if kind is Kind.BODY and len(block.text.split()) > LONGEST_LEAD:
            break
    first = next((block.text for block in found if any(char.isalnum() for char in block.text)), text.strip())
    first = re.sub(r"\s+", " ", first)
    if len(first) <= _LONGEST_TITLE:
        return first
    return first[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(",;:–—-") + "…"


def _on_one_line(heading: str) -> str:
    """Return a heading's words without the marks of Markdown; nothing for front matter."""
    return "" if FRONT_MATTER.match(heading) else without_marks(heading)


def date_of(text: str) -> str | None:
    """Return the article's date as ISO, or None where no line says it and nothing else.

    Only lines that are a date, or a byline with one, count: before the story any, later those
    that say "published" or the like. A date in the story never does. When several stand there,
    the one of first publication wins over that of a change.
    """
    found = blocks(text)
    dates: list[tuple[bool, str]] = []
    in_story = False
    for number, block in enumerate(found):
        labelled = bool(_PUBLISHED.search(block.text))
        if labelled or not (in_story or number >= HEAD):
            date = _byline_date(block.text)
            if date:
                dates.append((not _FIRST_PUBLISHED.search(block.text), date))
        in_story = in_story or len(block.text.split()) > LONGEST_LEAD
    if dates:
        return min(dates, key=lambda each: each[0])[1]
    return next((date for block in found[:HEAD] if (date := _dateline_date(block.text))), None)


def _byline_date(line: str) -> str | None:
    match = DATE.search(line)
    if match is None or len(line) > 160:
        return None
    rest = line[: match.start()] + " " + DATE.sub(" ", line[match.end() :])
    if BESIDE.sub("", _AUTHOR.sub("", rest)).strip():
        return None
    return iso_of(match)


def _dateline_date(line: str) -> str | None:
    """Return the date before the dash that opens a news agency's story."""
    match = DATE.search(line, 0, 100)
    if match is None or not _DATELINE.fullmatch(line[: match.start()]):
        return None
    return iso_of(match) if _AFTER_DATELINE.match(line, match.end()) else None
