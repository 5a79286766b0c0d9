"""Who wrote an article, told from the form of the lines around its story.

A wrong author is worse than none: whatever could as well be a section, a place, the maker of
the work that is written about, or the writer of a comment, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.blocks import Block, blocks
from index.dates import DATE
from index.metadata import BESIDE, HEAD, LONGEST_LEAD, PAPER, title_of
from index.person_names import ROLES, is_ordinary, name_end, names_end
from index.shapes import shape

# A note on the author stands among the last blocks; links, forms and a copyright may follow it.
_TAIL = 12
# Longer lines are no bylines.
_LONGEST_BYLINE = 160
_MARKS = "*_~>#[ \t\xa0"
# "Published by" says who publishes, "Directed by" and the like who made what is written about.
_BY = re.compile(
    r"""\b(?P<label>(?:(?:posted|written|reported|reviewed)\s+
          |(?:an?\s+)?(?:words|text|story|report|article|essay|review|feature|column|opinion)\s+)?
        by\s*:?|(?:words|text|author)\s*:)\**\s+\[?""",
    re.IGNORECASE | re.VERBOSE,
)
# Labels that also name the writer of the book or film that an article is about.
_OF_A_WORK = re.compile(r"by|author|written|words|text|story", re.IGNORECASE)
_ABOUT = re.compile(r"about\s+the\s+authors?\b\**\s*[:|–—-]?\**\s*\[?", re.IGNORECASE)
_POSTED = re.compile(r"posted\b", re.IGNORECASE)
_LINKED = re.compile(r"\]\(\S*\)")
# What may stand beside a name: who made the pictures, what the writer is and for whom or where, an
# address, letters after a name, how many have commented.
_BESIDE_NAME = re.compile(
    rf"""(?:\bwith\s+)?\b(?i:drawings|photographs?|photography|photos?|pictures|illustrations?|images|artwork)
          (?:\s+by\b|\s*:)[^|\n]{{2,60}}
      | ,\s*(?:[^\W\d_]+\s+){{0,3}}(?i:{"|".join(sorted(ROLES))})\b
      | \b(?i:{"|".join(sorted(ROLES))})\b
      | \b(?:for|of|in)\s+(?:the\s+)?(?:[^\W\d_a-z][\w'’.&-]*(?:\s+|$))+
      | \S*@\S+ | \b[A-Z]{{2,6}}\b | [*_~\[\]]
      | \b(?i:(?:\d+|no)\s+comments?|(?:leave|add)\s+a\s+comment|reading\s+time)\b""",
    re.VERBOSE,
)
_SEPARATED = re.compile(r"[ \t\xa0]*[|·•—–/]|[ \t\xa0]+-[ \t\xa0]")
_PAPER = re.compile(rf"{PAPER}[ \t\xa0]*")
_DOES = re.compile(r"[ \t\xa0]+(?:is|was|has|writes|covers|lives|works|teaches|reports|edits)\b")
# Lines that name the makers of the book or film that an article is about.
_CREDITS = re.compile(
    r"""\W*(?:title|publisher|pages|isbn|genre|director|cast|stars?|starring|producers?|writers?|screenplay
      |cinematography|music|runtime|running\s+time|translator|illustrator|imprint|label)\s*:
      |\W*(?:directed|produced|screenplay|translated|illustrated|composed|created|edited|narrated
      |published|starring)\b.{0,20}\bby\b""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Byline:
    """A name that a block gives; ``plain`` where the line could as well name the writer of a work."""

    name: str
    block: int
    plain: bool


def author_of(text: str) -> str | None:
    """Return the one author that the lines around the story name, as written there, else None.

    Bylines count before the story ("By Jane Doe", "Jane Doe | March 3, 2019"), right after it,
    and in a note "About the author". Lines that name different persons name none.
    """
    found = blocks(text)
    bylines = [*_before(found), *_after(found)]
    if _has_credits(found):
        bylines = [each for each in bylines if not each.plain]
    names = {" ".join(each.name.casefold().split()) for each in bylines}
    if len(names) != 1 or _is_written_about(bylines, found):
        return None
    first = bylines[0]
    doubtful = first.plain and (
        is_ordinary(first.name, text)
        or shape(first.name).is_page_entry
        or _is_title(first.block, found, text)
    )
    return None if doubtful else first.name


def _before(found: Sequence[Block]) -> Iterator[_Byline]:
    """Yield the bylines before the story, or after the one paragraph that leads into it."""
    paragraphs = 0
    end = _last_paragraph(found)
    for number, block in enumerate(found[: HEAD if end is None else min(HEAD, end)]):
        paragraphs += _is_paragraph(block)
        if paragraphs > 1:
            return
        for line in block.text.splitlines():
            byline = _byline(line, number) or _dated_name(line, number)
            if byline:
                yield byline


def _after(found: Sequence[Block]) -> Iterator[_Byline]:
    """Yield the byline right after the story, and what a note on the author says.

    A dated line there belongs to a comment or to another article.
    """
    last = _last_paragraph(found)
    if last is not None and last + 1 < len(found):
        first = found[last + 1]
        dated = any(
            DATE.search(each.text) for each in found[last + 1 : last + 3] if each.group == first.group
        )
        byline = _byline(first.text, last + 1)
        if byline and not dated:
            yield byline
    for number in range(max(0, len(found) - _TAIL), len(found)):
        line = found[number].text
        about = _ABOUT.match(line, _start(line))
        if about is None:
            continue
        below = found[number + 1].text if number + 1 < len(found) else ""
        alone = not line[about.end() :].strip()
        name = _described(below, _start(below)) if alone else _noted(line, about.end())
        if name:
            yield _Byline(name, number, plain=False)


def _byline(line: str, number: int) -> _Byline | None:
    """Return what a line with "by" or the like gives that says nothing else but dates and roles."""
    by = _BY.search(line) if len(line) <= _LONGEST_BYLINE else None
    if by is None or not _says_no_more(line[: by.start()]):
        return None
    # As pages say who posted something and when, which may be by one name.
    posted = _POSTED.match(line, _start(line)) and DATE.search(line)
    end = names_end(line, by.end(), 1 if posted else 2)
    if end is None or not _says_no_more(line[_after_paper(line, end) :]):
        return None
    plain = not posted and bool(_OF_A_WORK.match(by["label"]))
    return _Byline(line[by.end() : end], number, plain)


def _after_paper(line: str, end: int) -> int:
    """Return where the date begins that stands behind a paper's name: "— The Lund Courier, 3 May 2019"."""
    paper = _PAPER.match(line, end)
    return paper.end() if paper and DATE.match(line, paper.end()) else end


def _dated_name(line: str, number: int) -> _Byline | None:
    """Return the name of a line that is a name, a mark that separates, and a date."""
    start = _start(line)
    end = name_end(line, start, 2) if len(line) <= _LONGEST_BYLINE else None
    if end is None or not _SEPARATED.match(line, end):
        return None
    if not DATE.search(line, end) or not _says_no_more(line[end:]):
        return None
    return _Byline(line[start:end], number, plain=True)


def _noted(line: str, start: int) -> str | None:
    """Return the name after "About the author": alone on its line, or with what that person does."""
    end = names_end(line, start, 1)
    if end is not None and _says_no_more(line[end:]):
        return line[start:end]
    return _described(line, start)


def _described(line: str, start: int) -> str | None:
    """Return the name with which a note begins that says what that person is or does."""
    end = name_end(line, start, 2)
    if end is None:
        return None
    linked = _LINKED.match(line, end)
    return line[start:end] if _DOES.match(line, linked.end() if linked else end) else None


def _says_no_more(beside: str) -> bool:
    """Tell whether what stands beside the name is but dates, roles, addresses and marks."""
    beside = _BESIDE_NAME.sub(" ", DATE.sub(" ", _LINKED.sub(" ", beside)))
    return not BESIDE.sub("", beside).strip()


def _is_written_about(bylines: Sequence[_Byline], found: Sequence[Block]) -> bool:
    """Tell whether the story speaks of the person: then the line may well name its subject.

    A last paragraph that begins with the name is a note on the author.
    """
    name = bylines[0].name
    surname = re.compile(rf"\b{re.escape(name.split()[-1])}(?!\w)", re.IGNORECASE)
    noted = (n for n, block in enumerate(found) if _ABOUT.match(block.text, _start(block.text)))
    story = [block.text for block in found[: next(noted, None)] if _is_paragraph(block)]
    if story and story[-1].lstrip(_MARKS).casefold().startswith(name.casefold()):
        story.pop()
    return any(surname.search(text) for text in story)


def _has_credits(found: Sequence[Block]) -> bool:
    """Tell whether lines around the story name the makers of what it is about."""
    around = (block.text for block in (*found[:HEAD], *found[-_TAIL:]) if not _is_paragraph(block))
    return any(_CREDITS.match(line) for text in around for line in text.splitlines())


def _is_title(number: int, found: Sequence[Block], text: str) -> bool:
    """Tell whether the article's beginning has no other title than this block."""
    beginning = text[: found[min(HEAD, len(found) - 1)].end]
    return " ".join(found[number].text.split()).startswith(title_of(beginning).removesuffix("…"))


def _last_paragraph(found: Sequence[Block]) -> int | None:
    return max((number for number, block in enumerate(found) if _is_paragraph(block)), default=None)


def _is_paragraph(block: Block) -> bool:
    return len(block.text.split()) > LONGEST_LEAD


def _start(line: str) -> int:
    """Return where the words of a line begin, after the marks of Markdown."""
    return len(line) - len(line.lstrip(_MARKS))
