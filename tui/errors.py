"""Exit codes, and the one place that writes to stderr.

Data goes to stdout; what is said beside it (errors, files that were skipped, words that were
searched for instead) goes through here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from enum import IntEnum

import click

from index.errors import OsmosisError, UnreadableError
from tui.visible import visible


class ExitCode(IntEnum):
    """How a command ended, for the shell."""

    DONE = 0
    SILENT = 1
    """The articles do not say, nothing was found, or a bound of ``eval --fail-under`` was missed."""
    USAGE = 2
    UNREADABLE = 3
    INTERRUPTED = 130
    """Ctrl+C: 128 and the signal's number, as shells have it."""


def narrate(message: str) -> None:
    """Say something beside the data, on stderr."""
    click.echo(visible(message), err=True)


def draw(line: str) -> None:
    """Draw a line, on stderr, over the one drawn before; an empty one takes that away."""
    click.echo(f"\r\x1b[2K{line}", err=True, nl=False)


def complain(message: str) -> None:
    """Say on stderr what went wrong."""
    narrate(f"osmosis: {message}")


def exit_code_of(command: Callable[[], object]) -> int:
    """Run a command and return its exit code; tell a person's mistakes in a sentence.

    A reader of stdout that has gone away is no error. Whatever is a bug is let through.
    """
    try:
        code = command()
        if sys.stdout:  # None where the shell has closed it
            sys.stdout.flush()
    except BrokenPipeError:
        return leave_the_pipe()
    except click.ClickException as error:
        _complain_of_usage(error)
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except OsmosisError as error:
        complain(str(error))
        return ExitCode.UNREADABLE if isinstance(error, UnreadableError) else ExitCode.USAGE
    except OSError as error:  # a full disk behind the output, a device that is gone
        leave_the_pipe()
        complain(f"The system says: {error.strerror or error}.")
        return ExitCode.UNREADABLE
    return int(code) if isinstance(code, int) else ExitCode.DONE


def leave_the_pipe() -> ExitCode:
    """Let all further output go nowhere, the interpreter's last flush included; it is no error."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return ExitCode.DONE


def _complain_of_usage(error: click.ClickException) -> None:
    complain(error.format_message())
    context = getattr(error, "ctx", None)
    if context is not None:
        narrate(f"Try '{context.command_path} --help'.")
