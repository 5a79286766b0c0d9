"""The command line: ``osmosis`` and its commands, each registered in one line."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from tui import terminal
from tui.commands.ask import ask
from tui.commands.chat import chat
from tui.commands.cite import cite
from tui.commands.config import config
from tui.commands.evaluate import evaluate
from tui.commands.history import history
from tui.commands.search import search
from tui.errors import exit_code_of, leave_the_pipe


class _Osmosis(click.Group):
    """The group; says what to do when a question stands where a command should."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, as click does; a question in its place is told how to be asked."""
        first = args[0]
        if self.get_command(ctx, first) is None and (" " in first.strip() or first.endswith("?")):
            ctx.fail(f'{first!r} is no command. To ask it: osmosis ask "{first}"')
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a reader of the output that has gone away is no error."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            return leave_the_pipe()


@click.group(
    cls=_Osmosis,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  osmosis ask "why was it cancelled?"
  osmosis ask --articles ~/notes "who signed the lease?"
  osmosis chat

Without a command, a terminal opens the conversation.

\b
Exit codes: 0 answered or done, 1 the articles do not say (or eval
--fail-under: a figure is below), 2 usage or configuration, 3 something
could not be read, 130 interrupted.

\b
Completion of commands and options, for this shell:
  bash  eval "$(_OSMOSIS_COMPLETE=bash_source osmosis)"
  zsh   eval "$(_OSMOSIS_COMPLETE=zsh_source osmosis)"
  fish  _OSMOSIS_COMPLETE=fish_source osmosis | source
""",
)
@click.version_option(package_name="osmosis-qa", message="osmosis %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Ask your articles: the exact words that answer, and where they stand."""
    ctx.color = terminal.colour()
    if ctx.invoked_subcommand is None:
        if terminal.is_attached():
            ctx.invoke(chat)
        else:
            click.echo(ctx.get_help())


for command in (ask, chat, cite, config, evaluate, history, search):
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # the same bytes wherever it runs
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(exit_code_of(lambda: cli.main(arguments, prog_name="osmosis", standalone_mode=False)))
