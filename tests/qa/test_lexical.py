"""The lexical reader: what it promises of spans, and what it finds with the shipped weights."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import UnreadableError
from index.passages import Kind, Passage
from qa.lexical import SENTENCES_READ, LexicalReader
from qa.reader import Span

HARBOUR = (
    "The harbour of Vellmar was dug in 1874 by the engineer Ida Brandt. It holds forty boats. "
    "Brandt left the town in 1880 because the council would not pay her."
)
RAILWAY = "The line from Lund to Vellmar was opened on 3 May 1891. It cost $2 million."
ELSEWHERE = "Bread is made of flour and water. It is baked for an hour."


@pytest.fixture(scope="module")
def reader() -> LexicalReader:
    return LexicalReader()


def passages(*texts: str) -> list[Passage]:
    found, start = [], 7  # offsets are the article's, not the passage's
    for text in texts:
        found.append(Passage("a.txt", start, start + len(text), Kind.BODY, text))
        start += len(text) + 2
    return found


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who dug the harbour of Vellmar?", "Ida Brandt"),
        ("In what year was the harbour dug?", "1874"),
        ("How many boats does the harbour hold?", "forty"),
        ("When was the line from Lund to Vellmar opened?", "3 May 1891"),
        ("How much did the line cost?", "$2 million"),
    ],
)
def test_plain_questions(reader: LexicalReader, question: str, answer: str) -> None:
    assert answer in reader.read(question, passages(HARBOUR, RAILWAY, ELSEWHERE))[0].text


def test_a_passage_that_answers_leads_one_that_does_not(reader: LexicalReader) -> None:
    best: dict[str, float] = {}
    for span in reader.read("When was the line from Lund to Vellmar opened?", passages(ELSEWHERE, RAILWAY)):
        best.setdefault(span.passage.text, span.score)
    assert best[RAILWAY] > best.get(ELSEWHERE, -100.0)


def test_scores_do_not_depend_on_the_other_passages(reader: LexicalReader) -> None:
    alone = reader.read("Who dug the harbour?", passages(HARBOUR))
    together = reader.read("Who dug the harbour?", passages(HARBOUR, RAILWAY, ELSEWHERE))
    assert [span for span in together if span.passage.text == HARBOUR] == alone


def test_nothing_to_read_gives_nothing(reader: LexicalReader) -> None:
    assert reader.read("Who?", []) == []
    assert reader.read("Who?", passages("…")) == []
    assert reader.read("", passages(HARBOUR)) == reader.read("", passages(HARBOUR))


def test_many_passages_cost_no_more_than_a_few(reader: LexicalReader) -> None:
    texts = [HARBOUR.replace("1874", str(year)) for year in range(1800, 1840)]
    spans = reader.read("When was the harbour of Vellmar dug?", passages(*texts))
    assert len({span.passage.id for span in spans}) <= SENTENCES_READ


@given(
    st.text(max_size=40),
    st.lists(st.text(alphabet="aBé9 .,’'\"-€$%()\r\nש", max_size=80) | st.text(max_size=60), max_size=4),
)
@settings(max_examples=60, deadline=None)
def test_spans_lie_in_their_passages_best_first(question: str, texts: list[str]) -> None:
    given_passages = passages(*texts)
    spans = LexicalReader().read(question, given_passages)
    for span in spans:
        assert span.passage.start <= span.start < span.end <= span.passage.end
        assert span.text.strip()
    assert [span.score for span in spans] == sorted((span.score for span in spans), reverse=True)
    for passage in given_passages:
        of_passage = [span for span in spans if span.passage is passage]
        assert len(of_passage) <= 3
        assert not any(_overlap(a, b) for a in of_passage for b in of_passage if a is not b)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def test_weights_that_are_missing_or_none(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="could not be read"):
        LexicalReader(tmp_path / "none.json")
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps({"weights": 3}))
    with pytest.raises(UnreadableError, match="no lexical reader"):
        LexicalReader(wrong)


def test_answering_imports_nothing_that_trains() -> None:
    answer = (
        "import sys; from qa.lexical import LexicalReader; from index.passages import *;"
        "LexicalReader().read('who?', [Passage('a', 0, 11, Kind.BODY, 'Ida met Ben')]);"
        "sys.exit(any(name in sys.modules for name in ('sklearn', 'scipy', 'torch')))"
    )
    assert subprocess.run([sys.executable, "-c", answer], check=False).returncode == 0
