"""The conversation and the source side by side, or one at a time where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from tui.cards import Card
from tui.widgets.command_list import CommandList
from tui.widgets.conversation import Conversation
from tui.widgets.header import Header
from tui.widgets.key_line import KeyLine
from tui.widgets.prompt import Prompt
from tui.widgets.selecting import SelectingLines
from tui.widgets.source_pane import SourcePane
from tui.widgets.welcome import Welcome

if TYPE_CHECKING:
    from index.library import Library

# Below so many columns neither pane holds a readable line.
_BOTH_PANES = 100
_NARROW = "-narrow"
_READING = "-reading"


class Panes(Screen[None]):
    """Where everything stands and where the cursor goes.

    A narrow terminal shows the conversation, or the source while the screen has the class
    ``-reading``; following a citation never moves the conversation.
    """

    HORIZONTAL_BREAKPOINTS = [(0, _NARROW), (_BOTH_PANES, "-wide")]  # noqa: RUF012 (as in Textual)
    CSS_PATH = "main.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.library: Library | None = None

    def compose(self) -> ComposeResult:
        """Put the conversation and the prompt on the left, the source on the right."""
        yield Header(id="header")
        with Horizontal(id="panes"):
            with Vertical(id="talk"):
                yield Welcome(id="welcome")
                yield Conversation(id="conversation")
                yield CommandList(id="commands")
                yield Prompt(id="prompt")
            yield SourcePane(id="source")
        yield KeyLine()

    @property
    def conversation(self) -> Conversation:
        """The cards."""
        return self.query_one(Conversation)

    @property
    def welcome(self) -> Welcome:
        """What stands there before anything is asked."""
        return self.query_one(Welcome)

    @property
    def source(self) -> SourcePane:
        """The article that is open."""
        return self.query_one(SourcePane)

    @property
    def prompt(self) -> Prompt:
        """Where questions are typed."""
        return self.query_one(Prompt)

    @property
    def one_pane(self) -> bool:
        """Whether there is room for one pane only."""
        return self.has_class(_NARROW)

    @property
    def source_in_view(self) -> bool:
        """Whether an article can be read on the screen now."""
        shown = not self.one_pane or self.has_class(_READING)
        return shown and self.source.article is not None

    def on_mount(self) -> None:
        """Give the prompt the cursor."""
        self.prompt.focus()

    def on_resize(self, _event: events.Resize) -> None:
        """Never leave the cursor in a pane that has gone out of view."""
        self.call_after_refresh(self._keep_cursor_in_view)

    def turn_to_source(self) -> None:
        """Show the source and put the cursor in it."""
        self.add_class(_READING)
        self.source.view.focus()

    def turn_to_talk(self) -> None:
        """Show the conversation and put the cursor in the prompt."""
        self.remove_class(_READING)
        self.prompt.focus()

    def switch_pane(self) -> None:
        """Go from the conversation to the source, and the other way; a caret goes along."""
        lines = self.selecting
        if lines is not None:
            self._select_in(self.conversation if lines is self.source.view else self.source.view)
        elif self.source.has_pseudo_class("focus-within"):
            self.turn_to_talk()
        elif self.source.article is not None:
            self.turn_to_source()

    @property
    def selecting(self) -> SelectingLines | None:
        """The pane with a caret, while words are being selected with the keys."""
        return next((lines for lines in self.query(SelectingLines) if lines.caret is not None), None)

    @property
    def has_selection(self) -> bool:
        """Whether words are selected, with the mouse or the keys, or are about to be."""
        return bool(self.selections) or self.selecting is not None

    def watch_selections(self, before: object, now: object) -> None:
        """Offer to copy what is selected, or no longer."""
        if bool(before) != bool(now):
            self.refresh_bindings()

    def select_words(self) -> None:
        """Put a caret in, to select from; where there is one already, select from it on without Shift."""
        lines = self.selecting
        if lines is not None:
            lines.drop_anchor()
        elif self.source.has_pseudo_class("focus-within") or not self.conversation.cards:
            self._select_in(self.source.view)
        else:
            self._select_in(self.conversation)

    def stop_selecting(self) -> None:
        """Take the caret away, and put the cursor where it was."""
        lines = self.selecting
        if lines is not None:
            lines.stop_selecting()
        if lines is self.conversation:
            self.turn_to_talk()

    def show_place(self, card: Card, number: int) -> None:
        """Open a card's place, counted from 1; the cursor follows where there is one pane only."""
        self.source.open_place(card.places, number)
        if self.one_pane:
            self.turn_to_source()
        self.refresh_bindings()

    def settle(self) -> None:
        """Show the welcome or the cards, and the keys that do something now."""
        has_cards = bool(self.conversation.cards)
        self.welcome.display = not has_cards
        self.conversation.display = has_cards
        self.prompt.yields_digits = self.has_numbers
        self.refresh_bindings()

    def settle_with(self, cards: Sequence[Card]) -> None:
        """Show a whole conversation at once."""
        self.conversation.extend(cards)
        self.settle()

    @property
    def has_numbers(self) -> bool:
        """Whether a digit would open a place of the selected card, or ask a question on offer."""
        card = self.conversation.card
        return bool(card.places or card.questions) if card else bool(self.welcome.questions)

    def say(self, message: str, *, trouble: bool = False) -> None:
        """Show a short message, as words and never as markup."""
        self.notify(message, severity="error" if trouble else "information", markup=False)

    def _select_in(self, lines: SelectingLines) -> None:
        if not (self.conversation.cards if lines is self.conversation else self.source.article):
            return
        if self.selecting is not None:
            self.selecting.stop_selecting()
        self.set_class(lines is self.source.view, _READING)
        lines.focus()
        self.call_after_refresh(lines.begin_selecting)  # it may not have been on the screen yet
        self.say("Move with the arrow keys, hold Shift to select. Enter copies, Esc leaves.")

    def _keep_cursor_in_view(self) -> None:
        if self.focused is None or not self.focused.is_on_screen:
            self.turn_to_talk()
