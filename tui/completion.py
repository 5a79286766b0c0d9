"""Completing a name of the articles while it is being typed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

# Less typed than this fits too many names to suggest one.
_LEAST_TYPED = 3
# A name is hardly longer, in words; so much of what is typed is looked at.
_LONGEST_NAME = 4


class Completion:
    """Completes names, and the words of names, as they are being typed."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take in the names, as often as they occur."""
        counted: Counter[str] = Counter()
        for name in names:
            counted[name] += 1
            if " " in name:
                counted.update(word for word in name.split() if len(word) > _LEAST_TYPED)
        self._names = sorted((name.lower(), count, name) for name, count in counted.items())

    def __call__(self, text: str) -> str:
        """Return what completes the end of the text to the most frequent name; empty if nothing does."""
        words = text.split(" ")
        for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
            typed = " ".join(words[-length:])
            if len(typed) < _LEAST_TYPED:
                continue
            at = bisect_left(self._names, (typed.lower(), 0, ""))
            fitting = []
            while at < len(self._names) and self._names[at][0].startswith(typed.lower()):
                fitting.append(self._names[at])
                at += 1
            if fitting:
                best = max(fitting, key=lambda each: (each[1], len(each[0])))
                return best[2][len(typed) :]
        return ""
