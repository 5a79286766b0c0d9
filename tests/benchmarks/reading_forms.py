"""The same trained weights in every form that can be compared, made from one checkpoint."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qa.neural import MODEL, VOCABULARY
from qa.readers import SHIPPED
from tests.benchmarks.reading_process import Contender

_HERE = Path(__file__).parents[2]
_OWN = Path(sys.executable)
# The trainer's name for its checkpoint; qa.training.reader itself needs PyTorch to be imported.
_CHECKPOINT = "checkpoint.pt"


@dataclass(frozen=True, slots=True)
class Sources:
    """Where weights and environments lie: None for what is not to be compared.

    ``trained`` is qa.training.reader's work folder, ``torch`` a Python with the ``train`` extra,
    ``haystack`` one with Haystack, ``others`` folders of further readers.
    """

    trained: Path | None
    torch: Path
    haystack: Path | None
    others: tuple[Path, ...]


def contenders(sources: Sources, into: Path) -> Iterator[Contender]:
    """Yield who can be compared, writing the forms they read into a folder."""
    if sources.trained is not None:
        yield from _of_one_checkpoint(sources, sources.trained, into)
    yield Contender("ONNX int8, the first alone", _OWN, ("onnx", str(_first_alone(into / "first"))))
    yield Contender("ONNX int8, both, as they ship", _OWN, ("onnx", str(SHIPPED)))
    for folder in sources.others:
        yield Contender(folder.name, _OWN, ("onnx", str(folder.absolute())))


def _of_one_checkpoint(sources: Sources, trained: Path, into: Path) -> Iterator[Contender]:
    full, hugging_face = into / "fp32", into / "transformers"
    for folder, option in ((full, "--full"), (hugging_face, "--transformers")):
        _export(sources.torch, trained, folder, option)
    (full / _CHECKPOINT).symlink_to((trained / _CHECKPOINT).absolute())
    yield Contender("PyTorch fp32", sources.torch, ("pytorch", str(full)))
    yield Contender("ONNX fp32", _OWN, ("onnx", str(full)))
    if sources.haystack is not None:
        yield Contender("Haystack", sources.haystack, ("haystack", str(hugging_face)))
        kind = "haystack-with-segments"
        yield Contender("Haystack, told segments", sources.haystack, (kind, str(hugging_face)))


def _first_alone(folder: Path) -> Path:
    """Return the folder, with what ships in it but for the second model."""
    folder.mkdir()
    for name in (MODEL, VOCABULARY):
        (folder / name).symlink_to(SHIPPED / name)
    return folder


def _export(python: Path, trained: Path, into: Path, option: str) -> None:
    command = [str(python), "-m", "qa.training.export", "--work", str(trained.absolute())]
    done = subprocess.run(
        [*command, "--into", str(into), option], cwd=_HERE, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"The weights could not be exported:\n{done.stderr}")
