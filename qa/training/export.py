"""Turn a checkpoint into what ships: ``python -m qa.training.export --work DIR --data DIR --into DIR``.

Writes ``model.onnx`` (``--second``: ``second.onnx``) with 8-bit weights (``--full`` keeps 32 bits) and
``tokenizer.json``;
``--transformers`` writes the folder that the ``transformers`` library reads instead, for other tools.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import save_file
from torch import Tensor, nn

from qa.neural import MODEL, SECOND, VOCABULARY
from qa.training.encoder import Attention, ReaderModel, shape_of
from qa.training.published import encoder_folder
from qa.training.reader import CHECKPOINT, load_tokenizer
from qa.training.reading_data import Limits, collate, examples
from qa.training.sets import read_set
from qa.training.smoothing import evened

if TYPE_CHECKING:
    from torch._C import Value
    from torch.onnx._internal.torchscript_exporter.jit_utils import GraphContext

# No mask: passages are read one at a time, and nothing is padded.
_INPUTS = ["input_ids", "token_type_ids"]
_OUTPUTS = ["start", "end"]
_OPSET = 17
# Sets of whole passages, and rows of each, that show how great the values in the model become.
_SEEN = ("squad_nqg_test", "squadshifts_new_wiki", "squadshifts_amazon", "qed_nq", "fairytaleqa")
_ROWS_SEEN = 24
_ROWS_AT_ONCE = 12
_QUESTION_TOKENS, _CONTEXT_TOKENS = 40, 200
_SEED = 1
# Our names of a layer's parts, and BERT's.
_OF_A_LAYER = {
    "attended": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "norm": "output.LayerNorm",
}
_EMBEDDINGS = {
    "words": "word_embeddings",
    "positions": "position_embeddings",
    "segments": "token_type_embeddings",
}


class _MultiHeadAttention(torch.autograd.Function):
    """Attention as one operator of onnxruntime, which splits, scales and mixes in one go."""

    @staticmethod
    def forward(
        _: object, query: Tensor, key: Tensor, value: Tensor, heads: int, bias: Tensor | None
    ) -> Tensor:
        return Attention(heads)(torch.cat((query, key, value), -1), bias)

    @staticmethod
    def symbolic(
        graph: GraphContext, query: Value, key: Value, value: Value, heads: int, bias: Value | None
    ) -> Value:
        parts = [query, key, value]
        if bias is not None:
            # The operator has a bias of its own and a mask before it, which are not there.
            none = graph.op("prim::Constant")
            none.setType(torch._C.OptionalType.ofTensor())
            parts += [none, none, bias]
        mixed: Value = graph.op("com.microsoft::MultiHeadAttention", *parts, num_heads_i=heads)
        return mixed.setType(query.type())


class FusedAttention(nn.Module):
    """``Attention`` without a mask, for onnxruntime: some three in a hundred of a passage's time less."""

    def __init__(self, heads: int) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, projected: Tensor, bias: Tensor | None) -> Tensor:
        """Map queries, keys and values, (batch, length, 3 * width), to (batch, length, width)."""
        query, key, value = projected.chunk(3, -1)
        mixed: Tensor = _MultiHeadAttention.apply(query, key, value, self.heads, bias)
        return mixed


def load_checkpoint(path: Path) -> ReaderModel:
    """Return the trained model, ready to read."""
    weights = torch.load(path, weights_only=True, mmap=True)["model"]
    model = ReaderModel(shape_of(weights))
    model.load_state_dict(weights)
    return model.eval()


def export(model: ReaderModel, path: Path) -> None:
    """Write the model as ONNX with 32-bit weights, for any batch of passages of one length."""
    model = copy.deepcopy(model)
    for layer in model.layers:
        layer.attention = FusedAttention(layer.attention.heads)
    sample = torch.ones((2, 8), dtype=torch.long)
    axes = {name: {0: "batch", 1: "length"} for name in (*_INPUTS, *_OUTPUTS)}
    torch.onnx.export(
        model,
        (sample, None, sample),
        str(path),
        input_names=_INPUTS,
        output_names=_OUTPUTS,
        dynamic_axes=axes,
        opset_version=_OPSET,
        dynamo=False,
    )


def inputs_seen(data: Path) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Yield a few batches of training rows as the model takes them."""
    chance = random.Random(_SEED)
    rows = [row for name in _SEEN for row in chance.sample(read_set(data, name), _ROWS_SEEN)]
    limits = Limits(_QUESTION_TOKENS, _CONTEXT_TOKENS)
    seen = list(examples(rows, load_tokenizer(encoder_folder()), limits, chance))
    for low in range(0, len(seen), _ROWS_AT_ONCE):
        batch = collate(seen[low : low + _ROWS_AT_ONCE])
        yield batch.input_ids, batch.attention_mask, batch.token_type_ids


def quantise(full: Path, small: Path) -> None:
    """Write a copy with 8-bit weights, one scale for each channel of a product's output.

    They use 7 of their 8 bits: processors without instructions for 8-bit products (VNNI) add two in
    16 bits, which might overflow.
    """
    quantize_dynamic(
        full,
        small,
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )


def hugging_face_weights(model: ReaderModel) -> dict[str, Tensor]:
    """Return the weights under the names that ``BertForQuestionAnswering`` gives them."""
    own = model.state_dict()
    named: dict[str, Tensor] = {}
    for part in ("weight", "bias"):
        named[f"bert.embeddings.LayerNorm.{part}"] = own[f"norm.{part}"]
        named[f"qa_outputs.{part}"] = own[f"head.{part}"]
        for number in range(model.shape.layers):
            here, there = f"layers.{number}.", f"bert.encoder.layer.{number}."
            fused = own[f"{here}query_key_value.{part}"].chunk(3)
            for name, piece in zip(("query", "key", "value"), fused, strict=True):
                named[f"{there}attention.self.{name}.{part}"] = piece
            for ours, theirs in _OF_A_LAYER.items():
                named[f"{there}{theirs}.{part}"] = own[f"{here}{ours}.{part}"]
    for ours, theirs in _EMBEDDINGS.items():
        named[f"bert.embeddings.{theirs}.weight"] = own[f"{ours}.weight"]
    return {name: weight.contiguous() for name, weight in named.items()}


def save_for_transformers(model: ReaderModel, into: Path) -> None:
    """Write weights, configuration and tokenizer for ``AutoModelForQuestionAnswering``."""
    shape = model.shape
    settings = {
        "architectures": ["BertForQuestionAnswering"],
        "model_type": "bert",
        "vocab_size": shape.vocabulary,
        "max_position_embeddings": shape.positions,
        "num_hidden_layers": shape.layers,
        "hidden_size": shape.width,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.inner,
        "layer_norm_eps": shape.norm_epsilon,
        "hidden_act": "gelu",
        "type_vocab_size": 2,
    }
    (into / "config.json").write_text(json.dumps(settings, indent=1), encoding="utf-8")
    save_file(hugging_face_weights(model), into / "model.safetensors", metadata={"format": "pt"})
    for name in ("tokenizer_config.json", "special_tokens_map.json", "vocab.txt"):
        shutil.copy(encoder_folder() / name, into / name)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--work", type=Path, required=True, help="where qa.training.reader kept its checkpoint"
    )
    parser.add_argument("--into", type=Path, required=True, help="folder for the model and tokenizer.json")
    parser.add_argument(
        "--second", action="store_true", help="write the second model of that folder, second.onnx"
    )
    form = parser.add_mutually_exclusive_group(required=True)
    form.add_argument("--data", type=Path, help="folder with train/*.jsonl.gz, to fit 8 bits to")
    form.add_argument("--full", action="store_true", help="keep 32-bit weights")
    form.add_argument("--transformers", action="store_true", help="for the transformers library, not ONNX")
    given = parser.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    model = load_checkpoint(given.work / CHECKPOINT)
    name = SECOND if given.second else MODEL
    if given.transformers and model.distances is not None:
        parser.error(f"{given.work} is an MPNet's: --transformers writes BERTs alone.")
    elif given.transformers:
        save_for_transformers(model, given.into)
    elif given.full:
        export(model, given.into / name)
    else:
        with tempfile.TemporaryDirectory() as folder:
            full = Path(folder) / "model.onnx"
            export(evened(model, inputs_seen(given.data)), full)
            quantise(full, given.into / name)
    shutil.copy(encoder_folder() / "tokenizer.json", given.into / VOCABULARY)
    print(f"{given.into}: {sum(p.stat().st_size for p in given.into.iterdir()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
