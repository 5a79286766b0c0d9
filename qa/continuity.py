"""Continuity: what the turns before speak for or against an answer to a question that goes on with them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from index.library import Library
from index.passages import Passage
from index.terms import terms
from qa.agreement import agree
from qa.followups.anaphora import anaphora
from qa.followups.ellipsis import fragment, opening_cut
from qa.followups.leaning import PRONOUNS, Form
from qa.question import EXPLAINED, AnswerKind, understand
from qa.reader import Span
from qa.turns import Turn

# What it speaks against an answer, in log-odds, that a turn before gave it already. Of 1,173 questions in
# CANARD's development conversations 6 had the answer of the question before; of the wrong answers that stand
# out, perhaps a third are that one (estimated, not counted).
_TOLD = -4.0
# What it speaks for an answer, in log-odds, that it stands in the passage that the last answer came from or
# one next to it. Chosen, not learnt, for no set at hand tells where the answers of a conversation stand: of
# 69 follow-ups to three folders 30 were answered rightly with 0, 33 with 0.6, 34 with 1 and 35 with 1.5, and
# 17, 18, 19 and 21 wrongly.
_NEAR = 1.0
# Citations of the last answer whose passages count.
_CITATIONS = 2
_LEANING = (*PRONOUNS, Form.THIS, Form.THIS_NOUN, Form.THERE, Form.THAT_TIME, Form.ONE, Form.WHICH_ONE)
_CLAUSES = EXPLAINED | {AnswerKind.YESNO}


class Continuity:
    """What was answered before, and where."""

    def __init__(self, turns: Sequence[Turn], library: Library) -> None:
        """Take the turns before a question, oldest first; their answers are of this library."""
        self._told = [
            turn.said
            for turn in turns
            if turn.said and understand(turn.understood_as).expects not in _CLAUSES
        ]
        answers = (turn.answer for turn in reversed(turns) if turn.answer)
        cited = next((answer.citations for answer in answers if answer.citations), ())
        self._quoted = cited[0] if cited else None
        near = [
            passage
            for citation in islice(cited, _CITATIONS)
            if citation.source in library.articles
            for passage in _around(library.passages_of(citation.source), citation.start)
        ]
        self.near: tuple[Passage, ...] = tuple(dict.fromkeys(near))

    def log_odds(self, span: Span, expects: AnswerKind | None) -> float:
        """Return what speaks for the span as the answer to a question that expects this kind."""
        if expects not in _CLAUSES and any(_repeats(said, span.text, expects) for said in self._told):
            return _TOLD
        # "Why?" asks for more than the words that were just quoted.
        known = expects in EXPLAINED and self._is_quoted(span)
        return _NEAR if span.passage in self.near and not known else 0.0

    def _is_quoted(self, span: Span) -> bool:
        quoted = self._quoted
        return (
            quoted is not None
            and quoted.source == span.passage.source
            and quoted.start <= span.start < quoted.end
        )


def goes_on(question: str) -> bool:
    """Tell whether a question goes on with what was said before: "and …", a piece of one, or a pronoun."""
    return (
        opening_cut(question) != question.strip()
        or fragment(question) is not None
        or any(anaphor.form in _LEANING for anaphor in anaphora(question))
    )


def _repeats(said: str, text: str, expects: AnswerKind | None) -> bool:
    """Tell whether the text says what was said, in some of its words: "three" is not told by "a few"."""
    return agree(said, text, expects) and not set(terms(said)).isdisjoint(terms(text))


def _around(passages: Sequence[Passage], start: int) -> Sequence[Passage]:
    """Return the passage that holds this place, first, and its neighbours."""
    here = next((at for at, each in enumerate(passages) if each.start <= start < each.end), None)
    if here is None:
        return []
    return [passages[here], *passages[max(0, here - 1) : here], *passages[here + 1 : here + 2]]
