"""How much of a question's wording a text has: its terms, by rarity, and words of like meaning."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from index.library import Found, Library
from index.likeness import likeness, likenesses
from index.terms import fold, is_function_word, terms, terms_of, words
from index.words import tokens
from qa.language.names import TITLES
from qa.language.quantities import quantities_in
from qa.language.word_classes import THING_IN_NAME

# An article's own question is the one asked when it has this share of its weight, and this with its title's,
# and the one asked has this share of its own; chosen on pages of frequent questions and interviews.
_ASKED_BY_ITSELF, _ASKED_WITH_TITLE, _ASKS_BACK = 1 / 3, 0.9, 0.4
_THINGS_IN_NAMES = frozenset(term for word in THING_IN_NAME for term in terms_of(word))
# Words over which the nearness of a question's word fades by 1/e.
_REACH = 10.0


class Wording:
    """The terms of one question, each weighed by its rarity in one library.

    A name or a number is met by itself alone; any other term by one of like meaning too, as far as they
    are alike (``index.likeness``).
    """

    def __init__(self, text: str, found: Found, library: Library) -> None:
        """Take the terms that were searched for; a word that no passage holds is the rarest."""
        unheard = [term for word in found.missing for term in terms_of(word)]
        self._unheard = frozenset(unheard)
        self.weights = {term: library.rarity(term) for term in (*found.terms, *unheard)}
        self._total = sum(self.weights.values())
        in_words = _named(text)
        self._full_names = [name for name in in_words if len(name) > 1]
        self._names = [frozenset(term for word in name for term in terms(word)) for name in in_words]
        named = frozenset().union(*self._names)
        self._plain = [term for term in self.weights if term not in named]
        self._plain_weights = np.array([self.weights[term] for term in self._plain])
        asked_in_order = [term for term in terms(text) if term in self.weights]
        self._pairs = set(pairwise(asked_in_order))
        self._library = library
        self._heard = {
            term: weight
            for term, weight in self.weights.items()
            if term not in self._unheard or term not in self._plain
        }

    def share(self, part: Iterable[str]) -> float:
        """Return the share of the question's weight that these very terms make up."""
        if not self._total:
            return 0.0
        return sum(self.weights[term] for term in self.weights.keys() & set(part)) / self._total

    def met(self, present: Collection[str]) -> float:
        """Return the share of the question's weight that these terms, or what they mean, make up."""
        if not self._total:
            return 0.0
        named = sum(self.weights[term] for term in self.weights.keys() & set(present) - set(self._plain))
        return (named + float(likeness(self._plain, present) @ self._plain_weights)) / self._total

    def asks_alike(self, part: Collection[str], over: Collection[str], *, freely: bool) -> bool:
        """Tell whether a question of these terms, below a title of those, asks what this one asks.

        Each has most of what the other has. ``freely``: words that no passage has ("how do I find out") are
        no matter, unless they are names.
        """
        weights = self._heard if freely else self.weights
        total = sum(weights.values())
        if not total:
            return False
        by_itself, with_title = (
            sum(weights[term] for term in weights.keys() & there) / total
            for there in (set(part), set(part) | set(over))
        )
        own = {term: self._library.rarity(term) for term in part}
        shared = sum(own[term] for term in own.keys() & self.weights.keys())
        return (
            by_itself >= _ASKED_BY_ITSELF
            and with_title >= _ASKED_WITH_TITLE
            and shared >= _ASKS_BACK * sum(own.values())
        )

    def of_others(self, text: str) -> frozenset[str]:
        """Return the terms of the question's names that the text gives to others only.

        "Brandt" for Johan Brandt, where it speaks of Lise Brandt and of no Johan.
        """
        return frozenset(
            term for name in self._full_names if _is_of_another(name, text) for term in terms(name[-1])
        )

    def unnamed(self, present: Collection[str]) -> float:
        """Return the share of the names of which no part is present: a surname stands for the whole name.

        Where no passage has what tells a name from others, the rest is no part of it: the Getty Trust is not
        the Halden Trust.
        """
        absent = (
            name
            for name in self._names
            if name.isdisjoint(present) or (name & self._unheard and name & set(present) <= _THINGS_IN_NAMES)
        )
        return self.share(term for name in absent for term in name)

    def paired(self, text: str) -> float:
        """Return the share of the question's neighbouring terms that are neighbours in the text too."""
        return len(self._pairs & _pairs(text)) / len(self._pairs) if self._pairs else 0.0

    def nearness(self, text: str, start: int, end: int) -> float:
        """Return the share that the terms around the text's slice meet, those further off counting less."""
        placed = _placed(text)
        if not self._total or not placed:
            return 0.0
        said = tuple(term for _, term in placed)
        before = sum(place < start for place, _ in placed)
        inside = sum(start <= place < end for place, _ in placed)
        away = [max(before - number, number - before - inside + 1, 0) for number in range(len(placed))]
        fading = np.exp(-np.array(away) / _REACH)
        plain = (likenesses(self._plain, said) * fading).max(axis=1) @ self._plain_weights
        named = sum(
            self.weights[name] * max(fading[place] for place, term in enumerate(said) if term == name)
            for name in self.weights.keys() & set(said) - set(self._plain)
        )
        return (float(plain) + float(named)) / self._total


# The spans of one question, and the steps in which they are found, share their passages.
@lru_cache(maxsize=4096)
def term_set(text: str) -> frozenset[str]:
    """Return a text's index terms, each once."""
    return frozenset(terms(text))


@lru_cache(maxsize=2048)
def _placed(text: str) -> tuple[tuple[int, str], ...]:
    """Return the terms of a text with the place of the word each comes from."""
    return tuple((start, term) for start, end in tokens(text) for term in terms_of(text[start:end]))


@lru_cache(maxsize=2048)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Return the terms that follow each other in a text, function words passed over."""
    return frozenset(pairwise(term for _, term in _placed(text) if not is_function_word(term)))


def _named(text: str) -> Sequence[Sequence[str]]:
    """Return the words of each of a question's names and numbers.

    They are told by capitals, digits and number words; neighbouring capitals are one name.
    """
    named: list[list[str]] = []
    follows = False
    for place, (start, end) in enumerate(words(text)):
        word = text[start:end]
        number = bool(quantities_in(word))
        if not number and (place == 0 or not word[0].isupper()):
            follows = False
            continue
        if follows and not number:
            named[-1].append(word)
        else:
            named.append([word])
        follows = not number
    return named


def _is_of_another(name: Sequence[str], text: str) -> bool:
    """Tell whether the text has the name's last word behind another first name only."""
    *given, last = name
    firsts = {found[1] for found in re.finditer(rf"\b([^\W\d_a-z][\w’'-]+) {re.escape(last)}\b", text)}
    others = {first for first in firsts if not is_function_word(first) and fold(first) not in TITLES}
    return bool(others) and not any(re.search(rf"\b{re.escape(word)}\b", text) for word in given)
