"""Reading and indexing a folder of many articles while the app is in use already."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from index.library import Library
from index.progress import Progress
from tests.tui.driving import (
    HARBOUR,
    NARROW,
    Scripted,
    articles,
    ask,
    drawn,
    main,
    running,
    settled,
    type_in,
)
from tui.app import OsmosisApp
from tui.cards import State
from tui.indexing import Indexing, Sources, StoppedError

MANY, HALT, PATIENCE = 300, 120, 60


class Gate:
    """Opens the library for real, but halts after so many files until it is let on."""

    def __init__(self) -> None:
        self.go_on, self.ended = Event(), Event()
        self.done = 0

    def __call__(self, where: Path, progress: Progress) -> Library:
        def told(done: int, total: int) -> None:
            self.done = done
            progress(done, total)
            if done == HALT:
                assert self.go_on.wait(timeout=PATIENCE)

        try:
            return Library.open(where, told)
        finally:
            self.ended.set()


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = articles(tmp_path / "coast")
    for number in range(MANY - 3):
        (folder / f"log {number:03}.txt").write_text(f"Log {number}\n\nA ferry came.", encoding="utf-8")
    return folder


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def app(many: Path, gate: Gate) -> OsmosisApp:
    return OsmosisApp(many, open_library=gate, open_answerer=Scripted, suggests=False)


async def until(pilot: Pilot[None], words: str) -> None:
    """Wait until these words are on the screen."""
    async with asyncio.timeout(PATIENCE):
        while words not in drawn(pilot):
            await pilot.pause()


def said(pilot: Pilot[None]) -> str:
    return "\n".join(note.message for note in pilot.app._notifications)


async def test_counts_while_a_question_is_typed_and_asks_it_when_ready(app: OsmosisApp, gate: Gate) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, "reading 120 of 300 files")
        assert "━━━━━───────" in drawn(pilot) and "Esc stops." in drawn(pilot)
        await pilot.press("a", "b")
        assert main(pilot).prompt.text == "ab"
        main(pilot).prompt.clear()
        type_in(pilot, "who keeps it?")
        await pilot.press("enter")
        card = main(pilot).conversation.cards[0]
        await until(pilot, "answered when the articles are read")
        gate.go_on.set()
        await settled(pilot)
        assert card.state is State.ANSWERED
        assert "300 articles" in drawn(pilot) and "files" not in drawn(pilot)


async def test_escape_stops_and_reload_begins_again(app: OsmosisApp, gate: Gate) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, "reading 120 of")
        await pilot.press("escape")
        assert "stopping …" in drawn(pilot)
        gate.go_on.set()
        await settled(pilot)
        assert gate.done == HALT + 1
        assert "was stopped; /reload begins again" in drawn(pilot)
        await ask(pilot, "who keeps it?")
        assert main(pilot).conversation.cards[0].state is State.FAILED
        await ask(pilot, "/articles")
        assert "have not been read yet" in said(pilot)
        await ask(pilot, "/reload")
        await ask(pilot, "who keeps it?")
        assert main(pilot).conversation.cards[1].state is State.ANSWERED


async def test_escape_takes_a_waiting_question_back_before_it_stops_the_reading(
    app: OsmosisApp, gate: Gate
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, "reading 120 of")
        type_in(pilot, "who keeps it?")
        await pilot.press("enter", "escape")
        assert main(pilot).conversation.cards[0].state is State.CANCELLED
        gate.go_on.set()
        await settled(pilot)
        assert "300 articles" in drawn(pilot)


async def test_what_was_read_before_answers_while_it_is_read_again(
    app: OsmosisApp, gate: Gate, many: Path
) -> None:
    gate.go_on.set()
    async with running(app) as pilot:
        gate.go_on.clear()
        (many / "harbour.txt").write_text(f"{HARBOUR}\nA new pier was built.", encoding="utf-8")
        (many / "log 000.txt").unlink()
        assert "A new pier" not in drawn(pilot)
        type_in(pilot, "/reload")
        await pilot.press("enter")
        await until(pilot, "reading 120 of 299 files")
        type_in(pilot, "/reload")
        await pilot.press("enter")
        assert "being read already" in said(pilot)
        type_in(pilot, "when was it bilt?")
        await pilot.press("enter")
        await until(pilot, "The articles disagree")
        gate.go_on.set()
        await settled(pilot)
        assert "299 articles" in drawn(pilot)
        main(pilot).source.open_article(main(pilot).need_library().article("harbour.txt"))
        await pilot.pause()
        assert "A new pier was built." in drawn(pilot)


async def test_the_article_on_show_is_renewed_unless_it_is_cited(
    app: OsmosisApp, gate: Gate, many: Path
) -> None:
    gate.go_on.set()
    async with running(app) as pilot:
        source = main(pilot).source
        assert source.article is not None and source.article.source == "harbour.txt"
        (many / "harbour.txt").write_text("A new pier was built.", encoding="utf-8")
        await ask(pilot, "/reload")
        assert source.article.text == "A new pier was built."
        await ask(pilot, "/cite pier")
        (many / "harbour.txt").unlink()
        await ask(pilot, "/reload")
        assert source.article.text == "A new pier was built." and source.place is not None
        await pilot.press("alt+right")
        assert source.article.source == "lighthouse.txt"
        (many / "lighthouse.txt").unlink()
        await ask(pilot, "/reload")
        assert source.article.source == next(iter(main(pilot).need_library().articles))


async def test_leaving_the_app_ends_the_reading(app: OsmosisApp, gate: Gate) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, "reading 120 of")
        await pilot.press("ctrl+q")
    gate.go_on.set()
    assert gate.ended.wait(PATIENCE)
    assert gate.done == HALT + 1


def test_indexing_follows_reading_and_is_counted_too(many: Path) -> None:
    def answering(library: Library) -> Scripted:
        said.append(indexing.stage.words)
        return Scripted(library)

    said: list[str] = []
    indexing = Indexing(Sources(many, Library.open, answering))
    library = indexing.run(lambda _: said.append(indexing.stage.words)).library
    passages = len(library.passages)
    assert said == ["reading 300 of 300 files", f"indexing {passages} of {passages} passages"]
    indexing.stop()
    with pytest.raises(StoppedError):
        indexing.run(said.append)
