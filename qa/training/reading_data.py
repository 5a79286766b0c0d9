"""Reading-comprehension rows in, batches of token numbers with the answers' places out."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from qa.training.rows import GoldSpan, Row, Sheaf

# The encoder's numbers for [CLS] and [SEP], as in every uncased BERT.
CLS, SEP = 101, 102


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
    sheaves: Sequence[Sheaf], tokenizer: Tokenizer, limits: Limits, chance: random.Random
) -> Iterator[list[Example]]:
    """Tokenise sheaves; a context over the limit is cut to a random window around an answer.

    A row whose answers fall outside the limits, or between tokens, is left out, and its
    sheaf with it.
    """
    cut = _cut([row for sheaf in sheaves for row in sheaf], tokenizer, limits, chance)
    for sheaf in sheaves:
        read = [next(cut) for _ in sheaf]
        if read[0] is not None:
            yield [example for example in read if example is not None]


def _cut(
    rows: Sequence[Row], tokenizer: Tokenizer, limits: Limits, chance: random.Random
) -> Iterator[Example | None]:
    questions = tokenizer.encode_batch([row.question for row in rows], add_special_tokens=False)
    contexts = tokenizer.encode_batch([row.context for row in rows], add_special_tokens=False)
    begin, separator = CLS, SEP
    for row, question, context in zip(rows, questions, contexts, strict=True):
        gold = [span for span in (_token_span(answer, context.offsets) for answer in row.answers) if span]
        if row.answers and not gold:
            yield None
            continue
        low, high = _window(len(context.ids), gold, limits.context, chance)
        head = [begin, *question.ids[: limits.question], separator]
        inside = {(a - low + len(head), b - low + len(head)) for a, b in gold if low <= a and b < high}
        if gold and not inside:
            yield None
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
    """Examples of like length as tensors of shape (batch, length), with the gold places as 0/1 masks.

    ``context`` marks the tokens that can be an answer; ``sheaf`` (batch,) numbers the
    questions and ``answers`` (batch,) tells whose context holds the answer.
    """

    input_ids: Tensor
    attention_mask: Tensor
    token_type_ids: Tensor
    starts: Tensor
    ends: Tensor
    context: Tensor
    sheaf: Tensor
    answers: Tensor
    examples: tuple[Example, ...]


def collate(sheaves: Sequence[Sequence[Example]]) -> Batch:
    """Pad the examples of the sheaves to the longest of them."""
    items = [item for sheaf in sheaves for item in sheaf]
    length = max(len(item.tokens) for item in items)
    shape = (len(items), length)
    ids, mask, segments = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    starts, ends, context = (torch.zeros(shape, dtype=torch.bool) for _ in range(3))
    for line, item in enumerate(items):
        size = len(item.tokens)
        ids[line, :size] = torch.tensor(item.tokens)
        mask[line, :size] = 1
        segments[line, item.first : size] = 1
        context[line, item.first : size - 1] = True
        for start, end in item.spans:
            starts[line, start] = True
            ends[line, end] = True
    return Batch(
        input_ids=ids,
        attention_mask=mask,
        token_type_ids=segments,
        starts=starts,
        ends=ends,
        context=context,
        sheaf=torch.tensor([number for number, sheaf in enumerate(sheaves) for _ in sheaf]),
        answers=torch.tensor([bool(item.row.answers) for item in items]),
        examples=tuple(items),
    )


def batches(
    sheaves: Iterable[list[Example]], tokens: int, chance: random.Random
) -> list[list[list[Example]]]:
    """Group sheaves of like length into lists of about ``tokens`` tokens, in random order."""
    ordered = sorted(sheaves, key=lambda sheaf: (_longest(sheaf), chance.random()))
    groups: list[list[list[Example]]] = []
    rows = 0
    for sheaf in ordered:
        if groups and (rows + len(sheaf)) * _longest(sheaf) <= tokens:
            groups[-1].append(sheaf)
            rows += len(sheaf)
        else:
            groups.append([sheaf])
            rows = len(sheaf)
    chance.shuffle(groups)
    return groups


def _longest(sheaf: Sequence[Example]) -> int:
    return max(len(item.tokens) for item in sheaf)
