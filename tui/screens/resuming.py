"""Conversations: kept as they go on, begun anew, and gone on with later."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from index.errors import OsmosisError
from tui.cards import Card
from tui.screens.opening import Opening
from tui.screens.picker import Choice, Picker

if TYPE_CHECKING:
    from tui.keeping import Keeping


class Resuming(Opening):
    """Keeps what is answered, where there is a place for it."""

    keeping: Keeping | None = None

    def keep_with(self, keeping: Keeping | None) -> None:
        """Keep what is answered from now on, if anything is to be kept."""
        self.keeping = keeping

    def recall(self, questions: Sequence[str]) -> None:
        """Have Up walk on to questions of earlier conversations."""
        self.prompt.precede(questions)

    def begin_anew(self) -> None:
        """Clear the conversation; the articles stay."""
        if self.keeping is not None:
            self.keeping.part()
        self._clear()

    def _clear(self) -> None:
        self.asking.forget()
        self.conversation.clear()
        self.source.clear()
        self.settle()
        self.turn_to_talk()

    def pick_conversation(self) -> None:
        """Go on with a conversation that was kept."""
        if self.keeping is None:
            raise OsmosisError("No conversations are kept.")
        choices = [
            Choice(kept.id, kept.title, f"{kept.changed:%Y-%m-%d}") for kept in self.keeping.conversations()
        ]
        if not choices:
            raise OsmosisError("No conversation has been kept yet.")
        self.app.push_screen(Picker("Kept conversations", choices), self._conversation_picked)

    def keep(self, card: Card) -> None:
        """Add an answered card to the conversation that is kept."""
        if self.keeping is not None:
            self.run_worker(partial(self._keep, self.keeping, card), thread=True, group="keeping")

    def _keep(self, keeping: Keeping, card: Card) -> None:
        """Add a card to the kept conversation; runs on its own thread."""
        try:
            keeping.keep(card, self.need_library())
        except OsmosisError as error:
            self.call_later(partial(self.say, str(error), trouble=True))

    def _conversation_picked(self, conversation_id: str | None) -> None:
        if conversation_id is None or self.keeping is None:
            return
        try:
            cards = self.keeping.resume(conversation_id, self.need_library())
        except OsmosisError as error:
            self.say(str(error), trouble=True)
            return
        self._clear()
        self.asking.remember(cards)
        self.settle_with(cards)
        card = self.conversation.card
        if card is not None and card.places:
            self.source.open_place(card.places, 1)
