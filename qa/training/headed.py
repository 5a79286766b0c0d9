"""Contexts under a heading, as the passages of a page stand under theirs.

The reader is given the heading over a passage (``index.headings``). Rows have none, so some are made:
what the passage is about, or what the question asks, as the heading of a section or of a list of
frequent questions would; and those of another row, so that a heading is not believed too soon.
"""

from __future__ import annotations

import random

from qa.training.roughen import telegram
from qa.training.rows import Row

# How often the heading is made of which: the row's own title, its question in a few words, the question
# itself, another row's title, another row's question in a few words.
_SHARES = (0.4, 0.2, 0.05, 0.15, 0.2)


def headed(row: Row, other: Row, chance: random.Random) -> Row:
    """Return the row with a heading before its context, or as it is where none can be made."""
    makers = (
        lambda: _title(row),
        lambda: telegram(row.question),
        lambda: row.question,
        lambda: _title(other),
        lambda: telegram(other.question),
    )
    heading = chance.choices(makers, _SHARES)[0]().strip(" .:!")
    if not heading:
        return row
    front = heading + (" " if heading.endswith("?") else ". ")
    answers = tuple(gold.model_copy(update={"start": gold.start + len(front)}) for gold in row.answers)
    return row.model_copy(update={"context": front + row.context, "answers": answers})


def _title(row: Row) -> str:
    return row.title.replace("_", " ")
