"""The one screen that stays open, and what it does when asked."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.command import CommandPalette
from textual.widgets import TextArea

from index.errors import OsmosisError, UsageError
from tui import getting_out
from tui.asking import Asking
from tui.binding import bind
from tui.cards import Card, State, cited_card, found_card
from tui.indexing import Sources
from tui.palette import ActionCommands
from tui.registry import Registry
from tui.screens.help import HelpScreen
from tui.screens.resuming import Resuming
from tui.widgets.chosen import Chosen
from tui.widgets.command_list import CommandList
from tui.widgets.prompt import Prompt

# Passages that /search puts on a card: as many as there are keys to open them.
_SEARCHED = 9


class MainScreen(Resuming):
    """Carries out the actions of the registry on the panes."""

    def __init__(self, sources: Sources, registry: Registry, *, suggests: bool = True) -> None:
        super().__init__(sources, suggests=suggests)
        self.registry = registry
        bind(self, registry.bindings())
        self.asking = Asking(self._in_background, self._on_screen, self._changed)
        self._typing = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say which keys do something now; the footer shows those."""
        if action != "do" or not self.is_mounted:
            return True
        return self.registry.named(str(parameters[0])).when(self)

    def action_do(self, name: str, argument: str) -> None:
        """Carry out an action of the registry; what goes wrong is said and changes nothing."""
        action = self.registry.named(name)
        if action.needs_argument and not argument:
            self.turn_to_talk()
            self.prompt.recall(f"/{action.slash} ")
        else:
            try:
                action.run(self, argument)
            except OsmosisError as error:
                self.say(str(error), trouble=True)

    def action_copy_text(self) -> None:
        """Copy with another key that Textual has for it as with ours."""
        self.action_do("copy_selected", "")

    def copy_selected(self) -> None:
        """Copy what the mouse or the keys have selected, in every way there is."""
        selected = self.get_selected_text()
        if not selected:
            raise getting_out.NothingThereError("Nothing is selected yet: hold Shift and move.")
        getting_out.copy(self, selected, "what is selected")
        self.stop_selecting()

    def ask(self, question: str) -> None:
        """Put a question on a card, and answer it."""
        card = Card(question)
        self._add(card)
        self.asking.ask(card)

    def search(self, words: str) -> None:
        """Put the passages that match best on a card."""
        self._add(found_card(words, self.asking.library, _SEARCHED))

    def cite(self, what: str) -> None:
        """Open a reference, or the place where words stand."""
        card = cited_card(what, self.need_library())
        self._add(card)
        if card.places:
            self.show_place(card, 1)

    def take(self, number: str) -> None:
        """Open the place, or ask the question, that stands under a number on the selected card.

        Raises UsageError when nothing does.
        """
        card, at = self.conversation.card, int(number) if number.isdecimal() else 0
        places, questions = (card.places, card.questions) if card else ((), self.welcome.questions)
        if card is not None and 1 <= at <= len(places):
            self.show_place(card, at)
        elif 1 <= at - len(places) <= len(questions):
            self.ask(questions[at - len(places) - 1])
        else:
            most = len(places) + len(questions)
            there = f"the numbers go from 1 to {most}" if most else "nothing is numbered"
            raise UsageError(f"Nothing stands under {number or 'no number'} here: {there}.")

    @property
    def has_answer(self) -> bool:
        """Whether the selected card holds an answer."""
        card = self.conversation.card
        return card is not None and card.answer is not None and card.answer.answered

    @property
    def can_go_back(self) -> bool:
        """Whether there is anything to go back from."""
        waits = self.asking.newest_waiting is not None or self.is_opening
        return waits or bool(self.prompt.text) or not self.prompt.has_focus

    def back(self) -> None:
        """Go back by one step: stop what is under way, leave the source, put aside what is being typed."""
        waiting = self.asking.newest_waiting
        if self.selecting is not None:
            self.stop_selecting()
        elif waiting is not None and not (self.one_pane and self.source_in_view):
            self.asking.cancel(waiting)
        elif not self.prompt.has_focus:
            self.turn_to_talk()
        elif self.prompt.text:
            self.prompt.put_aside()
        else:
            self.stop_opening()

    def step_article(self, step: int) -> None:
        """Open the next article of the library, or the one before."""
        self.source.step_article(step)
        self.turn_to_source()

    def find(self, words: str) -> None:
        """Look for words in the open article."""
        if self.source.article is not None:
            self.turn_to_source()
            self.source.find(words)

    def help(self) -> None:
        """Show what every key does."""
        self.app.push_screen(HelpScreen(self.registry))

    def open_palette(self) -> None:
        """Offer every action, to be found by its name."""
        self.app.push_screen(CommandPalette(providers=[ActionCommands]))

    def _add(self, card: Card) -> None:
        self.conversation.add(card)
        self.turn_to_talk()
        self.settle()

    def _changed(self, card: Card) -> None:
        """Show what came of a question, and open the source of its answer beside it."""
        if card not in self.conversation.cards:
            return
        answered = card.state is State.ANSWERED and card.answer is not None and card.answer.answered
        if answered:
            self.suggest_after(card)
        self.conversation.changed(card)
        reads = self.source.has_pseudo_class("focus-within")
        if answered and card is self.conversation.card and not reads:
            self.source.open_place(card.places, 1)
        if card.state is State.ANSWERED:
            self.keep(card)
        self.settle()

    def _in_background(self, work: Callable[[], None]) -> None:
        self.run_worker(work, thread=True, group="answering")

    def _on_screen(self, show: Callable[[], None]) -> None:
        self.call_later(show)

    @on(Prompt.Submitted)
    def _submitted(self, event: Prompt.Submitted) -> None:
        if not event.text.startswith("/"):
            self.ask(event.text)
            return
        try:
            action, argument = self.registry.parse(event.text)
        except OsmosisError as error:
            self.say(str(error), trouble=True)
            self.prompt.recall(event.text)
        else:
            self.action_do(action.name, argument)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        commands = self.query_one(CommandList)
        begun = self.registry.begun(event.text_area.text)
        if begun is not None:
            commands.explain(begun)
        else:
            commands.offer(self.registry.completions(event.text_area.text))
        typing = bool(event.text_area.text)
        if typing != self._typing:  # the footer is slow to change: not at every letter
            self._typing = typing
            self.refresh_bindings()

    @on(Chosen)
    def _chosen(self, event: Chosen) -> None:
        self.take(str(event.number))
