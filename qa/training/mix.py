"""The training mix: which rows of which sets are read when, with what is made from them.

Its settings, and those of the whole run, are in ``reader.toml``.
"""

from __future__ import annotations

import itertools
import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict
from tokenizers import Tokenizer

from qa.readers import open_reader
from qa.training.made_questions import made_questions
from qa.training.negatives import mine
from qa.training.reading_data import Example, Limits, batches, examples
from qa.training.roughen import roughen
from qa.training.rows import Row, is_held_out, kept_rows
from qa.training.sets import read_set
from qa.training.swapped_names import swapped_names
from qa.training.tempting import tempting
from qa.training.yes_no import yes_no_questions

# Rows that are tokenised and sorted by length together: some sixty batches.
_ROWS_A_CHUNK = 1680
# The rows of a run that tempt the reader, in its work folder.
TEMPTING = "tempting.jsonl.gz"


class Config(BaseModel):
    """The settings of one training run; see the comments in ``reader.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    seed: int
    encoder: Literal["minilm", "mpnet"] = "minilm"
    layers: int = 6
    frozen_layers: int = 0
    total_tokens: int
    decay_tokens: int
    warm_up_tokens: int
    batch_tokens: int
    peak_learning_rate: float
    layer_decay: float
    head_learning_rate: float
    weight_decay: float
    gradient_norm: float
    dropout: float
    question_tokens: int
    context_tokens: int
    held_out_share: float
    held_out_rows: int
    checkpoint_minutes: float
    mined_negatives: int
    mined_of: dict[str, int] = {}
    mined_pool: int
    mined_while_falling: float
    mined_from: tuple[str, ...]
    tempting_negatives: int = 0
    tempting_pool: int = 0
    tempting_from: tuple[str, ...] = ()
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

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the settings of a TOML file, and what it does not set from the one that it is ``like``.

        Raises OSError, tomllib.TOMLDecodeError or pydantic's ValidationError where that cannot be.
        """
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
        base = cls.read(path.with_name(settings.pop("like"))).model_dump() if "like" in settings else {}
        return cls.model_validate(base | settings)

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
    """What is read while the rate is stable, while it falls, and never (for the log's figures)."""

    stable: list[Row]
    falling: list[Row]
    held_out: list[Row]


def gather(data: Path, config: Config, work: Path) -> Rows:
    """Read the sets and draw from them; the same rows for the same seed.

    What tempts the reader that ships is kept in ``work``: finding it takes long, and it may ship no more
    when the run is started again.
    """
    chance, later_chance = random.Random(config.seed), random.Random(f"{config.seed}-later")
    stable: list[Row] = []
    falling: list[Row] = []
    held: list[Row] = []
    for name, share in config.shares.items():
        rows = read_set(data, name)
        held += [row for row in rows if is_held_out(row, config.held_out_share)]
        rows = [row for row in rows if not is_held_out(row, config.held_out_share)]
        if name in config.mined_from:
            count = config.mined_of.get(name, config.mined_negatives)
            mined = mine(rows, count, config.mined_pool, chance)
            stable += mined
            falling += later_chance.sample(mined, round(config.mined_while_falling * len(mined)))
        stable += chance.sample(rows, round(share * len(rows)))
        falling += later_chance.sample(rows, round(config.falling_shares.get(name, 0.0) * len(rows)))
        if name in config.swapped_from:
            stable += swapped_names(rows, config.swapped_names, chance)
            falling += swapped_names(rows, config.swapped_names, later_chance)
        if name in config.yes_no_from:
            made = yes_no_questions(rows, config.yes_no_questions, later_chance)
            falling += made + mine(made, len(made) // 3, config.mined_pool, later_chance)
        if name in config.made_from:
            falling += made_questions(rows, config.made_questions, later_chance)
    if config.tempting_from:
        falling += kept_rows(work / TEMPTING, lambda: _tempting(data, config))
    return Rows(stable, falling, chance.sample(held, min(config.held_out_rows, len(held))))


def _tempting(data: Path, config: Config) -> Iterator[Row]:
    reader, chance = open_reader(), random.Random(f"{config.seed}-tempting")
    for name in config.tempting_from:
        rows = read_set(data, name)
        rows = [row for row in rows if not is_held_out(row, config.held_out_share)]
        yield from tempting(rows, config.tempting_negatives, config.tempting_pool, reader, chance)


def stream(
    rows: Sequence[Row], tokenizer: Tokenizer, config: Config, *, rough: bool
) -> Iterator[list[Example]]:
    """Yield groups of examples for ever, each pass in another order; the same for the same seed.

    ``rough`` misspells some of the questions and makes telegrams of others.
    """
    limits = Limits(config.question_tokens, config.context_tokens)
    for number in itertools.count():
        chance = random.Random(f"{config.seed}-{number}")
        order = chance.sample(rows, len(rows))
        if rough:
            order = [_roughened(row, chance, config) for row in order]
        for low in range(0, len(order), _ROWS_A_CHUNK):
            chunk = examples(order[low : low + _ROWS_A_CHUNK], tokenizer, limits, chance)
            yield from batches(chunk, config.batch_tokens, chance)


def _roughened(row: Row, chance: random.Random, config: Config) -> Row:
    asked = roughen(row.question, chance, misspelt=config.misspelt, telegraphic=config.telegraphic)
    return row.model_copy(update={"question": asked})
