"""Train the lexical reader: ``python -m qa.training.lexical --data DIR [--out FILE]``.

Two logistic regressions of scikit-learn. The first ranks the candidates of a passage, learnt from
differences between a right candidate and a wrong one (Herbrich et al., 2000): once against wrong
ones drawn by lot, then against those that the first round ranks highest. The second tells from the best
candidate's score, and from how much of the question the passage holds, whether it is right at all.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from index.terms import terms
from qa.candidates import Candidate
from qa.features import Scene
from qa.lexical import ANY, SHIPPED, LexicalModel, Ranker, Scored, lead_evidence
from qa.metrics import exact_match, normalise, token_f1
from qa.training.rows import Row, is_held_out, read_rows

SEED = 20261121
HELD_OUT = 0.1
# How many rows of each set are read. The small sets of people's own queries and the unanswerable
# questions come whole, the rest is SQuAD's method on Wikipedia, reviews and forum posts.
ROWS = {
    "squad_nqg_test": 8000,
    "squad_pa4": 5000,
    "squad_emptycity": 3500,
    "squadshifts_new_wiki": 1500,
    "squadshifts_amazon": 500,
    "squadshifts_reddit": 500,
    "qed_nq": 1500,
    "nq_open_oracle": 500,
    "tydiqa_en": 1000,
    "fairytaleqa": 1000,
    "squad2_unanswerable_joined": 2500,
    "synthetic_negatives": 2500,
}
TUNED_ON = ("squad_nqg_test", "squad_pa4", "squad_emptycity")
DRAWN_PER_ROW = 16  # wrong candidates by lot
HARD_PER_ROW = 6  # and those that rank highest, in the second round
RARITIES_KEPT = 4000
LEAST_COUNT = 8  # rows of the matrix that have a feature; rarer ones are left out
LEAST_WEIGHT = 0.03  # smaller ones are left out: half the file, no loss on the held-out rows
LEAST_NEARNESS = 0.6  # token F1 from which a candidate counts as right
ROUNDS = 2
STRENGTH = 0.02  # scikit-learn's C of the ranking; tried: 0.005 to 0.5


def rarities(rows: Iterable[Row]) -> tuple[dict[str, float], float]:
    """Return the inverse document frequency of the commonest terms, and that of all others."""
    contexts = {row.context for row in rows}
    counts = Counter(term for context in contexts for term in set(terms(context)))
    common = counts.most_common(RARITIES_KEPT)
    return {term: round(math.log(len(contexts) / count), 2) for term, count in common}, round(
        math.log(len(contexts) / max(1, common[-1][1] // 2)), 2
    )


@dataclass
class Matrix:
    """Feature rows as they come: columns are named (kind, feature), numbered by first sight."""

    columns: dict[tuple[str, str], int] = field(default_factory=dict)
    cells: array[int] = field(default_factory=lambda: array("i"))
    ends: array[int] = field(default_factory=lambda: array("q", [0]))

    def add(self, kind: str, names: Iterable[str]) -> int:
        """Append one row and return its number."""
        columns = self.columns
        for name in names:
            self.cells.append(columns.setdefault((ANY, name), len(columns)))
            self.cells.append(columns.setdefault((kind, name), len(columns)))
        self.ends.append(len(self.cells))
        return len(self.ends) - 2

    def csr(self) -> csr_matrix:
        """Return the rows as a sparse matrix of ones."""
        cells, ends = np.frombuffer(self.cells, dtype=np.int32), np.frombuffer(self.ends, dtype=np.int64)
        ones = np.ones(len(cells), dtype=np.float32)
        return csr_matrix((ones, cells, ends), shape=(len(ends) - 1, len(self.columns)))


@dataclass(frozen=True, slots=True)
class Parts:
    """The rows by what they are for; no context is in two of them."""

    ranking: list[Row]
    lead: list[Row]
    held_out: list[Row]


def read_parts(data: Path, chance: random.Random) -> Parts:
    """Read the sample of rows and split it by context."""
    parts = Parts([], [], [])
    for name, count in ROWS.items():
        rows = read_rows(data / "train" / f"{name}.jsonl.gz")
        for row in chance.sample(rows, min(count, len(rows))):
            if is_held_out(row, HELD_OUT):
                parts.held_out.append(row)
            elif is_held_out(row, 2 * HELD_OUT):
                parts.lead.append(row)
            elif row.answers:
                parts.ranking.append(row)
    return parts


def right_ones(row: Row, ranked: Sequence[Scored]) -> list[int]:
    """Return the places of the right candidates; of the nearest one when none is quite right."""
    golds = [answer.text for answer in row.answers]
    normal = {normalise(gold) for gold in golds}
    texts = [row.context[scored.candidate.start : scored.candidate.end] for scored in ranked]
    found = [place for place, text in enumerate(texts) if normalise(text) in normal]
    if found or not texts:
        return found
    near, place = max((token_f1(text, golds), -place) for place, text in enumerate(texts))
    return [-place] if near >= LEAST_NEARNESS else []


def names_of(here: Scene, span: Candidate) -> list[str]:
    """Return all features of one candidate."""
    n = next(n for n, inside in enumerate(here.text.inside) if span.first in inside)
    of_words = here.of_sentence(n) + here.of_start(n, span.first) + here.of_end(n, span.last)
    return [*of_words, *here.of_span(n, span)]


def pairs(
    rows: Sequence[Row], ranker: Ranker, chance: random.Random, *, hard: bool
) -> tuple[Matrix, list[tuple[int, int]]]:
    """Return the candidates' features, and pairs of a right and a wrong one of the same row."""
    matrix = Matrix()
    found: list[tuple[int, int]] = []
    for row in rows:
        here = ranker.scene(row.question, row.context)
        ranked = ranker.rank(here)
        right = right_ones(row, ranked)
        if not right:
            continue
        wrong = [place for place in range(len(ranked)) if place not in right]
        picked = wrong[:HARD_PER_ROW] if hard else []
        rest = wrong[len(picked) :]
        picked += chance.sample(rest, min(len(rest), DRAWN_PER_ROW))
        kind = here.asked.question.expects
        better = matrix.add(kind, names_of(here, ranked[right[0]].candidate))
        worse = (matrix.add(kind, names_of(here, ranked[place].candidate)) for place in picked)
        found.extend((better, number) for number in worse)
    return matrix, found


def fit_ranking(matrix: Matrix, chosen: Sequence[tuple[int, int]]) -> dict[str, dict[str, float]]:
    """Fit a regression to the differences, every second one turned round; return weights by kind."""
    cells = matrix.csr()
    places = np.array(chosen)
    signs = np.where(np.arange(len(places)) % 2, 1.0, -1.0).astype(np.float32)
    common = np.flatnonzero(np.bincount(cells.indices, minlength=cells.shape[1]) >= LEAST_COUNT)
    cells = cells[:, common]
    differences = cells[places[:, 0]] - cells[places[:, 1]]
    differences = csr_matrix(differences.multiply(signs[:, None]))
    fit = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=150, tol=1e-3).fit(
        differences, signs > 0
    )
    kept = dict(zip(common.tolist(), fit.coef_[0].tolist(), strict=True))
    weights: dict[str, dict[str, float]] = {}
    for (kind, name), column in matrix.columns.items():
        weight = round(kept.get(column, 0.0), 3)
        if abs(weight) >= LEAST_WEIGHT:
            weights.setdefault(kind, {})[name] = weight
    return weights


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the ranking makes of one row."""

    row: Row
    text: str
    evidence: dict[str, float]
    lead: float

    @property
    def golds(self) -> list[str]:
        """The right answers, none for a question without one."""
        return [answer.text for answer in self.row.answers]


def outcomes(rows: Iterable[Row], model: LexicalModel) -> Iterator[Outcome]:
    """Answer the rows with the candidate that ranks first."""
    ranker = Ranker(model)
    for row in rows:
        here = ranker.scene(row.question, row.context)
        if ranked := ranker.rank(here):
            best, evidence = ranked[0].candidate, lead_evidence(here, ranked)
            yield Outcome(row, row.context[best.start : best.end], evidence, model.lead_of(evidence))


def fit_lead(found: Sequence[Outcome]) -> dict[str, float]:
    """Fit a regression from a passage's evidence to whether its best candidate is right."""
    names = list(found[0].evidence)
    inputs = np.array([[outcome.evidence[name] for name in names] for outcome in found])
    right = [bool(o.golds) and token_f1(o.text, o.golds) >= LEAST_NEARNESS for o in found]
    fit = LogisticRegression(C=1.0, fit_intercept=False).fit(inputs, right)
    return {name: round(weight, 4) for name, weight in zip(names, fit.coef_[0].tolist(), strict=True)}


def report(found: Sequence[Outcome]) -> str:
    """Return the held-out figures as lines of text."""
    lines = []
    for source in sorted({outcome.row.source for outcome in found if outcome.golds}):
        of_source = [outcome for outcome in found if outcome.row.source == source and outcome.golds]
        exact = 100 * float(np.mean([exact_match(o.text, o.golds) for o in of_source]))
        f1 = 100 * float(np.mean([token_f1(o.text, o.golds) for o in of_source]))
        lines.append(f"{source:24} {len(of_source):5} rows  exact match {exact:5.1f}  F1 {f1:5.1f}")
    right = [bool(o.golds) and token_f1(o.text, o.golds) >= LEAST_NEARNESS for o in found]
    leads = [outcome.lead for outcome in found]
    lines.append(f"lead, right or not:            AUROC {roc_auc_score(right, leads):.3f}")
    lines.append(
        f"lead, question answered or not: AUROC {roc_auc_score([bool(o.golds) for o in found], leads):.3f}"
    )
    above = [is_right for is_right, lead in zip(right, leads, strict=True) if lead > 0]
    lines.append(
        f"lead above 0: {len(above)} of {len(found)} rows, {100 * float(np.mean(above)):.1f} % right"
    )
    return "\n".join(lines)


def train(data: Path) -> LexicalModel:
    """Return the trained model; prints what it does and the held-out figures."""
    chance, began = random.Random(SEED), time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - began:6.0f} s  {what}", flush=True)

    parts = read_parts(data, chance)
    rarity, unseen = rarities(parts.ranking)
    model = LexicalModel(weights={ANY: {}}, rarity=rarity, unseen=unseen, lead={"score": 1.0})
    say(
        f"rows: {len(parts.ranking)} to rank by, {len(parts.lead)} for the lead, "
        f"{len(parts.held_out)} held out"
    )
    for turn in range(ROUNDS):
        matrix, chosen = pairs(parts.ranking, Ranker(model, shortlist=None), chance, hard=turn > 0)
        say(f"{len(chosen)} pairs of {len(matrix.columns)} features")
        model = model.model_copy(update={"weights": fit_ranking(matrix, chosen)})
        say(
            f"{sum(map(len, model.weights.values()))} weights\n"
            + report(list(outcomes(parts.held_out, model)))
        )
    model = model.model_copy(update={"lead": fit_lead(list(outcomes(parts.lead, model)))})
    say("with the lead\n" + report(list(outcomes(parts.held_out, model))))
    return model


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description="Train the lexical reader.")
    parser.add_argument("--data", type=Path, required=True, help="folder with train/*.jsonl.gz")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="where the weights go")
    options = parser.parse_args()
    model = train(options.data)
    options.out.write_text(
        json.dumps(model.model_dump(), ensure_ascii=False, indent=0, sort_keys=True) + "\n"
    )


if __name__ == "__main__":
    main()
