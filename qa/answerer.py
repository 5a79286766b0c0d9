"""The pipeline: resolve the question, retrieve passages, read them, weigh, answer or stay silent."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from index.library import Found, Library
from index.passages import Kind, Passage
from index.retriever import Hit
from index.terms import terms
from index.words import tokens
from qa.agreement import agree
from qa.answer import Answer, Seconds
from qa.continuity import Continuity, goes_on
from qa.conversation import Reading, ReadingKind, Turn, propose
from qa.facts import Fact, weigh
from qa.followups.bridging import Bridge, bridges
from qa.followups.topic import as_spoken_of, topics
from qa.forms import FITS, fit
from qa.question import AnswerKind, Question, understand
from qa.quoting import Quoting
from qa.reader import Reader, Span
from qa.smalltalk import reply_to
from qa.support import support_model

# Passages read at first, and each further time while nothing would be answered: most answers
# lie in the first few.
PASSAGES_A_STEP = 10
# Passages read in all for one question while nothing is answered. Of 548 questions to three folders as many
# were answered rightly, and as many met silence, with 20 as with 60, in half the time
# (``tests.benchmarks.depth``).
MOST_PASSAGES = 20
# Passages ranked for one question: the best are read, of the others those of other articles once there is
# an answer.
_RANKED = 60
# Nothing more is begun after this many seconds.
_BUDGET_SECONDS = 1.5
# Other readings of a follow-up that are looked up, at most.
_OTHER_READINGS = 2
# A reading less likely than this share of the likeliest is not what was meant, however good its answer
# (chosen by looking at what was read wrongly, not fitted).
_WORTH_TRYING = 0.2
# A reading is looked up beside one that has an answer, and offered beside one that is answered, when
# it is at least this share as likely: as a reading, or as a reading with a right answer.
_ABOUT_AS_LIKELY = 0.5
# Passages of other articles that are read once there is an answer: sources agree, or they do not. Few,
# since every answer waits for them; how many are best was not measured.
_ELSEWHERE = 6
# In a library of at most so many passages those that share no word with the question are ranked too, last.
_SMALL_LIBRARY = 500
# What may be quoted as an answer; captions, menus and the like are found by search alone.
_QUOTABLE = frozenset({Kind.BODY})


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What one reading of the question came to; ``facts`` are best first, none when it has no answer.

    ``certainty`` is how likely it is that what the reading took from another answer is right.
    """

    reading: Reading
    question: Question
    found: Found
    facts: Sequence[Fact]
    answered: bool
    seconds: Seconds
    certainty: float = 1.0

    @property
    def support(self) -> float:
        return self.certainty * self.facts[0].support if self.facts else 0.0

    @property
    def standing(self) -> tuple[bool, float]:
        """What outcomes are ranked by: an answer before silence, then the likelier to be right.

        An answer is right when the question means this and the best fact answers it; of silences that
        about the likeliest meaning comes first.
        """
        return self.answered, self.reading.prior * (self.support if self.answered else 1.0)


class Answerer:
    """Answers questions from one library with one reader."""

    def __init__(
        self,
        library: Library,
        reader: Reader,
        *,
        least_support: float | None = None,
        most_passages: int = MOST_PASSAGES,
    ) -> None:
        """``least_support``, in 0..1, is what an answer needs; None takes the trained threshold.

        ``most_passages`` are read for one question at most.
        """
        self.library = library
        self._reader = reader
        self._most_passages = most_passages
        self._model = support_model()
        self.least_support = self._model.least_support if least_support is None else least_support

    def answer(self, question: str, turns: Sequence[Turn] = ()) -> Answer:
        """Answer in the light of the earlier turns, oldest first; silent when nothing is supported."""
        reply = reply_to(question)
        if reply is not None:
            return Answer(question=question, answered=False, reply=reply)
        outcomes: list[_Outcome] = []
        until = time.perf_counter() + _BUDGET_SECONDS
        before = Continuity(turns, self.library) if turns and goes_on(question) else None
        readings = propose(question, turns, self.library)[: 1 + _OTHER_READINGS]
        for reading in readings:
            if reading.prior < _WORTH_TRYING * readings[0].prior:
                break
            likely = reading.prior / _ABOUT_AS_LIKELY
            if not any(done.answered and done.reading.prior > likely for done in outcomes):
                outcomes.append(self._look_up(question, reading, until, before))
        outcomes = self._bridged(outcomes, until, before)
        if not any(done.answered for done in outcomes):
            outcomes += self._as_spoken_of(max(outcomes, key=lambda done: done.standing).reading, until)
        # Equals keep their order, so that a silence stays about the question as it was asked.
        outcomes.sort(key=lambda outcome: outcome.standing, reverse=True)
        return self._say(question, outcomes)

    def _as_spoken_of(self, reading: Reading, until: float) -> list[_Outcome]:
        """Look up once more a reading that names the topic, read as passages about it speak of it."""
        spoken = as_spoken_of(reading.text, topics(self.library))
        return [self._look_up(spoken, replace(reading, kind=ReadingKind.TOPIC), until)] if spoken else []

    def _bridged(self, outcomes: list[_Outcome], until: float, before: Continuity | None) -> list[_Outcome]:
        """Add what comes of the best reading with somebody whom it tells by another looked up first.

        Whoever "Ada's brother" is, is no answer to who plays him: what answered so answers no more.
        """
        best = max(outcomes, key=lambda done: done.standing)
        for bridge in bridges(best.reading.text)[:1]:
            asked = replace(best.reading, text=bridge.question, kind=ReadingKind.BRIDGED)
            meant = self._look_up(bridge.question, asked, until)
            if not meant.answered or not _names_whom(bridge, meant.facts[0]):
                break
            name = meant.facts[0].text
            if best.answered and agree(name, best.facts[0].text, AnswerKind.PERSON):
                outcomes = [replace(done, answered=False) if done is best else done for done in outcomes]
            text = bridge.crossed(name)
            crossed = self._look_up(text, replace(asked, text=text), until, before)
            crossed = replace(crossed, certainty=meant.support)
            outcomes = [*outcomes, replace(crossed, answered=crossed.support >= self.least_support)]
        return outcomes

    def turn(self, question: str, turns: Sequence[Turn] = ()) -> Turn:
        """Answer, as the next turn of a conversation."""
        return Turn.of(self.answer(question, turns))

    def converse(self, questions: Sequence[str]) -> Answer:
        """Answer the last of the questions in the light of the others, asked before it in this order.

        Raises ValueError when there is none.
        """
        if not questions:
            raise ValueError("there is no question to answer")
        turns: list[Turn] = []
        for earlier in questions[:-1]:
            turns.append(self.turn(earlier, turns))
        return self.answer(questions[-1], turns)

    def _look_up(
        self, asked: str, reading: Reading, until: float, before: Continuity | None = None
    ) -> _Outcome:
        """Retrieve and read for one reading of what was asked; begin no further step after ``until``.

        ``before`` is what the turns before it said, where it goes on with them.

        A passage of an article about the collection's own topic speaks of "the show" or "it" where the
        title has the name, so where only the topic was filled in, the question is read as it was asked.
        """
        question = understand(reading.text)
        began = time.perf_counter()
        found = rank_passages(self.library, question, max(_RANKED, self._most_passages))
        retrieved = time.perf_counter()
        words = asked if reading.kind is ReadingKind.TOPIC else reading.text
        words = _corrected(words, found.corrections)
        spans: list[Span] = []

        def weighed(hits: Sequence[Hit]) -> list[Fact]:
            """Read these passages too and weigh all that was found so far."""
            spans.extend(self._reader.read(words, [hit.passage for hit in hits]))
            spans.sort(key=lambda span: -span.score)
            return weigh(question, found, spans, self.library, self._model, before)

        facts, left = list[Fact](), self._most_passages
        unread = _near_first(found.hits, before.near if before else ())
        while unread and left > 0:
            step = min(PASSAGES_A_STEP, left)
            facts, unread, left = weighed(unread[:step]), unread[step:], left - step
            if self._answers(facts):
                elsewhere = _of_other_articles(unread, facts[0])
                unread = [hit for hit in unread if hit not in elsewhere]
                facts = weighed(elsewhere) if elsewhere else facts
            if self._answers(facts) or time.perf_counter() > until:
                break
        seconds = Seconds(retrieve=retrieved - began, read=time.perf_counter() - retrieved)
        return _Outcome(reading, question, found, facts, self._answers(facts), seconds)

    def _answers(self, facts: Sequence[Fact]) -> bool:
        return bool(facts) and facts[0].support >= self.least_support

    def _say(self, asked: str, outcomes: Sequence[_Outcome]) -> Answer:
        """Make the record of the first outcome; another may be offered."""
        best = outcomes[0]
        quoting = Quoting(self.library, best.question, self.least_support)
        citations = quoting.citations(best.facts) if best.answered else ()
        return Answer(
            question=asked,
            understood_as=best.reading.text if best.reading.text != asked else None,
            otherwise_understood_as=_otherwise(asked, outcomes),
            answered=best.answered,
            answer=citations[0].quote if citations else None,
            support=best.support,
            citations=citations,
            disagreements=quoting.disagreements(best.facts) if best.answered else (),
            opinions=quoting.opinions(best.facts) if best.answered else (),
            nearest=() if best.answered else quoting.nearest(best.found, best.facts),
            corrections=dict(best.found.corrections),
            missing=best.found.missing,
            seconds=Seconds(
                retrieve=sum(each.seconds.retrieve for each in outcomes),
                read=sum(each.seconds.read for each in outcomes),
            ),
        )


def _names_whom(bridge: Bridge, fact: Fact) -> bool:
    """Tell whether the fact is a name, and its passage speaks of such a relation at all."""
    related = set(terms(bridge.relation)) <= set(terms(fact.best.span.passage.spaced))
    return related and fit(AnswerKind.PERSON, fact.text) == FITS


def _near_first(hits: Sequence[Hit], near: Sequence[Passage]) -> list[Hit]:
    """Return the hits in the order to be read: those of the first step, which the near passages are in."""
    first = [Hit(passage, 0.0) for passage in near if passage.kind in _QUOTABLE]
    held = {hit.passage for hit in hits[: PASSAGES_A_STEP - len(first)]}
    first = [hit for hit in first if hit.passage not in held]
    put = {hit.passage for hit in first}
    rest = [hit for hit in hits if hit.passage not in put]
    cut = PASSAGES_A_STEP - len(first)
    return [*rest[:cut], *first, *rest[cut:]]


def _of_other_articles(hits: Sequence[Hit], fact: Fact) -> list[Hit]:
    """Return the best hits outside the articles that state the fact: they may say the same, or another."""
    stating = {evidence.span.passage.source for evidence in fact.evidence}
    others = (hit for hit in hits if hit.score > 0 and hit.passage.source not in stating)
    return list(islice(others, _ELSEWHERE))


def _otherwise(asked: str, outcomes: Sequence[_Outcome]) -> str | None:
    """Return another reading whose different answer is about as likely to be right as the first one's."""
    best = outcomes[0]
    if not best.answered:
        return None
    least = _ABOUT_AS_LIKELY * best.standing[1]
    others = (
        other.reading.text
        for other in outcomes[1:]
        if other.answered and other.standing[1] >= least and other.facts[0].text != best.facts[0].text
    )
    return next((text for text in others if text != asked), None)


def rank_passages(library: Library, question: Question, most: int = _RANKED) -> Found:
    """Rank the passages that may be quoted; in a small library those that share no word follow."""
    found = library.search(question.text, most, kinds=_QUOTABLE)
    room = most - len(found.hits)
    if not room or len(library.passages) > _SMALL_LIBRARY:
        return found
    ranked = {hit.passage for hit in found.hits}
    rest = (passage for passage in library.passages if passage.kind in _QUOTABLE and passage not in ranked)
    return replace(found, hits=(*found.hits, *(Hit(passage, 0.0) for passage in islice(rest, room))))


def _corrected(text: str, corrections: Mapping[str, str]) -> str:
    """Return the question with its misspelt words put right, for a reader that knows words as written."""
    put_right, done = [], 0
    for start, end in tokens(text):
        put_right += [text[done:start], corrections.get(text[start:end], text[start:end])]
        done = end
    return "".join((*put_right, text[done:]))
