"""Train the support model: ``python -m qa.training.support --readings FILE``.

The quick half: FILE is what ``qa.training.support_readings`` kept. Every fact that the spans of a
question make is one example, right or wrong. A logistic regression (scikit-learn) learns from
the facts' figures; those whose weight comes out against all sense are left out. Its probabilities out
of fold are then set right for the facts that would be answered (Platt, 1999), which changes the
scale and no order, and the weights are written as plain JSON.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from index.library import Library
from qa.calibration import Flags, Floats, area_under, calibration_error
from qa.facts import Fact, weigh
from qa.lookup import rank_passages
from qa.metrics import holds, says_the_same
from qa.question import AnswerKind, understand
from qa.reader import Span
from qa.support import MODEL, Features, SupportModel, Weight
from qa.training.collections import Asked
from qa.training.support_readings import Reading, ReadSpan, load

# Facts of one question that become examples, best by the reader's lead: the rest are hardly ever right.
FACTS = 12
FOLDS = 5
# The inverse of the regularisation's strength; the figures are standardised before.
INVERSE_PENALTY = 0.3
# At most this share of given answers may be wrong, at the default threshold, on held-out collections.
WRONG_SHARE = 0.05
# Of what sign a weight must be, where only one makes sense.
SIGNS: Mapping[str, int] = {
    "lead": 1,
    "sure": 1,
    "behind": -1,
    "ahead": 1,
    "rivals": -1,
    "sentence_coverage": 1,
    "passage_coverage": 1,
    "surroundings_coverage": 1,
    "coverage_behind": -1,
    "pairs": 1,
    "nearness": 1,
    "names_missing": -1,
    "names_missing_nearby": -1,
    "kind_fits": 1,
    "counts_asked": 1,
    "counts_other": -1,
    "undecided": -1,
}
_THRESHOLDS = tuple(round(step / 20, 2) for step in range(20))
# Without weights no fact is a likely answer, in whatever words it contradicts another.
_NO_MODEL = SupportModel(bias=0.0, weights={}, least_support=1.0)


@dataclass(frozen=True, slots=True)
class Example:
    """One fact: its figures, whether it is right, the number of its question, and what that one is.

    ``alike`` is the same for questions that must not be parted by a fold.
    """

    features: Features
    right: bool
    question: int
    answerable: bool
    alike: str


def examples(readings: Sequence[Reading]) -> Iterator[Example]:
    """Yield the best facts of each question.

    Right words from another place than the question's own may be right or a coincidence: they
    are no example.
    """
    number = 0
    for reading in readings:
        library = reading.collection.library()
        for asked, spans in zip(reading.collection.asked, reading.spans, strict=True):
            number += 1
            facts = _facts(library, asked, spans)
            for fact in sorted(facts, key=lambda fact: -fact.features.lead)[:FACTS]:
                same = bool(asked.golds) and _right(fact, asked)
                if same and not _from_place(fact, asked):
                    continue
                alike = " ".join(asked.golds) or asked.question
                yield Example(fact.features, same, number, asked.answerable, alike)


def _right(fact: Fact, asked: Asked) -> bool:
    """Tell whether what would be quoted answers: for a yes or no the whole sentence."""
    if understand(asked.question).expects is AnswerKind.YESNO:
        return holds(fact.best.sentence_text, asked.golds)
    return says_the_same(fact.text, asked.golds)


def _facts(library: Library, asked: Asked, spans: Sequence[ReadSpan]) -> list[Fact]:
    passages = {(passage.source, passage.start): passage for passage in library.passages}
    question = understand(asked.question)
    # Passages may be cut otherwise now than when they were read: spans that no longer lie in one go.
    placed = [
        Span(passage, span.start, span.end, span.score)
        for span in spans
        if (passage := passages.get((span.source, span.passage))) and span.end <= passage.end
    ]
    found = rank_passages(library, question.text)
    ranked = {hit.passage for hit in found.hits}
    return weigh(question, found, [span for span in placed if span.passage in ranked], library, _NO_MODEL)


def _from_place(fact: Fact, asked: Asked) -> bool:
    place = asked.place
    return place is not None and any(
        item.span.passage.source == place.source and place.start <= item.span.start < place.end
        for item in fact.evidence
    )


@dataclass(frozen=True, slots=True)
class Table:
    """The examples as arrays, a line each."""

    names: tuple[str, ...]
    values: Floats
    right: Flags
    question: NDArray[np.int_]
    answerable: Flags
    alike: NDArray[np.str_]

    @classmethod
    def of(cls, found: Sequence[Example]) -> Table:
        """Return the table of these examples."""
        return cls(
            tuple(found[0].features.columns()),
            np.array([list(example.features.columns().values()) for example in found]),
            np.array([example.right for example in found]),
            np.array([example.question for example in found]),
            np.array([example.answerable for example in found]),
            np.array([example.alike for example in found]),
        )

    def lead(self) -> Floats:
        """Return the reader's leads."""
        return self.values[:, self.names.index("lead")]

    def best_by(self, score: Floats) -> NDArray[np.int_]:
        """Return the line of each question's highest score."""
        order = np.lexsort((-score, self.question))
        first = np.r_[True, np.diff(self.question[order]) != 0]
        return order[first]


@dataclass(frozen=True, slots=True)
class Fit:
    """A regression over some of the table's columns."""

    columns: NDArray[np.int_]
    mean: Floats
    scale: Floats
    weights: Floats
    bias: float

    def logits(self, values: Floats) -> Floats:
        """Return the log-odds of lines of a table."""
        standard = (values[:, self.columns] - self.mean) / self.scale
        return np.asarray(standard @ self.weights + self.bias)


def fit(table: Table, lines: NDArray[np.int_] | slice = slice(None)) -> Fit:
    """Fit a regression to some lines of the table, without columns that vary not or get a senseless sign."""
    values, right = table.values[lines], table.right[lines]
    wanted = np.array([SIGNS.get(name, 0) for name in table.names])
    columns = np.flatnonzero(values.std(axis=0) > 0)
    while True:
        mean, scale = values[:, columns].mean(axis=0), values[:, columns].std(axis=0)
        regression = LogisticRegression(C=INVERSE_PENALTY, max_iter=2000)
        regression.fit((values[:, columns] - mean) / scale, right)
        weights = regression.coef_[0]
        sensible = weights * wanted[columns] >= 0
        if sensible.all():
            return Fit(columns, mean, scale, weights, float(regression.intercept_[0]))
        # One at a time, the worst first: another's sign may depend on it.
        columns = np.delete(columns, np.argmin(weights * wanted[columns]))


def out_of_fold(table: Table) -> Floats:
    """Return each line's log-odds by a regression that saw no question like its own."""
    logits = np.zeros(len(table.right))
    for seen, unseen in GroupKFold(FOLDS).split(table.values, table.right, table.alike):
        logits[unseen] = fit(table, seen).logits(table.values[unseen])
    return logits


def platt(logits: Floats, right: Flags) -> tuple[float, float]:
    """Return the factor and the addend that make the log-odds calibrated."""
    regression = LogisticRegression(C=1e6).fit(logits[:, None], right)
    return float(regression.coef_[0, 0]), float(regression.intercept_[0])


def threshold(support: Floats, right: Flags) -> float:
    """Return the lowest support above which at most WRONG_SHARE of the answers are wrong."""
    order = np.argsort(-support)
    wrong = np.cumsum(~right[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(wrong <= WRONG_SHARE)
    return round(float(support[order[good[-1]]]), 2) if len(good) else 1.0


def train(table: Table, least_support: float | None = None) -> tuple[SupportModel, dict[str, object]]:
    """Return the model and its figures out of fold; None takes the threshold of WRONG_SHARE."""
    logits = out_of_fold(table)
    best = table.best_by(logits)
    factor, addend = platt(logits[best], table.right[best])
    support = 1 / (1 + np.exp(-(factor * logits[best] + addend)))
    right, answerable = table.right[best], table.answerable[best]
    fitted = fit(table)
    weights = {
        table.names[column]: Weight(
            weight=round(factor * weight, 4), mean=round(mean, 4), scale=round(scale, 4)
        )
        for column, weight, mean, scale in zip(
            fitted.columns, fitted.weights.tolist(), fitted.mean.tolist(), fitted.scale.tolist(), strict=True
        )
    }
    least = threshold(support, right) if least_support is None else least_support
    model = SupportModel(bias=round(factor * fitted.bias + addend, 4), weights=weights, least_support=least)
    by_lead = table.best_by(table.lead())
    given = support >= model.least_support
    return model, {
        "questions": len(best),
        "answerable": int(answerable.sum()),
        "best_fact_right_by_support": float(right[answerable].mean()),
        "best_fact_right_by_lead": float(table.right[by_lead][table.answerable[by_lead]].mean()),
        "area_under_risk_coverage": area_under(support, right),
        "area_by_lead": area_under(table.lead()[by_lead], table.right[by_lead]),
        "calibration_error": calibration_error(support, right),
        "least_support": model.least_support,
        f"least_support_for_{WRONG_SHARE:.0%}_wrong": threshold(support, right),
        "answered_rightly_of_answerable": float((right & given)[answerable].mean()),
        "false_answers_of_unanswerable": float(given[~answerable].mean()),
        "choices": _curve(support, right, answerable),
    }


def _curve(support: Floats, right: Flags, answerable: Flags) -> str:
    """Return what each threshold does, as a table in Markdown."""
    lines = [
        "| least support | rightly answered, of the answerable "
        "| false answers, of the others | wrong, of the answers |"
    ]
    lines.append("|---|---|---|---|")
    for least in _THRESHOLDS:
        given = support >= least
        rightly, falsely = (right & given)[answerable].mean(), given[~answerable].mean()
        wrong = (~right[given]).mean() if given.any() else 0.0
        lines.append(f"| {least} | {rightly:.1%} | {falsely:.1%} | {wrong:.1%} |")
    return "\n".join(lines)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--readings", type=Path, required=True, help="what the reader found")
    parser.add_argument(
        "--out", type=Path, default=MODEL, help="where the weights go (default: the shipped file)"
    )
    parser.add_argument(
        "--least-support",
        type=float,
        help=f"the default threshold (else: {WRONG_SHARE:.0%}% of answers wrong)",
    )
    given = parser.parse_args()
    model, figures = train(Table.of(list(examples(load(given.readings)))), given.least_support)
    choices = figures.pop("choices")
    print(json.dumps(figures, indent=1))
    print(choices)
    given.out.write_text(model.model_dump_json(indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
