"""Keeping the conversation while it goes on, and going on with one that was kept."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

from index.library import Library
from tui.cards import Card, State
from tui.history import History
from tui.kept import Conversation, KeptTurn
from tui.locations import lasting_name

# Questions asked in earlier conversations that Up walks through; more are found by a search.
_QUESTIONS = 500


class Keeping:
    """Writes each answered card to the history, under one conversation until ``part`` is called.

    ``keep`` may be called from any thread. Methods raise HistoryError when the disk fails, and
    UnknownConversationError when the conversation was deleted elsewhere.
    """

    def __init__(self, history: History) -> None:
        self._history = history
        self._id: str | None = None
        self._one_at_a_time = Lock()

    def questions(self) -> list[str]:
        """Return the questions of earlier conversations, oldest first, each once."""
        newest_first = [
            turn.question
            for conversation in self._history.all().conversations
            for turn in reversed(conversation.turns)
        ]
        return list(dict.fromkeys(newest_first))[:_QUESTIONS][::-1]

    def conversations(self) -> Sequence[Conversation]:
        """Return the kept conversations, the last added to first."""
        return self._history.all().conversations

    def keep(self, card: Card, library: Library) -> None:
        """Add an answered card to the conversation, which begins with the first."""
        if card.answer is None:
            return
        turn = KeptTurn.of(card.answer)
        with self._one_at_a_time:
            if self._id is None:
                begun = Conversation.begun([turn], library=lasting_name(library.where))
                self._id = self._history.keep(begun).id
            else:
                self._history.add(self._id, turn)

    def part(self) -> None:
        """Have the next card begin a new conversation."""
        with self._one_at_a_time:
            self._id = None

    def resume(self, conversation_id: str, library: Library) -> list[Card]:
        """Return a kept conversation as cards, and add to it from now on.

        An answer whose source has changed or gone is left out of its card.
        """
        kept = self._history.find(conversation_id)
        with self._one_at_a_time:
            self._id = kept.id
        return [
            Card(turn.question, State.FAILED, note="Its source has changed or gone since.")
            if turn.answer is None
            else Card(turn.question, State.ANSWERED, answer=turn.answer)
            for turn in kept.turns_in(library.articles)
        ]
