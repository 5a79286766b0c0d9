"""What asks, of several sentences that are typed at once: "It's a lot to read. Where do I begin?"."""

from __future__ import annotations

import re
from itertools import pairwise

from qa.followups.ellipsis import preamble_cut
from qa.language.noun_groups import sentence_starts
from qa.language.word_classes import AUXILIARY, DO, IMPERATIVE, MODAL, WH
from qa.language.words import split_words

Place = tuple[int, int]

_GOES_ON_ASKING = re.compile(
    rf",\s+(?=(?:(?:now|so|but|and|also|then),?\s+)+(?:{'|'.join(sorted(WH | DO | MODAL))})\s+\w+\s+\w)",
    re.IGNORECASE,
)


def clauses(text: str) -> list[Place]:
    """Return where each sentence begins and ends, with the blanks behind it.

    What goes on asking after a comma is taken for a sentence of its own: "I didn't expect it, so what now?".
    """
    further = {found.end() for found in _GOES_ON_ASKING.finditer(text)}
    starts = further.union(sentence_starts(text, split_words(text)))
    return list(pairwise([*sorted(starts), len(text)]))


def asks(sentence: str) -> bool:
    """Tell whether the sentence asks, by its mark or by its first word ("when did it open")."""
    first = {word.low for word in split_words(preamble_cut(sentence))[:1]}
    return sentence.rstrip().endswith("?") or bool(first & (WH | AUXILIARY))


def only_told(text: str) -> list[Place]:
    """Return the places of the sentences that ask nothing beside others that do; else none."""
    places = clauses(text)
    asking = [asks(said := text[start:end]) or _bids(said) for start, end in places]
    return [place for place, asked in zip(places, asking, strict=True) if not asked] if any(asking) else []


def _bids(sentence: str) -> bool:
    """Tell whether the sentence asks by bidding: "Tell me more about it."."""
    return any(word.low in IMPERATIVE for word in split_words(preamble_cut(sentence))[:1])
