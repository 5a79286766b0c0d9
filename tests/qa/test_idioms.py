"""Idioms: what people ask in words that articles do not have."""

from __future__ import annotations

import pytest

from qa.idioms import said_plainly


@pytest.mark.parametrize(
    ("question", "plainly"),
    [
        ("When did the Heron come out?", ["When was the Heron released?"]),
        ("when does it come out in Norway", ["When was it released in Norway"]),
        ("When is the second part coming out?", ["When was the second part released?"]),
        (
            "What's Heron Lake about?",
            ["What is the plot of Heron Lake?", "What is the subject of Heron Lake?"],
        ),
        ("Where can I watch Heron Lake?", ["On what platform is Heron Lake available?"]),
        ("What is Ida worried about?", []),
        ("What is about to happen?", []),
        ("How did the truth come out?", []),
        ("Who came out when it rang?", []),
    ],
)
def test_an_idiom_is_put_as_articles_put_it(question: str, plainly: list[str]) -> None:
    assert list(said_plainly(question)) == plainly
