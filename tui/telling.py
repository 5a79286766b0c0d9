"""What an export tells of a conversation, in its order: the one walk that every form is written by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from tui.crediting import listed, names_nowhere
from tui.kept import KeptAnswer, KeptCitation, KeptTurn
from tui.notes import Notes

Numbers = Sequence[int]
"""The notes that something refers to."""


class Writer(Protocol):
    """How the pieces of a turn are written."""

    def question(self, text: str) -> str:
        """Write what was asked."""
        ...

    def understood(self, text: str) -> str:
        """Write the question as it was answered, where that differs."""
        ...

    def looked_in(self, articles: str) -> str:
        """Write which articles the question was looked up in, where that is not all."""
        ...

    def remark(self, text: str) -> str:
        """Write a sentence of ours about what is told; it needs no escaping."""
        ...

    def answer(self, words: Sequence[str], notes: Numbers, support: float, whose: KeptCitation | None) -> str:
        """Write the words of an answer, and ``whose`` they are, where that matters."""
        ...

    def sentence(self, citation: KeptCitation, notes: Numbers) -> str:
        """Write the sentence that a quote stands in."""
        ...

    def silence(self, text: str) -> str:
        """Write what is said when nothing is answered."""
        ...

    def missing(self, words: Sequence[str]) -> str:
        """Write which words no passage holds."""
        ...

    def nearest(self, passages: Sequence[tuple[KeptCitation, Numbers]]) -> str:
        """Write the passages that came closest."""
        ...


def told(turn: KeptTurn, writer: Writer, notes: Notes) -> Iterator[str]:
    """Yield the pieces of a turn as a form writes them, its citations numbered in ``notes``."""
    yield writer.question(turn.question)
    if turn.understood_as and turn.understood_as != turn.question:
        yield writer.understood(turn.understood_as)
    if turn.answer and turn.answer.looked_in:
        yield writer.looked_in(listed(turn.answer.looked_in))
    if turn.answer is None:
        yield writer.remark("Not answered.")
    elif turn.answer.answered:
        yield from _answer(turn.question, turn.answer, writer, notes)
    else:
        yield from _silence(turn.answer, writer, notes)


def _answer(question: str, answer: KeptAnswer, writer: Writer, notes: Notes) -> Iterator[str]:
    credit = bool(answer.opinions)
    if credit:
        yield writer.remark("This is a matter of opinion.")
    if answer.disagreements:
        yield writer.remark("The articles disagree.")
    yield from _side(answer.citations, answer.support, writer, notes, credit=credit)
    for side in answer.others:
        yield from _side(side.citations, side.support, writer, notes, credit=credit)
    if answer.rests_on:
        yield writer.remark("This rests on:")
    for citation in answer.rests_on:
        yield writer.sentence(citation, notes.numbers([citation]))

    if names := names_nowhere(question, answer.missing):
        yield writer.missing(names)


def _side(
    citations: Sequence[KeptCitation], support: float, writer: Writer, notes: Notes, *, credit: bool
) -> Iterator[str]:
    """Yield one answer, its words each differently said once, and the sentences they stand in."""
    words = list(dict.fromkeys(citation.quote for citation in citations))
    yield writer.answer(words, notes.numbers(citations), support, citations[0] if credit else None)
    for sentence in dict.fromkeys(citation.sentence for citation in citations):
        standing = [citation for citation in citations if citation.sentence == sentence]
        yield writer.sentence(standing[0], notes.numbers(standing))


def _silence(answer: KeptAnswer, writer: Writer, notes: Notes) -> Iterator[str]:
    yield writer.silence(answer.reply or "The articles do not say.")
    if answer.missing:
        yield writer.missing(answer.missing)
    if answer.nearest:
        yield writer.nearest([(citation, notes.numbers([citation])) for citation in answer.nearest])
