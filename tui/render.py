"""How answers and passages are printed.

The lines are the same with and without a terminal, colour aside: nothing is wrapped or cut to
a width, and what an article says stands there word for word, but for characters that a
terminal would obey.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from tui.crediting import byline, credited, listed, names_nowhere, titled
from tui.support import support_word
from tui.visible import in_quotes, one_line, visible

if TYPE_CHECKING:
    from index.articles import Article
    from qa.answer import Answer, Citation

_INDENT = "    "


def answer_lines(answer: Answer) -> Iterator[str]:
    """Yield what is printed for an answer: the words, their sentence, the numbered sources."""
    if answer.understood_as:
        yield _dim(f"Understood as: {one_line(answer.understood_as)}")
    if answer.looked_in:
        yield _dim(f"Looked only in: {listed(answer.looked_in)}")
    if answer.understood_as or answer.looked_in:
        yield ""
    if answer.reply:
        yield visible(answer.reply)
    elif answer.answered:
        yield from _answered(answer)
    else:
        yield from _silence(answer)


def quoted(text: str, marks: Sequence[tuple[int, int]] = (), indent: str = _INDENT) -> str:
    """Return the text as it is, indented, with the slices ``marks`` in bold."""
    shown = visible(text)
    pieces, done = [], 0
    for start, end in sorted(marks):
        low, high = max(start, done), min(end, len(text))
        if low < high:
            pieces += [shown[done:low], bold(shown[low:high])]
            done = high
    pieces.append(shown[done:])
    return indent + "".join(pieces).replace("\n", f"\n{indent}")


def source_lines(number: int, article: Article, start: int, end: int) -> Iterator[str]:
    """Yield the two lines of a numbered source: title, author and date; place for people and for ``cite``."""
    known = f" ({byline(article)})" if byline(article) else ""
    place = f"{article.source}:{article.line_at(start)}  {article.source}#{start}-{end}"
    yield f"{click.style(f'[{number}]', fg='cyan')} {titled(article)}{known}"
    yield _dim(_INDENT + visible(place))


def bold(text: str) -> str:
    """Return the text set off."""
    return click.style(text, bold=True, fg="green")


def _answered(answer: Answer) -> Iterator[str]:
    if answer.disagreements:
        yield click.style("The articles disagree.", fg="yellow")
        yield ""
    if answer.opinions:
        yield click.style("This is a matter of opinion.", fg="yellow")
        yield ""
    credit = bool(answer.opinions)
    yield from _side(answer.citations, answer.support, 1, credit=credit)
    number = 1 + len(answer.citations)
    for side in answer.others:
        yield ""
        yield from _side(side.citations, side.support, number, credit=credit)
        number += len(side.citations)
    if answer.rests_on:
        yield ""
        yield "This rests on:"
    for at, citation in enumerate(answer.rests_on, number):
        yield from source_lines(at, citation.article, citation.start, citation.end)
        yield quoted(citation.sentence, [_within(citation, citation)])
    if names := names_nowhere(answer.question, answer.missing):
        yield ""
        yield click.style(mentions_none(names), fg="yellow")
    if answer.otherwise_understood_as:
        yield ""
        yield _dim(f"Or did you mean: {one_line(answer.otherwise_understood_as)}")


def _side(
    citations: Sequence[Citation], support: float, number: int, *, credit: bool = False
) -> Iterator[str]:
    """Yield one answer: its words, its sentence with all that is cited there in bold, its sources.

    With ``credit`` the words are said to be their author's.
    """
    best = citations[0]
    words = bold(visible(best.quote))
    yield f"{credited(best)}: {in_quotes(words)}" if credit else words
    yield ""
    yield quoted(best.sentence, [_within(each, best) for each in citations if _shares_sentence(each, best)])
    yield ""
    for at, citation in enumerate(citations, number):
        yield from source_lines(at, citation.article, citation.start, citation.end)
        if not _shares_sentence(citation, best):
            yield quoted(citation.sentence, [_within(citation, citation)])
        elif citation.quote != best.quote:
            yield quoted(citation.quote)
    yield _dim(f"{support_word(support).capitalize()} ({support:.2f}).")


def _silence(answer: Answer) -> Iterator[str]:
    yield click.style("The articles do not say.", fg="yellow")
    if answer.missing:
        yield mentions_none(answer.missing)
    if answer.nearest:
        yield ""
        yield "Nearest passages, none of them sure enough to be the answer:"
    for number, citation in enumerate(answer.nearest, 1):
        yield ""
        yield from source_lines(number, citation.article, citation.start, citation.end)
        yield quoted(citation.quote)


def mentions_none(words: Sequence[str]) -> str:
    """Return the line that names words which no passage has."""
    return f"No passage mentions {', '.join(f'“{one_line(word)}”' for word in words)}."


def _within(citation: Citation, holder: Citation) -> tuple[int, int]:
    return citation.start - holder.sentence_start, citation.end - holder.sentence_start


def _shares_sentence(one: Citation, other: Citation) -> bool:
    return (
        one.article == other.article and other.sentence_start <= one.start and one.end <= other.sentence_end
    )


def _dim(text: str) -> str:
    return click.style(text, dim=True)
