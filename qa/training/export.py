"""Turn a checkpoint into what ships: ``python -m qa.training.export --work DIR --into DIR``.

Writes ``model.onnx`` with 8-bit weights (``--full`` keeps 32 bits) and ``tokenizer.json``;
``--transformers`` writes the folder that the ``transformers`` library reads instead, for other tools.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer
from safetensors.torch import save_file
from torch import Tensor

from qa.training.encoder import ReaderModel
from qa.training.reader import CHECKPOINT, encoder_folder

_INPUTS = ["input_ids", "attention_mask", "token_type_ids"]
_OUTPUTS = ["start", "end"]
_OPSET = 17
# The layers' products that are computed in blocks (see quantise), and how many inputs make one.
_FEED_FORWARD = ("/widen/", "/narrow/")
_BLOCK = 128
_PRODUCTS_OF_8_BITS = 4  # onnxruntime's number for that accuracy
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


def load_checkpoint(path: Path) -> ReaderModel:
    """Return the trained model, ready to read."""
    model = ReaderModel()
    model.load_state_dict(torch.load(path, weights_only=True, mmap=True)["model"])
    return model.eval()


def export(model: ReaderModel, path: Path) -> None:
    """Write the model as ONNX with 32-bit weights, for any batch and length."""
    sample = tuple(torch.ones((2, 8), dtype=torch.long) for _ in _INPUTS)
    axes = {name: {0: "batch", 1: "length"} for name in (*_INPUTS, *_OUTPUTS)}
    torch.onnx.export(
        model,
        sample,
        str(path),
        input_names=_INPUTS,
        output_names=_OUTPUTS,
        dynamic_axes=axes,
        opset_version=_OPSET,
        dynamo=False,
    )


def quantise(full: Path, small: Path) -> None:
    """Write a copy with 8-bit weights.

    The feed-forward products, whose inputs hold a few very large values, get one scale for each row
    and block of inputs: with one for a whole input, one answer in seven was cut otherwise than with
    32 bits, with these one in thirty. The other products, where that is harmless and quicker, get
    one for the input and one for each channel of the weights. Those use 7 of their 8 bits:
    processors without instructions for 8-bit products (VNNI) add two in 16 bits, which might overflow.
    """
    model = onnx.load(full)
    others = [
        node.name
        for node in model.graph.node
        if node.op_type == "MatMul" and not any(part in node.name for part in _FEED_FORWARD)
    ]
    in_blocks = MatMulNBitsQuantizer(
        model,
        nodes_to_exclude=others,
        algo_config=DefaultWeightOnlyQuantConfig(
            block_size=_BLOCK, is_symmetric=True, accuracy_level=_PRODUCTS_OF_8_BITS, bits=8
        ),
    )
    in_blocks.process()
    with tempfile.TemporaryDirectory() as folder:
        half = Path(folder) / "half.onnx"
        in_blocks.model.save_model_to_file(str(half), False)
        quantize_dynamic(
            half,
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
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--full", action="store_true", help="keep 32-bit weights")
    form.add_argument("--transformers", action="store_true", help="for the transformers library, not ONNX")
    given = parser.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    model = load_checkpoint(given.work / CHECKPOINT)
    if given.transformers:
        save_for_transformers(model, given.into)
    elif given.full:
        export(model, given.into / "model.onnx")
    else:
        with tempfile.TemporaryDirectory() as folder:
            full = Path(folder) / "model.onnx"
            export(model, full)
            quantise(full, given.into / "model.onnx")
    shutil.copy(encoder_folder() / "tokenizer.json", given.into / "tokenizer.json")
    print(f"{given.into}: {sum(p.stat().st_size for p in given.into.iterdir()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
