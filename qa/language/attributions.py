"""Attributions: the words of a question that tell whose words it asks for.

"According to the second review", "what does the author say", "in the columnist's opinion".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from index.terms import is_function_word, terms
from qa.language.word_classes import AUXILIARY, BE, DETERMINER, FUNCTION, listed
from qa.language.words import Word, split_words

# Words that describe the article before its noun, at most.
_MODIFIERS = 4
# The nouns for an article, each with the words by which one may call itself that; with none, any is one.
_DOCUMENTS = {
    "article": "",
    "piece": "",
    "blog": "blog",
    "column": "column opinion comment",
    "editorial": "editorial opinion",
    "essay": "essay",
    "forum": "forum thread",
    "interview": "interview",
    "letter": "letter",
    "newsletter": "newsletter",
    "obituary": "obituary",
    "post": "post blog",
    "release": "release",
    "report": "report",
    "review": "review",
    "website": "",
}
# And those for who wrote it.
_WRITERS = {
    "author": "",
    "journalist": "",
    "writer": "",
    "blogger": "blog",
    "columnist": "column opinion comment",
    "critic": "review critic",
    "interviewer": "interview",
    "reviewer": "review",
}
_NOUNS = _DOCUMENTS | _WRITERS
_SAYING = frozenset(
    terms(
        "say state claim call name mention describe compare give quote count cite list recommend tell note "
        "explain argue conclude write think suggest praise criticize complain find admit warn predict add "
        "judge consider discuss believe hope wish dislike prefer"
    )
)
# What no article says of itself, so that it cannot be told which is meant.
_JUDGING = listed(
    "negative positive bad good critical favourable favorable unfavourable unfavorable harsh glowing mixed "
    "enthusiastic first second third last latest"
)
_OTHER = "other"
_OWNED = "'s"
_DETERMINERS = listed("the this that a an another")
_ACCORDING = ("according", "to")
_OPINION = listed("opinion view eyes words account")
_GOING_ON = listed("and but so or then")
_DESCRIBING = listed("about on from by")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A phrase of a question that tells whose words are asked for.

    ``start`` and ``end`` are its offsets, ``who`` those of the words for the one who says it; ``apart``
    tells that the question is whole without it. Of the index terms ``called`` its article's titles have
    one, none where it may be any article; of ``described`` its head has all, or, if no ``document`` is
    named, its titles. ``other`` tells that it is not the article cited last, ``judged`` that it is told by
    what cannot be checked, ``document`` that the phrase is for an article or who wrote it, ``writes`` for
    the latter. ``named`` is somebody's name. "According to the museum" may mean an article or not, as
    "according to Ida Brandt" may.
    """

    start: int
    end: int
    who: tuple[int, int]
    apart: bool
    called: frozenset[str] = frozenset()
    described: frozenset[str] = frozenset()
    other: bool = False
    judged: bool = False
    document: bool = False
    writes: bool = False
    named: str = ""


def attributions(text: str) -> list[Attribution]:
    """Return the phrases of a question, or of a piece of one, that tell whose words it asks for, in order."""
    return list(_in(split_words(text)))


def _in(words: Sequence[Word]) -> Iterator[Attribution]:
    done = 0
    for place, word in enumerate(words):
        if place < done:
            continue
        found = _by_noun(words, place) if word.low in _NOUNS else _by_name(words, place)
        found = found or _by_group(words, place)
        if found:
            done = next((n for n, each in enumerate(words) if each.start >= found.end), len(words))
            yield found


def _by_noun(words: Sequence[Word], noun: int) -> Attribution | None:
    """Return the attribution whose noun ("review", "author") that word is, if it is one."""
    low = words[noun].low
    first = noun - len(_modifiers(words[:noun]))
    said_of = [word.low for word in words[first:noun]]
    has_determiner = first > 0 and words[first - 1].low in _DETERMINERS
    start = first - has_determiner
    tail = _tail(words[noun + 1 :])
    owned = _low(words, noun + 1) == _OWNED
    end = noun + 1 + (1 if owned else len(tail))
    described = [term for word in said_of if word not in _JUDGING | {_OTHER, _OWNED} for term in terms(word)]
    described += [term for word in tail for term in terms(word.text) if not is_function_word(word.low)]
    framed = _framed(words, start, end, low, owned=owned) if has_determiner else None
    if framed is None:
        return None
    first, last, apart = framed
    return Attribution(
        words[first].start,
        words[last - 1].end,
        (words[start].start, words[end - 1 - owned].end),
        apart,
        called=frozenset(terms(_NOUNS[low])),
        described=frozenset(described),
        other=_OTHER in said_of or _low(words, start) == "another",
        judged=not _JUDGING.isdisjoint(said_of),
        document=True,
        writes=low in _WRITERS,
    )


def _by_name(words: Sequence[Word], first: int) -> Attribution | None:
    """Return the attribution to somebody by name that begins at that word, if it is one."""
    name = list(takewhile(lambda word: word.capital, words[first:]))
    before, after = _low(words, first - 1), _low(words, first + len(name))
    if not name:
        return None
    named, who = " ".join(word.text for word in name), (name[0].start, name[-1].end)
    if (_low(words, first - 2), before) == _ACCORDING:
        return Attribution(words[first - 2].start, name[-1].end, who, apart=True, named=named)
    if before in AUXILIARY - BE and _SAYING.intersection(terms(after)):
        return Attribution(name[0].start, words[first + len(name)].end, who, apart=False, named=named)
    return None


def _by_group(words: Sequence[Word], first: int) -> Attribution | None:
    """Return the attribution to whatever "according to the …" names, where that begins at that word."""
    start = first + len(_ACCORDING)
    if (_low(words, first), _low(words, first + 1)) != _ACCORDING or _low(words, start) not in _DETERMINERS:
        return None
    group = list(takewhile(_describes, words[start + 1 :]))
    if not group or any(word.low in _NOUNS for word in group):
        return None
    described = frozenset(term for word in group if word.low != _OWNED for term in terms(word.text))
    who = (words[start].start, group[-1].end)
    return Attribution(words[first].start, group[-1].end, who, apart=True, described=described)


def _modifiers(before: Sequence[Word]) -> list[Word]:
    """Return the words that describe the noun behind them, in order."""
    found = list(takewhile(_describes, reversed(before)))[:_MODIFIERS]
    return found[::-1]


def _describes(word: Word) -> bool:
    return word.low in (_OTHER, _OWNED) or not (is_function_word(word.low) or word.low in FUNCTION)


def _tail(after: Sequence[Word]) -> Sequence[Word]:
    """Return the words behind the noun that describe it: "about season 2", "by Jane Doe"."""
    if not after or after[0].low not in _DESCRIBING:
        return []
    opening = 2 if _low(after, 1) in DETERMINER else 1
    described = list(takewhile(_describes, after[opening:]))
    return [*after[:opening], *described] if described else []


def _framed(
    words: Sequence[Word], start: int, end: int, noun: str, *, owned: bool
) -> tuple[int, int, bool] | None:
    """Return from where to where the phrase with that noun and what frames it goes, None without a frame.

    And whether the question is whole without it. ``start`` and ``end`` are the places of the phrase's words.
    """
    before, after = _low(words, start - 1), _low(words, end)
    writes = noun in _WRITERS
    if (_low(words, start - 2), before) == _ACCORDING:
        return start - 2, end, True
    if owned:
        is_opinion = after in _OPINION and before == "in"
        if is_opinion:
            return start - 1, end + 1, True
        return (start, end, False) if writes and _NOUNS[noun] else None
    opens = all(word.low in _GOING_ON for word in words[: start - 1])
    if before == "in" and not writes and (end == len(words) or opens):
        return start - 1, end, True
    if after and _SAYING.intersection(terms(after)) and before in AUXILIARY - BE:
        return start, end + 1, False
    return (start, end, False) if writes and _NOUNS[noun] and after != "of" else None


def _low(words: Sequence[Word], place: int) -> str:
    """Return the word at that place in lower case, nothing outside the question."""
    return words[place].low if 0 <= place < len(words) else ""
