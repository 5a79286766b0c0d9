"""Whether the clause or the sentence around the reader's span is the better answer, by kind of question.

    python -m tests.benchmarks.widening --data FILE [FILE ...] [--limit N]

FILE is a reading set with a passage each (see tests.benchmarks.reading). Of the questions that have an
answer: mean token F1 of the reader's best span, of the clause around it and of its sentence, and how
often each holds a gold answer whole, by what the question asks for.
"""

from __future__ import annotations

import argparse
import re
import statistics
from collections import defaultdict
from pathlib import Path

from index.passages import Kind, Passage
from index.sentences import sentences
from qa.metrics import holds, token_f1
from qa.question import understand
from qa.readers import open_reader
from tests.benchmarks.reading import questions

# What parts clauses in a sentence.
_BOUNDARY = re.compile(r"[,;:–—()\"“”]\s|\s[–—(]")
# A kind asked for less often is not shown.
_LEAST = 20


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentences that a slice touches."""
    touched = [(a, b) for a, b in sentences(text) if a < end and b > start]
    return min(a for a, _ in touched), max(b for _, b in touched)


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the slice widened to the nearest boundary on either side, within its sentence."""
    low, high = sentence_around(text, start, end)
    before = [match.end() for match in _BOUNDARY.finditer(text, low, start)]
    after = _BOUNDARY.search(text, end, high)
    return (before[-1] if before else low), (after.start() if after else high)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, nargs="+")
    parser.add_argument("--limit", type=int, help="questions of a file, evenly spread")
    given = parser.parse_args()
    reader = open_reader()
    figures: defaultdict[str, list[list[float]]] = defaultdict(list)
    for file in given.data:
        for one in questions(file, given.limit)[0]:
            golds = one.question.answers
            spans = reader.read(one.question.question, [Passage("0", 0, len(one.text), Kind.BODY, one.text)])
            if not golds or not spans:
                continue
            place = (spans[0].start, spans[0].end)
            said = [
                one.text[slice(*cut)]
                for cut in (place, clause_around(one.text, *place), sentence_around(one.text, *place))
            ]
            row = [*(token_f1(text, golds) for text in said), *(float(holds(text, golds)) for text in said)]
            figures[understand(one.question.question).expects].append(row)
    print("| asks for | questions | span F1 | clause F1 | sentence F1 | span holds | clause | sentence |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for kind, rows in sorted(figures.items(), key=lambda item: -len(item[1])):
        if len(rows) >= _LEAST:
            means = (f"{100 * statistics.fmean(column):.1f}" for column in zip(*rows, strict=True))
            print(f"| {kind} | {len(rows)} | {' | '.join(means)} |")


if __name__ == "__main__":
    main()
