"""``osmosis ask``: answer once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import locations
from tui.errors import ExitCode, narrate
from tui.opening import open_answerer
from tui.options import Words, articles_option, json_option, reader_option, support_option
from tui.render import answer_lines

if TYPE_CHECKING:
    from index.library import Library
    from qa.answer import Answer
    from qa.answerer import Answerer
    from tui.kept import Conversation

_STDIN = "-"


@click.command(
    short_help="Answer a question, and say where it stands.",
    epilog="""\b
Examples:
  osmosis ask "why was it cancelled?"
  osmosis ask "and when?" --after "why was it cancelled?"
  osmosis ask --keep "why was it cancelled?"
  osmosis ask --continue "and when?"
  osmosis ask --articles ~/notes "who signed the lease?" --json
  echo "who plays Esther?" | osmosis ask -
""",
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
@click.option(
    "--continue",
    "goes_on",
    is_flag=True,
    help="Go on with the conversation kept last, in its articles unless others are named, and keep this too.",
)
@click.option(
    "--keep",
    is_flag=True,
    help="Keep this as a new conversation; `osmosis history` lists what is kept. Without --keep or "
    "--continue nothing is.",
)
@json_option
@support_option
@reader_option
def ask(  # noqa: PLR0913 - a command takes its options
    *,
    question: tuple[str, ...],
    articles: str | None,
    after: tuple[str, ...],
    goes_on: bool,
    keep: bool,
    as_json: bool,
    support: float | None,
    reader: Path | None,
) -> ExitCode:
    """Answer QUESTION in the articles' own words, and say where they stand.

    QUESTION may be several words without quotation marks, or - to read it from stdin.
    Exits with 1 when the articles do not say.
    """
    asked = _from_stdin() if question == (_STDIN,) else " ".join(question)
    if after and goes_on:
        raise click.UsageError("--continue has its earlier questions already; --after cannot add any.")
    going_on = _last_kept() if goes_on else None
    if goes_on and going_on is None:
        narrate("No conversation is kept yet: this begins one.")
    if going_on and not articles:
        articles = going_on.library or str(locations.seeds())
    answerer = open_answerer(articles, support, reader)
    answers = _answer_all([*after, asked], answerer, going_on)
    _print(answers[-1], as_json)
    if keep or goes_on:
        _keep(answers, answerer.library, going_on)
    return ExitCode.DONE if answers[-1].answered else ExitCode.SILENT


def _answer_all(questions: Sequence[str], answerer: Answerer, going_on: Conversation | None) -> list[Answer]:
    """Answer each question in the light of those before it, and of the conversation it goes on with."""
    from qa.turns import Turn

    turns: list[Turn] = going_on.turns_in(answerer.library.articles) if going_on else []
    answers = []
    for question in questions:
        answers.append(answerer.answer(question, turns))
        turns.append(Turn.of(answers[-1]))
    return answers


def _print(answer: Answer, as_json: bool) -> None:
    if as_json:
        click.echo(answer.model_dump_json(indent=2))
        return
    for typed, searched in answer.corrections.items():
        narrate(f"Searched for “{searched}” instead of “{typed}”.")
    for line in answer_lines(answer):
        click.echo(line)


def _last_kept() -> Conversation | None:
    from tui.history import History

    return History().latest()


def _keep(answers: Sequence[Answer], library: Library, going_on: Conversation | None) -> None:
    """Keep the turns, in the conversation that is gone on with or else in a new one; say where."""
    from tui.history import History
    from tui.kept import Conversation, KeptTurn

    turns = [KeptTurn.of(answer) for answer in answers]
    if going_on:
        kept = History().add(going_on.id, *turns)
    else:
        kept = History().keep(Conversation.begun(turns, library=locations.lasting_name(library.where)))
    narrate(f"Kept in conversation {kept.id}.")


def _from_stdin() -> str:
    try:
        asked = sys.stdin.buffer.read().decode("utf-8").strip()
    except UnicodeDecodeError:
        raise click.UsageError("stdin holds no UTF-8 text: iconv -t utf-8 makes it one.") from None
    if not asked:
        raise click.UsageError("stdin holds no question.")
    return asked
