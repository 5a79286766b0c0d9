"""``osmosis search``: ranked passages."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tui.commands.conftest import Run

PLAIN = "There is much plain text around it, as there is in any article that is one. " * 5


def test_the_best_passage_comes_first_with_its_place(run: Run, notes: Path) -> None:
    ran = run("search", "director", "museum", "--articles", notes)
    assert ran.code == 0
    assert ran.out.startswith("[1] ")
    assert "museum.md:3  museum.md#" in ran.out
    assert "Its director is Oskar Brandt." in ran.out


def test_json_points_into_the_article(run: Run, notes: Path) -> None:
    record = json.loads(run("search", "ferry", "-k", "2", "--articles", notes, "--json").out)
    text = (notes / "ferry.txt").read_text()
    assert 1 <= len(record["passages"]) <= 2
    for passage in record["passages"]:
        assert passage["reference"] == f"{passage['source']}#{passage['start']}-{passage['end']}"
        assert text[passage["start"] : passage["end"]] == passage["text"]


def test_a_misspelt_word_is_said_to_have_been_searched_otherwise(run: Run, notes: Path) -> None:
    ran = run("search", "direktor", "--articles", notes)
    assert ran.code == 0
    assert "instead of “direktor”" in ran.err


def test_nothing_found_exits_with_1(run: Run, notes: Path) -> None:
    ran = run("search", "zxqvbn", "--articles", notes)
    assert ran.code == 1
    assert "No passage mentions “zxqvbn”." in ran.err


def test_bad_counts_and_empty_queries_are_usage_errors(run: Run, notes: Path) -> None:
    for arguments in [
        ("search", "a", "-k", "0"),
        ("search", "a", "-k", "many"),
        ("search", "  "),
        ("search",),
    ]:
        ran = run(*arguments, "--articles", notes)
        assert (ran.code, ran.out) == (2, ""), arguments
        assert "Traceback" not in ran.err


def test_controls_in_an_article_are_shown_and_not_obeyed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "trap.txt").write_text(
        f"The password\x1b]52;c;cm0gLXJm\x07 is \x1b[31mred\x9b2J and \x08loud. {PLAIN}\n"
    )
    ran = run("search", "password", "--articles", tmp_path / "trap.txt")
    assert ran.code == 0
    assert "␛]52;c;cm0gLXJm␇" in ran.out
    assert not set(ran.out) & set("\x1b\x07\x08\x9b")
    exact = json.loads(run("search", "password", "--articles", tmp_path / "trap.txt", "--json").out)
    assert "\x1b[31mred" in exact["passages"][0]["text"]
