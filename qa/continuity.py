"""Continuity: what the turns before speak for or against an answer to a question that goes on with them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from index.library import Library
from index.passages import Passage
from index.terms import terms
from qa.agreement import agree
from qa.followups.anaphora import anaphora
from qa.followups.ellipsis import fragment
from qa.followups.leaning import PRONOUNS, Form, Rival
from qa.followups.rivals import takes_up_what_was_said
from qa.forms import DOES_NOT_FIT, fit
from qa.question import EXPLAINED, NAMED, AnswerKind, Question, understand
from qa.reader import Span
from qa.turns import Turn

# What it speaks against an answer, in log-odds, that it was just given to a question of the same kind: of
# 1,173 questions in CANARD's development conversations 6 had the answer of the question before; of the wrong
# answers that stand out, perhaps one in eight is that one (estimated, not counted).
_TOLD = -3.0
# What it speaks for an answer, in log-odds, that it stands in the passage that the last answer came from or
# one next to it. Chosen, not learnt, for no set at hand tells where the answers of a conversation stand: of
# 69 follow-ups to three folders 30 were answered rightly with 0, 33 with 0.6, 34 with 1 and 35 with 1.5, and
# 17, 18, 19 and 21 wrongly.
_NEAR = 1.0
# Citations of the last answer whose passages count.
_CITATIONS = 2
_LEANING = (*PRONOUNS, Form.THIS, Form.THIS_NOUN, Form.THERE, Form.THAT_TIME, Form.ONE, Form.WHICH_ONE)


class Continuity:
    """What was answered before, and where."""

    def __init__(self, turns: Sequence[Turn], library: Library) -> None:
        """Take the turns before a question, oldest first; their answers are of this library.

        ``near`` are the passages around the last answer's first citations.
        """
        self._asked = frozenset(_plain(turn.understood_as) for turn in turns)
        last = next((turn for turn in reversed(turns) if turn.answer and turn.answer.citations), None)
        cited = last.answer.citations if last and last.answer else ()
        self._told = last.said if last else ""
        self._told_kind = understand(last.understood_as).expects if last else None
        self._quoted = cited[0] if cited else None
        near = [
            passage
            for citation in islice(cited, _CITATIONS)
            if citation.source in library.articles
            for passage in _around(library.passages_of(citation.source), citation.start)
        ]
        self.near: tuple[Passage, ...] = tuple(dict.fromkeys(near))

    def log_odds(self, question: Question, span: Span) -> float:
        """Return what speaks for the span as the answer to this reading of the question.

        Nothing does where the same was asked before: it has the same answer.
        """
        if _plain(question.text) in self._asked:
            return 0.0
        if self._told_alike(question.expects) and _repeats(self._told, span.text, question.expects):
            return _TOLD
        # "Why?" asks for more than the words that were just quoted.
        known = question.expects in EXPLAINED and self._is_quoted(span)
        strange = fit(question.expects, span.text) == DOES_NOT_FIT
        return _NEAR if span.passage in self.near and not known and not strange else 0.0

    def _told_alike(self, expects: AnswerKind) -> bool:
        """Tell whether the last answer was to a question of this kind."""
        return self._told_kind is expects or {self._told_kind, expects} <= NAMED

    def _is_quoted(self, span: Span) -> bool:
        quoted = self._quoted
        return (
            quoted is not None
            and quoted.source == span.passage.source
            and quoted.start <= span.start < quoted.end
        )


def goes_on(question: str) -> bool:
    """Tell whether a question is a piece of one, or has words that lean on what was said."""
    leans = (anaphor.form in _LEANING and anaphor.rival is Rival.NONE for anaphor in anaphora(question))
    return fragment(question) is not None or takes_up_what_was_said(question) or any(leans)


def _plain(question: str) -> str:
    return question.casefold().strip(" ?.!")


def _repeats(said: str, text: str, expects: AnswerKind) -> bool:
    """Tell whether the text says what was said, in some of its words: "three" is not told by "a few"."""
    if expects in EXPLAINED | {AnswerKind.YESNO}:
        return False
    return agree(said, text, expects) and not set(terms(said)).isdisjoint(terms(text))


def _around(passages: Sequence[Passage], start: int) -> Sequence[Passage]:
    """Return the passage that holds this place, first, and its neighbours."""
    here = next((at for at, each in enumerate(passages) if each.start <= start < each.end), None)
    if here is None:
        return []
    return [passages[here], *passages[max(0, here - 1) : here], *passages[here + 1 : here + 2]]
