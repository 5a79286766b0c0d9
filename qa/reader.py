"""What a reader promises: a question and passages in, candidate spans out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from index.passages import Passage


@dataclass(frozen=True, slots=True)
class Span:
    """A candidate answer inside one passage.

    ``start`` and ``end`` are offsets into the *article's* text, the end exclusive, and
    never leave the passage. ``score`` is the lead over "this passage does not answer", in
    logits of the reader: comparable between passages, above 0 when the reader would answer.
    """

    passage: Passage
    start: int
    end: int
    score: float

    @property
    def text(self) -> str:
        """The span's words, verbatim."""
        return self.passage.text[self.start - self.passage.start : self.end - self.passage.start]

    @property
    def before(self) -> str:
        """What the passage says before the span."""
        return self.passage.text[: self.start - self.passage.start]


class Reader(Protocol):
    """Finds in each passage the words that best answer the question."""

    def read(self, question: str, passages: Sequence[Passage]) -> list[Span]:
        """Return candidate spans, best first; up to a few per passage, possibly none.

        The same question and passages always give the same spans; equal scores keep
        the order of the passages.
        """
        ...
