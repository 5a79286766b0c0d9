"""Exit codes and what is said on stderr."""

from __future__ import annotations

from collections.abc import Callable

import click
import pytest

from index.errors import OsmosisError, UnreadableError, UsageError
from tui.errors import ExitCode, exit_code_of


def raising(error: BaseException) -> Callable[[], object]:
    def command() -> object:
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UsageError("No such metric."), ExitCode.USAGE, "osmosis: No such metric.\n"),
        (UnreadableError("No \x1b[2Jfolder."), ExitCode.UNREADABLE, "osmosis: No ␛[2Jfolder.\n"),
        (OsmosisError("Hm."), ExitCode.USAGE, "osmosis: Hm.\n"),
        (click.UsageError("No such option."), ExitCode.USAGE, "osmosis: No such option.\n"),
        (KeyboardInterrupt(), ExitCode.INTERRUPTED, ""),
        (click.Abort(), ExitCode.INTERRUPTED, ""),
    ],
)
def test_mistakes_end_in_a_sentence_and_a_code(
    capsys: pytest.CaptureFixture[str], error: BaseException, code: ExitCode, said: str
) -> None:
    assert exit_code_of(raising(error)) == code
    assert capsys.readouterr() == ("", said)


def test_bugs_are_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        exit_code_of(raising(ZeroDivisionError()))


@pytest.mark.parametrize(("returned", "code"), [(None, 0), (ExitCode.SILENT, 1), ("text", 0)])
def test_what_a_command_returns_is_its_code(returned: object, code: int) -> None:
    assert exit_code_of(lambda: returned) == code
