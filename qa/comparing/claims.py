"""Claims: an answer with its sentence, and what that sentence holds beside the answer."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from index.sentences import sentences
from qa.comparing.meanings import meaning
from qa.language.dates import Date, dates_in
from qa.language.stems import WordForm, worded
from qa.language.word_classes import listed

# From this length on a word that begins another one is taken for the same (glued words, compounds).
_PREFIX = 5
_PRONOUNS = listed("he him his she her hers it its they them their")
_SUBJECTS = listed("he she it they")
# So many words at the beginning of a sentence name what it is about: "The old Lantern Museum".
_OPENING_WORDS = 4
# Where another clause begins, in which another event may stand.
_CLAUSE = re.compile(
    r"[;:–—]|,?\s(?:but|while|although|though|whereas|after|before|when|until)\s|,\s(?:and|who|which|where)\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """An answer, the sentence that it stands in, and what was said before, from the article's title on."""

    answer: str
    sentence: str
    before: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """Where the answer stands in its sentence; (0, 0) where it does not."""
        start = self.sentence.find(self.answer) if self.answer else -1
        return (start, start + len(self.answer)) if start >= 0 else (0, 0)


class Seen:
    """A claim's sentence, with its answer left out."""

    def __init__(self, question: str, claim: Claim) -> None:
        self.text = claim.sentence
        start, end = claim.place
        self.answer = (start, end)
        self.words = [word for word in worded(claim.sentence) if word.end <= start or word.start >= end]
        self.answered = {meaning(word) for word in worded(claim.answer)}
        self.low = {word.folded for word in self.words}
        self.meanings = {meaning(word) for word in self.words}
        self.years = frozenset[int]().union(
            *(
                dated.value.years
                for dated in dates_in(claim.sentence)
                if isinstance(dated.value, Date) and (dated.end <= start or dated.start >= end)
            )
        )
        self.before = claim.before
        self.asked_years = {int(word.folded) for word in worded(question) if is_year(word)}
        before = claim.sentence[:start].rstrip().removesuffix("(")
        self.bracketed_by = (
            [word for word in worded(before)[-2:] if word.capital] if len(before) < start else []
        )

    def years_fit(self, other: Seen) -> bool:
        """Tell whether both sentences can speak of one year, and of the question's."""
        if self.years and other.years and not self.years & other.years:
            return False
        if not self.asked_years or not (self.years or other.years):
            return True
        return bool(self.years & self.asked_years and other.years & self.asked_years)

    def holds(self, word: WordForm) -> bool:
        """Tell whether the sentence has the word, another of its meaning, or one that it begins."""
        if meaning(word) in self.meanings:
            return True
        if len(word.stem) < _PREFIX:
            return word.folded in self.low
        return any(here.folded.startswith(word.stem) for here in self.words)

    def speaks_of(self, named: Collection[WordForm]) -> bool:
        """Tell whether the sentence has a pronoun and no name, and what was named last is one of these.

        "It is 398 metres long", below the title "Marl Bridge". A sentence before that begins with a pronoun
        goes on about the same.
        """
        if _PRONOUNS.isdisjoint(self.low) or any(word.capital and word.start for word in self.words):
            return False
        meant = {meaning(word) for word in named}
        for start, end in reversed(sentences(self.before)):
            said = worded(self.before[start:end])
            names = {meaning(word) for word in said if word.capital and not word.function}
            if names and said[0].folded not in _PRONOUNS:
                return not names.isdisjoint(meant)
        return False

    def goes_on_about(self, word: WordForm) -> bool:
        """Tell whether the sentence begins with a pronoun, and the one before with a group of this word.

        "The Lantern Museum stands on the quay. It was founded in 1934 by Ada Berg."
        """
        first = worded(self.text)[:1]
        if not first or first[0].folded not in _SUBJECTS:
            return False
        for start, end in reversed(sentences(self.before)):
            said = worded(self.before[start:end])
            if said and said[0].folded not in _PRONOUNS:
                return any(meaning(word) == meaning(here) for here in said[:_OPENING_WORDS])
        return False

    @property
    def clause(self) -> list[WordForm]:
        """The words of the answer's own clause."""
        start, end = self.answer
        since = max((cut.end() for cut in _CLAUSE.finditer(self.text, 0, start)), default=0)
        later = _CLAUSE.search(self.text, end)
        until = later.start() if later else len(self.text)
        return [word for word in self.words if since <= word.start and word.end <= until]

    def said_together(self, needed: Collection[WordForm]) -> bool:
        """Tell whether the words stand in the answer's own clause."""
        clause = self.clause
        meanings = {meaning(word) for word in clause}
        return all(
            meaning(word) in meanings or any(here.folded.startswith(word.stem) for here in clause)
            for word in needed
        )

    def casts(self, named: Collection[WordForm]) -> bool:
        """Tell whether the answer stands in brackets after a name: "Maud (Ines Alder)"."""
        in_brackets = self.text[: self.answer[0]].rstrip().endswith("(")
        return in_brackets and bool({word.stem for word in self.bracketed_by} & {word.stem for word in named})


def is_year(word: WordForm) -> bool:
    """Tell whether the word is a number of four figures, as years are written."""
    return word.folded.isdecimal() and len(word.folded) == 4
