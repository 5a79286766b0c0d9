"""Drafts: possible readings of a question with the evidence for each, not yet weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from qa.followups.antecedent import Antecedent
from qa.language.mentions import Mention, mentions
from qa.language.word_classes import AUXILIARY, FUNCTION, IMPERATIVE, WH
from qa.language.words import Word, split_words
from qa.turns import Turn

Features = Mapping[str, float]


class ReadingKind(StrEnum):
    """How a reading was come by."""

    AS_ASKED = "as asked"
    LAST_ANSWER = "the last answer's"
    LAST_QUESTION = "the last question's"
    EARLIER = "an earlier turn's"
    TOPIC = "the collection's topic"
    FRAME = "the last question with a new slot"
    CORRECTION = "a correction"
    BRIDGED = "with who is meant looked up"


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading's words, how it was come by, and named evidence for the ranker to weigh."""

    text: str
    kind: ReadingKind
    features: Features = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """A question taken apart once, with what went before."""

    question: str
    turns: Sequence[Turn]
    antecedents: Sequence[Antecedent]
    words: Sequence[Word]
    mentions: Sequence[Mention]

    @classmethod
    def of(cls, question: str, turns: Sequence[Turn], antecedents: Sequence[Antecedent]) -> Context:
        """Take the question apart."""
        return cls(question, turns, antecedents, split_words(question), mentions(question))

    @property
    def asks(self) -> bool:
        """Whether the words ask something, rather than say or thank."""
        first = {word.low for word in self.words[:2]}
        return self.question.rstrip().endswith("?") or bool(first & (WH | AUXILIARY | IMPERATIVE))

    def has(self, antecedent: Antecedent) -> bool:
        """Tell whether the question names the antecedent itself, if only by a part of its name."""
        named = {word.low for word in self.words if word.low not in FUNCTION}
        telling = [word for word in antecedent.key if word not in FUNCTION and len(word) > 1]
        if not telling:
            return True
        ends = {telling[0], telling[-1]}
        return bool(ends & named) if antecedent.proper else set(telling) <= named


def kind_of(antecedent: Antecedent) -> ReadingKind:
    """Return the kind of a reading that rests on the antecedent."""
    for place, kind in (
        ("a0", ReadingKind.LAST_ANSWER),
        ("q0", ReadingKind.LAST_QUESTION),
        ("topic", ReadingKind.TOPIC),
    ):
        if place in antecedent.places:
            return kind
    return ReadingKind.EARLIER
