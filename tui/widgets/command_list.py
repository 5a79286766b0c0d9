"""The slash commands that what is typed could become."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from tui.action import Action

# More would leave no room for the conversation on a terminal of 24 rows.
_MOST_SHOWN = 12
_GAP = "  "


class CommandList(Static):
    """Lists commands above the prompt; takes no room when there are none."""

    def offer(self, actions: Sequence[Action]) -> None:
        """Show these commands, as many as there is room for."""
        if not actions and not self.display:
            return
        shown = actions if len(actions) <= _MOST_SHOWN else actions[: _MOST_SHOWN - 1]
        width = max((len(action.slash) for action in shown), default=0)
        rows = [
            Content.assemble((f"/{action.slash:<{width}}", "bold"), _GAP, action.title) for action in shown
        ]
        if len(shown) < len(actions):
            rows.append(
                Content.styled(f"and {len(actions) - len(shown)} more: type a letter", "$foreground-muted")
            )
        self.update(Content("\n").join(rows))
        self.display = bool(rows)
