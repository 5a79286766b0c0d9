"""A conversation as Markdown, its sources in footnotes (GitHub's and Pandoc's ``[^1]``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.kept import Conversation, KeptAnswer, KeptCitation, KeptTurn
from tui.notes import Notes, about, running, title_of, url_of
from tui.support import support_word

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
    blocks = [f"# {escaped(conversation.title)}", f"{about(conversation)}{library}."]
    for turn in conversation.turns:
        blocks += _turn(turn, notes)
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


def _turn(turn: KeptTurn, notes: Notes) -> Iterator[str]:
    yield f"## {escaped(turn.question)}"
    if turn.understood_as and turn.understood_as != turn.question:
        yield f"Understood as: {escaped(turn.understood_as)}"
    if turn.answer is None:
        yield "Not answered."
    elif turn.answer.answered:
        credit = bool(turn.answer.opinions)
        if credit:
            yield "This is a matter of opinion."
        yield from _side(turn.answer.citations, turn.answer.support, notes, credit=credit)
        for side in turn.answer.others:
            if side in turn.answer.disagreements:
                yield "Others say otherwise:"
            yield from _side(side.citations, side.support, notes, credit=credit)
    else:
        yield from _silence(turn.answer, notes)


def _side(citations: Sequence[KeptCitation], support: float, notes: Notes, *, credit: bool) -> Iterator[str]:
    """Yield one answer: its words, each differently said once, and the sentences they stand in.

    With ``credit`` the words are said to be their author's.
    """
    whose = f"{credited(citations[0])}: " if credit else ""
    words = dict.fromkeys(f"**{escaped(citation.quote)}**" for citation in citations)
    yield f"{whose}{', '.join(words)}{_marks(citations, notes)} ({support_word(support)})"
    sentences = dict.fromkeys(citation.sentence for citation in citations)
    for sentence in sentences:
        standing = [citation for citation in citations if citation.sentence == sentence]
        yield f"> {escaped(sentence)}{_marks(standing, notes)}"


def _silence(answer: KeptAnswer, notes: Notes) -> Iterator[str]:
    """Yield what is said when nothing is answered, and what came closest."""
    yield escaped(answer.reply or "The articles do not say.")
    if answer.missing:
        yield f"No passage holds {', '.join(f'“{escaped(word)}”' for word in answer.missing)}."
    if answer.nearest:
        yield "Nearest passages:"
        yield "\n".join(
            f"- {escaped(citation.sentence)}{_marks([citation], notes)}" for citation in answer.nearest
        )


def _marks(citations: Sequence[KeptCitation], notes: Notes) -> str:
    return "".join(f"[^{number}]" for number in notes.numbers(citations))
