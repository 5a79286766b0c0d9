"""What a passage stands under."""

from __future__ import annotations

import pytest

from index.articles import Article
from index.library import Library
from index.passages import split

INTERVIEW = """The keeper of the light

## Early days[edit]

Marta Holm came to the island in 1979. She was nineteen.

It was a hard winter, and the boat with bread came once a month.

How did you become a keeper?

Through my uncle. He broke his leg, and somebody had to climb the stairs.

Were you ever afraid?

Once.
"""


def under(text: str) -> dict[str, str]:
    return {passage.text: passage.heading for passage in split(Article("a.txt", "", text))}


def test_a_section_stands_under_its_heading_and_an_answer_under_its_question() -> None:
    headings = under(INTERVIEW)
    assert headings["Marta Holm came to the island in 1979. She was nineteen."] == "Early days"
    assert headings["It was a hard winter, and the boat with bread came once a month."] == "Early days"
    assert headings["Once."] == "Were you ever afraid?"
    assert headings["Were you ever afraid?"] == ""


@pytest.mark.parametrize("text", ["One paragraph of some words, which stands alone.", "", "?"])
def test_where_there_is_no_heading_there_is_none(text: str) -> None:
    assert set(under(text).values()) <= {""}


def test_an_answer_is_found_by_the_words_of_its_question() -> None:
    library = Library.of([Article("a.txt", "", INTERVIEW)])
    found = [hit.passage.text for hit in library.search("ever afraid", 2).hits]
    assert found[-1] == "Once."
