"""Make a trained reader's products fit for 8 bits, without changing what it computes.

A product in 8 bits has one step for all that goes into it, so that a few large values leave the
others hardly any steps. They are large in two ways, and each is evened out where it stands:

- In the normalised values, a few *channels* are always ten times the others. Each channel is divided
  by a factor, and its weights are multiplied by it ("SmoothQuant", Xiao et al. 2023).
- Between the two feed-forward products of some layers, a few *tokens* are. Each token's values are divided
  by the largest of them, and its product is multiplied by it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable

import torch
from torch import Tensor, nn

from qa.training.encoder import ReaderModel

# How much of the unevenness of channels goes from the values into the weights, in 0..1. Of 0.5, 0.65
# and 0.8 this kept the leads nearest to those of 32 bits.
MIGRATED = 0.65
# No factor may vanish.
_LEAST = 1e-3
# As far as a GELU goes below zero: what is divided by at least this stays within -1..1.
_BELOW_ZERO = 0.17
_UNEVEN_CHANNELS = ("query_key_value", "widen")
_UNEVEN_TOKENS = "narrow"
# Where the greatest token's greatest value is so many times the usual token's, tokens are evened out.
_UNEVEN = 4.0


class EvenChannels(nn.Module):
    """A product whose input is divided by a factor for each channel, and its weights multiplied."""

    def __init__(self, product: nn.Linear, highest: Tensor) -> None:
        """``highest`` is the greatest amount seen in each input channel."""
        super().__init__()
        heaviest = product.weight.detach().abs().amax(0).clamp(min=_LEAST)
        factor = highest.clamp(min=_LEAST) ** MIGRATED / heaviest ** (1 - MIGRATED)
        self.shrink: Tensor
        self.register_buffer("shrink", 1 / factor)
        self.product = nn.Linear(product.in_features, product.out_features)
        self.product.load_state_dict({"weight": product.weight * factor, "bias": product.bias})

    def forward(self, values: Tensor) -> Tensor:
        """Map (…, inputs) to (…, outputs)."""
        return self.product(values * self.shrink)


class EvenTokens(nn.Module):
    """A product whose input is divided by each token's greatest value, and its output multiplied."""

    def __init__(self, product: nn.Linear) -> None:
        super().__init__()
        self.weight, self.bias = product.weight, product.bias

    def forward(self, values: Tensor) -> Tensor:
        """Map (…, inputs) to (…, outputs); the inputs come from a GELU."""
        greatest = values.amax(-1, keepdim=True).clamp(min=_BELOW_ZERO)
        return (values / greatest) @ self.weight.T * greatest + self.bias


def evened(model: ReaderModel, batches: Iterable[tuple[Tensor, Tensor, Tensor]]) -> ReaderModel:
    """Return a copy that scores as the model does, its products evened out for inputs like these."""
    model = copy.deepcopy(model)
    # The greatest amount in each channel, and in each token, of what goes into a product.
    highest: dict[nn.Module, Tensor] = {}
    greatest: dict[nn.Module, list[Tensor]] = {}

    def watch(module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        amounts = inputs[0].detach().abs().flatten(0, -2)
        highest[module] = torch.maximum(highest.get(module, amounts.amax(0)), amounts.amax(0))
        greatest.setdefault(module, []).append(amounts.amax(1))

    places = [(layer, name) for layer in model.layers for name in _UNEVEN_CHANNELS]
    watched = [getattr(layer, name) for layer, name in places]
    watched += [getattr(layer, _UNEVEN_TOKENS) for layer in model.layers]
    handles = [product.register_forward_pre_hook(watch) for product in watched]
    with torch.no_grad():
        for inputs in batches:
            model(*inputs)
    for handle in handles:
        handle.remove()
    for layer, name in places:
        product = getattr(layer, name)
        setattr(layer, name, EvenChannels(product, highest[product]))
    for layer in model.layers:
        product = getattr(layer, _UNEVEN_TOKENS)
        tokens = torch.cat(greatest[product])
        if tokens.max() > _UNEVEN * tokens.median():
            setattr(layer, _UNEVEN_TOKENS, EvenTokens(product))
    return model
