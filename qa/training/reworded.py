"""Questions in other words than the passage has: a word of like meaning in the place of one of them.

The likes come from the vectors of the encoder that the reader starts from, as in ``word_vectors.py``.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.terms import is_function_word, terms_of
from qa.training.published import known_words, of_length_one
from qa.training.word_usage import Usage, contexts

# Cosines from which on the nearest words mostly say the same; chosen by looking at some hundred pairs.
_LIKE = 0.52
_MOST_LIKES = 4
# Words that begin alike are mostly of one family (found, founder).
_ALIKE = 4
# Terms that the texts use less often are known too badly.
_LEAST_USED = 5
_MOST_REWORDED = 2
# "The youngest" lies beside "the eldest".
_MOST = "est"
_WORD = re.compile(r"[a-z]+")

Likes = Mapping[str, Sequence[str]]


def likes(data: Path) -> Likes:
    """Return the common words that have some of like meaning, with these, nearest first."""
    usage = Usage(contexts(data))
    words, directions = known_words()
    use = [place for place, word in enumerate(words) if _is_plain(word, usage)]
    words, directions = [words[place] for place in use], of_length_one(directions[use])
    terms = [terms_of(word)[0] for word in words]
    joined = {frozenset(pair) for pair in usage.apart()}
    found = {}
    for place, word in enumerate(words):
        cosines: NDArray[np.float32] = directions @ directions[place]
        near = [
            int(other)
            for other in np.argsort(-cosines, kind="stable")[: int((cosines >= _LIKE).sum())]
            if terms[other] != terms[place]
            and words[other][:_ALIKE] != word[:_ALIKE]
            and frozenset((terms[place], terms[other])) not in joined
        ]
        if near:
            found[word] = [words[other] for other in near[:_MOST_LIKES]]
    return found


def reword(question: str, context: str, likes: Likes, chance: random.Random) -> str:
    """Exchange one or two words that the context has too for words of like meaning, where it can be done."""
    said = set(_WORD.findall(context.lower()))
    places = [found for found in re.finditer(r"\w+", question) if found[0] in likes and found[0] in said]
    chosen = chance.sample(places, min(len(places), chance.randint(1, _MOST_REWORDED)))
    for found in sorted(chosen, key=lambda found: -found.start()):
        other = chance.choice(likes[found[0]])
        question = question[: found.start()] + other + question[found.end() :]
    return question


def _is_plain(word: str, usage: Usage) -> bool:
    terms = terms_of(word)
    return (
        len(terms) == 1
        and not word.endswith(_MOST)
        and not is_function_word(word)
        and usage.is_common(terms[0])
        and usage.small[terms[0]] >= _LEAST_USED
    )
