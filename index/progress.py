"""How far reading and indexing have come, told to whoever waits."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Takes how many are done and how many there are, on the thread that works; what it raises ends the work."""


def untold(_done: int, _total: int) -> None:
    """Tell nobody."""
