from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.language.stems import WordForm, worded


@pytest.mark.parametrize(
    "forms",
    [
        "officer officers officer's",
        "office offices",
        "company companies",
        "university universities",
        "hope hopes hoped hoping",
        "run runs running",
        "die dies died dying",
        "12,000 12000",
        "U.S. US",
    ],
)
def test_the_inflected_forms_of_a_word_share_its_stem(forms: str) -> None:
    assert len(stems(forms)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "hunter hunt",
        "officer office",
        "singer sing song",
        "builder build",
        "university universe",
        "organization organize organ",
        "author authority",
        "policy police",
        "past paste",
        "東京都 東京湾",
    ],
)
def test_other_words_of_a_family_do_not(words: str) -> None:
    assert len(stems(words)) == len(words.split())


def test_the_family_holds_the_verb_and_those_who_do_it() -> None:
    assert len({word.family for word in worded("wrote written writes writer writers")}) == 1


@given(st.text(max_size=20))
@settings(max_examples=100, deadline=None)
def test_every_word_of_any_text_has_a_stem(text: str) -> None:
    assert all(isinstance(word, WordForm) and word.stem and word.family for word in worded(text))


def stems(text: str) -> set[str]:
    return {word.stem for word in worded(text)}
