"""Snapshots of the states a person meets, in the sizes of small, middling and large terminals."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.driving import MIDDLE, NARROW, WIDE, Scripted, articles, main, settled, type_in
from tui.app import OsmosisApp

Compare = Callable[..., bool]
Steps = Callable[[Pilot[None]], Awaitable[None]]


def presses(*steps: str, theme: str = "osmosis-dark") -> Steps:
    """Type each step that is a question and press Enter; press each that is a key."""

    async def run(pilot: Pilot[None]) -> None:
        await settled(pilot)
        pilot.app.theme = theme
        main(pilot).prompt.cursor_blink = False
        for step in steps:
            typed = " " in step or step.startswith("/")
            if typed:
                type_in(pilot, step)
            await pilot.press("enter" if typed else step)
            await settled(pilot)
        for field in pilot.app.screen.query(Input):
            field.cursor_blink = False
        await pilot.pause()

    return run


@pytest.fixture
def app(tmp_path: Path) -> OsmosisApp:
    """An app on a folder of a name that does not change, drawn without what moves."""
    made = OsmosisApp(articles(tmp_path / "coast"), open_answerer=Scripted, suggests=False)
    made.animation_level = "none"
    return made


STATES = {
    "empty": (NARROW, presses()),
    "answered": (WIDE, presses("who keeps the light?")),
    "answered-middle": (MIDDLE, presses("who keeps the light?", "2")),
    "answered-narrow": (NARROW, presses("who keeps the light?")),
    "source-narrow": (NARROW, presses("who keeps the light?", "2")),
    "silent": (NARROW, presses("are there whales?")),
    "disagreement": (MIDDLE, presses("when was it bilt?")),
    "disagreement-light": (WIDE, presses("when was it bilt?", theme="osmosis-light")),
    "articles": (NARROW, presses("ctrl+o")),
    "help": (NARROW, presses("f1")),
    "found": (MIDDLE, presses("/find lighthouse")),
    "trouble": (NARROW, presses("break it")),
}


@pytest.mark.parametrize("state", STATES)
def test_looks_as_it_did(snap_compare: Compare, app: OsmosisApp, state: str) -> None:
    size, steps = STATES[state]
    assert snap_compare(app, terminal_size=size, run_before=steps)
