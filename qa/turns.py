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
