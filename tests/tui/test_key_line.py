"""The row of keys at the bottom: as many as fit, each whole, and all of them a click away."""

from pathlib import Path

from textual.pilot import Pilot

from tests.tui.driving import NARROW, WIDE, articles, ask, drawn, running, scripted_app
from tui.screens.help import HelpScreen


def keys(pilot: Pilot[None]) -> list[str]:
    return drawn(pilot).splitlines()[-1].strip().split("  ")


async def test_shows_whole_keys_only_the_first_ones_first(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), WIDE) as pilot:
        await ask(pilot, "who keeps it?")
        all_keys = keys(pilot)
        assert "F1 Help" in all_keys and "^Q Quit" in all_keys
        for width in (NARROW[0], 40, 13):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            shown = keys(pilot)
            assert set(shown) <= {*all_keys, "Tab Pane"} and shown[0] == all_keys[0]
            assert len("  ".join(shown)) <= width


async def test_follows_what_can_be_done(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        assert "1–9 Source" not in keys(pilot)
        await ask(pilot, "who keeps it?")
        assert "1–9 Source" in keys(pilot) and "Esc Back" not in keys(pilot)
        await pilot.press("1")
        assert "Esc Back" in keys(pilot)


async def test_a_click_does_what_the_key_does(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        line = pilot.app.screen.query_one("KeyLine")
        await pilot.click(line, offset=(drawn(pilot).splitlines()[-1].index("Help"), 0))
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)


async def test_stays_as_it_is_under_another_screen(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        before = keys(pilot)
        assert "Tab Pane" in before
        await pilot.press("f1")
        await pilot.pause()
        assert keys(pilot) == before
