"""What is drawn: articles as they are, places marked, cards that stay where they are."""

from pathlib import Path

from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection

from tests.tui.driving import (
    NARROW,
    answerer,
    articles,
    ask,
    drawn,
    main,
    running,
    scripted_app,
    settled,
    type_in,
)
from tui.cards import Card, State


async def long_conversation(pilot: Pilot[None]) -> None:
    """Ask once, and put the answer on more cards than fit the screen."""
    await ask(pilot, "who keeps it?")
    screen = main(pilot)
    answer = screen.conversation.cards[0].answer
    screen.settle_with([Card("again?", State.ANSWERED, answer=answer) for _ in range(5)])
    await pilot.pause()


async def test_what_a_terminal_or_textual_would_obey_is_shown(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "/cite The keeper wrote")
        shown = drawn(pilot)
        assert "[bold red]help[/] and [@click=app.quit]x[/]" in shown.replace("\n", " ")
        assert "␛[31mred␛[0m" in shown and "\x1b" not in shown


async def test_the_quote_is_marked_otherwise_than_its_sentence(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "who keeps it?")
        view = main(pilot).source.view
        row = view.row_of(view.quote[0])
        backgrounds = {s.text: s.style.bgcolor for s in view.line(row).render_segments(view.visual_style)}
        quoted = backgrounds["Ilse Brandt"]
        rest = next(colour for text, colour in backgrounds.items() if text.startswith(" has kept"))
        after = next(colour for text, colour in backgrounds.items() if text.startswith(" The lamp"))
        assert len({quoted, rest, after}) == 3


async def test_menus_are_dimmed(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "/cite lighthouse.txt:3")
        view = main(pilot).source.view
        row = view.row_of(view.article.text.index("You May Also Like"))
        styles = {segment.text: segment.style for segment in view.line(row).render_segments()}
        assert styles["You May Also Like"].color == view.ink("aside").rich_style.color


async def test_selecting_gives_the_article_without_numbers_and_wrapping(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        await ask(pilot, "/cite lighthouse.txt:3")
        view = main(pilot).source.view
        row = view.row_of(view.quote[0])
        text, _ = view.get_selection(Selection(Offset(0, row), Offset(3, row + 2)))
        assert text.startswith("Maria Ortega built") and text in view.article.text


async def test_what_is_selected_is_copied(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        await ask(pilot, "/cite lighthouse.txt:3")
        view = main(pilot).source.view
        row = view.row_of(view.quote[0])
        main(pilot).selections = {view: Selection(Offset(5, row), Offset(17, row))}
        await pilot.press("ctrl+c")
        await settled(pilot)
        assert pilot.app.clipboard == "Maria Ortega"


async def test_a_place_far_down_is_scrolled_to(tmp_path: Path) -> None:
    long = "".join(f"Line {n} of many.\n\n" for n in range(2000))
    where = articles(tmp_path, long=long)
    async with running(scripted_app(where), NARROW) as pilot:
        await ask(pilot, "/cite Line 1500 of many.")
        assert "Line 1500 of many." in drawn(pilot)
        await pilot.resize_terminal(60, 20)
        await settled(pilot)
        assert "Line 1500 of many." in drawn(pilot)


async def test_another_article_is_shown_from_its_beginning(tmp_path: Path) -> None:
    long = {name: "".join(f"Line {n} of {name}.\n\n" for n in range(200)) for name in ("cape", "dune")}
    async with running(scripted_app(articles(tmp_path, **long)), NARROW) as pilot:
        await ask(pilot, "/cite Line 150 of cape.")
        assert "Line 150 of cape." in drawn(pilot)
        await pilot.press("]")
        await settled(pilot)
        assert "Line 3 of dune." in drawn(pilot)


async def test_follows_the_newest_unless_scrolled_away(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        conversation = main(pilot).conversation
        await long_conversation(pilot)
        assert conversation.is_vertical_scroll_end
        waiting = Card("and this?")
        conversation.add(waiting)
        await pilot.pause()
        await pilot.press("pageup", "pageup")
        before = conversation.scroll_offset
        waiting.state = State.CANCELLED
        conversation.changed(waiting)
        await pilot.pause()
        assert conversation.scroll_offset == before


async def test_questions_that_come_later_move_nothing(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path), suggests=True), NARROW) as pilot:
        await ask(pilot, "when was it bilt?")
        conversation = main(pilot).conversation
        card = conversation.cards[0]
        height = conversation.virtual_size.height
        assert card.next_questions == ()
        for found in (("Who is Maria Ortega?",), ("Who is Maria Ortega?", "What was asked? " * 20)):
            card.next_questions = found
            conversation.changed(card)
            await pilot.pause()
            assert conversation.virtual_size.height == height and "Who is Maria Ortega?" in drawn(pilot)


async def test_room_for_questions_that_did_not_come_is_given_up_with_the_next_card(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path), suggests=True), NARROW) as pilot:
        await ask(pilot, "who keeps it?")
        conversation = main(pilot).conversation
        height = conversation.virtual_size.height
        await ask(pilot, "hello")
        assert conversation.virtual_size.height < height + len(["hello", "", "Hello. Ask the articles", ""])


async def test_opening_a_source_leaves_the_conversation_where_it_is(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        conversation = main(pilot).conversation
        await long_conversation(pilot)
        await pilot.press("alt+up", "alt+up", "alt+up", "alt+up", "alt+up")
        before, selected = conversation.scroll_offset, conversation.selected
        assert selected == 0
        await pilot.press("2", "escape")
        await settled(pilot)
        assert (conversation.scroll_offset, conversation.selected) == (before, selected)


async def test_a_click_on_a_source_opens_it(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "who keeps it?")
        conversation = main(pilot).conversation
        y = next(y for y in range(conversation.virtual_size.height) if " 2 " in conversation.line(y).plain)
        await pilot.click(conversation, offset=(8, y + 1))
        await pilot.pause()
        assert main(pilot).source.number == 2


async def test_two_sides_stand_beside_each_other_where_there_is_room(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "when was it bilt?")
        lines = drawn(pilot).splitlines()
        assert any("well supported" in line and "  ▰▰▰▰▱ supported" in line for line in lines)
        assert "Searched for “built” instead of “bilt”." in drawn(pilot)


async def test_nothing_moves_without_animations(tmp_path: Path) -> None:
    app = scripted_app(articles(tmp_path))
    app.animation_level = "none"
    async with running(app) as pilot:
        type_in(pilot, "wait: who keeps it?")
        await pilot.press("enter")
        assert main(pilot).conversation._ticking is None and "… reading" in drawn(pilot)
        answerer(pilot).go_on.set()


async def test_a_long_passage_is_cut_between_words(tmp_path: Path) -> None:
    long = " ".join(["Lighthousekeeping is demanding"] * 20)
    async with running(scripted_app(articles(tmp_path, keeping=long)), NARROW) as pilot:
        await ask(pilot, "/search lighthousekeeping")
        for width in range(70, 80):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            cut = next(line for line in drawn(pilot).splitlines() if line.endswith(" …"))
            assert cut.split()[-2] in {"Lighthousekeeping", "is", "demanding"}
