"""The settings of a training run, and those that it takes over from another."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch")

from qa.training import mix

SHIPPED = Path(mix.__file__).parent


def test_a_run_like_another_differs_in_what_it_sets() -> None:
    second, third = (mix.Config.read(SHIPPED / f"reader_{name}.toml") for name in ("second", "third"))
    differing = {name for name, value in second if value != getattr(third, name)}
    assert differing == {"seed", "total_tokens", "decay_tokens"}
    assert third.total_tokens == 18_000_000
