from __future__ import annotations

import pytest

from qa.comparing.meanings import meaning, same_meaning
from qa.language.stems import WordForm, worded


@pytest.mark.parametrize(
    ("first", "second"),
    [("wrote", "writers"), ("died", "killed"), ("employees", "staff"), ("premiered", "released")],
)
def test_verbs_and_nouns_of_one_meaning_have_it_in_any_form(first: str, second: str) -> None:
    assert meaning(only(first)) == meaning(only(second))
    assert same_meaning(only(first), only(second))


def test_words_that_are_not_listed_mean_the_same_only_as_one_word() -> None:
    assert same_meaning(only("singer"), only("singers"))
    assert not same_meaning(only("singers"), only("songs"))


def only(text: str) -> WordForm:
    (word,) = worded(text)
    return word
