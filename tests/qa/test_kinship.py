"""Relations that are told by naming both sides at once."""

from __future__ import annotations

import pytest

from index.articles import Article
from index.passages import Kind, Passage
from qa.kinship import related


def _told(question: str, text: str) -> list[str]:
    article = Article("a.txt", "Title", f"Title\n\n{text}")
    passage = Passage("a.txt", 7, 7 + len(text), Kind.BODY, text)
    spans = list(related(question, [passage], {"a.txt": article}))
    assert all(article.text[span.start : span.end] == span.text for span in spans)
    return [span.text for span in spans]


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("Who is Ada's brother?", "The siblings Ada and Olaf Berg left.", ["Olaf Berg"]),
        (
            "And who is Ada Berg's brother?",
            "Ada (Siri Holm) and Olaf (Per Dahl), the siblings, left.",
            ["Olaf"],
        ),
        ("Who was the sister of Olaf Berg?", "Two siblings, Ada Moe and Olaf Berg, met again.", ["Ada Moe"]),
        ("Who is Jenna's sister?", "Two sisters, Jenna and Kerra Moe, laid the tiles.", ["Kerra Moe"]),
        ("Who is Ada's twin?", "Ada and Eva are twins.", ["Eva"]),
        ("Who is Ada's husband?", "The couple Ada and Olaf Berg own it.", ["Olaf Berg"]),
        ("Who is Jenna's brother?", "Two sisters, Jenna and Kerra Moe, laid the tiles.", []),
        ("Who is Eva's brother?", "The siblings Ada and Olaf Berg left.", []),
        ("Who is Ada's brother?", "Ada and Olaf Berg left.", []),
        ("Who is Ada's brother?", "Ada and Eva are siblings. Eva says she left.", []),
        ("Who plays Ada's brother?", "The siblings Ada and Olaf Berg left.", []),
        ("Who is Ada's rival?", "The siblings Ada and Olaf Berg left.", []),
    ],
)
def test_who_is_related_is_told_by_the_pair(question: str, text: str, told: list[str]) -> None:
    assert _told(question, text) == told
