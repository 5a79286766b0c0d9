"""Train the reader: ``python -m qa.training.reader --data DIR --work DIR``.

DIR/train/*.jsonl.gz of ``--data`` are the reading-comprehension sets; checkpoints and the
log of figures go to ``--work``, and a run that is started again goes on from its last
checkpoint. The learning rate warms up, stays, and falls to zero over the last part
(warm-up–stable–decay), so that a longer run can start from a checkpoint of the stable part.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import itertools
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from qa.metrics import exact_match, token_f1
from qa.training.encoder import OUT_OF_REACH, ReaderModel, from_minilm, from_mpnet
from qa.training.mix import Config, gather, stream
from qa.training.published import encoder_folder, mpnet_folder
from qa.training.reading_data import Batch, Example, Limits, batches, collate, examples

# Model, optimiser and place of a run, in its work folder.
CHECKPOINT = "checkpoint.pt"
CONFIG = Path(__file__).with_name("reader.toml")
_LONGEST_ANSWER = 40
# Held-out contexts are read whole up to this many tokens, as passages are in use.
_HELD_OUT_TOKENS = 400
_STEPS_A_NOTE = 50
# glibc's numbers for: never take a block straight from the system, keep what is freed, ask for more at once.
_MALLOC = {-4: 0, -1: 2**31 - 1, -2: 2**27}


def load_tokenizer(folder: Path) -> Tokenizer:
    """Return the encoder's tokenizer, with no length limit of its own."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def span_loss(scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
    """Return the mean of -log P(any gold place); all three are (batch, length)."""
    chances = (scores.float() + (1.0 - mask.float()) * OUT_OF_REACH).log_softmax(-1)
    return -chances.masked_fill(~gold, OUT_OF_REACH).logsumexp(-1).mean()


def optimiser(model: ReaderModel, config: Config) -> torch.optim.Optimizer:
    """Return AdamW with lower rates for lower layers.

    The word embeddings stay as they are; where the lowest layers do, so does all that is below them.
    """
    frozen = [model.words, *model.layers[: config.frozen_layers]]
    if config.frozen_layers:
        frozen += [model.positions, model.segments, model.norm]
    for module in frozen:
        module.requires_grad_(False)
    top = model.shape.layers - 1
    parts: list[tuple[nn.Module, float]] = [(model.head, config.head_learning_rate)]
    parts += [
        (layer, config.peak_learning_rate * config.layer_decay ** (top - depth))
        for depth, layer in enumerate(model.layers)
    ]
    lowest = config.peak_learning_rate * config.layer_decay ** (top + 1)
    parts += [(module, lowest) for module in (model.positions, model.segments, model.norm)]
    if model.distances is not None:
        parts.append((model.distances, lowest))
    groups = [
        {"params": list(module.parameters()), "lr": rate, "peak": rate}
        for module, rate in parts
        if module not in frozen
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=config.weight_decay, fused=True)


def untrained(config: Config, work: Path) -> ReaderModel:
    """Return the published encoder that the settings name, with a head that knows nothing."""
    if config.encoder == "mpnet":
        return from_mpnet(mpnet_folder(work), config.layers, config.dropout)
    return from_minilm(encoder_folder(), config.dropout)


def best_spans(model: ReaderModel, batch: Batch) -> list[tuple[str, float]]:
    """Return each example's best answer text and its lead over the no-answer score, in logits."""
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        start, end = model(batch.input_ids, batch.attention_mask, batch.token_type_ids)
    found = []
    for item, starts, ends in zip(batch.examples, start.float(), end.float(), strict=True):
        places = slice(item.first, len(item.tokens) - 1)
        pairs = starts[places, None] + ends[None, places]
        pairs += torch.full_like(pairs, OUT_OF_REACH).tril(-1) + torch.full_like(pairs, OUT_OF_REACH).triu(
            _LONGEST_ANSWER
        )
        best = int(pairs.argmax())
        first, last = divmod(best, pairs.shape[1])
        text = item.row.context[item.offsets[first][0] : item.offsets[last][1]]
        found.append((text, float(pairs.flatten()[best] - starts[0] - ends[0])))
    return found


def measure(model: ReaderModel, held: Sequence[Example], tokens: int) -> dict[str, float]:
    """Return F1 and exact match on answerable held-out rows, and accuracy of answering at all."""
    model.eval()
    f1, exact, right = [], [], []
    for group in batches(held, tokens, random.Random(0)):
        for item, (text, lead) in zip(group, best_spans(model, collate(group)), strict=True):
            right.append(float((lead > 0) == bool(item.row.answers)))
            if item.row.answers:
                golds = [answer.text for answer in item.row.answers]
                f1.append(token_f1(text, golds))
                exact.append(exact_match(text, golds))
    model.train()
    return {
        "f1": 100 * sum(f1) / max(1, len(f1)),
        "exact": 100 * sum(exact) / max(1, len(exact)),
        "answers_or_not": 100 * sum(right) / max(1, len(right)),
    }


class Run:
    """One training run: its state is in ``work``'s checkpoint, so that it can go on where it stopped."""

    def __init__(self, data: Path, work: Path, config: Config, start: Path | None = None) -> None:
        """Start from another run's checkpoint, or from the published encoder."""
        work.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(config.seed)
        self.work, self.config = work, config
        self.tokenizer = load_tokenizer(encoder_folder())
        self.model = untrained(config, work)
        if start is not None:
            self.model.load_state_dict(torch.load(start, weights_only=True)["model"])
        self.steps = optimiser(self.model, config)
        # The same weights; what is computed between the products is fused, a third quicker.
        self.compiled = torch.compile(self.model, dynamic=True)
        # Tokens read, and groups of examples read while the rate was stable and while it fell.
        self.tokens, self.read = 0, [0, 0]
        self.rows = gather(data, config, work)
        whole = Limits(config.question_tokens, _HELD_OUT_TOKENS)
        self.held_out = list(examples(self.rows.held_out, self.tokenizer, whole, random.Random(0)))

    def train(self) -> None:
        """Go on from the checkpoint, if there is one, to the end."""
        self._resume()
        counts = {"stable_rows": len(self.rows.stable), "falling_rows": len(self.rows.falling)}
        note(self.work, {**counts, "held_out": len(self.held_out), "from_token": self.tokens})
        for phase, until in enumerate((self.config.stable_tokens, self.config.total_tokens)):
            rows = self.rows.falling if phase else self.rows.stable
            groups = stream(rows, self.tokenizer, self.config, rough=bool(phase))
            self._read(itertools.islice(groups, self.read[phase], None), phase, until)
        self._save()
        self._measure()

    def _read(self, groups: Iterator[list[Example]], phase: int, until: int) -> None:
        saved, losses = time.monotonic(), list[float]()
        while self.tokens < until:
            losses.append(self._step(collate(next(groups))))
            self.read[phase] += 1
            if len(losses) == _STEPS_A_NOTE:
                note(self.work, {"tokens": self.tokens, "loss": round(sum(losses) / len(losses), 3)})
                losses.clear()
            if time.monotonic() - saved > 60 * self.config.checkpoint_minutes:
                self._save()
                self._measure()
                saved = time.monotonic()

    def _step(self, batch: Batch) -> float:
        with torch.autocast("cpu", torch.bfloat16):
            start, end = self.compiled(batch.input_ids, batch.attention_mask, batch.token_type_ids)
        loss = span_loss(start, batch.starts, batch.attention_mask)
        loss = loss + span_loss(end, batch.ends, batch.attention_mask)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), self.config.gradient_norm)
        for part in self.steps.param_groups:
            part["lr"] = part["peak"] * self.config.rate_at(self.tokens)
        self.steps.step()
        self.steps.zero_grad()
        self.tokens += batch.input_ids.numel()
        return float(loss.detach())

    def _save(self) -> None:
        path = self.work / CHECKPOINT
        state = {"model": self.model.state_dict(), "steps": self.steps.state_dict()}
        torch.save({**state, "tokens": self.tokens, "read": self.read}, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def _resume(self) -> None:
        path = self.work / CHECKPOINT
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.steps.load_state_dict(state["steps"])
            self.tokens, self.read = state["tokens"], state["read"]

    def _measure(self) -> None:
        figures = measure(self.model, self.held_out, self.config.batch_tokens)
        note(self.work, {"tokens": self.tokens, **{name: round(value, 2) for name, value in figures.items()}})


def keep_memory() -> None:
    """Have freed memory kept rather than handed back to the system: a step is a third quicker.

    Without the C library that this speaks to (glibc), nothing happens.
    """
    with contextlib.suppress(OSError, AttributeError, TypeError):
        tune = ctypes.CDLL(None).mallopt
        for setting, value in _MALLOC.items():
            tune(setting, value)


def note(work: Path, figures: dict[str, float | int | bool]) -> None:
    """Append one line to the log of figures and print it."""
    line = json.dumps(figures)
    with (work / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(line + "\n")
    print(line, flush=True)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with train/*.jsonl.gz")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and the log")
    parser.add_argument(
        "--config", type=Path, default=CONFIG, help="TOML file of settings (default: the shipped one)"
    )
    parser.add_argument("--start", type=Path, help="a checkpoint to start from (default: the encoder)")
    given = parser.parse_args()
    keep_memory()
    config = Config.read(given.config)
    Run(given.data, given.work, config, given.start).train()


if __name__ == "__main__":
    main()
