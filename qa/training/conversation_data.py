"""Conversations with human rewritings, as the turns that answering would have had."""

from __future__ import annotations

import gzip
import json
import random
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.articles import Article
from qa.answer import Answer, Citation
from qa.conversation import rank
from qa.followups.reading_ranker import Ranker
from qa.turns import Turn

# What the assistants of these sets say when they have no answer.
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)\s*\Z")
_NO_ANSWER = ("i don't know.", "i don't know", "cannotanswer")


@dataclass(frozen=True, slots=True)
class Articles:
    """A collection of the articles a conversation is about; empty where the set names none."""

    articles: Mapping[str, Article]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question, what was said before it, and what a person made of it.

    ``said`` alternates questions and answers, an answer being None where there is none;
    ``group`` is shared by the questions of one conversation.
    """

    id: str
    question: str
    rewrite: str
    said: tuple[tuple[str, str | None], ...]
    collection: Articles
    group: str
    history: tuple[str, ...]

    @property
    def stands_alone(self) -> bool:
        """Whether the person left the question as it was, but for case and marks."""
        return plain(self.question) == plain(self.rewrite)

    @property
    def held_out(self) -> bool:
        """Whether the conversation is kept from training, three in ten, for measuring."""
        return zlib.crc32(self.group.encode()) % 10 < 3


def plain(text: str) -> str:
    """Return the text's letters and digits, lower-case, to compare wordings by."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower().replace("'", "")).split())


def read_exchanges(path: Path) -> list[Exchange]:
    """Read a set of conversations (JSON lines, gzipped): ``id``, ``history``, ``question``, ``rewrite``.

    ``canard`` histories begin with a page's and a section's title, of which the page's is
    taken for a first question, for it is what the conversation is about; those and ``gecor`` and
    ``ikat`` histories alternate questions and answers, ``cast`` ones are questions only.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [_exchange(row, path.name) for row in rows]


def _exchange(row: Mapping[str, object], name: str) -> Exchange:
    history = [str(said) for said in row["history"]]  # type: ignore[attr-defined]
    titles, said = (history[:2], history[2:]) if "canard" in name else ([], history)
    if "cast" in name:
        pairs: list[tuple[str, str | None]] = [(question, None) for question in said]
    else:
        pairs = [(said[at], _answer(said, at + 1)) for at in range(0, len(said), 2)]
    if titles:
        pairs = [(_IN_BRACKETS.sub("", titles[0]), None), *pairs]
    return Exchange(
        id=str(row["id"]),
        question=str(row["question"]),
        rewrite=str(row["rewrite"]),
        said=tuple(pairs),
        collection=Articles({}),
        group=" ".join(history[:2]) if history else str(row["question"]),
        history=tuple(history),
    )


def _answer(said: Sequence[str], at: int) -> str | None:
    return said[at] if at < len(said) and said[at].lower() not in _NO_ANSWER else None


def turns_before(exchange: Exchange, ranker: Ranker, known: dict[tuple[object, ...], str]) -> list[Turn]:
    """Return the turns before the exchange's question, each understood by ``ranker``.

    ``known`` keeps what was understood, so that a conversation is understood once.
    """
    turns: list[Turn] = []
    page = Article("said", "", "\n".join(answer for _, answer in exchange.said if answer))
    for number, (question, answer) in enumerate(exchange.said):
        key = (exchange.group, exchange.said[: number + 1])
        if key not in known:
            known[key] = rank(question, turns, exchange.collection, ranker)[0].text
        turns.append(Turn(question, known[key], _as_answer(question, answer, page)))
    return turns


def _as_answer(question: str, words: str | None, page: Article) -> Answer | None:
    if not words or not words.strip():
        return None
    start = page.text.index(words)
    citation = Citation.at(page, start, start + len(words), (start, start + len(words)), 1.0)
    return Answer(question=question, answered=True, answer=words, support=1.0, citations=(citation,))


def stand_alone(questions: Path, after: Sequence[Exchange], count: int, seed: int) -> Iterator[Exchange]:
    """Yield questions of a reading set that each stand alone, asked in the middle of other conversations.

    Every second one follows questions about its own passage instead, the hardest place to
    leave it alone.
    """
    with gzip.open(questions, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    chosen = random.Random(seed)
    by_context: dict[str, list[dict[str, object]]] = {}
    for row in rows:
        by_context.setdefault(row["context"], []).append(row)
    for number, row in enumerate(chosen.sample(rows, min(count, len(rows)))):
        other = chosen.choice(after)
        said = other.said
        collection = other.collection
        siblings = [r for r in by_context[row["context"]] if r["id"] != row["id"] and r["answers"]]
        if number % 2 and siblings:
            kept = chosen.sample(siblings, min(2, len(siblings)))
            said = tuple((str(r["question"]), str(r["answers"][0]["text"])) for r in kept)  # type: ignore[index]
            collection = Articles({"page": Article("page", "", str(row["context"]))})
        text = str(row["question"])
        flat = tuple(words for pair in said for words in pair if words)
        yield Exchange(f"alone-{row['id']}", text, text, said, collection, f"alone-{number}", flat)
