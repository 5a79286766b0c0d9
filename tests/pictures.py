"""Draws the pictures of the README and docs from the real app on the shipped articles: ``make pictures``.

A picture shows an answer, or silence: where the reader gives the other, it is drawn all the same
and the script says so at its end, and exits with 1, so that another question can be chosen.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.library import Library
from qa.answerer import Answerer
from qa.readers import open_reader
from tests.tui.driving import main, settled, type_in
from tui.app import OsmosisApp
from tui.cards import State
from tui.locations import seeds

INTO = Path(__file__).parent.parent / "docs" / "pictures"
LARGE, SMALL = (140, 40), (80, 24)
# The exported picture loads its font from the network otherwise.
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


@dataclass(frozen=True)
class Picture:
    """What is drawn: a step that is a question or a command is typed, one that is a key is pressed."""

    name: str
    steps: tuple[str, ...] = ()
    size: tuple[int, int] = LARGE
    theme: str = "osmosis-dark"
    suggests: bool = False
    answered: bool = True


PICTURES = (
    Picture("welcome", size=SMALL, suggests=True),
    Picture("answer", ("Why was Osmosis cancelled?",)),
    Picture(
        "conversation",
        ("Who created Osmosis?", "When was it released on Netflix?", "How many episodes are there?"),
    ),
    Picture("conversation-light", ("Who created Osmosis?", "When was it cancelled?"), theme="osmosis-light"),
    Picture("silence", ("Which song does Beyoncé sing in it?",), size=SMALL, answered=False),
    Picture("source", ("Who created Osmosis?", "1"), size=SMALL),
    Picture("find", ("Who created Osmosis?", "/find Netflix")),
    Picture("help", ("f1",)),
)


@cache
def answerer(library: Library) -> Answerer:
    """Open the reader once for all pictures."""
    return Answerer(library, open_reader())


@cache
def library() -> Library:
    """Read the articles once for all pictures."""
    return Library.open(seeds())


async def draw(picture: Picture) -> list[str]:
    """Run the app through the steps, and keep what it shows then; return the questions that go otherwise."""
    app = OsmosisApp(
        seeds(),
        open_library=lambda _where, _progress: library(),
        open_answerer=answerer,
        suggests=picture.suggests,
    )
    app.animation_level = "none"
    app.theme = picture.theme
    async with app.run_test(size=picture.size) as pilot:
        await settled(pilot)
        screen = main(pilot)
        screen.prompt.cursor_blink = False
        for step in picture.steps:
            typed = " " in step
            if typed:
                type_in(pilot, step)
            await pilot.press("enter" if typed else step)
            await settled(pilot)
        drawn = _FONTS.sub("", app.export_screenshot(title=f"osmosis: {picture.name}"))
        cards = list(screen.conversation.cards)
    INTO.mkdir(parents=True, exist_ok=True)
    (INTO / f"{picture.name}.svg").write_text(drawn + "\n", encoding="utf-8")
    return [
        card.question
        for card in cards
        if card.state is not State.ANSWERED or card.answer is None or card.answer.answered != picture.answered
    ]


async def _all() -> list[str]:
    """Draw all; return a sentence for each question that goes otherwise than its picture wants."""
    return [
        f"{picture.name}: {question!r} does not get {'an answer' if picture.answered else 'silence'}."
        for picture in PICTURES
        for question in await draw(picture)
    ]


if __name__ == "__main__":
    os.environ.pop("NO_COLOR", None)
    sys.exit("\n".join(asyncio.run(_all())) or None)
