"""Passages: slices of an article, at most a paragraph or so, each of one kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a passage is in its page, told from its form."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    MENU = "menu"
    FORM = "form"
    LINK = "link"
    FILE_NAME = "file name"


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of an article: ``article.text[start:end] == text``, the end exclusive."""

    source: str
    start: int
    end: int
    kind: Kind
    text: str

    @property
    def id(self) -> str:
        """The passage's reference, ``source#start-end``."""
        return f"{self.source}#{self.start}-{self.end}"
