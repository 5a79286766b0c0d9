"""Where questions are typed: several lines, history, completion, slash commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

Complete = Callable[[str], str]
"""What could follow the text before the cursor; empty when nothing suggests itself."""


# Keys that type a character, though Textual does not say which by their names.
_CHARACTERS = frozenset({"slash", "question_mark", "left_square_bracket", "right_square_bracket"})


class Prompt(TextArea):
    """Enter asks; Up and Down walk through what was asked; Tab takes a completion.

    While it is empty and ``yields_digits`` is set, a digit is left to whoever opens places.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Ask"),
        Binding("ctrl+j,shift+enter,alt+enter", "new_line", "New line", show=False),
        Binding("tab", "complete", "Complete", show=False),
        Binding("pageup", "page(-1)", "Scroll up", show=False),
        Binding("pagedown", "page(1)", "Scroll down", show=False),
    ]

    class Submitted(Message):
        """A question, or a slash command, was entered."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    class Paged(Message):
        """The conversation is to scroll by a page: down for 1, up for -1."""

        def __init__(self, way: int) -> None:
            self.way = way
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            id=id,
            soft_wrap=True,
            compact=True,
            highlight_cursor_line=False,
            placeholder="Ask a question, or / for commands",
        )
        self.asked: list[str] = []
        self.yields_digits = False
        self.complete: Complete = _nothing
        self._at = 0
        self._draft = ""

    def action_submit(self) -> None:
        """Hand over what is typed, unless it is blank."""
        text = self.text.strip()
        if text:
            self.remember(text)
            self.clear()
            self.post_message(self.Submitted(text))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Tab to the screen while there is nothing to complete."""
        return bool(self.suggestion) if action == "complete" else super().check_action(action, parameters)

    def action_page(self, way: int) -> None:
        """Have the conversation scroll, since the prompt itself is short."""
        self.post_message(self.Paged(way))

    def action_new_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    def action_complete(self) -> None:
        """Take the completion."""
        self.insert(self.suggestion)

    def remember(self, text: str) -> None:
        """Put a question at the end of the history."""
        if self.asked[-1:] != [text]:
            self.asked.append(text)
        self._at, self._draft = len(self.asked), ""

    def precede(self, texts: Sequence[str]) -> None:
        """Put earlier questions before those asked here."""
        self.asked[:0] = texts
        self._at += len(texts)

    def recall(self, text: str) -> None:
        """Put a text in, to be edited and asked."""
        self.text = text
        self.move_cursor(self.document.end)
        self.focus()

    def action_cursor_up(self, select: bool = False) -> None:
        """Move up; from the first line, to the question asked before."""
        if select or not self.cursor_at_first_line or not self._walk(-1):
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Move down; from the last line, to the question asked after."""
        if select or not self.cursor_at_last_line or not self._walk(1):
            super().action_cursor_down(select)

    def _walk(self, step: int) -> bool:
        at = min(self._at, len(self.asked))
        if not 0 <= at + step <= len(self.asked):
            return False
        if at == len(self.asked):
            self._draft = self.text
        self._at = at + step
        self.recall(self.asked[self._at] if self._at < len(self.asked) else self._draft)
        return True

    def update_suggestion(self) -> None:
        """Suggest how the text could go on, while the cursor stands at its end."""
        at_end = self.cursor_location == self.document.end
        self.suggestion = self.complete(self.text) if self.text and at_end else ""

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Leave digits alone while they open places."""
        if self._yields(character):
            return False
        return key in _CHARACTERS or super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        # Terminals of the older sort, a browser's among them, name the letter held with Alt as well.
        held = event.key.startswith("alt+")
        if self._yields(event.character) or event.key == "enter" or held:
            event.prevent_default()

    def _yields(self, character: str | None) -> bool:
        return self.yields_digits and not self.text and character is not None and character in "123456789"


def _nothing(_text: str) -> str:
    return ""
