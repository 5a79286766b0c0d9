"""A library: articles, their passages and the engine that ranks them, behind one door."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from index.articles import Article, Skipped, read_articles
from index.errors import UnreadableError
from index.formats import known
from index.passages import Kind, Passage, split
from index.progress import Progress, untold
from index.retriever import Hit, Retriever, Wanted
from index.sentences import sentences
from index.terms import is_function_word, is_name_in, telling, terms, terms_of

if TYPE_CHECKING:
    from index.likeness import Neighbours
    from index.spelling import Speller


# The share of its score that a term counts when it stands for one of like meaning, times how like it is.
# On Cranfield's documents 0.4, 0.7 and 1 do the same (nDCG@10 0.375 to 0.377).
_OF_LIKE_MEANING = 0.7


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought.

    ``terms`` are the index terms that were searched for. ``corrections`` maps a word of the
    query, as typed, to the word searched for instead; ``missing`` holds the words, as typed,
    that no passage has and nothing like them either.
    """

    hits: tuple[Hit, ...] = ()
    terms: tuple[str, ...] = ()
    corrections: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


class Library:
    """A collection of articles that can be searched."""

    def __init__(self, where: Path, read: Iterable[Article | Skipped]) -> None:
        """Take in what was read; use ``open`` for a folder and ``of`` for articles that are made."""
        articles: dict[str, Article] = {}
        skipped: list[Skipped] = []
        self._of_source: dict[str, list[Passage]] = {}
        for each in read:
            if isinstance(each, Skipped):
                skipped.append(each)
            else:
                articles[each.source] = each
                self._of_source[each.source] = split(each)
        self.where = where
        self.articles: Mapping[str, Article] = articles
        self.skipped: Sequence[Skipped] = tuple(skipped)
        self.passages: Sequence[Passage] = tuple(each for of in self._of_source.values() for each in of)
        self._engine: Retriever | None = None

    @classmethod
    def open(cls, where: Path, progress: Progress = untold) -> Library:
        """Read the articles of a folder, or the one of a file.

        ``progress`` counts the files: see ``index.articles.read_articles``. Raises
        UnreadableError when there is nothing there that can be read.
        """
        library = cls(where, read_articles(where, progress))
        if not library.articles:
            raise UnreadableError(_nothing(where, library.skipped))
        return library

    @classmethod
    def of(cls, articles: Iterable[Article]) -> Library:
        """Make a library of articles that are in memory already; there may be none."""
        return cls(Path(), articles)

    def index(self, progress: Progress = untold) -> Retriever:
        """Return what ranks the passages: made by the first call, or search; ``progress`` counts them."""
        if self._engine is None:
            # NumPy alone takes 0.1 s to import: paid by the first search, not by looking up a place.
            from index.memory import MemoryRetriever

            self._engine = MemoryRetriever(self.passages, progress)
        return self._engine

    def article(self, source: str) -> Article:
        """Return the article of that source.

        Raises UnreadableError, with the nearest names, when there is none.
        """
        try:
            return self.articles[source]
        except KeyError:
            raise UnreadableError(self._unknown(source)) from None

    def passages_of(self, source: str) -> list[Passage]:
        """Return the passages of one article, in order; raises UnreadableError if there is none."""
        return list(self._of_source[self.article(source).source])

    def search(
        self,
        query: str,
        k: int,
        *,
        kinds: Collection[Kind] | None = None,
        sources: Collection[str] | None = None,
    ) -> Found:
        """Return the ``k`` best passages for a query in words, of these kinds and articles or of any.

        A word finds those of like meaning too, which count less; a name does not. Words that no passage
        holds, nor any of like meaning, are replaced by the nearest ones that some passage holds.
        """
        sought: dict[str, None] = {}
        wanted: list[Wanted] = []
        corrections: dict[str, str] = {}
        missing: dict[str, None] = {}
        for word in telling(query):
            is_name = is_name_in(query, word)
            held = [term for term in terms_of(word) if self.holds(term)]
            instead = [] if held or is_name else [like for t in terms_of(word) if (like := self._like(t))]
            if not held and not instead:
                if is_function_word(word) and not is_name:
                    continue
                nearest = self._speller.nearest(word, is_name=is_name)
                if nearest is not None:
                    corrections[word] = nearest
                    held = [] if is_function_word(nearest) else [t for t in terms(nearest) if self.holds(t)]
            if not held and word not in corrections:
                missing[word] = None
            wanted += instead
            wanted += (
                {term: 1.0} | ({} if is_name else self._like(term)) for term in held if term not in sought
            )
            sought.update(dict.fromkeys(held))
        return Found(self._ranked(wanted, k, kinds, sources), tuple(sought), corrections, tuple(missing))

    def sentence_at(self, source: str, start: int, end: int) -> tuple[int, int]:
        """Return the span of the sentences that the slice ``start:end`` of an article touches.

        It never leaves the passage in which the slice begins. A slice that begins between two
        passages is its own sentence.
        """
        of = self._of_source[self.article(source).source]
        at = bisect_right(of, start, key=lambda passage: passage.start) - 1
        if at < 0 or start >= of[at].end:
            return start, end
        passage = of[at]
        touched = [
            (passage.start + first, passage.start + last)
            for first, last in sentences(passage.text)
            if passage.start + last > start and passage.start + first < end
        ]
        spans = [(start, min(end, passage.end)), *touched]
        return min(first for first, _ in spans), max(last for _, last in spans)

    def holds(self, term: str) -> bool:
        """Tell whether any passage holds the index term."""
        return self.index().holds(term)

    def rarity(self, term: str) -> float:
        """Return the index term's inverse document frequency, above 0."""
        return self.index().rarity(term)

    def _like(self, term: str) -> dict[str, float]:
        """Return the collection's terms that mean about the same, and what of their scores counts."""
        return {other: _OF_LIKE_MEANING * how for other, how in self._neighbours.of(term).items()}

    def _ranked(
        self,
        wanted: Sequence[Wanted],
        k: int,
        kinds: Collection[Kind] | None,
        sources: Collection[str] | None,
    ) -> tuple[Hit, ...]:
        if kinds is None and sources is None:
            return tuple(self.index().search(wanted, k))
        # Engines rank all passages: ask for more until enough of these kinds and articles are there.
        asked = 2 * k
        while True:
            ranked = self.index().search(wanted, asked)
            fitting = [
                hit
                for hit in ranked
                if (kinds is None or hit.passage.kind in kinds)
                and (sources is None or hit.passage.source in sources)
            ]
            if len(fitting) >= k or len(ranked) < asked:
                return tuple(fitting[:k])
            asked *= 4

    @cached_property
    def _neighbours(self) -> Neighbours:
        from index.likeness import Neighbours  # NumPy: as above

        return Neighbours(self.index().vocabulary)

    @cached_property
    def _speller(self) -> Speller:
        # Needed only for words that the collection lacks.
        from index.spelling import Speller

        return Speller(passage.text for passage in self.passages)

    def _unknown(self, source: str) -> str:
        from rapidfuzz import process

        nearest = [
            name for name, _, _ in process.extract(source, list(self.articles), limit=3, score_cutoff=50)
        ]
        hint = f"did you mean {' or '.join(nearest)}?" if nearest else "osmosis search shows what there is."
        return f"There is no article {source}: {hint}"


def _nothing(where: Path, skipped: Sequence[Skipped]) -> str:
    if where.is_file() and skipped:
        return f"{where} cannot be read: {skipped[0].reason}"
    why = f" ({skipped[0].source}: {skipped[0].reason})" if skipped else ""
    return f"There is no article in {where}{why}: put {known()} files there."
