"""What the export writes computes what was trained; needs the ``train`` extra."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import pytest

torch = pytest.importorskip("torch")
encoder = pytest.importorskip("qa.training.encoder")
exporting = pytest.importorskip("qa.training.export")
smoothing = pytest.importorskip("qa.training.smoothing")

SHAPE = encoder.Shape(vocabulary=50, positions=40, layers=2, width=24, heads=3, inner=48)


def scores(model: Path, inputs: dict[str, np.ndarray]) -> np.ndarray:
    return np.stack(onnxruntime.InferenceSession(str(model)).run(None, inputs))


@pytest.mark.filterwarnings("ignore")
def test_the_exported_model_scores_as_the_trained_one(tmp_path: Path) -> None:
    torch.manual_seed(0)
    model = encoder.ReaderModel(SHAPE).eval()
    full, small = tmp_path / "full.onnx", tmp_path / "small.onnx"
    ids = torch.randint(1, 50, (3, 17))
    segments = (torch.arange(17) > 5).long().expand(3, -1).contiguous()
    exporting.export(smoothing.evened(model, [(ids, None, segments)]), full)
    exporting.quantise(full, small)
    with torch.no_grad():
        expected = torch.stack(model(ids, None, segments)).numpy()
    inputs = {"input_ids": ids.numpy(), "token_type_ids": segments.numpy()}
    assert np.allclose(scores(full, inputs), expected, atol=1e-4)
    assert np.allclose(scores(small, inputs), expected, atol=0.2)
    assert small.stat().st_size < full.stat().st_size


def test_every_weight_has_a_name_of_berts() -> None:
    model = encoder.ReaderModel(SHAPE)
    named = exporting.hugging_face_weights(model)
    assert sum(weight.numel() for weight in named.values()) == sum(w.numel() for w in model.parameters())
    fused = model.layers[1].query_key_value.weight
    query = named["bert.encoder.layer.1.attention.self.query.weight"]
    assert torch.equal(query, fused[: SHAPE.width])
