"""Running a question set: what was answered, how right it is, and how sure we are of that.

Every figure is a mean over the questions it counts, each worth 0..1, with a 95 % bootstrap
interval; over no question it is None, never a guess.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from index.articles import Article
from index.library import Library
from qa import metrics
from qa.answer import Answer, Citation
from qa.answerer import Answerer
from qa.intervals import interval
from qa.question_sets import SetQuestion
from qa.reader import Reader

# Questions whose answer has several members, each cited by itself.
_LIST = "list"


@dataclass(frozen=True)
class Outcome:
    """What came of one question; ``seconds`` is the time from question to answer.

    ``verbatim`` tells whether every quote stands in its article at its place.
    """

    asked: SetQuestion
    answer: Answer
    seconds: float
    verbatim: bool

    @property
    def answerable(self) -> bool:
        """Whether the articles say."""
        return bool(self.asked.answers)

    @cached_property
    def predicted(self) -> str:
        """The words that are scored; empty for silence.

        The answer; for a list, all from its first to its last member in the first one's sentence.
        """
        if not self.answer.answered:
            return ""
        first = self.answer.citations[0]
        if self.asked.kind != _LIST:
            return first.quote
        members = [one for one in self.answer.citations if _same_sentence(one, first)]
        start, end = min(one.start for one in members), max(one.end for one in members)
        return first.article.text[start:end]

    @cached_property
    def exact(self) -> float:
        """SQuAD's exact match."""
        return metrics.exact_match(self.predicted, self.asked.answers)

    @cached_property
    def f1(self) -> float:
        """SQuAD's F1."""
        return metrics.token_f1(self.predicted, self.asked.answers)

    @property
    def source_right(self) -> bool:
        """Whether the first citation's article is a right source."""
        sources = self.asked.sources
        return self.answer.answered and (not sources or self.answer.citations[0].article.source in sources)

    @cached_property
    def said_right(self) -> bool:
        """Whether the words are right, or the silence is; see ``metrics.says_the_same``."""
        return metrics.says_the_same(self.predicted, self.asked.answers)

    @cached_property
    def cited_right(self) -> bool:
        """Whether who follows the first citation finds the answer: the file is right, the words hold it."""
        if not self.source_right or not self.answerable:
            return False
        return self.said_right or metrics.holds(self.answer.citations[0].sentence, self.asked.answers)

    @property
    def miss(self) -> str | None:
        """What went wrong, in a few words; None when all is right."""
        if not self.answerable:
            return "answered what the articles do not say" if self.answer.answered else None
        if not self.answer.answered:
            return "stayed silent"
        if not self.said_right:
            return "wrong answer"
        return None if self.source_right else "right answer, wrong source"


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure: its name in JSON, its name for people, and what a question counts (None: it does not)."""

    name: str
    label: str
    of: Callable[[Outcome], float | None]


METRICS: tuple[Metric, ...] = (
    Metric(
        "rightly_answered", "rightly answered, right source", lambda one: _if(one.answerable, not one.miss)
    ),
    Metric("exact_match", "exact match", lambda one: one.exact),
    Metric("f1", "F1", lambda one: one.f1),
    Metric("has_answer_exact_match", "exact match, answerable", lambda one: _if(one.answerable, one.exact)),
    Metric("has_answer_f1", "F1, answerable", lambda one: _if(one.answerable, one.f1)),
    Metric("citation_precision", "citation precision", lambda one: _if(one.answer.answered, one.cited_right)),
    Metric("answered", "answered, of the answerable", lambda one: _if(one.answerable, one.answer.answered)),
    Metric(
        "silence_kept", "silence kept, of the others", lambda one: _if(not one.answerable, not one.predicted)
    ),
    Metric(
        "false_answers",
        "false answers, of the others",
        lambda one: _if(not one.answerable, one.predicted != ""),
    ),
    Metric("verbatim", "citations verbatim", lambda one: one.verbatim),
)
# What a bound from below makes sense for: all where more is better.
GATES: tuple[str, ...] = tuple(metric.name for metric in METRICS if metric.name != "false_answers")


@dataclass(frozen=True, slots=True)
class Measure:
    """The mean over ``questions`` that count, and its 95 % interval; None over none."""

    value: float | None
    interval: tuple[float, float] | None
    questions: int


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of a question set: over all of it, and for each kind of question in order of first use.

    ``best_threshold_f1`` (SQuAD 2.0's ``best_f1``) and its threshold are None where every
    question has an answer.
    """

    questions: int
    unanswerable: int
    measures: dict[str, Measure]
    kinds: dict[str, dict[str, Measure]]
    median_seconds: float | None
    p95_seconds: float | None
    best_threshold_f1: float | None = None
    best_threshold: float | None = None


class Conversing(Protocol):
    """What is evaluated: an ``Answerer``, or what stands before one."""

    @property
    def library(self) -> Library:
        """The articles that are asked."""
        ...

    def converse(self, questions: Sequence[str]) -> Answer:
        """Answer the last of the questions in the light of the others."""
        ...


def run(
    questions: Iterable[SetQuestion], answerer_for: Callable[[SetQuestion], Conversing]
) -> Iterator[Outcome]:
    """Ask the questions one after another, each with its history; yield each outcome as it comes."""
    for asked in questions:
        answerer = answerer_for(asked)
        began = time.perf_counter()
        answer = answerer.converse([*asked.history, asked.question])
        seconds = time.perf_counter() - began
        yield Outcome(asked, answer, seconds, _verbatim(answer, answerer.library))


class GivenPassage:
    """Gives for each question an answerer that knows the question's own passage and nothing else."""

    def __init__(self, articles: Iterable[Article], reader: Reader, least_support: float | None) -> None:
        self._articles = {article.source: article for article in articles}
        self._reader = reader
        self._least_support = least_support
        self._latest: tuple[str, Answerer] | None = None

    def __call__(self, asked: SetQuestion) -> Answerer:
        """Return the answerer; neighbours in a set mostly share their passage, so the latest is kept."""
        source = asked.sources[0]
        if self._latest is None or self._latest[0] != source:
            library = Library.of([self._articles[source]])
            self._latest = source, Answerer(library, self._reader, least_support=self._least_support)
        return self._latest[1]


def spread(questions: Sequence[SetQuestion], limit: int | None) -> Sequence[SetQuestion]:
    """Return at most ``limit`` of the questions, in order and evenly spread over the set."""
    if limit is None or limit >= len(questions):
        return questions
    return [questions[place * len(questions) // limit] for place in range(limit)]


def report(outcomes: Sequence[Outcome]) -> Report:
    """Return the figures over the outcomes, of which there may be none."""
    kinds: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        kinds.setdefault(outcome.asked.kind, []).append(outcome)
    seconds = [outcome.seconds for outcome in outcomes]
    unanswerable = sum(not outcome.answerable for outcome in outcomes)
    best: tuple[float, float] | tuple[None, None] = (None, None)
    if unanswerable:
        best = metrics.best_threshold_f1((one.answer.support, one.f1, one.answerable) for one in outcomes)
    return Report(
        questions=len(outcomes),
        unanswerable=unanswerable,
        measures=_measures(outcomes),
        kinds={kind: _measures(of_kind) for kind, of_kind in kinds.items()},
        median_seconds=float(np.median(seconds)) if seconds else None,
        p95_seconds=float(np.percentile(seconds, 95)) if seconds else None,
        best_threshold_f1=best[0],
        best_threshold=best[1],
    )


def _measures(outcomes: Sequence[Outcome]) -> dict[str, Measure]:
    measures = {}
    for metric in METRICS:
        values = [value for outcome in outcomes if (value := metric.of(outcome)) is not None]
        mean = float(np.mean(values)) if values else None
        measures[metric.name] = Measure(mean, interval(values), len(values))
    return measures


def _if(counts: bool, value: float) -> float | None:
    return float(value) if counts else None


def _same_sentence(one: Citation, other: Citation) -> bool:
    return (one.article, one.sentence_start) == (other.article, other.sentence_start)


def _verbatim(answer: Answer, library: Library) -> bool:
    return all(
        library.article(one.article.source).text[one.start : one.end] == one.quote for one in answer.places
    )
