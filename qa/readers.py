"""Which reader answers: the shipped one, or another that a person names."""

from __future__ import annotations

from pathlib import Path

from qa.neural import NeuralReader
from qa.reader import Reader

SHIPPED = Path(__file__).with_name("models") / "reader"


def open_reader(path: Path | None = None) -> Reader:
    """Return the reader in a folder, by default the shipped one; loads nothing yet.

    Raises UnreadableError when the folder holds no reader.
    """
    return NeuralReader(SHIPPED if path is None else path)
