"""Asking a set of questions from inside the app."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import UsageError

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

# A set of this name beside the articles is about them, as the one that ships is.
_BESIDE = "questions.jsonl"


def evaluate(screen: MainScreen, name: str) -> None:
    """Ask the questions of a file, by default of questions.jsonl beside the articles.

    Raises OsmosisError while the reader is being opened, UnreadableError for a file that
    cannot be read, UsageError where there is none, or it is about other articles.
    """
    from qa.question_sets import read_question_set
    from tui.screens.evaluation import EvaluationScreen

    where = screen.need_library().where
    path = Path(name).expanduser() if name else (where if where.is_dir() else where.parent) / _BESIDE
    if not name and not path.exists():
        raise UsageError(f"There is no {_BESIDE} beside the articles: name a file, as in /eval FILE.")
    asked = read_question_set(path)
    if asked.articles is not None:
        raise UsageError(f"{path.name} brings its own articles: ask it with osmosis eval {path.name}.")
    _ = screen.asking.answerer  # told here, not after the first question
    screen.app.push_screen(EvaluationScreen(asked.questions, screen.asking, path.name))
