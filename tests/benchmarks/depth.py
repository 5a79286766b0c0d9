"""How many passages are worth reading: right answers, silence and time by the number read.

    python -m tests.benchmarks.depth FOLDER [FOLDER ...] [--limit N]

Each FOLDER holds articles and a ``questions.jsonl``. Every question (follow-ups left out: they are
understood before they are read) is asked of its folder with 5, 10, 20, 40 and 60 passages read at
most. Columns: answerable questions answered rightly with a right source; unanswerable ones met with
silence; mean and 95th percentile of seconds.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.library import Library
from qa.answerer import Answerer
from qa.evaluation import Outcome, run, spread
from qa.question_sets import SetQuestion, read_question_set
from qa.readers import open_reader

DEPTHS = (5, 10, 20, 40, 60)
QUESTIONS = "questions.jsonl"


def asked_of(folders: Sequence[Path], limit: int | None, depth: int) -> list[Outcome]:
    """Return what comes of the folders' questions."""
    reader = open_reader()
    outcomes: list[Outcome] = []
    for folder in folders:
        answerer = Answerer(Library.open(folder), reader, most_passages=depth)
        everything = read_question_set(folder / QUESTIONS).questions
        questions: list[SetQuestion] = [question for question in everything if not question.history]
        outcomes += run(spread(questions, limit), lambda _, answerer=answerer: answerer)
    return outcomes


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--limit", type=int, help="questions of a folder, evenly spread")
    given = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    print("| passages | right | silent | seconds | 95 %, s |\n|---:|---:|---:|---:|---:|")
    for depth in DEPTHS:
        outcomes = asked_of(given.folders, given.limit, depth)
        right = statistics.fmean(not one.miss for one in outcomes if one.answerable)
        silent = statistics.fmean(not one.miss for one in outcomes if not one.answerable)
        seconds = [one.seconds for one in outcomes]
        slow = float(np.percentile(seconds, 95))
        print(
            f"| {depth} | {right:.1%} | {silent:.1%} | {statistics.fmean(seconds):.2f} | {slow:.2f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
