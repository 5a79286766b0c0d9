"""Questions made unanswerable: a name or a year in them exchanged for one that the context does not hold.

"Who directed *Lost*?" beside a passage about the director of *Heroes* is what a collection is asked
all day; the sets of questions hold few such (SQuAD 2.0's crowd workers made some by hand).
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.training.rows import Row

# Names and years within a question, each with the word before it; the first word of a
# question is written large for another reason.
_NAME = re.compile(r"(?P<before>[a-z]+,?) (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)\b")
_YEAR = re.compile(r"(?P<before>[a-z]+,?) (?P<name>1[0-9]{3}|20[0-9]{2})\b")
# How many names are tried before the row is given up.
_TRIES = 12


@dataclass(frozen=True)
class _Place:
    """A name in a question, and what it may be exchanged for: of as many words, behind the same word."""

    start: int
    name: str
    kind: tuple[str, int, bool]


def swapped_names(rows: Sequence[Row], count: int, chance: random.Random) -> list[Row]:
    """Return up to ``count`` unanswerable rows made from the answerable ones of ``rows``.

    Exchanged is a name or a year that the context shares with the question, for another of
    ``rows``' questions that stands there in the same way: a name for a name of as many
    words, a year for a year, behind the same word.
    """
    asked = [row for row in rows if row.answers]
    stock: dict[tuple[str, int, bool], list[str]] = defaultdict(list)
    for row in asked:
        for place in _places(row.question):
            stock[place.kind].append(place.name)
    made: list[Row] = []
    for row in chance.sample(asked, len(asked)):
        if len(made) == count:
            break
        swapped = _swapped(row, stock, chance)
        if swapped:
            made.append(
                row.model_copy(update={"id": f"{row.id}-swapped", "question": swapped, "answers": ()})
            )
    return made


def _swapped(row: Row, stock: dict[tuple[str, int, bool], list[str]], chance: random.Random) -> str | None:
    held = row.context.lower()
    shared = [place for place in _places(row.question) if place.name.lower() in held]
    if not shared:
        return None
    old = chance.choice(shared)
    for _ in range(_TRIES):
        new = chance.choice(stock[old.kind])
        if not any(word in held for word in new.lower().split()):
            return row.question[: old.start] + new + row.question[old.start + len(old.name) :]
    return None


def _places(question: str) -> Iterator[_Place]:
    for form in (_NAME, _YEAR):
        for match in form.finditer(question):
            name = match["name"]
            kind = (match["before"], len(name.split()), form is _YEAR)
            yield _Place(match.start("name"), name, kind)
