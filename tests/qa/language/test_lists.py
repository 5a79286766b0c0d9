from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.language.lists import enumeration_around, members


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Hugo Becker, Gael Kamilindi, and Suzanne Rault-Balet",
            ["Hugo Becker", "Gael Kamilindi", "Suzanne Rault-Balet"],
        ),
        ("Sense8andThe OA", ["Sense8", "The OA"]),
        ("A, B and C", ["A", "B", "C"]),
        ("salt and pepper, oil, and vinegar", ["salt and pepper", "oil", "vinegar"]),
        ("Lucas (a man, tall); Ana (a woman); and Niels", ["Lucas (a man, tall)", "Ana (a woman)", "Niels"]),
        ("January 17, 2020 and May 1, 2021", ["January 17, 2020", "May 1, 2021"]),
        ("12,345 people & 3 dogs", ["12,345 people", "3 dogs"]),
        ("“Je m’en fous!”", ["“Je m’en fous!”"]),
        ("one", ["one"]),
        ("", []),
        (" ,;", []),
    ],
)
def test_members(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in members(text)] == parts


@pytest.mark.parametrize(
    ("sentence", "member", "whole"),
    [
        ("Ann Lee, Bo Ek, and Cy Orr were announced in May.", "Bo Ek", "Ann Lee, Bo Ek, and Cy Orr"),
        ("Eva (Ann), Paul (Bo Ek), and Jo (Cy) stood.", "Paul", "Eva (Ann), Paul (Bo Ek), and Jo (Cy)"),
        ("It was broadcast on Telfrance and Arte in 2015.", "Arte", "Telfrance and Arte"),
        ("In the age of Tinder, Hinge, Bumble, and others, who would?", "Hinge", "Tinder, Hinge, Bumble"),
        ("It holds a torch, two bulbs and a map of the town.", "two bulbs", "a torch, two bulbs and a map"),
        ("Al Berg, the boss, as well as Sarah Lund and Di Roy, came.", "Di Roy", "Sarah Lund and Di Roy"),
        ("Al Berg, the boss, as well as Sarah Lund and Di Roy, came.", "Al Berg", None),
        ("Born in Lyon, France, he moved.", "Lyon", None),
        ("Directed by Ann Lee, Meridian is a film.", "Ann Lee", None),
        ("She left.", "left", None),
    ],
)  # fmt: skip
def test_the_enumeration_around_a_member(sentence: str, member: str, whole: str | None) -> None:
    start = sentence.index(member)
    span = enumeration_around(sentence, start, start + len(member))
    assert (sentence[slice(*span)] if span else None) == whole


@given(st.text(alphabet="AbC ,;()and&-.“1é", max_size=40), st.integers(0, 40), st.integers(0, 10))
@settings(max_examples=100, deadline=None)
def test_spans_lie_in_the_text_and_apart(text: str, start: int, length: int) -> None:
    ends = [0]
    for low, high in members(text):
        assert ends[-1] <= low < high <= len(text)
        ends.append(high)
    start = min(start, len(text))
    end = min(start + length, len(text))
    if span := enumeration_around(text, start, end):
        assert 0 <= span[0] <= start <= end <= span[1] <= len(text)
