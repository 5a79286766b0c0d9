"""Haystack 2's extractive reader, to be compared with ours; runs in an environment of its own.

    python -m venv hay && hay/bin/pip install 'haystack-ai<3' 'transformers[torch,sentencepiece]'

Needs nothing of this project: tests.benchmarks.reading runs it with that environment's Python.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

# Read by the libraries as they are imported: nothing goes over the network.
os.environ |= {
    "HAYSTACK_TELEMETRY_ENABLED": "False",
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_VERBOSITY": "error",
}

import torch
from haystack import Document
from haystack.components.readers import ExtractiveReader


class _WithSegments:
    """A model that is told which tokens are the question's and which the passage's.

    Haystack leaves these numbers out, as suits the models it expects; one trained with
    them answers worse without.
    """

    def __init__(self, model: Any, separator: int) -> None:
        self._model, self._separator = model, separator

    def __call__(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> Any:
        separators = (input_ids == self._separator).long()
        segments = (separators.cumsum(1) - separators).clamp(max=1)
        return self._model(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=segments)


def opened(folder: Path, *, segments: bool) -> Callable[[str, Sequence[str]], tuple[str, float]]:
    """Load the model in the folder, as transformers keeps it, and return what reads with it.

    ``segments`` tells the model which tokens are the passage's, which Haystack does not do by itself.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # Haystack 3 moves the reader to another package
        reader = ExtractiveReader(model=folder, no_answer=False)
    reader.warm_up()
    if segments:
        reader.model = _WithSegments(reader.model, reader.tokenizer.sep_token_id)

    def reads(question: str, texts: Sequence[str]) -> tuple[str, float]:
        documents = [Document(content=text) for text in texts]
        best = reader.run(query=question, documents=documents, top_k=3)["answers"]
        return (best[0].data or "", best[0].score) if best else ("", -float("inf"))

    return reads
