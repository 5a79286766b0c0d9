"""Telegrams, spelt out."""

from __future__ import annotations

import pytest

from qa.telegrams import spelt_out


@pytest.mark.parametrize(
    ("telegram", "whole"),
    [
        ("release date?", ["What is the release date?", "What is the release date of the Heron?"]),
        ("opening hours", ["What are the opening hours?", "What are the opening hours of the Heron?"]),
        (
            "budget season one",
            ["What is the budget season one?", "What is the budget season one of the Heron?"],
        ),
        ("price of the Heron", []),
        ("Heron length", ["What is the Heron length?"]),
        ("who built it", []),
        ("is it open", []),
        ("tell me more", []),
        ("I never said so", []),
        ("", []),
        ("captain engineer cook stoker boy pilot owner", []),
    ],
)
def test_a_telegram_is_spelt_out(telegram: str, whole: list[str]) -> None:
    assert list(spelt_out(telegram, ["the Heron"])) == whole
