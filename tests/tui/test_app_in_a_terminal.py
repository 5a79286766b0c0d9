"""The whole program in a real terminal, where there is a tmux to hold one."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.driving import articles

TMUX = shutil.which("tmux")
# A busy machine takes its time to start Python; a test that waits that long has failed.
PATIENCE = 60.0


class Terminal:
    """A tmux of its own, with one window."""

    def __init__(self, socket: Path) -> None:
        self.socket = socket

    def tmux(self, *arguments: str) -> str:
        command = [str(TMUX), "-S", str(self.socket), "-f", "/dev/null", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def wait_for(self, words: str) -> str:
        """Return what the terminal shows once it shows these words."""
        began = time.monotonic()
        while words not in (shown := self.tmux("capture-pane", "-p")):
            assert time.monotonic() - began < PATIENCE, shown
            time.sleep(0.1)  # tmux tells nobody when a program has drawn
        return shown

    def type(self, *keys: str) -> None:
        self.tmux("send-keys", *keys)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    if TMUX is None:
        pytest.skip("there is no tmux here")
    made = Terminal(tmp_path / "socket")
    yield made
    subprocess.run([TMUX, "-S", str(made.socket), "kill-server"], capture_output=True, check=False)


def open_chat(terminal: Terminal, tmp_path: Path) -> None:
    """Open the installed app on three articles, as a person with nothing but these settings."""
    where = articles(tmp_path / "coast")
    osmosis = Path(sys.executable).with_name("osmosis")
    environment = [f"XDG_{name}_HOME={tmp_path / name.lower()}" for name in ("DATA", "CONFIG", "CACHE")]
    shell = f"env {' '.join(environment)} {osmosis} chat {where}; echo left with $?; cat"
    terminal.tmux("new-session", "-d", "-x", "80", "-y", "24", shell)
    terminal.wait_for("3 articles")


def test_asks_follows_a_source_and_quits(terminal: Terminal, tmp_path: Path) -> None:
    open_chat(terminal, tmp_path)
    terminal.type("-l", "Who built the lighthouse of Varn?")
    terminal.type("Enter")
    assert "Maria Ortega" in terminal.wait_for("supported")
    terminal.type("1")
    terminal.wait_for("place 1 of")
    terminal.type("Escape")
    terminal.wait_for("supported")
    terminal.type("C-q")
    terminal.wait_for("left with 0")


def test_keys_and_a_theme_that_are_set_work_and_words_are_selected_with_the_keys(
    terminal: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "config" / "osmosis").mkdir(parents=True)
    (tmp_path / "config" / "osmosis" / "config.toml").write_text(
        'theme = "dusk"\n[keys]\narticles = "f4"\nquit = "f10"\n'
    )
    (tmp_path / "config" / "osmosis" / "themes").mkdir()
    (tmp_path / "config" / "osmosis" / "themes" / "dusk.toml").write_text('primary = "#c8a27a"\n')
    open_chat(terminal, tmp_path)
    terminal.tmux("set-option", "-s", "set-clipboard", "on")
    terminal.type("F4")
    terminal.wait_for("Type to filter")
    terminal.type("-l", "light")
    terminal.type("Enter")
    terminal.wait_for("Who keeps the light?")
    terminal.type("v")
    terminal.wait_for("Copy selection")
    terminal.type(*["S-Right"] * len("The lighthouse"), "Enter")
    terminal.wait_for("Copied")
    assert terminal.tmux("show-buffer") == "The lighthouse"
    terminal.type("F10")
    terminal.wait_for("left with 0")
