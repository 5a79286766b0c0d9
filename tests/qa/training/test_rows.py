"""Rows that took long to make are kept in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.training.rows import Row, kept_rows
from tests.qa.training.made_rows import made_row


def test_rows_are_made_once(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    made = [made_row("Who built the Löwe?", "Ada built the Löwe.", "Ada")]
    assert kept_rows(path, lambda: made) == made
    assert kept_rows(path, list) == made


def test_what_was_broken_off_is_made_anew(tmp_path: Path) -> None:
    def broken_off() -> Iterator[Row]:
        yield made_row("Who built it?", "Ada built it.", "Ada")
        raise KeyboardInterrupt

    path = tmp_path / "rows.jsonl.gz"
    with pytest.raises(KeyboardInterrupt):
        kept_rows(path, broken_off)
    made = [made_row("Who sold it?", "Olaf sold it.", "Olaf")]
    assert kept_rows(path, lambda: made) == made
