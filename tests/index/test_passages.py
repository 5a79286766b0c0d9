"""Passages: exact slices that cover the article."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.articles import Article
from index.library import Library
from index.passages import Kind, split

SEEDS = Path(__file__).parents[2] / "seeds"

# Pieces that articles of all kinds are made of, so that generated ones have their traps.
_WRITTEN = [
    "The ship sailed on 3 May 1912. ",
    "ended.Then ",
    "Dr. Vik ",
    "e\u0301te\u0301 ",
    "“quote” ",
    "[1]",
    "...",
]
_SCRIPTS = ["👩‍👩‍👧 ", "🇫🇷", "שלום עולם. ", "مرحبا. ", "日本語です。"]
_BLANKS = ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", "\x0b", "\t", "  ", "\xa0", "\0", "\ufeff"]
_FORMS = [
    "- item\n",
    "| a | b |\n",
    "# Title\n",
    "---\n",
    "a: b\n",
    "Leave a Reply\n",
    "Name *\n",
    "a.jpg\n",
    "(",
]
_LONG = ["x" * 1500, "word " * 200, "Sentence here. " * 60]
PIECES = st.sampled_from([*_WRITTEN, *_SCRIPTS, *_BLANKS, *_FORMS, *_LONG])
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=25).map("".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("---\na: b\n---\n# T\n")
@example("\u0301" * 3000)
def test_each_character_that_is_no_blank_is_in_exactly_one_passage(text: str) -> None:
    passages = split(Article("a.txt", "A", text))
    position = 0
    for passage in passages:
        assert text[position : passage.start].strip() == ""
        assert text[passage.start : passage.end] == passage.text == passage.text.strip() != ""
        position = passage.end
    assert text[position:].strip() == ""


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_no_passage_is_over_the_limits(text: str) -> None:
    for passage in split(Article("a.txt", "A", text)):
        assert len(passage.text.split()) <= 120
        assert len(passage.text) <= 1200


def test_a_paragraph_is_a_passage() -> None:
    text = "The Title\n\nOne went out. It rained.\n\nTwo came in, and it was dry again."
    assert [each.text for each in split(Article("a.txt", "A", text))] == text.split("\n\n")


def test_a_long_paragraph_is_cut_between_sentences_into_even_parts() -> None:
    sentence = "The old ship sailed slowly out of the harbour at dawn. "
    passages = split(Article("a.txt", "A", sentence * 16))
    assert [len(each.text.split()) for each in passages] == [88, 88]
    assert all(each.text.endswith("dawn.") for each in passages)


def test_a_line_without_stops_is_cut_at_blanks() -> None:
    passages = split(Article("a.txt", "A", "word " * 500))
    assert {word for each in passages for word in each.text.split()} == {"word"}
    assert len(passages) == 5


def test_a_word_longer_than_a_passage_is_cut_between_letters_and_their_accents() -> None:
    passages = split(Article("a.txt", "A", "e\u0301" * 2000))
    assert len(passages) > 1
    assert not any(each.text.startswith("\u0301") for each in passages)


def test_wrapped_lines_are_joined_to_paragraphs() -> None:
    text = (Path(__file__).parent / "articles" / "wrapped.txt").read_text(encoding="utf-8")
    passages = split(Article("a.txt", "A", text))
    assert passages[-2].text.startswith("The lighthouse was begun")
    assert passages[-2].text.endswith("35 metres high.")
    assert passages[-1].text.endswith("made automatic.")


def test_paragraphs_on_lines_of_their_own_stay_apart() -> None:
    lines = [
        "The first of the paragraphs is about a ship that sailed. " * 6,
        "The second is about the sea. " * 10,
    ]
    passages = split(Article("a.txt", "A", "\n".join(lines)))
    assert [each.text for each in passages] == [line.strip() for line in lines]


def test_items_and_rows_are_read_together() -> None:
    text = "What you need:\n- 500 g flour\n- 375 g water\n- 10 g salt"
    assert [each.text for each in split(Article("a.txt", "A", text))] == [text]


def test_old_and_odd_line_ends_end_lines() -> None:
    text = "One went out.\r\rTwo came in.\u2029\u2029Three stayed.\x0c\x0cFour slept."
    assert len(split(Article("a.txt", "A", text))) == 4


def test_an_empty_article_has_none() -> None:
    assert split(Article("a.txt", "A", "")) == []
    assert split(Article("a.txt", "A", " \n\u2003\n")) == []


def test_ids_are_references() -> None:
    (passage,) = split(Article("sub/a.txt", "A", "  One went out."))
    assert passage.id == "sub/a.txt#2-15"


@pytest.mark.parametrize("source", sorted(path.name for path in SEEDS.glob("*.txt")))
def test_shipped_articles_are_covered(source: str) -> None:
    library = Library.open(SEEDS)
    text = library.article(source).text
    passages = library.passages_of(source)
    assert "".join("".join(each.text.split()) for each in passages) == "".join(text.split())
    assert sum(each.kind is Kind.BODY for each in passages) > len(passages) / 2
