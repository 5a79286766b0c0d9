"""``osmosis ask``: one question, one cited answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.commands.conftest import Run


def test_the_shipped_articles_answer_from_any_folder(osmosis: Run) -> None:
    ran = osmosis("ask", "When did Netflix confirm the discontinuation?")
    assert (ran.code, ran.err) == (0, "")
    assert "January 17, 2020" in ran.out.split("\n")[0]
    assert "000_6c49cddc09ce27e0.txt:13  000_6c49cddc09ce27e0.txt#" in ran.out


def test_nothing_is_written_down_about_who_asks(osmosis: Run, notes: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    # The library that runs the reader would number this machine and report to its makers.
    asked = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "ORT_DISABLE_TELEMETRY": "0"}
    assert osmosis("ask", "Who built the ferry?", "--articles", notes, **asked).code == 0
    assert list(home.rglob("*")) == []


def test_json_quotes_what_stands_there(osmosis: Run, notes: Path) -> None:
    ran = osmosis("ask", "Who built the ferry?", "--articles", notes, "--json")
    record = json.loads(ran.out)
    text = (notes / "ferry.txt").read_text()
    assert (ran.code, record["answered"], record["answer"]) == (0, True, "Karin Lindqvist")
    for citation in record["citations"]:
        assert text[citation["start"] : citation["end"]] == citation["quote"]
        assert text[citation["sentence_start"] : citation["sentence_end"]] == citation["sentence"]
        assert citation["reference"] == f"ferry.txt#{citation['start']}-{citation['end']}"


def test_judgements_are_quoted_as_their_authors(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "reviews"
    folder.mkdir()
    (folder / "courier.md").write_text(
        "---\ntitle: First\nauthor: Jane Doe\n---\n\nThe acting is wooden from first to last.\n",
        encoding="utf-8",
    )
    (folder / "herald.txt").write_text(
        "Second\n\nBy Per Berg\n\nA full house came. The acting is superb.\n", encoding="utf-8"
    )
    # What is told apart is looked at here, not how sure one has to be.
    asked = ("ask", "How is the acting?", "--articles", folder, "--support", "0.2")
    shown = run(*asked).out
    assert shown.startswith("This is a matter of opinion.\n")
    assert "Jane Doe in First: “wooden" in shown
    assert "Per Berg in Second: “superb" in shown
    record = json.loads(run(*asked, "--json").out)
    assert len(record["opinions"]) == 1 and record["disagreements"] == []
    sides = [record["citations"], record["opinions"][0]["citations"]]
    assert {side[0]["author"] for side in sides} == {"Jane Doe", "Per Berg"}


def test_what_the_articles_do_not_say_exits_with_1_and_shows_what_comes_nearest(
    run: Run, notes: Path
) -> None:
    ran = run("ask", "When does the ferry to Reykjavik leave?", "--articles", notes, "--support", "1")
    assert ran.code == 1
    assert ran.out.startswith("The articles do not say.\n")
    assert "No passage mentions “Reykjavik”." in ran.out
    assert "Nearest passages, none of them sure enough to be the answer:" in ran.out


def test_no_least_support_always_answers(run: Run, notes: Path) -> None:
    assert run("ask", "What does the ferry cost?", "--articles", notes, "--support", "0").code == 0


def test_a_follow_up_is_understood_in_the_light_of_what_came_before(run: Run, notes: Path) -> None:
    ran = run("ask", "and when?", "--after", "Who built the ferry?", "--articles", notes, "--json")
    assert json.loads(ran.out)["answer"] in {"1987", "in 1987"}


def test_a_greeting_gets_a_word_and_no_source(run: Run) -> None:
    ran = run("ask", "hello")
    assert ran.code == 1
    assert ran.out.strip()
    assert "#" not in ran.out


def test_the_question_may_be_several_words_or_come_from_stdin(run: Run, notes: Path) -> None:
    whole = run("ask", "who built the ferry?", "--articles", notes)
    assert run("ask", "who", "built", "the", "ferry?", "--articles", notes) == whole
    assert run("ask", "-", "--articles", notes, stdin=b"who built the ferry?\n") == whole


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask",),
        ("ask", ""),
        ("ask", " \t"),
        ("ask", "-"),
        ("ask", "who?", "--after", ""),
        ("ask", "who?", "--support", "1.5"),
        ("ask", "who?", "--support", "nan"),
        ("ask", "who?", "--support", "much"),
        ("ask", "who?", "--jsn"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("osmosis: ")


@pytest.mark.parametrize("option", ["--articles", "--reader"])
def test_what_is_not_there_cannot_be_read(run: Run, tmp_path: Path, option: str) -> None:
    ran = run("ask", "who?", option, tmp_path / "nowhere")
    assert (ran.code, ran.out) == (3, "")
    assert "nowhere" in ran.err


def test_skipped_files_are_told_and_stop_nothing(run: Run, notes: Path) -> None:
    (notes / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (notes / "broken.txt").write_bytes(bytes(range(256)) * 8)
    ran = run("ask", "Who built the ferry?", "--articles", notes)
    assert ran.code == 0
    assert "Skipped scan.png: " in ran.err
    assert "Skipped broken.txt: " in ran.err
    assert "Skipped" not in ran.out


def test_a_folder_without_an_article_cannot_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("ask", "who?", "--articles", tmp_path / "empty").code == 3


def test_bytes_that_are_no_text_make_no_traceback(osmosis: Run, notes: Path) -> None:
    ran = osmosis("ask", b"who built the f\xffrry?", "--articles", notes, "--json")
    assert ran.code in {0, 1}
    assert "\ufffd" in json.loads(ran.out)["question"]
    bytes_alone = osmosis("ask", "-", "--articles", notes, stdin=b"who \xff\x00 built it?")
    assert bytes_alone.code == 2
    assert "no UTF-8" in bytes_alone.err


def test_the_bytes_do_not_depend_on_the_locale(osmosis: Run) -> None:
    question = ("ask", "Who is the showrunner?", "--support", "0")
    assert osmosis(*question, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii") == osmosis(*question)
