"""Whether two sentences speak within one frame: of one year, one season, one place, and of what is so.

A sentence that plans, denies or doubts, or that qualifies what the question names otherwise than
the question or the other sentence does, speaks of something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qa.comparing.claims import Seen
from qa.comparing.meanings import KIND_WORDS, is_listed, meaning
from qa.language.stems import WordForm, worded
from qa.language.word_classes import (
    BE,
    IRREGULAR_PARTICIPLE,
    IRREGULAR_PAST,
    LIGHT_VERB,
    MONTH,
    listed,
)
from qa.question import QUANTITATIVE, AnswerKind

# Words of which one, said of a thing, shows that it is not what another is said of.
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
# Words that deny what their clause says.
_DENIALS = listed("not never didn't wasn't isn't hasn't")
# Words that say of an event that it is planned, denied, doubted or repeated.
_NO_FACT = listed(
    "denied denies deny rumour rumor rumoured rumored wrongly falsely mistakenly planned plans "
    "proposed expected scheduled due supposed originally initially re again would might could allegedly"
)


def one_frame(question: str, one: Seen, other: Seen, expects: AnswerKind | None) -> bool:
    """Tell whether nothing in either sentence shows that it speaks of another event than the other."""
    if _is_no_fact(one) or _is_no_fact(other):
        return False
    if (
        not one.years_fit(other)
        or _contrasting(question, one, other)
        or _other_than_asked(question, one, other)
        or _differently_qualified(one, other)
    ):
        return False
    # Amounts and dates change from one place to the next.
    return expects not in QUANTITATIVE or not _elsewhere(one, other)


def _is_no_fact(seen: Seen) -> bool:
    """Tell whether the sentence plans or doubts, or its clause with the answer denies ("£2, and not £3")."""
    if _NO_FACT & seen.low:
        return True
    return not _DENIALS.isdisjoint(word.folded for word in seen.clause)


def namesakes(question: str, named: list[WordForm], one: Seen, other: Seen) -> bool:
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


def _other_than_asked(question: str, one: Seen, other: Seen) -> bool:
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
    verb = (
        word.folded in LIGHT_VERB | KIND_WORDS | IRREGULAR_PAST | IRREGULAR_PARTICIPLE
        or is_listed(word)
        or word.folded.endswith("ed")
    )
    return not word.function and not verb


def _mere(word: WordForm) -> bool:
    """Tell whether the word before a noun does not tell which one is meant."""
    return word.function or word.folded[0].isdigit() or word.folded.endswith("ly") or word.folded in BE


def _contrasting(question: str, one: Seen, other: Seen) -> bool:
    """Tell whether a sentence says "second" where the question, or the other one, says "first"."""
    asked = {word.folded for word in worded(question)}
    for family in _CONTRASTS:
        wanted = family & asked
        if wanted and any(family & seen.low and not wanted & seen.low for seen in (one, other)):
            return True
    return False


def _differently_qualified(one: Seen, other: Seen) -> bool:
    """Tell whether one noun has different names or ordinals before it: "English", "Japanese version"."""
    mine, theirs = _qualified(one), _qualified(other)
    return any(mine[noun].isdisjoint(theirs[noun]) for noun in mine.keys() & theirs.keys())


def _qualified(seen: Seen) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    ordinals = _CONTRASTS[0]
    for before, word in zip(seen.words, seen.words[1:], strict=False):
        between = seen.text[before.end : word.start]
        telling = (before.capital and not before.function and before.start > 0) or before.folded in ordinals
        if telling and not between.strip(" -") and not word.function:
            found.setdefault(word.stem, set()).add(before.folded)
    return found


def _elsewhere(one: Seen, other: Seen) -> bool:
    """Tell whether the sentences are about different named places: "in Japan", "in France"."""
    mine, theirs = _where(one), _where(other)
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _where(seen: Seen) -> set[str]:
    return {
        word.folded
        for before, word in zip(seen.words, seen.words[1:], strict=False)
        if before.folded in ("in", "at") and word.capital and word.folded not in MONTH
    }
