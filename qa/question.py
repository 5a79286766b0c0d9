"""Questions: what one asks for, told from its words alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from rapidfuzz.distance import OSA

from index.terms import fold, words
from qa.question_words import (
    ADDRESSING,
    AFTER_HOW,
    AUXILIARIES,
    BEING,
    DETERMINERS,
    EMPTY_HEADS,
    IMPERATIVES,
    KIND_OF_NOUN,
    LINKS,
    MANY,
    MEASURED,
    MONEY_WORDS,
    NAMES,
    POLITE,
    PURPOSES,
    QUESTION_WORDS,
    SORTS_OF_ANSWERS,
    SPANS_OF_TIME,
    SPELT_RIGHT,
    AnswerKind,
)

__all__ = ["EXPLAINED", "NAMED", "QUANTITATIVE", "AnswerKind", "Question", "only_asks", "understand"]

# Kinds whose answers are clauses that say something new.
EXPLAINED = frozenset({AnswerKind.REASON, AnswerKind.MANNER})
# Kinds of answer that are an amount or a date.
QUANTITATIVE = frozenset({AnswerKind.NUMBER, AnswerKind.MONEY, AnswerKind.DURATION, AnswerKind.DATE})
# Kinds of answer that name somebody or something.
NAMED = frozenset({AnswerKind.PERSON, AnswerKind.PLACE, AnswerKind.TITLE, AnswerKind.THING})

_LEAST_LONG = 6  # letters from which a slip still leaves a noun recognisable
_LONG_NOUNS = tuple(sorted(noun for noun in KIND_OF_NOUN if len(noun) >= _LEAST_LONG))


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what it asks for.

    ``expects`` is the kind of the answer, ``focus`` the folded noun that names what is asked for
    ("city" in "in which city"), and ``cue`` the word or two that ask ("how many"). ``slips`` maps a
    misspelt one of these, as typed, to what it was meant to be.
    """

    text: str
    expects: AnswerKind
    focus: str | None = None
    cue: str = ""
    slips: Mapping[str, str] = field(default_factory=dict, hash=False)


class _Request(NamedTuple):
    kind: AnswerKind
    focus: str | None
    cue: str


# One question is understood by retrieval, answerer and conversation alike.
@lru_cache(maxsize=1024)
def understand(text: str) -> Question:
    """Return what the question asks for; any text is a question, the empty one too.

    Question words may stand anywhere ("the team was founded when?"), be misspelt by a
    letter, or be missing ("release date?", "Name the director").
    """
    spans = words(text)
    skipped = _opening(fold(text[a:b]) for a, b in spans)
    if skipped == len(spans):
        skipped = 0
    typed = [word for a, b in spans[skipped:] for word in _apart(fold(text[a:b]))]
    asked = _mended(typed)
    slips = {slip: meant for slip, meant in zip(typed, asked, strict=True) if slip != meant}
    places = [place for place in range(len(asked)) if _asks(asked, place)]
    place = _main_place(asked, places) if places else len(asked)
    request = _with_question_word(asked, place) if places else _without_question_word(asked)
    return Question(
        text=text,
        expects=request.kind,
        focus=request.focus,
        cue=request.cue,
        slips={text[a:b]: slips[fold(text[a:b])] for a, b in spans if fold(text[a:b]) in slips},
    )


def only_asks(text: str, word: str) -> bool:
    """Tell whether a word of the question says but what sort of answer it wants: "how long", "what year"."""
    question, folded = understand(text), fold(word)
    return folded in question.cue.split() or (folded == question.focus and folded in SORTS_OF_ANSWERS)


def _opening(asked: Iterable[str]) -> int:
    """Return how many words only address somebody: "can you tell me", "I want to know"."""
    polite = list(takewhile(POLITE.__contains__, asked))
    return len(polite) if ADDRESSING.intersection(polite) else 0


def _apart(word: str) -> tuple[str, ...]:
    """Take "what's" apart."""
    stem = word.removesuffix("'s")
    return (stem, "is") if stem != word and stem in QUESTION_WORDS else (word,)


def _mended(asked: list[str]) -> list[str]:
    """Right the misspelt question word near the beginning, and the word after "how"."""
    for place, word in enumerate(asked[:2]):
        if word in QUESTION_WORDS or word in IMPERATIVES:
            break
        if word not in SPELT_RIGHT and (near := _nearest(word, tuple(QUESTION_WORDS))):
            asked = [*asked[:place], near, *asked[place + 1 :]]
            break
    for place, (word, following) in enumerate(pairwise(asked)):
        if (
            word == "how"
            and following not in AUXILIARIES
            and (near := _nearest(following, ("many", "much", "long")))
        ):
            asked = [*asked[: place + 1], near, *asked[place + 2 :]]
    return asked


def _nearest(word: str, known: Sequence[str]) -> str | None:
    """Return the known word one slip (letter more, less, wrong or swapped) from ``word``, if any."""
    if len(word) < 3:
        return None
    slips = (right for right in known if right[0] == word[0] and OSA.distance(word, right) == 1)
    shuffled = (right for right in known if sorted(right) == sorted(word))
    return next(slips, None) or next(shuffled, None)


def _asks(asked: Sequence[str], place: int) -> bool:
    """Tell whether the word asks; after the opening of a yes-no question only "what" does."""
    return asked[place] in QUESTION_WORDS and (
        place == 0 or asked[0] not in AUXILIARIES or asked[place] == "what"
    )


def _main_place(asked: Sequence[str], places: Sequence[int]) -> int:
    """Return the place of the word that asks, of several."""
    first = places[0]
    if len(places) > 1 and first == 0 and asked[0] in ("when", "where") and asked[1] not in AUXILIARIES:
        return places[1]  # "When she was with the band, how many albums …"
    if len(places) > 1 and first > 1 and places[-1] == len(asked) - 1:
        return places[-1]  # "The firm for which he worked was founded when?"
    return first


def _with_question_word(asked: Sequence[str], place: int) -> _Request:
    word, rest = asked[place], asked[place + 1 :]
    if word == "how":
        return _how(rest)
    if word in ("what", "which"):
        return _what(word, rest, before=asked[:place])
    cue = "who are" if word == "who" and rest[:1] in (["are"], ["were"]) else word
    return _Request(QUESTION_WORDS[word], None, cue)


def _how(rest: Sequence[str]) -> _Request:
    second, third = [*rest, "", ""][:2]
    kind = AFTER_HOW.get(second)
    if kind is None:
        return _Request(AnswerKind.MANNER, None, "how")
    if second == "much" and MONEY_WORDS.intersection(rest):
        kind = AnswerKind.MONEY
    if second not in ("many", "much") or not third or third in AUXILIARIES | LINKS | DETERMINERS:
        return _Request(kind, None, f"how {second}")
    if second == "much" and _singular(third) in SPANS_OF_TIME:
        kind = AnswerKind.DURATION
    return _Request(kind, third, f"how {second}")


def _what(word: str, rest: Sequence[str], before: Sequence[str]) -> _Request:
    """Read "which NFL team …", "what is the capital of …", "what happened", "what … used for"."""
    if (not rest and before[-1:] == ["for"]) or (
        len(rest) > 1 and rest[-1] == "for" and rest[-2] in PURPOSES
    ):
        return _Request(AnswerKind.REASON, None, f"{word} for")
    if rest[:1] in (["happens"], ["happened"]):
        return _Request(AnswerKind.DESCRIPTION, None, word)
    if not rest or rest[0] not in AUXILIARIES:
        return _of_group(rest, word, head=_head, plural_is_list=False)
    cue = f"{word} {rest[0]}"
    if rest[0] not in BEING or "mean" in rest:
        told = {"mean": AnswerKind.DESCRIPTION, "cost": AnswerKind.MONEY}
        return _Request(next((told[verb] for verb in rest if verb in told), AnswerKind.THING), None, cue)
    request = _of_group(rest[1:], cue, head=_last, plural_is_list=rest[0] in ("are", "were"))
    alone = len(_noun_group(rest[1:])) == len([word for word in rest[1:] if word not in DETERMINERS])
    describes = alone and request.kind is AnswerKind.THING and rest[0] in ("is", "are")
    return request._replace(kind=AnswerKind.DESCRIPTION) if describes else request


def _noun_group(rest: Sequence[str]) -> list[str]:
    """Return the words up to the next auxiliary or preposition, determiners and "kind of" left out."""
    group: list[str] = []
    for place, word in enumerate(rest):
        if word == "of" and group and _singular(group[-1]) in EMPTY_HEADS and place + 1 < len(rest):
            group = []
        elif word in AUXILIARIES or word in LINKS:
            break
        elif word not in DETERMINERS:
            group.append(word)
    return group


def _of_group(
    rest: Sequence[str], cue: str, *, head: Callable[[Sequence[str]], str | None], plural_is_list: bool
) -> _Request:
    """Return what the noun group at the beginning of ``rest`` asks for; its focus is the telling noun."""
    group = _noun_group(rest)
    kinds = {place: kind for place, word in enumerate(group) if (kind := _kind_of(word))}
    named = bool(NAMES.intersection(rest[:4]))
    if not kinds:
        several = plural_is_list and "names" in rest[:4]
        kind = AnswerKind.LIST if several else AnswerKind.TITLE if named else AnswerKind.THING
        return _Request(kind, head(group), cue)
    place = next((place for place, kind in kinds.items() if kind in MEASURED), min(kinds))
    while kinds[place] not in MEASURED and place + 1 in kinds and group[place + 1] not in NAMES:
        place += 1  # of a compound the last noun counts: "book character"
    kind = AnswerKind.TITLE if named and kinds[place] is AnswerKind.PLACE else kinds[place]
    if plural_is_list and group[place] != _singular(group[place]):
        kind = AnswerKind.LIST
    return _Request(kind, group[place], cue)


def _head(group: Sequence[str]) -> str | None:
    """Guess the group's head: what stands before a likely verb, else the last of the first two."""
    for place, word in enumerate(group[1:4], start=1):
        if word.endswith(("ed", "ing")) or (word.endswith("s") and not word.endswith("ss") and place > 1):
            return group[place - 1]
    return group[min(1, len(group) - 1)] if group else None


def _last(group: Sequence[str]) -> str | None:
    return group[-1] if group else None


def _kind_of(word: str) -> AnswerKind | None:
    if kind := KIND_OF_NOUN.get(word) or KIND_OF_NOUN.get(_singular(word)):
        return kind
    near = _nearest(word, _LONG_NOUNS) if len(word) >= _LEAST_LONG else None
    return KIND_OF_NOUN[near] if near else None


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4 and word != "series":
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and word != "series" else word


def _without_question_word(asked: Sequence[str]) -> _Request:
    """Read imperatives ("Name the director"), yes-no questions and telegrams ("release date?")."""
    first = next(iter(asked), "")
    if first in AUXILIARIES:
        return _Request(AnswerKind.THING if "or" in asked else AnswerKind.YESNO, None, "is")
    if first not in IMPERATIVES or len(asked) == 1:
        about = AnswerKind.DESCRIPTION if first == "about" else None
        request = _of_group(asked, "", head=_last, plural_is_list=False)
        return request._replace(kind=about or request.kind)
    if first in ("explain", "describe"):
        return _Request(AnswerKind.DESCRIPTION, None, first)
    if first in ("list", "enumerate") or MANY.intersection(asked[:3]):
        return _Request(AnswerKind.LIST, _last(_noun_group(asked[1:])), first)
    return _of_group(asked[1:], first, head=_last, plural_is_list=True)
