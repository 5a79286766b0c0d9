"""Question sets: questions with the answers that are right, read from files.

Three forms are read, told apart by what is in them, gzipped or not:

- JSON lines of our own: ``{"id", "question", "history", "answers", "sources", "kind"}``;
- JSON lines with a passage each, for reading tests: ``{"id", "question", "context", "answers":
  [{"text", "start"}]}``;
- a SQuAD 1.1 or 2.0 JSON file.

The last two bring their own articles: each paragraph becomes one article, titled by its title
(the title itself is no part of the text, so that SQuAD's offsets hold).
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError, model_validator
from rapidfuzz.distance import OSA

from index.articles import Article
from index.errors import UnreadableError

_GZIP = b"\x1f\x8b"
# Kinds of question where a set names none.
ANSWERABLE, UNANSWERABLE = "answerable", "unanswerable"

_Record = TypeVar("_Record", bound=BaseModel)


def _asks_something(question: str) -> str:
    if not question.strip():
        raise ValueError("the question is empty")
    return question


def _refuse_slips(row: Mapping[str, object]) -> None:
    """Raise ValueError where "answer" stands for "answers": the question would pass for unanswerable."""
    known = SetQuestion.model_fields.keys()
    for name in row.keys() - known:
        meant = next((field for field in known - row.keys() if OSA.distance(name.lower(), field) <= 1), None)
        if meant:
            raise ValueError(f"there is no field {name!r}, perhaps {meant!r} is meant")


_Asked = Annotated[str, AfterValidator(_asks_something)]


class SetQuestion(BaseModel):
    """A question, the answers any of which is right (none: the articles do not say), and where.

    ``history`` holds the earlier questions of the conversation, oldest first; ``sources`` the
    articles any of which is a right source (none: any will do).
    """

    model_config = ConfigDict(frozen=True)

    id: str
    question: _Asked
    history: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    kind: str = ""

    @model_validator(mode="before")
    @classmethod
    def _with_a_kind(cls, row: object) -> object:
        if isinstance(row, dict):
            _refuse_slips(row)
        if isinstance(row, dict) and not row.get("kind"):
            return {**row, "kind": ANSWERABLE if row.get("answers") else UNANSWERABLE}
        return row


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions in their file's order; ``articles`` when the file brings its own, else None."""

    questions: tuple[SetQuestion, ...]
    articles: tuple[Article, ...] | None = None


class _Gold(BaseModel):
    text: str


class _Reading(BaseModel):
    """A question with its passage; the passage's source is set when it is known."""

    id: str
    question: _Asked
    context: str
    answers: list[_Gold] = []
    title: str = ""


class _SquadQuestion(BaseModel):
    id: str
    question: _Asked
    answers: list[_Gold] = []
    is_impossible: bool = False


class _SquadParagraph(BaseModel):
    context: str
    qas: list[_SquadQuestion]


class _SquadTitle(BaseModel):
    title: str = ""
    paragraphs: list[_SquadParagraph]


class _Squad(BaseModel):
    data: list[_SquadTitle]


def read_question_set(path: Path) -> QuestionSet:
    """Return the questions of the file, and its articles where it brings its own.

    Raises UnreadableError, which names the file and the line, when it cannot be read.
    """
    text = _text(path)
    first = next((line for line in text.split("\n") if line.strip()), "")
    try:
        row = json.loads(first)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict) or "data" in row:
        return _from_squad(text, path)
    rows = list(_rows(text, path))
    if "context" in row:
        return _with_passages(_records(rows, _Reading, path))
    questions = tuple(_records(rows, SetQuestion, path))
    seen: dict[str, int] = {}
    for (number, _), question in zip(rows, questions, strict=True):
        if question.id in seen:
            raise UnreadableError(
                f"{path}, line {number}: the id {question.id!r} is taken by line {seen[question.id]} already."
            )
        seen[question.id] = number
    return QuestionSet(questions)


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
        if raw.startswith(_GZIP):
            raw = gzip.decompress(raw)
    except FileNotFoundError as error:
        raise UnreadableError(f"There is no question file {path}.") from error
    except IsADirectoryError as error:
        raise UnreadableError(f"{path} is a folder; a question file is wanted.") from error
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(f"{path} cannot be read: {error}.") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableError(f"{path}, line {line}: this is not UTF-8.") from error
    if not text.strip():
        raise UnreadableError(f"{path} is empty: it holds no question.")
    return text


def _rows(text: str, path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank, with their numbers; only a line feed ends a line of JSON."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UnreadableError(f"{path}, line {number}: this is no JSON object: {error}.") from error
        yield number, line


def _records(rows: list[tuple[int, str]], kind: type[_Record], path: Path) -> list[_Record]:
    records = []
    for number, line in rows:
        try:
            records.append(kind.model_validate_json(line))
        except ValidationError as error:
            raise UnreadableError(f"{path}, line {number}: {_said(error)}.") from error
    return records


def _from_squad(text: str, path: Path) -> QuestionSet:
    try:
        titles = _Squad.model_validate_json(text).data
    except ValidationError as error:
        line = _line_of(text)
        where = f"{path}, line {line}" if line else str(path)
        raise UnreadableError(
            f"{where}: neither JSON lines of questions nor a SQuAD file: {_said(error)}."
        ) from error
    readings = [
        _Reading(
            id=asked.id,
            question=asked.question,
            context=paragraph.context,
            answers=[] if asked.is_impossible else asked.answers,
            title=title.title,
        )
        for title in titles
        for paragraph in title.paragraphs
        for asked in paragraph.qas
    ]
    if not readings:
        raise UnreadableError(f"{path} holds no question.")
    return _with_passages(readings)


def _line_of(text: str) -> int | None:
    """Return the line on which the text stops being JSON, if it does."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return error.lineno
    except RecursionError:
        return None
    return None


def _with_passages(readings: list[_Reading]) -> QuestionSet:
    """Make one article of each different passage, named by its title and its number in it."""
    articles: dict[tuple[str, str], Article] = {}
    numbers: dict[str, int] = {}
    questions = []
    for reading in readings:
        key = reading.title, reading.context
        if key not in articles:
            name = reading.title.replace("/", "_") or "passage"
            number = numbers[name] = numbers.get(name, 0) + 1
            title = reading.title.replace("_", " ") or f"Passage {number}"
            articles[key] = Article(f"{name}/{number:04}", title, reading.context)
        questions.append(
            SetQuestion(
                id=reading.id,
                question=reading.question,
                answers=tuple(gold.text for gold in reading.answers),
                sources=(articles[key].source,),
            )
        )
    return QuestionSet(tuple(questions), tuple(articles.values()))


def _said(error: ValidationError) -> str:
    """Return the first thing that is wrong, as one clause."""
    first = error.errors()[0]
    place = ".".join(map(str, first["loc"]))
    why = first["msg"].removeprefix("Value error, ")
    why = why[0].lower() + why[1:]
    return f"{place}: {why}" if place else why
