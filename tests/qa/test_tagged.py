"""Texts cut into sentences and words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from qa.tagged import Tag, Text


def tagged(text: str) -> list[tuple[str, Tag]]:
    here = Text(text)
    return [(text[a:b], tag) for a, b, tag in zip(here.starts, here.ends, here.tags, strict=True)]


def test_closed_classes_and_shapes() -> None:
    assert tagged("The two NASA engineers were quickly building Lund in May 1891") == [
        ("The", Tag.DETERMINER),
        ("two", Tag.NUMERAL),
        ("NASA", Tag.CAPITALS),
        ("engineers", Tag.PLURAL),
        ("were", Tag.AUXILIARY),
        ("quickly", Tag.LY),
        ("building", Tag.ING),
        ("Lund", Tag.CAPITAL),
        ("in", Tag.PREPOSITION),
        ("May", Tag.AUXILIARY),
        ("1891", Tag.DIGITS),
    ]


def test_possessives_are_words_of_their_own() -> None:
    assert tagged("Ida’s")[1] == ("s", Tag.POSSESSIVE)
    assert [word for word, _ in tagged("the siblings’ firm")] == ["the", "siblings", "firm"]


def test_stems_are_the_index_terms_of_the_folded_words() -> None:
    here = Text("Fouché’s engines")
    assert here.folded == ["fouche", "s", "engines"]
    assert here.stems[2] == "engin"


@given(st.text(alphabet="aBé9 .,’'\"-\n\r\u0301ש€", max_size=80) | st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_words_and_gaps_make_up_the_text(text: str) -> None:
    here = Text(text)
    words = [text[a:b] for a, b in zip(here.starts, here.ends, strict=True)]
    pieces = [piece for pair in zip(here.gaps, [*words, ""], strict=True) for piece in pair]
    assert "".join(pieces) == text
    assert [place for inside in here.inside for place in inside] == list(range(len(words)))
    assert len(here.contents) == len(here.capitals) == len(words) + 1
