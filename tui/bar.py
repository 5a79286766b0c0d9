"""A bar on stderr that says how far a command's work has come, and the time left."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui import terminal
from tui.errors import draw
from tui.progress import Count

if TYPE_CHECKING:
    from index.progress import Progress

# Quicker work is over before a bar could be read.
_PATIENCE_SECONDS = 0.5
# More often than that nobody can read it.
_APART_SECONDS = 0.1
_WIDTH = 24


@contextmanager
def counting(doing: str, unit: str) -> Iterator[Progress]:
    """Give what is to be told how far the work has come; it draws a bar once that takes long.

    The bar says what is being done to how many of what, as in ``reading 3 of 9 files``, and is
    gone when the work ends or is interrupted: it is drawn by the thread that works, so that
    nothing is half drawn then. There is none where stderr cannot draw it.
    """
    count = Count(doing, unit)
    due = time.monotonic() + _PATIENCE_SECONDS
    drawn = False

    def told(done: int, total: int) -> None:
        nonlocal due, drawn
        count(done, total)
        now = time.monotonic()
        if now >= due and terminal.draws_on_stderr():
            due, drawn = now + _APART_SECONDS, True
            draw(f"{count.stage.bar(_WIDTH)} {count.stage.words}"[: terminal.columns_on_stderr()])

    try:
        yield told
    finally:
        if drawn:
            draw("")
