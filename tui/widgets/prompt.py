"""Where questions are typed: several lines, history, completion, slash commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.binding import Binding, BindingsMap
from textual.message import Message
from textual.widgets import TextArea

from tui.binding import bind
from tui.keys import types

Complete = Callable[[str], str]
"""What could follow the text before the cursor; empty when nothing suggests itself."""


class Prompt(TextArea):
    """A question being typed, and those asked before, which ``walk`` goes through.

    While it is empty and ``yields_digits`` is set, a digit is left to whoever opens places.
    """

    class Submitted(Message):
        """A question, or a slash command, was entered."""

        def __init__(self, text: str) -> None:
            self.text = text
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
        self._bound: set[str] = set()

    def bind(self, bindings: Sequence[Binding]) -> None:
        """Take keys that go before those of a text being edited, its line feeds included."""
        self._bound = set(BindingsMap(bindings).key_to_bindings)
        bind(self, bindings)

    def submit(self) -> None:
        """Hand over what is typed, unless it is blank."""
        text = self.text.strip()
        if text:
            self.put_aside()
            self.post_message(self.Submitted(text))

    def put_aside(self) -> None:
        """Empty the prompt; what was typed can be walked back to."""
        if text := self.text.strip():
            self.remember(text)
        self.clear()

    def take_suggestion(self) -> None:
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

    def can_walk(self, step: int) -> bool:
        """Whether there is a question to walk to, and no line of the one being typed in the way."""
        at_edge = self.cursor_at_first_line if step < 0 else self.cursor_at_last_line
        return at_edge and 0 <= min(self._at, len(self.asked)) + step <= len(self.asked)

    def walk(self, step: int) -> None:
        """Put the question in that was asked before or after; what is being typed comes last."""
        at = min(self._at, len(self.asked))
        if at == len(self.asked):
            self._draft = self.text
        self._at = at + step
        self.recall(self.asked[self._at] if self._at < len(self.asked) else self._draft)

    def update_suggestion(self) -> None:
        """Suggest how the text could go on, while the cursor stands at its end."""
        at_end = self.cursor_location == self.document.end
        self.suggestion = self.complete(self.text) if self.text and at_end else ""

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Leave digits alone while they open places."""
        if self._yields(character):
            return False
        return types(key) or super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        if event.key in self._bound and await self._did(event.key):
            event.stop()
            event.prevent_default()
            return
        # Terminals of the older sort, a browser's among them, name the letter held with Alt as well.
        held = event.key.startswith("alt+")
        if self._yields(event.character) or held or event.key in self._bound:
            event.prevent_default()

    async def _did(self, key: str) -> bool:
        """Do what the key is bound to, if it can be done now.

        Textual would do it once the key has risen to the app, when keys that came with it in one burst
        are typed already.
        """
        for binding in self._bindings.key_to_bindings.get(key, ()):
            if await self.app.run_action(binding.action, self):
                return True
        return False

    def _yields(self, character: str | None) -> bool:
        return self.yields_digits and not self.text and character is not None and character in "123456789"


def _nothing(_text: str) -> str:
    return ""
