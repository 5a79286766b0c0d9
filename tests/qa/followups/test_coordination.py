"""Two questions in one."""

from __future__ import annotations

import pytest

from qa.followups.coordination import two_questions


@pytest.mark.parametrize(
    ("text", "both"),
    [
        (
            "Who cast the bell, and when was it recast?",
            ("Who cast the bell?", "When was it recast?"),
        ),
        ("when was it founded and why", ("when was it founded?", "Why?")),
        ("When and where was she born?", None),
        ("Who wrote about art and what else?", ("Who wrote about art?", "What else?")),
        ("It is known when and why it closed.", None),
        ("Was it clear who paid and what for?", None),
        ("and when?", None),
        ("", None),
    ],
)
def test_two_questions_are_told_from_one(text: str, both: tuple[str, str] | None) -> None:
    assert two_questions(text) == both
