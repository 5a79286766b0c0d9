"""Average the weights of several runs: ``python -m qa.training.average --of DIR --of DIR --into DIR``.

Runs that started from the same weights and learnt from different mixes lie close enough that the mean
of their weights computes what they share and drops what each of them only happened to learn ("Model
soups", Wortsman et al. 2022). Unlike an ensemble it costs no more than one of them.
``qa.training.near_misses`` says what an average is worth.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from qa.training.reader import CHECKPOINT


def average(checkpoints: Sequence[Path]) -> dict[str, Tensor]:
    """Return the mean of each weight over the checkpoints."""
    states = [torch.load(path, weights_only=True, mmap=True)["model"] for path in checkpoints]
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--of", type=Path, action="append", required=True, help="a run's work folder; give it several times"
    )
    parser.add_argument("--into", type=Path, required=True, help="a new work folder for the average")
    given = parser.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    torch.save({"model": average([work / CHECKPOINT for work in given.of])}, given.into / CHECKPOINT)


if __name__ == "__main__":
    main()
