"""The records of a kept conversation, which need no article to be read again.

``Conversation`` holds ``KeptTurn``s, each a question with its ``KeptAnswer``, which holds
``KeptCitation``s: what ``qa.answer`` made, as plain words and numbers. They are parsed
leniently: fields a later version adds are kept as they are and written back.

    turn = KeptTurn.of(answer)                  # from a live answer
    conversation = Conversation.begun([turn])   # in memory; tui.history keeps it
    conversation.turns_in(library.articles)     # to go on with it
    citation.place_in(article)                  # where a kept quote stands now, if it does
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final, Literal, Self

from pydantic import AliasChoices, AliasPath, AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from index.articles import Article
from qa.answer import Answer, ArticleName, Citation, Side
from qa.turns import Turn

SCHEMA_VERSION: Final = 1
TITLE_LENGTH = 80
"""Characters of the first question that make a title: a line of a terminal."""

REMEMBERED = 20
"""Turns that a follow-up is understood in the light of; going on need not read every source again."""


def _now() -> datetime:
    return datetime.now(UTC)


class _Kept(BaseModel):
    """A record that loses nothing it does not know; made of what was answered, it takes what it names."""

    model_config = ConfigDict(frozen=True, extra="allow", from_attributes=True)


class KeptCitation(_Kept):
    """A quote and where it stood when it was cited; ``reference`` is as ``osmosis cite`` takes it."""

    reference: str
    source: str
    start: int = Field(ge=0)
    end: int
    quote: str = Field(min_length=1)
    sentence: str
    sentence_start: int = Field(ge=0)
    sentence_end: int
    line: int = Field(ge=1)
    title: str = ""
    author: str | None = None
    published: str | None = None
    url: str | None = Field(None, validation_alias=AliasChoices("url", AliasPath("article", "url")))
    support: float = Field(default=0.0, ge=0, le=1)

    @model_validator(mode="after")
    def _of_one_place(self) -> Self:
        if self.reference != f"{self.source}#{self.start}-{self.end}":
            raise ValueError(f"{self.reference} is not where its quote stands")
        inside = slice(self.start - self.sentence_start, self.end - self.sentence_start)
        if self.start < self.sentence_start or self.sentence[inside] != self.quote:
            raise ValueError(f"the quote of {self.reference} does not stand in its sentence")
        return self

    def place_in(self, article: Article) -> tuple[int, int] | None:
        """Return the offsets at which the quote stands in the article as it is now.

        That is where it stood, or, in an article that has changed, the one place where
        its whole sentence stands; None where there is none or several.
        """
        at = self.sentence_start
        if not article.text.startswith(self.sentence, at):
            at = article.text.find(self.sentence)
            if at < 0 or article.text.find(self.sentence, at + 1) >= 0:
                return None
        start = at + self.start - self.sentence_start
        return start, start + len(self.quote)

    def citation_in(self, article: Article) -> Citation | None:
        """Return the citation in the article as it is now, None where it no longer stands."""
        place = self.place_in(article)
        if place is None:
            return None
        sentence_start = place[0] - (self.start - self.sentence_start)
        sentence = (sentence_start, sentence_start + len(self.sentence))
        return Citation.at(article, *place, sentence, self.support)


class KeptSide(_Kept):
    """Another answer: one of a disagreement, or an opinion."""

    answer: str
    support: float = Field(default=0.0, ge=0, le=1)
    citations: tuple[KeptCitation, ...] = ()


class KeptAnswer(_Kept):
    """What was answered, field for field as in ``qa.answer.Answer``."""

    looked_in: tuple[ArticleName, ...] = ()
    answered: bool
    answer: str | None = None
    support: float = Field(default=0.0, ge=0, le=1)
    citations: tuple[KeptCitation, ...] = ()
    disagreements: tuple[KeptSide, ...] = ()
    opinions: tuple[KeptSide, ...] = ()
    rests_on: tuple[KeptCitation, ...] = ()
    nearest: tuple[KeptCitation, ...] = ()
    corrections: dict[str, str] = {}
    missing: tuple[str, ...] = ()
    reply: str | None = None

    @property
    def others(self) -> tuple[KeptSide, ...]:
        """What is said beside the answer, in the order in which it is numbered on."""
        return (*self.disagreements, *self.opinions)


class KeptTurn(_Kept):
    """One question, how it was understood, and what was answered; ``answer`` is None if nothing was."""

    question: str
    understood_as: str | None = None
    asked: AwareDatetime = Field(default_factory=_now)
    answer: KeptAnswer | None = None

    @classmethod
    def of(cls, answer: Answer) -> Self:
        """Return the record of a question that was answered just now."""
        return cls(
            question=answer.question,
            understood_as=answer.understood_as,
            answer=KeptAnswer.model_validate(answer),
        )

    def answer_in(self, articles: Mapping[str, Article]) -> Answer | None:
        """Return the answer with those of its citations that still stand in the articles.

        None where nothing was answered or no source of the answer stands any more.
        """
        kept = self.answer
        if kept is None:
            return None
        citations = _standing(kept.citations, articles)
        if kept.answered and not citations:
            return None
        return Answer(
            question=self.question,
            understood_as=self.understood_as,
            looked_in=kept.looked_in,
            answered=kept.answered,
            answer=citations[0].quote if kept.answered else None,
            support=kept.support,
            citations=citations if kept.answered else (),
            disagreements=_sides(kept.disagreements, articles),
            opinions=_sides(kept.opinions, articles),
            rests_on=_standing(kept.rests_on, articles),
            nearest=_standing(kept.nearest, articles),
            corrections=kept.corrections,
            missing=kept.missing,
            reply=kept.reply,
        )


class Conversation(_Kept):
    """A conversation: its turns, oldest first, and what it is called.

    ``id`` is the name of its file; ``library`` is where its articles were, None
    for those that ship.
    """

    schema_version: Literal[1] = SCHEMA_VERSION
    id: str
    title: str
    library: str | None = None
    created: AwareDatetime
    changed: AwareDatetime
    turns: tuple[KeptTurn, ...] = ()

    @classmethod
    def begun(
        cls, turns: Sequence[KeptTurn] = (), *, library: str | None = None, title: str | None = None
    ) -> Self:
        """Return a new conversation, called by its first question unless a title is given."""
        time = _now()
        return cls(
            id=secrets.token_hex(4),
            title=_title(title or (turns[0].question if turns else "")),
            library=library,
            created=turns[0].asked if turns else time,
            changed=time,
            turns=tuple(turns),
        )

    def with_turns(self, *turns: KeptTurn) -> Self:
        """Return the conversation with these turns added."""
        return self.model_copy(update={"turns": self.turns + turns, "changed": _now()})

    def called(self, title: str) -> Self:
        """Return the conversation under another title; what was last said stays when it was."""
        return self.model_copy(update={"title": _title(title)})

    def turns_in(self, articles: Mapping[str, Article]) -> list[Turn]:
        """Return the latest turns as the answerer takes them, so that the conversation can go on.

        At most ``REMEMBERED``, oldest first. An answer whose sources have all changed or gone
        is left out of its turn.
        """
        return [
            Turn(turn.question, turn.understood_as or turn.question, turn.answer_in(articles))
            for turn in self.turns[-REMEMBERED:]
        ]


def _standing(citations: Sequence[KeptCitation], articles: Mapping[str, Article]) -> tuple[Citation, ...]:
    """Return the citations that stand in the articles as they are now."""
    found = []
    for citation in citations:
        article = articles.get(citation.source)
        standing = citation.citation_in(article) if article else None
        if standing:
            found.append(standing)
    return tuple(found)


def _sides(kept: Sequence[KeptSide], articles: Mapping[str, Article]) -> tuple[Side, ...]:
    """Return the other answers of which a source still stands."""
    standing = ((side, _standing(side.citations, articles)) for side in kept)
    return tuple(
        Side(answer=side.answer, support=side.support, citations=citations)
        for side, citations in standing
        if citations
    )


def _title(words: str) -> str:
    """Return the words as one line of at most ``TITLE_LENGTH`` characters."""
    line = " ".join(words.split()) or "Untitled"
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1].rstrip() + "…"
