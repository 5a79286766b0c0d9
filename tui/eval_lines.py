"""An evaluation drawn in the app: its figures, a histogram of the time, the misses side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click
from textual.content import Content

from qa.evaluation import Outcome, Report
from tui.card_lines import Ink, columns, fit, wrapped
from tui.histogram import bar_label, histogram
from tui.report import counted, report_lines
from tui.support import support_word
from tui.visible import one_line

# Expected and said stand beside each other where each gets at least so many cells.
_LEAST_COLUMN = 28
_BETWEEN = 2
# The longest bar of the histogram.
_BAR = 40


def evaluation_lines(report: Report, outcomes: Sequence[Outcome], width: int, ink: Ink) -> list[Content]:
    """Return the lines of the whole evaluation, each at most ``width`` cells."""
    misses = [one for one in outcomes if one.miss]
    lines = [*_figures(report, width, ink), Content("")]
    if outcomes:
        lines += [*_latency(outcomes, width, ink), Content("")]
    lines.append(Content.styled(counted(len(misses), "miss", "misses"), ink("head")))
    for one in misses:
        lines += [Content(""), *_miss(one, width, ink)]
    return lines


def _figures(report: Report, width: int, ink: Ink) -> Iterator[Content]:
    """Yield the tables of the command line; what is bold there is a head here."""
    for line in report_lines(report, width):
        plain = click.unstyle(line)
        shown = Content(fit(plain, width))
        yield shown if plain == line else shown.stylize(ink("head"))


def _latency(outcomes: Sequence[Outcome], width: int, ink: Ink) -> Iterator[Content]:
    bars = histogram([one.seconds for one in outcomes])
    labels = [f"{bar_label(bar)} s" for bar in bars]
    wide, most = max(map(len, labels)), max(bar.count for bar in bars)
    room = max(1, min(_BAR, width - wide - len(str(most)) - 4))
    yield Content.styled("how long the questions took", ink("head"))
    for label, bar in zip(labels, bars, strict=True):
        # Whatever has happened can be seen, be it once in a thousand times.
        full = max(1, round(room * bar.count / most)) if bar.count else 0
        yield Content.assemble(f"{label:>{wide}}  ", ("█" * full, ink("bar")), f" {bar.count}")


def _miss(one: Outcome, width: int, ink: Ink) -> Iterator[Content]:
    asked, answer = one.asked, one.answer
    yield from wrapped(Content.styled(one_line(asked.question), ink("question")), width)
    label = f"{one.miss} · {one_line(asked.id)} · {one_line(asked.kind)}"
    yield Content.styled(fit(label, width), ink("label"))
    for earlier in asked.history:
        yield from wrapped(Content.styled(f"asked before: {one_line(earlier)}", ink("label")), width)
    if answer.understood_as:
        yield from wrapped(
            Content.styled(f"understood as {one_line(answer.understood_as)}", ink("label")), width
        )
    column = (width - _BETWEEN) // 2
    beside = column >= _LEAST_COLUMN
    column = column if beside else width
    sides = [list(_expected(one, column, ink)), list(_said(one, column, ink))]
    yield from columns(sides, column) if beside else (line for side in sides for line in side)


def _expected(one: Outcome, width: int, ink: Ink) -> Iterator[Content]:
    answers = " or ".join(map(one_line, one.asked.answers)) or "silence"
    yield Content.styled("expected", ink("side"))
    yield from wrapped(Content(answers), width)
    if one.asked.sources:
        sources = ", ".join(map(one_line, one.asked.sources))
        yield from wrapped(Content.styled(f"in {sources}", ink("label")), width)


def _said(one: Outcome, width: int, ink: Ink) -> Iterator[Content]:
    answer = one.answer
    yield Content.styled("said", ink("side"))
    if not answer.answered:
        yield Content("nothing")
        yield Content.styled(f"best support {answer.support:.2f}", ink("label"))
        return
    first = answer.citations[0]
    yield from wrapped(Content(one_line(one.predicted)), width)
    place = f"in {one_line(first.source)}, line {first.line}"
    yield from wrapped(Content.styled(place, ink("label")), width)
    yield Content.styled(fit(f"{support_word(answer.support)}, {answer.support:.2f}", width), ink("label"))
