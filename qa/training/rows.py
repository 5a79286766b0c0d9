"""Reading-comprehension rows: one question, the context to read, and its answers."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path

from pydantic import BaseModel, ConfigDict


class GoldSpan(BaseModel):
    """An answer as a slice of its context: ``context[start:start + len(text)] == text``."""

    model_config = ConfigDict(frozen=True)
    text: str
    start: int


class Row(BaseModel):
    """One question with the context to read; no answers means that the context holds none.

    ``title`` is that of the article the context comes from, empty where a set has none.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")
    id: str
    question: str
    context: str
    answers: tuple[GoldSpan, ...]
    source: str
    title: str = ""


def read_rows(path: Path) -> list[Row]:
    """Read one gzip JSONL file of rows; raises pydantic's ValidationError on a bad line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [Row.model_validate_json(line) for line in lines]


def kept_rows(path: Path, make: Callable[[], Iterable[Row]]) -> list[Row]:
    """Return the rows of ``path``; where there is no such file, make them and keep them there."""
    if not path.exists():
        started = path.with_suffix(".new")
        with gzip.open(started, "wt", encoding="utf-8") as lines:
            lines.writelines(f"{row.model_dump_json()}\n" for row in make())
        started.replace(path)
    return read_rows(path)


def is_held_out(row: Row, share: float) -> bool:
    """Tell whether the row belongs to the part kept aside for the log's figures.

    Decided by the context alone, so that no held-out context is trained on.
    """
    digest = blake2b(row.context.encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") < share * 2**32
