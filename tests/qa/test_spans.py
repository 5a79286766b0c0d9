"""Which words of a span are quoted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.passages import Kind, Passage
from qa.question import understand
from qa.reader import Span
from qa.spans import of_one_sentence, trimmed


def span_of(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(Passage("a.txt", 0, len(text), Kind.BODY, text), start, start + len(quote), 1.0)


@pytest.mark.parametrize(
    ("quote", "kept"),
    [
        ("> Windows is not supported.", "Windows is not supported."),
        ("- a rope", "a rope"),
        ("| retention | 30 days |\n| workers", "retention | 30 days"),
        ("30 days |", "30 days"),
        ("3. May 1891", "3. May 1891"),
        ("-5 degrees", "-5 degrees"),
        ("| ", "| "),
    ],
)
def test_marks_around_the_words_are_not_quoted(quote: str, kept: str) -> None:
    assert trimmed(span_of(quote, quote)).text == kept


@pytest.mark.parametrize(
    ("text", "quote", "kept"),
    [
        ("Lucas Holm (Per Dahl) left.", "Lucas Holm (Per Dahl", "Lucas Holm (Per Dahl)"),
        ("Lucas Holm (Per Dahl, 17) left.", "Lucas Holm (Per Dahl", "Lucas Holm"),
        ("He is Lucas (Per Dahl).", "Per Dahl)", "Per Dahl"),
        ("He is (Per Dahl, 17).", "(Per Dahl", "(Per Dahl"),
        ("It is called “The Lid” here.", "“The Lid", "“The Lid”"),
        ("Ada (17) and Per (18)", "Ada (17) and Per (18)", "Ada (17) and Per (18)"),
    ],
)
def test_brackets_are_quoted_whole_or_not_at_all(text: str, quote: str, kept: str) -> None:
    assert trimmed(span_of(text, quote)).text == kept


@pytest.mark.parametrize(
    ("text", "quote", "kept"),
    [
        ("It is by **Lou Quist** alone.", "Lou Quist**", "Lou Quist"),
        ("It is by **Lou Quist** alone.", "**Lou Quist**", "Lou Quist"),
        ("It is by **Lou Quist** alone.", "**Lou Quist", "Lou Quist"),
        ("It is by _Ana Roe_ alone.", "Ana Roe_", "Ana Roe"),
        ("Call `read_all` twice.", "`read_all`", "read_all"),
        ("Call _scored first.", "_scored", "_scored"),
        ("It went to [Lyon](lyon.md).", "[Lyon]", "Lyon"),
        ("Maud (Ines Alder) left.", "(Ines Alder)", "Ines Alder"),
        ("(a) and (b) are.", "(a) and (b)", "(a) and (b)"),
        ("Two ** stand here.", "**", "**"),
    ],
)
def test_emphasis_and_brackets_around_all_words_are_not_quoted(text: str, quote: str, kept: str) -> None:
    assert trimmed(span_of(text, quote)).text == kept


@given(st.text("ab |#>-*_()\n", min_size=1, max_size=20), st.data())
def test_what_is_left_is_a_slice_inside_the_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span(Passage("a.txt", 100, 100 + len(text), Kind.BODY, text), 100 + start, 100 + end, 0.0)
    left = trimmed(span)
    closed = text[end : end + 1] == ")" and text[start:end].rfind("(") > text[start:end].rfind(")")
    assert span.start <= left.start < left.end <= span.end + closed
    assert text[left.start - 100 : left.end - 100] == left.text


@pytest.mark.parametrize(
    ("question", "quote", "kept"),
    [
        ("Who plays Olaf?", "Per Lindahl. Ada", "Per Lindahl"),
        ("Who plays Olaf?", "Per Lindahl", "Per Lindahl"),
        ("What is the name of Olaf's player?", "Per Lindahl. Ada", "Per Lindahl"),
        ("Who plays Olaf?", ". Ada is played", ". Ada is played"),
        ("Why is it told?", "Per Lindahl. Ada", "Per Lindahl. Ada"),
    ],
)
def test_somebody_is_named_in_one_sentence(question: str, quote: str, kept: str) -> None:
    span = span_of("Olaf is played by Per Lindahl. Ada is played by Siri Holm.", quote)
    assert of_one_sentence(understand(question), span).text == kept
