"""One row at the bottom: the keys that do something now, as many as there is room for."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from tui.keys import short_key_name

_BETWEEN = "  "


class KeyLine(Widget):
    """Shows the keys of the bindings that are to be shown, in their order; none is cut in two.

    Textual's own footer mounts a widget for each key whenever one changes, which takes longer
    than all else that a key press does, and cuts off what does not fit.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key"}

    def __init__(self) -> None:
        super().__init__()
        self._bindings_now: dict[str, Binding] = {}

    def on_mount(self) -> None:
        """Follow what the keys do."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, screen: Screen[object]) -> None:
        """Take the first key of each action; a screen under another one keeps what it showed."""
        if not screen.is_active:
            return
        self._bindings_now.clear()
        for active in screen.active_bindings.values():
            if active.binding.show and active.enabled:
                self._bindings_now.setdefault(active.binding.action, active.binding)
        self.refresh()

    def render(self) -> Content:
        """Return the row."""
        key_style = Style.from_styles(self.get_component_styles("key-line--key"))
        row = Content()
        for binding in self._bindings_now.values():
            key = binding.key_display or short_key_name(binding.key)
            before = _BETWEEN if row else ""
            entry = Content.assemble(before, (key, key_style), f" {binding.description}")
            if row.cell_length + entry.cell_length > self.content_size.width:
                break
            row += entry.stylize(Style.from_meta({"key": binding.key}))
        return row

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        if "key" in event.style.meta:
            self.app.simulate_key(event.style.meta["key"])
