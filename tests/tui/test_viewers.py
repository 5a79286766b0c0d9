"""A person's own pager and editor, at the line."""

from pathlib import Path

import pytest

from index.articles import Article
from tui.viewers import ViewerError, at_line, editor, pager, view


def test_takes_the_programs_that_the_environment_names() -> None:
    assert pager({"PAGER": "less -R"}) == ["less", "-R"]
    assert pager({}) == ["less"]
    assert editor({"VISUAL": "", "EDITOR": "nano"}) == ["nano"]
    with pytest.raises(ViewerError, match="no command"):
        pager({"PAGER": "less 'unclosed"})


def test_opens_at_the_line_as_the_program_takes_it() -> None:
    assert at_line(["less", "-R"], Path("a.txt"), 7) == ["less", "-R", "+7", "a.txt"]
    assert at_line(["/usr/bin/code", "-w"], Path("a.txt"), 7) == ["/usr/bin/code", "-w", "-g", "a.txt:7"]


def logger(folder: Path) -> list[str]:
    """A program that keeps what it is given, and what stands in the file."""
    script = folder / "log"
    script.write_text(
        f'#!/bin/sh\necho "$1" > {folder}/line\n/bin/cat "$2" > {folder}/text\necho "$2" > {folder}/path\n'
    )
    script.chmod(0o755)
    return [str(script)]


def test_opens_the_file_itself_where_its_text_is_the_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one\ntwo\n")
    view(logger(tmp_path), Article("a.txt", "A", "one\ntwo\n"), tmp_path, 2)
    assert (tmp_path / "line").read_text() == "+2\n"
    assert (tmp_path / "path").read_text().strip() == str(tmp_path / "a.txt")


def test_opens_a_copy_where_lines_would_be_others(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>one</p>")
    view(logger(tmp_path), Article("a.html", "A", "one\n"), tmp_path, 1)
    assert (tmp_path / "text").read_text() == "one\n"
    assert not Path((tmp_path / "path").read_text().strip()).exists()


def test_says_when_the_program_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ViewerError, match="could not be started"):
        view([str(tmp_path / "none")], Article("a.txt", "A", "x"), tmp_path, 1)
