from __future__ import annotations

import pytest

from qa.comparing.uniqueness import has_one_answer
from qa.question import AnswerKind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who directed The Salt Road?", AnswerKind.PERSON),
        ("Who was the first mayor of Tolland Bay?", AnswerKind.PERSON),
        ("Who was mayor of Tolland Bay in 1950?", AnswerKind.PERSON),
        ("In which city was she born?", AnswerKind.PLACE),
        ("When did the bridge open?", AnswerKind.DATE),
        ("How many goals did she score?", AnswerKind.NUMBER),
        ("Which team won the cup?", AnswerKind.THING),
    ],
)
def test_questions_with_one_answer(question: str, kind: AnswerKind) -> None:
    assert has_one_answer(question, kind)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who signed the charter?", AnswerKind.PERSON),
        ("Who plays for Redfield?", AnswerKind.PERSON),
        ("Who is the mayor of Tolland Bay?", AnswerKind.PERSON),
        ("Who are the producers?", AnswerKind.PERSON),
        ("Who was a member of the band?", AnswerKind.PERSON),
        ("Which towns took part?", AnswerKind.PLACE),
        ("Where can you buy it?", AnswerKind.PLACE),
        ("When did she visit Rome?", AnswerKind.DATE),
        ("How many stars does it get?", AnswerKind.NUMBER),
        ("What are some cities where it was held?", AnswerKind.PLACE),
        ("Why did it close?", AnswerKind.REASON),
        ("What is it like?", AnswerKind.DESCRIPTION),
        ("Is it open?", AnswerKind.YESNO),
        ("", None),
    ],
)
def test_questions_with_several(question: str, kind: AnswerKind | None) -> None:
    assert not has_one_answer(question, kind)


def test_what_is_on_one_of_two_sides_is_in_one_place() -> None:
    assert has_one_answer("Where is the scar?", AnswerKind.PLACE, opposites=True)
    assert not has_one_answer("Where is the scar?", AnswerKind.PLACE)


@pytest.mark.parametrize(
    "question", ["Where are the scars?", "Where does he have scars?", "Where can you park?"]
)
def test_several_things_may_be_on_both_sides(question: str) -> None:
    assert not has_one_answer(question, AnswerKind.PLACE, opposites=True)
