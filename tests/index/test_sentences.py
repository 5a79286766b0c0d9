"""Where sentences end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Dr. Pell met Prof. Anna Smith at St. Mary's.", "It rained."],
        ["She lives in the U.S. Army barracks.", "It is cold."],
        ["She lives in the U.S.", "Then she moved."],
        ["See e.g. the book, or i.e. this one.", "It is by J. R. R. Tolkien."],
        ["It came at 5 p.m. on Monday.", "He left."],
        ["It opens at 4 p.m.", "Tickets are dear.", "It shuts at 9 p.m. Sundays.", "Come!"],
        ["He blamed the tunnel; Cllr. Tan did not.", "Then Lt. Moe and Mme. Roe came."],
        ["Version 3.2.1 cost $3.5 million.", "Wow!"],
        ['He said "It ended."', "Then he left."],
        ['"Who is there?" asked Anna.', '"Only me!" he said.'],
        ["“Sorry.”", "He said no more."],
        ["Yes... maybe.", "No… but why?!"],
        ["I heard it . . . and then I didn't."],
        ["Yahoo! bought it.", "iPhone sales rose."],
        ["It ended.[1]", "It began again.[2][3]", "Then it stopped."],
        ["1. Mix the flour.", "2. Add the salt."],
        ["Such is the series.", "With it came others."],
        ["It rained.", "(It was cold! Very cold.)", "Then he left."],
        ["Élodie n’était pas arrivée.", "Puis elle entra."],
        ["The park of Wrangell–St. Elias is large.", "The Mutants (a.k.a. The Daleks) is old."],
        ["Node.js and ASP.NET are fine.", "So is C++."],
        ["Members get in free.", "Dogs may come in the month of ten.", "I do so.", "A cat does not."],
        ["They met prof. Smith vs. Jones at no. 5 in st. Ives.", "It was hot."],
        ["Write to a.B@c.De or see www.Example.com today.", "Thanks."],
    ],
)
def test_sentences_end_where_they_end(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts
    assert split("\n".join(parts[:1])) == parts[:1]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It ended.Then it began.", ["It ended.", "Then it began."]),
        ("Is it?It is.", ["Is it?", "It is."]),
        ("He asked: “Why?”She left.", ["He asked: “Why?”", "She left."]),
        ("Il attendait.Élodie entra.", ["Il attendait.", "Élodie entra."]),
        ("これは文です。次の文です。", ["これは文です。", "次の文です。"]),
        ("यह वाक्य है। दूसरा।", ["यह वाक्य है।", "दूसरा।"]),
    ],
)
def test_missing_blanks_do_not_hide_an_end(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_a_line_ends_a_sentence_without_a_stop() -> None:
    assert split("Eight episodes\nOne season\r\n- created by Vik\n\nIt ended.") == [
        "Eight episodes", "One season", "- created by Vik", "It ended.",
    ]  # fmt: skip


def test_a_wrapped_line_does_not() -> None:
    text = (
        "The lighthouse was begun in 1811 by the engineer\r\nRobert Vik, who had been told that it could not"
        "\r\nbe done, and who did it."
    )
    assert split(text) == [text]


@pytest.mark.parametrize("text", ["", "  \n ", "\u2003"])
def test_blank_text_has_none(text: str) -> None:
    assert sentences(text) == []


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=200), st.text(alphabet='Aab1 .!?…"”’()[]\n\r\t。e\u0301', max_size=120)))
def test_sentences_hold_each_character_that_is_no_blank_once(text: str) -> None:
    position = 0
    for start, end in sentences(text):
        assert text[position:start].strip() == ""
        assert start < end
        assert text[start:end] == text[start:end].strip()
        position = end
    assert text[position:].strip() == ""
