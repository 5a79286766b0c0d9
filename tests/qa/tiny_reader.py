"""A reader small enough to make in a test: it answers with the words in brackets ⟨so⟩.

Its ONNX graph scores "⟨" as the start, "⟩" as the end and every other token as nothing, so
what it must find in a text is plain to see; the no-answer score at [CLS] is given.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "⟨", "⟩")
OPENING, CLOSING, NOTHING = SPECIAL.index("⟨"), SPECIAL.index("⟩"), SPECIAL.index("[CLS]")
BRACKET_SCORE = 8.0


def make_tiny_reader(folder: Path, *, no_answer: float = 1.0) -> Path:
    """Write ``model.onnx`` and ``tokenizer.json`` into ``folder`` and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer(
        models.WordLevel({word: place for place, word in enumerate(SPECIAL)}, unk_token="[UNK]")
    )
    # As BERT's uncased tokenizer does: accents and case go, and no offset may shift for it.
    tokenizer.normalizer = normalizers.BertNormalizer(strip_accents=True, lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Split(Regex("[⟨⟩]"), "isolated")]
    )
    tokenizer.save(str(folder / "tokenizer.json"))

    def scores(name: str, bracket: int) -> list[onnx.NodeProto]:
        return [
            helper.make_node("Equal", ["input_ids", f"{name}_bracket"], [f"{name}_is"]),
            helper.make_node("Cast", [f"{name}_is"], [f"{name}_one"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{name}_one", "bracket_score"], [f"{name}_scored"]),
            helper.make_node("Add", [f"{name}_scored", "at_nothing"], [name]),
        ]

    def constant(name: str, value: object, kind: type[np.generic]) -> onnx.TensorProto:
        return numpy_helper.from_array(np.array(value, dtype=kind), name)

    graph = helper.make_graph(
        [
            helper.make_node("Equal", ["input_ids", "nothing"], ["is_nothing"]),
            helper.make_node("Cast", ["is_nothing"], ["nothing_one"], to=TensorProto.FLOAT),
            helper.make_node("Mul", ["nothing_one", "no_answer"], ["at_nothing"]),
            *scores("start", OPENING),
            *scores("end", CLOSING),
        ],
        "tiny",
        [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"])
            for name in ("input_ids", "attention_mask")
        ],
        [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", "length"])
            for name in ("start", "end")
        ],
        [
            constant("start_bracket", OPENING, np.int64),
            constant("end_bracket", CLOSING, np.int64),
            constant("nothing", NOTHING, np.int64),
            constant("bracket_score", BRACKET_SCORE, np.float32),
            constant("no_answer", no_answer, np.float32),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(folder / "model.onnx"))
    return folder
