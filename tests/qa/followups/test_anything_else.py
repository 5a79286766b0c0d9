"""Another of what was asked for: "Is there anything else?"."""

from __future__ import annotations

import pytest

from qa.followups.anything_else import with_what_is_sought
from tests.qa.test_conversation import turn, understood

MILL = turn("Is there a watermill in the north of Lund?", "The Berg mill")


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Is there anything else?", "Is there any other watermill in the north of Lund?"),
        ("Do you know any others, please?", "Do you know any other watermill in the north of Lund, please?"),
        ("Are there any other ones?", "Is there any other watermill in the north of Lund?"),
        ("Are there any other watermills?", "Is there any other watermill in the north of Lund?"),
        ("Are there any other ferries?", None),
        ("Is there anything else you can tell me?", None),
        ("Who else built it?", None),
    ],
)
def test_what_was_sought_is_sought_again(question: str, meant: str | None) -> None:
    assert with_what_is_sought(question, [MILL]) == meant


@pytest.mark.parametrize(
    ("before", "meant"),
    [
        ("Were there any paintings by her?", "Is there any other paintings by her?"),
        ("I look for a mill and what does it cost?", "Is there any other mill?"),
        ("When was the mill built?", None),
        ("What kind of a mill is it?", None),
    ],
)
def test_only_what_was_not_known_yet_was_sought(before: str, meant: str | None) -> None:
    assert with_what_is_sought("Is there anything else?", [turn(before)]) == meant


def test_it_is_understood_so() -> None:
    assert understood("Is there anything else?", MILL) == "Is there any other watermill in the north of Lund?"
