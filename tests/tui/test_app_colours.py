"""Every word can be read: in our own themes, with 16 colours, and with none."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import ColorSystem
from rich.color_triplet import ColorTriplet
from textual.pilot import Pilot
from textual.widget import Widget

from tests.tui.driving import WIDE, articles, ask, drawn, main, running, scripted_app
from tui.screens.picker import Picker
from tui.themes import THEMES, default_theme

OURS = [theme.name for theme in THEMES]
# https://www.w3.org/TR/WCAG22/#contrast-minimum; line numbers are no text that is read.
LEAST, LEAST_OF_NUMBERS = 4.5, 3.0

Drawn = tuple[str, ColorTriplet, ColorTriplet, bool]


def words_in(widget: Widget) -> Iterator[Drawn]:
    """Yield what stands in a widget: words, their colour, that behind, whether 16 colours part them."""
    strips = widget.screen._compositor.render_strips()
    for y in range(widget.region.y, widget.region.bottom):
        for text, style, _ in strips[y].crop(widget.region.x, widget.region.right):
            if style is not None and style.color and style.bgcolor and any(map(str.isalnum, text)):
                pair = (style.color, style.bgcolor)
                front, behind = reversed(pair) if style.reverse else pair
                apart = front.downgrade(ColorSystem.STANDARD) != behind.downgrade(ColorSystem.STANDARD)
                yield text, front.get_truecolor(), behind.get_truecolor(), apart


def luminance(colour: ColorTriplet) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def hard_to_read(seen: list[Drawn]) -> list[str]:
    return [
        text
        for text, front, behind, _ in seen
        if contrast(front, behind) < (LEAST_OF_NUMBERS if text.strip().isdecimal() else LEAST)
    ]


async def everything(pilot: Pilot[None]) -> list[Drawn]:
    """Return what is drawn in a conversation, in a list to pick from and in the help."""
    await ask(pilot, "are there whales?")
    await ask(pilot, "break it")
    await ask(pilot, "when was it bilt?")
    seen = list(words_in(main(pilot)))
    for key, widget in (("ctrl+o", "#picker"), ("f1", "#help")):
        await pilot.press(key)
        await pilot.pause()
        seen += words_in(pilot.app.screen.query_one(widget))
        await pilot.press("escape")
    return seen


@pytest.mark.parametrize("theme", OURS)
async def test_all_words_stand_out_from_what_is_behind_them(tmp_path: Path, theme: str) -> None:
    app = scripted_app(articles(tmp_path / "coast"))
    app.theme = theme
    async with running(app, WIDE) as pilot:
        seen = await everything(pilot)
        assert {"The articles disagree", "Articles", "Keys and commands"} <= {s[0].strip() for s in seen}
        assert hard_to_read(seen) == []


async def test_a_terminal_of_16_colours_has_a_theme_that_needs_no_more(tmp_path: Path) -> None:
    app = scripted_app(articles(tmp_path))
    app.theme = default_theme("standard")
    async with running(app, WIDE) as pilot:
        assert [text for text, _, _, apart in await everything(pilot) if not apart] == []


@pytest.mark.parametrize("colours", [None, "256", "truecolor"])
def test_other_terminals_have_the_usual_theme(colours: str | None) -> None:
    assert default_theme(colours) == "osmosis-dark"


async def test_without_colour_what_is_picked_and_quoted_is_still_marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(scripted_app(articles(tmp_path)), WIDE) as pilot:
        await ask(pilot, "who keeps it?")
        screen = main(pilot)
        quoted = [seen for seen in words_in(screen.source.view) if seen[0] == "Ilse Brandt"]
        assert quoted and contrast(quoted[0][1], quoted[0][2]) > LEAST
        assert "▎Ilse Brandt has kept the light since 1987." in drawn(pilot)
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Picker)
        rows = pilot.app.screen.query_one("#picker-list").region
        strips = pilot.app.screen._compositor.render_strips()[rows.y : rows.bottom]
        underlined = [s.text.strip() for strip in strips for s in strip if s.style and s.style.underline]
        assert "The lighthouse of Varn" in underlined and "The harbour of Varn" not in underlined
