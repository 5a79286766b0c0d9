"""Reading and indexing the articles on a thread of its own: watched by another, which may stop it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from tui.progress import Count, Stage

if TYPE_CHECKING:
    from index.library import Library
    from index.progress import Progress
    from tui.asking import Answering

OpenLibrary = Callable[[Path, "Progress"], "Library"]
OpenAnswerer = Callable[["Library"], "Answering"]


class StoppedError(Exception):
    """Whoever watches wants the work to end."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the articles are, and how to open them and what answers from them."""

    where: Path
    open_library: OpenLibrary
    open_answerer: OpenAnswerer


class Indexing:
    """One go at opening the sources.

    ``run`` belongs to the thread that works, all else to the one that draws.
    """

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._stop = Event()
        self._count = Count("reading", "file")
        self._began = time.monotonic()

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        return self._count.stage

    @property
    def seconds(self) -> float:
        """For how long it has been going on."""
        return time.monotonic() - self._began

    @property
    def is_stopping(self) -> bool:
        """Whether it has been told to stop."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Have it end with the file or passage it is at."""
        self._stop.set()

    def run(self, opened: Callable[[Library], object]) -> Answering:
        """Return what answers; ``opened`` gets the library as soon as it is read.

        Raises StoppedError when it was stopped, and what opening raises.
        """
        library = self._sources.open_library(self._sources.where, self._counting("reading", "file"))
        opened(library)
        library.index(self._counting("indexing", "passage"))
        return self._sources.open_answerer(library)

    def _counting(self, doing: str, unit: str) -> Progress:
        count = self._count = Count(doing, unit)

        def told(done: int, total: int) -> None:
            if self._stop.is_set():
                raise StoppedError
            count(done, total)

        return told
