"""Reading-comprehension rows in, batches of token numbers with the answers' places out."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from qa.training.rows import GoldSpan, Row

# The encoder's numbers for [CLS], [SEP] and [PAD], as in every uncased BERT.
CLS, SEP, PAD = 101, 102, 0


@dataclass(frozen=True)
class Example:
    """A row cut to what the model reads at once.

    ``tokens`` are [CLS] question [SEP] context [SEP]; ``first`` is where the context
    begins; ``spans`` are inclusive token ranges of the answers, (0, 0) for none.
    """

    row: Row
    tokens: tuple[int, ...]
    first: int
    spans: tuple[tuple[int, int], ...]
    offsets: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Limits:
    """How much of a row is read: tokens of the question and of the context."""

    question: int
    context: int


def examples(
    rows: Sequence[Row], tokenizer: Tokenizer, limits: Limits, chance: random.Random
) -> Iterator[Example]:
    """Tokenise rows; a context over the limit is cut to a random window around an answer.

    A row whose answers fall outside the limits, or between tokens, is left out.
    """
    questions = tokenizer.encode_batch([row.question for row in rows], add_special_tokens=False)
    contexts = tokenizer.encode_batch([row.context for row in rows], add_special_tokens=False)
    begin, separator = CLS, SEP
    for row, question, context in zip(rows, questions, contexts, strict=True):
        gold = [span for span in (_token_span(answer, context.offsets) for answer in row.answers) if span]
        if row.answers and not gold:
            continue
        low, high = _window(len(context.ids), gold, limits.context, chance)
        head = [begin, *question.ids[: limits.question], separator]
        inside = {(a - low + len(head), b - low + len(head)) for a, b in gold if low <= a and b < high}
        if gold and not inside:
            continue
        yield Example(
            row=row,
            tokens=(*head, *context.ids[low:high], separator),
            first=len(head),
            spans=tuple(sorted(inside)) or ((0, 0),),
            offsets=tuple(context.offsets[low:high]),
        )


def _token_span(answer: GoldSpan, offsets: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    start, end = answer.start, answer.start + len(answer.text)
    covered = [place for place, (a, b) in enumerate(offsets) if a < end and b > start]
    return (covered[0], covered[-1]) if covered else None


def _window(
    length: int, gold: Sequence[tuple[int, int]], limit: int, chance: random.Random
) -> tuple[int, int]:
    if length <= limit:
        return 0, length
    first, last = chance.choice(gold) if gold else (chance.randrange(length),) * 2
    earliest = max(0, min(last + 1 - limit, length - limit))
    low = chance.randint(earliest, max(earliest, min(first, length - limit)))
    return low, low + limit


@dataclass(frozen=True)
class Batch:
    """Examples of like length as tensors of shape (batch, length), with the gold places as 0/1 masks."""

    input_ids: Tensor
    attention_mask: Tensor
    token_type_ids: Tensor
    starts: Tensor
    ends: Tensor
    examples: tuple[Example, ...]


def collate(items: Sequence[Example]) -> Batch:
    """Pad the examples to the longest of them."""
    length = max(len(item.tokens) for item in items)
    shape = (len(items), length)
    ids, mask, segments = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    starts, ends = torch.zeros(shape, dtype=torch.bool), torch.zeros(shape, dtype=torch.bool)
    for line, item in enumerate(items):
        size = len(item.tokens)
        ids[line, :size] = torch.tensor(item.tokens)
        mask[line, :size] = 1
        segments[line, item.first : size] = 1
        for start, end in item.spans:
            starts[line, start] = True
            ends[line, end] = True
    return Batch(ids, mask, segments, starts, ends, tuple(items))


def batches(items: Iterable[Example], tokens: int, chance: random.Random) -> list[list[Example]]:
    """Group examples of like length into lists of about ``tokens`` tokens, in random order."""
    ordered = sorted(items, key=lambda item: (len(item.tokens), chance.random()))
    groups: list[list[Example]] = []
    for item in ordered:
        if groups and (len(groups[-1]) + 1) * len(item.tokens) <= tokens:
            groups[-1].append(item)
        else:
            groups.append([item])
    chance.shuffle(groups)
    return groups
