"""``osmosis eval``: run a question set."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from index.errors import UsageError
from tui import locations
from tui.bar import counting
from tui.errors import ExitCode, narrate
from tui.opening import indexed, library_path, open_index, open_reading
from tui.options import articles_option, json_option, reader_option, support_option

if TYPE_CHECKING:
    from index.library import Library
    from qa.answerer import Answerer
    from qa.evaluation import Outcome, Report
    from qa.question_sets import QuestionSet, SetQuestion

# Sources that are no articles are named up to so many.
_NAMED = 5


@click.command(
    "eval",
    short_help="Run a question set.",
    epilog="""\b
Examples:
  osmosis eval
  osmosis eval --fail-under rightly_answered=0.85 --fail-under silence_kept=0.9
  osmosis eval questions.jsonl --articles ~/notes --json
  osmosis eval dev-v2.0.json --given-passage --support 0 --limit 500
  osmosis eval --report evaluation.html

\b
METRIC is one of rightly_answered, exact_match, f1, has_answer_exact_match,
has_answer_f1, citation_precision, answered, silence_kept, verbatim.
""",
)
@click.argument("questions", required=False, type=click.Path(path_type=Path))
@articles_option
@json_option
@click.option("--given-passage", is_flag=True, help="Read only a question's own passage (SQuAD files).")
@click.option(
    "--fail-under",
    "bounds",
    metavar="METRIC=VALUE",
    multiple=True,
    help="Exit with 1 when a figure, 0 to 1, is below; may be repeated.",
)
@click.option(
    "--limit", metavar="N", type=click.IntRange(min=1), help="Ask N questions, spread evenly over the set."
)
@click.option(
    "--report",
    "page",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write an HTML page as well: figures, plots and what was missed.",
)
@support_option
@reader_option
def evaluate(  # noqa: PLR0913  one parameter for each option
    *,
    questions: Path | None,
    articles: str | None,
    as_json: bool,
    given_passage: bool,
    bounds: tuple[str, ...],
    limit: int | None,
    page: Path | None,
    support: float | None,
    reader: Path | None,
) -> ExitCode:
    """Ask all questions of a set, and tell how many are answered rightly.

    QUESTIONS is a JSON-lines file, or a SQuAD 1.1 or 2.0 JSON file, whose paragraphs then
    are the articles; gzipped files will do. By default the set that ships is asked of the
    articles that ship, whatever your library setting.
    """
    from qa import evaluation
    from qa.question_sets import read_question_set
    from tui import exports

    gates = [_bound(text, evaluation.GATES) for text in bounds]
    if page is not None:
        exports.try_out(page)
    # The shipped questions are about the shipped articles, whatever a person's own library is.
    where = articles or (None if questions else str(locations.seeds()))
    questions = questions or locations.seeds() / "questions.jsonl"
    asked = read_question_set(questions)
    answerer_for = _answering(asked, where, given_passage, support, reader)
    chosen = evaluation.spread(asked.questions, limit)
    outcomes = list(_with_progress(evaluation.run(chosen, answerer_for), len(chosen)))
    report = evaluation.report(outcomes)
    if page is not None:
        from tui.eval_page import Occasion, to_page

        articles = "" if asked.articles else str(library_path(where))
        exports.write(page, to_page(report, outcomes, Occasion(str(questions), articles, datetime.now())))
        narrate(f"Wrote {page}.")
    _print(report, outcomes, as_json)
    return _judged(report, gates)


def _answering(
    asked: QuestionSet, where: str | None, given_passage: bool, support: float | None, reader: Path | None
) -> Callable[[SetQuestion], Answerer]:
    """Return what answers each question: from all articles, or from its own passage alone."""
    from index.library import Library
    from qa.answerer import Answerer
    from qa.evaluation import GivenPassage

    opened, least_support = open_reading(support, reader)
    if asked.articles is None:
        if given_passage:
            raise UsageError("--given-passage needs a file with passages, such as SQuAD's.")
        library = open_index(where)
        _tell_unknown_sources(asked, library)
    else:
        if where:
            raise UsageError("This file brings its own articles: leave out --articles.")
        if given_passage:
            return GivenPassage(asked.articles, opened, least_support)
        library = indexed(Library.of(asked.articles))
    answerer = Answerer(library, opened, least_support=least_support)
    return lambda _: answerer


def _tell_unknown_sources(asked: QuestionSet, library: Library) -> None:
    """Say which sources of the questions are no articles: no answer can be right by them."""
    unknown = sorted({source for one in asked.questions for source in one.sources} - library.articles.keys())
    if unknown:
        more = f" and {len(unknown) - _NAMED} more" if len(unknown) > _NAMED else ""
        narrate(
            f"No article here is called {', '.join(unknown[:_NAMED])}{more}, as sources of questions are."
        )


def _with_progress(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """Pass the outcomes on, with a bar of how many there are."""
    with counting("asking", "question") as progress:
        for done, outcome in enumerate(outcomes, 1):
            progress(done, total)
            yield outcome


def _print(report: Report, outcomes: list[Outcome], as_json: bool) -> None:
    from tui import report as printing

    if as_json:
        click.echo(json.dumps(printing.record(report, outcomes), ensure_ascii=False, indent=2))
        return
    for line in printing.report_lines(report):
        click.echo(line)
    click.echo()
    for line in printing.miss_lines(outcomes):
        click.echo(line)


def _bound(text: str, names: tuple[str, ...]) -> tuple[str, float]:
    """Return the metric and the value of ``METRIC=VALUE``; raises UsageError."""
    name, _, value = text.partition("=")
    if name not in names:
        from rapidfuzz import process

        nearest = process.extractOne(name, names)
        hint = f"; the nearest is {nearest[0]}" if nearest else ""
        raise UsageError(f"--fail-under: there is no metric {name!r} to bound{hint}.")
    try:
        least = float(value)
    except ValueError:
        least = math.nan
    if not 0 <= least <= 1:
        raise UsageError(f"--fail-under {text}: a value from 0 to 1 is wanted, as in {name}=0.8.")
    return name, least


def _judged(report: Report, gates: list[tuple[str, float]]) -> ExitCode:
    """Tell which bounds were missed; a figure over no question cannot hold one."""
    missed = False
    for name, least in gates:
        value = report.measures[name].value
        if value is None:
            raise UsageError(f"--fail-under {name}={least:g}: no question of the set counts for it.")
        if value < least:
            narrate(f"{name} is {value:.4f}, under {least:g}.")
            missed = True
    return ExitCode.SILENT if missed else ExitCode.DONE
