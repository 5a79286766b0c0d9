"""What stands in an empty conversation: what this is, and questions to begin with."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tui.visible import one_line
from tui.widgets.chosen import Chosen

_LEAD = "Ask the articles a question."
_TEXT = (
    "The answer is quoted word for word, and its source opens beside it. "
    "When the articles do not say, you are told so."
)
_PATIENCE = (
    "The articles are being read. A question can be asked already: it is answered when they are. Esc stops."
)


class Welcome(Vertical):
    """Offers starter questions, each under a number."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.questions: Sequence[str] = ()

    def compose(self) -> ComposeResult:
        """Put the words over the questions."""
        yield Static(_LEAD, id="welcome-lead")
        yield Static(_TEXT, id="welcome-text")
        yield Static("", id="welcome-questions")

    def offer(self, questions: Sequence[str]) -> None:
        """Show these questions."""
        self.questions = questions
        rows = [Content.styled("To begin with", "$foreground-muted")] if questions else []
        for number, question in enumerate(questions, 1):
            row = Content.assemble((f" {number} ", "bold $primary on $panel"), " ", one_line(question))
            rows.append(row.stylize(Style.from_meta({"number": number})))
        self.query_one("#welcome-questions", Static).update(Content("\n").join(rows))

    def have_patience(self) -> None:
        """Say, instead of questions, that there is nothing to wait for before one can type."""
        self.query_one("#welcome-questions", Static).update(Content.styled(_PATIENCE, "$foreground-muted"))

    def on_click(self, event: events.Click) -> None:
        """Say what was clicked."""
        if "number" in event.style.meta:
            self.post_message(Chosen(event.style.meta["number"]))
