"""What an action is: a thing the app does, with the keys and the command that do it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.keys import key_name

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

Run = Callable[["MainScreen", str], object]
When = Callable[["MainScreen"], bool]


def always(_screen: MainScreen) -> bool:
    """Let an action be done whatever is on the screen."""
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the app does.

    ``keys`` work on the main screen; one that is a letter works while the prompt does not
    have the cursor. ``typing`` actions belong to the prompt: their keys work while that has
    the cursor. ``slash`` is the command's name without its slash, ``argument`` what may
    follow it, in capitals, and ``hint`` that in words. ``numbered`` actions take a digit,
    alone or with Alt, besides their keys. One that ``needs_argument`` is typed on with it.
    ``group`` is its heading in the help.
    """

    name: str
    title: str
    run: Run
    keys: tuple[str, ...] = ()
    slash: str = ""
    argument: str = ""
    hint: str = ""
    when: When = always
    typing: bool = False
    numbered: bool = False
    needs_argument: bool = False
    group: str = ""

    @property
    def keys_for_people(self) -> str:
        """The keys as they are called, e.g. ``Ctrl+O``."""
        digits = ["1–9", "Alt+1–9"] if self.numbered else []
        return " ".join([*digits, *map(key_name, self.keys)])

    @property
    def command(self) -> str:
        """The slash command with what it takes, e.g. ``/find WORDS``."""
        return f"/{self.slash} {self.argument}".strip() if self.slash else ""
