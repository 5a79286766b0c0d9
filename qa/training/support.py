"""Train the support model: ``python -m qa.training.support --data DIR``.

Questions with and without an answer are asked of small collections made from contexts that
the reader was not trained on; each of a question's best facts is one example, right or
wrong. A logistic regression (scikit-learn) learns from the facts' features, its probabilities
are checked out of fold, and the weights are written as plain JSON.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from index.articles import Article
from index.library import Library
from qa.answerer import PASSAGES_A_STEP, rank_passages
from qa.facts import weigh
from qa.metrics import normalise, token_f1
from qa.question import understand
from qa.reader import Reader
from qa.readers import open_reader
from qa.support import MODEL, Features, SupportModel, Weight, support_model
from qa.training.rows import Row, is_held_out, read_rows

# Sets whose contexts are passages of the kind people ask; the share held out of the reader's training.
SETS = (
    "squad_nqg_test",
    "squad_pa4",
    "squad_emptycity",
    "squadshifts_new_wiki",
    "squadshifts_reddit",
    "squadshifts_amazon",
    "qed_nq",
    "tydiqa_en",
    "fairytaleqa",
    "squad2_unanswerable_joined",
    "policyqa",
)
HELD_OUT_SHARE = 0.02
# Other contexts in a collection, drawn for each: from a handful of articles to a small library.
COLLECTION_SIZES = (15, 40, 120)
QUESTIONS_A_COLLECTION = 12
# Facts of one question that become examples: the best, and rivals that must come out below it.
FACTS = 3
# A given answer is right when its words overlap a gold answer's by this F1, or contain it.
RIGHT_F1 = 0.5
FOLDS = 5
# At most this share of given answers may be wrong, at the default threshold, on held-out collections.
WRONG_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Example:
    """One fact's features; ``first`` marks the question's best fact by lead."""

    features: Features
    right: bool
    question: str
    first: bool
    answerable: bool


def collections(data: Path, chance: random.Random) -> Iterator[tuple[Library, list[tuple[Row, bool]]]]:
    """Yield libraries with the rows to ask of each; True when the row's context is in it."""
    for name in SETS:
        rows = read_rows(data / "train" / f"{name}.jsonl.gz")
        held = [row for row in rows if is_held_out(row, HELD_OUT_SHARE)]
        others = sorted({row.context for row in rows if not is_held_out(row, HELD_OUT_SHARE)})
        chance.shuffle(held)
        for number, low in enumerate(range(0, len(held), QUESTIONS_A_COLLECTION)):
            asked = held[low : low + QUESTIONS_A_COLLECTION]
            size = COLLECTION_SIZES[number % len(COLLECTION_SIZES)]
            contexts = chance.sample(others, min(size, len(others)))
            half = len(asked) // 2
            present = sorted({row.context for row in asked[:half]})
            library = Library.of(
                Article(source=f"{place:04}.txt", title="", text=text)
                for place, text in enumerate(chance.sample(contexts + present, len(contexts) + len(present)))
            )
            yield library, [(row, row.context in present and bool(row.answers)) for row in asked]


def examples(data: Path, reader: Reader, chance: random.Random) -> Iterator[Example]:
    """Ask every collection its questions and yield the best facts, right or wrong."""
    for library, asked in collections(data, chance):
        for row, answerable in asked:
            question = understand(row.question)
            found = rank_passages(library, question)
            depth = chance.choice((PASSAGES_A_STEP, PASSAGES_A_STEP, len(found.hits)))
            spans = reader.read(row.question, [hit.passage for hit in found.hits[:depth]])
            facts = weigh(question, found, spans, library, support_model())
            golds = [answer.text for answer in row.answers]
            by_lead = sorted(facts, key=lambda fact: -fact.features.lead)[:FACTS]
            for place, fact in enumerate(by_lead):
                right = bool(golds) and is_right(fact.text, golds)
                if right and not answerable:
                    continue  # another context of the collection may well say it: no fair example
                yield Example(fact.features, right, row.id, place == 0, answerable)


def is_right(said: str, golds: Sequence[str]) -> bool:
    """Tell whether an answer would pass for one of the gold answers."""
    plain = f" {normalise(said)} "
    contained = any(normalise(gold) and f" {normalise(gold)} " in plain for gold in golds)
    return contained or token_f1(said, golds) >= RIGHT_F1


def fit(found: Sequence[Example]) -> tuple[SupportModel, NDArray[np.float64]]:
    """Return the weights, and each example's probability out of fold (by question)."""
    names = list(found[0].features.columns())
    values = np.array([list(example.features.columns().values()) for example in found])
    right = np.array([example.right for example in found])
    asked = np.array([example.question for example in found])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=1.0, max_iter=2000))
    aside = cross_val_predict(
        model, values, right, groups=asked, cv=GroupKFold(FOLDS), method="predict_proba"
    )[:, 1]
    model.fit(values, right)
    scaler, regression = model[0], model[1]
    weights = {
        name: Weight(weight=round(float(w), 4), mean=round(float(m), 4), scale=round(float(s), 4) or 1.0)
        for name, w, m, s in zip(names, regression.coef_[0], scaler.mean_, scaler.scale_, strict=True)
    }
    first = np.array([example.first for example in found])
    least = threshold(aside[first], right[first])
    return SupportModel(
        bias=round(float(regression.intercept_[0]), 4), weights=weights, least_support=least
    ), aside


def threshold(support: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Return the lowest support above which at most WRONG_SHARE of the answers are wrong."""
    order = np.argsort(-support)
    wrong = np.cumsum(~right[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(wrong <= WRONG_SHARE)
    return round(float(support[order[good[-1]]]), 2) if len(good) else 1.0


def calibration_error(support: NDArray[np.float64], right: NDArray[np.bool_], bins: int = 10) -> float:
    """Return the expected calibration error over bins of equal width (Naeini et al., 2015)."""
    place = np.minimum((support * bins).astype(int), bins - 1)
    return float(
        sum(
            abs(support[place == b].mean() - right[place == b].mean()) * (place == b).mean()
            for b in set(place.tolist())
        )
    )


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with train/*.jsonl.gz")
    parser.add_argument(
        "--out", type=Path, default=MODEL, help="where the weights go (default: the shipped file)"
    )
    given = parser.parse_args()
    found = list(examples(given.data, open_reader(), random.Random(20261121)))
    model, aside = fit(found)
    first = np.array([example.first for example in found])
    right = np.array([example.right for example in found])
    answerable = np.array([example.answerable for example in found])[first]
    support, hit = aside[first], right[first]
    given_answers = support >= model.least_support
    print(
        json.dumps(
            {
                "questions": int(first.sum()),
                "answerable": int(answerable.sum()),
                "right_before_threshold": float(hit[answerable].mean()),
                "least_support": model.least_support,
                "answered_rightly": float((hit & given_answers)[answerable].mean()),
                "false_answers": float(given_answers[~answerable].mean()),
                "wrong_share": float((~hit[given_answers]).mean()),
                "calibration_error": calibration_error(support, hit),
            },
            indent=1,
        )
    )
    given.out.write_text(model.model_dump_json(indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
