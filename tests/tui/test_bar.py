"""The bar of a command that takes long."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.tui.driving import HARBOUR
from tui.bar import counting

OSMOSIS = Path(sys.executable).with_name("osmosis")


def read(terminal: int) -> str:
    """Return what has been written to the other end; nothing when that is closed."""
    try:
        return os.read(terminal, 65536).decode()
    except OSError:
        return ""


def test_counts_on_a_terminal_until_it_is_interrupted(tmp_path: Path) -> None:
    for number in range(500):  # seconds of reading
        (tmp_path / f"{number}.txt").write_text(f"{number}\n\n{HARBOUR * 20}", encoding="utf-8")
    ours, theirs = pty.openpty()
    command = [OSMOSIS, "ask", "who keeps the light?", "--articles", tmp_path]
    environment = {**os.environ, "TERM": "xterm-256color"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=environment) as process:
        os.close(theirs)
        drawn = ""
        while not re.search(r"reading \d+ of 500 files", drawn):
            more = read(ours)
            assert more, drawn
            drawn += more
        process.send_signal(signal.SIGINT)
        rest = ""
        while more := read(ours):
            rest += more
        assert (process.wait(timeout=60), process.stdout.read() if process.stdout else b"") == (130, b"")
    os.close(ours)
    assert rest.rstrip().endswith("\r\x1b[2K")  # the bar is gone
    assert "Traceback" not in rest


def test_draws_nothing_where_stderr_is_no_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = count(step=10)
    monkeypatch.setattr("tui.bar.time", SimpleNamespace(monotonic=lambda: next(seconds)))
    with counting("reading", "file") as told:
        told(1, 2)
        told(2, 2)
    assert capsys.readouterr().err == ""
