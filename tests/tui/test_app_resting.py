"""What an answer rests on, in the app: shown under its sources, opened by its number."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from qa.answer import Answer, ArticleName
from qa.turns import Turn
from tests.tui.driving import MIDDLE, NARROW, WIDE, Scripted, articles, ask, drawn, main, running, settled
from tui.app import OsmosisApp

FILM = "The film\n\nOlaf Berg is played by Per Lindahl.\n"
FAMILY = "The family\n\nHer brother is Olaf Berg.\n"


class Bridging(Scripted):
    """Answers who plays somebody who had to be looked up first."""

    def answer(self, question: str, turns: Sequence[Turn] = ()) -> Answer:
        self.turns = turns
        return Answer(
            question=question,
            understood_as="Who plays Olaf Berg?",
            answered=True,
            answer="Per Lindahl",
            support=0.8,
            citations=(self.cite("Per Lindahl", 0.8),),
            rests_on=(self.cite("brother is Olaf Berg", 0.9),),
            looked_in=(ArticleName(source="film.txt", title="The film"),),
        )


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
async def test_what_an_answer_rests_on_is_shown_and_opened(tmp_path: Path, size: tuple[int, int]) -> None:
    folder = articles(tmp_path, film=FILM, family=FAMILY)
    async with running(OsmosisApp(folder, open_answerer=Bridging, suggests=False), size) as pilot:
        await ask(pilot, "who plays her brother?")
        shown = drawn(pilot)
        assert "looked only in The film" in shown
        assert shown.index("Per Lindahl") < shown.index("this rests on") < shown.index("brother is Olaf Berg")
        await pilot.press("2")
        await settled(pilot)
        place = main(pilot).source.place
        assert place is not None and (place.source, place.quote) == ("family.txt", "brother is Olaf Berg")
