"""Readers in processes of their own, asked over a pipe: see tests.benchmarks.reading_worker."""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

_HERE = Path(__file__).parents[2]


class NotMeasuredError(Exception):
    """A reader's process ended before it had answered; the message is the last thing it said."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A reader to measure: its name, the Python that runs it, and the worker's arguments."""

    name: str
    python: Path
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """The best span's words, empty for none, its score, and the seconds it took."""

    text: str
    score: float
    seconds: float


class Process:
    """A running reader; ``imported`` and ``loaded`` are the seconds that each took."""

    def __init__(self, process: subprocess.Popen[str], errors: IO[str]) -> None:
        self._process, self._errors = process, errors
        ready = self._heard()
        self.imported, self.loaded = float(ready["imported"]), float(ready["loaded"])

    def read(self, question: str, texts: Sequence[str]) -> Said:
        """Have it read; raises NotMeasuredError when it fails."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps({"question": question, "texts": list(texts)}) + "\n")
        self._process.stdin.flush()
        return Said(**self._heard())

    def megabytes(self) -> float:
        """End it, and return what it held in memory."""
        assert self._process.stdin
        self._process.stdin.close()
        return float(self._heard()["megabytes"])

    def _heard(self) -> dict[str, Any]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            self._process.wait()
            self._errors.seek(0)
            said = self._errors.read().strip().splitlines()
            raise NotMeasuredError(said[-1] if said else "it ended without a word")
        heard: dict[str, Any] = json.loads(line)
        return heard


@contextmanager
def running(contender: Contender) -> Iterator[Process]:
    """Start a contender and end it on leaving; raises NotMeasuredError when it cannot run."""
    command = [str(contender.python), "-m", "tests.benchmarks.reading_worker", *contender.arguments]
    pipe = subprocess.PIPE
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors,
        subprocess.Popen(
            command, cwd=_HERE, stdin=pipe, stdout=pipe, stderr=errors, text=True, encoding="utf-8"
        ) as process,
    ):
        try:
            yield Process(process, errors)
        finally:
            process.kill()


def first_answer(contender: Contender, question: str, texts: Sequence[str]) -> float:
    """Return the seconds from starting the process to its first answer."""
    began = time.perf_counter()
    with running(contender) as process:
        process.read(question, texts)
        return time.perf_counter() - began
