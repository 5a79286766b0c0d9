"""How texts use words: which are names, and which go together without meaning the same."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from index.terms import terms_of

# Two terms are kept apart when they are joined so often, and that is this share of the rarer one's places.
_JOINED, _SHARE_JOINED = 2, 0.015
_JOINTS = frozenset({"and", "or", "to", "than", "nor", "but", "versus", "vs"})
_TOKEN = re.compile(r"[^\W\d_]+|[^\w\s]|\d+|\n")


def contexts(data: Path) -> Iterator[str]:
    """Yield each different context of the sets that are not in small letters throughout."""
    seen: set[str] = set()
    for path in sorted((data / "train").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                context = str(json.loads(line)["context"])
                if context not in seen and context.lower() != context:
                    seen.add(context)
                    yield context


class Usage:
    """How a body of texts writes its terms: with a capital or without, and which are joined by "and"."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.capital: Counter[str] = Counter()
        self.small: Counter[str] = Counter()
        self.joined: Counter[tuple[str, str]] = Counter()
        for text in texts:
            self._count(_TOKEN.findall(text))

    def is_common(self, term: str) -> bool:
        """Tell whether the texts hold a term, and seldom with a capital: else it may be a name."""
        return self.small[term] > 0 and self.small[term] >= self.capital[term]

    def apart(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs of terms that go together without meaning the same."""
        for (one, other), count in self.joined.items():
            rarer = min(self.small[one], self.small[other])
            if count >= _JOINED and count >= _SHARE_JOINED * rarer:
                yield one, other

    def _count(self, written: list[str]) -> None:
        for place, word in enumerate(written):
            # The first word of a sentence has a capital anyway.
            if word.isalpha() and place and written[place - 1].isalpha():
                (self.capital if word[0].isupper() else self.small).update(terms_of(word))
            if word.lower() in _JOINTS and 0 < place < len(written) - 1:
                for one in terms_of(written[place - 1]):
                    self.joined.update((min(one, two), max(one, two)) for two in terms_of(written[place + 1]))
