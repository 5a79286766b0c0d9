"""Noun groups: runs of words between function words, cut at names and trimmed of verbs.

There is no tagger: capitals, determiners and the words around are all there is to go by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa.language.word_classes import (
    ARTICLE,
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    FUNCTION,
    IMPERATIVE,
    IRREGULAR_PAST,
    LIGHT_VERB,
    MONTH,
    NATIONALITY,
    PARTICLE,
    POSSESSIVE,
    PREPOSITION,
    WH,
    listed,
)
from qa.language.words import Word

# Lower-case words that may stand inside a name: "Birth of a Nation", "Vincent van Gogh".
_INSIDE_NAME = PARTICLE | {"the", "a"}
YEAR = re.compile(r"(?:1\d{3}|20\d\d)s?\Z")
# A noun group of common words is hardly longer; a longer run has swallowed a verb.
_LONGEST_COMMON = 4
_ENDS_A_CLAUSE = re.compile(r"[.!?;:]\s|[()\"“”,\n]|[.!?]\Z| [-–—] ")
_ENDS_A_SENTENCE = re.compile(r"[.!?]\s|\n")
_ABBREVIATED = re.compile(r"(?:^|\s)(?:[A-Z]|Mrs?|Ms|Dr|St|Sr|Jr|Prof)\Z")
_VERBAL = ("ed", "ing", "ly")
_OPENING_ADVERB = (*_VERBAL, "ever", "ible", "able")
# Behind a verb: "set up".
_VERB_PARTICLE = listed("up out off down away back over")
# Which of several things of one name is meant.
_WHICH_OF_SEVERAL = listed("first second third last latest next previous original old new other")
_WHICH = listed("which what whose")
# What opens the object of a verb before it; "that" may as well go on about a noun.
_OPENS_AN_OBJECT = ARTICLE | POSSESSIVE | listed("several many some this these")
# After these a verb comes: "it sank".
_SUBJECT = listed("i you he she it they we who there")


@dataclass(frozen=True, slots=True)
class Group:
    """The indices of a noun group's words, and whether it is a name and opens its sentence.

    ``run`` is the index of the first word of the run it was cut from: what leads to the
    run leads to the group. ``around`` is set for a group that holds another's name and common words.
    """

    words: Sequence[int]
    run: int
    proper: bool
    opens: bool
    around: bool = False


def noun_groups(text: str, words: Sequence[Word]) -> Iterator[Group]:
    """Yield the noun groups of ``text``, whose words are given, in order."""
    question = text.rstrip().endswith("?") or bool(words and words[0].low in WH | AUXILIARY)
    starts = sentence_starts(text, words)
    for run, opens in _runs(text, words, starts):
        yield from _groups(text, words, run, starts if opens else set(), question=question)


def sentence_starts(text: str, words: Sequence[Word]) -> set[int]:
    """Return the offsets at which a sentence's first word begins."""
    starts = {words[0].start} if words else set()
    for before, word in pairwise(words):
        ended = _ENDS_A_SENTENCE.search(text[before.end : word.start])
        if ended and not _ABBREVIATED.search(text[: before.end]):
            starts.add(word.start)
    return starts


def _runs(text: str, words: Sequence[Word], starts: set[int]) -> Iterator[tuple[list[int], bool]]:
    """Yield the indices of words that follow each other unbroken, and whether they open a sentence."""
    run: list[int] = []
    opens = True
    for at, word in enumerate(words):
        belongs = _content(words, at, starts) or (bool(run) and _inside_name(words, run, at))
        if run and (not belongs or _broken(text, words, at)):
            yield run, opens
            # In "how long is the bridge" the bridge is named first.
            run, opens = [], opens and _is_of_how(words, run)
        opens |= word.start in starts
        if _content(words, at, starts) or (run and belongs):
            run.append(at)
    if run:
        yield run, opens


def _broken(text: str, words: Sequence[Word], at: int) -> bool:
    """Tell whether a clause ends before the word; the point of "J. B." or "Mrs." ends none."""
    before = words[at - 1].end
    gap = text[before : words[at].start]
    point = gap.strip() in (".", "") and _ABBREVIATED.search(text[:before])
    return bool(_ENDS_A_CLAUSE.search(gap)) and not point


def _content(words: Sequence[Word], at: int, starts: set[int]) -> bool:
    word = words[at]
    if word.low == "'s" or _parts_two(words, at):
        return False
    if word.low not in FUNCTION:
        return True
    # A capital inside a sentence makes even "It" or "Now" part of a name.
    return word.capital and word.text != "I" and word.start not in starts and word.low not in WH


def _parts_two(words: Sequence[Word], at: int) -> bool:
    """Tell whether the word is the verb between a noun and a name: "which group bought Ada's shop"."""
    if not 0 < at < len(words) - 1 or words[at].capital:
        return False
    between = words[at - 1].low not in FUNCTION and words[at + 1].capital
    return between and (words[at].low in IRREGULAR_PAST or words[at].low.endswith("ed"))


def _inside_name(words: Sequence[Word], run: Sequence[int], at: int) -> bool:
    """Tell whether a lower-case joiner at ``at`` lies between two capitals of one name."""
    if not words[run[-1]].capital and words[run[-1]].low not in _INSIDE_NAME | {"and"}:
        return False
    low = words[at].low
    following = words[at + 1 : at + 3]
    if not following:
        return False
    then_capital = len(following) == 2 and following[1].capital
    if low == "and":
        return following[0].low == "the" and then_capital
    if low not in _INSIDE_NAME or (low in ("a", "the") and words[at - 1].low not in _INSIDE_NAME | {"and"}):
        return False
    return following[0].capital or (following[0].low in _INSIDE_NAME and then_capital)


def _groups(
    text: str, words: Sequence[Word], run: Sequence[int], starts: set[int], *, question: bool
) -> Iterator[Group]:
    """Cut a run into its names, or its common words without a verb.

    ``starts`` are the offsets of sentences where the run opens one, else nothing.
    """
    opens = bool(starts)
    if _ends_in_a_verb(text, words, run):
        run = run[:-1]
    names = [s for s in _capital_stretches(words, run) if not _chance_capital(text, words, s, starts)]
    if names and _counts(words, run, names[0]):
        names[0] = [run[0], *names[0]]
    for stretch in names:
        if not _is_a_nationality(words, run, stretch):
            yield Group(stretch, run[0], proper=True, opens=opens)
    if names:
        if wider := _around_a_name(words, run, names, question=question):
            yield Group(wider, run[0], proper=False, opens=opens, around=True)
        return
    # "a good one"
    of_one = run[-1] + 1 < len(words) and words[run[-1] + 1].low in ("one", "ones")
    if of_one or _is_of_how(words, run):
        return
    if words[run[0]].low.endswith(_OPENING_ADVERB) and words[run[0]].start in starts:
        run = run[1:]
    common = _common_part(words, run, question=question) if run else []
    if common:
        yield Group(common, run[0], proper=False, opens=opens)


def _ends_in_a_verb(text: str, words: Sequence[Word], run: Sequence[int]) -> bool:
    """Tell the verb of "the method involves several steps", "the hall houses the bell" by what follows it."""
    last = run[-1]
    if len(run) == 1 or last + 1 >= len(words):
        return False
    word, following = words[last], words[last + 1]
    form = word.low.endswith("s") and not (word.capital or word.low.endswith(("ss", "'s", "us", "is")))
    return form and following.low in _OPENS_AN_OBJECT and text[word.end : following.start] == " "


def _is_of_how(words: Sequence[Word], run: Sequence[int]) -> bool:
    return bool(run[0]) and words[run[0] - 1].low == "how"


def _is_a_nationality(words: Sequence[Word], run: Sequence[int], name: Sequence[int]) -> bool:
    """Tell whether the name only says of which country what follows it is: "the German group"."""
    return len(name) == 1 and words[name[0]].low in NATIONALITY and name[0] + 1 in run


def _around_a_name(
    words: Sequence[Word], run: Sequence[int], names: Sequence[Sequence[int]], *, question: bool
) -> list[int]:
    """Return "Lille showroom" of "the Lille showroom"; nothing where no common noun follows the name."""
    if len(names) != 1 or names[0][0] != run[0] or not _determined(words, run):
        return []
    part = _common_part(words, run, question=question)
    return part if len(part) > len(names[0]) else []


def _counts(words: Sequence[Word], run: Sequence[int], name: Sequence[int]) -> bool:
    """Tell whether the word before the name says which of several is meant: "the last Heron"."""
    return name[0] == run[0] + 1 and words[run[0]].low in _WHICH_OF_SEVERAL and _determined(words, run)


def _determined(words: Sequence[Word], run: Sequence[int]) -> bool:
    return bool(run[0]) and words[run[0] - 1].low in DETERMINER | _WHICH


def _capital_stretches(words: Sequence[Word], run: Sequence[int]) -> list[list[int]]:
    """Return the stretches of capitals (and numbers beside them) in the run."""
    stretches: list[list[int]] = []
    for at in run:
        word = words[at]
        joins = word.low in _INSIDE_NAME | {"and"} and not word.capital
        number = word.text.isdigit() and (stretches or _is_month(words, at + 1))
        if word.capital or joins or number:
            if stretches and stretches[-1][-1] == at - 1:
                stretches[-1].append(at)
            elif not joins:
                stretches.append([at])
        elif YEAR.match(word.text):
            stretches.append([at])
    return stretches


def _chance_capital(text: str, words: Sequence[Word], stretch: Sequence[int], starts: set[int]) -> bool:
    """Tell whether a lone capital is only its sentence's first: "Released in", "However, "."""
    word = words[stretch[0]]
    if len(stretch) > 1 or word.start not in starts or word.text.isupper():
        return False
    if word.low in MONTH or YEAR.match(word.text):
        return False
    following = words[stretch[0] + 1].low if stretch[0] + 1 < len(words) else ""
    if not following:
        return False
    acts = following in AUXILIARY | CONJUNCTION | {"'s"} or following.endswith(("ed", "s"))
    alone = re.match(r"\s*[!.?]", text[word.end :])
    return bool(alone) or not acts or word.low.endswith(_OPENING_ADVERB)


def _is_month(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].low in MONTH


def _common_part(words: Sequence[Word], run: Sequence[int], *, question: bool) -> list[int]:
    """Return the run without the verb it may have swallowed; nothing where it is hardly a noun."""
    part = list(run)
    left = words[run[0] - 1].low if run[0] else ""
    lows = [words[at].low for at in part]
    verb_first = left in _SUBJECT or (left == "what" and len(part) > 1 and lows[0].endswith(("s", "ed")))
    if verb_first:
        part, lows = part[1:], lows[1:]
    inverted = question and _after_inverted_auxiliary(words, run[0]) and not _verb_follows(words, run)
    while len(part) > 1 and _is_a_verb(words, part[-1]):
        part, lows = part[:-1], lows[:-1]
    # "did the band play", "did the band stop playing"
    if inverted and len(part) > 1 and (len(part) == len(run) or _goes_on(words, run, part[-1] + 1)):
        part, lows = part[:-1], lows[:-1]
    # "when did the ferry first sail"
    while len(part) > 1 and lows[-1] in _WHICH_OF_SEVERAL:
        part, lows = part[:-1], lows[:-1]
    if not part or (len(part) == 1 and lows[0].endswith(_VERBAL) and left not in DETERMINER | PREPOSITION):
        return []
    return part[:_LONGEST_COMMON]


def _is_a_verb(words: Sequence[Word], at: int) -> bool:
    """Tell whether its form, or a particle behind it, shows that a run's last word is no noun."""
    low, after = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
    return low.endswith(_VERBAL) or low in IRREGULAR_PAST or after in _VERB_PARTICLE


def _verb_follows(words: Sequence[Word], run: Sequence[int]) -> bool:
    """Tell whether what the subject does, or is, stands behind the run: "does the north face show"."""
    after = words[run[-1] + 1].low if run[-1] + 1 < len(words) else ""
    is_something = after in ("a", "an", "the") and _is_being(words, run)
    # "did the repair shop in Lyon open"
    verb, last = words[-1], words[-2:-1]
    closes = after in PREPOSITION and verb.low not in FUNCTION and not verb.capital and last[0].capital
    return is_something or closes or after in LIGHT_VERB | IMPERATIVE | {"have", "do", "be"}


def _goes_on(words: Sequence[Word], run: Sequence[int], at: int) -> bool:
    return words[at].low.endswith("ing") and not _is_being(words, run)


def _is_being(words: Sequence[Word], run: Sequence[int]) -> bool:
    return any(word.low in BE for word in words[: run[0]])


def _after_inverted_auxiliary(words: Sequence[Word], at: int) -> bool:
    """Tell whether "did/is (the) …" stands before: the run then ends in a verb or adjective."""
    lows = [word.low for word in words[:at]]
    if lows and lows[-1] in ("a", "an", "any"):
        return False
    if lows and lows[-1] in DETERMINER:
        lows.pop()
    if not lows or lows[-1] not in AUXILIARY:
        return False
    copular = lows[-1] in BE and len(lows) > 1 and lows[-2] in ("what", "who", "where")
    return not copular
