"""Whether two sentences speak of the one event that a question asks about.

Two dates contradict each other only as dates of the same thing. Both sentences must hold
the words of the question to a like degree, its verb above all, and nothing in them may
show another frame: other years, another season, a plan, a denial.
"""

from __future__ import annotations

from qa.comparing.claims import Claim, Seen, is_year
from qa.comparing.frames import namesakes, one_frame
from qa.comparing.meanings import KIND_WORDS, meaning
from qa.comparing.subjects import of_another
from qa.comparing.uniqueness import SUPERLATIVES, event_words
from qa.language.stems import WordForm, worded
from qa.question import QUANTITATIVE, AnswerKind

# Of the question's words that either sentence holds, both must hold this share.
_LEAST_SHARED = 0.66
# Of the question's words both sentences together hold this share, if they speak of it at all.
_LEAST_EXPLAINED = 0.75
# Of the words of the question's names a sentence must hold this share, or speak in pronouns.
_LEAST_NAMED = 0.6


def same_event(
    question: str, first: Claim, second: Claim, expects: AnswerKind | None, *, both_answer: bool = False
) -> bool:
    """Tell whether both claims speak of the event in the question, as far as words can show.

    Where ``both_answer`` it, for all that a reader can tell, an amount or a date may be told in other words.
    """
    one, other = Seen(question, first), Seen(question, second)
    if (
        not one_frame(question, one, other, expects)
        or of_another(question, one, other)
        or namesakes(question, _named(_asked(question, one, other)), one, other)
    ):
        return False
    if both_answer and expects in QUANTITATIVE:
        # Of 372 such questions put to held-out collections, each with one truth, none was given two sides.
        return True
    return _share(question, one, other, expects)


def share_the_question(question: str, first: Claim, second: Claim, expects: AnswerKind | None) -> bool:
    """Tell whether both sentences have the question's words to a like degree, whatever their frame."""
    return _share(question, Seen(question, first), Seen(question, second), expects)


def _asked(question: str, one: Seen, other: Seen) -> list[WordForm]:
    """Return the question's telling words, without those of which both claims say what they are."""
    answered = one.answered & other.answered
    return [
        word
        for word in worded(question)
        if not word.function and word.folded not in KIND_WORDS and meaning(word) not in answered
    ]


def _named(asked: list[WordForm]) -> list[WordForm]:
    return [word for word in asked if word.capital and word.start and not is_year(word)]


def _share(question: str, one: Seen, other: Seen, expects: AnswerKind | None) -> bool:
    asked = _asked(question, one, other)
    named = _named(asked)
    plain = [
        word
        for word in asked
        if word not in named and not is_year(word) and not _apposed(question, word, named)
    ]
    if not _names_shared(named, one, other, strict=not plain):
        return False
    if not plain:
        return bool(named)
    held = [{word for word in plain if seen.holds(word) or seen.goes_on_about(word)} for seen in (one, other)]
    needed = _needed(question, plain, expects)
    for seen, words in zip((one, other), held, strict=True):
        if seen.casts(named):
            words.update(word for word in plain if word.family == "play")
    if not all(needed <= words for words in held):
        return False
    if not all(seen.said_together(needed) or seen.casts(named) for seen in (one, other)):
        return False
    either, shared = held[0] | held[1], held[0] & held[1]
    return len(either) >= _LEAST_EXPLAINED * len(plain) and len(shared) >= max(1, _LEAST_SHARED * len(either))


def _the_head(seen: Seen, named: list[WordForm]) -> bool:
    """Tell whether the sentence says "the bridge" for a name of several words that ends with "Bridge"."""
    head = named[-1].folded
    return len(named) > 1 and any(
        before.folded == "the" and word.folded == head and not word.capital
        for before, word in zip(seen.words, seen.words[1:], strict=False)
    )


def _needed(question: str, plain: list[WordForm], expects: AnswerKind | None) -> set[WordForm]:
    """Return the words that name the event and have to stand in the answer's clause."""
    if expects is AnswerKind.DATE:
        return {plain[-1]}
    named_by = event_words(question, expects)
    return set(plain) if named_by & SUPERLATIVES else {word for word in plain if word.folded in named_by}


def _apposed(question: str, word: WordForm, named: list[WordForm]) -> bool:
    """Tell whether the word only introduces the name right after it: "the composer Anton …"."""
    determined = question[: word.start].rstrip().endswith((" the", " a", " an"))
    return determined and any(name.start == word.end + 1 for name in named)


def _names_shared(named: list[WordForm], one: Seen, other: Seen, *, strict: bool) -> bool:
    """Tell whether each sentence has the question's names, or has pronouns in their stead.

    Where both have only pronouns, the names must be the last before them.
    """
    if not named:
        return True
    shares = [
        max(
            sum(seen.holds(word) for word in named) / len(named),
            _LEAST_NAMED if _the_head(seen, named) or seen.speaks_of(named) else 0.0,
            sum(seen.goes_on_about(word) for word in named) / len(named),
        )
        for seen in (one, other)
    ]
    if strict or max(shares) < _LEAST_NAMED:
        return min(shares) >= _LEAST_NAMED
    return all(
        share >= _LEAST_NAMED or not any(word.capital and word.start for word in seen.words)
        for share, seen in zip(shares, (one, other), strict=True)
    )
