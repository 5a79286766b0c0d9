"""One row on top: what is asked, and whether it can answer yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tui.visible import one_line

if TYPE_CHECKING:
    from index.library import Library
    from tui.progress import Stage

_BAR_WIDTH = 12


class Header(Horizontal):
    """Names the library on the left and the state on the right."""

    def compose(self) -> ComposeResult:
        """Put the name, the library and the state in a row."""
        yield Static("osmosis", id="header-name")
        yield Static("", id="header-library")
        yield Static("reading the articles …", id="header-state")

    def opened(self, library: Library) -> None:
        """Say what was read, and what could not be."""
        articles, passages = len(library.articles), len(library.passages)
        parts = [
            one_line(library.where.name or str(library.where)),
            f"{articles:,} article{'s' if articles != 1 else ''}",
            f"{passages:,} passage{'s' if passages != 1 else ''}",
        ]
        if library.skipped:
            parts.append(f"{len(library.skipped):,} skipped")
        self.query_one("#header-library", Static).update(Content(" · ".join(parts)))

    def failed(self, trouble: str) -> None:
        """Say that it cannot answer, and why."""
        self.query_one("#header-library", Static).update(Content(one_line(trouble)))

    def show(self, stage: Stage) -> None:
        """Say how far the work has come, with a bar."""
        self._state(Content.assemble((stage.bar(_BAR_WIDTH), "$accent"), " ", stage.words))

    def say(self, words: str) -> None:
        """Say what goes on; nothing, when nothing does."""
        self._state(Content(words))

    def _state(self, content: Content) -> None:
        self.query_one("#header-state", Static).update(content)
