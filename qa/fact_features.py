"""What speaks for a fact: figures of its best span, of the passage it stands in and of its rivals."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from index.library import Found, Library
from index.passages import Passage
from index.sentences import sentences
from index.terms import is_function_word, terms, terms_of, words
from index.words import tokens
from qa.forms import DOES_NOT_FIT, FITS, fit
from qa.language.quantities import quantities_in
from qa.question import EXPLAINED, AnswerKind, Question, understand
from qa.support import Features

if TYPE_CHECKING:
    from qa.facts import Evidence

# A reader's lead is of the order of ten; features are of the order of one.
_LEAD_SCALE = 5.0
# The logistic function is flat beyond this; keeps exp() from overflowing.
_STEEPEST = 30.0
# The furthest apart of two facts, in the reader's logits, that still makes a difference.
_FURTHEST = 10.0
# Words over which the nearness of a question's word fades by 1/e.
_REACH = 10.0
# Passages before and behind, of which the best span's may speak without naming things again.
_AROUND = 3
# Words behind a number among which what it counts is named ("12 undefined characters"), in one clause.
_COUNTED_WORDS = 3
_CLAUSE_END = re.compile(r"[.,;:!?()\n]")
# An article's own question is the one asked when it has this share of its weight, and this with its title's.
_ASKED_BY_ITSELF, _ASKED_WITH_TITLE = 1 / 3, 0.9
# Hits of which the one that holds most of the question is a measure for the others.
_FIRST_HITS = 10


class Bench:
    """Weighs facts found for one question in one library."""

    def __init__(self, question: Question, found: Found, library: Library) -> None:
        """Weigh the question's words by their rarity; a word that no passage holds is the rarest."""
        self._question = question
        self._library = library
        self._weights = {
            term: library.rarity(term)
            for term in (*found.terms, *(term for word in found.missing for term in terms_of(word)))
        }
        self._total = sum(self._weights.values())
        self._names = _named(question.text)
        self._focus = frozenset(terms(question.focus)) if question.focus else frozenset()
        asked_in_order = [term for term in terms(question.text) if term in self._weights]
        self._pairs = set(pairwise(asked_in_order))
        self._best_coverage = max(
            (self._share(_terms(hit.passage.spaced)) for hit in found.hits[:_FIRST_HITS]), default=0.0
        )
        asked = max(1, len(self._weights))
        self._unknown = self._share(term for word in found.missing for term in terms_of(word))
        self._corrected = min(1.0, len(found.corrections) / asked)

    def features(self, evidence: Sequence[Evidence], other_leads: Sequence[float]) -> Features:
        """Return the figures of the fact with that evidence, best first, beside others of these leads."""
        best = evidence[0]
        passage = best.span.passage
        here = _terms(passage.spaced)
        over = _terms(self._library.article(passage.source).title) | _terms(passage.question)
        around = here.union(*(_terms(each.spaced) for each in self._around(passage)))
        sentence = _terms(best.sentence_text)
        said = _terms(best.span.text)
        absent = self._weights.keys() - here - over
        lead = best.span.score
        fits = fit(self._question.expects, best.span.text)
        counted = self._counted(best)
        figures = Features(
            lead=lead / _LEAD_SCALE,
            sure=_sure(lead),
            behind=0.0,
            ahead=0.0,
            rivals=0.0,
            sentence_coverage=self._share(sentence),
            passage_coverage=self._share(here | over),
            surroundings_coverage=self._share(around | over),
            coverage_behind=max(0.0, self._best_coverage - self._share(here)),
            pairs=self._paired(passage),
            nearness=self._nearness(best),
            rarest_missing=self._rarest(absent - self._focus),
            names_missing=self._unnamed(here | over),
            names_missing_nearby=self._unnamed(sentence | over),
            focus_missing=float(bool(self._focus & self._weights.keys() - here)),
            terms_unknown=self._unknown,
            terms_corrected=self._corrected,
            kind_fits=float(fits == FITS),
            kind_misfits=float(fits == DOES_NOT_FIT),
            counts_asked=float(not self._focus.isdisjoint(counted)),
            counts_other=float(bool(counted) and self._focus.isdisjoint(counted)),
            repeats=self._repeats(said),
            other_articles=_agreeing(evidence, lambda item: item.span.passage.source, passage.source),
            other_passages=_agreeing(
                [item for item in evidence if item.span.passage.source == passage.source],
                lambda item: item.span.passage.id,
                passage.id,
            ),
            length=math.log1p(len(best.span.text.split())),
            telegram=float(not self._question.cue),
            explains=float(self._question.expects in EXPLAINED),
            decides=float(self._question.expects is AnswerKind.YESNO),
        )
        return beside(figures, other_leads)

    def is_asked_there(self, best: Evidence) -> bool:
        """Tell whether the article asks this very question right before the span's sentence.

        As in an interview or a list of frequent questions: for an answer of the same kind, in these words,
        some of which the title may have.
        """
        passage = best.span.passage
        before = passage.text[: best.sentence[0] - passage.start].rstrip()
        line = before[sentences(before)[-1][0] :] if before else passage.question
        if not line.endswith("?") or understand(line).expects is not self._question.expects:
            return False
        title = _terms(self._library.article(passage.source).title)
        return (
            self._share(_terms(line)) >= _ASKED_BY_ITSELF
            and self._share(_terms(line) | title) >= _ASKED_WITH_TITLE
        )

    def _around(self, passage: Passage) -> Sequence[Passage]:
        """Return the passages next to this one, and the article's first, which says what it is about."""
        of = self._library.passages_of(passage.source)
        at = bisect_left(of, passage.start, key=lambda each: each.start)
        return [*of[:1], *of[max(0, at - _AROUND) : at + _AROUND + 1]]

    def _share(self, part: Iterable[str]) -> float:
        """Return the share of the question's weight that these terms make up."""
        if not self._total:
            return 0.0
        return sum(self._weights[term] for term in self._weights.keys() & set(part)) / self._total

    def _unnamed(self, present: Collection[str]) -> float:
        """Return the share of the names of which no part is present: a surname stands for the whole name."""
        return self._share(term for name in self._names if name.isdisjoint(present) for term in name)

    def _rarest(self, part: Collection[str]) -> float:
        """Return the greatest weight among these terms as a share of the greatest of the question's."""
        greatest = max(self._weights.values(), default=0.0)
        return max((self._weights[term] for term in part), default=0.0) / greatest if greatest else 0.0

    def _nearness(self, best: Evidence) -> float:
        """Return the coverage by the words around the span, those further off counting less."""
        if not self._total:
            return 0.0
        placed = _placed(best.span.passage.text)
        start, end = best.span.start - best.span.passage.start, best.span.end - best.span.passage.start
        before = sum(place < start for place, _ in placed)
        inside = sum(start <= place < end for place, _ in placed)
        nearest: dict[str, int] = {}
        for number, (_, term) in enumerate(placed):
            if term in self._weights:
                away = max(before - number, number - before - inside + 1, 0)
                nearest[term] = min(away, nearest.get(term, away))
        return (
            sum(self._weights[term] * math.exp(-away / _REACH) for term, away in nearest.items())
            / self._total
        )

    def _paired(self, passage: Passage) -> float:
        """Return the share of the question's neighbouring terms that are neighbours in the passage too."""
        return len(self._pairs & _pairs(passage.text)) / len(self._pairs) if self._pairs else 0.0

    def _counted(self, best: Evidence) -> frozenset[str]:
        """Return the terms of what the span's number counts, where the question asks how many."""
        if self._question.expects is not AnswerKind.NUMBER or not self._focus:
            return frozenset()
        passage, span = best.span.passage, best.span
        numbers = quantities_in(span.text)
        if not numbers:
            return frozenset()
        after = passage.text[span.start + numbers[0].end - passage.start :]
        following = _CLAUSE_END.split(after, maxsplit=1)[0].split()[:_COUNTED_WORDS]
        group = takewhile(lambda word: not is_function_word(word), following)
        return frozenset(terms(" ".join(group)))

    def _repeats(self, said: Collection[str]) -> float:
        """Return the share of the answer's words that the question has already."""
        telling = [term for term in said if not is_function_word(term)]
        return sum(term in self._weights for term in telling) / len(telling) if telling else 1.0


def beside(figures: Features, other_leads: Sequence[float]) -> Features:
    """Return a fact's figures as they are beside other facts of these leads, in the reader's logits."""
    lead = figures.lead * _LEAD_SCALE
    best_other = max(other_leads, default=lead - _FURTHEST)
    return replace(
        figures,
        behind=max(0.0, min(_FURTHEST, best_other - lead)) / _LEAD_SCALE,
        ahead=max(0.0, min(_FURTHEST, lead - best_other)) / _LEAD_SCALE,
        rivals=math.log1p(sum(math.exp(min(0.0, other - lead)) for other in other_leads)),
    )


def _sure(lead: float) -> float:
    """Return the reader's own probability that the span beats no answer (its lead is in logits)."""
    return 1 / (1 + math.exp(-max(-_STEEPEST, min(_STEEPEST, lead))))


def _agreeing(evidence: Iterable[Evidence], place: Callable[[Evidence], str], own: str) -> float:
    """Return how much other places agree: the log of one and their number, each as far as it is sure."""
    surest: dict[str, float] = {}
    for item in evidence:
        where = place(item)
        if where != own:
            surest[where] = max(surest.get(where, 0.0), _sure(item.span.score))
    return math.log1p(sum(surest.values()))


# The spans of one question, and the steps in which they are found, share their passages.
@lru_cache(maxsize=2048)
def _placed(text: str) -> tuple[tuple[int, str], ...]:
    """Return the terms of a text with the place of the word each comes from."""
    return tuple((start, term) for start, end in tokens(text) for term in terms_of(text[start:end]))


@lru_cache(maxsize=2048)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Return the terms that follow each other in a text, function words passed over."""
    return frozenset(pairwise(term for _, term in _placed(text) if not is_function_word(term)))


@lru_cache(maxsize=4096)
def _terms(text: str) -> frozenset[str]:
    return frozenset(terms(text))


def _named(text: str) -> list[frozenset[str]]:
    """Return the index terms of each of a question's names and numbers.

    They are told by capitals, digits and number words; neighbouring capitals are one name.
    """
    named: list[frozenset[str]] = []
    follows = False
    for place, (start, end) in enumerate(words(text)):
        word = text[start:end]
        number = bool(quantities_in(word))
        if not number and (place == 0 or not word[0].isupper()):
            follows = False
            continue
        if follows and not number:
            named[-1] |= frozenset(terms(word))
        else:
            named.append(frozenset(terms(word)))
        follows = not number
    return named
