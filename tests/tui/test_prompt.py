"""The prompt, where the keys of the other tests do not reach it."""

from pathlib import Path

from textual import events

from tests.tui.driving import articles, main, running, scripted_app, settled


async def test_no_line_is_begun_before_anything_is_typed(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await pilot.press("ctrl+j")  # as Enter comes from a terminal that the app has not taken over yet
        assert main(pilot).prompt.text == ""
        await pilot.press("x", "ctrl+j", "y")
        assert main(pilot).prompt.text == "x\ny"


async def test_a_letter_held_with_alt_is_a_key_and_not_typed(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        prompt = main(pilot).prompt
        for key in (events.Key("x", "x"), events.Key("alt+r", "r")):  # as an older terminal sends it
            pilot.app.post_message(key)
        await pilot.pause()
        assert prompt.text == "x"
        assert [note.message for note in pilot.app._notifications] == ["There is no place to refer to."]


async def test_questions_that_come_in_one_burst_are_asked_one_by_one(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        for key in ("who?", "enter", "when?", "enter"):
            for typed in [key] if key == "enter" else key:
                pilot.app.post_message(events.Key(typed, "\r" if typed == "enter" else typed))
        await settled(pilot)
        assert [card.question for card in main(pilot).conversation.cards] == ["who?", "when?"]
