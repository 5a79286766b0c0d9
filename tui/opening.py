"""Opening what a command works on: the library, the reader, and the answerer of both.

What the command line names goes first, then a person's settings, then what ships. All imports
are made when they are needed: completing a word or printing help must cost none of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui import locations
from tui.bar import counting
from tui.errors import narrate

if TYPE_CHECKING:
    from index.library import Library
    from qa.answerer import Answerer
    from qa.reader import Reader

# Skipped files that are named one by one; a folder of thousands of pictures is told in a line.
_NAMED = 10


def library_path(where: str | None) -> Path:
    """Return where the articles are: as named, else the person's own library, else what ships."""
    from tui import settings

    return Path(where or settings.load().library or locations.seeds()).expanduser()


def open_library(where: str | None) -> Library:
    """Return the library at ``where``; see ``library_path``.

    Tells how far reading has come, where it takes long, and of files that were skipped. Raises
    UnreadableError when there is nothing to read.
    """
    from index.library import Library

    with counting("reading", "file") as progress:
        library = Library.open(library_path(where), progress)
    for skipped in library.skipped[:_NAMED]:
        narrate(f"Skipped {skipped.source}: {skipped.reason}")
    if len(library.skipped) > _NAMED:
        narrate(f"Skipped {len(library.skipped) - _NAMED} more files.")
    return library


def open_index(where: str | None) -> Library:
    """Return the library at ``where``, indexed for searches; see ``open_library``."""
    return indexed(open_library(where))


def indexed(library: Library) -> Library:
    """Return the library once it is indexed; tells how far that has come, where it takes long."""
    with counting("indexing", "passage") as progress:
        library.index(progress)
    return library


def open_answerer(where: str | None, support: float | None, reader: Path | None) -> Answerer:
    """Return what answers from the library at ``where``; see ``open_library`` and ``open_reading``."""
    from qa.answerer import Answerer

    opened, least_support = open_reading(support, reader)
    return Answerer(open_index(where), opened, least_support=least_support)


def open_reading(support: float | None, reader: Path | None) -> tuple[Reader, float | None]:
    """Return the reader and the least support, of which None is the trained threshold.

    Raises UnreadableError when the path holds no reader.
    """
    from qa.readers import open_reader
    from tui import settings

    own = settings.load()
    path = reader or (Path(own.reader) if own.reader else None)
    return open_reader(path), own.support if support is None else support
