"""Offering what can be asked: completions, questions to begin with and to go on with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from tui.asking import Asking
from tui.cards import NEXT_QUESTIONS, Card
from tui.registry import Registry
from tui.screens.picking import Picking


class Suggesting(Picking):
    """Tries questions in the background, while nobody asks, and offers what is answered."""

    asking: Asking
    registry: Registry

    def __init__(self, *, suggests: bool) -> None:
        super().__init__()
        self._suggests = suggests
        self._complete_name: Callable[[str], str] = lambda _: ""

    def on_mount(self) -> None:
        """Give the prompt its keys; complete what is typed: commands at once, names when they are known."""
        self.prompt.complete = self._complete
        self.prompt.bind(self.registry.prompt_bindings())

    def _complete(self, text: str) -> str:
        return self.registry.rest_of(text) if text.startswith("/") else self._complete_name(text)

    def suggest_first(self) -> None:
        """Gather names and starters, once questions can be answered."""
        if self._suggests:
            self.run_worker(self._prepare, thread=True, group="suggesting", exit_on_error=False)

    def suggest_after(self, card: Card) -> None:
        """Look for questions that may follow an answered card, which keeps room for them."""
        if self._suggests and not card.next_questions:
            card.room = NEXT_QUESTIONS
            follow = partial(self._follow_up, card)
            self.run_worker(follow, thread=True, group="suggesting", exit_on_error=False)

    def _prepare(self) -> None:
        """Gather the names to complete and the questions to begin with; runs on its own thread."""
        from qa.suggestions import named, starters
        from tui.completion import Completion

        library = self.need_library()
        names = named(library.passages)
        self._complete_name = Completion(mention.text for mention in names)
        questions = starters(library, self.asking.try_out, names, lambda: bool(self.conversation.cards))
        self.call_later(self._offer, questions)

    def _offer(self, questions: Sequence[str]) -> None:
        self.welcome.offer(questions)
        self.settle()

    def _follow_up(self, card: Card) -> None:
        """Find questions that may follow a card while nothing else is asked; runs on its own thread."""
        from qa.suggestions import next_questions

        if card.answer is not None:
            questions = next_questions(
                card.answer,
                self.need_library(),
                self.asking.try_out,
                lambda: self.conversation.cards[-1:] != [card],
                NEXT_QUESTIONS,
            )
            self.call_later(self._offer_after, card, tuple(questions))

    def _offer_after(self, card: Card, questions: tuple[str, ...]) -> None:
        if questions and self.conversation.cards[-1:] == [card]:
            card.next_questions = questions
            self.conversation.changed(card)
            self.settle()
