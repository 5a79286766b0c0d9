"""The mean of several runs' weights; needs the ``train`` extra."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
encoder = pytest.importorskip("qa.training.encoder")
averaging = pytest.importorskip("qa.training.average")

SHAPE = encoder.Shape(vocabulary=30, positions=20, layers=1, width=12, heads=3, inner=24)


def test_each_weight_is_the_mean_of_the_runs(tmp_path: Path) -> None:
    states = []
    for seed in range(3):
        torch.manual_seed(seed)
        states.append(encoder.ReaderModel(SHAPE).state_dict())
        (tmp_path / str(seed)).mkdir()
        torch.save({"model": states[-1], "tokens": 5}, tmp_path / str(seed) / "checkpoint.pt")
    of = [part for seed in range(3) for part in ("--of", str(tmp_path / str(seed)))]
    command = [sys.executable, "-m", "qa.training.average", *of, "--into", str(tmp_path / "mean")]
    subprocess.run(command, check=True)
    mean = torch.load(tmp_path / "mean" / "checkpoint.pt", weights_only=True)["model"]
    encoder.ReaderModel(SHAPE).load_state_dict(mean)
    for name, weight in mean.items():
        assert torch.allclose(weight, sum(state[name] for state in states) / 3, atol=1e-6)


def test_an_average_of_one_run_is_that_run(tmp_path: Path) -> None:
    state = encoder.ReaderModel(SHAPE).state_dict()
    torch.save({"model": state}, tmp_path / "checkpoint.pt")
    alone = averaging.average([tmp_path / "checkpoint.pt"])
    assert all(torch.equal(alone[name], weight) for name, weight in state.items())
