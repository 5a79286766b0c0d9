"""Every action of the registry, by its keys and its slash command."""

import json
from pathlib import Path

import pytest

from tests.tui.driving import (
    NARROW,
    articles,
    ask,
    drawn,
    main,
    running,
    scripted_app,
    settled,
    type_in,
)
from tui.registry import Registry
from tui.screens.picker import Picker
from tui.widgets.find_bar import FindBar


def said(pilot) -> str:
    """What the app has said in passing."""
    return "\n".join(note.message for note in pilot.app._notifications)


def test_no_two_actions_share_a_key_a_command_or_a_name() -> None:
    actions = list(Registry())
    keys = [key for action in actions for key in action.keys]
    # Where the cursor is says which: in the prompt, or in what is selected from.
    assert {key for key in keys if keys.count(key) > 1} == {"tab", "enter"}
    commands = [action.slash for action in actions if action.slash]
    assert len(set(commands)) == len(commands)
    assert len({action.name for action in actions}) == len(actions)
    assert all(bool(action.argument) == bool(action.hint) for action in actions)


def test_what_a_terminal_may_keep_alt_from_can_be_done_by_a_command_too() -> None:
    assert [
        action.name for action in Registry() if "Alt+" in action.keys_for_people and not action.slash
    ] == [
        "new_line"  # which has Ctrl+J
    ]


def test_commands_are_completed_and_parsed() -> None:
    registry = Registry()
    assert [action.slash for action in registry.completions("/ar")] == ["articles"]
    assert registry.completions("who") == [] and registry.completions("/search x") == []
    action, argument = registry.parse("/find  the harbour ")
    assert (action.name, argument) == ("find", "the harbour")


@pytest.mark.parametrize("number", ["99", "x"])
async def test_a_number_under_which_nothing_stands_is_told(tmp_path: Path, number: str) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "who keeps it?")
        await ask(pilot, f"/open {number}")
        assert f"Nothing stands under {number} here: the numbers go from 1 to" in said(pilot)


async def test_an_unknown_command_names_the_nearest_and_stays_typed(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "/artcles")
        assert "Did you mean /articles?" in said(pilot)
        assert main(pilot).prompt.text == "/artcles"


async def test_commands_are_listed_while_one_is_typed(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        await pilot.press("/", "s")
        assert "/search" in drawn(pilot) and "/articles" not in drawn(pilot)
        await pilot.press("tab", "enter")
        assert main(pilot).prompt.text == "/search "


async def test_what_may_follow_a_command_is_said_while_it_is_typed(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        type_in(pilot, "/copy ")
        await pilot.pause()
        assert "/copy STYLE  plain, markdown or bibtex" in drawn(pilot)
        type_in(pilot, "bib")
        await pilot.pause()
        assert "plain, markdown or bibtex" in drawn(pilot)
        main(pilot).prompt.clear()
        await pilot.pause()
        assert "bibtex" not in drawn(pilot)


async def test_no_more_commands_are_listed_than_a_small_terminal_has_room_for(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        await pilot.press("/")
        listed = [line for line in drawn(pilot).splitlines() if line.startswith("  /")]
        assert len(listed) == 11 and f"and {len(Registry().completions('/')) - 11} more" in drawn(pilot)
        assert "Ask the articles a question." in drawn(pilot)


async def test_help_scrolls_and_closes_with_its_own_key(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert "Keys and commands" in drawn(pilot) and "Choose a theme" not in drawn(pilot)
        await pilot.press("end")
        await pilot.pause()
        assert "Choose a theme" in drawn(pilot)
        await pilot.press("f1")
        assert pilot.app.screen is main(pilot)


async def test_search_puts_passages_on_a_card(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "/search ferries harbour")
        card = main(pilot).conversation.cards[0]
        assert "Ferries leave" in "".join(place.quote for place in card.places)
        assert "passage" in drawn(pilot)


@pytest.mark.parametrize(
    ("what", "source", "quote"),
    [
        ("harbour.txt#0-11", "harbour.txt", "The harbour"),
        ("lighthouse.txt:3", "lighthouse.txt", "Maria Ortega built the lighthouse of Varn in 1921."),
        ("sells the tickets", "harbour.txt", "sells the tickets"),
    ],
)
async def test_cite_opens_a_place(tmp_path: Path, what: str, source: str, quote: str) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, f"/cite {what}")
        place = main(pilot).source.place
        assert place is not None and place.source == source and place.quote.startswith(quote)


async def test_cite_says_what_is_wrong_with_a_reference(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "/cite harbour.txt#5-99999")
        assert "beyond its end" in said(pilot) and main(pilot).conversation.cards == []


async def test_cite_says_so_when_words_stand_nowhere(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "/cite xyzzy plugh")
        assert "These words stand nowhere" in drawn(pilot)
        await ask(pilot, "/search xyzzy")
        assert "0 passages" in drawn(pilot)


async def test_walks_through_places_and_articles(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "who keeps it?")
        source = main(pilot).source
        await pilot.press("alt+n")
        assert source.number == 2
        await pilot.press("tab", "n")
        assert source.number == 1
        await pilot.press("p")
        assert source.number == 2 and source.article is not None
        assert source.article.source == "harbour.txt"
        await pilot.press("right_square_bracket")
        assert source.article.source == "lighthouse.txt" and source.place is None
        await pilot.press("left_square_bracket", "left_square_bracket")
        assert source.article.source == "odd.txt"


async def test_finds_words_in_the_article(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "who keeps it?")
        view = main(pilot).source.view
        await pilot.press("tab", "slash", *"ligh")
        assert [view.article.text[slice(*match)] for match in view.matches] == ["ligh"] * 4
        assert "of 4" in drawn(pilot)
        first = view.match
        await pilot.press("enter")
        assert view.match != first
        await pilot.press("up")
        assert view.match == first
        await pilot.press("escape")
        assert view.matches == [] and view.has_focus
        assert not main(pilot).query_one(FindBar).has_class("-open")


@pytest.mark.parametrize("key", ["alt+right", "alt+2"])
async def test_what_was_looked_for_is_over_with_another_article(tmp_path: Path, key: str) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "who keeps it?")
        await pilot.press("tab", "slash", *"light")
        await pilot.press(key)
        await pilot.pause()
        assert "Find light" not in drawn(pilot) and not main(pilot).source.view.matches
        assert main(pilot).source.view.has_focus


async def test_picks_an_article_by_a_few_letters(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        await pilot.press("ctrl+o")
        assert isinstance(pilot.app.screen, Picker)
        await pilot.press(*"lght", "enter")
        await settled(pilot)
        assert main(pilot).source.article.source == "lighthouse.txt"
        assert "Maria Ortega" in drawn(pilot)


async def test_walks_and_searches_what_was_asked(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "who keeps it?")
        await ask(pilot, "hello")
        prompt = main(pilot).prompt
        type_in(pilot, "half")
        await pilot.press("up")
        assert prompt.text == "hello"
        await pilot.press("up")
        assert prompt.text == "who keeps it?"
        await pilot.press("up", "down", "down")
        assert prompt.text == "half"
        prompt.clear()
        await pilot.press("ctrl+r", *"keep", "enter")
        await pilot.pause()
        assert prompt.text == "who keeps it?" and prompt.has_focus


async def test_several_lines_and_long_pastes_are_one_question(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path)), NARROW) as pilot:
        type_in(pilot, "who keeps it,\n" + "and keeps it, " * 200)
        await pilot.press("ctrl+j", "x")
        assert main(pilot).prompt.size.height <= 8
        await pilot.press("enter")
        await settled(pilot)
        question = main(pilot).conversation.cards[0].question
        assert question.startswith("who keeps it,\nand") and question.endswith("\nx")


async def test_completes_names_of_the_articles(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path), suggests=True)) as pilot:
        await pilot.press(*"who is ils")
        assert main(pilot).prompt.suggestion == "e Brandt"
        await pilot.press("tab")
        assert main(pilot).prompt.text == "who is ilse Brandt"


async def test_copies_an_answer_and_a_reference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "/copy")
        assert "There is no answer to copy." in said(pilot)
        await ask(pilot, "who keeps it?")
        await pilot.press("alt+c")
        await settled(pilot)
        assert "Ilse Brandt has kept the light since 1987." in pilot.app.clipboard
        assert "through the terminal (OSC 52)" in said(pilot)
        await ask(pilot, "/copy bibtex")
        assert pilot.app.clipboard.startswith("@misc")
        await pilot.press("2", "alt+r")
        await settled(pilot)
        assert pilot.app.clipboard.startswith("harbour.txt#")
        await ask(pilot, "/copy verse")
        assert "not as 'verse'" in said(pilot)


async def test_saves_the_conversation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(scripted_app(articles(tmp_path / "library"))) as pilot:
        await ask(pilot, "/export")
        assert "nothing to save" in said(pilot)
        await ask(pilot, "who keeps it?")
        await ask(pilot, f"/export {tmp_path / 'talk.json'}")
        kept = json.loads((tmp_path / "talk.json").read_text())
        assert kept["turns"][0]["question"] == "who keeps it?"
        await ask(pilot, f"/export {tmp_path / 'talk.md'}")
        assert "Ilse Brandt" in (tmp_path / "talk.md").read_text()
        monkeypatch.chdir(tmp_path)
        await ask(pilot, "/export")
        await ask(pilot, "/export")
        assert (tmp_path / "who-keeps-it.md").exists() and (tmp_path / "who-keeps-it-2.md").exists()


async def test_says_when_nothing_can_be_opened_elsewhere(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "/browser")
        assert "does not say its address" in said(pilot)
        await ask(pilot, "/pager")
        assert "cannot be opened from here" in said(pilot)


async def test_takes_a_theme_by_name_and_from_the_list(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await ask(pilot, "/theme osmosis-light")
        assert pilot.app.theme == "osmosis-light"
        await ask(pilot, "/theme")
        await pilot.press(*"nord", "enter")
        await pilot.pause()
        assert pilot.app.theme == "nord"
        await ask(pilot, "/theme none")
        assert "There is no theme none" in said(pilot)


async def test_the_palette_holds_the_actions(tmp_path: Path) -> None:
    async with running(scripted_app(articles(tmp_path))) as pilot:
        await pilot.press("ctrl+p", *"all articles")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, Picker)
