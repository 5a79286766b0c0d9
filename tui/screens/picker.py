"""Picking one of many by typing a few letters of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import Matcher
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.visible import one_line

# More than anyone reads through instead of typing another letter.
_MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be picked: ``key`` is handed back, ``label`` is matched, ``note`` stands behind it."""

    key: str
    label: str
    note: str = ""


class Picker(ModalScreen[str | None]):
    """Shows the choices that hold the typed letters in their order, best first.

    Dismissed with the key of the choice, or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("down", "move('cursor_down')", "Down", show=False),
        Binding("up", "move('cursor_up')", "Up", show=False),
        Binding("pagedown", "move('page_down')", "Page down", show=False),
        Binding("pageup", "move('page_up')", "Page up", show=False),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], picked: str | None = None) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._picked = picked

    def compose(self) -> ComposeResult:
        """Put the filter over the list."""
        with Vertical(id="picker"):
            yield Static(Content(self._title), id="picker-title")
            yield Input(placeholder="Type to filter", id="picker-filter", compact=True)
            yield OptionList(id="picker-list", compact=True)
            yield Static("Enter takes it · Esc goes back", id="picker-hint")

    def on_mount(self) -> None:
        """Show all choices, the picked one highlighted."""
        self.query_one(OptionList).can_focus = False
        self._fill("")
        keys = [choice.key for choice in self._choices[:_MOST_SHOWN]]
        if self._picked in keys:
            choices = self.query_one(OptionList)
            choices.highlighted = keys.index(self._picked)
            self.call_after_refresh(choices.scroll_to_highlight)
        self.query_one(Input).focus()

    def action_move(self, move: str) -> None:
        """Move in the list while the filter keeps the keys."""
        getattr(self.query_one(OptionList), f"action_{move}")()

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self._fill(event.value)

    @on(Input.Submitted)
    def _take_highlighted(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option.id)

    def _fill(self, letters: str) -> None:
        matcher = Matcher(letters, match_style=Style(bold=True, underline=True))
        ranked = [(matcher.match(f"{c.label} {c.note}") if letters else 1.0, c) for c in self._choices]
        best = sorted((pair for pair in ranked if pair[0] > 0), key=lambda pair: -pair[0])[:_MOST_SHOWN]
        shown = self.query_one(OptionList)
        shown.clear_options()
        for _, choice in best:
            label = matcher.highlight(one_line(choice.label)) if letters else Content(one_line(choice.label))
            note = (
                Content.styled(f"  {one_line(choice.note)}", "$foreground-muted")
                if choice.note
                else Content("")
            )
            shown.add_option(Option(Content.assemble(label, note), id=choice.key))
        if best:
            shown.highlighted = 0
