"""Facts: spans of several passages that say the same, with what speaks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.library import Found, Library
from qa.agreement import Claim, agree, contradict, group
from qa.comparing.dates import days_left_open
from qa.comparing.numbering import numbered_alike, numbered_otherwise
from qa.continuity import Continuity
from qa.eligibility import says_something
from qa.fact_features import Bench, beside
from qa.question import EXPLAINED, AnswerKind, Question
from qa.reader import Span
from qa.spans import of_one_sentence, trimmed
from qa.support import Features, SupportModel

# Spans looked at for one question: beyond the best few dozen none was ever the answer's.
_SPANS = 40
# What it speaks for a fact, in log-odds, that the article asks the very question right before it: twenty
# times likelier than its figures say. Chosen, not learnt: held-out passages ask nothing themselves.
_ASKED_THERE = 3.0
# Places of a fact that are weighed, those that the reader is surest of: each of them is a source by itself.
_PLACES_WEIGHED = 3
# A fact that is less supported, even without the best one, contradicts nothing.
_WORTH_COMPARING = 0.2


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span with the sentence around it, and its article's title."""

    span: Span
    sentence: tuple[int, int]
    title: str = ""

    @property
    def before(self) -> str:
        """The article's title, and the words of the passage before the sentence."""
        passage = self.span.passage
        return f"{self.title}\n{passage.heading}\n{passage.text[: self.sentence[0] - passage.start]}"

    @property
    def sentence_text(self) -> str:
        """The words of the sentence."""
        start = self.span.passage.start
        return self.span.passage.text[self.sentence[0] - start : self.sentence[1] - start]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the passages say in answer; ``evidence`` is never empty, what supports it best comes first.

    ``support`` is what speaks for it beside the others, of which at most one is right;
    ``unrivalled`` what would if the best of them were not there: where sources contradict each
    other, each side is well supported in itself. ``asked_there`` tells that the article asks the very
    question right before it; ``besides`` is what speaks for it that was not learnt, in log-odds.
    """

    evidence: tuple[Evidence, ...]
    features: Features
    support: float
    unrivalled: float
    asked_there: bool
    besides: float

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
        """The best span with its sentence and what is said before, to be compared with others."""
        return Claim(self.text, self.best.sentence_text, self.best.before)


def weigh(
    question: Question,
    found: Found,
    spans: Sequence[Span],
    library: Library,
    model: SupportModel,
    before: Continuity | None = None,
) -> list[Fact]:
    """Group the spans into facts and weigh each; the best supported comes first.

    For a reason or a manner the first is the one the reader prefers in the best supported passage.
    ``spans`` are the reader's, best first, of passages among ``found.hits``; those that say nothing in
    answer are left out. ``before`` is given where the question goes on with a conversation.
    """
    evidence = [_evidence(trimmed(of_one_sentence(question, span)), library) for span in spans[:_SPANS]]
    others = [item.span.text for item in evidence if numbered_otherwise(question.text, item.sentence_text)]
    evidence = [
        item
        for item in evidence
        if says_something(question, item.span, item.sentence) and not _is_another_one(question, item, others)
    ]
    groups = [
        _answering([evidence[place] for place in places])
        for places in group(question.text, [item.span.text for item in evidence], question.expects)
    ]
    bench = Bench(question, found, library, before)
    leads = [places[0].span.score for places in groups]
    weighed = [_weighed(places, bench, _without(leads, n), model) for n, places in enumerate(groups)]
    best = max(range(len(weighed)), key=lambda n: weighed[n].support, default=0)
    facts = [
        replace(fact, unrivalled=_beside(fact, _without(leads, n, best), model).support)
        for n, fact in enumerate(weighed)
    ]
    if facts and (contradicting := _contradicting(facts, best, question, model.least_support)):
        facts[best] = _beside(facts[best], _without(leads, best, *contradicting), model)
    facts.sort(key=lambda fact: -fact.support)
    return _as_read(facts) if question.expects in EXPLAINED else facts


def _is_another_one(question: Question, item: Evidence, others: Sequence[str]) -> bool:
    """Tell whether another place numbers the very answer otherwise, and this one does not number it so.

    What one article calls the second bridge is not the first for all that another calls it a bridge.
    """
    if question.expects is AnswerKind.YESNO or numbered_alike(question.text, item.sentence_text):
        return False
    return any(agree(item.span.text, other, question.expects) for other in others)


def _answering(saying_the_same: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return the best place, and the others whose passage the reader takes for an answer too.

    The same words stand in passages about something else: a number, a town, the 9 of a date.
    """
    best, *others = saying_the_same
    return best, *(item for item in others if item.span.score > 0)


def _weighed(
    evidence: Sequence[Evidence], bench: Bench, other_leads: Sequence[float], model: SupportModel
) -> Fact:
    """Return the fact that stands in these places, put first the one that supports it best."""
    facts = []
    for item in evidence[:_PLACES_WEIGHED]:
        others = (other for other in evidence if other is not item)
        features, asked_there = bench.features(item, other_leads), bench.is_asked_there(item)
        besides = _ASKED_THERE * asked_there + bench.from_before(item)
        support = model.support(features, besides)
        facts.append(Fact((item, *others), features, support, support, asked_there, besides))
    best = max(facts, key=lambda fact: fact.support)
    return replace(best, evidence=_day_first(best.evidence)) if bench.asks_for_a_day else best


def _day_first(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put the places first that tell the date most precisely, of equals the one that supports it best."""
    return tuple(sorted(evidence, key=lambda item: days_left_open(item.span.text)))


def _beside(fact: Fact, other_leads: Sequence[float], model: SupportModel) -> Fact:
    """Return the fact as it is weighed beside others of these leads."""
    features = beside(fact.features, other_leads)
    return replace(fact, features=features, support=model.support(features, fact.besides))


def _contradicting(facts: Sequence[Fact], best: int, question: Question, likely: float) -> list[int]:
    """Return the places of the facts that contradict the best one; it is weighed without them.

    Where sources disagree, each side answers the question: that makes neither doubtful as an answer.
    """
    return [
        place
        for place, fact in enumerate(facts)
        if place != best
        and fact.unrivalled > _WORTH_COMPARING
        and cannot_both_hold(question, facts[best], fact, likely)
    ]


def cannot_both_hold(question: Question, best: Fact, other: Fact, likely: float) -> bool:
    """Tell whether the facts contradict each other as answers to the question.

    Two of different articles, each with a support of ``likely`` or more without the other, in 0..1, both
    answer it, whatever words they use.
    """
    both_answer = (
        best.best.span.passage.source != other.best.span.passage.source
        and min(best.unrivalled, other.unrivalled) >= likely
    )
    return contradict(question.text, best.claim, other.claim, question.expects, both_answer=both_answer)


def _without(leads: Sequence[float], *places: int) -> list[float]:
    return [lead for place, lead in enumerate(leads) if place not in places]


def _as_read(facts: list[Fact]) -> list[Fact]:
    """Put first what the reader prefers in the best supported passage.

    Which passage explains is told by the words of the question; which of its clauses does is not,
    for a reason seldom repeats them. What the article itself asked for goes before.
    """
    if not facts:
        return facts
    passage = facts[0].best.span.passage
    inside = [fact for fact in facts if fact.best.span.passage == passage]
    preferred = max(inside, key=lambda fact: (fact.asked_there, fact.best.span.score))
    return [preferred, *(fact for fact in facts if fact is not preferred)]


def _evidence(span: Span, library: Library) -> Evidence:
    source = span.passage.source
    return Evidence(span, library.sentence_at(source, span.start, span.end), library.article(source).title)
