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
from tui.binding import bind
from tui.registry import Registry

_KEYS_WIDTH = 18
_LEFT_WIDTH = _KEYS_WIDTH + 18
_SCROLLS = {
    **{"up": "up", "down": "down", "pageup": "page_up", "pagedown": "page_down"},
    **{"home": "home", "end": "end"},
}


class HelpScreen(ModalScreen[None]):
    """Lists the registry of actions, grouped, with their keys and slash commands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "Back"),
        *(Binding(key, f"scroll('{way}')", show=False) for key, way in _SCROLLS.items()),
    ]

    def __init__(self, registry: Registry) -> None:
        super().__init__()
        self._registry = registry
        bind(self, [Binding(key, "dismiss", show=False) for key in registry.named("help").keys])

    def compose(self) -> ComposeResult:
        """Put one paragraph per group under each other."""
        with VerticalScroll(id="help", can_focus=False):
            yield Static(
                Content.assemble("Keys and commands", ("  Esc goes back", "not bold $foreground-muted")),
                id="help-title",
            )
            yield Static(Content(_about(self._registry)), classes="help-text")
            for group, actions in groupby(self._registry, key=lambda action: action.group):
                yield Static(group, classes="help-group")
                yield Static(Content("\n").join(map(_row, actions)), classes="help-text")

    def action_scroll(self, way: str) -> None:
        """Scroll at once."""
        scroll = self.query_one(VerticalScroll)
        getattr(scroll, f"scroll_{way}")(animate=False)


def _about(registry: Registry) -> str:
    """Return what the table cannot say."""
    return (
        "What is answered is quoted word for word, and its source opens beside it. A number opens that "
        "source, or asks that question, while nothing is typed. Letters do something once "
        f"{_how(registry.named('switch'))} has left the question, and with Alt at once; where a terminal "
        "keeps Alt for itself, type the command instead: /next for Alt+N, /open 2 for Alt+2. While words "
        f"are selected, the arrow keys move and Shift selects; {_how(registry.named('select'))} once more "
        "selects without Shift."
    )


def _how(action: Action) -> str:
    """Return how an action is done, in a word or two."""
    return " or ".join(action.keys_for_people.split()) or action.command


def _row(action: Action) -> Content:
    keys = action.keys_for_people
    left = f"{keys:<{_KEYS_WIDTH}}{action.command}" if action.command else keys
    content = Content(f"{left:<{_LEFT_WIDTH}}{action.title}")
    return content.stylize("bold", 0, len(keys))
