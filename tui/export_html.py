"""A conversation as one HTML page that needs nothing else: no scripts, nothing fetched."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from tui.html_page import marked, page
from tui.html_page import text as _text
from tui.kept import Conversation, KeptCitation
from tui.notes import Notes, about, title_of, url_of
from tui.support import support_word
from tui.telling import Numbers, told

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
        lines += ["<section>", *told(turn, _Html(), notes), "</section>"]
    if notes.citations:
        lines += ["<footer>", "<h2>Sources</h2>", "<ol>"]
        lines += [_note(number, citation) for number, citation in enumerate(notes.citations, 1)]
        lines += ["</ol>", "</footer>"]
    return page(conversation.title, [_STYLES], lines)


class _Html:
    """A turn in HTML, each piece on lines of its own."""

    def question(self, text: str) -> str:
        return f'<h2 dir="auto">{_text(text)}</h2>'

    def understood(self, text: str) -> str:
        return _aside(f'Understood as: <em dir="auto">{_text(text)}</em>')

    def looked_in(self, articles: str) -> str:
        return _aside(f'Looked only in: <span dir="auto">{_text(articles)}</span>')

    def remark(self, text: str) -> str:
        return _aside(text)

    def answer(self, words: Sequence[str], notes: Numbers, support: float, whose: KeptCitation | None) -> str:
        named = f'<span dir="auto">{_credited(whose)}</span>: ' if whose else ""
        quotes = ", ".join(f'<strong dir="auto">{_text(each)}</strong>' for each in words)
        word = f'<span class="aside">{support_word(support)}</span>'
        return f'<p class="answer">{named}{quotes}{_marks(notes)} {word}</p>'

    def sentence(self, citation: KeptCitation, notes: Numbers) -> str:
        start = citation.start - citation.sentence_start
        sentence = marked(citation.sentence, start, start + len(citation.quote))
        return f'<blockquote dir="auto">{sentence}{_marks(notes)}</blockquote>'

    def silence(self, text: str) -> str:
        return f"<p>{_text(text)}</p>"

    def missing(self, words: Sequence[str]) -> str:
        return _aside(f"No passage mentions {', '.join(f'“{_text(word)}”' for word in words)}.")

    def nearest(self, passages: Sequence[tuple[KeptCitation, Numbers]]) -> str:
        items = (
            f'<li dir="auto">{_text(citation.sentence)}{_marks(notes)}</li>' for citation, notes in passages
        )
        return "\n".join([_aside("Nearest passages:"), "<ul>", *items, "</ul>"])


def _aside(html: str) -> str:
    return f'<p class="aside">{html}</p>'


def _credited(citation: KeptCitation) -> str:
    """Return whose words these are: an author in an article, or the article alone."""
    title = f"<cite>{_text(title_of(citation))}</cite>"
    return f"{_text(citation.author)} in {title}" if citation.author else title


def _marks(notes: Numbers) -> str:
    links = (f'<a href="#note-{number}">{number}</a>' for number in notes)
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
