"""The one screen that stays open, and what it does when asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import TextArea

from index.errors import OsmosisError
from index.library import Library
from qa.answerer import Answerer
from tui.actions import action_named, bindings, completions, parse_slash
from tui.asking import Asking
from tui.cards import Card, State, cited_card, found_card
from tui.screens.help import HelpScreen
from tui.screens.panes import Panes
from tui.screens.picker import Choice, Picker
from tui.widgets.command_list import CommandList
from tui.widgets.conversation import Conversation
from tui.widgets.header import Header
from tui.widgets.prompt import Prompt
from tui.widgets.welcome import Welcome

# Passages that /search puts on a card: as many as there are keys to open them.
_SEARCHED = 9


class MainScreen(Panes):
    """Carries out the actions of the registry on the panes."""

    BINDINGS: ClassVar[list[BindingType]] = list[BindingType](bindings())

    def __init__(self) -> None:
        super().__init__()
        self.asking = Asking(self._in_background, self._on_screen, self._changed)

    def opened(self, library: Library) -> None:
        """Show the articles, as soon as they are read."""
        self.library = self.source.library = library
        self.query_one(Header).opened(library)
        if self.source.article is None:
            self.source.step_article(0)
        self.settle()

    def ready(self, answerer: Answerer) -> None:
        """Answer from now on, beginning with what was asked meanwhile."""
        self.query_one(Header).ready()
        self.asking.ready(answerer)

    def failed(self, trouble: str) -> None:
        """Say why nothing can be asked."""
        self.query_one(Header).failed(trouble)
        self.say(trouble, trouble=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say which keys do something now; the footer shows those."""
        if action != "do" or not self.is_mounted:
            return True
        return action_named(str(parameters[0])).when(self)

    def action_do(self, name: str, argument: str) -> None:
        """Carry out an action of the registry; what goes wrong is said and changes nothing."""
        run = action_named(name).run
        if run is not None:
            try:
                run(self, argument)
            except OsmosisError as error:
                self.say(str(error), trouble=True)

    def say(self, message: str, *, trouble: bool = False) -> None:
        """Show a short message, as words and never as markup."""
        self.notify(message, severity="error" if trouble else "information", markup=False)

    def ask(self, question: str) -> None:
        """Put a question on a card, and answer it."""
        card = Card(question)
        self._add(card)
        self.asking.ask(card)

    def search(self, words: str) -> None:
        """Put the passages that match best on a card."""
        self._add(found_card(words, self._need_library(), _SEARCHED))

    def cite(self, what: str) -> None:
        """Open a reference, or the place where words stand."""
        card = cited_card(what, self._need_library())
        self._add(card)
        self.show_place(card, 1)

    def open_place(self, number: str) -> None:
        """Open that place of the selected card; in an empty conversation, ask that starter."""
        card, at = self.conversation.card, int(number) if number.isdecimal() else 0
        questions = self.welcome.questions
        if card is None and 1 <= at <= len(questions):
            self.ask(questions[at - 1])
        elif card is not None and 1 <= at <= len(card.places):
            self.show_place(card, at)

    @property
    def can_go_back(self) -> bool:
        """Whether there is anything to go back from."""
        return self.asking.newest_waiting is not None or not self.prompt.has_focus

    def back(self) -> None:
        """Go back by one step: leave the source, stop a question, return to the prompt."""
        waiting = self.asking.newest_waiting
        if waiting is not None and not (self.one_pane and self.source_in_view):
            self.asking.cancel(waiting)
        else:
            self.turn_to_talk()

    def pick_article(self) -> None:
        """Open one of the library's articles."""
        articles = self._need_library().articles.values()
        choices = [Choice(a.source, a.title or a.source, a.published or "") for a in articles]
        current = self.source.article.source if self.source.article else None
        self.app.push_screen(Picker("Articles", choices, current), self._article_picked)

    def step_article(self, step: int) -> None:
        """Open the next article of the library, or the one before."""
        self.source.step_article(step)
        self.turn_to_source()

    def find(self, words: str) -> None:
        """Look for words in the open article."""
        if self.source.article is not None:
            self.turn_to_source()
            self.source.find(words)

    def pick_question(self) -> None:
        """Put a question asked before into the prompt."""
        choices = [Choice(question, question) for question in dict.fromkeys(reversed(self.prompt.asked))]
        self.app.push_screen(Picker("Asked before", choices), self._question_picked)

    def begin_anew(self) -> None:
        """Clear the conversation; the articles stay."""
        self.asking.forget()
        self.conversation.clear()
        self.source.clear()
        self.settle()
        self.turn_to_talk()

    def help(self) -> None:
        """Show what every key does."""
        self.app.push_screen(HelpScreen())

    def _add(self, card: Card) -> None:
        self.conversation.add(card)
        self.turn_to_talk()
        self.settle()

    def _changed(self, card: Card) -> None:
        """Show what came of a question, and open the source of its answer beside it."""
        if card not in self.conversation.cards:
            return
        self.conversation.changed(card)
        answered = card.state is State.ANSWERED and card.answer is not None and card.answer.answered
        reads = self.source.has_pseudo_class("focus-within")
        if answered and card is self.conversation.card and not self.one_pane and not reads:
            self.source.open_place(card.places, 1)
        self.settle()

    def _in_background(self, work: Callable[[], None]) -> None:
        self.run_worker(work, thread=True, group="answering")

    def _on_screen(self, show: Callable[[], None]) -> None:
        self.call_later(show)

    def _need_library(self) -> Library:
        if self.library is None:
            raise OsmosisError("The articles are still being read.")
        return self.library

    def _article_picked(self, source: str | None) -> None:
        if source is not None:
            self.source.open_article(self._need_library().article(source))
            self.turn_to_source()

    def _question_picked(self, question: str | None) -> None:
        self.turn_to_talk()
        if question is not None:
            self.prompt.recall(question)

    @on(Prompt.Submitted)
    def _submitted(self, event: Prompt.Submitted) -> None:
        if not event.text.startswith("/"):
            self.ask(event.text)
            return
        try:
            action, argument = parse_slash(event.text)
        except OsmosisError as error:
            self.say(str(error), trouble=True)
            self.prompt.recall(event.text)
        else:
            self.action_do(action.name, argument)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        self.query_one(CommandList).offer(completions(event.text_area.text))
        self.refresh_bindings()

    @on(Conversation.PlaceChosen)
    def _place_chosen(self, event: Conversation.PlaceChosen) -> None:
        self.show_place(event.card, event.number)

    @on(Conversation.QuestionChosen)
    @on(Welcome.QuestionChosen)
    def _question_chosen(self, event: Conversation.QuestionChosen | Welcome.QuestionChosen) -> None:
        self.ask(event.question)
