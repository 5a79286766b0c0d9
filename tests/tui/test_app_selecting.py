"""Selecting words with the keys, in the source and in the cards."""

from pathlib import Path

from textual.pilot import Pilot

from tests.tui.driving import NARROW, articles, ask, drawn, main, running, scripted_app, settled


async def selected(pilot: Pilot[None], *keys: str) -> str:
    """Press keys, and return what is selected then."""
    await pilot.press(*keys)
    return main(pilot).get_selected_text() or ""


async def test_shift_selects_from_the_quote_on_and_enter_copies(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "who keeps it?")
        await pilot.press("tab", "v")
        assert await selected(pilot, *["shift+right"] * 11) == "Ilse Brandt"
        assert "Copy selection" in drawn(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert pilot.app.clipboard == "Ilse Brandt"
        view = main(pilot).source.view
        assert view.has_focus and view.caret is None and not main(pilot).selections


async def test_what_is_selected_can_be_told_from_what_is_not(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "who keeps it?")
        await pilot.press("alt+v", "shift+end")
        row = main(pilot).conversation.render_line(0)
        styles = {segment.text.strip(): segment.style for segment in row}
        theme = pilot.app.current_theme
        assert styles["who keeps it?"].bgcolor.name == theme.primary.lower()
        assert styles["who keeps it?"].color.name == theme.background.lower()


async def test_a_second_press_selects_without_shift(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "who keeps it?")
        assert await selected(pilot, "tab", "v", "ctrl+right", "ctrl+right") == ""
        assert await selected(pilot, "v", "ctrl+right") == " has"
        assert await selected(pilot, "ctrl+left", "ctrl+left", "ctrl+left") == "Ilse Brandt"


async def test_shift_alone_begins_and_lines_that_are_wrapped_come_out_as_written(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        await ask(pilot, "/cite lighthouse.txt:3")
        text = main(pilot).source.article.text
        assert await selected(pilot, "shift+down", "shift+end") in text
        assert await selected(pilot, "ctrl+home") == ""
        assert await selected(pilot, "ctrl+shift+end") == text.rstrip("\n")


async def test_the_caret_stays_in_view_and_inside_the_article(tmp_path: Path) -> None:
    long = "".join(f"Line {n} of many.\n\n" for n in range(200))
    async with running(scripted_app(articles(tmp_path, long=long)), NARROW) as pilot:
        await ask(pilot, "/cite Line 100 of many.")
        view = main(pilot).source.view
        await pilot.press("v", *["pagedown"] * 20)
        assert view.caret is not None and view.caret.y == view.virtual_size.height - 1
        assert "Line 199 of many." in drawn(pilot)
        await pilot.press("right", "down", *["pageup"] * 40, "left", "up")
        assert view.caret.y == 0 and "Line 0 of many." in drawn(pilot)


async def test_in_the_cards_the_words_come_without_marks_and_the_prompt_gets_the_cursor_back(
    tmp_path: Path,
) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        await ask(pilot, "who keeps it?")
        await ask(pilot, "are there whales?")
        await ask(pilot, "/select")
        assert main(pilot).conversation.has_focus
        shown = await selected(pilot, *["shift+down"] * 3, "shift+end")
        assert shown.splitlines() == [
            "are there whales?",
            "",
            "The articles do not say.",
            "No passage mentions “whales”.",
        ]
        await pilot.press("escape")
        assert main(pilot).prompt.has_focus and not main(pilot).selections


async def test_the_caret_goes_along_to_the_other_pane(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        await ask(pilot, "who keeps it?")
        await pilot.press("alt+v", "tab")
        view, conversation = main(pilot).source.view, main(pilot).conversation
        assert view.has_focus and view.caret is not None and conversation.caret is None
        await pilot.press("tab", "tab", "escape", "escape")
        assert main(pilot).prompt.has_focus and main(pilot).selecting is None


async def test_nothing_selected_is_said_to_be(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await pilot.press("alt+v", "enter")
        assert any("Nothing is selected yet" in note.message for note in pilot.app._notifications)
        assert main(pilot).selecting is main(pilot).source.view
