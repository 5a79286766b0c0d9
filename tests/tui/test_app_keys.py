"""Keys that a person has set: what they do, and where they are shown."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.driving import Scripted, articles, ask, drawn, main, running, settled, type_in
from tui.app import OsmosisApp
from tui.screens.picker import Picker

OSMOSIS = Path(sys.executable).with_name("osmosis")


def app(where: Path, **keys: tuple[str, ...]) -> OsmosisApp:
    return OsmosisApp(where, open_answerer=Scripted, suggests=False, keys=keys)


async def test_a_key_that_is_set_takes_the_place_of_the_old_ones(tmp_path: Path) -> None:
    async with running(app(articles(tmp_path), articles=("f4",))) as pilot:
        await pilot.press("ctrl+o")
        assert not isinstance(pilot.app.screen, Picker)
        await pilot.press("f4")
        assert isinstance(pilot.app.screen, Picker)


async def test_it_is_what_footer_palette_and_help_show(tmp_path: Path) -> None:
    async with running(app(articles(tmp_path), articles=("f4", "ctrl+t"))) as pilot:
        footer = drawn(pilot).splitlines()[-1]
        assert "F4 Articles" in footer and "^O" not in footer
        await pilot.press("ctrl+p", *"all articles")
        await settled(pilot)
        assert "F4 Ctrl+T  /articles" in drawn(pilot)
        await pilot.press("escape", "f1")
        await pilot.pause()
        row = next(line for line in drawn(pilot).splitlines() if "/articles" in line)
        assert "F4 Ctrl+T" in row and "Ctrl+O" not in drawn(pilot)


async def test_it_goes_before_what_the_prompt_would_do_with_it(tmp_path: Path) -> None:
    async with running(app(articles(tmp_path), copy=("ctrl+y",))) as pilot:  # the prompt's redo
        await ask(pilot, "who keeps it?")
        await pilot.press("ctrl+y")
        await settled(pilot)
        assert "Ilse Brandt" in pilot.app.clipboard


async def test_a_character_is_typed_in_the_prompt_and_does_what_is_set_elsewhere(tmp_path: Path) -> None:
    async with running(app(articles(tmp_path), articles=("x", "minus"))) as pilot:
        await pilot.press("x", "minus")
        assert main(pilot).prompt.text == "x-"
        await pilot.press("tab", "slash", "x", "-")
        assert main(pilot).source.view.matches == []
        assert pilot.app.screen is main(pilot)
        await pilot.press("escape", "x")
        assert isinstance(pilot.app.screen, Picker)


async def test_an_action_loses_the_key_that_another_is_given(tmp_path: Path) -> None:
    async with running(app(articles(tmp_path), articles=("ctrl+r",))) as pilot:
        assert "^R Articles" in drawn(pilot) and "History" not in drawn(pilot)
        await ask(pilot, "/help")
        row = next(line for line in drawn(pilot).splitlines() if "/history" in line)
        assert "Ctrl+R" not in row


async def test_two_keys_can_change_places(tmp_path: Path) -> None:
    keys = {"ask": ("ctrl+j",), "new_line": ("enter",)}
    async with running(app(articles(tmp_path), **keys)) as pilot:
        type_in(pilot, "who keeps")
        await pilot.press("enter", *"it?")
        assert main(pilot).prompt.text == "who keeps\nit?"
        await pilot.press("ctrl+j")
        await settled(pilot)
        assert [card.question for card in main(pilot).conversation.cards] == ["who keeps\nit?"]


async def test_the_key_that_quits_can_be_another_even_over_a_list(tmp_path: Path) -> None:
    async with running(app(articles(tmp_path), quit=("f10",))) as pilot:
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert pilot.app.is_running
        await pilot.press("ctrl+o", "f10")
        await pilot.pause()
        assert not pilot.app.is_running


def installed(settings: Path, **environment: str) -> tuple[int, str]:
    """Run the installed ``osmosis chat`` in a terminal of its own until it ends."""
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [OSMOSIS, "chat"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "OSMOSIS_CONFIG": str(settings), **environment},
        timeout=60,
        check=False,
    )
    os.close(theirs)
    said = os.read(ours, 65536).decode()
    os.close(ours)
    return done.returncode, said.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('copi = "f4"', "keys.copi is no action; the nearest is copy."),
        ('copy = "ctlr+y"', "keys.copy: there is no key 'ctlr+y'; the nearest is ctrl+y."),
        ('theme = "nordd"', "theme: there is no theme nordd; the nearest is nord."),
    ],
)
def test_a_slip_in_the_settings_is_one_sentence_of_the_installed_command(
    tmp_path: Path, line: str, said: str
) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text(f"{line}\n" if "theme" in line else f"[keys]\n{line}\n")
    assert installed(settings) == (2, f"osmosis: {settings}: {said}\n")


def test_the_installed_command_lists_every_action_with_its_keys(tmp_path: Path) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('[keys]\ncopy = "f4"\n')
    done = subprocess.run(
        [OSMOSIS, "config"],
        env={**os.environ, "OSMOSIS_CONFIG": str(settings)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    lines = done.stdout.splitlines()
    assert '"copy" = "f4"' in lines and '# articles = "Ctrl+O"' in lines
    assert not any(line.startswith("# copy =") for line in lines)
