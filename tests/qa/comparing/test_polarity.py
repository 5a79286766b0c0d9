"""Yes-or-no questions: sentences of which one denies what the other says."""

from __future__ import annotations

import pytest

from qa.agreement import contradict
from qa.comparing.claims import Claim
from qa.comparing.polarity import one_denies
from qa.question import AnswerKind


def _contradict(question: str, first: str, second: str) -> set[bool]:
    claims = [Claim(sentence, sentence, "The Marl Bridge") for sentence in (first, second)]
    return {contradict(question, *pair, AnswerKind.YESNO) for pair in (claims, reversed(claims))}


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        (
            "Is the Marl Bridge open to lorries?",
            "The Marl Bridge is not open to lorries.",
            "Since the repairs the Marl Bridge is open to lorries of any weight.",
        ),
        (
            "Did Otto Falk design the Marl Bridge?",
            "Otto Falk didn't design the Marl Bridge.",
            "The engineer Otto Falk designed the Marl Bridge.",
        ),
        (
            "Was a tower built at Holm?",
            "No tower was ever built at Holm.",
            "A tower was built at Holm in the first years.",
        ),
    ],
)
def test_a_denial_contradicts_what_it_denies(question: str, first: str, second: str) -> None:
    assert _contradict(question, first, second) == {True}


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        (
            "Is the Marl Bridge open to lorries?",
            "The Marl Bridge is not open to lorries.",
            "The Marl Bridge is open to cyclists.",
        ),
        (
            "Was the Marl Bridge opened in spring?",
            "The Marl Bridge was not opened until spring.",
            "The Marl Bridge was opened in spring.",
        ),
        (
            "Did Otto Falk design the Marl Bridge?",
            "Otto Falk did not design the Marl Bridge.",
            "Eva Moe designed the Orn Bridge.",
        ),
        (
            "Did Otto Falk design the Marl Bridge?",
            "Otto Falk did not design the Marl Bridge.",
            "It is not true that Otto Falk designed the Marl Bridge.",
        ),
        (
            "Is the Marl Bridge open to lorries?",
            "The Marl Bridge is not open to lorries on Sundays.",
            "On weekdays the Marl Bridge is open to lorries.",
        ),
        (
            "Is the Marl Bridge open in winter?",
            "The Marl Bridge is not open in 1931.",
            "The Marl Bridge is open in winter since 1962.",
        ),
    ],
)
def test_a_denial_of_something_else_contradicts_nothing(question: str, first: str, second: str) -> None:
    assert _contradict(question, first, second) == {False}


@pytest.mark.parametrize(
    ("question", "denying", "saying", "denies"),
    [
        (
            "Has a date for the launch been announced?",
            "No date for the launch has been announced.",
            "It was announced in May that the launch would be on 3 June.",
            True,
        ),
        ("Was anybody hurt in the fire?", "Nobody was hurt.", "A fire damaged the mill in 2016.", False),
        ("Does it carry cars?", "It does not carry cars.", "It crosses five times a day.", False),
    ],
)
def test_likely_answers_need_only_share_the_words_of_the_question(
    question: str, denying: str, saying: str, denies: bool
) -> None:
    claims = Claim("", denying), Claim("", saying)
    assert one_denies(question, *claims, both_answer=True) is denies
    assert not one_denies(question, *claims)
