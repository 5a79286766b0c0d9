"""Judgements in the app: each quoted as its author's, and the author named where an article is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from qa.answer import Answer, Side
from qa.turns import Turn
from tests.tui.driving import MIDDLE, NARROW, WIDE, Scripted, articles, ask, drawn, main, running, settled
from tui.app import OsmosisApp

CLIMB = "Up the lighthouse\n\nBy Jane Doe\n\nThe climb is worth every step.\n"
STAIRS = "Two hundred stairs\n\nThe view is hardly worth the stairs.\n"


class Judging(Scripted):
    """Answers with the judgements of two articles, one of which names its author."""

    def answer(self, question: str, turns: Sequence[Turn] = ()) -> Answer:
        self.turns = turns
        first, other = self.cite("worth every step", 0.95), self.cite("hardly worth", 0.7)
        return Answer(
            question=question,
            answered=True,
            answer=first.quote,
            support=0.95,
            citations=(first,),
            opinions=(Side(answer=other.quote, support=0.7, citations=(other,)),),
        )


def judging_app(folder: Path) -> OsmosisApp:
    return OsmosisApp(articles(folder, climb=CLIMB, stairs=STAIRS), open_answerer=Judging, suggests=False)


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
async def test_each_judgement_is_its_authors(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(judging_app(tmp_path), size) as pilot:
        await ask(pilot, "is it worth seeing?")
        shown = drawn(pilot)
        assert "A matter of opinion" in shown and "disagree" not in shown
        assert "Jane Doe in Up the lighthouse:" in shown
        assert "Two hundred stairs:" in shown
        assert "The view is hardly worth" in shown.replace("│ ", "")


async def test_a_judgement_is_opened_by_its_number(tmp_path: Path) -> None:
    async with running(judging_app(tmp_path)) as pilot:
        await ask(pilot, "is it worth seeing?")
        await pilot.press("2")
        await settled(pilot)
        place = main(pilot).source.place
        assert place is not None and (place.source, place.quote) == ("stairs.txt", "hardly worth")


async def test_the_author_stands_with_the_article(tmp_path: Path) -> None:
    async with running(judging_app(tmp_path)) as pilot:
        await ask(pilot, "is it worth seeing?")
        assert "Jane Doe · climb.txt" in drawn(pilot)
        await pilot.press("ctrl+o")
        await settled(pilot)
        assert "Up the lighthouse  Jane Doe" in drawn(pilot)


async def test_a_source_names_its_author_where_there_is_room(tmp_path: Path) -> None:
    async with running(judging_app(tmp_path)) as pilot:
        await ask(pilot, "/cite worth every step")
        assert "Jane Doe · line 5" in drawn(pilot)
    async with running(judging_app(tmp_path), (40, 24)) as pilot:
        await ask(pilot, "/cite worth every step")
        assert "Up the lighthouse" in drawn(pilot) and "Jane Doe · line" not in drawn(pilot)
