"""``osmosis history``: the kept conversations, listed, searched, shown, renamed, deleted, exported."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from index.errors import UsageError
from tui.crediting import byline, titled
from tui.errors import narrate
from tui.options import Words, json_option
from tui.render import mentions_none
from tui.support import support_word
from tui.visible import one_line

if TYPE_CHECKING:
    from tui.history import History, Shelf
    from tui.kept import Conversation, KeptCitation, KeptTurn

_FORMS = ("markdown", "json", "html")  # tui.exports.Form, which is not imported for help
_NAME = click.argument("name", metavar="CONVERSATION", type=Words())


@click.group(invoke_without_command=True)
@click.pass_context
def history(context: click.Context) -> None:
    """List your kept conversations, or do something with one of them.

    CONVERSATION is the id that the list shows, its first characters, or "last" for the one
    last added to. `osmosis ask --keep` begins one, `osmosis ask --continue` goes on with
    the last; so does the app.
    """
    if context.invoked_subcommand is None:
        _print_list(_history().all(), as_json=False)


@history.command("list")
@json_option
def list_all(*, as_json: bool) -> None:
    """List all conversations, the last added to first."""
    _print_list(_history().all(), as_json=as_json)


@history.command()
@click.argument("words", nargs=-1, required=True, type=Words())
@json_option
def search(words: tuple[str, ...], *, as_json: bool) -> None:
    """List the conversations that hold all the WORDS, in a question, an answer or a source.

    Capitals and accents do not count, and beginnings of words will do.
    """
    _print_list(_history().search(" ".join(words)), as_json=as_json)


@history.command()
@_NAME
def show(name: str) -> None:
    """Print a conversation."""
    conversation = _history().find(name)
    click.echo("\n".join(_conversation(conversation)))


@history.command()
@_NAME
@click.argument("title", type=Words())
def rename(name: str, title: str) -> None:
    """Give a conversation another TITLE."""
    kept = _history()
    kept.rename(kept.find(name).id, title)


@history.command()
@_NAME
@click.option("--yes", is_flag=True, help="Do not ask.")
def delete(name: str, *, yes: bool) -> None:
    """Delete a conversation for good, a damaged one too."""
    from tui.history import HistoryError

    kept = _history()
    conversation_id = kept.id_of(name)
    if not yes:
        if not sys.stdin.isatty():
            raise UsageError("Deleting without a terminal to ask on needs --yes.")
        try:
            conversation = kept.find(conversation_id)
            what = f"“{one_line(conversation.title)}” with its {len(conversation.turns)} turns"
        except HistoryError:
            what = f"{conversation_id}, which is damaged"
        click.confirm(f"Delete {what}?", abort=True, err=True)
    kept.delete(conversation_id)


@history.command()
@_NAME
@click.option("--as", "form", type=click.Choice(_FORMS), help="What to write.  [default: markdown]")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write, or the export to replace; without --as, .md, .json or .html says the form.",
)
def export(name: str, form: str | None, output: Path | None) -> None:
    """Write a conversation as Markdown with footnotes, JSON or a page of HTML."""
    from tui.exports import Form, form_of, render, save

    conversation = _history().find(name)
    if output is None:
        click.echo(render(conversation, Form(form or Form.MARKDOWN)), nl=False)
    else:
        save(conversation, output, Form(form) if form else form_of(output))


def _history() -> History:
    from tui.history import History

    return History()


def _print_list(shelf: Shelf, *, as_json: bool) -> None:
    for damaged in shelf.damaged:
        narrate(f"{damaged}.")
    if as_json:
        click.echo(json.dumps([_summary(each) for each in shelf.conversations], ensure_ascii=False, indent=1))
        return
    for conversation in shelf.conversations:
        click.echo(_line(conversation))
    if not shelf.conversations:
        narrate("No conversation to list.")


def _summary(conversation: Conversation) -> dict[str, object]:
    fields = conversation.model_dump(mode="json", include={"id", "title", "library", "created", "changed"})
    return {**fields, "turns": len(conversation.turns)}


def _line(conversation: Conversation) -> str:
    changed = conversation.changed.astimezone()
    count = len(conversation.turns)
    return f"{conversation.id}  {changed:%Y-%m-%d %H:%M}  {count:>3}  {one_line(conversation.title)}"


def _conversation(conversation: Conversation) -> Iterator[str]:
    """Yield the lines of a conversation, as plain text."""
    yield one_line(conversation.title)
    for turn in conversation.turns:
        yield ""
        yield f"> {one_line(turn.question)}"
        if turn.understood_as and turn.understood_as != turn.question:
            yield f"  understood as: {one_line(turn.understood_as)}"
        yield from (f"  {line}" for line in _answer(turn))


def _answer(turn: KeptTurn) -> Iterator[str]:
    answer = turn.answer
    if answer is None:
        yield "Not answered."
        return
    for typed, searched in answer.corrections.items():
        yield f"Searched for “{one_line(searched)}” instead of “{one_line(typed)}”."
    if not answer.answered:
        yield one_line(answer.reply or "The articles do not say.")
        if answer.missing:
            yield mentions_none(answer.missing)
        for citation in answer.nearest:
            yield f"nearest: “{one_line(citation.quote)}”"
            yield f"  {_place(citation)}"
        return
    if answer.disagreements:
        yield "The articles disagree."
    if answer.opinions:
        yield "This is a matter of opinion."
    sides = [(answer.support, answer.citations), *((side.support, side.citations) for side in answer.others)]
    for support, citations in sides:
        for citation in citations:
            yield f"{one_line(citation.quote)}  ({support_word(support)})"
            yield f"  “{one_line(citation.sentence)}”"
            yield f"  {_place(citation)}"


def _place(citation: KeptCitation) -> str:
    known = f" ({byline(citation)})" if byline(citation) else ""
    place = f"{one_line(citation.source)}:{citation.line}"
    return f"{titled(citation)}{known}  {place}  {one_line(citation.reference)}"
