"""How far long work has come, said in words: what is done, of how much, and the time left."""

from __future__ import annotations

import time
from dataclasses import dataclass

_MINUTE = 60
# Longer waits are told in minutes.
_TOLD_IN_SECONDS = 90
# No time left is told from less evidence than that: the first things done are no measure of the rest.
_EVIDENCE_SECONDS = 0.3
_DONE, _TO_DO = "━", "─"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of work: what is done to how many of what, and the seconds left, where they can be told.

    While it is not known yet how many there are, ``done`` is 0 and ``total`` grows.
    """

    doing: str
    unit: str
    done: int = 0
    total: int = 0
    left: float | None = None

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1."""
        return self.done / self.total if self.total else 0.0

    def bar(self, width: int) -> str:
        """Return a bar of so many cells; what is done differs from the rest in form, not by colour."""
        done = round(self.share * width)
        return _DONE * done + _TO_DO * (width - done)

    @property
    def words(self) -> str:
        """What to say, e.g. ``reading 312 of 1,000 files · about 2 s left``."""
        if not self.total:
            return f"{self.doing} the {self.unit}s …"
        if not self.done:
            return f"{self.total:,} {self.unit}s found …"
        come_to = f"{self.doing} {self.done:,} of {self.total:,} {self.unit}s"
        return come_to if self.left is None else f"{come_to} · {time_left(self.left)}"


class Count:
    """Makes a stage of each count it is told of; the time left is reckoned from the first thing done."""

    def __init__(self, doing: str, unit: str) -> None:
        self.stage = Stage(doing, unit)
        self._first = (0, 0.0)

    def __call__(self, done: int, total: int) -> None:
        """Take how many are done, and how many there are."""
        now = time.monotonic()
        if self.stage.done == 0:
            self._first = (done, now)
        seconds, since = now - self._first[1], done - self._first[0]
        known = since > 0 and seconds > _EVIDENCE_SECONDS and done < total
        left = seconds / since * (total - done) if known else None
        self.stage = Stage(self.stage.doing, self.stage.unit, done, total, left)


def time_left(seconds: float) -> str:
    """Return how long it will take yet, as far as anyone needs to know: ``about 40 s left``."""
    if seconds < _TOLD_IN_SECONDS:
        return f"about {max(1, round(seconds))} s left"
    return f"about {round(seconds / _MINUTE)} min left"
