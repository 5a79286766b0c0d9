"""A teacher: a reader trained before, whose scores another learns beside the gold answers.

The gold answer says where one answer stands; the scores of a teacher also say how likely every other
place is, and how little a passage that was only taken for a wrong one lacks. A reader taught by
another of its own size tends to come out better than its teacher ("Born-again networks",
Furlanello et al. 2018); softened as by Hinton et al. (2015).
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor

from qa.training.encoder import OUT_OF_REACH, ReaderModel
from qa.training.reading_data import Batch


class Teacher:
    """A frozen reader."""

    def __init__(self, checkpoint: Path, temperature: float) -> None:
        """Read the weights of a run's checkpoint; the higher ``temperature``, the softer its scores."""
        self._temperature = temperature
        self._model = ReaderModel()
        self._model.load_state_dict(torch.load(checkpoint, weights_only=True)["model"])
        self._model.eval().requires_grad_(False)
        self._compiled = torch.compile(self._model, dynamic=True)

    def loss(self, batch: Batch, start: Tensor, end: Tensor) -> Tensor:
        """Return how far the learner's scores, each (batch, length), are from the teacher's.

        The sum over starts and ends of the cross entropy between the softened chances, times the
        square of the temperature, which keeps the size of its gradient beside that of a gold answer.
        """
        with torch.no_grad():
            own = self._compiled(batch.input_ids, batch.attention_mask, batch.token_type_ids)
        total = sum(
            (
                self._cross_entropy(learnt, taught, batch.attention_mask)
                for learnt, taught in zip((start, end), own, strict=True)
            ),
            start=torch.zeros(()),
        )
        return total * self._temperature**2

    def _cross_entropy(self, learnt: Tensor, taught: Tensor, mask: Tensor) -> Tensor:
        out = (1.0 - mask.float()) * OUT_OF_REACH
        chances = (taught.float() / self._temperature + out).softmax(-1)
        return -(chances * (learnt.float() / self._temperature + out).log_softmax(-1)).sum(-1).mean()
