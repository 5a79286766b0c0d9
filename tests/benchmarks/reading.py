"""How well and how fast readers read when they are given the right passage, side by side.

    python -m tests.benchmarks.reading --data FILE [--limit N] [--passages] [--articles FOLDER]
        [--trained WORK --torch PYTHON [--haystack PYTHON]] [--reader FOLDER ...]

FILE is a SQuAD 1.1 or 2.0 JSON file, or gzip JSON lines with a passage each. Compared are the
shipped reader and any that ``--reader`` names; with ``--trained`` (the work folder of the run that
the shipped weights are from) the same weights in PyTorch, in ONNX with 32 bits, and in Haystack's
extractive reader, as it is and told which tokens are the passage's. Each runs in a process of its
own, one after the other.

Columns: exact match and F1 (SQuAD's, of the answerable questions; the best span counts, whatever its
score); where some questions have no answer, the best of either over all questions that any threshold
of the score gives (SQuAD 2.0's), and how many pairs of an answerable and an unanswerable question
the score puts in order; median milliseconds a question; megabytes held at the end; seconds from
starting the process to its first answer. Run it on a quiet machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

import numpy as np

from index.library import Library
from qa.evaluation import spread
from qa.lookup import PASSAGES_A_STEP, rank_passages
from qa.metrics import best_threshold_f1, exact_match, token_f1
from qa.question_sets import QuestionSet, SetQuestion, read_question_set
from tests.benchmarks.reading_forms import Sources, contenders
from tests.benchmarks.reading_process import Contender, NotMeasuredError, Said, first_answer, running

# About what is read for one question in use.
_PASSAGES, _WORDS = 8, 120
# Questions asked for the times of the passages, of which the median is shown.
_TIMED = 30
_NAME = 24


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one question, and how right that is."""

    said: Said
    answerable: bool
    exact: float
    f1: float


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and the text that it is asked about."""

    question: SetQuestion
    text: str


@dataclass(frozen=True, slots=True)
class Timed:
    """One question and the passages whose reading is timed."""

    question: str
    texts: list[str]


def questions(file: Path, limit: int | None) -> tuple[list[Asked], QuestionSet]:
    """Return the questions of a file with their passages, evenly spread over it, and the whole of it."""
    everything = read_question_set(file)
    texts = {article.source: article.text for article in everything.articles or ()}
    if not texts:
        raise SystemExit(f"{file} holds questions without passages.")
    chosen = spread(everything.questions, limit)
    return [Asked(question, texts[question.sources[0]]) for question in chosen], everything


def accuracy(readings: Sequence[Reading]) -> list[str]:
    """Return the cells of exact match and F1 and, with unanswerable questions, those that weigh the score."""
    answerable = [reading for reading in readings if reading.answerable]
    cells = [
        f"{100 * statistics.fmean(reading.exact for reading in answerable):.1f}" if answerable else "–",
        f"{100 * statistics.fmean(reading.f1 for reading in answerable):.1f}" if answerable else "–",
    ]
    if len(answerable) < len(readings):
        exact, _ = best_threshold_f1((one.said.score, one.exact, one.answerable) for one in readings)
        f1, _ = best_threshold_f1((one.said.score, one.f1, one.answerable) for one in readings)
        cells += [f"{100 * exact:.1f}", f"{100 * f1:.1f}", f"{in_order(readings):.3f}"]
    return cells


def in_order(readings: Sequence[Reading]) -> float:
    """Return the share of pairs, one with an answer and one without, whose scores are in order."""
    with_answer = np.array([one.said.score for one in readings if one.answerable])
    without = np.array([one.said.score for one in readings if not one.answerable])
    if not len(with_answer):
        return float("nan")
    above, level = (with_answer[:, None] > without).mean(), (with_answer[:, None] == without).mean()
    return float(above + level / 2)


def measured(contender: Contender, asked: Sequence[Asked], starts: int) -> list[str]:
    """Return the cells of one reader's row of the first table."""
    first = asked[0]
    start = statistics.median(
        first_answer(contender, first.question.question, [first.text]) for _ in range(starts)
    )
    readings = []
    with running(contender) as process:
        process.read(first.question.question, [first.text])  # what comes first is slow
        for one in asked:
            said = process.read(one.question.question, [one.text])
            golds = one.question.answers
            readings.append(
                Reading(said, bool(golds), exact_match(said.text, golds), token_f1(said.text, golds))
            )
        held = process.megabytes()
    milliseconds = 1000 * statistics.median(reading.said.seconds for reading in readings)
    return [*accuracy(readings), f"{milliseconds:.1f}", f"{held:.0f}", f"{start:.2f}"]


def cut_passages(asked: Sequence[Asked], everything: QuestionSet) -> list[Timed]:
    """Return questions with eight passages of 120 words each, cut from the texts as they come."""
    words = cycle(word for article in everything.articles or () for word in article.text.split())
    return [
        Timed(one.question.question, [" ".join(islice(words, _WORDS)) for _ in range(_PASSAGES)])
        for one in islice(cycle(asked), _TIMED + 1)
    ]


def found_passages(folder: Path) -> list[Timed]:
    """Return questions of a folder of articles with the passages that are read first for each."""
    library = Library.open(folder)
    questions = [one for one in read_question_set(folder / "questions.jsonl").questions if not one.history]
    found = [
        (one.question, rank_passages(library, one.question, PASSAGES_A_STEP).hits)
        for one in spread(questions, _TIMED + 1)
    ]
    return [Timed(question, [hit.passage.text for hit in hits]) for question, hits in found]


def measured_passages(contender: Contender, timed: Sequence[Timed], starts: int) -> list[str]:
    """Return the cells of one reader's row of the tables of several passages."""
    imported, loaded = [], []
    for _ in range(starts):
        with running(contender) as process:
            imported.append(process.imported)
            loaded.append(process.loaded)
    with running(contender) as process:
        seconds = [process.read(one.question, one.texts).seconds for one in timed]
    slowest = float(np.percentile(seconds[1:], 95))
    return [
        f"{1000 * statistics.median(seconds[1:]):.0f}",
        f"{1000 * slowest:.0f}",
        f"{statistics.median(imported):.2f}",
        f"{statistics.median(loaded):.2f}",
    ]


def row(name: str, cells: Sequence[str]) -> str:
    """Return one row of a Markdown table."""
    return f"| {name:{_NAME}} | " + " | ".join(f"{cell:>10}" for cell in cells) + " |"


def heading(columns: Sequence[str]) -> str:
    """Return the head of a Markdown table of readers."""
    return row("reader", columns) + f"\n| {'-' * _NAME} |" + f" {'-' * 9}: |" * len(columns)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--limit", type=int, help="how many questions, taken evenly over the file")
    parser.add_argument(
        "--passages", action="store_true", help="time eight passages of 120 words, and loading"
    )
    parser.add_argument(
        "--articles", type=Path, help="a folder with questions.jsonl, to time the passages read first"
    )
    parser.add_argument("--starts", type=int, default=5, help="processes started for the time of starting")
    parser.add_argument("--trained", type=Path, help="work folder of qa.training.reader")
    parser.add_argument(
        "--torch", type=Path, default=Path(sys.executable), help="Python with the train extra"
    )
    parser.add_argument("--haystack", type=Path, help="Python with haystack-ai<3 and transformers")
    parser.add_argument("--reader", type=Path, action="append", default=[], help="folder of another reader")
    parser.add_argument("--only", nargs="+", help="names of the readers to measure, as the table shows them")
    given = parser.parse_args()
    if given.haystack and not given.trained:
        parser.error("--haystack reads what --trained names")
    asked, everything = questions(given.data, given.limit)
    sources = Sources(given.trained, given.torch, given.haystack, tuple(given.reader))
    unanswerable = sum(not one.question.answers for one in asked)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"{given.data.name}: {len(asked)} questions, {unanswerable} without an answer", end="")
    print(f"; to answer nothing gives {100 * unanswerable / len(asked):.1f}\n" if unanswerable else "\n")
    with tempfile.TemporaryDirectory() as folder:
        chosen = [
            contender
            for contender in contenders(sources, Path(folder))
            if not given.only or contender.name in given.only
        ]
        weighed = ["best EM", "best F1", "in order"] if unanswerable else []
        print(heading(["EM", "F1", *weighed, "ms", "MB", "start, s"]))
        for contender in chosen:
            _show(contender, lambda one: measured(one, asked, given.starts))
        timed = {}
        if given.passages:
            timed[f"{_PASSAGES} passages of {_WORDS} words a question"] = cut_passages(asked, everything)
        if given.articles:
            timed[f"{PASSAGES_A_STEP} passages of {given.articles.name} a question"] = found_passages(
                given.articles
            )
        for what, several in timed.items():
            print(f"\n{what}\n")
            print(heading(["ms", "95 %, ms", "import, s", "load, s"]))
            for contender in chosen:
                _show(contender, lambda one, of=several: measured_passages(one, of, given.starts))


def _show(contender: Contender, measure: Callable[[Contender], list[str]]) -> None:
    try:
        print(row(contender.name, measure(contender)), flush=True)
    except NotMeasuredError as problem:
        print(f"{contender.name} was not measured: {problem}", file=sys.stderr)


if __name__ == "__main__":
    main()
