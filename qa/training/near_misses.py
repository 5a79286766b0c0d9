"""How runs do among near misses: ``python -m qa.training.near_misses --data DIR WORK…``.

Each held-out question is read beside its own passage and the four that BM25 ranks highest for it and
that lack the answer. A run may find the words better in the right passage and yet tell the right
passage from the others worse; what a reader is worth in use needs both. Printed for each work folder:

- *F1*, *EM*: given the passage.
- *F1 of the best*: of the span with the greatest lead over all five passages.
- *in order*: the share of pairs in which the lead over all five of one question is greater than that
  over only the four near misses of another.
- *risk*: the area under risk-coverage (Geifman & El-Yaniv 2017) by that lead, half of the questions'
  passages lacking the answer; a span is right from an F1 of 0.5 on.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.metrics import roc_auc_score

from qa.calibration import area_under
from qa.metrics import exact_match, token_f1
from qa.training.encoder import ReaderModel
from qa.training.export import load_checkpoint
from qa.training.negatives import NearMisses, unanswered
from qa.training.published import encoder_folder
from qa.training.reader import CHECKPOINT, best_spans, keep_memory, load_tokenizer
from qa.training.reading_data import Limits, batches, collate, examples
from qa.training.rows import Row, is_held_out
from qa.training.sets import read_set
from qa.training.support_readings import HELD_OUT_SHARE

# Sets of whole passages, and how many held-out questions of each are asked at most.
SETS = {
    "squad_nqg_test": 90,
    "squad_pa4": 90,
    "squad_emptycity": 60,
    "squadshifts_new_wiki": 90,
    "squadshifts_reddit": 20,
    "qed_nq": 70,
    "nq_open_oracle": 40,
    "tydiqa_en": 70,
    "fairytaleqa": 50,
    "narrativeqa_emptycity": 40,
    "doc2dial_first_turn": 12,
    "conditionalqa": 12,
}
SEED = 3
_POOL = 1500
_MISSES = 4
# How far down BM25's list they are looked for: the answer's own passages are passed over.
_DEPTH = 12
_LIMITS = Limits(question=40, context=300)
_BATCH_TOKENS = 4096
# From this F1 on a span counts as right.
_RIGHT = 0.5


class Asked(NamedTuple):
    """A question beside its own passage, and beside each near miss."""

    own: Row
    misses: tuple[Row, ...]


def questions(data: Path) -> list[Asked]:
    """Return the held-out questions; the same ones for the same data."""
    chance = random.Random(SEED)
    found: list[Asked] = []
    for name, count in SETS.items():
        rows = read_set(data, name)
        near = NearMisses.among(rows, _POOL, chance)
        held = [row for row in rows if row.answers and is_held_out(row, HELD_OUT_SHARE)]
        for row in chance.sample(held, min(count, len(held))):
            own = row.model_copy(update={"id": str(len(found))})  # the sets' own ids come twice
            misses = near.of(row, _DEPTH)[:_MISSES]
            found.append(Asked(own, tuple(unanswered(own, text, str(n)) for n, text in enumerate(misses))))
    return found


def measure(model: ReaderModel, asked: list[Asked]) -> dict[str, float]:
    """Return the figures that the module's docstring explains, in per cent or in 0..1."""
    rows = [row for one in asked for row in (one.own, *one.misses)]
    tokenizer = load_tokenizer(encoder_folder())
    cut = list(examples(rows, tokenizer, _LIMITS, random.Random(SEED)))
    read = {
        item.row.id: best
        for group in batches(cut, _BATCH_TOKENS, random.Random(SEED))
        for item, best in zip(group, best_spans(model, collate(group)), strict=True)
    }
    given, exact, best_f1 = [], [], []
    leads, answerable, right = [], [], []
    for own, misses in asked:
        golds = [answer.text for answer in own.answers]
        amid = [read[row.id] for row in misses if row.id in read]
        if own.id not in read or not amid:
            continue
        given.append(token_f1(read[own.id][0], golds))
        exact.append(exact_match(read[own.id][0], golds))
        text, lead = max([read[own.id], *amid], key=lambda span: span[1])
        best_f1.append(token_f1(text, golds))
        leads += [lead, max(lead for _, lead in amid)]
        answerable += [True, False]
        right += [best_f1[-1] >= _RIGHT, False]
    return {
        "questions": len(given),
        "f1": 100 * float(np.mean(given)),
        "exact": 100 * float(np.mean(exact)),
        "f1_of_the_best": 100 * float(np.mean(best_f1)),
        "in_order": float(roc_auc_score(answerable, leads)),
        "risk": area_under(np.array(leads, np.float64), np.array(right, np.bool_)),
    }


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with train/*.jsonl.gz")
    parser.add_argument("work", type=Path, nargs="+", help="work folders of runs or of averages")
    given = parser.parse_args()
    keep_memory()
    asked = questions(given.data)
    for work in given.work:
        figures = measure(load_checkpoint(work / CHECKPOINT), asked)
        print(work, {name: round(value, 3) for name, value in figures.items()}, flush=True)


if __name__ == "__main__":
    main()
