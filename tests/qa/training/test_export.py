"""What the export writes computes what was trained; needs the ``train`` extra."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

torch = pytest.importorskip("torch")
encoder = pytest.importorskip("qa.training.encoder")
exporting = pytest.importorskip("qa.training.export")
smoothing = pytest.importorskip("qa.training.smoothing")

SHAPE = encoder.Shape(vocabulary=50, positions=40, layers=2, width=24, heads=3, inner=48)
WITH_DISTANCES = replace(SHAPE, distances=8)


def scores(model: Path, inputs: dict[str, np.ndarray]) -> np.ndarray:
    return np.stack(onnxruntime.InferenceSession(str(model)).run(None, inputs))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("shape", [SHAPE, WITH_DISTANCES], ids=["BERT", "MPNet"])
def test_the_exported_model_scores_as_the_trained_one(tmp_path: Path, shape: encoder.Shape) -> None:
    torch.manual_seed(0)
    model = encoder.ReaderModel(shape).eval()
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


def test_what_is_padded_changes_nothing_where_distances_count() -> None:
    torch.manual_seed(0)
    model = encoder.ReaderModel(WITH_DISTANCES).eval()
    ids = torch.randint(1, 50, (1, 12))
    mask = (torch.arange(12) < 9).long()[None]
    with torch.no_grad():
        padded, alone = (
            model(*given)[0] for given in ((ids, mask, ids * 0), (ids[:, :9], None, ids[:, :9] * 0))
        )
    assert torch.allclose(padded[:, :9], alone, atol=1e-4)


def test_near_distances_are_told_apart_and_far_ones_are_not() -> None:
    buckets = encoder.distance_buckets(400, 32)
    before, behind = buckets[200, :200].flip(0), buckets[200, 201:]
    assert buckets[200, 200] == 0
    assert before[:7].tolist() == list(range(1, 8))
    assert torch.equal(behind, before[: len(behind)] + 16)
    assert before.tolist() == sorted(before.tolist()) and set(before[127:].tolist()) == {15}


def test_the_shape_of_a_checkpoint_is_told_by_its_weights() -> None:
    for shape in (encoder.Shape(layers=1), replace(encoder.MPNET, layers=2)):
        assert encoder.shape_of(encoder.ReaderModel(shape).state_dict()) == shape
