"""A card drawn: its lines for a width, with the styles that the theme gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.style import Style

from tui.cards import Card, State
from tui.crediting import credited, listed, names_nowhere
from tui.render import mentions_none
from tui.support import support_bar, support_word
from tui.visible import in_quotes, one_line, visible
from tui.wrapping import wrap

if TYPE_CHECKING:
    from qa.answer import Answer, Citation

Ink = Callable[[str], Style]

# Two sides stand beside each other where each gets at least so many cells.
_LEAST_COLUMN = 28
# Sources say their date and author where a row has so many cells left for the title.
_LEAST_TITLE = 28
# A nearest passage is shown by so many rows at most.
_SNIPPET_ROWS = 2
_BETWEEN_SIDES = "  "


def card_lines(card: Card, width: int, ink: Ink, busy: str = "…") -> list[Content]:
    """Return the card's lines, each at most ``width`` cells; ``busy`` is drawn while it waits."""
    if card.state is State.WAITING:
        doing = fit(card.note or "reading", width - 2)
        return [*_head(card, width, ink), Content.assemble((busy, ink("busy")), " ", (doing, ink("label")))]
    return [*_head(card, width, ink), *_body(card, width, ink)]


def _head(card: Card, width: int, ink: Ink) -> list[Content]:
    lines = wrapped(Content(visible(card.question)), width)
    lines = [line.stylize(ink("question")) for line in lines]
    if card.answer and card.answer.understood_as:
        lines += _told("understood as", one_line(card.answer.understood_as), width, ink)
    if card.answer and card.answer.looked_in:
        lines += _told("looked only in", listed(card.answer.looked_in), width, ink)
    return lines


def _told(how: str, what: str, width: int, ink: Ink) -> list[Content]:
    return wrapped(Content.assemble((f"{how} ", ink("label")), (what, ink("understood"))), width)


def _body(card: Card, width: int, ink: Ink) -> list[Content]:
    if card.state is State.CANCELLED:
        return [Content.styled("cancelled", ink("label"))]
    if card.state is State.FAILED:
        return [line.stylize(ink("trouble")) for line in wrapped(Content(visible(card.note)), width)]
    if card.state is State.FOUND:
        return [
            *wrapped(Content.styled(one_line(card.note), ink("label")), width),
            *_near(card.found, width, ink),
        ]
    if card.answer is None:
        return []
    answer = card.answer
    if not answer.answered:
        lines = _silence(answer, width, ink)
    elif answer.others:
        lines = _sides(answer, width, ink)
    else:
        lines = [*_quoted(answer.citations, width, ink), *_sources(answer.citations, 1, width, ink)]
    lines += _rests_on(answer, width, ink)
    if answer.answered and (names := names_nowhere(answer.question, answer.missing)):
        lines += [Content(""), *_nowhere(names, "silence", width, ink)]
    return [Content(""), *lines, *_hints(card, answer, width, ink)]


def _nowhere(words: Sequence[str], style: str, width: int, ink: Ink) -> list[Content]:
    return wrapped(Content.styled(mentions_none(words), ink(style)), width)


def _quoted(citations: Sequence[Citation], width: int, ink: Ink) -> list[Content]:
    """Draw what is answered, set off in its sentence, beside a rule."""
    return [
        Content.assemble(("│ ", ink("rule")), line) for line in wrapped(_sentence(citations, ink), width - 2)
    ]


def _sources(citations: Sequence[Citation], number: int, width: int, ink: Ink) -> list[Content]:
    """Draw the support and the sources, numbered from ``number``, with their words where these differ."""
    best = citations[0]
    lines = [Content(""), _support(best.support, ink)]
    for at, citation in enumerate(citations, number):
        lines.append(source_row(citation, at, width, ink))
        if citation.quote.casefold() != best.quote.casefold():
            lines += _snippet(citation.quote, at, width, ink)
    return lines


def _sentence(citations: Sequence[Citation], ink: Ink) -> Content:
    """Return the best citation's sentence, with all that is cited inside it set off."""
    best = citations[0]
    content = Content.styled(visible(best.sentence).replace("\n", " "), ink("sentence"))
    for citation in citations:
        if (
            citation.source == best.source
            and citation.start < best.sentence_end
            and citation.end > best.sentence_start
        ):
            start, end = citation.start - best.sentence_start, citation.end - best.sentence_start
            content = content.stylize(ink("quote"), max(0, start), end)
    return content


def _support(support: float, ink: Ink) -> Content:
    word = support_word(support)
    return Content.assemble((support_bar(support), ink(word.replace(" ", "-"))), (f" {word}", ink("label")))


def source_row(citation: Citation, number: int, width: int, ink: Ink) -> Content:
    """Return one row: the number to press, the article's title, its author, its date and the line."""
    where = f"line {citation.line}"
    for known in (citation.published, citation.author):
        told = f"{one_line(known)} · {where}" if known else where
        if width - cell_len(told) >= _LEAST_TITLE:
            where = told
    room = width - cell_len(where) - 4
    title = set_cell_size(fit(one_line(citation.title or citation.source), room - 1), max(room, 0))
    chip = Content.styled(f" {number} ", ink("number"))
    row = Content.assemble(chip, " ", (title, ink("title")), (where, ink("label")))
    return row.stylize(Style.from_meta({"number": number}))


def _snippet(text: str, number: int, width: int, ink: Ink) -> list[Content]:
    rows = wrapped(Content.styled(in_quotes(one_line(text)), ink("snippet")), width - 4)
    if len(rows) > _SNIPPET_ROWS:
        cut = wrapped(rows[_SNIPPET_ROWS - 1], width - 6)[0].plain.rstrip()
        rows = [*rows[: _SNIPPET_ROWS - 1], Content.styled(f"{cut} …", ink("snippet"))]
    opens = Style.from_meta({"number": number})
    return [Content.assemble("    ", row).stylize(opens) for row in rows]


def _rests_on(answer: Answer, width: int, ink: Ink) -> list[Content]:
    """Draw what the answer takes for granted, numbered on from the answer's own places."""
    if not answer.rests_on:
        return []
    sides = (answer.citations, *(side.citations for side in answer.others))
    label = Content.styled("this rests on", ink("label"))
    return [Content(""), label, *_near(answer.rests_on, width, ink, first=1 + sum(map(len, sides)))]


def _near(citations: Sequence[Citation], width: int, ink: Ink, first: int = 1) -> list[Content]:
    lines: list[Content] = []
    for number, citation in enumerate(citations, first):
        lines.append(source_row(citation, number, width, ink))
        lines += _snippet(citation.quote, number, width, ink)
    return lines


def _silence(answer: Answer, width: int, ink: Ink) -> list[Content]:
    if answer.reply:
        return wrapped(Content.styled(visible(answer.reply), ink("sentence")), width)
    lines = [Content.styled("The articles do not say.", ink("silence"))]
    if answer.missing:
        lines += _nowhere(answer.missing, "label", width, ink)
    if answer.nearest:
        lines += [
            Content(""),
            Content.styled("Nearest passages", ink("label")),
            *_near(answer.nearest, width, ink),
        ]
    return lines


def _sides(answer: Answer, width: int, ink: Ink) -> list[Content]:
    """Draw the answer and what others say beside each other; opinions each as its author's."""
    sides = (answer.citations, *(side.citations for side in answer.others))
    column = (width - (len(sides) - 1) * len(_BETWEEN_SIDES)) // len(sides)
    beside = column >= _LEAST_COLUMN
    width = column if beside else width
    quoted = [_quoted(side, width, ink) for side in sides]
    if answer.opinions:
        quoted = [[*_whose(side[0], width, ink), *said] for side, said in zip(sides, quoted, strict=True)]
    numbers = accumulate(map(len, sides), initial=1)
    sources = [_sources(side, number, width, ink) for side, number in zip(sides, numbers, strict=False)]
    heading = Content.styled(
        "A matter of opinion" if answer.opinions else "The articles disagree", ink("disagreement")
    )
    if beside:
        return [heading, Content(""), *columns(quoted, width), *columns(sources, width)]
    stacked = chain.from_iterable(
        [Content(""), *said, *where] for said, where in zip(quoted, sources, strict=True)
    )
    return [heading, *stacked]


def _whose(citation: Citation, width: int, ink: Ink) -> list[Content]:
    return wrapped(Content.styled(f"{credited(citation)}:", ink("label")), width)


def columns(sides: Sequence[Sequence[Content]], width: int) -> list[Content]:
    """Return texts beside each other, each in ``width`` cells; no line of them is wider."""
    rows = []
    for y in range(max(map(len, sides))):
        cells = [side[y] if y < len(side) else Content("") for side in sides]
        padded = [cell.pad_right(max(0, width - cell.cell_length)) for cell in cells]
        rows.append(Content(_BETWEEN_SIDES).join(padded))
    return rows


def _hints(card: Card, answer: Answer, width: int, ink: Ink) -> list[Content]:
    lines: list[Content] = []
    if answer.corrections:
        pairs = ", ".join(
            f"“{one_line(searched)}” instead of “{one_line(typed)}”"
            for typed, searched in answer.corrections.items()
        )
        lines += wrapped(Content.styled(f"Searched for {pairs}.", ink("label")), width)
    lines += _offers(card, width, ink)
    lines += [Content("")] * (card.room - len(card.next_questions))
    return [Content(""), *lines] if lines else []


def _offers(card: Card, width: int, ink: Ink) -> list[Content]:
    """Draw the questions that can be asked next, numbered on from the places.

    One that comes later than the answer is cut to the row that was kept for it.
    """
    lines: list[Content] = []
    for number, question in enumerate(card.questions, len(card.places) + 1):
        otherwise = card.answer is not None and question == card.answer.otherwise_understood_as
        if otherwise:
            label = ("or did you mean ", ink("label"))
            rows = wrapped(Content.assemble(label, (one_line(question), ink("ask"))), width - 4)
        else:
            rows = [Content.styled(fit(one_line(question), width - 4), ink("ask"))]
        asks = Style.from_meta({"number": number})
        lines.append(Content.assemble((f" {number} ", ink("number")), " ", rows[0]).stylize(asks))
        lines += [Content.assemble("    ", row).stylize(asks) for row in rows[1:]]
    return lines


def wrapped(content: Content, width: int) -> list[Content]:
    """Wrap styled text into rows of at most ``width`` cells."""
    rows = wrap(content.plain, width)
    return [content[slice(*rows.span(row))] for row in range(len(rows))]


def fit(text: str, width: int) -> str:
    """Return the text, cut to ``width`` cells with an ellipsis if it is longer."""
    if cell_len(text) <= width:
        return text
    return f"{set_cell_size(text, max(width - 1, 0)).rstrip()}…" if width > 0 else ""
