"""How far work has come, in words."""

from types import SimpleNamespace

import pytest

from tui.progress import Count, Stage, time_left


@pytest.mark.parametrize(
    ("seconds", "told"), [(0.2, "about 1 s left"), (41.4, "about 41 s left"), (130, "about 2 min left")]
)
def test_the_time_left_is_told_roughly(seconds: float, told: str) -> None:
    assert time_left(seconds) == told


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        (Stage("reading", "file"), "reading the files …"),
        (Stage("reading", "file", 0, 12_000), "12,000 files found …"),
        (Stage("reading", "file", 1, 1_200), "reading 1 of 1,200 files"),
        (Stage("reading", "file", 300, 1_200, 6.2), "reading 300 of 1,200 files · about 6 s left"),
    ],
)
def test_a_stage_says_how_far_it_has_come(stage: Stage, said: str) -> None:
    assert stage.words == said


def test_a_stage_has_a_share_before_anything_is_counted() -> None:
    assert Stage("reading", "file").share == 0
    assert Stage("reading", "file", 1, 4).share == 0.25
    assert Stage("reading", "file", 1, 4).bar(8) == "━━──────"


def test_the_time_left_follows_from_the_pace_after_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first file brings what is loaded once: 9 s of it say nothing about the others."""
    clock = iter([0.0, 0.5, 9.5, 9.6, 11.5, 13.5])
    monkeypatch.setattr("tui.progress.time", SimpleNamespace(monotonic=lambda: next(clock)))
    count, left = Count("reading", "file"), []
    for done, total in [(0, 3), (0, 6), (1, 6), (2, 6), (3, 6), (6, 6)]:
        count(done, total)
        left.append(count.stage.left)
    assert left == [None, None, None, None, 3.0, None]
