"""Collections to ask questions of: small libraries in which some questions have an answer and some have none.

Each collection holds about half of the contexts that its questions were asked of; the other half was
taken away, and what stays is other contexts of the same set: any, those nearest to the questions (by
BM25), or those of the same title. The last two are what a folder about one subject is, and the hardest
to be silent about.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import cycle, zip_longest
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from index.articles import Article
from index.library import Library
from index.memory import MemoryRetriever
from index.passages import Kind, Passage
from index.retriever import Wanted
from index.terms import query_terms
from qa.training.roughen import roughen
from qa.training.rows import Row
from qa.training.yes_no import yes_no_questions

# Contexts in a collection beside those asked of: from a handful of articles to a small library.
SIZES = (5, 15, 40, 120)
# Questions of a collection, in all; contexts are taken until there are so many.
QUESTIONS = 8
# Questions of one context: more would tell little more.
QUESTIONS_A_CONTEXT = 4
# Paragraphs of an article: most sets have short ones, folders of articles long ones too.
_PARAGRAPHS = (1, 1, 3, 8)
# The share of questions asked as typed in a hurry.
_MISSPELT, _TELEGRAPHIC = 0.04, 0.08
# The share of questions that become yes/no questions, of those that can.
_YES_NO = 0.3
# Contexts that begin or end with the same characters are the same one.
_SAME = 60
_BETWEEN_PARAGRAPHS = "\n\n"


class Arrangement(StrEnum):
    """Which other contexts a collection holds."""

    ANY = "any"
    NEAREST = "nearest"
    TITLED = "same title"


class Place(NamedTuple):
    """The slice of an article that was the question's context."""

    source: str
    start: int
    end: int


class Asked(BaseModel):
    """A question; ``golds`` are its right answers, and ``place`` is where, None if nowhere in the collection.

    A question of a context that holds no answer has a place and no golds.
    """

    model_config = ConfigDict(frozen=True)
    question: str
    golds: tuple[str, ...]
    place: Place | None

    @property
    def answerable(self) -> bool:
        """Whether the collection holds the answer."""
        return bool(self.golds) and self.place is not None


class Text(BaseModel):
    """An article of a collection."""

    model_config = ConfigDict(frozen=True)
    source: str
    title: str
    text: str


class Collection(BaseModel):
    """Articles and the questions to ask of them; ``name`` is the set they come from."""

    model_config = ConfigDict(frozen=True)
    name: str
    arrangement: Arrangement
    size: int
    texts: tuple[Text, ...]
    asked: tuple[Asked, ...]

    def library(self) -> Library:
        """Return the articles as a library."""
        return Library.of(
            Article(source=each.source, title=each.title, text=each.text) for each in self.texts
        )


@dataclass(frozen=True, slots=True)
class Shelf:
    """One set: the rows whose questions are asked, and the contexts to fill collections with, by title."""

    name: str
    rows: Sequence[Row]
    pool: dict[str, str]

    @classmethod
    def of(cls, name: str, rows: Sequence[Row], asked: Sequence[Row]) -> Shelf:
        """Make the shelf of a set of which ``asked`` are the rows to ask."""
        return cls(name, asked, {row.context: row.title.replace("_", " ") for row in rows})


def collections(shelf: Shelf, chance: random.Random, *, in_a_hurry: bool) -> Iterator[Collection]:
    """Yield the collections of a shelf, two for each few contexts.

    The contexts that the one holds are those taken away from the other, so that each answerable
    row is asked twice, once in vain; a row without an answer is asked where its context is.
    Some questions are asked misspelt, as telegrams or for a yes or no when ``in_a_hurry``.
    """
    fill = _Filling(shelf, chance, in_a_hurry=in_a_hurry)
    sizes = cycle(chance.sample(SIZES, len(SIZES)))
    nearest = Arrangement.TITLED if any(shelf.pool.values()) else Arrangement.NEAREST
    # Three, so that each meets all four sizes.
    arrangements = cycle((nearest, Arrangement.NEAREST, Arrangement.ANY))
    for by_context in _chunks(shelf.rows, shelf.pool, chance):
        contexts = list(by_context)
        for present in (contexts[::2], contexts[1::2]):
            rows = [row for of in by_context.values() for row in of if row.answers or row.context in present]
            if rows:
                yield fill(next(arrangements), next(sizes), rows, present)


def _chunks(
    rows: Sequence[Row], titles: Mapping[str, str], chance: random.Random
) -> Iterator[dict[str, list[Row]]]:
    """Yield a few contexts with their rows at a time, those of one title together."""
    by_context: dict[str, list[Row]] = {}
    for row in chance.sample(rows, len(rows)):
        of = by_context.setdefault(row.context, [])
        if len(of) < QUESTIONS_A_CONTEXT:
            of.append(row)
    chunk: dict[str, list[Row]] = {}
    for context in sorted(by_context, key=lambda context: titles[context]):
        chunk[context] = by_context[context]
        if sum(map(len, chunk.values())) >= QUESTIONS:
            yield chunk
            chunk = {}
    if chunk:
        yield chunk


class _Filling:
    """Makes collections from the contexts of one shelf."""

    def __init__(self, shelf: Shelf, chance: random.Random, *, in_a_hurry: bool) -> None:
        self._shelf = shelf
        self._chance = chance
        self._in_a_hurry = in_a_hurry
        self._contexts = sorted(shelf.pool)
        self._engine = MemoryRetriever(
            [Passage(str(place), 0, len(text), Kind.BODY, text) for place, text in enumerate(self._contexts)]
        )

    def __call__(
        self, arrangement: Arrangement, size: int, rows: Sequence[Row], present: Sequence[str]
    ) -> Collection:
        """Make a collection of ``present`` and about ``size`` other contexts than the rows'."""
        known = {mark for row in rows for mark in _marks(row.context)}
        others: list[str] = []
        for context in self._others(arrangement, size, rows):
            if not known.intersection(_marks(context)):
                others.append(context)
                known.update(_marks(context))
            if len(others) == size:
                break
        texts, places = self._articles([*present, *others], sort=arrangement is Arrangement.TITLED)
        asked = tuple(
            Asked(
                question=self._asked(row),
                golds=tuple(answer.text for answer in row.answers),
                place=places.get(row.context),
            )
            for row in rows
        )
        return Collection(name=self._shelf.name, arrangement=arrangement, size=size, texts=texts, asked=asked)

    def _asked(self, row: Row) -> str:
        """Return the row's question, or what people make of one in a hurry."""
        if self._in_a_hurry and self._chance.random() < _YES_NO:
            row = next(iter(yes_no_questions([row], 1, self._chance)), row)
        rough = (_MISSPELT, _TELEGRAPHIC) if self._in_a_hurry else (0.0, 0.0)
        return roughen(row.question, self._chance, misspelt=rough[0], telegraphic=rough[1])

    def _others(self, arrangement: Arrangement, size: int, rows: Sequence[Row]) -> Iterator[str]:
        match arrangement:
            case Arrangement.ANY:
                yield from self._chance.sample(self._contexts, min(2 * size, len(self._contexts)))
            case Arrangement.NEAREST:
                ranked = [self._engine.search(_wanted(row.question), 2 * size) for row in rows]
                yield from (hit.passage.text for hits in zip_longest(*ranked) for hit in hits if hit)
            case Arrangement.TITLED:
                titles = {self._shelf.pool[row.context] for row in rows}
                same = [context for context in self._contexts if self._shelf.pool[context] in titles]
                yield from self._chance.sample(same, len(same))

    def _articles(self, contexts: Sequence[str], *, sort: bool) -> tuple[tuple[Text, ...], dict[str, Place]]:
        """Return articles of one paragraph or several, all of one title, and the contexts' places in them."""
        mixed = self._chance.sample(contexts, len(contexts))
        if sort:
            mixed.sort(key=self._shelf.pool.__getitem__)
        paragraphs = self._chance.choice(_PARAGRAPHS)
        articles: list[list[str]] = []
        for context in mixed:
            title = self._shelf.pool[context]
            if articles and len(articles[-1]) < paragraphs and self._shelf.pool[articles[-1][0]] == title:
                articles[-1].append(context)
            else:
                articles.append([context])
        texts, places = [], {}
        for number, members in enumerate(articles):
            source = f"{number:04}.txt"
            at = 0
            for context in members:
                places[context] = Place(source, at, at + len(context))
                at += len(context) + len(_BETWEEN_PARAGRAPHS)
            title = self._shelf.pool[members[0]]
            texts.append(Text(source=source, title=title, text=_BETWEEN_PARAGRAPHS.join(members)))
        return tuple(texts), places


def _wanted(question: str) -> list[Wanted]:
    """Return a question's terms as they stand, without those of like meaning."""
    return [{term: 1.0} for term in query_terms(question)]


def _marks(context: str) -> tuple[str, str]:
    return context[:_SAME].lower(), context[-_SAME:].lower()
