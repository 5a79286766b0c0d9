"""Reading question sets."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from index.errors import UnreadableError
from qa.question_sets import read_question_set
from tui.locations import seeds

SQUAD = {
    "version": "v2.0",
    "data": [
        {
            "title": "Lamp_museum",
            "paragraphs": [
                {
                    "context": "The museum keeps 412 lamps.",
                    "qas": [
                        {
                            "id": "1",
                            "question": "How many?",
                            "answers": [{"text": "412", "answer_start": 17}],
                        },
                        {
                            "id": "2",
                            "question": "Who?",
                            "is_impossible": True,
                            "answers": [],
                            "plausible_answers": [{"text": "The museum", "answer_start": 0}],
                        },
                    ],
                },
                {
                    "context": "It was founded in 1901.",
                    "qas": [{"id": "3", "question": "When?", "answers": []}],
                },
            ],
        }
    ],
}


def written(tmp_path: Path, content: str | bytes, name: str = "set.jsonl") -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_the_shipped_set_is_whole() -> None:
    shipped = read_question_set(seeds() / "questions.jsonl")
    assert shipped.articles is None
    assert len(shipped.questions) >= 150
    assert sum(not asked.answers for asked in shipped.questions) >= 35
    for asked in shipped.questions:
        assert bool(asked.answers) == bool(asked.sources), asked.id
        for source in asked.sources:
            assert (seeds() / source).is_file(), asked.id


def test_our_own_lines_are_read(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '\ufeff\n{"id": "a", "question": "Who", "answers": ["Ana"], "no": 1}\n\n{"id": "b", "question": "?"}',
    )
    first, second = read_question_set(path).questions
    assert (first.answers, first.kind, first.history) == (("Ana",), "answerable", ())
    assert (second.answers, second.kind) == ((), "unanswerable")


def test_line_separators_inside_a_string_end_no_line(tmp_path: Path) -> None:
    path = written(
        tmp_path, '{"id": "a", "question": "one\u2028two\x85three"}\n{"id": "b", "question": "Q"}\n'
    )
    assert len(read_question_set(path).questions) == 2


@pytest.mark.parametrize("indent", [None, 2])
def test_squad_files_bring_their_paragraphs_as_articles(tmp_path: Path, indent: int | None) -> None:
    asked = read_question_set(written(tmp_path, json.dumps(SQUAD, indent=indent), "dev.json"))
    assert asked.articles is not None
    assert [article.source for article in asked.articles] == ["Lamp_museum/0001", "Lamp_museum/0002"]
    assert asked.articles[0].title == "Lamp museum"
    assert asked.articles[0].text == "The museum keeps 412 lamps."
    assert [(one.answers, one.sources) for one in asked.questions] == [
        (("412",), ("Lamp_museum/0001",)),
        ((), ("Lamp_museum/0001",)),
        ((), ("Lamp_museum/0002",)),
    ]


def test_lines_with_a_passage_are_read_gzipped_too(tmp_path: Path) -> None:
    row = {
        "id": "1",
        "question": "How many?",
        "context": "412 lamps.",
        "answers": [{"text": "412", "start": 0}],
    }
    lines = "".join(json.dumps({**row, "id": number}) + "\n" for number in "12")
    asked = read_question_set(written(tmp_path, gzip.compress(lines.encode()), "rows.jsonl.gz"))
    assert [article.text for article in asked.articles or ()] == ["412 lamps."]
    assert [one.answers for one in asked.questions] == [("412",), ("412",)]


def test_titles_that_look_alike_as_names_keep_their_texts(tmp_path: Path) -> None:
    rows = [
        {"id": title, "question": "Q?", "context": f"Of {title}.", "title": title}
        for title in ("AC/DC", "AC_DC")
    ]
    asked = read_question_set(written(tmp_path, "\n".join(map(json.dumps, rows))))
    texts = {article.source: article.text for article in asked.articles or ()}
    assert [texts[one.sources[0]] for one in asked.questions] == ["Of AC/DC.", "Of AC_DC."]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is empty"),
        ("\n \n", "is empty"),
        ("hello", "line 1"),
        ('{"id": "a", "question": "Q"}\n{"id": "b", "question"', "line 2"),
        ('{"id": "a", "question": "Q"}\n\n{"id": "b"}', "line 3: question: field required"),
        ('{"id": "a", "question": " "}', "line 1: question: the question is empty"),
        ('{"id": "a", "question": "Q", "answers": "Ana"}', "line 1: answers"),
        ('{"id": "a", "question": "Q", "answer": ["Ana"]}', "no field 'answer', perhaps 'answers' is meant"),
        ('{"id": "a", "question": "Q"}\n[1]', "line 2"),
        (
            '{"id": "a", "question": "Q"}\n{"id": "a", "question": "Q"}',
            "line 2: the id 'a' is taken by line 1",
        ),
        ('{"id": "a", "question": " ", "context": "A lamp."}', "line 1: question: the question is empty"),
        (
            '{"data": [{"paragraphs": [{"context": "A lamp.", "qas": [{"id": "a", "question": ""}]}]}]}',
            "the question is empty",
        ),
        ('{"data": [{"paragraphs": [{"qas": []}]}]}', "data.0.paragraphs.0.context: field required"),
        ('{\n"data": [\n}', "line 3"),
        ("[" * 100_000, "neither JSON lines"),
        (b"\xff\xfe{", "line 1: this is not UTF-8"),
        (b"\x1f\x8bnot gzip", "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(tmp_path: Path, content: str | bytes, said: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(UnreadableError) as caught:
        read_question_set(path)
    assert str(caught.value).startswith(str(path))
    assert said in str(caught.value)


def test_a_file_that_is_not_there_or_is_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(UnreadableError, match=str(path)):
            read_question_set(path)
