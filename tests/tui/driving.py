"""The app with a few small articles, driven through the pilot."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from threading import Event

from textual.pilot import Pilot

from index.library import Library
from qa.answer import Answer, Citation, Side
from qa.answerer import Answerer
from qa.reader import Reader
from qa.readers import open_reader
from qa.turns import Turn
from tui.app import OsmosisApp
from tui.screens.main import MainScreen

WIDE, MIDDLE, NARROW = (160, 50), (100, 30), (80, 24)

LIGHTHOUSE = """The lighthouse of Varn

Maria Ortega built the lighthouse of Varn in 1921. It stands on a cliff above the harbour.

Who keeps the light?

Ilse Brandt has kept the light since 1987. The lamp was made in Lyon and weighs two tonnes.

You May Also Like
"""
HARBOUR = """The harbour of Varn

The harbour of Varn was dug in 1890 by the brothers Tessier. The lighthouse was built in 1923.

Ferries leave the harbour every morning. Ilse Brandt sells the tickets.
"""
ODD = (
    "Odd characters\n\n"
    "The keeper wrote [bold red]help[/] and [@click=app.quit]x[/] and \x1b[31mred\x1b[0m here.\n"
)


def articles(folder: Path, **more: str) -> Path:
    """Write the articles into a folder, and more of them by name."""
    folder.mkdir(exist_ok=True)
    for name, text in {"lighthouse": LIGHTHOUSE, "harbour": HARBOUR, "odd": ODD, **more}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@cache
def reader() -> Reader:
    """Open the shipped reader once."""
    return open_reader()


class Scripted:
    """Answers as the script says, so that what is drawn does not depend on a model's weights.

    A question that holds "wait" is answered only when ``go_on`` is set.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.go_on = Event()
        self.turns: Sequence[Turn] = ()

    def cite(self, words: str, support: float) -> Citation:
        article = next(a for a in self.library.articles.values() if words in a.text)
        start = article.text.index(words)
        span = (start, start + len(words))
        return Citation.at(article, *span, self.library.sentence_at(article.source, *span), support)

    def answer(self, question: str, turns: Sequence[Turn] = ()) -> Answer:
        self.turns = turns
        if "wait" in question:
            assert self.go_on.wait(timeout=20)
        if "break" in question:
            raise RuntimeError("the lamp is [b]out[/b]")
        if "hello" in question:
            return Answer(question=question, answered=False, reply="Hello. Ask the articles something.")
        if "bilt" in question:
            first, other = self.cite("1921", 0.95), self.cite("1923", 0.7)
            return Answer(
                question=question,
                understood_as="When was the lighthouse built?",
                otherwise_understood_as="When was the harbour dug?",
                answered=True,
                answer="1921",
                support=0.95,
                citations=(first,),
                disagreements=(Side(answer="1923", support=0.7, citations=(other,)),),
                corrections={"bilt": "built"},
            )
        if "keeps" in question or "sells" in question or question == "Who is Ilse Brandt?":
            both = (self.cite("Ilse Brandt has", 0.9), self.cite("Ilse Brandt sells", 0.8))
            cited = tuple(
                Citation.at(c.article, c.start, c.start + 11, (c.sentence_start, c.sentence_end), c.support)
                for c in both
            )
            missing = ("Oslo",) if "Oslo" in question else ()
            return Answer(
                question=question,
                answered=True,
                answer="Ilse Brandt",
                support=0.9,
                citations=cited,
                missing=missing,
            )
        return Answer(
            question=question,
            answered=False,
            missing=("whales",),
            nearest=(self.cite("Ferries leave the harbour every morning.", 0),),
        )


def scripted_app(where: Path, *, suggests: bool = False) -> OsmosisApp:
    return OsmosisApp(where, open_answerer=Scripted, suggests=suggests)


def real_app(where: Path, *, suggests: bool = False) -> OsmosisApp:
    return OsmosisApp(where, open_answerer=lambda library: Answerer(library, reader()), suggests=suggests)


@asynccontextmanager
async def running(app: OsmosisApp, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[None]]:
    """Run the app until it can answer."""
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    """Wait for what runs in the background, and for what it sends to the screen."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def main(pilot: Pilot[None]) -> MainScreen:
    screen = pilot.app.screen
    assert isinstance(screen, MainScreen)
    return screen


def type_in(pilot: Pilot[None], text: str) -> None:
    """Type at once, as a paste does."""
    main(pilot).prompt.insert(text)


async def ask(pilot: Pilot[None], question: str) -> None:
    """Type a question, press Enter and wait for what comes of it."""
    type_in(pilot, question)
    await pilot.press("enter")
    await settled(pilot)


def answerer(pilot: Pilot[None]) -> Scripted:
    """The scripted answerer of the app that is running."""
    scripted = main(pilot).asking._answerer
    assert isinstance(scripted, Scripted)
    return scripted


def drawn(pilot: Pilot[None]) -> str:
    """All that stands on the screen, as plain text."""
    width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(s.text for s in strip)[:width].rstrip() for strip in strips[:height])
