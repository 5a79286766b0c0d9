"""What texts about ships, acids and sports name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.language.mentions import Sort, mentions


def named(text: str) -> list[str]:
    return [mention.text for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tell me about sulphuric acid.", "sulphuric acid"),
        ("What causes sea sickness?", "sea sickness"),
        ("Is the old ferry fast?", "old ferry"),
        ("Who sank the Pride of the Baltic in 1904?", "Pride of the Baltic"),
        ("It was painted by Rogier van der Weyden.", "Rogier van der Weyden"),
        ("J. B. Priestley wrote it.", "J. B. Priestley"),
        ("It opened on 9 June 1909.", "9 June 1909"),
        ("Ada's brother left.", "Ada's brother"),
        ("It is the capital of Peru.", "capital of Peru"),
        ("Anna and Bela won.", "Anna and Bela"),
        ("Which German group bought Ada's shop?", "German group"),
        ("When did the repair shop in Lyon open?", "repair shop"),
        ("Whose widow set up the trust?", "widow"),
        ("When did the ferry first sail?", "ferry"),
    ],
)
def test_names_and_noun_groups_are_found(text: str, expected: str) -> None:
    assert expected in named(text)


@pytest.mark.parametrize(
    "text", ["However, it sank.", "Released in May, it sank.", "Who did it?", "", "why?!"]
)
def test_a_capital_that_only_opens_a_sentence_is_no_name(text: str) -> None:
    assert not {"However", "Released", "Who"} & set(named(text))


@pytest.mark.parametrize(
    ("text", "words", "sort"),
    [
        ("It sank in 1904.", "1904", Sort.TIME),
        ("His sister won.", "sister", Sort.PERSON),
        ("She studied at Uppsala University.", "Uppsala University", Sort.THING),
        ("They met in Riga.", "Riga", Sort.PLACE),
    ],
)
def test_form_tells_what_sort_of_thing_is_named(text: str, words: str, sort: Sort) -> None:
    assert {mention.text: mention.sort for mention in mentions(text)}[words] is sort


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("Which German group bought it?", "German"),
        ("Was it a good one?", "good"),
        ("Did the band play in Lyon?", "band play"),
    ],
)
def test_what_only_says_of_what_kind_a_thing_is_is_not_named_alone(text: str, unnamed: str) -> None:
    assert unnamed not in named(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The new method involves several steps.", "new method"),
        ("The great hall houses the bell.", "great hall"),
        ("He sold the ship models that Ada made.", "ship models"),
        ("The mill wheels, the race and the dam were sold.", "mill wheels"),
    ],
)
def test_what_goes_before_an_object_is_a_verb(text: str, named: str) -> None:
    assert named in [mention.text for mention in mentions(text)]


def test_an_article_before_a_name_may_belong_to_what_has_it() -> None:
    determiners = {mention.text: mention.determiner for mention in mentions("Who runs the Lund office?")}
    assert determiners == {"Lund": "", "Lund office": "the"}


def test_several_things_are_plural() -> None:
    assert next(m for m in mentions("Anna and Bela won.") if m.joint).plural
    assert mentions("The old sails were torn.")[0].plural


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_every_mention_lies_where_it_says(text: str) -> None:
    assert all(text[m.start : m.end] == m.text and m.text for m in mentions(text))
