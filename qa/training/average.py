"""Average two runs' weights: ``python -m qa.training.average --first DIR --second DIR --data DIR``.

What a second run learns on top of the first is kept, and what it forgets is largely won back, when
the weights of both are averaged (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
Without ``--into`` the figures of several shares on held-out rows are printed; with it, the average
of ``--share`` is written as a run's checkpoint, for ``qa.training.export``.
"""

from __future__ import annotations

import argparse
import random
import tomllib
from pathlib import Path

import torch
from torch import Tensor

from qa.training.encoder import ReaderModel
from qa.training.mix import Config, held_out
from qa.training.reader import CHECKPOINT, encoder_folder, load_tokenizer, measure
from qa.training.reading_data import Limits, examples

# The second run's config: its held-out questions stand beside near misses.
CONFIG = Path(__file__).with_name("reader_apart.toml")
SHARES = (0.0, 0.3, 0.5, 0.7, 0.85, 1.0)
_HELD_OUT_TOKENS = 400


def average(first: Path, second: Path, share: float) -> dict[str, Tensor]:
    """Return the weights of two checkpoints, the second's counting for ``share``, in 0..1."""
    one, other = (torch.load(path, weights_only=True)["model"] for path in (first, second))
    return {name: (1 - share) * one[name] + share * other[name] for name in one}


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--first", type=Path, required=True, help="the first run's work folder")
    parser.add_argument("--second", type=Path, required=True, help="the second run's work folder")
    parser.add_argument("--data", type=Path, help="folder with train/*.jsonl.gz, to measure the shares")
    parser.add_argument("--share", type=float, default=0.5, help="how much the second counts, in 0..1")
    parser.add_argument("--into", type=Path, help="a new work folder for the average")
    given = parser.parse_args()
    runs = given.first / CHECKPOINT, given.second / CHECKPOINT
    if given.into:
        given.into.mkdir(parents=True, exist_ok=True)
        torch.save({"model": average(*runs, given.share)}, given.into / CHECKPOINT)
    if given.data:
        config = Config.model_validate(tomllib.loads(CONFIG.read_text(encoding="utf-8")))
        limits = Limits(config.question_tokens, _HELD_OUT_TOKENS)
        tokenizer = load_tokenizer(encoder_folder())
        held = list(examples(held_out(given.data, config), tokenizer, limits, random.Random(0)))
        model = ReaderModel()
        for share in SHARES:
            model.load_state_dict(average(*runs, share))
            figures = measure(model, held, config.batch_tokens)
            print(share, {name: round(value, 2) for name, value in figures.items()}, flush=True)


if __name__ == "__main__":
    main()
