"""The encoders of the readers in plain PyTorch: a BERT, or an MPNet, with a start/end head.

Written out rather than taken from a model library so that a training step holds nothing
but what two CPU cores must compute: one fused projection for query, key and
value, frozen word embeddings. The weights they start from are those of all-MiniLM-L6-v2 and
all-mpnet-base-v2 (both Apache-2.0); see ``qa.training.published``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from qa.training.reading_data import CLS, PAD, SEP

# Scores of positions that can hold no answer are lowered by this before the softmax;
# large enough to vanish in it, small enough for half precision.
OUT_OF_REACH = -1e4
# Distances between tokens from here on are one to MPNet (Song et al. 2020), as to T5.
_FURTHEST = 128
# MPNet's vocabulary is that of every uncased BERT behind four entries of its own: <s>, <pad>, </s> and <unk>.
# The first three of these stand for BERT's [CLS], [PAD] and [SEP] here, so that both read the same tokens.
_MPNET_SHIFT = 4
_MPNET_OWN = {CLS: 0, PAD: 1, SEP: 2}
# Its first two positions stand for padding.
_MPNET_FIRST_POSITION = 2


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
    # How many distances between two tokens each head tells apart, half of them backwards; 0 for BERT, which
    # knows positions alone.
    distances: int = 0
    # The share of what each layer adds that is left out at random while it learns.
    dropout: float = 0.0


MPNET = Shape(layers=12, width=768, inner=3072, norm_epsilon=1e-5, distances=32)


class Attention(nn.Module):
    """What each token takes from the others: the values, mixed by how queries and keys fit."""

    def __init__(self, heads: int) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, projected: Tensor, bias: Tensor | None) -> Tensor:
        """Map queries, keys and values, (batch, length, 3 * width), to (batch, length, width).

        ``bias``, (1 or batch, 1 or heads, 1 or length, length), is added to how they fit; None for nothing.
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
        self.distances = nn.Embedding(shape.distances, shape.heads) if shape.distances else None

    def bias(self, attention_mask: Tensor | None, length: int) -> Tensor | None:
        """Return what is added to how each token fits each other; see ``Attention.forward``."""
        bias = None
        if self.distances is not None:
            far = distance_buckets(length, self.shape.distances).to(self.distances.weight.device)
            bias = self.distances(far).permute(2, 0, 1)[None]
        if attention_mask is not None:
            padded = (1.0 - attention_mask[:, None, None, :].to(self.head.weight.dtype)) * OUT_OF_REACH
            bias = padded if bias is None else bias + padded
        return bias

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
        bias = self.bias(attention_mask, input_ids.shape[1])
        for layer in self.layers:
            hidden = layer(hidden, bias)
        start, end = self.head(hidden).unbind(-1)
        return start, end


def distance_buckets(length: int, buckets: int) -> Tensor:
    """Return which of the ``buckets`` the distance from each token to each other is in; (length, length).

    Half of them are for what stands behind. Of either half the first half is a distance each, and the others
    widen with the logarithm up to ``_FURTHEST`` (Raffel et al. 2020, section 2.1).
    """
    places = torch.arange(length)
    behind = places[:, None] - places[None, :]
    half, exact = buckets // 2, buckets // 4
    away = behind.abs()
    widening = torch.log(away.clamp(min=1) / exact) / math.log(_FURTHEST / exact) * (half - exact)
    wide = (exact + widening.long()).clamp(max=half - 1)
    return (behind < 0) * half + torch.where(away < exact, away, wide)


def shape_of(weights: Mapping[str, Tensor]) -> Shape:
    """Return the shape of the model that has these weights: MPNet's where it knows distances, else BERT's."""
    layers = len({name.split(".")[1] for name in weights if name.startswith("layers.")})
    return replace(MPNET if "distances.weight" in weights else Shape(), layers=layers)


def from_minilm(folder: Path, dropout: float = 0.0) -> ReaderModel:
    """Build the model from all-MiniLM-L6-v2's weights; the head starts at random.

    ``folder`` holds ``model.safetensors``. Raises KeyError when a weight is missing.
    """
    published = load_file(str(folder / "model.safetensors"))
    model = ReaderModel(Shape(dropout=dropout))
    own = _layers(model.shape, published, _BERT_NAMES)
    own["positions.weight"] = published["embeddings.position_embeddings.weight"]
    own["segments.weight"] = published["embeddings.token_type_embeddings.weight"]
    own["words.weight"] = published["embeddings.word_embeddings.weight"]
    model.load_state_dict(model.state_dict() | own)
    return model


def from_mpnet(folder: Path, layers: int, dropout: float = 0.0) -> ReaderModel:
    """Build the model from the lowest layers of all-mpnet-base-v2; the head starts at random.

    MPNet does not tell segments apart, so these start as nothing. See ``from_minilm``.
    """
    published = load_file(str(folder / "model.safetensors"))
    model = ReaderModel(replace(MPNET, layers=layers, dropout=dropout))
    own = _layers(model.shape, published, _MPNET_NAMES)
    words = published["embeddings.word_embeddings.weight"]
    own["words.weight"] = words[_MPNET_SHIFT : _MPNET_SHIFT + model.shape.vocabulary].clone()
    for token, there in _MPNET_OWN.items():
        own["words.weight"][token] = words[there]
    own["positions.weight"] = published["embeddings.position_embeddings.weight"][_MPNET_FIRST_POSITION:]
    own["segments.weight"] = torch.zeros(2, model.shape.width)
    own["distances.weight"] = published["encoder.relative_attention_bias.weight"]
    model.load_state_dict(model.state_dict() | own)
    return model


# What a layer's parts are called in the published weights; those of one projection are joined.
_BERT_NAMES = {
    "query_key_value": ("attention.self.query", "attention.self.key", "attention.self.value"),
    "attended": ("attention.output.dense",),
    "attention_norm": ("attention.output.LayerNorm",),
    "widen": ("intermediate.dense",),
    "narrow": ("output.dense",),
    "norm": ("output.LayerNorm",),
}
_MPNET_NAMES = _BERT_NAMES | {
    "query_key_value": ("attention.attn.q", "attention.attn.k", "attention.attn.v"),
    "attended": ("attention.attn.o",),
    "attention_norm": ("attention.LayerNorm",),
}


def _layers(
    shape: Shape, published: Mapping[str, Tensor], names: Mapping[str, tuple[str, ...]]
) -> dict[str, Tensor]:
    """Return the weights of the layers, and of the first normalisation, under our names."""
    own = {}
    for part in ("weight", "bias"):
        own[f"norm.{part}"] = published[f"embeddings.LayerNorm.{part}"]
        for number in range(shape.layers):
            for name, sources in names.items():
                there = [published[f"encoder.layer.{number}.{source}.{part}"] for source in sources]
                own[f"layers.{number}.{name}.{part}"] = torch.cat(there)
    return own
