"""How well follow-ups are understood, before anything is read.

    python -m tests.benchmarks.conversation --data DIR [--eval] [--limit N]

DIR holds ``conversation/`` and ``reading/`` as its README describes. For each set of
conversations with human rewritings: token F1 of our reading to the rewriting, and the share
of the ten best passages for the rewriting that our reading finds too, in one fixed collection
(the passages of the reading sets), beside the question as asked and the history glued in
front. Differences are given with 95 % bootstrap intervals over whole conversations; that in token F1
also without "how about …?" and "I meant …", of which people keep the opening and we make whole
questions. Then the
stand-alone questions that were altered, and the time it takes. Of the sets that the ranker
was trained on only the conversations kept from training are measured (``--eval``: the
evaluation set instead).
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.memory import MemoryRetriever
from index.passages import Kind, Passage
from index.terms import query_terms
from qa.conversation import resolve
from qa.followups.ellipsis import fragment
from qa.followups.reading_ranker import shipped_ranker
from qa.intervals import interval
from qa.metrics import token_f1
from qa.training.conversation_data import Exchange, plain, read_exchanges, stand_alone, turns_before

DEVELOPMENT = ("canard_dev_train", "gecor_camrest", "trec_ikat_2023")
EVALUATION = ("trec_cast_2019",)
COLLECTION = ("squad_pa4", "squadshifts_new_wiki", "squad_emptycity")
# Reading sets whose questions were not used in training.
ALONE = ("squad_nqg_test", "squadshifts_new_wiki")
TOP = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question: F1 and overlap of each way to ask it, and whether ours altered it."""

    exchange: Exchange
    f1: Mapping[str, float]
    overlap: Mapping[str, float]
    ours: str
    seconds: float

    @property
    def altered(self) -> bool:
        return plain(self.ours) != plain(self.exchange.question)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=700, help="questions of a set, evenly spread")
    parser.add_argument("--eval", action="store_true", help="measure the evaluation set")
    given = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    engine = collection(given.data)
    spoken: list[Exchange] = []
    folder = given.data / "conversation" / ("eval" if given.eval else "train")
    for name in EVALUATION if given.eval else DEVELOPMENT:
        exchanges = read_exchanges(folder / f"{name}.jsonl.gz")
        kept = exchanges if given.eval else [each for each in exchanges if each.held_out]
        spoken += [each for each in kept if each.said]
        report(name, [outcome(each, engine) for each in spread(kept, given.limit)])
    print("\nstand-alone questions of reading sets, in the middle of conversations:")
    for name in ALONE:
        alone = stand_alone(given.data / "reading" / "train" / f"{name}.jsonl.gz", spoken, given.limit, 11)
        altered = [outcome(each, None) for each in alone]
        print(f"  {name:22s} {share([o.altered for o in altered])} altered")


def collection(data: Path) -> MemoryRetriever:
    """Return an engine over the different passages of the reading sets."""
    texts: dict[str, None] = {}
    for name in COLLECTION:
        with gzip.open(data / "reading" / "train" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            texts.update(dict.fromkeys(json.loads(line)["context"] for line in lines))
    print(f"{len(texts)} passages in the collection")
    return MemoryRetriever([Passage(str(n), 0, len(t), Kind.BODY, t) for n, t in enumerate(texts)])


def outcome(exchange: Exchange, engine: MemoryRetriever | None) -> Outcome:
    turns = turns_before(exchange, shipped_ranker(), {})
    began = time.process_time()
    ours = resolve(exchange.question, turns, exchange.collection).text
    seconds = time.process_time() - began
    ways = {
        "ours": ours,
        "as asked": exchange.question,
        "glued": " ".join([*exchange.history, exchange.question]),
    }
    f1 = {way: token_f1(text, [exchange.rewrite]) for way, text in ways.items()}
    wanted = found(engine, exchange.rewrite) if engine else set()
    overlap = {
        way: len(found(engine, text) & wanted) / len(wanted)
        for way, text in ways.items()
        if engine and wanted
    }
    return Outcome(exchange, f1, overlap, ours, seconds)


def found(engine: MemoryRetriever, text: str) -> set[str]:
    return {hit.passage.id for hit in engine.search([{term: 1.0} for term in query_terms(text)], TOP)}


def report(name: str, outcomes: Sequence[Outcome]) -> None:
    groups = {o.exchange.group for o in outcomes}
    print(f"\n{name}: {len(outcomes)} questions, {len(groups)} conversations")
    for what, of in (("token F1", _f1), (f"overlap@{TOP}", _overlap)):
        kept = [o for o in outcomes if of(o)]
        means = ", ".join(
            f"{way} {mean([of(o)[way] for o in kept]):.3f}" for way in ("ours", "as asked", "glued")
        )
        print(f"  {what:10s} {means}")
        for other in ("as asked", "glued"):
            low, high = difference(kept, of, other)
            gain = mean([of(o)["ours"] - of(o)[other] for o in kept])
            print(f"             ours - {other}: {gain:+.3f} [{low:+.3f}, {high:+.3f}]")
    report_without_openings(outcomes)
    alone = share([o.altered for o in outcomes if o.exchange.stands_alone])
    others = share([o.altered for o in outcomes if not o.exchange.stands_alone])
    print(f"  left as it was by people: {alone} altered by us; of the others {others}")
    middle, slow = np.percentile([1000 * o.seconds for o in outcomes], (50, 95))
    print(f"  {middle:.1f} ms a question, {slow:.1f} ms at the 95th percentile")


def report_without_openings(outcomes: Sequence[Outcome]) -> None:
    kept = [o for o in outcomes if not _keeps_its_opening(o.exchange.question)]
    low, high = difference(kept, _f1, "as asked")
    gain = mean([o.f1["ours"] - o.f1["as asked"] for o in kept])
    print(f"  token F1 without {len(outcomes) - len(kept)} 'how about' and 'I meant': ", end="")
    print(f"ours - as asked: {gain:+.3f} [{low:+.3f}, {high:+.3f}]")


def _keeps_its_opening(question: str) -> bool:
    piece = fragment(question)
    return piece is not None and (piece.about or piece.correction)


def difference(
    outcomes: Sequence[Outcome], of: Callable[[Outcome], Mapping[str, float]], other: str
) -> tuple[float, float]:
    """Return the interval of the mean gain, conversations drawn whole."""
    gains: dict[str, list[float]] = {}
    for each in outcomes:
        gains.setdefault(each.exchange.group, []).append(of(each)["ours"] - of(each)[other])
    sums = np.array([[sum(values), len(values)] for values in gains.values()])
    generator = np.random.default_rng(7)
    drawn = sums[generator.integers(0, len(sums), (2000, len(sums)))].sum(axis=1)
    low, high = np.percentile(drawn[:, 0] / drawn[:, 1], (2.5, 97.5))
    return float(low), float(high)


def _f1(outcome: Outcome) -> Mapping[str, float]:
    return outcome.f1


def _overlap(outcome: Outcome) -> Mapping[str, float]:
    return outcome.overlap


def spread(exchanges: Sequence[Exchange], limit: int) -> list[Exchange]:
    step = max(1.0, len(exchanges) / limit)
    return [exchanges[int(at * step)] for at in range(min(limit, len(exchanges)))]


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else float("nan")


def share(flags: Sequence[bool]) -> str:
    ends = interval([float(flag) for flag in flags])
    if ends is None:
        return "none there"
    low, high = (100 * end for end in ends)
    return f"{sum(flags)} of {len(flags)} ({100 * sum(flags) / len(flags):.1f} % [{low:.1f}, {high:.1f}])"


if __name__ == "__main__":
    main()
