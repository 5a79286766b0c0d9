"""A conversation as one HTML page that needs nothing else: no scripts, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from tui.html_page import marked, page
from tui.html_page import text as _text
from tui.kept import Conversation, KeptAnswer, KeptCitation, KeptTurn
from tui.notes import Notes, about, title_of, url_of
from tui.support import support_word

_STYLES = Path(__file__).with_name("export_html.css")


def to_html(conversation: Conversation) -> str:
    """Return the whole conversation: a section for each question, its sources in notes at the end."""
    notes = Notes()
    title = _text(conversation.title)
    library = f", asked of <code>{_text(conversation.library)}</code>" if conversation.library else ""
    lines = [
        f'<header><h1 dir="auto">{title}</h1><p class="aside">{about(conversation)}{library}.</p></header>'
    ]
    for turn in conversation.turns:
        lines += ["<section>", *_turn(turn, notes), "</section>"]
    if notes.citations:
        lines += ["<footer>", "<h2>Sources</h2>", "<ol>"]
        lines += [_note(number, citation) for number, citation in enumerate(notes.citations, 1)]
        lines += ["</ol>", "</footer>"]
    return page(conversation.title, [_STYLES], lines)


def _turn(turn: KeptTurn, notes: Notes) -> Iterator[str]:
    yield f'<h2 dir="auto">{_text(turn.question)}</h2>'
    if turn.understood_as and turn.understood_as != turn.question:
        yield f'<p class="aside">Understood as: <em dir="auto">{_text(turn.understood_as)}</em></p>'
    if turn.answer is None:
        yield '<p class="aside">Not answered.</p>'
    elif turn.answer.answered:
        credit = bool(turn.answer.opinions)
        if credit:
            yield '<p class="aside">This is a matter of opinion.</p>'
        yield from _side(turn.answer.citations, turn.answer.support, notes, credit=credit)
        for side in turn.answer.others:
            if side in turn.answer.disagreements:
                yield '<p class="aside">Others say otherwise:</p>'
            yield from _side(side.citations, side.support, notes, credit=credit)
    else:
        yield from _silence(turn.answer, notes)


def _side(citations: Sequence[KeptCitation], support: float, notes: Notes, *, credit: bool) -> Iterator[str]:
    """Yield one answer: its words, each differently said once, and the sentences they stand in.

    With ``credit`` the words are said to be their author's.
    """
    whose = f'<span dir="auto">{_credited(citations[0])}</span>: ' if credit else ""
    words = dict.fromkeys(f'<strong dir="auto">{_text(citation.quote)}</strong>' for citation in citations)
    word = f'<span class="aside">{support_word(support)}</span>'
    yield f'<p class="answer">{whose}{", ".join(words)}{_marks(citations, notes)} {word}</p>'
    sentences = dict.fromkeys(citation.sentence for citation in citations)
    for sentence in sentences:
        standing = [citation for citation in citations if citation.sentence == sentence]
        yield f'<blockquote dir="auto">{_sentence(standing[0])}{_marks(standing, notes)}</blockquote>'


def _credited(citation: KeptCitation) -> str:
    """Return whose words these are: an author in an article, or the article alone."""
    title = f"<cite>{_text(title_of(citation))}</cite>"
    return f"{_text(citation.author)} in {title}" if citation.author else title


def _sentence(citation: KeptCitation) -> str:
    """Return the sentence around a quote, the quote marked."""
    start = citation.start - citation.sentence_start
    return marked(citation.sentence, start, start + len(citation.quote))


def _silence(answer: KeptAnswer, notes: Notes) -> Iterator[str]:
    """Yield what is said when nothing is answered, and what came closest."""
    yield f"<p>{_text(answer.reply or 'The articles do not say.')}</p>"
    if answer.missing:
        words = ", ".join(f"“{_text(word)}”" for word in answer.missing)
        yield f'<p class="aside">No passage holds {words}.</p>'
    if answer.nearest:
        yield '<p class="aside">Nearest passages:</p>'
        yield "<ul>"
        for citation in answer.nearest:
            yield f'<li dir="auto">{_text(citation.sentence)}{_marks([citation], notes)}</li>'
        yield "</ul>"


def _marks(citations: Sequence[KeptCitation], notes: Notes) -> str:
    links = (f'<a href="#note-{number}">{number}</a>' for number in notes.numbers(citations))
    return f"<sup>{', '.join(links)}</sup>"


def _note(number: int, citation: KeptCitation) -> str:
    url = url_of(citation)
    title = f"<cite>{_text(title_of(citation))}</cite>"
    if url:
        title = f'<a href="{escape(url)}" rel="noreferrer">{title}</a>'
    parts = [
        f"“<q>{_text(citation.quote)}</q>”",
        *([_text(citation.author)] if citation.author else []),
        title,
        *([_text(citation.published)] if citation.published else []),
        f"line {citation.line}",
        f"<code>{_text(citation.reference)}</code>",
    ]
    return f'<li id="note-{number}" dir="auto">{", ".join(parts)}</li>'
