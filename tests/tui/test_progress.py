"""How far work has come, in words."""

import pytest

from tui.progress import Stage, time_left


@pytest.mark.parametrize(
    ("seconds", "told"), [(0.2, "about 1 s left"), (41.4, "about 41 s left"), (130, "about 2 min left")]
)
def test_the_time_left_is_told_roughly(seconds: float, told: str) -> None:
    assert time_left(seconds) == told


@pytest.mark.parametrize(
    ("done", "total", "said"),
    [
        (0, 0, "reading the files …"),
        (0, 12_000, "12,000 files found …"),
        (300, 1_200, "reading 300 of 1,200 files · about 6 s left"),
        (1_200, 1_200, "reading 1,200 of 1,200 files"),
    ],
)
def test_a_stage_says_how_far_it_has_come(done: int, total: int, said: str) -> None:
    assert Stage("reading", "file", done, total, 2.0).words == said


def test_a_stage_has_a_share_before_anything_is_counted() -> None:
    assert Stage("reading", "file", 0, 0, 0.0).share == 0
    assert Stage("reading", "file", 1, 4, 1.0).share == 0.25
