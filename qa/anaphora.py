"""Anaphora: the words of a question that stand for something said before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from qa.mentions import Mention, mentions
from qa.word_classes import (
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
    Word,
    is_plural_noun,
    listed,
    split_words,
)


class Form(StrEnum):
    """The kinds of words that lean on what was said."""

    HE = "he"
    SHE = "she"
    IT = "it"
    THEY = "they"
    THIS = "this"
    THIS_NOUN = "this noun"
    THE_NOUN = "the noun"
    THERE = "there"
    THAT_TIME = "that time"
    ONE = "one"
    WHICH_ONE = "which one"


PRONOUNS = (Form.HE, Form.SHE, Form.IT, Form.THEY)


class Rival(StrEnum):
    """What a question itself holds that its leaning words can stand for."""

    NONE = "none"
    COMMON = "common words"
    NAME = "a name"
    ASKED_FOR = "what is asked for"


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Leaning words at ``start`` to ``end`` of a question.

    ``possessive`` tells "his" from "he". ``noun`` is the noun of "this album" or "the
    band", lower-case. ``preposition`` is the word before, where it is one. ``rival`` says
    that the question itself holds something that the words can stand for ("What did Ada do when she …").
    """

    form: Form
    start: int
    end: int
    text: str
    possessive: bool = False
    noun: str = ""
    preposition: str = ""
    rival: Rival = Rival.NONE

    @property
    def plural(self) -> bool | None:
        """Whether the words stand for several; None where they do not show it."""
        if self.form is Form.THEY or self.text.lower() in ("these", "those", "which ones"):
            return True
        if self.noun:
            return is_plural_noun(self.noun)
        return None if self.form is Form.ONE else False


_PRONOUNS = {
    "he": Form.HE,
    "him": Form.HE,
    "his": Form.HE,
    "himself": Form.HE,
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
_SUBJECT_FORMS = listed("he she it they")
_OBJECT_FORMS = listed("him them")
_BEGINS_A_CLAUSE = CONJUNCTION | WH | listed("that before after to could can")
_WEATHER_AND_SUCH = re.compile(
    r"\bwhat time (?:is|was) it\b"
    r"|\b(?:does|did|will|would|has|can|could) it (?:(?:usually|typically|really) )?(?:take|took|taken|matter|cost to)\b"
    r"|\b(?:is|was|be|it's|it is|it was) (?:it )?(?:\w+ly )?(?:\w+ )(?:that|to|for \w+ to|if|when)\b",
    re.IGNORECASE,
)
# Nouns of "the …" that need nothing more to be known, or that a question brings itself.
_KNOWN_ALONE = listed(
    "world sun moon earth internet public end beginning start past future media government law army navy "
    "name term word meaning definition difference first last most best worst largest smallest biggest "
    "highest lowest oldest youngest longest main only same total average number amount percentage"
)
_OPENS_COMPLEMENT = listed(
    "of for in on at by from to that which who whose where when with about between used called named"
)
_ORDINAL = listed("first second third fourth last latter former other next previous new old")


def anaphora(question: str) -> list[Anaphor]:
    """Return the words of ``question`` that lean on what was said before it, in order."""
    words = split_words(question)
    named = mentions(question)
    found: list[Anaphor] = []
    taken = 0
    for at in range(len(words)):
        if at < taken:
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
    before = words[at - 1].low if at else ""
    after = words[at + 1].low if at + 1 < len(words) else ""
    if low in _PRONOUNS:
        if low == "it" and _stands_for_nothing(question, words[at]):
            return None, 1
        return _pronoun(words, at, after, named), 1
    if low in DEMONSTRATIVE:
        return _demonstrative(question, words, at, named)
    if low == "there" and before not in AUXILIARY and after not in AUXILIARY | {"'s"}:
        return _simple(Form.THERE, words, at, at), 1
    if low == "then" and at == len(words) - 1 and at > 2:
        return _simple(Form.THAT_TIME, words, at, at), 1
    if low == "which" and after in ("one", "ones"):
        return _which_one(words, at), 2
    if low == "the" and (ending := _ends_in_one(words, at)):
        return _simple(Form.ONE, words, at, ending), ending - at + 1
    if low == "the":
        return _definite(question, words, at, named)
    return None, 1


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


def _pronoun(words: Sequence[Word], at: int, after: str, named: Sequence[Mention]) -> Anaphor:
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
        rival=_rival(words, at, form, possessive, named),
    )


def _rival(words: Sequence[Word], at: int, form: Form, possessive: bool, named: Sequence[Mention]) -> Rival:
    """Return what earlier in the question the pronoun can stand for.

    A clause's subject can be meant by "his" or by the "he" of a later clause, not by a
    "him" of its own clause; "the name of it" means something else.
    """
    rival = Rival.NONE
    for mention in named:
        if (
            mention.end <= words[at].start
            and _can_be(mention, form)
            and _reaches(words, at, mention, possessive)
        ):
            rival = Rival.NAME if mention.proper or rival is Rival.NAME else Rival.COMMON
    first = words[0].low
    asked_subject = first in ("who", "which") or (
        first == "what" and len(words) > 1 and words[1].low not in AUXILIARY
    )
    if rival is Rival.NONE and possessive and asked_subject and not _auxiliary_before(words, at):
        return Rival.ASKED_FOR
    return rival


def _can_be(mention: Mention, form: Form) -> bool:
    if mention.determiner in ("any", "no"):
        return False
    if form in (Form.HE, Form.SHE):
        return not mention.plural and mention.sort not in ("time", "place")
    return form is not Form.IT or not (mention.plural or mention.sort == "person")


def _reaches(words: Sequence[Word], at: int, mention: Mention, possessive: bool) -> bool:
    low = words[at].low
    before = words[at - 1].low if at else ""
    between = [word.low for word in words if mention.end <= word.start < words[at].start]
    if before in PREPOSITION and not set(between) & (_BEGINS_A_CLAUSE - {"and", "or"}):
        # "the address and phone number of it"
        return possessive and before != "of"
    object_of_clause = low in _OBJECT_FORMS or before in PREPOSITION or at == len(words) - 1
    if possessive or (low in _SUBJECT_FORMS and not object_of_clause):
        return True
    return bool(set(between) & _BEGINS_A_CLAUSE)


def _auxiliary_before(words: Sequence[Word], at: int) -> bool:
    return any(word.low in AUXILIARY for word in words[1:at])


def _stands_for_nothing(question: str, word: Word) -> bool:
    return any(found.start() <= word.start < found.end() for found in _WEATHER_AND_SUCH.finditer(question))


def _demonstrative(
    question: str, words: Sequence[Word], at: int, named: Sequence[Mention]
) -> tuple[Anaphor | None, int]:
    """Read "that?", "after this", "these men", "that year", "that one"; not "the man that left"."""
    word = words[at]
    before = words[at - 1].low if at else ""
    after = words[at + 1].low if at + 1 < len(words) else ""
    if word.low in ("that", "those") and after in _OPENS_COMPLEMENT and before not in AUXILIARY:
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
        return _simple(Form.THIS, words, at, at, _name_before(word, named)), 1
    noun = words[last].low
    form = Form.THAT_TIME if noun in TIME_NOUN else Form.THIS_NOUN
    return replace(_simple(form, words, at, last, _name_before(word, named)), noun=noun), last - at + 1


def _name_before(word: Word, named: Sequence[Mention]) -> Rival:
    before = [mention for mention in named if mention.end <= word.start]
    return Rival.NAME if any(m.proper for m in before) else (Rival.COMMON if before else Rival.NONE)


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
    if not group or any(word.capital or word.low in _KNOWN_ALONE or word.low.isdigit() for word in group):
        return None, 1
    inverted = at and words[at - 1].low in AUXILIARY and at < 4
    if inverted and last == at + 2 and words[at - 1].low not in BE:
        last, group = at + 1, group[:1]
    following = words[last + 1].low if last + 1 < len(words) else ""
    if following in _OPENS_COMPLEMENT or (following == "'s" and last + 2 >= len(words)):
        return None, 1
    if any(mention.proper and mention.start >= words[last].end for mention in named[:1]):
        return None, 1
    found = _simple(Form.THE_NOUN, words, at, last, _name_before(words[at], named))
    return replace(found, noun=group[-1].low), last - at + 1


def _which_one(words: Sequence[Word], at: int) -> Anaphor | None:
    following = words[at + 2].low if at + 2 < len(words) else ""
    return None if following == "of" else _simple(Form.WHICH_ONE, words, at, at + 1)


def _ends_in_one(words: Sequence[Word], at: int) -> int:
    """Return the index of "one" in "the other one", "the first one"; 0 where there is none or "one of …" follows."""
    for ahead in (1, 2):
        place = at + ahead
        if place < len(words) and words[place].low in ("one", "ones"):
            follows = words[place + 1].low if place + 1 < len(words) else ""
            return 0 if follows == "of" else place
        if place >= len(words) or words[place].low not in _ORDINAL:
            return 0
    return 0
