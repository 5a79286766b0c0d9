"""Questions answered one after the other, away from the thread that draws."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from index.errors import OsmosisError
from tui.cards import Card, State, turns

if TYPE_CHECKING:
    from index.library import Library
    from qa.answer import Answer
    from qa.turns import Turn


class Answering(Protocol):
    """What the app asks of ``qa.answerer.Answerer``."""

    @property
    def library(self) -> Library:
        """The articles that are asked."""
        ...

    def converse(self, questions: Sequence[str]) -> Answer:
        """Answer the last of the questions in the light of the others."""
        ...

    def answer(self, question: str, turns: Sequence[Turn] = ()) -> Answer:
        """Answer in the light of the earlier turns, oldest first."""
        ...


# What stands on a card until there is an answerer.
_NOT_YET = "answered when the articles are read"

InBackground = Callable[[Callable[[], None]], object]
"""Runs a function on another thread."""
OnScreen = Callable[[Callable[[], None]], object]
"""Runs a function on the thread that draws; may be called from another one."""


class Asking:
    """A queue of cards that wait for an answer.

    They are answered in the order asked, since a question may refer to what was answered
    before it. All methods belong to the thread that draws; only reading happens elsewhere.
    """

    def __init__(
        self, in_background: InBackground, on_screen: OnScreen, changed: Callable[[Card], None]
    ) -> None:
        self._in_background = in_background
        self._on_screen = on_screen
        self._changed = changed
        self._answerer: Answering | None = None
        self._trouble = ""
        self._asked: list[Card] = []
        self._waiting: deque[Card] = deque()
        self._busy = False
        self._one_at_a_time = Lock()

    @property
    def newest_waiting(self) -> Card | None:
        """The card asked last that still waits."""
        return next((card for card in reversed(self._asked) if card.state is State.WAITING), None)

    @property
    def is_ready(self) -> bool:
        """Whether there is an answerer."""
        return self._answerer is not None

    def expect(self) -> None:
        """Have cards wait for an answerer."""
        self._trouble = ""

    def ready(self, answerer: Answering) -> None:
        """Begin with what has been asked while the reader was being opened."""
        self._answerer = answerer
        self._next()

    def fail(self, trouble: str) -> None:
        """Have no card wait, for there is no answerer, and say so on each."""
        self._trouble = trouble
        while self._waiting:
            self._fail(self._waiting.popleft())

    def ask(self, card: Card) -> None:
        """Have a card answered when those before it are."""
        self._asked.append(card)
        if self._trouble:
            self._fail(card)
            return
        self._waiting.append(card)
        card.note = "" if self.is_ready else _NOT_YET
        self._next()

    def remember(self, cards: Sequence[Card]) -> None:
        """Have later questions refer to cards answered in an earlier session."""
        self._asked.extend(cards)

    def cancel(self, card: Card) -> None:
        """Stop waiting for a card; what is read for it in vain is thrown away."""
        if card.state is State.WAITING:
            card.state = State.CANCELLED
            self._changed(card)

    def try_out(self, question: str) -> bool:
        """Tell whether a question by itself would be answered; for another thread than the screen's."""
        if self._answerer is None:
            return False
        with self._one_at_a_time:
            return self._answerer.answer(question).answered

    @property
    def answerer(self) -> Answering:
        """What answers; raises OsmosisError while it is still being opened."""
        if self._answerer is None:
            raise OsmosisError(self._trouble or "The articles are still being read.")
        return self._answerer

    @property
    def library(self) -> Library:
        """The articles that are asked; see ``answerer``."""
        return self.answerer.library

    def converse(self, questions: Sequence[str]) -> Answer:
        """Answer the last of some questions apart from the cards; for another thread than the screen's."""
        with self._one_at_a_time:
            return self.answerer.converse(questions)

    def forget(self) -> None:
        """Begin anew: later questions refer to nothing that was asked before."""
        for card in self._asked:
            if card.state is State.WAITING:
                card.state = State.CANCELLED
        self._asked.clear()
        self._waiting.clear()

    def _fail(self, card: Card) -> None:
        if card.state is State.WAITING:
            card.state, card.note = State.FAILED, self._trouble
            self._changed(card)

    def _next(self) -> None:
        if self._busy or self._answerer is None:
            return
        while self._waiting and not self._busy:
            card = self._waiting.popleft()
            if card.state is State.WAITING:
                before = turns(self._asked[: self._asked.index(card)])
                self._busy = True
                if card.note:
                    card.note = ""
                    self._changed(card)
                self._in_background(partial(self._read, self._answerer, card, before))

    def _read(self, answerer: Answering, card: Card, before: list[Turn]) -> None:
        try:
            with self._one_at_a_time:
                answer = answerer.answer(card.question, before)
        except Exception as error:  # whatever went wrong with one question must not end the conversation
            trouble = f"This question could not be answered: {error}"
            self._on_screen(partial(self._done, card, None, trouble))
        else:
            self._on_screen(partial(self._done, card, answer, ""))

    def _done(self, card: Card, answer: Answer | None, trouble: str) -> None:
        self._busy = False
        if card.state is State.WAITING:
            card.answer, card.note = answer, trouble
            card.state = State.FAILED if answer is None else State.ANSWERED
            self._changed(card)
        self._next()
