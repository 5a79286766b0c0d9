"""Finding words in the article that is open."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

# More places than anyone walks through; keeps a search for "e" in a book quick.
_MOST_MATCHES = 10_000


def find(words: str, text: str) -> list[tuple[int, int]]:
    """Return where words stand in a text, whatever their case and the blanks between them."""
    if not words.strip():
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    found = []
    for match in pattern.finditer(text):
        found.append(match.span())
        if len(found) == _MOST_MATCHES:
            break
    return found


class FindBar(Horizontal):
    """A line to type into; says what is typed, and when to go on to the next match."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close"),
        Binding("enter,down", "step(1)", "Next match"),
        Binding("up", "step(-1)", "Previous match"),
    ]

    class Changed(Message):
        """Other words are looked for."""

        def __init__(self, words: str) -> None:
            self.words = words
            super().__init__()

    class Step(Message):
        """The next match was asked for, or the one before."""

        def __init__(self, step: int) -> None:
            self.step = step
            super().__init__()

    class Closed(Message):
        """The bar was closed."""

    def compose(self) -> ComposeResult:
        """Put the line and the count beside each other."""
        yield Static("Find", id="find-label")
        yield Input(id="find-words", compact=True, select_on_focus=False)
        yield Static("", id="find-count")

    def open(self, words: str = "") -> None:
        """Show the bar and type into it."""
        self.add_class("-open")
        field = self.query_one(Input)
        field.value = words
        field.focus()

    def action_close(self) -> None:
        """Hide the bar, and say so."""
        self.close()
        self.post_message(self.Closed())

    def close(self) -> None:
        """Hide the bar, and look for nothing."""
        self.remove_class("-open")
        self.query_one(Input).value = ""

    def action_step(self, step: int) -> None:
        """Go on."""
        self.post_message(self.Step(step))

    def count(self, at: int | None, total: int) -> None:
        """Say which match is shown, ``at`` from 0, and how many there are."""
        self.query_one("#find-count", Static).update("none" if at is None else f"{at + 1} of {total}")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is looked for."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on to the next match."""
        event.stop()
        self.action_step(1)
