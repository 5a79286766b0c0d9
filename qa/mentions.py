"""Mentions: the people, places, times and things that a text names, found by form alone.

There is no tagger: a noun group is a run of words between function words. What its
capitals, its determiner and the words around it show is kept with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from qa.word_classes import (
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    FEMALE_NOUN,
    FUNCTION,
    MALE_NOUN,
    MONTH,
    PERSON_NOUN,
    PLACE_NOUN,
    PREPOSITION,
    THING_IN_NAME,
    TIME_NOUN,
    WH,
    Word,
    is_plural_noun,
    split_words,
)


class Sort(StrEnum):
    """What a mention stands for, as far as its form tells."""

    PERSON = "person"
    PLACE = "place"
    TIME = "time"
    THING = "thing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun group of a text: ``text`` lies at ``start``, its determiner left of it.

    ``determiner`` and ``preposition`` are the words before it, lower-case, "" where there
    is none. ``opens`` is true for the first group of its sentence, ``joint`` for several
    groups joined by "and".
    """

    text: str
    start: int
    end: int
    proper: bool
    plural: bool
    sort: Sort
    determiner: str = ""
    preposition: str = ""
    opens: bool = False
    joint: bool = False

    @property
    def head(self) -> str:
        """The last word, lower-case: what the group is about."""
        return self.text.split()[-1].lower()


# Lower-case words that may stand inside a name: "Birth of a Nation", "Vincent van Gogh".
_INSIDE_NAME = frozenset(
    [
        "of",
        "the",
        "de",
        "la",
        "le",
        "du",
        "da",
        "di",
        "del",
        "der",
        "den",
        "van",
        "von",
        "bin",
        "al",
        "el",
        "y",
        "a",
    ]
)
_YEAR = re.compile(r"(?:1\d{3}|20\d\d)s?\Z")
# A noun group of common words is hardly longer; a longer run has swallowed a verb.
_LONGEST_COMMON = 4
_ENDS_A_CLAUSE = re.compile(r"[.!?;:]\s|[()\"“”,\n]|[.!?]\Z| [-–—] ")
_ABBREVIATED = re.compile(r"(?:^|\s)(?:[A-Z]|Mrs?|Ms|Dr|St|Sr|Jr|Prof)\Z")
_GENDERED = MALE_NOUN | FEMALE_NOUN
_LINK = re.compile(r",|,? ?(?:and|or|&)(?: the| a| an)?|, (?:the|a|an)")
_VERBAL = ("ed", "ing", "ly")


def mentions(text: str) -> list[Mention]:
    """Return the noun groups of ``text`` in order, joint groups after their members."""
    words = split_words(text)
    question = text.rstrip().endswith("?") or bool(words and words[0].low in WH | AUXILIARY)
    found: list[Mention] = []
    for run, first in _runs(text, words):
        found.extend(_groups(text, words, run, first=first, question=question))
    return found + _nested(text, found) + _joined(text, found)


def sentence_starts(text: str, words: Sequence[Word]) -> set[int]:
    """Return the offsets at which a sentence's first word begins."""
    starts = {words[0].start} if words else set()
    for before, word in pairwise(words):
        if re.search(r"[.!?]\s|\n", text[before.end : word.start]) and not _ABBREVIATED.search(
            text[: before.end]
        ):
            starts.add(word.start)
    return starts


def _runs(text: str, words: Sequence[Word]) -> Iterator[tuple[list[int], bool]]:
    """Yield the indices of words that follow each other unbroken, and whether they open a sentence."""
    starts = sentence_starts(text, words)
    run: list[int] = []
    opens = True
    for at, word in enumerate(words):
        gap = text[words[at - 1].end : word.start] if at else ""
        broken = bool(_ENDS_A_CLAUSE.search(gap)) and not (
            gap.strip() in (".", "") and _ABBREVIATED.search(text[: words[at - 1].end])
        )
        if (broken or not _continues(words, run, at)) and run:
            yield run, opens
            run, opens = [], False
        if word.start in starts:
            opens = True
        if _content(words, at, starts):
            run.append(at)
        elif not run or not _inside_name(words, run, at):
            if run:
                yield run, opens
                run, opens = [], False
        else:
            run.append(at)
    if run:
        yield run, opens


def _content(words: Sequence[Word], at: int, starts: set[int]) -> bool:
    word = words[at]
    if word.low in ("'s",):
        return False
    if word.low not in FUNCTION:
        return True
    # A capital inside a sentence makes even "It" or "Now" part of a name.
    return word.capital and word.text != "I" and word.start not in starts and word.low not in WH


def _continues(words: Sequence[Word], run: Sequence[int], at: int) -> bool:
    return not run or run[-1] == at - 1


def _inside_name(words: Sequence[Word], run: Sequence[int], at: int) -> bool:
    """Tell whether a lower-case joiner at ``at`` lies between two capitals of one name."""
    if not words[run[-1]].capital and words[run[-1]].low not in _INSIDE_NAME | {"and"}:
        return False
    low = words[at].low
    following = words[at + 1 : at + 3]
    if low == "and":
        return len(following) == 2 and following[0].low == "the" and following[1].capital
    if low not in _INSIDE_NAME or (low in ("a", "the") and words[at - 1].low not in _INSIDE_NAME | {"and"}):
        return False
    return bool(following) and (
        following[0].capital
        or (following[0].low in _INSIDE_NAME and len(following) == 2 and following[1].capital)
    )


def _groups(
    text: str, words: Sequence[Word], run: Sequence[int], *, first: bool, question: bool
) -> Iterator[Mention]:
    """Cut a run into its name and its common words, and yield what can be a noun group."""
    names = [s for s in _capital_stretches(words, run) if not (first and _chance_capital(text, words, s))]
    for stretch in names:
        yield _mention(text, words, stretch, run, opens=first, proper=True)
    if not names and (not run[0] or words[run[0] - 1].low != "how"):
        common = _common_part(words, run, question=question)
        if common:
            yield _mention(text, words, common, run, opens=first, proper=False)


def _before(words: Sequence[Word], at: int) -> tuple[str, str]:
    """Return the determiner and the preposition that lead to the word at ``at``."""
    left = words[at - 1].low if at else ""
    before = words[at - 2].low if at > 1 else ""
    if left in PREPOSITION:
        return "", left
    if left in ("what", "which", "whose"):
        return "which", before if before in PREPOSITION else ""
    if left in DETERMINER or left == "'s":
        return left, before if before in PREPOSITION else ""
    return "", ""


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
        elif _YEAR.match(word.text):
            stretches.append([at])
    return stretches


def _chance_capital(text: str, words: Sequence[Word], stretch: Sequence[int]) -> bool:
    """Tell whether a lone capital is only its sentence's first: "Released in", "However, ", "Suitable for"."""
    at = stretch[0]
    if len(stretch) > 1 or words[at].start not in sentence_starts(text, words):
        return False
    if words[at].text.isupper() or words[at].low in MONTH or _YEAR.match(words[at].text):
        return False
    following = words[at + 1].low if at + 1 < len(words) else ""
    if following and re.match(r"\s*[!.?]", text[words[at].end :]):
        return True
    acts = following in AUXILIARY | CONJUNCTION | {"'s"} or following.endswith(("ed", "s"))
    return words[at].low.endswith((*_VERBAL, "ever", "ible", "able")) or not (acts or not following)


def _is_month(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].low in MONTH


def _common_part(words: Sequence[Word], run: Sequence[int], *, question: bool) -> list[int]:
    """Return the run without the verb it may have swallowed; nothing where it is hardly a noun."""
    part = list(run)
    left = words[run[0] - 1].low if run[0] else ""
    lows = [words[at].low for at in part]
    if (left in ("what", "who") and len(part) > 1 and lows[0].endswith(("s", "ed"))) or left == "who":
        part, lows = part[1:], lows[1:]
    inverted = question and _after_inverted_auxiliary(words, run[0])
    while len(part) > 1 and lows[-1].endswith(_VERBAL):
        part, lows = part[:-1], lows[:-1]
    if inverted and len(part) == len(run) and len(part) > 1:
        part, lows = part[:-1], lows[:-1]
    if not part or (len(part) == 1 and lows[0].endswith(_VERBAL) and left not in DETERMINER | PREPOSITION):
        return []
    return part[:_LONGEST_COMMON]


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


def _mention(
    text: str, words: Sequence[Word], stretch: Sequence[int], run: Sequence[int], *, opens: bool, proper: bool
) -> Mention:
    determiner, preposition = _before(words, run[0])
    start, end = words[stretch[0]].start, words[stretch[-1]].end
    lows = [words[at].low for at in stretch]
    plural = is_plural_noun(lows[-1]) if not proper else False
    left = words[stretch[0] - 1].low if stretch[0] else ""
    return Mention(
        text=text[start:end],
        start=start,
        end=end,
        proper=proper,
        plural=plural or determiner in ("these", "those", "both"),
        sort=_sort(lows, left, preposition, proper=proper),
        determiner=determiner,
        preposition=preposition,
        opens=opens,
    )


def _sort(lows: Sequence[str], left: str, preposition: str, *, proper: bool) -> Sort:
    if any(_YEAR.match(low) for low in lows[-1:]) or lows[-1] in MONTH | TIME_NOUN or lows[0] in MONTH:
        return Sort.TIME
    if THING_IN_NAME.intersection(lows):
        return Sort.THING
    if (
        MALE_NOUN.union(FEMALE_NOUN).intersection(lows)
        or lows[-1] in PERSON_NOUN
        or left in ("mr", "mrs", "dr")
    ):
        return Sort.PERSON
    if lows[-1] in PLACE_NOUN or (proper and preposition in ("in", "near")):
        return Sort.PLACE
    return Sort.UNKNOWN if proper else Sort.THING


def _nested(text: str, found: Sequence[Mention]) -> list[Mention]:
    """Return the groups "Ada's wife" and "capital of France", made of two neighbours."""
    nested: list[Mention] = []
    for left, right in pairwise(found):
        between = text[left.end : right.start].replace("’", "'")
        if between == "'s " or re.fullmatch(r" of (?:the |an? )?", between):
            head = right if between == "'s " else left
            nested.append(
                replace(
                    head,
                    text=text[left.start : right.end],
                    start=left.start,
                    end=right.end,
                    determiner=left.determiner,
                    preposition=left.preposition,
                    opens=left.opens,
                )
            )
    return nested


def _joined(text: str, found: Sequence[Mention]) -> list[Mention]:
    """Return the groups "A and B" and "A, B and C", plural, made of neighbours of one form."""
    joined: list[Mention] = []
    chain: list[Mention] = []
    for mention in [*found, None]:
        if mention and chain and _links(text, chain[-1], mention):
            chain.append(mention)
            continue
        if len(chain) > 1 and re.search(r"\b(?:and|&)\b|&", text[chain[-2].end : chain[-1].start]):
            whole = text[chain[0].start : chain[-1].end]
            joined.append(replace(chain[0], text=whole, end=chain[-1].end, plural=True, joint=True))
        chain = [mention] if mention else []
    return joined


def _links(text: str, left: Mention, right: Mention) -> bool:
    between = text[left.end : right.start].strip().lower()
    return left.proper == right.proper and bool(
        re.fullmatch(r",|,? ?(?:and|or|&)(?: the| a| an)?|, (?:the|a|an)", between)
    )
