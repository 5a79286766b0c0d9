"""From weighed facts to citations: which words are quoted, and from which places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice

from index.library import Found, Library
from index.passages import Passage
from index.sentences import sentences
from index.terms import query_terms, terms
from qa.answer import Citation, Side
from qa.comparing.opinions import asks_judgement
from qa.facts import Evidence, Fact, cannot_both_hold
from qa.language.lists import enumeration_around
from qa.language.word_classes import is_plural_noun
from qa.question import EXPLAINED, NAMED, AnswerKind, Question
from qa.support import support_model

# Places cited for one fact; members cited of a list; passages shown when nothing is answered.
_PLACES = 6
_MEMBERS = 12
_NEAREST = 3
# A fact that is hardly possible is no nearer than a passage of the question's words.
_LEAST_SHOWN = 0.01


class Quoting:
    """Quotes facts found for one question in one library."""

    def __init__(self, library: Library, question: Question, least_support: float) -> None:
        self._library = library
        self._question = question
        self._least_support = least_support
        self._asks_judgement = asks_judgement(question.text)

    def citations(self, facts: Sequence[Fact]) -> tuple[Citation, ...]:
        """Cite the best fact, the best place first; where several are asked for, the other members too."""
        cited = list(self._places(facts[0], facts[0].support))
        if self._wants_several and not self._asks_judgement:
            supported = [fact for fact in facts[1:_MEMBERS] if fact.support >= self._least_support]
            further = (next(iter(self._places(fact, fact.support))) for fact in supported)
            cited += [place for place in further if not any(_within(place, other) for other in cited)]
        return tuple(cited)

    def place(self, fact: Fact) -> Citation:
        """Cite the best place of a fact."""
        return self._citation(fact.best, fact.support)

    def disagreements(self, facts: Sequence[Fact]) -> tuple[Side, ...]:
        """Return the other facts, well supported in themselves, that cannot hold beside the best one.

        Judgements all can. Two facts of one sentence, which is quoted whole for a yes or no, are one side.
        """
        if self._asks_judgement:
            return ()
        # Whoever wants to see less supported answers too is not told that these contradict each other.
        likely = support_model().least_support
        sides = (
            _side(fact, tuple(self._places(fact, fact.unrivalled)))
            for fact in facts[1:]
            if fact.unrivalled >= self._least_support
            and cannot_both_hold(self._question, facts[0], fact, likely)
        )
        apart: dict[str, Side] = {}
        for side in sides:
            apart.setdefault(side.citations[0].reference, side)
        return tuple(apart.values())

    def opinions(self, facts: Sequence[Fact]) -> tuple[Side, ...]:
        """Return what each other article says best to a question that asks for a judgement, else nothing."""
        if not self._asks_judgement:
            return ()
        heard = {evidence.span.passage.source for evidence in facts[0].evidence}
        sides = []
        for fact in facts[1:]:
            source = fact.best.span.passage.source
            if fact.unrivalled >= self._least_support and source not in heard:
                heard.add(source)
                sides.append(_side(fact, (self._citation(fact.best, fact.unrivalled),)))
        return tuple(sides)

    def nearest(self, found: Found, facts: Sequence[Fact]) -> tuple[Citation, ...]:
        """Quote the sentences of the best facts, and where these are few, of the best passages.

        None of them is an answer; the best facts' hold it twice as often as the best passages' do. Nothing
        is near when no passage has a word of the question.
        """
        hits = [hit for hit in found.hits[:_NEAREST] if hit.score > 0]
        if not hits:
            return ()
        worth_it = (fact.best for fact in facts if fact.support >= _LEAST_SHOWN)
        of_facts = ((best.span.passage, best.sentence) for best in worth_it)
        of_passages = ((hit.passage, self._nearest_sentence(hit.passage)) for hit in hits)
        places = chain(of_facts, of_passages)
        distinct = dict.fromkeys((passage.source, place) for passage, place in places)
        return tuple(
            Citation.at(self._library.article(source), *place, place, 0.0)
            for source, place in islice(distinct, _NEAREST)
        )

    def _places(self, fact: Fact, support: float) -> Iterable[Citation]:
        """Cite a fact's places, one per sentence, each with that support."""
        seen: set[tuple[str, int]] = set()
        for evidence in fact.evidence:
            place = (evidence.span.passage.source, evidence.sentence[0])
            if place not in seen and len(seen) < _PLACES:
                seen.add(place)
                replies = fact.asked_there and evidence is fact.best
                yield self._citation(evidence, support, replies=replies)

    def _citation(self, evidence: Evidence, support: float, *, replies: bool = False) -> Citation:
        article = self._library.article(evidence.span.passage.source)
        return Citation.at(article, *self._quoted(evidence, replies=replies), evidence.sentence, support)

    def _quoted(self, evidence: Evidence, *, replies: bool) -> tuple[int, int]:
        """Return the span to quote: for a yes or no the deciding sentence, of a list all its members.

        Where the article itself asks why or how, the sentence that ``replies`` explains as a whole.
        """
        span, start = evidence.span, evidence.sentence[0]
        if self._question.expects is AnswerKind.YESNO or (replies and self._question.expects in EXPLAINED):
            return evidence.sentence
        around = None
        if self._wants_several:
            around = enumeration_around(evidence.sentence_text, span.start - start, span.end - start)
        return (start + around[0], start + around[1]) if around else (span.start, span.end)

    @property
    def _wants_several(self) -> bool:
        focus = self._question.focus
        named = self._question.expects in NAMED and focus is not None and is_plural_noun(focus)
        return named or self._question.expects is AnswerKind.LIST

    def _nearest_sentence(self, passage: Passage) -> tuple[int, int]:
        """Return where the sentence stands that shares most with the question."""
        wanted = set(query_terms(self._question.text))
        start, end = max(
            sentences(passage.text), key=lambda place: len(wanted & set(terms(passage.text[slice(*place)])))
        )
        return passage.start + start, passage.start + end


def _side(fact: Fact, citations: tuple[Citation, ...]) -> Side:
    return Side(answer=citations[0].quote, support=fact.unrivalled, citations=citations)


def _within(inner: Citation, outer: Citation) -> bool:
    return inner.source == outer.source and outer.start <= inner.start and inner.end <= outer.end
