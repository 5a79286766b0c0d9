"""An evaluation as one HTML page that needs nothing else: figures, plots, what was missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np

from qa.answer import Answer
from qa.calibration import area_under, bins, calibration_error, calibration_interval
from qa.evaluation import METRICS, Outcome, Report
from tui.histogram import histogram
from tui.html_page import marked, page, text
from tui.plots import latency_plot, reliability_plot, risk_coverage_plot
from tui.report import COLUMNS, counted, interval_of, percent
from tui.support import support_word

_STYLES = tuple(Path(__file__).with_name(name) for name in ("export_html.css", "eval_page.css"))


@dataclass(frozen=True, slots=True)
class Occasion:
    """What was asked and when, as words for the page's head; ``articles`` may be empty."""

    questions: str
    articles: str
    made: datetime


def to_page(report: Report, outcomes: Sequence[Outcome], occasion: Occasion) -> str:
    """Return the page of the outcomes and their report."""
    among = f" of <code>{text(occasion.articles)}</code>" if occasion.articles else ""
    count = counted(report.questions, "question")
    asked = f"{count}, {report.questions - report.unanswerable} of them answerable"
    misses = [one for one in outcomes if one.miss]
    body = [
        "<header><h1>Evaluation</h1>",
        f'<p class="aside"><code>{text(occasion.questions)}</code>, asked{among} on '
        f"{occasion.made:%Y-%m-%d %H:%M}: {asked}.</p></header>",
        *_section("Figures", ['<div class="tables">', *_figures(report), *_by_kind(report), "</div>"]),
        *_section("How far support can be trusted, and how long it took", _plots(report, outcomes)),
        *_section(counted(len(misses), "miss", "misses").capitalize(), _misses(misses)),
    ]
    return page(f"Evaluation: {count}", _STYLES, body)


def _section(head: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"<section><h2>{head}</h2>"
    yield from lines
    yield "</section>"


def _figures(report: Report) -> Iterator[str]:
    rows = [
        (metric.label, percent(measure), interval_of(measure), str(measure.questions))
        for metric in METRICS
        for measure in [report.measures[metric.name]]
    ]
    if report.best_threshold_f1 is not None:
        at = f"support {report.best_threshold:.3f}"
        rows.append(("F1 at the best threshold", f"{100 * report.best_threshold_f1:.1f}", at, ""))
    yield from _table("Over all questions", ("", "%", "95 % interval", "of"), rows)


def _by_kind(report: Report) -> Iterator[str]:
    rows = [
        (kind, str(measures["exact_match"].questions), *(percent(measures[name]) for name, _ in COLUMNS))
        for kind, measures in report.kinds.items()
    ]
    yield from _table("By kind of question, in %", ("kind", "of", *(head for _, head in COLUMNS)), rows)


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f'<div class="scroll"><table><caption>{caption}</caption>'
    row = "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield f"<thead><tr>{row}</tr></thead><tbody>"
    for name, *figures in rows:
        cells = "".join(f"<td>{figure}</td>" for figure in figures)
        yield f'<tr><th scope="row">{text(name)}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def _plots(report: Report, outcomes: Sequence[Outcome]) -> Iterator[str]:
    answered = [one for one in outcomes if one.answer.answered]
    yield '<div class="plots">'
    if answered:
        yield from _trust(answered, len(outcomes))
    seconds = [one.seconds for one in outcomes]
    if report.median_seconds is not None and report.p95_seconds is not None:
        caption = (
            f"Half of the questions took no longer than {report.median_seconds:.2f} s, "
            f"95 % no longer than {report.p95_seconds:.2f} s."
        )
        yield from _figure(latency_plot(histogram(seconds), report.median_seconds), "Latency", caption)
    yield "</div>"
    if not answered:
        yield "<p>No question was answered, so there is no support to judge.</p>"


def _trust(answered: Sequence[Outcome], asked: int) -> Iterator[str]:
    """Yield the plots of support against what is right: the words, from a right source."""
    support = np.array([one.answer.support for one in answered])
    right = np.array([not one.miss for one in answered])
    area, least = area_under(support, right), area_under(right.astype(float), right)
    yield from _figure(
        risk_coverage_plot(support, right, asked),
        "Risk and coverage",
        "How many of the answers are wrong as more questions are answered, the best supported first; "
        "dashed, if support told right from wrong without a mistake. The area under the curve, over the "
        f"answers given, is {area:.3f}; with as many wrong answers it cannot be less than {least:.3f}. "
        "Ask with <code>--support 0</code> for the whole curve.",
    )
    low, high = calibration_interval(support, right)
    yield from _figure(
        reliability_plot(bins(support, right)),
        "Reliability",
        "Of answers of like support, how many are right; dashed, where support is just the share of right "
        "ones; the dots stand at the mean support, the counts above. The expected calibration error is "
        f"{calibration_error(support, right):.3f} (95 % interval {low:.3f} to {high:.3f}).",
    )


def _figure(plot: str, title: str, caption: str) -> Iterator[str]:
    yield f"<figure>{plot}"
    yield f"<figcaption><strong>{title}</strong>{caption}</figcaption></figure>"


def _misses(misses: Sequence[Outcome]) -> Iterator[str]:
    for one in misses:
        asked, understood = one.asked, one.answer.understood_as
        yield '<article class="miss">'
        yield f'<p class="aside">{text(str(one.miss)).capitalize()} · {text(asked.id)} '
        yield f"· {text(asked.kind)}</p>"
        if asked.history:
            before = "".join(f'<li dir="auto">{text(earlier)}</li>' for earlier in asked.history)
            yield f'<p class="aside">Asked before:</p><ol>{before}</ol>'
        yield f'<h3 dir="auto">{text(asked.question)}</h3>'
        if understood:
            yield f'<p class="aside">Understood as: <em dir="auto">{text(understood)}</em></p>'
        yield '<div class="sides">'
        yield from _expected(one)
        yield from _said(one)
        yield "</div></article>"


def _expected(one: Outcome) -> Iterator[str]:
    yield "<div><h4>Expected</h4>"
    if one.answerable:
        answers = " or ".join(f'<span dir="auto">{text(answer)}</span>' for answer in one.asked.answers)
        yield f'<p class="said any">{answers}</p>'
    else:
        yield '<p class="said">Silence: the articles do not say.</p>'
    if one.asked.sources:
        sources = ", ".join(f"<code>{text(source)}</code>" for source in one.asked.sources)
        yield f'<p class="aside">in {sources}</p>'
    yield "</div>"


def _said(one: Outcome) -> Iterator[str]:
    yield "<div><h4>Said</h4>"
    yield from _answer(one.predicted, one.answer) if one.answer.answered else _silence(one.answer)
    yield "</div>"


def _answer(predicted: str, answer: Answer) -> Iterator[str]:
    first = answer.citations[0]
    start = first.start - first.sentence_start
    yield f'<p class="said" dir="auto">{text(predicted)}</p>'
    yield f'<p dir="auto">“{marked(first.sentence, start, start + len(first.quote))}”</p>'
    title = f"<cite>{text(first.title)}</cite>, " if first.title else ""
    yield f'<p class="aside">{title}line {first.line}, <code>{text(first.reference)}</code></p>'
    yield f'<p class="aside">{support_word(answer.support).capitalize()}, {answer.support:.2f}</p>'


def _silence(answer: Answer) -> Iterator[str]:
    yield '<p class="said">Nothing.</p>'
    if answer.reply:
        yield f'<p dir="auto">{text(answer.reply)}</p>'
    yield f'<p class="aside">The best support found was {answer.support:.2f}.</p>'
    if answer.missing:
        words = ", ".join(f"“{text(word)}”" for word in answer.missing)
        yield f'<p class="aside">No passage mentions {words}.</p>'
