"""Make a trained reader's products fit for 8 bits, without changing what it computes.

A few channels of what goes into a product hold values ten times those of the others, so that one
scale for all of them leaves the others hardly any steps. Each channel is divided by a factor and its
weights are multiplied by it ("SmoothQuant", Xiao et al. 2023), which changes no product.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable

import torch
from torch import Tensor, nn

from qa.training.encoder import ReaderModel

# How much of the unevenness goes from the values into the weights, in 0..1. The authors' 0.5 suits
# weights with one scale for all; ours have one for each output, and bear more.
MIGRATED = 0.8
# No factor may vanish.
_LEAST = 1e-3
_PRODUCTS = ("query_key_value", "attended", "widen", "narrow")


class EvenedProduct(nn.Module):
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


def evened(model: ReaderModel, batches: Iterable[tuple[Tensor, Tensor, Tensor]]) -> ReaderModel:
    """Return a copy that scores as the model does, its products evened out for inputs like these."""
    model = copy.deepcopy(model)
    highest: dict[nn.Module, Tensor] = {}

    def watch(module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        values = inputs[0].detach().abs().flatten(0, -2).amax(0)
        highest[module] = torch.maximum(highest.get(module, values), values)

    places = [(layer, name) for layer in model.layers for name in _PRODUCTS]
    handles = [getattr(layer, name).register_forward_pre_hook(watch) for layer, name in places]
    with torch.no_grad():
        for inputs in batches:
            model(*inputs)
    for handle in handles:
        handle.remove()
    for layer, name in places:
        product = getattr(layer, name)
        setattr(layer, name, EvenedProduct(product, highest[product]))
    return model
