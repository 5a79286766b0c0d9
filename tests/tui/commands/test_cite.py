"""``osmosis cite``: places by reference and by quote."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tui.commands.conftest import Run


def test_a_reference_by_offsets_shows_its_words_and_its_surroundings(run: Run, notes: Path) -> None:
    ran = run("cite", "ferry.txt#32-40", "--articles", notes)
    assert (ran.code, ran.err) == (0, "")
    assert "ferry.txt:3  ferry.txt#32-40" in ran.out
    assert "\n    Sandholm\n" in ran.out
    assert "\n> 3  The ferry to Sandholm leaves" in ran.out
    assert "\n  1  The harbour ferry\n" in ran.out


def test_a_reference_by_line_is_the_whole_line(run: Run, notes: Path) -> None:
    ran = run("cite", "ferry.txt:1", "--articles", notes, "--json")
    place = json.loads(ran.out)["places"][0]
    assert (place["start"], place["end"], place["quote"]) == (0, 17, "The harbour ferry")


def test_json_is_exact(run: Run, notes: Path) -> None:
    ran = run("cite", "ferry.txt#32-40", "--articles", notes, "--json")
    record = json.loads(ran.out)
    text = (notes / "ferry.txt").read_text()
    place = record["places"][0]
    assert record["schema_version"] == 1
    assert place["author"] is None
    assert text[place["start"] : place["end"]] == place["quote"] == "Sandholm"
    assert text[place["sentence_start"] : place["sentence_end"]] == place["sentence"]
    assert place["match"] == "exact"


def test_what_cannot_be_a_place_is_explained(run: Run, notes: Path) -> None:
    size = len((notes / "ferry.txt").read_text())
    for reference, code, said in [
        ("ferry.txt#9-9", 2, "#9-9 holds no character"),
        ("ferry.txt#9-3", 2, "the end is exclusive"),
        ("ferry.txt#3-9999", 2, f"ferry.txt has {size} characters"),
        ("ferry.txt:99", 2, "ferry.txt has 5 lines"),
        ("ferry.txt:0", 2, "there is no line 0"),
        ("ferry.txt:2", 2, "is blank"),
        ("ferry.txt", 2, "is no reference"),
        ("fery.txt:1", 3, "did you mean ferry.txt?"),
    ]:
        ran = run("cite", reference, "--articles", notes)
        assert (ran.code, ran.out) == (code, ""), reference
        assert said in ran.err, reference
        assert ran.err.count("\n") == 1, ran.err


def test_a_reference_or_a_quote_is_needed_and_not_both(run: Run) -> None:
    assert run("cite").code == 2
    assert run("cite", "a.txt:1", "--quote", "a").code == 2


def test_a_quote_that_stands_there_is_shown_without_a_word(run: Run, notes: Path) -> None:
    ran = run("cite", "--quote", "Karin Lindqvist", "--articles", notes)
    assert (ran.code, ran.err) == (0, "")
    assert "Karin Lindqvist" in ran.out


def test_other_wording_is_said_to_be_such(run: Run, notes: Path) -> None:
    folded = run("cite", "--quote", "KARIN\nlindqvist", "--articles", notes)
    assert folded.code == 0
    assert "other case, accents, blanks or marks" in folded.err
    near = run("cite", "--quote", "the museum keeps 413 old lamps", "--articles", notes)
    assert near.code == 1
    assert "The nearest wording" in near.err
    assert "museum.md:3" in near.out


def test_a_quote_that_stands_nowhere_exits_with_1(run: Run, notes: Path) -> None:
    ran = run("cite", "--quote", "quarterly revenue of the subsidiary", "--articles", notes, "--json")
    assert ran.code == 1
    assert json.loads(ran.out)["places"] == []


def test_a_file_of_one_huge_line_is_shown_in_part(run: Run, tmp_path: Path) -> None:
    words = "lorem ipsum dolor " * 5000
    (tmp_path / "long.txt").write_text(f"{words}The key lies under the mat. {words}")
    ran = run("cite", "--quote", "under the mat", "--articles", tmp_path / "long.txt")
    assert ran.code == 0
    assert len(ran.out) < 3000
    assert "…" in ran.out


def test_places_that_are_left_out_are_told_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("\n".join(f"The key is number {n}." for n in range(60)))
    ran = run("cite", "--quote", "The key", "--articles", tmp_path)
    assert ran.out.count("list.txt:") == 50
    assert "No more than 50 places are shown." in ran.err
    assert "places are shown" not in run("cite", "--quote", "number 7.", "--articles", tmp_path).err
