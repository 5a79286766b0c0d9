"""``/eval``: a question set asked inside the app."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from textual.pilot import Pilot
from textual.widgets import ProgressBar, Static

from index.passages import Passage
from qa.answerer import Answerer
from qa.reader import Span
from qa.readers import open_reader
from tests.qa.tiny_reader import make_tiny_reader
from tests.tui.driving import MIDDLE, NARROW, WIDE, ask, drawn, running, settled, type_in
from tui.app import OsmosisApp
from tui.screens.evaluation import EvaluationScreen
from tui.screens.main import MainScreen

QUESTIONS = [
    {"id": "builder", "question": "Who built the ferry?", "answers": ["Karin Lindqvist"], "kind": "fact"},
    {
        "id": "owner",
        "question": "and who sold it?",
        "history": ["Was the [b]ferry[/b] built here?"],
        "answers": ["Oskar Brandt", "Brandt"],
        "sources": ["notes.txt"],
        "kind": "followup",
    },
    {"id": "mars", "question": "What does a ticket to Mars cost?", "kind": "unanswerable"},
]


class Halting:
    """The tiny reader, which stops before its second question until it is let on."""

    def __init__(self, folder: Path) -> None:
        self._reader = open_reader(make_tiny_reader(folder))
        self._asked = count()
        self.halted, self.go_on = Event(), Event()
        self.trouble = ""

    def read(self, question: str, passages: Sequence[Passage]) -> list[Span]:
        if next(self._asked) > 0:
            self.halted.set()
            assert self.go_on.wait(timeout=20)
        if self.trouble:
            raise RuntimeError(self.trouble)
        return self._reader.read(question, passages)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "ferry.txt").write_text("The ferry was built by ⟨ Karin Lindqvist ⟩ in 1987.", encoding="utf-8")
    (folder / "questions.jsonl").write_text("".join(json.dumps(row) + "\n" for row in QUESTIONS))
    return folder


@pytest.fixture
def reader(tmp_path: Path) -> Halting:
    made = Halting(tmp_path / "reader")
    made.go_on.set()
    return made


@pytest.fixture
def app(notes: Path, reader: Halting) -> OsmosisApp:
    made = OsmosisApp(
        notes, open_answerer=lambda found: Answerer(found, reader, least_support=0.0), suggests=False
    )
    made.animation_level = "none"
    made.theme = "osmosis-dark"  # whatever terminal the tests run in
    return made


def state(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#evaluation-state", Static).content)


def said(pilot: Pilot[None]) -> str:
    return "\n".join(note.message for note in pilot.app._notifications)


async def halted(pilot: Pilot[None], reader: Halting) -> None:
    """Wait until the reader has come to its second question, and what it sent is drawn."""
    while not reader.halted.is_set():
        await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_figures_and_misses_follow_the_questions(app: OsmosisApp, size: tuple[int, int]) -> None:
    async with running(app, size) as pilot:
        await ask(pilot, "/eval")
        assert isinstance(pilot.app.screen, EvaluationScreen)
        assert state(pilot).startswith("3 questions asked in ")
        await pilot.press("end")
        await pilot.pause()
        shown = drawn(pilot)
        assert "and who sold it?" in shown and "asked before: Was the [b]ferry[/b] built here?" in shown
        assert "wrong answer · owner · followup" in shown
        sides = [line for line in shown.splitlines() if "Oskar Brandt or Brandt" in line]
        assert sides and "Karin Lindqvist" in sides[0]
        await pilot.press("home")
        await pilot.pause()
        assert "3 questions, 2 of them answerable" in drawn(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MainScreen)


async def test_every_table_fits_a_small_terminal(app: OsmosisApp) -> None:
    async with running(app, NARROW) as pilot:
        await ask(pilot, "/eval")
        lines = pilot.app.screen.query_one("#results")._lines
        assert not [line.plain for line in lines if "…" in line.plain]
        assert any(line.plain == "how long the questions took" for line in lines)


@pytest.mark.parametrize("columns", [60, 40])
async def test_no_figure_is_cut_however_narrow_the_terminal(app: OsmosisApp, columns: int) -> None:
    async with running(app, (columns, 20)) as pilot:
        await ask(pilot, "/eval")
        shown = drawn(pilot).splitlines()
        (row,) = [line for line in shown if line.strip().startswith("citations verbatim")]
        assert "100.0" in row and "…" not in row


async def test_progress_is_counted_and_escape_stops(app: OsmosisApp, reader: Halting) -> None:
    reader.go_on.clear()
    async with running(app) as pilot:
        type_in(pilot, "/eval")
        await pilot.press("enter")
        await halted(pilot, reader)
        assert pilot.app.screen.query_one(ProgressBar).progress == 1
        assert state(pilot).startswith("1 of 3 questions asked · 0 missed · about ")
        await pilot.press("escape")
        assert state(pilot) == "Stopping after this question …"
        reader.go_on.set()
        await settled(pilot)
        assert "2 questions asked in" in state(pilot) and "stopped before the other 1" in state(pilot)
        assert "2 questions, 2 of them answerable" in drawn(pilot)


async def test_a_second_escape_leaves_at_once(app: OsmosisApp, reader: Halting) -> None:
    reader.go_on.clear()
    async with running(app) as pilot:
        type_in(pilot, "/eval")
        await pilot.press("enter")
        await halted(pilot, reader)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MainScreen)
        reader.go_on.set()
        await settled(pilot)
        await ask(pilot, "Who built the ferry?")
        assert "Karin Lindqvist" in drawn(pilot)


async def test_what_goes_wrong_is_said(app: OsmosisApp, reader: Halting) -> None:
    reader.trouble = "the lamp is [b]out[/b]"
    async with running(app) as pilot:
        await ask(pilot, "/eval")
        assert "Asking ended at question 1: the lamp is [b]out[/b]" in drawn(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MainScreen)


async def test_a_set_is_named_or_lies_beside_the_articles(app: OsmosisApp, notes: Path) -> None:
    other = notes / "other.jsonl"
    (notes / "questions.jsonl").rename(other)
    async with running(app) as pilot:
        await ask(pilot, "/eval")
        assert "There is no questions.jsonl beside the articles: name a file" in said(pilot)
        await ask(pilot, f"/eval {notes / 'none.jsonl'}")
        assert "There is no question file" in said(pilot)
        own = {"id": "1", "question": "Who?", "context": "Nobody.", "answers": []}
        (notes / "own.jsonl").write_text(json.dumps(own))
        await ask(pilot, f"/eval {notes / 'own.jsonl'}")
        assert "own.jsonl brings its own articles" in said(pilot)
        await ask(pilot, f"/eval {other}")
        assert isinstance(pilot.app.screen, EvaluationScreen)


def test_looks_as_it_did(
    snap_compare: Callable[..., bool], app: OsmosisApp, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a clock that goes a quarter of a second further each time it is read.

    Where all questions have answers, no figure depends on the trained weights.
    """
    (notes / "questions.jsonl").write_text("".join(json.dumps(row) + "\n" for row in QUESTIONS[:2]))
    ticks = count(step=0.25)
    monkeypatch.setattr("qa.evaluation.time", SimpleNamespace(perf_counter=lambda: next(ticks)))

    async def evaluated(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await ask(pilot, "/eval")

    assert snap_compare(app, terminal_size=MIDDLE, run_before=evaluated)
