"""Look-up: one reading of a question is retrieved, read and weighed."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from index.library import Found, Library
from index.passages import Kind, Passage
from index.retriever import Hit
from index.terms import terms_of
from index.words import tokens
from qa.answer import Seconds
from qa.continuity import Continuity
from qa.conversation import Reading, ReadingKind
from qa.facts import Fact, weigh
from qa.kinship import related
from qa.question import Question, only_asks, understand
from qa.reader import Reader, Span
from qa.scope import Scope, scopes
from qa.support import SupportModel

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
# Passages of other articles that are read once there is an answer: sources agree, or they do not. Few,
# since every answer waits for them; how many are best was not measured.
_ELSEWHERE = 6
# In a library of at most so many passages those that share no word with the question are ranked too, last.
_SMALL_LIBRARY = 500
# What may be quoted as an answer: a caption says who is in a picture, which nothing else may. Headings, menus
# and the like are found by search alone.
_QUOTABLE = frozenset({Kind.BODY, Kind.CAPTION})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one reading of the question came to; ``facts`` are best first, none when it has no answer.

    ``scope`` is where it was looked up, at last. ``rests_on`` is the fact that the reading took from
    another answer: it answers only if that one is right.
    """

    reading: Reading
    question: Question
    scope: Scope
    found: Found
    facts: Sequence[Fact]
    answered: bool
    seconds: Seconds
    rests_on: Fact | None = None

    @property
    def support(self) -> float:
        """The probability that the best fact answers; 0 where there is none."""
        granted = self.rests_on.support if self.rests_on else 1.0
        return granted * self.facts[0].support if self.facts else 0.0

    @property
    def standing(self) -> tuple[bool, float]:
        """What outcomes are ranked by: an answer before silence, then the likelier to be right.

        An answer is right when the question means this and the best fact answers it; of silences that
        about the likeliest meaning comes first.
        """
        return self.answered, self.reading.prior * (self.support if self.answered else 1.0)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What holds for all look-ups of one question.

    No further step begins after ``until``, of ``time.perf_counter``. ``before`` is what the turns before
    said, where the question goes on with them, ``cited`` are the sources of the last, which "the other
    article" is not.
    """

    until: float
    before: Continuity | None = None
    cited: frozenset[str] = frozenset()


class LookUp:
    """Looks up readings of questions in one library with one reader."""

    def __init__(
        self,
        library: Library,
        reader: Reader,
        model: SupportModel,
        *,
        least_support: float,
        most_passages: int = MOST_PASSAGES,
    ) -> None:
        """Read ``most_passages`` for one reading at most, fewer when a fact has the ``least_support``."""
        self._library = library
        self._reader = reader
        self._model = model
        self._least_support = least_support
        self._most_passages = most_passages

    def __call__(self, asked: str, reading: Reading, within: Circumstances) -> Outcome:
        """Retrieve and read for one reading of what was asked.

        A passage of an article about the collection's own topic speaks of "the show" or "it" where the
        title has the name, so where only the topic was filled in, the question is read as it was asked.
        """
        first, *others = scopes(reading.text, self._library, within.cited)
        outcome = self._look_in(first, asked, reading, within)
        for scope in others:
            if outcome.answered:
                break
            wider = self._look_in(scope, asked, reading, within)
            outcome = replace(wider, seconds=outcome.seconds + wider.seconds)
        return outcome

    def _look_in(self, scope: Scope, asked: str, reading: Reading, within: Circumstances) -> Outcome:
        question = understand(reading.text)
        began = time.perf_counter()
        # What looks like a misspelt "when" may be a name that the articles have.
        slips = {typed: meant for typed, meant in question.slips.items() if not self._holds(typed)}
        query = _corrected(scope.searched, slips)
        found = rank_passages(self._library, query, max(_RANKED, self._most_passages), scope.sources)
        retrieved = time.perf_counter()
        words = asked if reading.kind is ReadingKind.TOPIC else scope.read
        words = _corrected(words, {**slips, **found.corrections})
        spans: list[Span] = []

        def weighed(hits: Sequence[Hit]) -> list[Fact]:
            """Read these passages too and weigh all that was found so far."""
            passages = [hit.passage for hit in hits]
            spans.extend(self._reader.read(words, passages))
            spans.extend(related(reading.text, passages, self._library.articles))
            spans.sort(key=lambda span: -span.score)
            return weigh(question, found, spans, self._library, self._model, within.before)

        facts, left = list[Fact](), self._most_passages
        near = [
            passage
            for passage in (within.before.near if within.before else ())
            if scope.covers(passage.source)
        ]
        unread = _near_first(found.hits, near)
        while unread and left > 0:
            step = min(PASSAGES_A_STEP, left)
            facts, unread, left = weighed(unread[:step]), unread[step:], left - step
            if self._answers(facts):
                elsewhere = _of_other_articles(unread, facts[0])
                unread = [hit for hit in unread if hit not in elsewhere]
                facts = weighed(elsewhere) if elsewhere else facts
            if self._answers(facts) or time.perf_counter() > within.until:
                break
        seconds = Seconds(retrieve=retrieved - began, read=time.perf_counter() - retrieved)
        return Outcome(reading, question, scope, found, facts, self._answers(facts), seconds)

    def _holds(self, word: str) -> bool:
        return any(self._library.holds(term) for term in terms_of(word))

    def _answers(self, facts: Sequence[Fact]) -> bool:
        return bool(facts) and facts[0].support >= self._least_support


def _near_first(hits: Sequence[Hit], near: Sequence[Passage]) -> list[Hit]:
    """Return the hits in the order to be read, the near passages last of the first step."""
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


def rank_passages(
    library: Library, query: str, most: int = _RANKED, sources: Collection[str] | None = None
) -> Found:
    """Rank the passages that may be quoted, of these articles or of all.

    In a small library those that share no word with the query follow. Of the words that no passage holds,
    those that only ask ("how long", "which year") are not missed.
    """
    found = library.search(query, most, kinds=_QUOTABLE, sources=sources)
    if found.missing:
        found = replace(found, missing=tuple(word for word in found.missing if not only_asks(query, word)))
    room = most - len(found.hits)
    if not room or len(library.passages) > _SMALL_LIBRARY:
        return found
    ranked = {hit.passage for hit in found.hits}
    rest = (
        passage
        for source in (library.articles if sources is None else sources)
        for passage in library.passages_of(source)
        if passage.kind in _QUOTABLE and passage not in ranked
    )
    return replace(found, hits=(*found.hits, *(Hit(passage, 0.0) for passage in islice(rest, room))))


def _corrected(text: str, corrections: Mapping[str, str]) -> str:
    """Return the question with its misspelt words put right, for a reader that knows words as written."""
    put_right, done = [], 0
    for start, end in tokens(text):
        put_right += [text[done:start], corrections.get(text[start:end], text[start:end])]
        done = end
    return "".join((*put_right, text[done:]))
