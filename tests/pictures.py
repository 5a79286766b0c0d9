"""Draws the pictures of the README and docs from the real app on the shipped articles: ``make pictures``."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from tests.tui.driving import main, settled, type_in
from tui.app import OsmosisApp
from tui.locations import seeds

INTO = Path(__file__).parent.parent / "docs" / "pictures"
LARGE, SMALL = (140, 40), (80, 24)

# Name, size, whether questions are suggested, theme, and the keys and questions in turn.
PICTURES: tuple[tuple[str, tuple[int, int], bool, str, tuple[str, ...]], ...] = (
    ("welcome", SMALL, True, "osmosis-dark", ()),
    ("answer", LARGE, False, "osmosis-dark", ("Why was Osmosis cancelled?",)),
    (
        "conversation",
        LARGE,
        False,
        "osmosis-dark",
        ("Who created Osmosis?", "When was it released on Netflix?", "How many episodes are there?"),
    ),
    ("conversation-light", LARGE, False, "osmosis-light", ("Who created Osmosis?", "When was it cancelled?")),
    ("silence", SMALL, False, "osmosis-dark", ("Which song does Beyoncé sing in it?",)),
    ("source", SMALL, False, "osmosis-dark", ("Who created Osmosis?", "1")),
    ("find", LARGE, False, "osmosis-dark", ("Who created Osmosis?", "/find Netflix")),
    ("help", LARGE, False, "osmosis-dark", ("f1",)),
)
# The exported picture loads its font from the network otherwise.
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def draw(name: str, size: tuple[int, int], suggests: bool, theme: str, steps: tuple[str, ...]) -> None:
    """Run the app through the steps, and keep what it shows then."""
    from qa.answerer import Answerer
    from qa.readers import open_reader

    app = OsmosisApp(
        seeds(), open_answerer=lambda library: Answerer(library, open_reader()), suggests=suggests
    )
    app.animation_level = "none"
    app.theme = theme
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await settled(pilot)
        for step in steps:
            typed = " " in step
            if typed:
                type_in(pilot, step)
            await pilot.press("enter" if typed else step)
            await settled(pilot)
        if steps != ("f1",):
            main(pilot).prompt.cursor_blink = False
        picture = _FONTS.sub("", app.export_screenshot(title=f"osmosis: {name}"))
    INTO.mkdir(parents=True, exist_ok=True)
    (INTO / f"{name}.svg").write_text(picture + "\n", encoding="utf-8")


async def _all() -> None:
    for picture in PICTURES:
        await draw(*picture)


if __name__ == "__main__":
    asyncio.run(_all())
