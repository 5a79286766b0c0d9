"""How well readers read when they are given the right passage, side by side.

    python -m tests.benchmarks.reading --data FILE [--limit N] [--readers lexical ...]

FILE is a SQuAD 1.1 or 2.0 JSON file, or gzip JSON lines with a passage each. Prints exact match
and F1 (SQuAD's, of the answerable questions; the best span counts, whatever its score), how well the
score tells answerable from unanswerable (the share of such pairs it puts in the right order),
and milliseconds per question, each passage read for the first time.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.passages import Kind, Passage
from qa.evaluation import spread
from qa.lexical import LexicalReader
from qa.metrics import exact_match, token_f1
from qa.question_sets import read_question_set
from qa.reader import Reader
from qa.readers import open_reader

READERS: Mapping[str, Callable[[], Reader]] = {"lexical": LexicalReader, "neural": open_reader}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one question: its best span (empty for none), that span's score, the time."""

    text: str
    score: float
    seconds: float
    golds: tuple[str, ...]


def readings(reader: Reader, file: Path, limit: int | None) -> Iterator[Reading]:
    """Have the reader read each question's own passage."""
    asked = read_question_set(file)
    articles = {article.source: article for article in asked.articles or ()}
    for question in spread(asked.questions, limit):
        text = articles[question.sources[0]].text
        passage = Passage(question.sources[0], 0, len(text), Kind.BODY, text)
        began = time.perf_counter()
        spans = reader.read(question.question, [passage])
        seconds = time.perf_counter() - began
        best = spans[0] if spans else None
        yield Reading(best.text if best else "", best.score if best else -np.inf, seconds, question.answers)


def line(name: str, found: list[Reading]) -> str:
    """Return one reader's figures."""
    answerable = [reading for reading in found if reading.golds]
    exact = 100 * statistics.fmean(exact_match(reading.text, reading.golds) for reading in answerable)
    f1 = 100 * statistics.fmean(token_f1(reading.text, reading.golds) for reading in answerable)
    told = _in_order(found)
    order = f"{told:6.3f}" if told is not None else "     –"
    milliseconds = 1000 * statistics.median(reading.seconds for reading in found)
    return f"{name:12}{len(answerable):8}{exact:8.1f}{f1:8.1f}{order:>10}{milliseconds:8.2f}"


def _in_order(found: list[Reading]) -> float | None:
    """Return how many pairs of an answerable and an unanswerable question have their scores in order."""
    with_answer = np.array([reading.score for reading in found if reading.golds])
    without = np.array([reading.score for reading in found if not reading.golds])
    if not len(with_answer) or not len(without):
        return None
    above = (with_answer[:, None] > without).mean()
    level = (with_answer[:, None] == without).mean()
    return float(above + level / 2)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--limit", type=int, help="how many questions, taken evenly over the file")
    parser.add_argument("--readers", nargs="+", choices=sorted(READERS), default=sorted(READERS))
    asked = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"{'reader':12}{'rows':>8}{'EM':>8}{'F1':>8}{'in order':>10}{'ms':>8}")
    for name in asked.readers:
        print(line(name, list(readings(READERS[name](), asked.data, asked.limit))), flush=True)


if __name__ == "__main__":
    main()
