"""Conversations that are kept, and gone on with."""

from pathlib import Path

from tests.tui.driving import Scripted, answerer, articles, ask, drawn, main, running, settled
from tui.app import OsmosisApp
from tui.cards import State
from tui.history import History


def app(tmp_path: Path) -> OsmosisApp:
    history = History(tmp_path / "history")
    return OsmosisApp(articles(tmp_path / "coast"), open_answerer=Scripted, suggests=False, history=history)


async def test_keeps_each_conversation_and_goes_on_with_one(tmp_path: Path) -> None:
    async with running(app(tmp_path)) as pilot:
        await ask(pilot, "who keeps it?")
        await ask(pilot, "hello")
        await ask(pilot, "/new")
        await ask(pilot, "are there whales?")
    kept = History(tmp_path / "history").all().conversations
    assert sorted([turn.question for turn in each.turns] for each in kept) == [
        ["are there whales?"],
        ["who keeps it?", "hello"],
    ]
    async with running(app(tmp_path)) as pilot:
        await pilot.press("up")
        assert main(pilot).prompt.text in ("hello", "are there whales?")
        main(pilot).prompt.clear()
        await ask(pilot, "/resume")
        await pilot.press(*"keeps", "enter")
        await settled(pilot)
        assert [card.question for card in main(pilot).conversation.cards] == ["who keeps it?", "hello"]
        assert main(pilot).source.place is None  # the last turn has none
        await pilot.press("alt+up", "2")
        assert main(pilot).source.article.source == "harbour.txt"
        await ask(pilot, "when was it bilt?")
        assert [turn.question for turn in answerer(pilot).turns] == ["who keeps it?", "hello"]
    lengths = {len(each.turns) for each in History(tmp_path / "history").all().conversations}
    assert lengths == {1, 3}


async def test_a_conversation_that_cannot_be_gone_on_with_leaves_the_present_one(tmp_path: Path) -> None:
    async with running(app(tmp_path)) as pilot:
        await ask(pilot, "who keeps it?")
        await ask(pilot, "/new")
        await ask(pilot, "are there whales?")
        history = History(tmp_path / "history")
        other = next(each for each in history.all().conversations if each.title == "who keeps it?")
        await ask(pilot, "/resume")
        history.delete(other.id)
        await pilot.press(*"keeps", "enter")
        await settled(pilot)
        assert [card.question for card in main(pilot).conversation.cards] == ["are there whales?"]


async def test_going_on_opens_the_source_of_the_last_answer(tmp_path: Path) -> None:
    async with running(app(tmp_path)) as pilot:
        await ask(pilot, "who keeps it?")
    async with running(app(tmp_path)) as pilot:
        await ask(pilot, "/resume")
        await pilot.press("enter")
        await settled(pilot)
        place = main(pilot).source.place
        assert place is not None and place.quote == "Ilse Brandt" and place.source == "lighthouse.txt"


async def test_an_answer_whose_source_is_gone_says_so(tmp_path: Path) -> None:
    async with running(app(tmp_path)) as pilot:
        await ask(pilot, "who keeps it?")
    for name in ("lighthouse", "harbour"):
        (tmp_path / "coast" / f"{name}.txt").unlink()
    made = OsmosisApp(
        tmp_path / "coast", open_answerer=Scripted, suggests=False, history=History(tmp_path / "history")
    )
    async with running(made) as pilot:
        await ask(pilot, "/resume")
        await pilot.press("enter")
        await settled(pilot)
        assert main(pilot).conversation.cards[0].state is State.FAILED
        assert "changed or gone" in drawn(pilot)


async def test_a_history_that_cannot_be_written_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "history").write_text("no folder")
    async with running(app(tmp_path)) as pilot:
        await ask(pilot, "who keeps it?")
        assert main(pilot).conversation.cards[0].state is State.ANSWERED
        assert any("kept" in note.message for note in pilot.app._notifications)
