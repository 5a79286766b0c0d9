"""What speaks for a fact: figures of its best span, of the passage it stands in and of its rivals."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from index.blocks import without_marks
from index.library import Found, Library
from index.passages import Passage
from index.sentences import sentences
from index.terms import is_function_word, query_terms, terms
from qa.continuity import Continuity
from qa.forms import FITS, fit
from qa.language.quantities import quantities_in
from qa.question import EXPLAINED, AnswerKind, Question, understand
from qa.support import Features
from qa.wording import Wording, term_set

if TYPE_CHECKING:
    from qa.facts import Evidence

# A reader's lead is of the order of ten; features are of the order of one.
_LEAD_SCALE = 5.0
# The logistic function is flat beyond this; keeps exp() from overflowing.
_STEEPEST = 30.0
# The furthest apart of two facts, in the reader's logits, that still makes a difference.
_FURTHEST = 10.0
# In so many of the reader's logits a rival that lies behind fades by 1/e. Of 1, 1.5, 2, 3 and 5 it orders the
# answers of held-out collections best from 3 on (area under risk-coverage 0.306, with 1 0.308).
_RIVAL_FADES = 3.0
# Passages before and behind, of which the best span's may speak without naming things again.
_AROUND = 3
# Words behind a number among which what it counts is named ("12 undefined characters"), in one clause.
_COUNTED_WORDS = 3
_CLAUSE_END = re.compile(r"[.,;:!?()\n]")
# "Ada Berg: In July.", in an interview.
_SPEAKER = re.compile(r"[#>*_\s]*[^\W\d_a-z][\w .’'-]{0,40}[*_]*:\s")
# What asks for a date to the day.
_TO_THE_DAY = frozenset({"date", "day"})
# Hits of which the one that holds most of the question is a measure for the others.
_FIRST_HITS = 10


class Bench:
    """Weighs facts found for one question in one library."""

    def __init__(
        self, question: Question, found: Found, library: Library, before: Continuity | None = None
    ) -> None:
        """Weigh the question's words by their rarity; a word that no passage holds is the rarest."""
        self._question = question
        self._before = before
        self._library = library
        self._wording = Wording(question.text, found, library)
        self._focus = frozenset(terms(question.focus)) if question.focus else frozenset()
        self._best_met = max(
            (self._wording.met(term_set(hit.passage.spaced)) for hit in found.hits[:_FIRST_HITS]), default=0.0
        )

    def features(self, best: Evidence, other_leads: Sequence[float]) -> Features:
        """Return the figures of the fact with that best evidence, beside others of these leads."""
        passage, wording = best.span.passage, self._wording
        here = _said_or_over(passage)
        over = term_set(self._library.article(passage.source).title)
        around = here.union(*(term_set(each.spaced) for each in self._around(passage)))
        sentence = self._said_in(best.sentence_text)
        start, end = best.span.start - passage.start, best.span.end - passage.start
        lead = best.span.score
        others = wording.of_others(passage.text)
        counted = self._counted(best)
        sentence_met = wording.met(sentence)
        decides = float(self._question.expects is AnswerKind.YESNO)
        figures = Features(
            lead=lead / _LEAD_SCALE,
            sure=_sure(lead),
            behind=0.0,
            ahead=0.0,
            rivals=0.0,
            sentence_coverage=sentence_met,
            passage_coverage=wording.met(here | over),
            surroundings_coverage=wording.met(around | over),
            coverage_behind=max(0.0, self._best_met - wording.met(here)),
            pairs=wording.paired(passage.text),
            nearness=wording.nearness(passage.text, start, end),
            names_missing=wording.unnamed((here | over) - others),
            names_missing_nearby=wording.unnamed((sentence | over) - others),
            focus_missing=float(bool(self._focus & wording.weights.keys() - here)),
            kind_fits=float(fit(self._question.expects, best.span.text) == FITS),
            counts_asked=float(not self._focus.isdisjoint(counted)),
            counts_other=float(bool(counted) and self._focus.isdisjoint(counted)),
            length=math.log1p(len(best.span.text.split())),
            telegram=float(not self._question.cue),
            explains=float(self._question.expects in EXPLAINED),
            decides=decides,
            undecided=decides * (1.0 - sentence_met),
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
        line = _SPEAKER.sub("", without_marks(line), count=1)
        if not line.endswith("?") or understand(line).expects is not self._question.expects:
            return False
        title = term_set(self._library.article(passage.source).title)
        explains = self._question.expects in EXPLAINED
        return self._wording.asks_alike(query_terms(line), title, freely=explains)

    @property
    def asks_for_a_day(self) -> bool:
        """Whether the question wants a date to the day: "on what date …", "which day …"."""
        return self._question.expects is AnswerKind.DATE and self._question.focus in _TO_THE_DAY

    def from_before(self, best: Evidence) -> float:
        """Return what the turns before speak for the evidence, in log-odds; 0 where there are none."""
        return self._before.log_odds(self._question, best.span) if self._before else 0.0

    def _said_in(self, sentence: str) -> frozenset[str]:
        """Return the terms of the sentence, without the speaker's name where it shares no other."""
        label = _SPEAKER.match(sentence)
        told = term_set(sentence[label.end() :]) if label else frozenset[str]()
        return told if label and not self._wording.met(told) else term_set(sentence)

    def _around(self, passage: Passage) -> Sequence[Passage]:
        """Return the passages next to this one, and the article's first, which says what it is about."""
        of = self._library.passages_of(passage.source)
        at = bisect_left(of, passage.start, key=lambda each: each.start)
        return [*of[:1], *of[max(0, at - _AROUND) : at + _AROUND + 1]]

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


def _said_or_over(passage: Passage) -> frozenset[str]:
    """Return the terms of the passage, and of the question and the heading that stand over it."""
    return term_set(passage.spaced) | term_set(passage.question) | term_set(passage.heading)


def beside(figures: Features, other_leads: Sequence[float]) -> Features:
    """Return a fact's figures as they are beside other facts of these leads, in the reader's logits."""
    lead = figures.lead * _LEAD_SCALE
    best_other = max(other_leads, default=lead - _FURTHEST)
    return replace(
        figures,
        behind=max(0.0, min(_FURTHEST, best_other - lead)) / _LEAD_SCALE,
        ahead=max(0.0, min(_FURTHEST, lead - best_other)) / _LEAD_SCALE,
        rivals=math.log1p(sum(math.exp(min(0.0, other - lead) / _RIVAL_FADES) for other in other_leads)),
    )


def _sure(lead: float) -> float:
    """Return the reader's own probability that the span beats no answer (its lead is in logits)."""
    return 1 / (1 + math.exp(-max(-_STEEPEST, min(_STEEPEST, lead))))
