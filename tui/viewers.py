"""Opening an article in another program, at the line."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import OsmosisError

if TYPE_CHECKING:
    from index.articles import Article

# The variables that name a person's programs, and what to try when none is set.
_PAGER = (("PAGER",), "less")
_EDITOR = (("VISUAL", "EDITOR"), "vi")
# These take path:line; nearly all others take +line before the path.
_PATH_AND_LINE = {"code": ("-g",), "codium": ("-g",), "subl": (), "hx": (), "zed": ()}


class ViewerError(OsmosisError):
    """The other program could not be run."""


def pager(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the command of a person's pager."""
    return _program(*_PAGER, environment)


def editor(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the command of a person's editor."""
    return _program(*_EDITOR, environment)


def at_line(program: list[str], path: Path, line: int) -> list[str]:
    """Return the command that opens a file at a line, from 1."""
    name = Path(program[0]).stem
    if name in _PATH_AND_LINE:
        return [*program, *_PATH_AND_LINE[name], f"{path}:{line}"]
    return [*program, f"+{line}", str(path)]


def view(program: list[str], article: Article, where: Path, line: int) -> None:
    """Run a program on an article of the library at ``where``, and wait for it to end.

    Raises ViewerError when it cannot be started.
    """
    with _file_of(article, where) as path:
        try:
            subprocess.run(at_line(program, path, line), check=False)  # noqa: S603 (the person's own program)
        except OSError as error:
            raise ViewerError(f"{program[0]} could not be started: {error.strerror}.") from error


def _program(variables: tuple[str, ...], otherwise: str, environment: Mapping[str, str]) -> list[str]:
    named = next(filter(None, map(environment.get, variables)), otherwise)
    try:
        return shlex.split(named) or [otherwise]
    except ValueError as error:
        raise ViewerError(f"${variables[0]} is no command: {named}.") from error


@contextmanager
def _file_of(article: Article, where: Path) -> Iterator[Path]:
    """Give the article's file, or a copy of its text where lines of the file would be others."""
    file = where if where.is_file() else where / article.source
    try:
        same = file.read_bytes().decode() == article.text
    except (OSError, UnicodeDecodeError):
        same = False
    if same:
        yield file
        return
    with tempfile.TemporaryDirectory(prefix="osmosis-") as folder:
        copy = Path(folder) / f"{Path(article.source).stem}.txt"
        copy.write_text(article.text, encoding="utf-8", errors="replace", newline="")
        yield copy
