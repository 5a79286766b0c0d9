"""How far long work has come, said in words: what is done, of how much, and the time left."""

from __future__ import annotations

from dataclasses import dataclass

_MINUTE = 60
# Longer waits are told in minutes.
_TOLD_IN_SECONDS = 90


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of work: what is done to how many of what, and for how many seconds so far.

    While it is not known yet how many there are, ``done`` is 0 and ``total`` grows.
    """

    doing: str
    unit: str
    done: int
    total: int
    seconds: float

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1."""
        return self.done / self.total if self.total else 0.0

    @property
    def words(self) -> str:
        """What to say, e.g. ``reading 312 of 1,000 files · about 2 s left``."""
        if not self.total:
            return f"{self.doing} the {self.unit}s …"
        if not self.done:
            return f"{self.total:,} {self.unit}s found …"
        come_to = f"{self.doing} {self.done:,} of {self.total:,} {self.unit}s"
        if self.done == self.total:
            return come_to
        return f"{come_to} · {time_left(self.seconds / self.done * (self.total - self.done))}"


def time_left(seconds: float) -> str:
    """Return how long it will take yet, as far as anyone needs to know: ``about 40 s left``."""
    if seconds < _TOLD_IN_SECONDS:
        return f"about {max(1, round(seconds))} s left"
    return f"about {round(seconds / _MINUTE)} min left"
