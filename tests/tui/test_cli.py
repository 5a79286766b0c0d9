"""The command line as a whole: help, completion, colour, pipes, what it imports."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tui.cli import cli

OSMOSIS = Path(sys.executable).with_name("osmosis")
COMMANDS = ("ask", "chat", "cite", "eval", "search")
QUESTION = ("ask", "When did Netflix confirm the discontinuation?")
HEAVY = ("textual", "sklearn", "torch", "trafilatura", "scipy")


@pytest.fixture(autouse=True)
def nobodys_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    monkeypatch.setenv("OSMOSIS_CONFIG", str(tmp_path / "no settings.toml"))
    monkeypatch.delenv("NO_COLOR", raising=False)


def ran(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [OSMOSIS, *arguments],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


def on_a_terminal(*arguments: str, **environment: str) -> bytes:
    """Return what the command writes to a terminal."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", **environment}
    with subprocess.Popen([OSMOSIS, *arguments], stdout=theirs, stdin=theirs, env=environment) as process:
        os.close(theirs)
        pieces = []
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            pieces.append(piece)
        process.wait(timeout=60)
    os.close(ours)
    return b"".join(pieces).replace(b"\r\n", b"\n")


def imported_by(*arguments: str) -> set[str]:
    """Return the modules that a command imports."""
    code = (
        "import sys\nfrom tui.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60, check=True
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command: str) -> None:
    shown = CliRunner().invoke(cli, [command, "--help"])
    assert shown.exit_code == 0
    assert f"osmosis {command}" in shown.output.split("Examples:")[1]


def test_without_a_command_and_a_terminal_help_is_printed() -> None:
    shown = ran()
    assert shown.returncode == 0
    assert all(f"\n  {command} " in shown.stdout for command in COMMANDS)
    assert "Exit codes" in shown.stdout


def test_the_version_is_the_package_s() -> None:
    assert ran("--version").stdout.startswith("osmosis 0.")


def test_an_unknown_command_and_a_bare_question_are_usage_errors() -> None:
    assert ran("aks", "why?").returncode == 2
    bare = ran("why was it cancelled?")
    assert bare.returncode == 2
    assert 'osmosis ask "why was it cancelled?"' in bare.stderr


def test_chat_needs_a_terminal() -> None:
    done = ran("chat")
    assert done.returncode == 2
    assert "terminal" in done.stderr


def test_a_terminal_changes_nothing_but_colour() -> None:
    piped = ran(*QUESTION).stdout.encode()
    coloured = on_a_terminal(*QUESTION)
    assert b"\x1b[" in coloured
    assert on_a_terminal(*QUESTION, NO_COLOR="1") == piped
    assert on_a_terminal(*QUESTION, TERM="dumb") == piped


def test_ctrl_c_while_it_is_loading_leaves_quietly() -> None:
    interrupted = (
        "import signal\nfrom tui.start import main\n"
        "signal.signal(signal.SIGALRM, signal.default_int_handler)\n"
        "signal.setitimer(signal.ITIMER_REAL, 0.01)\nmain()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", interrupted, "--help"], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"'{OSMOSIS}' search osmosis -k 50; echo $? >&2"
    done = subprocess.run(
        ["bash", "-c", f"({command}) | true"], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stderr == "0\n"


@pytest.mark.parametrize(
    ("redirected", "code", "said"),
    [(">/dev/full", "3", "No space left on device"), (">&-", "0", ""), ("<&-", "0", ""), ("2>&-", "0", "")],
)
def test_closed_and_full_ends_make_no_traceback(redirected: str, code: str, said: str) -> None:
    command = f"'{OSMOSIS}' search osmosis -k 1 {redirected}"
    done = subprocess.run(
        ["bash", "-c", f"{command}; exit $?"], capture_output=True, text=True, timeout=60, check=False
    )
    assert (str(done.returncode), done.stderr.count("\n")) == (code, 1 if said else 0)
    assert said in done.stderr


@pytest.mark.parametrize("words", [QUESTION, ("config",)])
def test_ask_and_config_import_nothing_that_draws_or_trains(words: tuple[str, ...]) -> None:
    assert not imported_by(*words) & set(HEAVY)


def test_help_and_completion_import_nothing_heavy() -> None:
    assert not imported_by("--help") & {*HEAVY, "pydantic", "numpy", "onnxruntime", "rich"}


@pytest.mark.parametrize(
    ("words", "offered"), [("osmosis a", "ask"), ("osmosis ask --ar", "--articles"), ("osmosis ", "eval")]
)
def test_completion_offers_commands_and_options(words: str, offered: str) -> None:
    done = ran(_OSMOSIS_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(words.count(" ")))
    assert offered in done.stdout
