"""Whether two sentences speak of the one event that a question asks about.

Two dates contradict each other only as dates of the same thing. Both sentences must hold
the words of the question to a like degree, its verb above all, and nothing in them may
show another frame: other years, another season, a plan, a denial.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa.comparing.uniqueness import SUPERLATIVES, event_words
from qa.language.dates import Date, dates_in
from qa.language.stems import WordForm, worded
from qa.language.word_classes import BE, LIGHT_VERB, MONTH, listed
from qa.question import AnswerKind

# Of the question's words that either sentence holds, both must hold this share.
_LEAST_SHARED = 0.66
# Of the question's words both sentences together hold this share, if they speak of it at all.
_LEAST_EXPLAINED = 0.75
# Of the words of the question's names a sentence must hold this share, or speak in pronouns.
_LEAST_NAMED = 0.6
# From this length on a word that begins another one is taken for the same (glued words, compounds).
_PREFIX = 5

# Words that mean the same in questions of fact; each row one meaning, each word for its whole family.
# A verb alone in its row names an event that no other verb names.
_MEANINGS = (
    "die kill lose perish",
    "open inaugurate",
    "premiere release debut launch air",
    "cost price sell spend budget pay charge",
    "begin start",
    "end finish over",
    "found establish",
    "include involve participate part enrol recruit",
    "win victory",
    "bear born birth birthplace",
    "write author novelist",
    "direct",
    "discover discovery",
    "create",
    "weigh",
    "high tall metre m feet",
    "long last run minute",
    "live inhabitant resident population people person",
    "employ employee staff worker",
    "build construct",
    "hold happen occur",
    "play portray star",
    "compose",
    "sink",
    "buy purchase",
    "cancel discontinue axe",
    "sign",
    "locate situate lie stand",
    "base headquarters",
    "marry wedding",
    "have has consist comprise contain",
    "score",
    "story plot storyline tale",
)
# Words that only say what kind of answer is wanted; sentences that answer rarely hold them.
_KIND_WORDS = listed(
    "year date day month time city town country place location state village name title person actor "
    "actress percentage percent number amount long old tall high far much many deep heavy fast large big "
    "team year's take took took place period hold held happen happen happened occur occurred exactly did "
    "total there"
)
_CONTRASTS = (
    listed("first second third fourth fifth sixth seventh eighth ninth tenth last final next previous"),
    listed("north south east west northern southern eastern western"),
    listed("left right"),
    listed("male female men women boys girls"),
    listed("adult adults child children"),
    listed("old new former"),
    listed("spring summer autumn winter"),
    listed("one two three four five"),
)
_NO_FACT = listed(
    "not never denied denies deny rumour rumor rumoured rumored wrongly falsely mistakenly planned plans "
    "proposed expected scheduled due supposed originally initially re again would might could didn't wasn't "
    "isn't hasn't allegedly"
)
# Where another clause begins, in which another event may stand.
_CLAUSE = re.compile(
    r"[;:–—]|,?\s(?:but|while|although|though|whereas|after|before|when|until)\s|,\s(?:and|who|which|where)\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """An answer and the sentence that it stands in."""

    answer: str
    sentence: str

    @property
    def place(self) -> tuple[int, int]:
        """Where the answer stands in its sentence; (0, 0) where it does not."""
        start = self.sentence.find(self.answer) if self.answer else -1
        return (start, start + len(self.answer)) if start >= 0 else (0, 0)


def _meanings() -> dict[str, str]:
    return {word.family: row for row in _MEANINGS for word in worded(row)}


_MEANING_OF: dict[str, str] = _meanings()


def meaning(word: WordForm) -> str:
    """Return what stands for the word and all that mean the same."""
    return _MEANING_OF.get(word.family, word.family)


def same_meaning(one: WordForm, other: WordForm) -> bool:
    """Tell whether two words are one word or listed as meaning the same, not merely of one family."""
    return one.stem == other.stem or (one.family in _MEANING_OF and meaning(one) == meaning(other))


def same_event(question: str, first: Claim, second: Claim, expects: AnswerKind | None) -> bool:
    """Tell whether both claims speak of the event in the question, as far as words can show."""
    one, other = _Seen(question, first), _Seen(question, second)
    if _NO_FACT & one.low or _NO_FACT & other.low:
        return False
    if (
        not one.years_fit(other)
        or _contrasting(question, one, other)
        or _other_than_asked(question, one, other)
        or _differently_qualified(one, other)
    ):
        return False
    if expects in (AnswerKind.DATE, AnswerKind.NUMBER, AnswerKind.MONEY, AnswerKind.DURATION) and _elsewhere(
        one, other
    ):
        return False
    return _share_the_question(question, one, other, expects)


class _Seen:
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
        self.asked_years = {int(word.folded) for word in worded(question) if _is_year(word)}
        before = claim.sentence[:start].rstrip().removesuffix("(")
        self.bracketed_by = (
            [word for word in worded(before)[-2:] if word.capital] if len(before) < start else []
        )

    def years_fit(self, other: _Seen) -> bool:
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

    def said_together(self, needed: Collection[WordForm]) -> bool:
        """Tell whether the words stand in the answer's own clause."""
        start, end = self.answer
        since = max((cut.end() for cut in _CLAUSE.finditer(self.text, 0, start)), default=0)
        later = _CLAUSE.search(self.text, end)
        until = later.start() if later else len(self.text)
        clause = [word for word in self.words if since <= word.start and word.end <= until]
        meanings = {meaning(word) for word in clause}
        return all(
            meaning(word) in meanings or any(here.folded.startswith(word.stem) for here in clause)
            for word in needed
        )

    def casts(self, named: Collection[WordForm]) -> bool:
        """Tell whether the answer stands in brackets after a name: "Maud (Ines Alder)"."""
        in_brackets = self.text[: self.answer[0]].rstrip().endswith("(")
        return in_brackets and bool({word.stem for word in self.bracketed_by} & {word.stem for word in named})


def _is_year(word: WordForm) -> bool:
    return word.folded.isdecimal() and len(word.folded) == 4


def _share_the_question(question: str, one: _Seen, other: _Seen, expects: AnswerKind | None) -> bool:
    answered = one.answered & other.answered
    asked = [
        word
        for word in worded(question)
        if not word.function and word.folded not in _KIND_WORDS and meaning(word) not in answered
    ]
    named = [word for word in asked if word.capital and word.start and not _is_year(word)]
    if _namesakes(question, named, one, other):
        return False
    plain = [
        word
        for word in asked
        if word not in named and not _is_year(word) and not _apposed(question, word, named)
    ]
    if not _names_shared(named, one, other, strict=not plain):
        return False
    if not plain:
        return bool(named)
    held = [{word for word in plain if seen.holds(word)} for seen in (one, other)]
    needed = _needed(question, plain, expects)
    for seen, words in zip((one, other), held, strict=True):
        if seen.casts(named):
            words.update(word for word in plain if word.family == "play")
    if not all(needed <= words for words in held):
        return False
    if not all(seen.said_together(needed) or seen.casts(named) for seen in (one, other)):
        return False
    either, both = held[0] | held[1], held[0] & held[1]
    return len(either) >= _LEAST_EXPLAINED * len(plain) and len(both) >= max(1, _LEAST_SHARED * len(either))


def _needed(question: str, plain: list[WordForm], expects: AnswerKind | None) -> set[WordForm]:
    """Return the words that name the event and have to stand in the answer's clause."""
    if expects is AnswerKind.DATE:
        return {plain[-1]}
    named_by = event_words(question, expects)
    return set(plain) if named_by & SUPERLATIVES else {word for word in plain if word.folded in named_by}


def _other_than_asked(question: str, one: _Seen, other: _Seen) -> bool:
    """Tell whether a sentence qualifies a noun otherwise than the question: "family", "household size"."""
    pairs = [(a, b) for a, b in _pairs(question, worded(question)) if not a.function and _noun(b)]
    for seen in (one, other):
        said = _pairs(seen.text, worded(seen.text))
        for asked, noun in pairs:
            before = {meaning(a) for a, b in said if meaning(b) == meaning(noun) and not _mere(a)}
            if before and meaning(asked) not in before:
                return True
    return False


def _pairs(text: str, words: Sequence[WordForm]) -> list[tuple[WordForm, WordForm]]:
    """Return the words that follow each other with a blank or hyphen between."""
    return [(a, b) for a, b in pairwise(words) if text[a.end : b.start] in (" ", "-")]


def _noun(word: WordForm) -> bool:
    """Tell whether the word may be a noun: not of the verbs that questions are asked with."""
    verb = word.folded in LIGHT_VERB | _KIND_WORDS or word.family in _MEANING_OF or word.folded.endswith("ed")
    return not word.function and not verb


def _mere(word: WordForm) -> bool:
    """Tell whether the word before a noun does not tell which one is meant."""
    return word.function or word.folded[0].isdigit() or word.folded.endswith("ly") or word.folded in BE


def _namesakes(question: str, named: list[WordForm], one: _Seen, other: _Seen) -> bool:
    """Tell whether one sentence puts a name before the question's, as no other does: a relation."""
    asked = {word.folded for word in worded(question)}
    stems = {word.stem for word in named}
    before = [
        {
            first.folded
            for first, second in zip(seen.words, seen.words[1:], strict=False)
            if second.stem in stems and first.capital and not first.function and second.start == first.end + 1
        }
        - asked
        for seen in (one, other)
    ]
    return before[0] != before[1]


def _apposed(question: str, word: WordForm, named: list[WordForm]) -> bool:
    """Tell whether the word only introduces the name right after it: "the composer Anton …"."""
    determined = question[: word.start].rstrip().endswith((" the", " a", " an"))
    return determined and any(name.start == word.end + 1 for name in named)


def _names_shared(named: list[WordForm], one: _Seen, other: _Seen, *, strict: bool) -> bool:
    """Tell whether each sentence has the question's names, or has pronouns in their stead."""
    if not named:
        return True
    shares = [sum(seen.holds(word) for word in named) / len(named) for seen in (one, other)]
    if strict or max(shares) < _LEAST_NAMED:
        return min(shares) >= _LEAST_NAMED
    return all(
        share >= _LEAST_NAMED or not any(word.capital and word.start for word in seen.words)
        for share, seen in zip(shares, (one, other), strict=True)
    )


def _contrasting(question: str, one: _Seen, other: _Seen) -> bool:
    """Tell whether a sentence says "second" where the question, or the other one, says "first"."""
    asked = {word.folded for word in worded(question)}
    for family in _CONTRASTS:
        wanted = family & asked
        if wanted and any(family & seen.low and not wanted & seen.low for seen in (one, other)):
            return True
    return False


def _differently_qualified(one: _Seen, other: _Seen) -> bool:
    """Tell whether one noun has different names or ordinals before it: "English", "Japanese version"."""
    mine, theirs = _qualified(one), _qualified(other)
    return any(mine[noun].isdisjoint(theirs[noun]) for noun in mine.keys() & theirs.keys())


def _qualified(seen: _Seen) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    ordinals = _CONTRASTS[0]
    for before, word in zip(seen.words, seen.words[1:], strict=False):
        between = seen.text[before.end : word.start]
        telling = (before.capital and not before.function and before.start > 0) or before.folded in ordinals
        if telling and not between.strip(" -") and not word.function:
            found.setdefault(word.stem, set()).add(before.folded)
    return found


def _elsewhere(one: _Seen, other: _Seen) -> bool:
    """Tell whether the sentences are about different named places: "in Japan", "in France"."""
    mine, theirs = _where(one), _where(other)
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _where(seen: _Seen) -> set[str]:
    return {
        word.folded
        for before, word in zip(seen.words, seen.words[1:], strict=False)
        if before.folded in ("in", "at") and word.capital and word.folded not in MONTH
    }
