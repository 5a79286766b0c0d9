"""Facts: spans of several passages that say the same, with what speaks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.library import Found, Library
from index.retriever import Hit
from qa.agreement import group
from qa.fact_features import Bench
from qa.question import EXPLAINED, Question
from qa.reader import Span
from qa.support import Features, SupportModel

# Spans looked at for one question: beyond the best few dozen none was ever the answer's.
_SPANS = 40


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span with where it was found: the passage's rank, and the sentence around the span."""

    span: Span
    rank: int
    bm25: float
    sentence: tuple[int, int]

    @property
    def sentence_text(self) -> str:
        """The words of the sentence."""
        start = self.span.passage.start
        return self.span.passage.text[self.sentence[0] - start : self.sentence[1] - start]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the passages say in answer; ``evidence`` best first, never empty."""

    evidence: tuple[Evidence, ...]
    features: Features
    support: float

    @property
    def best(self) -> Evidence:
        """The evidence that is quoted first."""
        return self.evidence[0]

    @property
    def text(self) -> str:
        """The words of the best span."""
        return self.best.span.text


def weigh(
    question: Question, found: Found, spans: Sequence[Span], library: Library, model: SupportModel
) -> list[Fact]:
    """Group the spans into facts and weigh each; the best supported comes first.

    For a reason or a manner the first is the one the reader prefers in the best supported passage.
    ``spans`` are the reader's, best first, of passages among ``found.hits``.
    """
    ranks = {hit.passage: (rank, hit) for rank, hit in enumerate(found.hits)}
    evidence = [_evidence(span, *ranks[span.passage], library) for span in spans[:_SPANS]]
    groups = [
        tuple(evidence[place] for place in places)
        for places in group([item.span.text for item in evidence], question.expects)
    ]
    bench = Bench(question, found, library)
    leads = [places[0].span.score for places in groups]
    facts = []
    for number, places in enumerate(groups):
        features = bench.features(places, leads[:number] + leads[number + 1 :])
        facts.append(Fact(places, features, model.support(features)))
    facts.sort(key=lambda fact: -fact.support)
    return _as_read(facts) if question.expects in EXPLAINED else facts


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


def _evidence(span: Span, rank: int, hit: Hit, library: Library) -> Evidence:
    return Evidence(span, rank, hit.score, library.sentence_at(span.passage.source, span.start, span.end))
