"""The app as people use it: asking, reading sources, going back."""

from pathlib import Path

import pytest

from tests.tui.driving import (
    NARROW,
    answerer,
    articles,
    ask,
    drawn,
    main,
    real_app,
    running,
    scripted_app,
    settled,
    type_in,
)
from tui.cards import State
from tui.screens.help import HelpScreen


async def test_asks_and_opens_the_source_at_the_words(tmp_path: Path) -> None:
    async with running(real_app(articles(tmp_path))) as pilot:
        await ask(pilot, "Who built the lighthouse of Varn?")
        screen = main(pilot)
        card = screen.conversation.cards[0]
        assert card.state is State.ANSWERED and card.answer is not None
        assert "Maria Ortega" in (card.answer.answer or "")
        place = screen.source.place
        assert place is not None and place.quote == card.answer.answer
        assert screen.source.view.quote == (place.start, place.end)
        assert screen.source.view.sentence == (place.sentence_start, place.sentence_end)
        assert screen.prompt.text == "" and screen.prompt.has_focus


async def test_a_follow_up_is_answered_in_the_light_of_what_was_asked(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "who keeps it?")
        await ask(pilot, "and when was it bilt?")
        assert [turn.question for turn in answerer(pilot).turns] == ["who keeps it?"]
        assert "understood as When was the lighthouse built?" in drawn(pilot)


async def test_a_digit_opens_a_source_while_the_prompt_is_empty(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "who keeps it?")
        screen = main(pilot)
        assert screen.source.number == 1
        await pilot.press("2")
        assert screen.source.number == 2 and screen.prompt.text == ""
        assert screen.source.article is not None and screen.source.article.source == "harbour.txt"
        await pilot.press("x", "1")
        assert screen.prompt.text == "x1" and screen.source.number == 2
        await pilot.press("alt+1")
        assert screen.source.number == 1 and screen.prompt.text == "x1"


async def test_a_digit_is_typed_where_there_is_nothing_to_open(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await pilot.press("1", "9")
        assert main(pilot).prompt.text == "19"


async def test_a_digit_goes_on_from_the_places_to_the_questions_on_offer(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "when was it bilt?")
        await pilot.press("3")
        await settled(pilot)
        assert main(pilot).conversation.cards[-1].question == "When was the harbour dug?"


async def test_the_prompt_takes_keys_while_a_question_is_answered(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        type_in(pilot, "wait: who keeps it?")
        await pilot.press("enter", "a", "b")
        screen = main(pilot)
        assert screen.conversation.cards[0].state is State.WAITING
        assert screen.prompt.text == "ab"
        answerer(pilot).go_on.set()
        await settled(pilot)
        assert screen.conversation.cards[0].state is State.ANSWERED


async def test_questions_asked_meanwhile_are_answered_in_their_order(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        type_in(pilot, "wait: who keeps it?")
        await pilot.press("enter")
        type_in(pilot, "when was it bilt?")
        await pilot.press("enter")
        answerer(pilot).go_on.set()
        await settled(pilot)
        cards = main(pilot).conversation.cards
        assert [card.state for card in cards] == [State.ANSWERED, State.ANSWERED]
        assert [turn.question for turn in answerer(pilot).turns] == ["wait: who keeps it?"]


async def test_escape_cancels_what_is_being_answered(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        type_in(pilot, "wait: who keeps it?")
        await pilot.press("enter", "escape")
        card = main(pilot).conversation.cards[0]
        assert card.state is State.CANCELLED and "cancelled" in drawn(pilot)
        answerer(pilot).go_on.set()
        await settled(pilot)
        assert card.state is State.CANCELLED and card.answer is None
        await ask(pilot, "who keeps it?")
        assert main(pilot).conversation.cards[1].state is State.ANSWERED


async def test_escape_puts_aside_what_is_typed_and_up_brings_it_back(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        type_in(pilot, "who keeps\nit?")
        await pilot.press("escape")
        assert main(pilot).prompt.text == ""
        await pilot.press("up")
        assert main(pilot).prompt.text == "who keeps\nit?"


async def test_a_question_that_fails_is_said_to_and_the_next_is_answered(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "break it")
        assert "could not be answered: the lamp is [b]out[/b]" in drawn(pilot)
        await ask(pilot, "who keeps it?")
        assert main(pilot).conversation.cards[1].state is State.ANSWERED


async def test_questions_asked_before_the_reader_is_open_are_answered_later(tmp_path: Path) -> None:
    app = scripted_app(articles(tmp_path))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        type_in(pilot, "who keeps it?")
        await pilot.press("enter")
        await settled(pilot)
        assert main(pilot).conversation.cards[0].state is State.ANSWERED


async def test_articles_that_cannot_be_read_are_said_to_be(tmp_path: Path) -> None:
    async with running(scripted_app(tmp_path / "nowhere")) as pilot:
        assert "nowhere" in drawn(pilot)
        await pilot.press("ctrl+o")
        assert isinstance(main(pilot).focused, type(main(pilot).prompt))


async def test_files_that_were_skipped_are_named(tmp_path: Path) -> None:
    where = articles(tmp_path)
    (where / "picture.txt").write_bytes(b"\x00\xff\x00\x01" * 500)
    async with running(scripted_app(where)) as pilot:
        assert "1 skipped" in drawn(pilot)
        assert any("picture.txt" in note.message for note in pilot.app._notifications)


async def test_a_name_that_no_passage_holds_is_told_beside_an_answer(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "who keeps the Oslo lighthouse?")
        assert "No passage mentions “Oslo”." in drawn(pilot)


async def test_silence_says_what_is_missing_and_what_comes_nearest(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "are there whales?")
        shown = drawn(pilot)
        assert "The articles do not say." in shown and "No passage mentions “whales”." in shown
        await pilot.press("1")
        assert main(pilot).source.place is not None
        assert main(pilot).source.place.quote.startswith("Ferries")


async def test_a_word_to_the_person_stands_alone(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "hello")
        assert "Hello. Ask the articles something." in drawn(pilot)
        assert "do not say" not in drawn(pilot)


async def test_a_narrow_terminal_shows_one_pane_at_a_time(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        await ask(pilot, "who keeps it?")
        screen = main(pilot)
        assert not screen.source.display and screen.query_one("#talk").display
        await pilot.press("2")
        assert screen.source.display and not screen.query_one("#talk").display
        assert "Ilse Brandt sells the tickets." in drawn(pilot)
        await pilot.press("1")
        assert "since 1987" in drawn(pilot)
        await pilot.press("escape")
        assert screen.query_one("#talk").display and screen.prompt.has_focus


async def test_the_other_pane_of_a_narrow_terminal_shows_what_was_answered_last(tmp_path: Path) -> None:
    long = "\n\n".join([*(f"Line {n} of many." for n in range(100)), "Ilse Brandt has kept the fog horn."])
    async with running(scripted_app(articles(tmp_path, aaa=long)), NARROW) as pilot:
        await ask(pilot, "who keeps it?")
        await pilot.press("tab")
        await pilot.pause()
        assert main(pilot).source.number == 1 and "Ilse Brandt has kept the fog horn" in drawn(pilot)


async def test_the_cursor_never_stays_in_a_pane_out_of_view(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "who keeps it?")
        await pilot.press("tab")
        main(pilot).remove_class("-reading")
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert main(pilot).focused is not None and main(pilot).focused.is_on_screen


async def test_help_lists_every_action(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await pilot.press("f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "/articles" in drawn(pilot) and "Ctrl+O" in drawn(pilot)
        await pilot.press("escape")
        assert main(pilot).prompt.has_focus


@pytest.mark.parametrize("how", ["key", "command"])
async def test_quits(tmp_path: Path, how: str) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        if how == "command":
            type_in(pilot, "/quit")
        await pilot.press("ctrl+q" if how == "key" else "enter")
        await pilot.pause()
        assert not pilot.app.is_running


async def test_a_new_conversation_forgets_the_old_one(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "who keeps it?")
        await ask(pilot, "/new")
        assert main(pilot).conversation.cards == [] and main(pilot).welcome.display
        await ask(pilot, "when was it bilt?")
        assert list(answerer(pilot).turns) == []


async def test_offers_starters_that_are_answered(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path), suggests=True)) as pilot:
        await settled(pilot)
        assert main(pilot).welcome.questions[:2] == ["Who keeps the light?", "Who is Ilse Brandt?"]
        await pilot.press("2")
        await settled(pilot)
        assert main(pilot).conversation.cards[0].question == "Who is Ilse Brandt?"
