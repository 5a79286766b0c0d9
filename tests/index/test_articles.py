"""Reading folders: everything is read right or skipped with a reason, and nothing is fatal."""

import os
from pathlib import Path

import pytest

from index.articles import Article, Skipped, read_articles
from index.errors import UnreadableError


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


def articles(where: Path) -> dict[str, Article]:
    return {each.source: each for each in read_articles(where) if isinstance(each, Article)}


def skipped(where: Path) -> dict[str, str]:
    return {each.source: each.reason for each in read_articles(where) if isinstance(each, Skipped)}


def test_reads_a_folder_sorted_by_source(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/c.md", "a.TXT", "plain"):
        write(tmp_path, name, "Words of a text.")
    assert [each.source for each in read_articles(tmp_path)] == ["a.TXT", "b.txt", "plain", "sub/c.md"]


def test_reads_one_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "The Title\n\nOne went out to sea in the morning.")
    assert articles(path) == {
        "a.txt": Article("a.txt", "The Title", "The Title\n\nOne went out to sea in the morning.")
    }


def test_a_folder_that_is_not_there_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"no file or folder .*gone: check the path"):
        list(read_articles(tmp_path / "gone"))


def test_a_path_no_system_knows_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        list(read_articles(tmp_path / "a\0b"))


def test_text_keeps_its_characters(tmp_path: Path) -> None:
    text = "One\r\n\r\nTwo\rThree\0 e\u0301 \u2028 end \n"
    write(tmp_path, "a.txt", text)
    assert articles(tmp_path)["a.txt"].text == text


def test_drops_only_the_byte_order_mark(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", b"\xef\xbb\xbfFouch\xc3\xa9 made it.")
    assert articles(tmp_path)["a.txt"].text == "Fouché made it."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty."),
        (b"\xef\xbb\xbf", "it holds only blanks."),
        (b" \r\n\t", "it holds only blanks."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "it holds data, not text."),
        (bytes(range(32)) * 40, "it holds data, not text."),
    ],
)
def test_skips_what_is_no_text(tmp_path: Path, data: bytes, reason: str) -> None:
    write(tmp_path, "a.txt", data)
    write(tmp_path, "b.txt", "Words of a text.")
    assert skipped(tmp_path) == {"a.txt": reason}
    assert list(articles(tmp_path)) == ["b.txt"]


def test_skips_formats_that_are_not_read(tmp_path: Path) -> None:
    write(tmp_path, "a.docx", b"PK")
    reason = skipped(tmp_path)["a.docx"]
    assert reason == ".docx files are not read, only .txt, .text, .md, .markdown, .html, .htm and .xhtml."
    assert skipped(tmp_path / "a.docx") == {"a.docx": reason}


def test_passes_over_hidden_files_and_question_sets(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/a.txt", "questions.jsonl", "sub/.DS_Store"):
        write(tmp_path, name, "Words.")
    assert list(read_articles(tmp_path)) == []


def test_a_folder_named_like_a_file_is_a_folder(tmp_path: Path) -> None:
    write(tmp_path, "notes.txt/a.txt", "Words of a text.")
    (tmp_path / "empty.txt").mkdir()
    assert list(articles(tmp_path)) == ["notes.txt/a.txt"]
    assert skipped(tmp_path) == {"empty.txt": "it is an empty folder named like a file."}


@pytest.mark.skipif(os.name != "posix", reason="pipes and links as POSIX has them")
def test_skips_pipes_and_broken_links(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert skipped(tmp_path) == {
        "link.txt": "it cannot be opened (no such file or directory).",
        "pipe.txt": "it is no ordinary file.",
    }


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_skips_what_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Words.").chmod(0)
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    try:
        assert skipped(tmp_path) == {
            "a.txt": "it cannot be opened (permission denied).",
            "closed": "it cannot be opened (permission denied).",
        }
    finally:
        closed.chmod(0o700)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that no one can read")
def test_skips_what_fails_to_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/proc/self/mem")
    write(tmp_path, "b.txt", "Words of a text.")
    assert skipped(tmp_path) == {"a.txt": "it cannot be opened (input/output error)."}
    assert list(articles(tmp_path)) == ["b.txt"]


def test_a_link_to_the_folder_itself_does_not_lead_in_circles(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Words of a text.")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert list(articles(tmp_path)) == ["a.txt"]


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX")
def test_reads_files_whose_names_are_no_text(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("Words of a text.")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    assert list(articles(tmp_path)) == ["caf\ufffd.txt"]


def test_a_line_is_counted_from_one() -> None:
    article = Article("a.txt", "A", "one\r\ntwo\nthree")
    assert [article.line_at(offset) for offset in (0, 5, 9)] == [1, 2, 3]
