"""The sets by name: files of a data folder, and the written questions to contexts of these files."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from qa.training import sets
from qa.training.rows import Row
from qa.training.sets import WRITTEN, WrittenQuestion, digest, read_set, set_names, written_questions
from tests.qa.training.made_rows import made_row

_CONTEXT = "The mill burned down in 1901. It was the only mill, and a new mill was never built."


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def ask(question: str, answer: tuple[int, int] | None, context: str = _CONTEXT) -> WrittenQuestion:
        return WrittenQuestion(of="towns", context=digest(context), question=question, answer=answer)

    (tmp_path / "train").mkdir()
    _keep(tmp_path / "train" / "towns.jsonl.gz", [made_row("When did it burn?", _CONTEXT, "1901")])
    written = [
        ask("What went up in flames?", (4, 8)),
        ask("Who set fire to it?", None),
        ask("Who?", None, "Of another day"),
    ]
    _keep(tmp_path / "written.jsonl.gz", written)
    monkeypatch.setattr(sets, "_QUESTIONS", tmp_path / "written.jsonl.gz")
    return tmp_path


def _keep(path: Path, rows: list[Row] | list[WrittenQuestion]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(f"{row.model_dump_json()}\n" for row in rows)


def test_written_questions_are_a_set_beside_the_files(data: Path) -> None:
    assert set_names(data) == ["towns", WRITTEN]
    assert [row.question for row in read_set(data, "towns")] == ["When did it burn?"]


def test_a_written_question_finds_its_context_and_every_place_of_its_answer(data: Path) -> None:
    answered, unanswered = read_set(data, WRITTEN)  # the third one's context is in no set
    assert answered.context == unanswered.context == _CONTEXT
    assert [answer.start for answer in answered.answers] == [4, 46, 62]
    assert {_CONTEXT[a.start : a.start + len(a.text)] for a in answered.answers} == {"mill"}
    assert unanswered.answers == ()


def test_no_written_question_is_told_twice_and_every_one_asks() -> None:
    asked = written_questions()
    assert len({(each.of, each.context, each.question.lower()) for each in asked}) == len(asked) > 10_000
    assert all(each.question.strip() == each.question != "" for each in asked)
    assert all(each.answer is None or 0 <= each.answer[0] < each.answer[1] for each in asked)


def test_a_set_that_is_nowhere_cannot_be_read(data: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"cities\.jsonl\.gz"):
        read_set(data, "cities")
