"""Anaphora: finding the words of a question that stand for something said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.followups.asking import only_told
from qa.followups.leaning import Anaphor, Form, Rival
from qa.followups.rivals import rival_before, rival_of, stands_for_nothing
from qa.language.mentions import Mention, mentions
from qa.language.word_classes import (
    ADVERB,
    AUXILIARY,
    BE,
    CONJUNCTION,
    DEMONSTRATIVE,
    FUNCTION,
    LIGHT_VERB,
    PREPOSITION,
    TIME_NOUN,
    WH,
    listed,
)
from qa.language.words import Word, split_words

_PRONOUNS = {
    "he": Form.HE,
    "him": Form.HE,
    "his": Form.HE,
    "she": Form.SHE,
    "her": Form.SHE,
    "hers": Form.SHE,
    "it": Form.IT,
    "its": Form.IT,
    "they": Form.THEY,
    "them": Form.THEY,
    "their": Form.THEY,
    "theirs": Form.THEY,
}
# Nouns of "the …" that need nothing more to be known, or that a question brings itself.
KNOWN_ALONE = listed(
    "world sun moon earth internet public end beginning start past future media government law army navy "
    "name term word meaning definition difference first last most best worst largest smallest biggest "
    "highest lowest oldest youngest longest main only same total average number amount percentage"
)
_OPENS_COMPLEMENT = listed(
    "of for in on at by from to that which who whose where when with about between used called named"
)
_ORDINAL = listed("first second third fourth last latter former other next previous new old")


def anaphora(question: str) -> list[Anaphor]:
    """Return the words of ``question`` that lean on what was said before it, in order.

    Those of a sentence that only tells, before or behind the one that asks, are left out.
    """
    words = split_words(question)
    told = only_told(question)
    named = mentions(question)
    found: list[Anaphor] = []
    taken = 0
    for at in range(len(words)):
        if at < taken or any(start <= words[at].start < end for start, end in told):
            continue
        anaphor, length = _anaphor_at(question, words, at, named)
        if anaphor:
            found.append(anaphor)
            taken = at + length
    return found


def _anaphor_at(
    question: str, words: Sequence[Word], at: int, named: Sequence[Mention]
) -> tuple[Anaphor | None, int]:
    """Return the anaphor that begins at the word, and how many words it takes."""
    low = words[at].low
    after = words[at + 1].low if at + 1 < len(words) else ""
    found: tuple[Anaphor | None, int] = (None, 1)
    if low in _PRONOUNS and not (low == "it" and stands_for_nothing(question, words[at])):
        found = _pronoun(question, words, at, after, named), 1
    elif low in DEMONSTRATIVE and not stands_for_nothing(question, words[at]):
        found = _demonstrative(question, words, at, named)
    elif low in ("there", "then"):
        found = _adverb(words, at, after), 1
    elif low == "which" and after in ("one", "ones"):
        found = _which_one(words, at), 2
    elif low == "the" and (ending := _ends_in_one(words, at)):
        found = _simple(Form.ONE, words, at, ending), ending - at + 1
    elif low == "the":
        found = _definite(question, words, at, named)
    return found


def _adverb(words: Sequence[Word], at: int, after: str) -> Anaphor | None:
    """Read "there" and "then" as a place and a time; not "there is", nor a "then" that only goes on."""
    before = words[at - 1].low if at else ""
    if words[at].low == "then":
        return _simple(Form.THAT_TIME, words, at, at) if at == len(words) - 1 and at > 2 else None
    exists = before in AUXILIARY or after in AUXILIARY | {"'s"}
    return None if exists else _simple(Form.THERE, words, at, at)


def _simple(form: Form, words: Sequence[Word], first: int, last: int, rival: Rival = Rival.NONE) -> Anaphor:
    before = words[first - 1].low if first else ""
    return Anaphor(
        form,
        words[first].start,
        words[last].end,
        " ".join(word.text for word in words[first : last + 1]),
        preposition=before if before in PREPOSITION else "",
        rival=rival,
    )


def _pronoun(question: str, words: Sequence[Word], at: int, after: str, named: Sequence[Mention]) -> Anaphor:
    word = words[at]
    form = _PRONOUNS[word.low]
    possessive = word.low in ("his", "its", "their") and after not in AUXILIARY
    if word.low == "her":
        possessive = bool(after) and after not in FUNCTION - {"first", "last", "own", "other"}
    before = words[at - 1].low if at else ""
    return Anaphor(
        form,
        word.start,
        word.end,
        word.text,
        possessive=possessive,
        preposition=before if before in PREPOSITION else "",
        rival=rival_of(question, words, at, form, named, possessive=possessive),
    )


def _demonstrative(
    question: str, words: Sequence[Word], at: int, named: Sequence[Mention]
) -> tuple[Anaphor | None, int]:
    """Read "that?", "after this", "these men", "that year", "that one"; not "the man that left"."""
    word = words[at]
    before = words[at - 1].low if at else ""
    after = words[at + 1].low if at + 1 < len(words) else ""
    if word.low in ("that", "those") and after in _OPENS_COMPLEMENT and before not in AUXILIARY:
        return None, 1
    if not at and after in BE | {"'s", "will"} and not question.rstrip().endswith("?"):
        # "That is all, thank you."
        return None, 1
    opens_clause = before and before not in AUXILIARY | PREPOSITION | WH | CONJUNCTION | {"'s"}
    if word.low == "that" and opens_clause and after and after not in TIME_NOUN:
        return None, 1
    if after in ("one", "ones"):
        return _simple(Form.ONE, words, at, at + 1), 2
    last = _noun_end(question, words, at)
    if before in AUXILIARY and at < 4 and last > at:
        # "did that cause …", "was this successful?", "was this album popular?": the verb or adjective goes
        follows = words[last + 1].low if last + 1 < len(words) else ""
        whole = follows not in ADVERB | LIGHT_VERB | AUXILIARY if before not in BE else not follows
        last -= whole
    if last == at:
        return _simple(Form.THIS, words, at, at, rival_before(words, at, named)), 1
    noun = words[last].low
    form = Form.THAT_TIME if noun in TIME_NOUN else Form.THIS_NOUN
    return replace(_simple(form, words, at, last, rival_before(words, at, named)), noun=noun), last - at + 1


def _noun_end(question: str, words: Sequence[Word], at: int) -> int:
    """Return the index of the noun group's last word after a determiner; ``at`` itself where none follows."""
    last = at
    while last + 1 < len(words) and last < at + 3:
        following = words[last + 1]
        broken = question[words[last].end : following.start].strip()
        if broken or following.low in FUNCTION | {"'s"} or following.low.endswith(("ed", "ing")):
            break
        last += 1
    return last


def _definite(
    question: str, words: Sequence[Word], at: int, named: Sequence[Mention]
) -> tuple[Anaphor | None, int]:
    """Read "the band" where nothing follows that says which band."""
    last = min(_noun_end(question, words, at), at + 2)
    group = words[at + 1 : last + 1]
    if not group or any(word.capital or word.low in KNOWN_ALONE or word.low.isdigit() for word in group):
        return None, 1
    inverted = at and words[at - 1].low in AUXILIARY and at < 4
    if inverted and last == at + 2 and words[at - 1].low not in BE:
        last, group = at + 1, group[:1]
    following = words[last + 1].low if last + 1 < len(words) else ""
    if following in _OPENS_COMPLEMENT or (following == "'s" and last + 2 >= len(words)):
        return None, 1
    if any(mention.proper and mention.start >= words[last].end for mention in named[:1]):
        return None, 1
    found = _simple(Form.THE_NOUN, words, at, last, rival_before(words, at, named))
    return replace(found, noun=group[-1].low), last - at + 1


def _which_one(words: Sequence[Word], at: int) -> Anaphor | None:
    following = words[at + 2].low if at + 2 < len(words) else ""
    return None if following == "of" else _simple(Form.WHICH_ONE, words, at, at + 1)


def _ends_in_one(words: Sequence[Word], at: int) -> int:
    """Return the index of "one" in "the other one"; 0 where there is none or "one of …" follows."""
    for ahead in (1, 2):
        place = at + ahead
        if place < len(words) and words[place].low in ("one", "ones"):
            follows = words[place + 1].low if place + 1 < len(words) else ""
            return 0 if follows == "of" else place
        if place >= len(words) or words[place].low not in _ORDINAL:
            return 0
    return 0
