"""``osmosis eval``: question sets, their figures and gates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.commands.conftest import Run

QUESTIONS = [
    {
        "id": "builder",
        "question": "Who built the ferry?",
        "answers": ["Karin Lindqvist"],
        "sources": ["ferry.txt"],
    },
    {"id": "wrong", "question": "Who is the director?", "answers": ["Nobody"], "sources": ["museum.md"]},
    {"id": "none", "question": "What does a ticket to Mars cost?", "answers": [], "sources": []},
]


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in QUESTIONS))
    return path


@pytest.fixture
def squad(tmp_path: Path) -> Path:
    paragraph = {
        "context": "The ferry was built by Karin Lindqvist in 1987.",
        "qas": [
            {
                "id": "1",
                "question": "Who built the ferry?",
                "answers": [{"text": "Karin Lindqvist", "answer_start": 23}],
            },
            {"id": "2", "question": "Who painted it?", "answers": [], "is_impossible": True},
        ],
    }
    path = tmp_path / "squad.json"
    path.write_text(json.dumps({"version": "v2.0", "data": [{"title": "Ferry", "paragraphs": [paragraph]}]}))
    return path


def test_figures_and_misses_are_printed(run: Run, questions: Path, notes: Path) -> None:
    ran = run("eval", questions, "--articles", notes)
    assert ran.code == 0
    assert "3 questions, 2 of them answerable" in ran.out
    assert "95 % interval" in ran.out
    assert "wrong: " in ran.out
    assert "expected  Nobody  in museum.md" in ran.out
    assert "builder: " not in ran.out


def test_json_holds_figures_and_predictions(run: Run, questions: Path, notes: Path) -> None:
    record = json.loads(run("eval", questions, "--articles", notes, "--json").out)
    metrics = record["metrics"]
    assert metrics["rightly_answered"] == 0.5
    assert metrics["verbatim"] == 1.0
    assert metrics["intervals"]["verbatim"] == [1.0, 1.0]
    assert metrics["kinds"]["unanswerable"]["exact_match"]["questions"] == 1
    assert [one["id"] for one in record["predictions"]] == ["builder", "wrong", "none"]
    assert record["predictions"][0]["citations"][0]["quote"] == "Karin Lindqvist"


def test_a_bound_that_is_missed_exits_with_1(run: Run, questions: Path, notes: Path) -> None:
    held = run("eval", questions, "--articles", notes, "--fail-under", "rightly_answered=0.5")
    assert held.code == 0
    missed = run("eval", questions, "--articles", notes, "--fail-under", "rightly_answered=0.6")
    assert missed.code == 1
    assert missed.err == "rightly_answered is 0.5000, under 0.6.\n"
    assert missed.out.split("seconds")[0] == held.out.split("seconds")[0]


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        ("exact_mach=0.5", "the nearest is exact_match"),
        ("false_answers=0.1", "the nearest is"),
        ("f1", "a value from 0 to 1"),
        ("f1=high", "a value from 0 to 1"),
        ("f1=85", "a value from 0 to 1"),
        ("f1=nan", "a value from 0 to 1"),
        ("=", "no metric ''"),
    ],
)
def test_a_bound_that_makes_no_sense_is_a_usage_error(run: Run, bound: str, said: str) -> None:
    ran = run("eval", "--fail-under", bound)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_bound_on_a_figure_over_no_question_is_a_usage_error(
    run: Run, questions: Path, notes: Path
) -> None:
    ran = run("eval", questions, "--limit", "1", "--articles", notes, "--fail-under", "silence_kept=0")
    assert ran.code == 2
    assert "no question of the set counts for it" in ran.err


def test_sources_that_are_no_articles_are_named(run: Run, notes: Path, tmp_path: Path) -> None:
    asked = {"id": "1", "question": "Who built it?", "answers": ["Ada"], "sources": ["nosuch.txt"]}
    (tmp_path / "set.jsonl").write_text(json.dumps(asked), encoding="utf-8")
    ran = run("eval", tmp_path / "set.jsonl", "--articles", notes)
    assert ran.code == 0 and "No article here is called nosuch.txt" in ran.err


def test_a_squad_file_without_a_question_cannot_be_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "dev.json").write_text('{"data": []}', encoding="utf-8")
    ran = run("eval", tmp_path / "dev.json")
    assert (ran.code, ran.out) == (3, "") and "dev.json holds no question" in ran.err


@pytest.mark.parametrize("given", [(), ("--given-passage",)])
def test_squad_files_bring_their_own_articles(run: Run, squad: Path, given: tuple[str, ...]) -> None:
    record = json.loads(run("eval", squad, *given, "--support", "0", "--json").out)
    assert record["metrics"]["has_answer_exact_match"] == 1.0
    assert record["metrics"]["false_answers"] == 1.0
    assert record["metrics"]["best_threshold_f1"] >= 0.5
    assert record["predictions"][0]["citations"][0]["source"] == "Ferry/0001"


def test_options_that_do_not_fit_the_set_are_usage_errors(
    run: Run, squad: Path, questions: Path, notes: Path
) -> None:
    assert run("eval", squad, "--articles", notes).code == 2
    assert run("eval", questions, "--articles", notes, "--given-passage").code == 2
    assert run("eval", questions, "--limit", "0").code == 2


def test_a_broken_set_cannot_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_text('{"id": "a", "question": "Q"}\n{"id": 1')
    ran = run("eval", tmp_path / "broken.jsonl")
    assert (ran.code, ran.out) == (3, "")
    assert "broken.jsonl, line 2" in ran.err
    assert run("eval", tmp_path / "none.jsonl").code == 3


def test_the_shipped_set_is_the_default(osmosis: Run) -> None:
    ran = osmosis("eval", "--limit", "3")
    assert (ran.code, ran.err) == (0, "")
    assert "3 questions" in ran.out
