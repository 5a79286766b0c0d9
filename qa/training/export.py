"""Turn a checkpoint into what ships: ``python -m qa.training.export --work DIR --into DIR``.

Writes ``model.onnx`` with 8-bit weights (``--full`` keeps 32 bits) and ``tokenizer.json``.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from qa.training.encoder import ReaderModel
from qa.training.reader import CHECKPOINT, encoder_folder

_INPUTS = ["input_ids", "attention_mask", "token_type_ids"]
_OUTPUTS = ["start", "end"]
_OPSET = 17


def load_checkpoint(path: Path) -> ReaderModel:
    """Return the trained model, ready to read."""
    model = ReaderModel()
    model.load_state_dict(torch.load(path, weights_only=True)["model"])
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
    """Write a copy with 8-bit weights, one scale per output channel."""
    quantize_dynamic(
        full, small, op_types_to_quantize=["MatMul", "Gather"], per_channel=True, weight_type=QuantType.QInt8
    )


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--work", type=Path, required=True, help="where qa.training.reader kept its checkpoint"
    )
    parser.add_argument("--into", type=Path, required=True, help="folder for model.onnx and tokenizer.json")
    parser.add_argument("--full", action="store_true", help="keep 32-bit weights")
    given = parser.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "model.onnx"
        export(load_checkpoint(given.work / CHECKPOINT), full)
        if given.full:
            shutil.copy(full, given.into / "model.onnx")
        else:
            quantise(full, given.into / "model.onnx")
    shutil.copy(encoder_folder() / "tokenizer.json", given.into / "tokenizer.json")
    print(f"{given.into}: {sum(p.stat().st_size for p in given.into.iterdir()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
