"""Whether support means what it says: questions with and without an answer, asked of many small libraries.

    python -m tests.benchmarks.support --data DIR [--limit N] [--sets NAME ...] [--pictures DIR]

DIR holds the reading sets as gzip JSON lines. Of each set, up to N questions are asked of collections
of 5 to 120 other passages of the same set: any, those nearest to the questions, or those of the same
title. Each is asked once where its passage is and once where it was taken away; questions that
people made to have no answer are asked where their passage is. Prints, for each set and in all, the
shares of false and of right answers, the expected calibration error, and the area under the
risk–coverage curve, beside that of the reader's lead over no answer alone. Draws both as SVG.

A right answer's words from another place than the question's passage may be right or a coincidence:
such questions are counted and left out.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.passages import Passage
from qa.answer import Citation
from qa.answerer import Answerer
from qa.calibration import (
    Flags,
    Floats,
    area_under,
    bins,
    calibration_error,
    calibration_interval,
    risk_coverage,
)
from qa.intervals import interval
from qa.metrics import says_the_same
from qa.reader import Reader, Span
from qa.readers import open_reader
from qa.support import support_model
from qa.training.collections import Asked, Place, Shelf, collections
from qa.training.rows import read_rows
from tests.benchmarks.support_pictures import reliability, risk_curves

SETS = ("squad_v2_dev_a", "squad_v1_dev", "tydiqa_en_dev", "fairytaleqa_test")
SEED = 20261121


@dataclass(frozen=True, slots=True)
class Asking:
    """What came of one question: the answer's support, the reader's best lead, and whether each is right.

    None for ``right`` or ``lead_right`` where that cannot be told.
    """

    answerable: bool
    made_unanswerable: bool
    support: float
    right: bool | None
    lead: float
    lead_right: bool | None


class Listening:
    """A reader that remembers the best span of what it read last."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.best: Span | None = None

    def read(self, question: str, passages: Sequence[Passage]) -> list[Span]:
        """Read as the reader does."""
        spans = self._reader.read(question, passages)
        self.best = max(
            [*spans, *([self.best] if self.best else [])], key=lambda span: span.score, default=None
        )
        return spans


def askings(reader: Reader, name: str, file: Path, limit: int | None) -> Iterator[Asking]:
    """Ask a set's questions of its collections, through the whole pipeline."""
    rows = read_rows(file)
    step = max(1, len(rows) // limit) if limit else 1
    shelf = Shelf.of(name, rows, rows[::step][:limit])
    for collection in collections(shelf, random.Random(SEED), in_a_hurry=False):
        library = collection.library()
        for asked in collection.asked:
            listening = Listening(reader)
            answer = Answerer(library, listening, least_support=0.0).answer(asked.question)
            best = listening.best
            cited = answer.citations[0] if answer.citations else None
            yield Asking(
                answerable=asked.answerable,
                made_unanswerable=not asked.golds,
                support=answer.support,
                right=_right(asked, cited.quote, _place_of(cited)) if cited else False,
                lead=best.score if best else -np.inf,
                lead_right=_right(asked, best.text, Place(best.passage.source, best.start, best.end))
                if best
                else False,
            )


def _place_of(cited: Citation) -> Place:
    return Place(cited.article.source, cited.start, cited.end)


def _right(asked: Asked, said: str, where: Place) -> bool | None:
    """Tell whether an answer is right; None for the right words from elsewhere."""
    if not asked.golds or not says_the_same(said, asked.golds):
        return False
    there = asked.place
    inside = there is not None and where.source == there.source and there.start <= where.start < there.end
    return True if inside else None


def table(found: Sequence[Asking], least: float) -> str:
    """Return the figures of some questions in lines."""
    support, right = columns(found)
    lead, lead_right = lead_columns(found)
    told = [one for one in found if one.right is not None]
    without = [one for one in told if not one.answerable]
    made = [one for one in without if one.made_unanswerable]
    answerable = [one for one in told if one.answerable]
    given = [one for one in told if one.support >= least]
    rightly = [one.support >= least and bool(one.right) for one in answerable]
    by_lead = [bool(one.lead_right) for one in answerable if one.lead_right is not None]
    low, high = calibration_interval(support, right)
    at_zero, wrong_at_zero = float((lead > 0).mean()), _mean(~lead_right[lead > 0])
    coverage, risk = risk_coverage(support, right)
    as_many = float(risk[np.searchsorted(coverage, at_zero).clip(max=len(risk) - 1)])
    lines = (
        (
            "questions",
            f"{len(told)}, {len(answerable)} of them answerable; {len(found) - len(told)} left out",
        ),
        ("false answers, of the unanswerable", _share([one.support >= least for one in without])),
        ("false answers, of those people made", _share([one.support >= least for one in made])),
        ("answered, of the answerable", _share([one.support >= least for one in answerable])),
        ("rightly answered, of the answerable", _share(rightly)),
        ("wrong, of the given answers", _share([not one.right for one in given])),
        ("best answer right, of the answerable", _share([bool(one.right) for one in answerable])),
        ("the same by lead alone", _share(by_lead)),
        ("expected calibration error", f"{calibration_error(support, right):.3f} [{low:.3f}, {high:.3f}]"),
        ("area under risk–coverage", f"{area_under(support, right):.3f}"),
        ("the same by lead alone", f"{area_under(lead, lead_right):.3f}"),
        ("a lead above 0 answers", f"{at_zero:.1%}, of these wrongly {wrong_at_zero:.1%}"),
        ("as many by support, wrongly", f"{as_many:.1%}"),
    )
    return "\n".join(f"  {label:38}{figure}" for label, figure in lines)


def columns(found: Sequence[Asking]) -> tuple[Floats, Flags]:
    """Return support and right of the questions of which it can be told."""
    told = [one for one in found if one.right is not None]
    return np.array([one.support for one in told]), np.array([bool(one.right) for one in told])


def lead_columns(found: Sequence[Asking]) -> tuple[Floats, Flags]:
    """Return the same for the reader's lead and the span it prefers."""
    told = [one for one in found if one.lead_right is not None]
    return np.array([one.lead for one in told]), np.array([bool(one.lead_right) for one in told])


def _mean(values: Flags) -> float:
    return float(values.mean()) if len(values) else 0.0


def _share(values: Sequence[bool]) -> str:
    ends = interval([float(value) for value in values])
    return f"{np.mean(values):.1%} [{ends[0]:.1%}, {ends[1]:.1%}]" if ends else "–"


def draw(found: Sequence[Asking], least_support: float, folder: Path) -> None:
    """Write the reliability diagram and the risk–coverage curves."""
    folder.mkdir(parents=True, exist_ok=True)
    support, right = columns(found)
    error = calibration_error(support, right)
    (folder / "support-reliability.svg").write_text(
        reliability(bins(support, right), error), encoding="utf-8"
    )
    curves = {
        "support": risk_coverage(support, right),
        "the reader's lead alone": risk_coverage(*lead_columns(found)),
    }
    answered = support >= least_support
    at = float(answered.mean()), _mean(~right[answered])
    (folder / "support-risk-coverage.svg").write_text(risk_curves(curves, at), encoding="utf-8")


def main() -> None:
    """Measure, print and draw."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--limit", type=int, help="how many questions of a set, evenly over it")
    parser.add_argument("--sets", nargs="+", choices=SETS, default=SETS)
    parser.add_argument("--pictures", type=Path, help="where to draw")
    asked = parser.parse_args()
    least = support_model().least_support
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"least support {least}")
    reader = open_reader()
    every: list[Asking] = []
    for name in asked.sets:
        found = list(askings(reader, name, asked.data / f"{name}.jsonl.gz", asked.limit))
        print(f"{name}\n{table(found, least)}", flush=True)
        every += found
    print(f"all\n{table(every, least)}")
    if asked.pictures:
        draw(every, least, asked.pictures)


if __name__ == "__main__":
    main()
