"""The actions with the keys that a person has set: bindings, slash commands, and what help shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from textual.binding import Binding

from index.errors import UsageError
from tui.action import Action
from tui.actions import ACTIONS, FOOTER
from tui.keys import short_key_name, types

_DIGITS = "123456789"


class Registry:
    """All actions, in the order of the help.

    ``keys`` are a person's own, by the name of the action: they take the place of its keys,
    are taken from any other action that had them, and go before what the prompt would do
    with them, but for a character, which is typed.
    """

    def __init__(self, keys: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._own = keys or {}
        taken = {key for own in self._own.values() for key in own}
        self._actions = [
            replace(action, keys=self._own[action.name])
            if action.name in self._own
            else replace(action, keys=tuple(key for key in action.keys if key not in taken))
            for action in ACTIONS
        ]
        self._by_name = {action.name: action for action in self._actions}
        self._by_slash = {action.slash: action for action in self._actions if action.slash}

    def __iter__(self) -> Iterator[Action]:
        return iter(self._actions)

    def named(self, name: str) -> Action:
        """Return the action; KeyError if there is none of that name."""
        return self._by_name[name]

    def prompt_bindings(self) -> list[Binding]:
        """Return the keys that go before what the prompt would do with them."""
        return [
            binding
            for action in self._in_footer_order()
            if action.typing or action.name in self._own
            for binding in _bindings(action, "screen.do")
            if not types(binding.key)
        ]

    def bindings(self) -> list[Binding]:
        """Return the keys for the main screen, those in the footer first."""
        return [
            binding
            for action in self._in_footer_order()
            if not action.typing
            for binding in _bindings(action, "do")
        ]

    def _in_footer_order(self) -> list[Action]:
        order = {name: at for at, name in enumerate(FOOTER)}
        return sorted(self._actions, key=lambda action: order.get(action.name, len(order)))

    def completions(self, text: str) -> list[Action]:
        """Return the slash commands that the text could become; none unless it begins with a slash."""
        if not text.startswith("/") or " " in text:
            return []
        return [action for name, action in sorted(self._by_slash.items()) if name.startswith(text[1:])]

    def begun(self, text: str) -> Action | None:
        """Return the action whose slash command stands there already, its argument being typed."""
        name, blank, _ = text.removeprefix("/").partition(" ")
        return self._by_slash.get(name.lower()) if text.startswith("/") and blank else None

    def rest_of(self, text: str) -> str:
        """Return what completes a slash command that is being typed; empty where nothing does."""
        fitting = self.completions(text)
        if not fitting:
            return ""
        return fitting[0].slash[len(text) - 1 :] + (" " if fitting[0].argument else "")

    def parse(self, text: str) -> tuple[Action, str]:
        """Return the action that a slash command names, and its argument.

        Raises UsageError with the nearest command when there is none of that name.
        """
        name, _, argument = text.removeprefix("/").partition(" ")
        action = self._by_slash.get(name.lower())
        if action is None:
            from rapidfuzz import process

            near = process.extractOne(name, self._by_slash.keys())
            hint = f" Did you mean /{near[0]}?" if near else ""
            raise UsageError(f"There is no command /{name}.{hint}")
        return action, argument.strip()


def _bindings(action: Action, do: str) -> Iterator[Binding]:
    """Yield the bindings of an action; ``do`` is how the node they are for calls the screen's."""
    label = FOOTER.get(action.name, "")
    if action.numbered:
        for digit in _DIGITS:
            first = digit == _DIGITS[0]  # which stands for all in the footer
            call = f"{do}('{action.name}', '{digit}')"
            yield Binding(digit, call, label, show=first, key_display="1–9")
            yield Binding(f"alt+{digit}", call, label, show=False)
    for key in action.keys:
        yield Binding(
            key,
            f"{do}('{action.name}', '')",
            label or action.title,
            show=bool(label) and not action.numbered,
            key_display=short_key_name(key),
        )
