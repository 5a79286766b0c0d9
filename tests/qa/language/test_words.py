from __future__ import annotations

import pytest

from qa.language.words import split_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada's brother isn't in.", ["Ada", "'s", "brother", "isn't", "in"]),
        ("The P&O ferry, half-full", ["The", "P&O", "ferry", "half-full"]),
        ("", []),
    ],
)
def test_contractions_stay_whole_and_a_possessive_comes_apart(text: str, expected: list[str]) -> None:
    assert [word.text for word in split_words(text)] == expected


def test_places_are_offsets_into_the_text() -> None:
    text = "Who wrote “Tide”?"
    assert [text[word.start : word.end] for word in split_words(text)] == ["Who", "wrote", "Tide"]


def test_only_a_letter_is_a_capital() -> None:
    assert [word.capital for word in split_words("Ada saw 3D films")] == [True, False, False, False]
