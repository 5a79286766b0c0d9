"""One reader in a process of its own, so that its start-up and its memory can be told.

    python -m tests.benchmarks.reading_worker KIND [FOLDER]

First writes a line {"imported", "loaded"}: the seconds that importing and loading took. Then answers
each line {"question", "texts"} of standard input with a line {"text", "score", "seconds"}: the best
span, its score and the time of the reading alone. At the end of the input it writes {"megabytes"},
what it then holds in memory. Each KIND imports only what it needs, so that it runs in any
environment that has that.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

# A question and texts in, the best span's words and score out; empty words for no span.
Reads = Callable[[str, Sequence[str]], tuple[str, float]]
# Importing is one call, opening with what was imported the next.
Imports = Callable[[Path], Callable[[], Reads]]

_STATUS = Path("/proc/self/status")


def _onnx(folder: Path) -> Callable[[], Reads]:
    from qa.neural import NeuralReader  # isort: skip  silences what onnxruntime would report

    import onnxruntime  # noqa: F401
    import tokenizers  # noqa: F401

    def opened() -> Reads:
        reader = NeuralReader(folder)
        reader.load()
        return _reads(reader)

    return opened


def _pytorch(folder: Path) -> Callable[[], Reads]:
    """Read as the shipped reader does, with scores computed in PyTorch; the folder holds a checkpoint too."""
    import tokenizers  # noqa: F401
    import torch

    from qa.neural import NeuralReader
    from qa.training.export import load_checkpoint
    from qa.training.reader import CHECKPOINT

    class Session:
        def __init__(self) -> None:
            self.model = load_checkpoint(folder / CHECKPOINT)

        def get_inputs(self) -> list[Any]:
            from types import SimpleNamespace

            names = ("input_ids", "attention_mask", "token_type_ids")
            return [SimpleNamespace(name=name) for name in names]

        def run(self, _: None, inputs: Mapping[str, Any]) -> list[Any]:
            with torch.inference_mode():
                scores = self.model(**{name: torch.from_numpy(array) for name, array in inputs.items()})
            return [part.numpy() for part in scores]

    def opened() -> Reads:
        reader = NeuralReader(folder)
        reader._first.session = Session()
        reader.load()
        return _reads(reader)

    return opened


def _haystack(folder: Path) -> Callable[[], Reads]:
    from tests.benchmarks import haystack_reader

    return lambda: haystack_reader.opened(folder, segments=False)


def _haystack_with_segments(folder: Path) -> Callable[[], Reads]:
    from tests.benchmarks import haystack_reader

    return lambda: haystack_reader.opened(folder, segments=True)


KINDS: Mapping[str, Imports] = {
    "onnx": _onnx,
    "pytorch": _pytorch,
    "haystack": _haystack,
    "haystack-with-segments": _haystack_with_segments,
}


def _reads(reader: Any) -> Reads:
    """Give a ``qa.reader.Reader`` the plain form that every kind has here."""
    from index.passages import Kind, Passage

    def reads(question: str, texts: Sequence[str]) -> tuple[str, float]:
        passages = [Passage(str(n), 0, len(text), Kind.BODY, text) for n, text in enumerate(texts)]
        spans = reader.read(question, passages)
        return (spans[0].text, spans[0].score) if spans else ("", -float("inf"))

    return reads


def megabytes() -> float:
    """Return what this process holds in memory; where the system does not tell, the most it held."""
    if _STATUS.exists():
        resident = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmRSS"))
        return int(resident.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024**2 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Answer until the input ends."""
    kind, folder = sys.argv[1], Path(sys.argv[2] if len(sys.argv) > 2 else ".")
    # What libraries print must not come between the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def say(**said: object) -> None:
        answers.write(json.dumps(said) + "\n")
        answers.flush()

    began = time.perf_counter()
    opened = KINDS[kind](folder)
    imported = time.perf_counter()
    reads = opened()
    say(imported=imported - began, loaded=time.perf_counter() - imported)
    for line in sys.stdin:
        asked = json.loads(line)
        began = time.perf_counter()
        text, score = reads(asked["question"], asked["texts"])
        say(text=text, score=score, seconds=time.perf_counter() - began)
    say(megabytes=megabytes())


if __name__ == "__main__":
    main()
