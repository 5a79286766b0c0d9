"""The notes of an export: each citation numbered once, in the order of mention."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.kept import Conversation, KeptCitation
from tui.visible import visible

SAFE_URL = re.compile(r"https?://[^\s<>\"\\]+", re.IGNORECASE)
"""An address that a reader may follow; an article could name a ``javascript:`` one."""
# Not the blanks of other alphabets, nor one that must not break: those are part of the words.
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")


class Notes:
    """Numbers citations from 1; the same words at the same place keep their number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self.citations: list[KeptCitation] = []

    def number(self, citation: KeptCitation) -> int:
        """Return the citation's number."""
        key = (citation.reference, citation.quote)
        if key not in self._numbers:
            self.citations.append(citation)
            self._numbers[key] = len(self.citations)
        return self._numbers[key]

    def numbers(self, citations: Iterable[KeptCitation]) -> tuple[int, ...]:
        """Return the citations' numbers, none twice."""
        return tuple(dict.fromkeys(self.number(citation) for citation in citations))


def running(text: str) -> str:
    """Return the text as running text: blanks and line ends made one blank, controls made visible."""
    return visible(_BLANKS.sub(" ", text).strip())


def url_of(citation: KeptCitation) -> str | None:
    """Return the address of a citation's article where a reader may follow it."""
    return citation.url if citation.url and SAFE_URL.fullmatch(citation.url) else None


def title_of(citation: KeptCitation) -> str:
    """Return the title of a citation's article, its file where it has none."""
    return running(citation.title) or running(citation.source)


def about(conversation: Conversation) -> str:
    """Return one sentence on a conversation: how much was asked, when."""
    count = len(conversation.turns)
    questions = "1 question" if count == 1 else f"{count} questions"
    first, last = f"{conversation.created:%Y-%m-%d}", f"{conversation.changed:%Y-%m-%d}"
    return f"{questions}, {first}" + (f" to {last}" if last != first else "")
