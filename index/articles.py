"""Articles: the documents that are read, cited and never changed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One document.

    ``source`` is its path below the folder it was read from, with forward slashes;
    ``text`` is what every offset and citation points into; ``published`` is an ISO date
    (``2019-03-29``, ``2019-03`` or ``2019``) where the article states one.
    """

    source: str
    title: str
    text: str
    published: str | None = None
    url: str | None = None

    def line_at(self, offset: int) -> int:
        """Return the number, from 1, of the line that holds the character at ``offset``."""
        return self.text.count("\n", 0, offset) + 1


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that could not be read as an article, and why, in one sentence for a person."""

    source: str
    reason: str
