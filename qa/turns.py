"""Turns of a conversation, and what understanding them needs to know of the collection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from index.articles import Article
from qa.answer import Answer


@dataclass(frozen=True, slots=True)
class Turn:
    """One question, how it was understood, and its answer (None where none was looked for)."""

    question: str
    understood_as: str
    answer: Answer | None = None

    @classmethod
    def of(cls, answer: Answer) -> Turn:
        """Return the turn that ends with this answer."""
        return cls(answer.question, answer.understood_as or answer.question, answer)

    @property
    def said(self) -> str:
        """The answer's words; empty where nothing was answered."""
        return (self.answer.answer or "") if self.answer else ""


class Collection(Protocol):
    """What is asked about; ``index.library.Library`` is one."""

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles by source."""
        ...
