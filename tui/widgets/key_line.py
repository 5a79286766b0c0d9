"""One row at the bottom: the keys that do something now, as many as there is room for."""

from __future__ import annotations

from typing import ClassVar

from textual import events
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

    def on_mount(self) -> None:
        """Follow what the keys do."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """Return the row."""
        key_style = Style.from_styles(self.get_component_styles("key-line--key"))
        row, actions = Content(), set[str]()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if not binding.show or not active.enabled or binding.action in actions:
                continue
            actions.add(binding.action)
            entry = Content.assemble(
                _BETWEEN if row else "",
                (binding.key_display or short_key_name(binding.key), key_style),
                " ",
                binding.description,
            )
            if row.cell_length + entry.cell_length > self.content_size.width:
                break
            row += entry.stylize(Style.from_meta({"key": binding.key}))
        return row

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        if "key" in event.style.meta:
            self.app.simulate_key(event.style.meta["key"])
