"""Facts: spans of several passages that say the same, with what speaks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.library import Found, Library
from qa.agreement import Claim, contradict, group
from qa.fact_features import Bench, beside
from qa.question import EXPLAINED, Question
from qa.reader import Span
from qa.spans import says_something, trimmed
from qa.support import Features, SupportModel

# Spans looked at for one question: beyond the best few dozen none was ever the answer's.
_SPANS = 40
# A fact that is less supported, even without the best one, contradicts nothing.
_WORTH_COMPARING = 0.2


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span with the sentence around it."""

    span: Span
    sentence: tuple[int, int]

    @property
    def sentence_text(self) -> str:
        """The words of the sentence."""
        start = self.span.passage.start
        return self.span.passage.text[self.sentence[0] - start : self.sentence[1] - start]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the passages say in answer; ``evidence`` best first, never empty.

    ``support`` is what speaks for it beside the others, of which at most one is right;
    ``unrivalled`` what would if the best of them were not there: where sources contradict each
    other, each side is well supported in itself.
    """

    evidence: tuple[Evidence, ...]
    features: Features
    support: float
    unrivalled: float

    @property
    def best(self) -> Evidence:
        """The evidence that is quoted first."""
        return self.evidence[0]

    @property
    def text(self) -> str:
        """The words of the best span."""
        return self.best.span.text

    @property
    def claim(self) -> Claim:
        """The best span with its sentence, to be compared with others."""
        return Claim(self.text, self.best.sentence_text)


def weigh(
    question: Question, found: Found, spans: Sequence[Span], library: Library, model: SupportModel
) -> list[Fact]:
    """Group the spans into facts and weigh each; the best supported comes first.

    For a reason or a manner the first is the one the reader prefers in the best supported passage.
    ``spans`` are the reader's, best first, of passages among ``found.hits``; those that say nothing in
    answer are left out.
    """
    evidence = [_evidence(trimmed(span), library) for span in spans[:_SPANS]]
    evidence = [item for item in evidence if says_something(question, item.span, item.sentence[0])]
    groups = [
        _answering([evidence[place] for place in places])
        for places in group([item.span.text for item in evidence], question.expects)
    ]
    bench = Bench(question, found, library)
    leads = [places[0].span.score for places in groups]
    features = [bench.features(places, _without(leads, n)) for n, places in enumerate(groups)]
    supports = [model.support(figures) for figures in features]
    best = max(range(len(groups)), key=supports.__getitem__, default=0)
    unrivalled = [
        model.support(beside(figures, _without(leads, n, best))) for n, figures in enumerate(features)
    ]
    facts = [Fact(*each) for each in zip(groups, features, supports, unrivalled, strict=True)]
    if facts:
        facts[best] = _beside_the_compatible(facts, best, leads, question, model)
    facts.sort(key=lambda fact: -fact.support)
    return _as_read(facts) if question.expects in EXPLAINED else facts


def _answering(saying_the_same: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return the best place, and the others whose passage the reader takes for an answer too.

    The same words stand in passages about something else: a number, a town, the 9 of a date.
    """
    best, *others = saying_the_same
    return best, *(item for item in others if item.span.score > 0)


def _beside_the_compatible(
    facts: Sequence[Fact], best: int, leads: Sequence[float], question: Question, model: SupportModel
) -> Fact:
    """Return the best fact weighed without those that contradict it.

    Where sources disagree, each side answers the question: that makes neither doubtful as an answer.
    """
    told = facts[best]
    contradicting = [
        place
        for place, fact in enumerate(facts)
        if place != best
        and fact.unrivalled > _WORTH_COMPARING
        and contradict(question.text, told.claim, fact.claim, question.expects)
    ]
    if not contradicting:
        return told
    features = beside(told.features, _without(leads, best, *contradicting))
    return replace(told, features=features, support=model.support(features))


def _without(leads: Sequence[float], *places: int) -> list[float]:
    return [lead for place, lead in enumerate(leads) if place not in places]


def _as_read(facts: list[Fact]) -> list[Fact]:
    """Put first what the reader prefers in the best supported passage.

    Which passage explains is told by the words of the question; which of its clauses does is not,
    for a reason seldom repeats them.
    """
    if not facts:
        return facts
    passage = facts[0].best.span.passage
    inside = [fact for fact in facts if fact.best.span.passage == passage]
    preferred = max(inside, key=lambda fact: fact.best.span.score)
    return [preferred, *(fact for fact in facts if fact is not preferred)]


def _evidence(span: Span, library: Library) -> Evidence:
    return Evidence(span, library.sentence_at(span.passage.source, span.start, span.end))
