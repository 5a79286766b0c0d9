"""Opening the articles while people type already: how far it has come, what it came to, stopping."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from index.errors import OsmosisError
from tui.indexing import Indexing, Sources, StoppedError
from tui.screens.suggesting import Suggesting
from tui.widgets.header import Header

if TYPE_CHECKING:
    from index.library import Library
    from tui.asking import Answering

# How often the header says how far it has come.
_LOOK_SECONDS = 0.1
# Quicker openings are over before a bar could be read.
_PATIENCE_SECONDS = 0.4
# Files that could not be read are named up to this number; the header counts them all.
_SKIPPED_NAMED = 3
_STOPPED = "Reading the articles was stopped; /reload begins again."


class Opening(Suggesting):
    """Reads and indexes the articles in the background, at first and again when asked to.

    Questions asked before there is an answerer wait for it; while articles are read again,
    they are answered from those read before.
    """

    def __init__(self, sources: Sources, *, suggests: bool) -> None:
        super().__init__(suggests=suggests)
        self._sources = sources
        self._indexing: Indexing | None = None
        self._looking: Timer | None = None

    @property
    def is_opening(self) -> bool:
        """Whether the articles are being read or indexed."""
        return self._indexing is not None

    def open_articles(self) -> None:
        """Begin to read the articles; raises OsmosisError while they are being read."""
        if self._indexing is not None:
            raise OsmosisError("The articles are being read already.")
        self._indexing = Indexing(self._sources)
        self.asking.expect()
        self.query_one(Header).say("reading the articles …")
        self._looking = self.set_interval(_LOOK_SECONDS, self._look)
        self.run_worker(partial(self._open, self._indexing), thread=True, group="opening")
        self.refresh_bindings()

    def stop_opening(self) -> None:
        """Have the reading of articles end; what was read before stays."""
        if self._indexing is not None:
            self._indexing.stop()
            self._look()

    def on_unmount(self) -> None:
        """Let nothing go on reading when the app is left."""
        if self._indexing is not None:
            self._indexing.stop()

    def _open(self, indexing: Indexing) -> None:
        """Open the articles, then the reader; runs on its own thread, and imports there what is slow to."""
        try:
            answerer = indexing.run(lambda library: self.call_later(self._opened, library))
        except StoppedError:
            self.call_later(self._failed, _STOPPED)
        except OsmosisError as error:
            self.call_later(self._failed, str(error))
        else:
            self.call_later(self._ready, answerer)

    def _look(self) -> None:
        """Say how far it has come, once that takes long enough to be read."""
        indexing = self._indexing
        if indexing is None:
            return
        if indexing.is_stopping:
            self.query_one(Header).say("stopping …")
        elif indexing.seconds > _PATIENCE_SECONDS:
            self.query_one(Header).show(indexing.stage)
            self.welcome.have_patience()

    def _opened(self, library: Library) -> None:
        """Show the articles, as soon as they are read."""
        self.library = library
        self.query_one(Header).opened(library)
        self.source.renew(library)
        for skipped in library.skipped[:_SKIPPED_NAMED]:
            self.say(f"Skipped {skipped.source}: {skipped.reason}", trouble=True)
        self.settle()

    def _ready(self, answerer: Answering) -> None:
        """Answer from now on, beginning with what was asked meanwhile."""
        self._over()
        self.asking.ready(answerer)
        self.suggest_first()

    def _failed(self, trouble: str) -> None:
        """Say why nothing can be asked, or why what was read before stays."""
        self._over()
        if not self.asking.is_ready:
            self.query_one(Header).failed(trouble)
            self.asking.fail(trouble)
        self.say(trouble, trouble=True)

    def _over(self) -> None:
        if self._looking is not None:
            self._looking.stop()
        self._indexing = self._looking = None
        self.query_one(Header).say("")
        self.welcome.offer(self.welcome.questions)
        self.refresh_bindings()
