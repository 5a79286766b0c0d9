"""Snapshots of the states a person meets, in small, middling and large terminals, dark and light.

What is drawn is scripted: it depends on no trained weights, no clock and nothing that moves.
"""

from collections.abc import Awaitable, Callable, Sequence
from itertools import count
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

import tui.app
from index.library import Library
from index.progress import Progress
from qa.answer import Answer
from qa.turns import Turn
from tests.tui.driving import MIDDLE, NARROW, WIDE, Scripted, articles, drawn, main, settled, type_in
from tui.app import OsmosisApp

Compare = Callable[..., bool]
Steps = Callable[[Pilot[None]], Awaitable[None]]

SIZES = {"80x24": NARROW, "100x30": MIDDLE, "160x50": WIDE}
SHADES = {"dark": "osmosis-dark", "light": "osmosis-light"}

# Long enough to be scrolled to the place, at every size.
CHRONICLE = "\n\n".join(
    [
        "A chronicle of the Varn ferries",
        "Published on March 4, 1963",
        *(
            f"In {year} the ferries carried {9 * (year - 1890)} people to the island and back. "
            "The harbour master wrote down every crossing, the weather, and who was on board."
            for year in range(1931, 1947)
        ),
        "In 1947 the ferries stopped for eleven weeks because the bay had frozen over from the island to "
        "the mole, and people went to market on foot.",
        *(f"In {year} a new engine was put in." for year in range(1948, 1960)),
    ]
)


class Chronicler(Scripted):
    """Knows the chronicle as well, and lets go of what waits."""

    def answer(self, question: str, turns: Sequence[Turn] = ()) -> Answer:
        if "stop" not in question:
            return super().answer(question, turns)
        cause = self.cite("because the bay had frozen over from the island to the mole", 0.55)
        return Answer(
            question=question,
            understood_as="Why did the ferries stop in 1947?",
            answered=True,
            answer=cause.quote,
            support=cause.support,
            citations=(cause,),
        )


class Coast(OsmosisApp):
    """The app on a few articles; what it waits for comes when it is left."""

    CSS_PATH = Path(tui.app.__file__).with_name("app.tcss")

    def __init__(self, where: Path) -> None:
        self.waits_for = Event()
        self.halts = False
        super().__init__(where, open_library=self.read, open_answerer=self.answering, suggests=False)
        self.animation_level = "none"

    def read(self, where: Path, progress: Progress) -> Library:
        def told(done: int, total: int) -> None:
            progress(done, total)
            if self.halts and done == 3:
                assert self.waits_for.wait(timeout=60)

        return Library.open(where, told)

    def answering(self, library: Library) -> Chronicler:
        scripted = Chronicler(library)
        scripted.go_on = self.waits_for
        return scripted

    def on_unmount(self) -> None:
        self.waits_for.set()


def presses(*steps: str) -> Steps:
    """Type each step that is a question and press Enter; press each that is a key."""

    async def run(pilot: Pilot[None]) -> None:
        await settled(pilot)
        for step in steps:
            typed = " " in step
            if typed:
                type_in(pilot, step)
            await pilot.press("enter" if typed else step)
            if not step.startswith("wait"):
                await settled(pilot)

    return run


async def offered(pilot: Pilot[None]) -> None:
    """Offer questions to begin with, which the scripted answerer does not try."""
    await settled(pilot)
    main(pilot).welcome.offer(["Who keeps the light?", "Why did the ferries stop?", "Who is Ilse Brandt?"])
    main(pilot).settle()


async def halted(pilot: Pilot[None]) -> None:
    """Wait until reading has come to where it halts, with a question half typed."""
    while "reading 3 of 4 files · about " not in drawn(pilot):
        await pilot.pause()
    type_in(pilot, "why did the fer")


STATES: dict[str, Steps] = {
    "empty": offered,
    "answering": presses("who keeps the light?", "wait, since when?"),
    "answered": presses("why did they stop?"),
    "silent": presses("are there whales?"),
    "disagreement": presses("when was it bilt?"),
    "source": presses("who keeps the light?", "2"),
    "history": presses("who keeps the light?", "why did they stop?", "ctrl+r"),
    "palette": presses("who keeps the light?", "ctrl+p"),
    "error": presses("break it now"),
    "indexing": halted,
}
MORE: dict[str, Steps] = {
    "conversation": presses("who keeps the light?", "are there whales?", "why did they stop?", "alt+up"),
    "articles": presses("ctrl+o"),
    "found": presses("why did they stop?", "/find the bay"),
    "help": presses("f1"),
}


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Coast:
    """An app on a folder of a name that does not change; each file takes two seconds by the clock."""
    clock = count(step=2)
    monkeypatch.setattr("tui.progress.time", SimpleNamespace(monotonic=lambda: next(clock)))
    return Coast(articles(tmp_path / "coast", chronicle=CHRONICLE))


def drawing(steps: Steps, theme: str) -> Steps:
    """Return the steps, with nothing that blinks at their end."""

    async def run(pilot: Pilot[None]) -> None:
        pilot.app.theme = theme
        await steps(pilot)
        for screen in pilot.app.screen_stack:
            for field in screen.query(Input):
                field.cursor_blink = False
        pilot.app._main.prompt.cursor_blink = False
        await pilot.pause()

    return run


@pytest.mark.parametrize("shade", SHADES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES)
def test_looks_as_it_did(snap_compare: Compare, app: Coast, state: str, size: str, shade: str) -> None:
    app.halts = state == "indexing"
    steps = drawing(STATES[state], SHADES[shade])
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


@pytest.mark.parametrize("state", MORE)
def test_looks_as_it_did_in_a_small_terminal(snap_compare: Compare, app: Coast, state: str) -> None:
    steps = drawing(MORE[state], SHADES["dark"])
    assert snap_compare(app, terminal_size=NARROW, run_before=steps)
