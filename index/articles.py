"""Articles: the documents that are read, cited and never changed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.authors import author_of
from index.encoding import NotTextError
from index.errors import UnreadableError
from index.formats import READERS, known
from index.metadata import date_of, title_of
from index.own_files import is_own
from index.progress import Progress, untold

# Question sets lie beside articles and are plainly none; saying so on each start would annoy.
_NO_ARTICLES = frozenset({".jsonl"})


@dataclass(frozen=True, slots=True)
class Article:
    """One document.

    ``source`` is its path below the folder it was read from, with forward slashes;
    ``text`` is what every offset and citation points into; ``published`` is an ISO date
    (``2019-03-29``, ``2019-03`` or ``2019``) where the article states one; ``author`` is its
    writer's name, or several as they stand there, where the article says it beyond doubt.
    """

    source: str
    title: str
    text: str
    published: str | None = None
    url: str | None = None
    author: str | None = None

    def line_at(self, offset: int) -> int:
        """Return the number, from 1, of the line that holds the character at ``offset``."""
        return self.text.count("\n", 0, offset) + 1


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that could not be read as an article, and why, in one sentence for a person."""

    source: str
    reason: str


def read_articles(where: Path, progress: Progress = untold) -> Iterator[Article | Skipped]:
    """Yield the articles of a folder, or the one of a file, sorted by source.

    What cannot be read comes as ``Skipped`` and stops nothing. Hidden files and question sets
    (``.jsonl``) are passed over in silence; links to folders are not followed. ``progress``
    counts the files found, none of them done, then those done with when the next is asked for.
    Raises UnreadableError when ``where`` does not exist or is a folder that cannot be opened.
    """
    try:
        is_folder = stat.S_ISDIR(where.stat().st_mode)
        if is_folder:
            os.scandir(where).close()
    except FileNotFoundError:
        raise UnreadableError(f"There is no file or folder {where}: check the path.") from None
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{where} cannot be opened ({_why(error)}): check its permissions.") from None
    if not is_folder:
        yield _read(where, _shown(where.name))
        return
    found = []
    for each in _walk(where):
        found.append(each)
        progress(0, len(found))
    for done, (source, path, reason) in enumerate(sorted(found), 1):
        yield Skipped(source, reason) if reason else _read(path, source)
        progress(done, len(found))


def _walk(folder: Path) -> Iterator[tuple[str, Path, str]]:
    """Yield each file's source and path, with a reason if it is to be skipped unread."""
    closed: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=closed.append):
        here = Path(root)
        folders[:] = [name for name in folders if not name.startswith(".")]
        if not files and not folders and here != folder and here.suffix.lower() in READERS and here.suffix:
            yield _source(here, folder), here, "it is an empty folder named like a file."
        for name in files:
            suffix = Path(name).suffix.lower()
            if name.startswith(".") or suffix in _NO_ARTICLES:
                continue
            reason = "" if suffix in READERS else _unknown(suffix)
            yield _source(here / name, folder), here / name, reason
    for error in closed:
        path = Path(error.filename)
        yield _source(path, folder), path, f"it cannot be opened ({_why(error)})."


def _read(path: Path, source: str) -> Article | Skipped:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        return Skipped(source, _unknown(path.suffix))
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return Skipped(source, "it is no ordinary file.")
        data = path.read_bytes()
        if is_own(data):
            return Skipped(source, "it is an export of this tool, no article.")
        content = reader(data)
    except OSError as error:
        return Skipped(source, f"it cannot be opened ({_why(error)}).")
    except NotTextError as error:
        return Skipped(source, f"{error}.")
    return Article(
        source=source,
        title=content.title or title_of(content.text),
        text=content.text,
        published=content.published or date_of(content.text),
        url=content.url,
        author=content.author or author_of(content.text),
    )


def _source(path: Path, folder: Path) -> str:
    return _shown(path.relative_to(folder).as_posix())


def _shown(name: str) -> str:
    """Return a file's name as text; bytes of it that are none become question marks."""
    return os.fsencode(name).decode("utf-8", "replace")


def _unknown(suffix: str) -> str:
    return f"{suffix} files are not read, only {known()}."


def _why(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else None
    return (reason or str(error)).lower()
