from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.language.names import names_in, same_names, same_person, share_a_name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Director Julius Berg", ["julius berg"]),
        ("French filmmakerAudrey Fouché", ["audrey fouche"]),
        ("Esther (Agathe Bonitzer)", ["esther"]),
        ("Sarah Aknine and Aude Albano", ["sarah aknine", "aude albano"]),
        ("the siblings", []),
        ("Vincent van Gogh", ["vincent van gogh"]),
        ("", []),
    ],
)
def test_names_without_titles_and_roles(text: str, names: list[str]) -> None:
    assert [" ".join(name) for name in names_in(text)] == names


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Edith Crane", "Crane", True),
        ("Edith Crane", "E. Crane", True),
        ("John Quincy Adams", "John Adams", True),
        ("Vincent van Gogh", "Van Gogh", True),
        ("Luna Silva", "Luana Silva", True),
        ("Fyodor Dostoevsky", "Fyodor Dostoyevsky", True),
        ("Luna Silva", "Luana Costa", False),
        ("Luna", "Luana", False),
        ("Karl Otte", "Maria Otte", False),
        ("Henry VIII", "Henry VII", False),
        ("Ken Griffey Jr.", "Ken Griffey Sr.", False),
        ("Dan Berg", "Ann Berg", False),
    ],
)
def test_one_person_or_two(first: str, second: str, same: bool) -> None:
    one, other = names_in(first)[0], names_in(second)[0]
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_names_come_in_any_order() -> None:
    assert same_names(names_in("Ada Holm and Jo Reyes"), names_in("Jo Reyes, Ada Holm"))
    assert not same_names(names_in("Ada Holm and Jo Reyes"), names_in("Ada Holm"))


def test_kin_share_a_name() -> None:
    assert share_a_name(("karl", "otte"), ("maria", "otte"))
    assert not share_a_name(("karl", "otte"), ("maria", "lund"))


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text: str) -> None:
    names = names_in(text)
    assert same_names(names, names)
