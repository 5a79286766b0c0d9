"""Which reader answers: the shipped one, or another that a person names; and who is asked after it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa.neural import NeuralReader
from qa.reader import Reader
from qa.support import SupportModel, support_model

_MODELS = Path(__file__).with_name("models")
SHIPPED = _MODELS / "reader"
_SECOND_OPINION = _MODELS / "second_opinion"
_ITS_SUPPORT = "support.json"


class SecondOpinion(NamedTuple):
    """Another reader with the support that was fitted to it."""

    reader: Reader
    support: SupportModel


def open_reader(path: Path | None = None) -> Reader:
    """Return the reader in a folder, by default the shipped one; loads nothing yet.

    Raises UnreadableError when the folder holds no reader.
    """
    return NeuralReader(SHIPPED if path is None else path)


def second_opinion(reader: Reader) -> SecondOpinion | None:
    """Return who is asked where the shipped reader meets silence; another reader has nobody to ask.

    Loads nothing yet. It was taught to find what is said in other words than the question's.
    """
    if isinstance(reader, NeuralReader) and reader.folder == SHIPPED:
        return _shipped_second_opinion()
    return None


@cache
def _shipped_second_opinion() -> SecondOpinion:
    return SecondOpinion(NeuralReader(_SECOND_OPINION), support_model(_SECOND_OPINION / _ITS_SUPPORT))
