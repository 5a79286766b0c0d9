"""Looking up: from a reference to its place, and from a quote to where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from index.articles import Article
from index.errors import UsageError
from index.library import Library
from qa.quotes import fold, likest, span

_BY_OFFSETS = re.compile(r"(?P<source>.+)#(?P<start>\d{1,12})-(?P<end>\d{1,12})", re.DOTALL)
_BY_LINE = re.compile(r"(?P<source>.+):(?P<line>\d{1,12})", re.DOTALL)
_FORMS = "a reference is source#start-end or source:line"
# Passages searched for the nearest wording of a quote that stands nowhere.
_SEARCHED = 30
# Least likeness (the share of its letters that agree) of a wording worth showing: about one
# letter in four may differ; below that unlike sentences begin to be found.
_LEAST_LIKENESS = 0.75
# More places of one quote than this are no help to anyone.
MOST_PLACES = 50


class Match(StrEnum):
    """How the words of a place match the words looked for."""

    EXACT = "exact"
    FOLDED = "folded"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Place:
    """A slice of an article, with its sentence; ``likeness`` in 0..1 tells a nearest wording's."""

    article: Article
    start: int
    end: int
    sentence: tuple[int, int]
    match: Match = Match.EXACT
    likeness: float = 1.0

    @property
    def quote(self) -> str:
        """The words that stand there."""
        return self.article.text[self.start : self.end]

    @property
    def reference(self) -> str:
        """``source#start-end``."""
        return f"{self.article.source}#{self.start}-{self.end}"

    @property
    def line(self) -> int:
        """The line, from 1, on which the place begins."""
        return self.article.line_at(self.start)


def is_reference(library: Library, text: str) -> bool:
    """Tell whether the text refers to a place; words that end in a time ("at 10:30") name no source."""
    by_line = _BY_LINE.fullmatch(text)
    return bool(_BY_OFFSETS.fullmatch(text) or (by_line and by_line["source"] in library.articles))


def look_up(library: Library, reference: str) -> Place:
    """Return the place of ``source#start-end``, or of the whole line of ``source:line``.

    Raises UsageError when the reference is none or leaves its article, and what
    ``Library.article`` raises when there is no such article.
    """
    if found := _BY_OFFSETS.fullmatch(reference):
        article = library.article(found["source"])
        start, end = int(found["start"]), int(found["end"])
        _check_offsets(article, start, end)
    elif found := _BY_LINE.fullmatch(reference):
        article = library.article(found["source"])
        start, end = _line(article, int(found["line"]))
    else:
        raise UsageError(f"{reference!r} is no reference: {_FORMS}.")
    return _place(library, article, start, end)


def find(library: Library, quote: str) -> list[Place]:
    """Return where the quote stands, at most 50 places in the order of the articles.

    Every exact place; else every one but for blanks, case, accents and quote marks; else the
    nearest wording alone; else nothing. Raises UsageError for an empty quote.
    """
    wanted = quote.strip()
    if not wanted:
        raise UsageError("The quote to look for is empty.")
    articles = library.articles.values()
    return (
        _first(_exact(library, articles, wanted))
        or _first(_folded(library, articles, wanted))
        or _nearest(library, wanted)
    )


def _first(places: Iterator[Place]) -> list[Place]:
    return [place for place, _ in zip(places, range(MOST_PLACES), strict=False)]


def _check_offsets(article: Article, start: int, end: int) -> None:
    size = len(article.text)
    if start >= end:
        raise UsageError(
            f"#{start}-{end} holds no character: the end is exclusive and comes after the start."
        )
    if end > size:
        raise UsageError(f"{article.source} has {size} characters; #{start}-{end} lies beyond its end.")


def _line(article: Article, number: int) -> tuple[int, int]:
    lines = article.text.removesuffix("\n").split("\n")
    if not 1 <= number <= len(lines):
        raise UsageError(
            f"{article.source} has {len(lines)} lines, counted from 1; there is no line {number}."
        )
    line = lines[number - 1]
    start = sum(len(before) + 1 for before in lines[: number - 1])
    if not line.strip():
        raise UsageError(f"Line {number} of {article.source} is blank.")
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _place(
    library: Library,
    article: Article,
    start: int,
    end: int,
    match: Match = Match.EXACT,
    likeness: float = 1.0,
) -> Place:
    first, last = library.sentence_at(article.source, start, end)
    return Place(article, start, end, (min(first, start), max(last, end)), match, likeness)


def _exact(library: Library, articles: Iterable[Article], wanted: str) -> Iterator[Place]:
    for article in articles:
        start = article.text.find(wanted)
        while start >= 0:
            yield _place(library, article, start, start + len(wanted))
            start = article.text.find(wanted, start + len(wanted))


def _folded(library: Library, articles: Iterable[Article], wanted: str) -> Iterator[Place]:
    needle, _ = fold(wanted)
    if not needle:
        return
    for article in articles:
        text, origins = fold(article.text)
        at = text.find(needle)
        while at >= 0:
            start, end = span(article.text, origins, at, at + len(needle))
            yield _place(library, article, start, end, Match.FOLDED)
            at = text.find(needle, at + len(needle))


def _nearest(library: Library, wanted: str) -> list[Place]:
    """Return the likest wording among the articles that a search for the quote ranks best."""
    needle, _ = fold(wanted)
    best: Place | None = None
    for source in dict.fromkeys(hit.passage.source for hit in library.search(wanted, _SEARCHED).hits):
        article = library.article(source)
        found = likest(needle, article.text, _LEAST_LIKENESS)
        if found and (best is None or found[2] > best.likeness):
            best = _place(library, article, found[0], found[1], Match.NEAREST, found[2])
    return [best] if best else []
