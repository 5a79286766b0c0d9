"""Spans cut to what is quoted: without the marks of lists and tables around them, brackets whole."""

from __future__ import annotations

import re
from dataclasses import replace

from index.sentences import sentences
from qa.naming import NAME_OF
from qa.question import AnswerKind, Question
from qa.reader import Span

# What Markdown puts before the first word of a line (a heading's, a quotation's, a list's) or of a cell,
# and behind the last. A number before it may belong to what is said ("3. May").
_BEFORE = re.compile(r"(?:[|\s]+|[#>]+\s|[-*+•◦▪‣·]\s)*")
_BEHIND = re.compile(r"[|\s]+$")
_NEXT_ROW = re.compile(r"\s*\n\s*\|")
_BRACKETS = (("(", ")"), ("[", "]"), ("“", "”"))
# Those that hold an aside or a link; quotation marks may make a title of the words.
_HOLDING = ("()", "[]")
# Markdown's marks of emphasis and of code, the longer before those they begin with.
_EMPHASIS = ("***", "**", "*", "__", "_", "~~", "``", "`")


def trimmed(span: Span) -> Span:
    """Return the span without the marks around its words, and not beyond one row of a table.

    A bracket that opens in it is closed where it closes right behind, else left out with what is in it.
    A span of marks alone stays as it is.
    """
    return _plain(_unmarked(_with_whole_brackets(span)))


def of_one_sentence(question: Question, span: Span) -> Span:
    """Return the span up to the end of the sentence it begins in, where somebody or a name is asked for.

    The names of two sentences are two answers: "Per Lindahl. Ada Berg is played by Siri Holm". A span that
    begins with the stop of the sentence before stays as it is.
    """
    if question.expects is not AnswerKind.PERSON and not NAME_OF.search(question.text):
        return span
    start, end = span.start - span.passage.start, span.end - span.passage.start
    over = next((last for _, last in sentences(span.passage.text) if start < last < end), None)
    if over is None:
        return span
    cut = span.passage.text[start:over].rstrip(".")
    return replace(span, end=span.start + len(cut)) if cut else span


def _plain(span: Span) -> Span:
    """Return the span without the emphasis, or the brackets, that hold its words alone."""
    text, at = span.text, span.start - span.passage.start
    before, behind = span.passage.text[:at], span.passage.text[at + len(text) :]
    for mark in _EMPHASIS:
        opens, closes = text.startswith(mark), text.endswith(mark)
        if (opens and (closes or behind.startswith(mark))) or (closes and before.endswith(mark)):
            return _within(span, len(mark) * opens, len(mark) * closes)
    held = text[:1] + text[-1:] in _HOLDING and text.count(text[-1:]) == 1
    return _within(span, 1, 1) if held else span


def _within(span: Span, first: int, last: int) -> Span:
    """Return the span less so many characters on either side, unless no words would be left."""
    inside = span.text[first : len(span.text) - last]
    if not inside.strip() or inside != inside.strip():
        return span
    return replace(span, start=span.start + first, end=span.end - last)


def _with_whole_brackets(span: Span) -> Span:
    text, end = span.text, span.end - span.passage.start
    for opening, closing in _BRACKETS:
        at = text.rfind(opening)
        if at >= 0 and closing not in text[at:]:
            if span.passage.text[end : end + 1] == closing:
                return replace(span, end=span.end + 1)
            kept = text[:at].rstrip()
            return replace(span, end=span.start + len(kept)) if kept else span
        if text.endswith(closing) and opening not in text and text[:-1].strip():
            return replace(span, end=span.end - 1)
    return span


def _unmarked(span: Span) -> Span:
    text = span.text
    before = _BEFORE.match(text)
    marks = before.end() if before else 0
    row = _NEXT_ROW.search(text, marks)
    end = len(_BEHIND.sub("", text[: row.start()] if row else text))
    return replace(span, start=span.start + marks, end=span.start + end) if marks < end else span
