"""Questions in words of like meaning."""

from __future__ import annotations

import random

from qa.training.reworded import reword

LIKES = {"bought": ["purchased"], "painting": ["artwork"], "harbour": ["port"], "mill": ["factory"]}
CONTEXT = "The painting of the harbour was bought by Ida Mill in 1984."


def test_only_words_that_the_passage_has_too_are_exchanged() -> None:
    made = {reword("Who bought the old factory?", CONTEXT, LIKES, random.Random(n)) for n in range(9)}
    assert made == {"Who purchased the old factory?"}
    assert reword("Who sold the boat?", CONTEXT, LIKES, random.Random(1)) == "Who sold the boat?"


def test_one_or_two_words_are_exchanged_and_no_name() -> None:
    question = "Was it Mill who bought the harbour painting ?"
    for number in range(30):
        made = reword(question, CONTEXT, LIKES, random.Random(number))
        changed = [now for was, now in zip(question.split(), made.split(), strict=True) if was != now]
        assert 1 <= len(changed) <= 2
        assert set(changed) <= {"purchased", "port", "artwork"}
