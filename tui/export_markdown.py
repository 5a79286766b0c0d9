"""A conversation as Markdown, its sources in footnotes (GitHub's and Pandoc's ``[^1]``)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.own_files import MARKDOWN_MARK
from tui.kept import Conversation, KeptCitation
from tui.notes import Notes, about, running, title_of, url_of
from tui.support import support_word
from tui.telling import Numbers, told

# What CommonMark, GitHub's tables and strikes, and mathematics between dollars would obey.
_OBEYED = re.compile(r"[\\`*_\[\]<#~$|]|&(?=#?\w+;)")
_OBEYED_AT_START = re.compile(r"^(\d{1,9})([.)])|^([-+=>:])")


def escaped(text: str) -> str:
    """Return running text such that Markdown shows just these characters."""
    line = _OBEYED.sub(r"\\\g<0>", running(text))
    return _OBEYED_AT_START.sub(lambda match: f"{match[1] or ''}\\{match[2] or match[3]}", line)


def code(text: str) -> str:
    """Return text as a code span, whatever backticks are in it."""
    line = running(text)
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    blank = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{blank}{line}{blank}{fence}"


def to_markdown(conversation: Conversation) -> str:
    """Return the whole conversation: a heading for each question, footnotes at the end."""
    notes = Notes()
    library = f", asked of {code(conversation.library)}" if conversation.library else ""
    blocks = [MARKDOWN_MARK, f"# {escaped(conversation.title)}", f"{about(conversation)}{library}."]
    for turn in conversation.turns:
        blocks += told(turn, _Markdown(), notes)
    footnotes = [f"[^{number}]: {note(citation)}" for number, citation in enumerate(notes.citations, 1)]
    return "\n\n".join([*blocks, *footnotes]) + "\n"


def credited(citation: KeptCitation) -> str:
    """Return whose words these are: an author in an article, or the article alone."""
    title = f"*{escaped(title_of(citation))}*"
    return f"{escaped(citation.author)} in {title}" if citation.author else title


def note(citation: KeptCitation) -> str:
    """Return a citation as one line: its words, its article, its place."""
    url = url_of(citation)
    parts = [
        f"“{escaped(citation.quote)}”",
        *([escaped(citation.author)] if citation.author else []),
        f"*{escaped(title_of(citation))}*",
        *([escaped(citation.published)] if citation.published else []),
        f"line {citation.line}",
        code(citation.reference),
        *([f"<{url}>"] if url else []),
    ]
    return ", ".join(parts)


class _Markdown:
    """A turn in Markdown, each piece a block of its own."""

    def question(self, text: str) -> str:
        return f"## {escaped(text)}"

    def understood(self, text: str) -> str:
        return f"Understood as: {escaped(text)}"

    def looked_in(self, articles: str) -> str:
        return f"Looked only in: {escaped(articles)}"

    def remark(self, text: str) -> str:
        return text

    def answer(self, words: Sequence[str], notes: Numbers, support: float, whose: KeptCitation | None) -> str:
        named = f"{credited(whose)}: " if whose else ""
        quotes = ", ".join(f"**{escaped(each)}**" for each in words)
        return f"{named}{quotes}{_marks(notes)} ({support_word(support)})"

    def sentence(self, citation: KeptCitation, notes: Numbers) -> str:
        return f"> {escaped(citation.sentence)}{_marks(notes)}"

    def silence(self, text: str) -> str:
        return escaped(text)

    def missing(self, words: Sequence[str]) -> str:
        return f"No passage mentions {', '.join(f'“{escaped(word)}”' for word in words)}."

    def nearest(self, passages: Sequence[tuple[KeptCitation, Numbers]]) -> str:
        items = (f"- {escaped(citation.sentence)}{_marks(notes)}" for citation, notes in passages)
        return "Nearest passages:\n\n" + "\n".join(items)


def _marks(notes: Numbers) -> str:
    return "".join(f"[^{number}]" for number in notes)
