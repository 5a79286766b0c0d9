"""The slash commands that what is typed could become."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from tui.action import Action

_NAME_WIDTH = 12


class CommandList(Static):
    """Lists commands above the prompt; takes no room when there are none."""

    def offer(self, actions: Sequence[Action]) -> None:
        """Show these commands."""
        if not actions and not self.display:
            return
        rows = [
            Content.assemble((f"{'/' + action.slash:<{_NAME_WIDTH}}", "bold"), action.title)
            for action in actions
        ]
        self.update(Content("\n").join(rows))
        self.display = bool(rows)
