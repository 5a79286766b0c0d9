"""Rows of wrapped text: nothing lost, nothing too wide."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.wrapping import wrap

words = st.text(st.sampled_from("abcd é日本😀\u0301\n .-"), max_size=80)


@settings(max_examples=60, deadline=None)
@given(words, st.integers(2, 20))
def test_rows_cover_the_text_and_fit(text: str, width: int) -> None:
    rows = wrap(text, width)
    ends = [*rows.starts[1:], len(text)]
    assert "".join(text[start:end] for start, end in zip(rows.starts, ends, strict=True)) == text
    for row in range(len(rows)):
        start, end = rows.span(row)
        assert "\n" not in text[start:end] and cell_len(text[start:end]) <= width
        assert not text[end : ends[row]].strip()


def test_breaks_at_blanks_and_cuts_what_is_too_long() -> None:
    rows = wrap("one two three\nfourfivesix 日本語", 8)
    assert [rows.text[slice(*rows.span(at))] for at in range(len(rows))] == [
        "one two",
        "three",
        "fourfive",
        "six",
        "日本語",
    ]


def test_knows_the_line_of_a_row_and_the_row_of_an_offset() -> None:
    rows = wrap("one two three\n\nfour", 8)
    assert [rows.line_of(row) for row in range(4)] == [(1, True), (1, False), (2, True), (3, True)]
    assert rows.row_at(9) == 1 and rows.row_at(15) == 3


def test_an_empty_text_is_one_empty_row() -> None:
    assert len(wrap("", 10)) == 1
