"""The sets that are trained on, by name: files of the data folder, and the questions written for this."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from qa.training.rows import GoldSpan, Row, read_rows

# The name under which the written questions are a set beside the files.
WRITTEN = "written"
_QUESTIONS = Path(__file__).with_name("written.jsonl.gz")


class WrittenQuestion(BaseModel):
    """A question to a context of a public set, in other words than its own or in vain.

    ``context`` is the digest of that context, for the sets are not part of this package; ``answer`` is the
    slice of it that answers, None where nothing does.
    """

    model_config = ConfigDict(frozen=True)
    of: str
    context: str
    question: str
    answer: tuple[int, int] | None


def set_names(data: Path) -> list[str]:
    """Return the names of all sets, those of the folder's ``train`` in order and the written one last."""
    return [*(path.name.split(".")[0] for path in sorted((data / "train").glob("*.jsonl.gz"))), WRITTEN]


def read_set(data: Path, name: str) -> list[Row]:
    """Return the rows of a set; raises OSError where there is none of this name."""
    if name == WRITTEN:
        return list(_written(data))
    return read_rows(data / "train" / f"{name}.jsonl.gz")


def digest(context: str) -> str:
    """Return what a written question knows its context by."""
    return blake2b(context.encode(), digest_size=8).hexdigest()


def _written(data: Path) -> Iterator[Row]:
    for number, asked in enumerate(written_questions()):
        context = _contexts(data, asked.of).get(asked.context)
        if context is not None:
            yield Row(
                id=f"{WRITTEN}-{number}",
                question=asked.question,
                context=context,
                answers=tuple(_wherever(asked.answer, context)),
                source=WRITTEN,
            )


def written_questions() -> list[WrittenQuestion]:
    """Return the questions that were written for this project."""
    with gzip.open(_QUESTIONS, "rt", encoding="utf-8") as lines:
        return [WrittenQuestion.model_validate_json(line) for line in lines]


@cache
def _contexts(data: Path, name: str) -> dict[str, str]:
    return {digest(row.context): row.context for row in read_rows(data / "train" / f"{name}.jsonl.gz")}


def _wherever(answer: tuple[int, int] | None, context: str) -> Iterator[GoldSpan]:
    """Yield the answer at every place where its words stand, as the public sets do."""
    if answer:
        text = context[slice(*answer)]
        for found in re.finditer(re.escape(text), context):
            yield GoldSpan(text=text, start=found.start())
