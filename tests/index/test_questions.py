"""Which question a passage answers, and which heading it stands under."""

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


FAQ = """# Questions

## Can I run it on Windows?

No. You can run it in a virtual machine.

## Changes

The file is TOML now.
"""


def over(text: str) -> dict[str, str]:
    return {passage.text: passage.question for passage in split(Article("a.txt", "", text))}


def test_an_answer_stands_under_its_question() -> None:
    questions = over(INTERVIEW)
    assert questions["Once."] == "Were you ever afraid?"
    assert questions["Were you ever afraid?"] == ""
    assert questions["Marta Holm came to the island in 1979. She was nineteen."] == ""


def test_a_heading_may_ask_and_the_next_ends_it() -> None:
    questions = over(FAQ)
    assert questions["No. You can run it in a virtual machine."] == "Can I run it on Windows?"
    assert questions["The file is TOML now."] == ""


PAGE = """The harbour of Lund

The harbour of Lund was dug in 1874, and it has been widened three times since then.

People

Ida Brandt led the works. She was thirty.

Olaf Berg kept the books.

## Why was it dug?

For the herring.
"""


def test_a_passage_stands_under_the_heading_of_its_part_of_the_page() -> None:
    headings = {passage.text: passage.heading for passage in split(Article("a.txt", "", PAGE))}
    assert headings["Olaf Berg kept the books."] == "People"
    assert headings["For the herring."] == ""
    assert (
        headings["The harbour of Lund was dug in 1874, and it has been widened three times since then."] == ""
    )


def test_a_passage_is_found_by_its_heading() -> None:
    library = Library.of([Article("a.txt", "", PAGE)])
    found = [hit.passage.text for hit in library.search("people", 9).hits]
    assert "Olaf Berg kept the books." in found
    assert "For the herring." not in found


@pytest.mark.parametrize("text", ["One paragraph of some words, which stands alone.", "", "?"])
def test_where_nobody_asks_there_is_none(text: str) -> None:
    assert set(over(text).values()) <= {""}


def test_an_answer_is_found_by_the_words_of_its_question() -> None:
    library = Library.of([Article("a.txt", "", INTERVIEW)])
    found = [hit.passage.text for hit in library.search("ever afraid", 2).hits]
    assert found[-1] == "Once."
