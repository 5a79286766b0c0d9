"""How well contradictions are told from answers that can both hold: precision and recall.

``python tests/benchmarks/disagreement.py`` prints the figures on the labelled pairs, apart
for those set aside (one in three: never looked at while the rules were written), and with
``--errors`` the pairs of the others that come out wrong.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from qa.agreement import Claim, agree, contradict
from qa.question import AnswerKind

PAIRS = Path(__file__).parent.parent / "qa" / "data" / "disagreement.jsonl"


def read_pairs() -> list[dict[str, Any]]:
    """Return the labelled pairs."""
    return [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]


def judged(pair: dict[str, Any]) -> str:
    """Return what we make of a pair: ``contradict``, ``same`` or ``compatible``."""
    first, second = (Claim(pair[side]["answer"], pair[side]["sentence"]) for side in ("first", "second"))
    expects = AnswerKind(pair["expects"])
    if contradict(pair["question"], first, second, expects):
        return "contradict"
    return "same" if agree(first.answer, second.answer, expects) else "compatible"


def measure(pairs: list[dict[str, Any]], name: str) -> None:
    """Print precision and recall of contradictions, and how many agreements are seen.

    Compatible answers may also agree, where one is the less precise; that is no mistake.
    """
    outcomes = [(pair["label"], judged(pair)) for pair in pairs]
    right = sum(told == found == "contradict" for told, found in outcomes)
    found = sum(found == "contradict" for _, found in outcomes)
    told = sum(told == "contradict" for told, _ in outcomes)
    same = [found == "same" for told, found in outcomes if told == "same"]
    clashing = [found == "same" for told, found in outcomes if told == "contradict"]
    print(f"{name}: {len(pairs)} pairs, {told} of them contradictions")
    print(f"  contradictions: precision {right / max(1, found):.2f} ({right}/{found}), ", end="")
    print(f"recall {right / max(1, told):.2f} ({right}/{told})")
    print(f"  agreements found: {sum(same)}/{len(same)}; contradictions taken for one: {sum(clashing)}")


def main() -> None:
    """Print all figures."""
    pairs = read_pairs()
    seen, aside = ([pair for pair in pairs if pair["aside"] is kept] for kept in (False, True))
    measure(seen, "seen")
    measure(aside, "set aside")
    measure(pairs, "all")
    began = time.perf_counter()
    for pair in pairs:
        judged(pair)
    print(f"{1000 * (time.perf_counter() - began) / len(pairs):.3f} ms a pair")
    if "--errors" in sys.argv:
        for pair in seen:
            if judged(pair) != pair["label"] and {judged(pair), pair["label"]} != {"same", "compatible"}:
                print(
                    pair["id"], judged(pair), "|", pair["question"], "|", pair["first"], "|", pair["second"]
                )


if __name__ == "__main__":
    main()
