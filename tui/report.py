"""How the evaluation of a question set is printed, and what it is as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from qa.evaluation import METRICS, Measure, Outcome, Report
from tui.visible import one_line

if TYPE_CHECKING:
    from qa.answer import Citation

COLUMNS = (
    ("rightly_answered", "right"),
    ("exact_match", "exact"),
    ("f1", "F1"),
    ("citation_precision", "cited"),
    ("answered", "answered"),
    ("silence_kept", "silent"),
)
"""The columns of the table by kind: a metric, and its short name at the head."""
_NONE = "–"
# Widths of the columns of figures and of intervals, and of the table by kind: 76 columns in all.
_FIGURE, _WIDE = 10, 18
_NARROW = 9
_COUNT = 5


def report_lines(report: Report, width: int = sys.maxsize) -> Iterator[str]:
    """Yield the figures over all questions, by kind of question, and the time.

    In fewer cells than the tables take, the intervals and then the last columns are left out: a figure
    is never cut.
    """
    answerable = report.questions - report.unanswerable
    yield f"{counted(report.questions, 'question')}, {answerable} of them answerable"
    if not report.questions:
        return
    yield ""
    label = max(len(metric.label) for metric in METRICS) + 2
    interval = _WIDE if label + _FIGURE + _WIDE + _FIGURE <= width else 0
    count = _FIGURE if label + _FIGURE + interval + _FIGURE <= width else 0
    label = min(label, width - _FIGURE)

    def row(name: str, *cells: str) -> str:
        wide = (_FIGURE, interval, count)
        return f"{name[:label]:{label}}" + "".join(
            f"{c:>{w}}" for c, w in zip(cells, wide, strict=False) if w
        )

    yield _head(row("", "%", "95 % interval", "of"))
    for metric in METRICS:
        measure = report.measures[metric.name]
        yield row(metric.label, percent(measure), interval_of(measure), str(measure.questions))
    if report.best_threshold_f1 is not None:
        best = f"{100 * report.best_threshold_f1:.1f}"
        yield row("F1 at the best threshold", best, f"support {report.best_threshold:.3f}")
    if len(report.kinds) > 1:
        yield ""
        yield from _by_kind(report, width)
    yield ""
    yield f"seconds a question: median {report.median_seconds:.3f}, 95th percentile {report.p95_seconds:.3f}"


def miss_lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield each question that was missed, with what was expected and what came."""
    misses = [outcome for outcome in outcomes if outcome.miss]
    yield _head(f"{counted(len(misses), 'miss', 'misses')}{':' if misses else ''}")
    for outcome in misses:
        asked, answer = outcome.asked, outcome.answer
        yield ""
        yield f"{one_line(asked.id)}: {click.style(str(outcome.miss), fg='yellow')}"
        for earlier in asked.history:
            yield f"  before    {one_line(earlier)}"
        yield f"  asked     {one_line(asked.question)}"
        if answer.understood_as:
            yield f"  read as   {one_line(answer.understood_as)}"
        expected = " | ".join(map(one_line, asked.answers)) or "silence"
        among = f"  in {', '.join(map(one_line, asked.sources))}" if asked.sources else ""
        yield f"  expected  {expected}{among}"
        if answer.answered:
            yield f"  answered  {one_line(outcome.predicted)}  in {_place(answer.citations[0])}"
        yield f"  support   {answer.support:.2f}"


def record(report: Report, outcomes: Sequence[Outcome]) -> dict[str, object]:
    """Return the evaluation as ``eval --json`` prints it; a figure over no question is null."""
    metrics: dict[str, object] = {
        "questions": report.questions,
        "unanswerable": report.unanswerable,
        **{name: measure.value for name, measure in report.measures.items()},
        "best_threshold_f1": report.best_threshold_f1,
        "best_threshold": report.best_threshold,
        "seconds": {"median": report.median_seconds, "p95": report.p95_seconds},
        "intervals": {name: measure.interval for name, measure in report.measures.items()},
        "kinds": {
            kind: {name: asdict(measure) for name, measure in measures.items()}
            for kind, measures in report.kinds.items()
        },
    }
    predictions = [
        {"id": outcome.asked.id, **outcome.answer.model_dump(mode="json"), "miss": outcome.miss}
        for outcome in outcomes
    ]
    return {"metrics": metrics, "predictions": predictions}


def _by_kind(report: Report, width: int) -> Iterator[str]:
    label = max(len("by kind"), *(len(one_line(kind)) for kind in report.kinds)) + 2
    shown = COLUMNS[: max(1, (width - label - _COUNT) // _NARROW)]
    heads = "".join(f"{head:>{_NARROW}}" for _, head in shown)
    yield _head(f"{'by kind':{label}}{'of':>{_COUNT}}{heads}")
    for kind, measures in report.kinds.items():
        figures = "".join(f"{percent(measures[name]):>{_NARROW}}" for name, _ in shown)
        yield f"{one_line(kind):{label}}{measures['exact_match'].questions:>{_COUNT}}{figures}"


def _head(text: str) -> str:
    return click.style(text, bold=True)


def percent(measure: Measure) -> str:
    """Return a figure in per cent, a dash over no question."""
    return _NONE if measure.value is None else f"{100 * measure.value:.1f}"


def interval_of(measure: Measure) -> str:
    """Return the 95 % interval of a figure in per cent, a dash over no question."""
    if measure.interval is None:
        return _NONE
    low, high = measure.interval
    return f"{100 * low:.1f} – {100 * high:.1f}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number of things, e.g. ``1 miss`` or ``2 misses``."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def _place(citation: Citation) -> str:
    return one_line(f"{citation.article.source}:{citation.article.line_at(citation.start)}")
