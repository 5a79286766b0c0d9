"""Facts: spans of several passages that say the same, with what speaks for them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from index.library import Found, Library
from index.retriever import Hit
from index.terms import terms, words
from qa.agreement import group
from qa.forms import fit
from qa.question import Question
from qa.reader import Span
from qa.support import Features, SupportModel

# Spans looked at for one question: beyond the best few dozen none was ever the answer's.
_SPANS = 40
# A reader's lead is of the order of ten; features are of the order of one.
_LEAD_SCALE = 5.0
# The lead over "no other fact at all", in the reader's logits.
_WIDEST_GAP = 10.0


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

    ``spans`` are the reader's, best first, of passages among ``found.hits``.
    """
    ranks = {hit.passage: (rank, hit) for rank, hit in enumerate(found.hits)}
    evidence = [_evidence(span, *ranks[span.passage], library) for span in spans[:_SPANS]]
    groups = [
        tuple(evidence[place] for place in places)
        for places in group([item.span.text for item in evidence], question.expects)
    ]
    best_bm25 = found.hits[0].score if found.hits else 0.0
    facts = []
    for places in groups:
        others = [other[0].span.score for other in groups if other is not places]
        features = _features(question, found, places, others, library, best_bm25)
        facts.append(Fact(places, features, model.support(features)))
    return sorted(facts, key=lambda fact: -fact.support)


def _evidence(span: Span, rank: int, hit: Hit, library: Library) -> Evidence:
    return Evidence(span, rank, hit.score, library.sentence_at(span.passage.source, span.start, span.end))


def _features(
    question: Question,
    found: Found,
    evidence: tuple[Evidence, ...],
    other_leads: Sequence[float],
    library: Library,
    best_bm25: float,
) -> Features:
    best = evidence[0]
    source = best.span.passage.source
    weights = {term: library.rarity(term) for term in found.terms}
    named = _named(question.text) & set(weights)
    passage = set(terms(best.span.passage.text)) | set(terms(library.article(source).title))
    articles = {item.span.passage.source for item in evidence}
    passages = {item.span.passage for item in evidence}
    return Features(
        lead=best.span.score / _LEAD_SCALE,
        gap=min(_WIDEST_GAP, best.span.score - max(other_leads, default=-math.inf)) / _LEAD_SCALE,
        sentence_coverage=_share(weights, set(terms(best.sentence_text)), set(weights)),
        passage_coverage=_share(weights, passage, set(weights)),
        names_missing=_share(weights, named - passage, set(weights)),
        terms_unknown=len(found.missing) / (len(found.missing) + len(weights)) if found.missing else 0.0,
        kind_fits=fit(question.expects, best.span.text),
        other_articles=math.log(len(articles)),
        other_passages=math.log1p(len(passages) - len(articles)),
        rank=1 / (1 + best.rank),
        bm25=best.bm25 / best_bm25 if best_bm25 else 0.0,
        rivals=math.log1p(sum(lead > 0 for lead in other_leads)),
        length=math.log1p(len(best.span.text.split())),
    )


def _share(weights: dict[str, float], part: set[str], whole: set[str]) -> float:
    total = sum(weights[term] for term in whole)
    return sum(weights[term] for term in whole & part) / total if total else 0.0


def _named(text: str) -> set[str]:
    """Return the index terms of a question's names and numbers, told by capitals and digits."""
    written = [text[start:end] for start, end in words(text)]
    return {
        term
        for place, word in enumerate(written)
        if any(letter.isdigit() for letter in word) or (place > 0 and word[0].isupper())
        for term in terms(word)
    }
