"""The conversation app: opens the articles and the reader, and shows the one screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from index.errors import OsmosisError
from tui.asking import Answering
from tui.screens.main import MainScreen
from tui.themes import DEFAULT_THEME, THEMES

if TYPE_CHECKING:
    from index.library import Library
    from tui.history import History

OpenLibrary = Callable[[Path], "Library"]
OpenAnswerer = Callable[["Library"], Answering]


class OsmosisApp(App[None]):
    """Asks the articles at ``where``.

    ``open_library`` and ``open_answerer`` are called once, on another thread, after the
    first frame; what they raise as an OsmosisError is shown. Questions asked before they
    are done are answered as soon as they are. With ``suggests``, questions to begin with
    and to go on with are tried in the background and offered. Conversations are kept in
    ``history`` where one is given. ``theme`` and ``animation_level`` may be set before it runs.
    """

    TITLE = "osmosis"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", key_display="^Q", priority=True)
    ]

    def __init__(
        self,
        where: Path,
        *,
        open_answerer: OpenAnswerer,
        open_library: OpenLibrary | None = None,
        suggests: bool = True,
        history: History | None = None,
    ) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DEFAULT_THEME
        self._where = where
        self._open_library = open_library
        self._open_answerer = open_answerer
        self._history = history
        self._main = MainScreen(suggests=suggests)

    def on_mount(self) -> None:
        """Show the screen, and only then open what answers."""
        self.push_screen(self._main)
        self.call_after_refresh(self.run_worker, self._open, thread=True, group="opening")

    def _open(self) -> None:
        """Open the articles, then the reader; runs on its own thread, and imports there what is slow to."""
        from index.library import Library
        from tui.history import HistoryError
        from tui.keeping import Keeping

        keeping = Keeping(self._history) if self._history else None
        self.call_later(self._main.keep_with, keeping)
        try:
            library = (self._open_library or Library.open)(self._where)
            self.call_later(self._main.opened, library)
            answerer = self._open_answerer(library)
            self.call_later(self._main.ready, answerer)
            if keeping is not None:
                self.call_later(self._main.recall, keeping.questions())
        except HistoryError as error:
            self.call_later(partial(self._main.say, str(error), trouble=True))
        except OsmosisError as error:
            self.call_later(self._main.failed, str(error))
