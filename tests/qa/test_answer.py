"""Records cannot lie: a citation that does not stand in its article cannot be built."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from index.articles import Article
from qa.answer import Answer, Citation

ARTICLE = Article(
    "a.txt", "Title", "One line.\nIt was in Lund. It was in Lund.", published="2020-01-02", author="Jane Doe"
)


def test_a_citation_knows_its_place() -> None:
    citation = Citation.at(ARTICLE, 20, 24, (10, 25), 0.5)
    assert (citation.quote, citation.sentence, citation.line) == ("Lund", "It was in Lund.", 2)
    assert citation.reference == "a.txt#20-24"
    plain = citation.model_dump(mode="json")
    assert (plain["published"], plain["author"]) == ("2020-01-02", "Jane Doe")


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "Lun"},
        {"quote": "lund"},
        {"start": 36, "end": 40},
        {"sentence": "It was in Lund"},
        {"sentence_start": 21, "sentence": "und."},
        {"start": -1},
        {"support": 1.5},
    ],
)
def test_a_false_citation_cannot_be_built(change: dict[str, object]) -> None:
    true = {
        "article": ARTICLE,
        "start": 20,
        "end": 24,
        "quote": "Lund",
        "sentence": "It was in Lund.",
        "sentence_start": 10,
        "sentence_end": 25,
        "support": 0.5,
    }
    Citation.model_validate(true)
    with pytest.raises(ValidationError):
        Citation.model_validate(true | change)


def test_an_answer_without_a_source_cannot_be_built() -> None:
    with pytest.raises(ValidationError, match="has a source"):
        Answer(question="where?", answered=True, answer="Lund")


def test_an_answer_says_what_it_cites() -> None:
    citation = Citation.at(ARTICLE, 20, 24, (10, 25), 0.5)
    with pytest.raises(ValidationError, match="first citation"):
        Answer(question="where?", answered=True, answer="Malmö", citations=(citation,))
