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
        width = max((len(action.command) for action in shown), default=0)
        rows = [_row(action, action.title, width) for action in shown]
        if len(shown) < len(actions):
            more = f"and {len(actions) - len(shown)} more: type a letter"
            rows.append(Content.styled(more, "$foreground-muted"))
        self.update(Content("\n").join(rows))
        self.display = bool(rows)

    def explain(self, action: Action) -> None:
        """Say what may follow a command that is typed."""
        self.update(_row(action, action.hint or "takes nothing more", len(action.command)))
        self.display = True


def _row(action: Action, about: str, width: int) -> Content:
    return Content.assemble((f"{action.command:<{width}}", "bold"), _GAP, about)
