"""What a terminal would obey is shown, and every character stays where it was."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.visible import in_quotes, one_line, visible

anything = st.text(st.characters() | st.sampled_from("\x1b\x00\x7f\x9b\u202e\u2066\ud800\r\n\t"))


@settings(max_examples=60, deadline=None)
@given(anything)
def test_keeps_the_length_and_leaves_nothing_to_obey(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(
        unicodedata.category(character) in ("Cc", "Cs") for character in shown if character != "\n"
    )
    assert not any(character in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068" for character in shown)
    shown.encode()


def test_shows_controls_as_their_pictures() -> None:
    assert visible("a\x1b[31mb\x7f\r\nc\td\re") == "a␛[31mb␡ \nc d␍e"


def test_makes_one_line() -> None:
    assert one_line(" a\n\tb\x1b ") == "a b␛"


def test_no_quotation_marks_are_put_round_a_quotation() -> None:
    assert in_quotes("They came.") == "“They came.”"
    assert in_quotes("“They came,” she said.") == "“They came,” she said."
