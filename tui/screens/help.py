"""What every key and command does."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.action import Action
from tui.registry import Registry

_KEYS_WIDTH = 18
_COMMAND_WIDTH = 17


class HelpScreen(ModalScreen[None]):
    """Lists the registry of actions, grouped, with their keys and slash commands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q,enter", "dismiss", "Back"),
        Binding("down", "scroll('down')", "Down", show=False),
        Binding("up", "scroll('up')", "Up", show=False),
    ]

    def __init__(self, registry: Registry) -> None:
        super().__init__()
        self._registry = registry

    def compose(self) -> ComposeResult:
        """Put one paragraph per group under each other."""
        with VerticalScroll(id="help"):
            yield Static("Keys and commands", id="help-title")
            yield Static(
                "Ask a question; what is answered is quoted word for word, and its source opens beside it. "
                "Keys that are letters work when the prompt does not have the cursor; Alt with them always "
                "does. A number opens that source while the prompt is empty.",
                classes="help-text",
            )
            for group, actions in groupby(self._registry, key=lambda action: action.group):
                yield Static(group, classes="help-group")
                yield Static(Content("\n").join(map(_row, actions)), classes="help-text")
            yield Static("Esc goes back", classes="help-text")

    def action_scroll(self, way: str) -> None:
        """Scroll."""
        scroll = self.query_one(VerticalScroll)
        getattr(scroll, f"scroll_{way}")(animate=False)


def _row(action: Action) -> Content:
    keys, command = action.keys_for_people, action.command
    return Content.assemble((f"{keys:<{_KEYS_WIDTH}}", "bold"), f"{command:<{_COMMAND_WIDTH}}", action.title)
