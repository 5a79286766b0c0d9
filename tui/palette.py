"""The registry's actions in the command palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.action import Action

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class ActionCommands(Provider):
    """Finds actions by what they are called; says their keys and slash commands."""

    async def discover(self) -> Hits:
        """Yield all that can be done now, before anything is typed."""
        for action, run in self._runnable():
            yield DiscoveryHit(action.title, run, help=_how(action))

    async def search(self, query: str) -> Hits:
        """Yield what matches the letters typed."""
        matcher = self.matcher(query)
        for action, run in self._runnable():
            score = matcher.match(action.title)
            if score > 0:
                yield Hit(score, matcher.highlight(action.title), run, help=_how(action))

    def _runnable(self) -> Iterator[tuple[Action, Callable[[], object]]]:
        main = cast("MainScreen", self.screen)
        for action in main.registry:
            here = action.name == "palette" or action.typing
            if not here and (action.slash or action.when(main)):
                yield action, partial(main.run_action, f"do('{action.name}', '')")


def _how(action: Action) -> str:
    return "  ".join(filter(None, (action.keys_for_people, action.command)))
