"""What an action is: a thing the app does, with the keys and the command that do it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

Run = Callable[["MainScreen", str], None]
When = Callable[["MainScreen"], bool]

_KEY_NAMES = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "slash": "/",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}


def _always(_screen: MainScreen) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the app does.

    ``keys`` work on the main screen; one that is a letter works while the prompt does not
    have the cursor. ``slash`` is the command's name without its slash, ``argument`` what
    may follow it. ``footer`` is its label in the footer, if it stands there. ``run`` is
    None for what a widget does by itself, listed here for the help. ``numbered`` actions
    take a digit, alone or with Alt. One that ``needs_argument`` is typed on with it.
    """

    group: str
    name: str
    title: str
    run: Run | None = None
    keys: tuple[str, ...] = ()
    slash: str = ""
    argument: str = ""
    footer: str = ""
    when: When = _always
    numbered: bool = False
    needs_argument: bool = False

    @property
    def keys_for_people(self) -> str:
        """The keys as they are called, e.g. ``Ctrl+O``."""
        if self.numbered:
            return "1–9 Alt+1–9"
        return " ".join(map(key_name, self.keys))

    @property
    def command(self) -> str:
        """The slash command with what it takes, e.g. ``/find WORDS``."""
        return f"/{self.slash} {self.argument}".strip() if self.slash else ""


def key_name(key: str) -> str:
    """Return a key as people call it: ``Ctrl+O`` for ``ctrl+o``."""
    *held, last = key.split("+")
    last = last.upper() if held and len(last) == 1 else last
    return "+".join(map(_part_name, (*held, last)))


def _part_name(part: str) -> str:
    return _KEY_NAMES.get(part, part if len(part) == 1 else part.capitalize())
