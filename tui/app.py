"""The conversation app: opens the articles and the reader, and shows the one screen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from tui.indexing import OpenAnswerer, OpenLibrary, Sources
from tui.registry import Registry
from tui.screens.main import MainScreen
from tui.themes import THEMES, default_theme

if TYPE_CHECKING:
    from index.library import Library
    from index.progress import Progress
    from tui.history import History


class OsmosisApp(App[None]):
    """Asks the articles at ``where``.

    ``open_library`` and ``open_answerer`` are called on another thread, after the first
    frame and whenever the articles are to be read again; what they raise as an OsmosisError
    is shown. Questions asked before they are done are answered as soon as they are. With
    ``suggests``, questions to begin with and to go on with are tried in the background and
    offered. Conversations are kept in ``history`` where one is given. ``keys`` are a person's
    own, by the names of actions. ``theme`` and ``animation_level`` may be set before it runs.
    """

    TITLE = "osmosis"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False  # the registry has one of its own
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "Quit", priority=True, id="quit")]

    def __init__(
        self,
        where: Path,
        *,
        open_answerer: OpenAnswerer,
        open_library: OpenLibrary | None = None,
        suggests: bool = True,
        history: History | None = None,
        keys: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = default_theme(self.console.color_system)
        self._history = history
        sources = Sources(where, open_library or _open_library, open_answerer)
        self._main = MainScreen(sources, Registry(keys), suggests=suggests)
        if keys and "quit" in keys:
            self.set_keymap({"quit": ",".join(keys["quit"])})

    def on_mount(self) -> None:
        """Show the screen, and only then open what answers."""
        self.push_screen(self._main)
        self.call_after_refresh(self.run_worker, self._begin, thread=True, group="opening")

    def _begin(self) -> None:
        """Open what is kept, then have the articles read; runs on its own thread, for its imports."""
        if self._history is None:
            self.call_later(self._main.open_articles)
            return
        from tui.history import HistoryError
        from tui.keeping import Keeping

        keeping = Keeping(self._history)
        self.call_later(self._main.keep_with, keeping)
        self.call_later(self._main.open_articles)
        try:
            self.call_later(self._main.recall, keeping.questions())
        except HistoryError as error:
            self.call_later(partial(self._main.say, str(error), trouble=True))


def _open_library(where: Path, progress: Progress) -> Library:
    from index.library import Library

    return Library.open(where, progress)
