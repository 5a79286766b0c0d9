"""Running the command line: in this process for the many small cases, as a process for the main paths."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tui.cli import cli
from tui.errors import exit_code_of

OSMOSIS = Path(sys.executable).with_name("osmosis")


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def nobodys_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    for name in [name for name in os.environ if name.startswith("OSMOSIS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("OSMOSIS_CONFIG", str(tmp_path / "no settings.toml"))
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command in this process, as ``osmosis`` would."""

    def command(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        words = [str(argument) for argument in arguments]
        code = exit_code_of(lambda: cli.main(words, prog_name="osmosis", standalone_mode=False))
        written = capsys.readouterr()
        return Ran(code, written.out, written.err)

    return command


@pytest.fixture
def osmosis(tmp_path: Path) -> Run:
    """Return what runs the installed command as a process of its own, in an empty folder."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    def command(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Ran:
        done = subprocess.run(
            [OSMOSIS, *arguments],
            input=stdin,
            capture_output=True,
            cwd=elsewhere,
            env={**os.environ, **environment},
            timeout=60,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return command


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Return a small folder of articles."""
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "ferry.txt").write_text(
        "The harbour ferry\n\n"
        "The ferry to Sandholm leaves at seven in the morning. It was built by Karin Lindqvist in 1987.\n\n"
        "In winter the ferry does not sail, because the bay freezes over.\n",
        encoding="utf-8",
    )
    (folder / "museum.md").write_text(
        "# The lamp museum\n\nThe museum keeps 412 lamps. Its director is Oskar Brandt.\n", encoding="utf-8"
    )
    return folder
