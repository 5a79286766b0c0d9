"""Looking up: from a reference to its place, and from a quote to where it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from index.articles import Article
from index.errors import UsageError
from index.library import Library

_BY_OFFSETS = re.compile(r"(?P<source>.+)#(?P<start>\d+)-(?P<end>\d+)", re.DOTALL)
_BY_LINE = re.compile(r"(?P<source>.+):(?P<line>\d+)", re.DOTALL)
_FORMS = "a reference is source#start-end or source:line"
# Quote marks, dashes and the like that typewriters and word processors exchange.
_EXCHANGED = str.maketrans("‘’‚‛′`´“”„‟″«»‹›‐‑‒–—―−", "'''''''\"\"\"\"\"\"\"''-------")
# Passages searched for the nearest wording of a quote that stands nowhere.
_SEARCHED = 30
# Least likeness (rapidfuzz's partial ratio, 0..100) of a wording worth showing: about one
# letter in four may differ; below that unlike sentences begin to be found.
_LEAST_LIKENESS = 75.0
# More places of one quote than this are no help to anyone.
_MOST_PLACES = 50


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
    return [place for place, _ in zip(places, range(_MOST_PLACES), strict=False)]


def _check_offsets(article: Article, start: int, end: int) -> None:
    size = len(article.text)
    if start >= end:
        raise UsageError(
            f"#{start}-{end} holds no character: the end is exclusive and comes after the start."
        )
    if end > size:
        raise UsageError(f"{article.source} has {size} characters; #{start}-{end} lies beyond its end.")


def _line(article: Article, number: int) -> tuple[int, int]:
    lines = article.text.split("\n")
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
    needle, _ = _fold(wanted)
    if not needle:
        return
    for article in articles:
        text, origins = _fold(article.text)
        at = text.find(needle)
        while at >= 0:
            start, end = _span(article.text, origins, at, at + len(needle))
            yield _place(library, article, start, end, Match.FOLDED)
            at = text.find(needle, at + len(needle))


def _nearest(library: Library, wanted: str) -> list[Place]:
    """Return the likest wording among the articles that a search for the quote ranks best."""
    from rapidfuzz import fuzz  # only a quote that stands nowhere needs it

    needle, _ = _fold(wanted)
    sources = dict.fromkeys(hit.passage.source for hit in library.search(wanted, _SEARCHED).hits)
    best: Place | None = None
    cutoff = _LEAST_LIKENESS
    for source in sources:
        article = library.article(source)
        text, origins = _fold(article.text)
        found = fuzz.partial_ratio_alignment(needle, text, score_cutoff=cutoff)
        if found is None or found.dest_start >= found.dest_end or (best and found.score <= cutoff):
            continue
        start, end = _span(article.text, origins, found.dest_start, found.dest_end)
        start, end = _whole_words(article.text, start, end)
        if start < end:
            cutoff = found.score
            best = _place(library, article, start, end, Match.NEAREST, found.score / 100)
    return [best] if best else []


def _fold(text: str) -> tuple[str, list[int]]:
    """Return the text without differences of case, accents, blanks and marks, and its origins.

    The origins are, for each character of the folded text, where it stands in ``text``.
    """
    folded: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(text.translate(_EXCHANGED)):
        if character.isspace():
            if folded and folded[-1] != " ":
                folded.append(" ")
                origins.append(at)
            continue
        for part in character.casefold() if character.isascii() else _bare(character):
            folded.append(part)
            origins.append(at)
    if folded and folded[-1] == " ":
        folded.pop()
        origins.pop()
    return "".join(folded), origins


def _bare(character: str) -> str:
    """Return the character folded and without its accents; nothing for a combining mark."""
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    return "".join(part for part in decomposed if not unicodedata.combining(part) and not part.isspace())


def _span(text: str, origins: list[int], low: int, high: int) -> tuple[int, int]:
    """Return the slice of the text that folded to ``[low:high]``, accents of its last letter included."""
    end = origins[high - 1] + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return origins[low], end


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a slice so that no word is cut, and drop blanks at its ends."""
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
