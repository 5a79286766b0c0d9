"""The training mix: which rows of which sets are read when, with what is made from them.

Its settings, and those of the whole run, are in ``reader.toml``.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict
from tokenizers import Tokenizer

from qa.training.made_questions import made_questions
from qa.training.negatives import beside_near_misses, mine
from qa.training.reading_data import Example, Limits, batches, examples
from qa.training.roughen import roughen
from qa.training.rows import Row, Sheaf, is_held_out, read_rows
from qa.training.swapped_names import swapped_names
from qa.training.yes_no import yes_no_questions

# Questions that are tokenised and sorted by length together: some sixty batches, or more with near misses.
_QUESTIONS_A_CHUNK = 1680


class Config(BaseModel):
    """The settings of one training run; see the comments in ``reader.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    seed: int
    total_tokens: int
    decay_tokens: int
    warm_up_tokens: int
    batch_tokens: int
    peak_learning_rate: float
    layer_decay: float
    head_learning_rate: float
    weight_decay: float
    gradient_norm: float
    question_tokens: int
    context_tokens: int
    held_out_share: float
    held_out_rows: int
    checkpoint_minutes: float
    mined_negatives: int
    mined_pool: int
    mined_from: tuple[str, ...]
    near_misses: int
    near_misses_weight: float
    made_questions: int
    made_from: tuple[str, ...]
    swapped_names: int
    swapped_from: tuple[str, ...]
    yes_no_questions: int
    yes_no_from: tuple[str, ...]
    misspelt: float
    telegraphic: float
    shares: dict[str, float]
    falling_shares: dict[str, float]

    @property
    def stable_tokens(self) -> int:
        """Tokens read before the learning rate begins to fall."""
        return self.total_tokens - self.decay_tokens

    def rate_at(self, tokens: int) -> float:
        """Return the learning rate's multiplier, 0..1, after ``tokens`` tokens."""
        warm = min(1.0, tokens / self.warm_up_tokens)
        left = (self.total_tokens - tokens) / self.decay_tokens
        return max(0.0, min(warm, left))


@dataclass(frozen=True)
class Rows:
    """What is read while the rate is stable, and while it falls."""

    stable: list[Sheaf]
    falling: list[Sheaf]


def gather(data: Path, config: Config) -> Rows:
    """Read the sets and draw from them; the same rows for the same seed."""
    chance, later_chance = random.Random(config.seed), random.Random(f"{config.seed}-later")
    stable: list[Row] = []
    falling: list[Row] = []
    sheaves: list[Sheaf] = []
    for name, share in config.shares.items():
        rows, _ = _parted(data, name, config)
        if name in config.mined_from:
            mined = mine(rows, config.mined_negatives, config.mined_pool, chance)
            stable += mined
            falling += later_chance.sample(mined, len(mined) // 2)
        stable += chance.sample(rows, round(share * len(rows)))
        later = later_chance.sample(rows, round(config.falling_shares.get(name, 0.0) * len(rows)))
        if name in config.mined_from and config.near_misses:
            sheaves += beside_near_misses(rows, later, config.near_misses, config.mined_pool, later_chance)
        else:
            falling += later
        if name in config.swapped_from:
            stable += swapped_names(rows, config.swapped_names, chance)
            falling += swapped_names(rows, config.swapped_names, later_chance)
        if name in config.yes_no_from:
            made = yes_no_questions(rows, config.yes_no_questions, later_chance)
            falling += made + mine(made, len(made) // 3, config.mined_pool, later_chance)
        if name in config.made_from:
            falling += made_questions(rows, config.made_questions, later_chance)
    return Rows(_alone(stable), _alone(falling) + sheaves)


def held_out(data: Path, config: Config) -> list[Sheaf]:
    """Return rows that are never trained on, beside near misses where training has them too."""
    chance = random.Random(f"{config.seed}-held-out")
    held: list[Sheaf] = []
    for name in config.shares:
        rows, kept = _parted(data, name, config)
        if name in config.mined_from and config.near_misses:
            held += beside_near_misses(rows, kept, config.near_misses, config.mined_pool, chance)
        else:
            held += _alone(kept)
    return chance.sample(held, min(config.held_out_rows, len(held)))


def _parted(data: Path, name: str, config: Config) -> tuple[list[Row], list[Row]]:
    """Return a set's rows to train on and those kept apart."""
    rows = read_rows(data / "train" / f"{name}.jsonl.gz")
    kept = [row for row in rows if is_held_out(row, config.held_out_share)]
    return [row for row in rows if not is_held_out(row, config.held_out_share)], kept


def _alone(rows: Sequence[Row]) -> list[Sheaf]:
    return [(row,) for row in rows]


def stream(
    sheaves: Sequence[Sheaf], tokenizer: Tokenizer, config: Config, *, rough: bool
) -> Iterator[list[list[Example]]]:
    """Yield batches of sheaves for ever, each pass in another order; the same for the same seed.

    ``rough`` misspells some of the questions and makes telegrams of others.
    """
    limits = Limits(config.question_tokens, config.context_tokens)
    for number in itertools.count():
        chance = random.Random(f"{config.seed}-{number}")
        order = chance.sample(sheaves, len(sheaves))
        if rough:
            order = [_roughened(sheaf, chance, config) for sheaf in order]
        for low in range(0, len(order), _QUESTIONS_A_CHUNK):
            chunk = examples(order[low : low + _QUESTIONS_A_CHUNK], tokenizer, limits, chance)
            yield from batches(chunk, config.batch_tokens, chance)


def _roughened(sheaf: Sheaf, chance: random.Random, config: Config) -> Sheaf:
    asked = roughen(sheaf[0].question, chance, misspelt=config.misspelt, telegraphic=config.telegraphic)
    return tuple(row.model_copy(update={"question": asked}) for row in sheaf)
