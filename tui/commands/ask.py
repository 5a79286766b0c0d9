"""``osmosis ask``: answer once."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tui.errors import ExitCode, narrate
from tui.opening import open_answerer
from tui.options import Words, articles_option, json_option, reader_option, support_option
from tui.render import answer_lines

_STDIN = "-"


@click.command(
    epilog="""\b
Examples:
  osmosis ask "why was it cancelled?"
  osmosis ask "and when?" --after "why was it cancelled?"
  osmosis ask --articles ~/notes "who signed the lease?" --json
  echo "who plays Esther?" | osmosis ask -
"""
)
@click.argument("question", nargs=-1, required=True, type=Words())
@articles_option
@click.option(
    "--after",
    metavar="QUESTION",
    type=Words(),
    multiple=True,
    help="An earlier question of the conversation; repeat it, oldest first.",
)
@json_option
@support_option
@reader_option
def ask(
    question: tuple[str, ...],
    articles: str | None,
    after: tuple[str, ...],
    as_json: bool,
    support: float | None,
    reader: Path | None,
) -> ExitCode:
    """Answer QUESTION in the articles' own words, and say where they stand.

    QUESTION may be several words without quotation marks, or - to read it from stdin.
    Exits with 1 when the articles do not say.
    """
    asked = _from_stdin() if question == (_STDIN,) else " ".join(question)
    answerer = open_answerer(articles, support, reader)
    answer = answerer.converse([*after, asked])
    if as_json:
        click.echo(answer.model_dump_json(indent=2))
    else:
        for typed, searched in answer.corrections.items():
            narrate(f"Searched for “{searched}” instead of “{typed}”.")
        for line in answer_lines(answer):
            click.echo(line)
    return ExitCode.DONE if answer.answered else ExitCode.SILENT


def _from_stdin() -> str:
    asked = sys.stdin.buffer.read().decode("utf-8", "replace").strip()
    if not asked:
        raise click.UsageError("stdin holds no question.")
    return asked
