"""Train the ranker of readings: ``python -m qa.training.conversation --data DIR``.

DIR holds ``conversation/train/*.jsonl.gz`` and ``reading/train/*.jsonl.gz``. The weights
maximise the expected likeness (token F1, over all words and over the words that are
searched for) of the reading drawn by its prior to the human rewriting: minimum risk
training (Shen et al., 2016, https://arxiv.org/abs/1512.02433) of a log-linear model.
They begin at rules set by hand (``conversation.toml``) and are pulled towards them.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from index.terms import query_terms
from qa.conversation import drafts
from qa.followups.drafts import Draft
from qa.followups.reading_ranker import MODEL, Ranker
from qa.metrics import token_f1
from qa.training.conversation_data import Exchange, read_exchanges, stand_alone, turns_before

_SETTINGS = Path(__file__).with_name("conversation.toml")
_CONVERSATIONS = ("canard_dev_train", "gecor_camrest", "trec_ikat_2023")
# Reading sets whose questions stand alone, and how many of each are asked.
_ALONE = {"squad_pa4": 1500, "tydiqa_en": 700}
_SEED = 5
# A stand-alone question that was altered is worth at most this.
_WORTH_OF_ALTERED = 0.7
_LEADS = tuple(lead / 4 for lead in range(17))


@dataclass(frozen=True, slots=True)
class Example:
    """The drafts of one question, and how like the human rewriting each is, in 0..1."""

    drafts: Sequence[Draft]
    worth: Sequence[float]
    weight: float
    stands_alone: bool


def main() -> None:
    """Read the sets, train on seven conversations in ten, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--into", type=Path, default=MODEL)
    given = parser.parse_args()
    settings = tomllib.loads(_SETTINGS.read_text("utf-8"))
    exchanges = [(weight, e) for weight, e in _exchanges(given.data, settings["sets"]) if not e.held_out]
    ranker = Ranker(weights=settings["rules"], least_lead=0.0)
    examples = _examples(exchanges, ranker)
    ranker = train(examples, settings["rules"], settings["fixed"]["names"], settings["pull"])
    ranker = _with_lead(ranker, examples, settings["alone_altered"])
    print(f"{len(examples)} questions, least lead {ranker.least_lead}")
    given.into.write_text(ranker.model_dump_json(indent=1) + "\n", "utf-8")


def train(
    examples: Sequence[Example], rules: Mapping[str, float], fixed: Sequence[str], pull: float
) -> Ranker:
    """Return the ranker whose priors give the greatest expected worth."""
    names = sorted({name for e in examples for d in e.drafts for name in d.features} | set(rules))
    matrix, worth, weight, starts, group = _packed(examples, names)
    begin = np.array([rules.get(name, 0.0) for name in names])
    free = np.array([not name.startswith(tuple(fixed)) for name in names], dtype=float)

    def risk(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = matrix @ weights
        shares = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        priors = shares / np.add.reduceat(shares, starts)[group]
        expected = np.add.reduceat(priors * worth, starts)
        away = weights - begin
        slope = matrix.T @ (-priors * (worth - expected[group]) * weight[group])
        return -float(weight @ expected) + pull * float(away @ away), (slope + 2 * pull * away) * free

    found = minimize(risk, begin, jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return Ranker(
        weights={name: round(float(w), 3) for name, w in zip(names, found, strict=True) if abs(w) >= 0.005},
        least_lead=0.0,
    )


def _packed(examples: Sequence[Example], names: Sequence[str]) -> tuple[csr_matrix, ...]:
    """Return evidence by draft, worth by draft, weight by question, and which draft is whose."""
    column = {name: at for at, name in enumerate(names)}
    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    for example in examples:
        for draft in example.drafts:
            columns.extend(column[name] for name in draft.features)
            values.extend(draft.features.values())
            ends.append(len(columns))
    sizes = np.array([len(e.drafts) for e in examples])
    weight = np.array([e.weight for e in examples])
    return (
        csr_matrix((values, columns, ends), shape=(len(ends) - 1, len(names))),
        np.array([w for e in examples for w in e.worth]),
        weight / weight.sum(),
        np.concatenate([[0], np.cumsum(sizes)[:-1]]),
        np.repeat(np.arange(len(examples)), sizes),
    )


def _with_lead(ranker: Ranker, examples: Iterable[Example], most: float) -> Ranker:
    """Return the ranker with the least lead at which few enough stand-alone questions are altered."""
    alone = [max(map(ranker.score, e.drafts)) for e in examples if e.stands_alone]
    lead = next((lead for lead in _LEADS if sum(s > lead for s in alone) <= most * len(alone)), _LEADS[-1])
    return Ranker(weights=ranker.weights, least_lead=lead)


def _exchanges(data: Path, weights: Mapping[str, float]) -> Iterator[tuple[float, Exchange]]:
    spoken: list[Exchange] = []
    for name in _CONVERSATIONS:
        exchanges = read_exchanges(data / "conversation" / "train" / f"{name}.jsonl.gz")
        weight = next(w for beginning, w in weights.items() if name.startswith(beginning))
        yield from ((weight, exchange) for exchange in exchanges)
        spoken += [exchange for exchange in exchanges if exchange.said]
    for name, count in _ALONE.items():
        path = data / "reading" / "train" / f"{name}.jsonl.gz"
        yield from ((weights["alone"], exchange) for exchange in stand_alone(path, spoken, count, _SEED))


def _examples(exchanges: Iterable[tuple[float, Exchange]], ranker: Ranker) -> list[Example]:
    known: dict[tuple[object, ...], str] = {}
    examples = []
    for weight, exchange in exchanges:
        turns = turns_before(exchange, ranker, known)
        made = drafts(exchange.question, turns, exchange.collection, ranker)
        if len(made) > 1 and not any(name.startswith("frame") for d in made for name in d.features):
            worth = [_worth(draft.text, exchange) for draft in made]
            examples.append(Example(made, worth, weight, exchange.id.startswith("alone")))
    return examples


def _worth(text: str, exchange: Exchange) -> float:
    searched, wanted = query_terms(text), query_terms(exchange.rewrite)
    shared = len(set(searched) & set(wanted))
    likeness = (
        2 * shared / (len(searched) + len(wanted)) if searched and wanted else float(searched == wanted)
    )
    worth = (token_f1(text, [exchange.rewrite]) + likeness) / 2
    altered = exchange.id.startswith("alone") and text != exchange.question
    return min(worth, _WORTH_OF_ALTERED) if altered else worth


if __name__ == "__main__":
    main()
