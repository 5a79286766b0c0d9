"""The pipeline: resolve the question, look up what it may mean, answer or stay silent."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from index.library import Library
from index.likeness import likeness
from index.terms import query_terms, terms
from qa.agreement import agree
from qa.answer import Answer, ArticleName, Seconds
from qa.bylines import byline_of
from qa.continuity import Continuity, goes_on
from qa.conversation import Reading, ReadingKind, Turn, propose, resolve
from qa.facts import Fact
from qa.followups.bridging import Bridge, bridges
from qa.followups.coordination import two_questions
from qa.followups.ellipsis import preamble_cut
from qa.forms import FITS, fit
from qa.idioms import said_plainly
from qa.lookup import MOST_PASSAGES, Circumstances, LookUp, Outcome
from qa.question import AnswerKind
from qa.quoting import Quoting
from qa.reader import Reader
from qa.readers import second_opinion
from qa.scope import Scope, last_sources
from qa.second_tries import second_tries
from qa.smalltalk import reply_to
from qa.support import SupportModel, support_model

# After this many seconds no reading is read further than its first passages, which always are.
_BUDGET_SECONDS = 1.5
# Other readings of a follow-up that are looked up, at most.
_OTHER_READINGS = 2
# A reading less likely than this share of the likeliest is not what was meant, however good its answer
# (chosen by looking at what was read wrongly, not fitted).
_WORTH_TRYING = 0.2
# A reading is looked up beside one that has an answer, and offered beside one that is answered, when
# it is at least this share as likely: as a reading, or as a reading with a right answer.
_ABOUT_AS_LIKELY = 0.5
# A relation is spoken of in a word that is so like it, of 1: "siblings" for a brother (``index.likeness``).
_ALIKE = 0.35
# An answer that is right, its reading too, with less than this share of the support an answer needs is a
# guess (chosen: of 69 follow-ups to three folders it took three wrong answers away, and none that is right).
_NO_GUESS = 0.4


class Answerer:
    """Answers questions from one library with one reader."""

    def __init__(
        self,
        library: Library,
        reader: Reader,
        *,
        least_support: float | None = None,
        most_passages: int = MOST_PASSAGES,
        model: SupportModel | None = None,
    ) -> None:
        """``least_support``, in 0..1, is what an answer needs; None takes the trained threshold.

        ``most_passages`` are read for one question at most; ``model`` tells support, by default the shipped.
        """
        self.library = library
        other = second_opinion(reader)
        self._other = other and Answerer(
            library,
            other.reader,
            least_support=least_support,
            most_passages=most_passages,
            model=other.support,
        )
        model = model or support_model()
        self.least_support = model.least_support if least_support is None else least_support
        self._look_up = LookUp(
            library, reader, model, least_support=self.least_support, most_passages=most_passages
        )

    def answer(self, question: str, turns: Sequence[Turn] = ()) -> Answer:
        """Answer in the light of the earlier turns, oldest first; silent when nothing is supported.

        Where the reader meets silence in all wordings, another one is asked, if it has one. Of two
        questions in one the first is answered, and the second offered.
        """
        reply = reply_to(question)
        if reply is not None:
            return Answer(question=question, answered=False, reply=reply)
        if both := two_questions(question):
            first = self.answer(both[0], turns)
            turn = Turn.of(first)
            then = resolve(both[1], [*turns, turn], self.library).text
            told = {"understood_as": turn.understood_as, "otherwise_understood_as": then}
            return first.model_copy(update={"question": question, **told})
        given = self._by_own_reader(question, turns)
        if given.answered or self._other is None:
            return given
        again = self._other.answer(question, turns)
        said = again if again.answered else given
        return said.model_copy(update={"seconds": given.seconds + again.seconds})

    def _by_own_reader(self, question: str, turns: Sequence[Turn]) -> Answer:
        asked = preamble_cut(question)
        outcomes: list[Outcome] = []
        within = Circumstances(
            until=time.perf_counter() + _BUDGET_SECONDS,
            before=Continuity(turns, self.library) if turns and goes_on(asked) else None,
            cited=last_sources(turns),
        )
        readings = propose(asked, turns, self.library)[: 1 + _OTHER_READINGS]
        for reading in _with_idioms(readings):
            if reading.prior < _WORTH_TRYING * readings[0].prior:
                break
            likely = reading.prior / _ABOUT_AS_LIKELY
            if not any(done.answered and done.reading.prior > likely for done in outcomes):
                outcomes.append(self._look_up(asked, reading, within))
        outcomes = self._bridged([self._unless_guessed(done) for done in outcomes], within)
        if not any(done.answered for done in outcomes):
            outcomes += self._tried_again(max(outcomes, key=lambda done: done.standing), within)
        # Equals keep their order, so that a silence stays about the question as it was asked.
        outcomes.sort(key=lambda outcome: outcome.standing, reverse=True)
        said = self._say(question, asked, outcomes)
        return said if said.answered else self._signed(said, within.cited)

    def _signed(self, silent: Answer, cited: Collection[str]) -> Answer:
        """Return the name in an article's byline, where that is what is asked for; else the silence."""
        name = byline_of(silent.understood_as or silent.question, self.library, cited)
        if name is None or name.support < self.least_support:
            return silent
        told = {"answered": True, "answer": name.quote, "support": name.support, "citations": (name,)}
        return silent.model_copy(update={**told, "nearest": (), "missing": ()})

    def _unless_guessed(self, done: Outcome) -> Outcome:
        """Return the outcome, silent where hardly both its reading and its answer are right."""
        likely = done.reading.prior * done.support >= _NO_GUESS * self.least_support
        return done if likely else replace(done, answered=False)

    def _tried_again(self, silent: Outcome, within: Circumstances) -> Iterator[Outcome]:
        """Look up other wordings of what met silence, until one is answered."""
        for wording in second_tries(silent, self.library):
            found = self._look_up(wording.asked, wording.reading, within)
            yield found
            if found.answered:
                return

    def _bridged(self, outcomes: list[Outcome], within: Circumstances) -> list[Outcome]:
        """Add what comes of the best reading with somebody whom it tells by another looked up first.

        Whoever "Ada's brother" is, is no answer to who plays him, nor is what is said of Ada alone: what
        answered so answers no more.
        """
        best = max(outcomes, key=lambda done: done.standing)
        bridge = next(iter(bridges(best.reading.text)), None)
        if bridge is None:
            return outcomes
        asked = replace(best.reading, text=bridge.question, kind=ReadingKind.BRIDGED)
        meant = self._look_up(bridge.question, asked, replace(within, before=None))
        who = meant.facts[0] if meant.answered and self._names_whom(bridge, meant.facts[0]) else None
        told = best.answered and (
            (bridge.is_of_a_family and not _speak_of_such(best.facts[0].best.span.passage.spaced, bridge))
            or (who is not None and agree(who.text, best.facts[0].text, AnswerKind.PERSON))
        )
        # The look-up took its time whether or not anything comes of it.
        charged = replace(best, answered=best.answered and not told, seconds=best.seconds + meant.seconds)
        outcomes = [charged if done is best else done for done in outcomes]
        if who is None:
            return outcomes
        text = bridge.crossed(who.text)
        found = self._look_up(text, replace(asked, text=text), within)
        sure = replace(found, rests_on=who, answered=found.support >= self.least_support)
        crossed = self._unless_guessed(sure)
        if crossed.answered:
            # With a name in the place of the relation the reader takes nobody else for the one who is meant.
            outcomes = [replace(done, answered=False) if done is charged else done for done in outcomes]
        return [*outcomes, crossed]

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

    def _say(self, question: str, asked: str, outcomes: Sequence[Outcome]) -> Answer:
        """Make the record of the first outcome; another may be offered.

        ``asked`` is the question without what only opens it.
        """
        best = outcomes[0]
        quoting = Quoting(self.library, best.question, self.least_support)
        citations = quoting.citations(best.facts) if best.answered else ()
        return Answer(
            question=question,
            understood_as=best.reading.text if best.reading.text != asked else None,
            otherwise_understood_as=_otherwise(asked, outcomes),
            looked_in=self._names(best.scope),
            answered=best.answered,
            answer=citations[0].quote if citations else None,
            support=best.support,
            citations=citations,
            disagreements=quoting.disagreements(best.facts) if best.answered else (),
            opinions=quoting.opinions(best.facts) if best.answered else (),
            rests_on=(quoting.place(best.rests_on),) if best.answered and best.rests_on else (),
            nearest=() if best.answered else quoting.nearest(best.found, best.facts),
            corrections=dict(best.found.corrections),
            missing=best.found.missing,
            seconds=sum((each.seconds for each in outcomes), Seconds()),
        )

    def _names_whom(self, bridge: Bridge, fact: Fact) -> bool:
        """Tell whether the fact is a name, its sentence of such a relation, and its passage of that owner.

        Ada's mother is neither "Ada Berg" nor anybody else whom the question calls by name.
        """
        passage = fact.best.span.passage
        around = {*terms(passage.spaced), *terms(self.library.article(passage.source).title)}
        related = _speak_of_such(fact.best.sentence_text, bridge)
        owned = not around.isdisjoint(query_terms(bridge.owner))
        name = set(terms(fact.text))
        another = not (name <= set(terms(bridge.text)) or set(terms(bridge.owner)) <= name)
        return related and owned and another and fit(AnswerKind.PERSON, fact.text) == FITS

    def _names(self, scope: Scope) -> tuple[ArticleName, ...]:
        sources = sorted(scope.sources or ())
        return tuple(ArticleName.model_validate(self.library.article(source)) for source in sources)


def _with_idioms(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the readings, each idiom also in plain words, which are as likely meant and read as they are."""
    for reading in readings:
        yield reading
        for plainly in said_plainly(reading.text):
            yield replace(reading, text=plainly, kind=ReadingKind.AS_ASKED)


def _speak_of_such(said: str, bridge: Bridge) -> bool:
    """Tell whether the words speak of a brother, or of siblings, where Ada's brother is meant.

    Relations outside a family ("the author of") are spoken of in that word alone.
    """
    least = _ALIKE if bridge.is_of_a_family else 1.0
    return float(min(likeness(terms(bridge.relation), frozenset(terms(said))))) >= least


def _otherwise(asked: str, outcomes: Sequence[Outcome]) -> str | None:
    """Return another reading whose different answer is about as likely to be right as the first one's."""
    best = outcomes[0]
    if not best.answered:
        return None
    least = _ABOUT_AS_LIKELY * best.standing[1]
    others = (
        other.reading.text
        for other in outcomes[1:]
        if other.answered
        and other.standing[1] >= least
        and not agree(other.facts[0].text, best.facts[0].text, best.question.expects)
    )
    return next((text for text in others if text != asked), None)
