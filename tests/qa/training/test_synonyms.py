"""Training questions in other words, with a WordNet of a few entries."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

pytest.importorskip("lemminflect")

from qa.training.synonyms import Synonyms, in_other_words

# The words of each entry with how often each is meant so.
NOUNS = [
    [("ship", 20), ("vessel", 9)],
    [("vessel", 1), ("pot", 8)],
    [("rival", 4), ("challenger", 3)],
    [("ark", 0), ("ship", 1)],
]
VERBS = [[("begin", 30), ("start", 20)], [("write", 9), ("compose", 2)], [("ship", 1), ("send", 5)]]
ADJECTIVES = [[("main", 9), ("chief", 7)], [("old", 5), ("aged", 4)], [("old", 5), ("former", 9)]]
PARTS = {"noun": ("n", 1, NOUNS), "verb": ("v", 2, VERBS), "adj": ("s", 5, ADJECTIVES)}
KNOWN = {
    "ship",
    "vessel",
    "pot",
    "rival",
    "challenger",
    "begin",
    "start",
    "write",
    "compose",
    "send",
    "main",
    "chief",
    "aged",
    "former",
}


def _entries(mark: str, number: int, meanings: Sequence[Sequence[tuple[str, int]]]) -> tuple[str, list[str]]:
    data, senses = "  1 The licence stands here.\n", []
    for words in meanings:
        for order, (word, count) in enumerate(words, 1):
            senses.append(f"{word}%{number}:06:00:: {len(data):08} {order} {count}")
        listed = " ".join(f"{word} 0" for word, _ in words)
        data += f"{len(data):08} 06 {mark} {len(words):02x} {listed} 000 | what it means\n"
    return data, senses


@pytest.fixture(scope="module")
def synonyms(tmp_path_factory: pytest.TempPathFactory) -> Synonyms:
    folder = tmp_path_factory.mktemp("wordnet")
    senses: list[str] = []
    for name, (mark, number, meanings) in PARTS.items():
        data, found = _entries(mark, number, meanings)
        (folder / f"data.{name}").write_text(data, encoding="ascii")
        senses += found
    (folder / "index.sense").write_text("\n".join(senses), encoding="ascii")
    return Synonyms(folder, KNOWN)


def test_a_synonym_means_mostly_the_same(synonyms: Synonyms) -> None:
    assert synonyms.of("ship", "NOUN") == ["vessel"]
    assert synonyms.of("rival", "NOUN") == ["challenger"]
    assert synonyms.of("pot", "NOUN") == []  # a vessel is mostly a ship
    assert synonyms.of("ship", "VERB") == []  # mostly a noun
    assert synonyms.of("old", "ADJ") == []  # as often one thing as the other
    assert synonyms.of("ferry", "NOUN") == []


@pytest.mark.parametrize(
    ("question", "other"),
    [
        (
            "Who are the chief rivals?",
            {"Who are the main challengers?", "Who are the chief challengers?", "Who are the main rivals?"},
        ),
        ("When was it written?", {"When was it composed?"}),
        ("Who wrote it?", {"Who composed it?"}),
        ("Who began it?", {"Who started it?"}),
        ("Had they begun?", {"Had they started?"}),
        ("Where is the Ship Inn?", {"Where is the Ship Inn?"}),
        ("who built the ship?", {"who built the ship?"}),
        ("Is it old?", {"Is it old?"}),
    ],
)
def test_a_question_is_asked_in_other_words_of_the_same_form(
    synonyms: Synonyms, question: str, other: set[str]
) -> None:
    assert {in_other_words(question, synonyms, random.Random(seed)) for seed in range(40)} == other
