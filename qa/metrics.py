"""How right a predicted answer is: exact match and token F1, as SQuAD scores them.

The normalisation and both measures follow the official SQuAD evaluation script
(Rajpurkar et al., 2016, https://arxiv.org/abs/1606.05250): lower case, no ASCII
punctuation, no English articles, single blanks.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Sequence

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)


def normalise(text: str) -> str:
    """Return ``text`` as SQuAD compares it."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_NO_PUNCTUATION)).split())


def exact_match(predicted: str, golds: Sequence[str]) -> float:
    """Return 1.0 when ``predicted`` equals any of ``golds`` after normalising, else 0.0.

    Without golds (the question has no answer) only an empty prediction is right.
    """
    return max(
        (float(normalise(predicted) == normalise(gold)) for gold in golds), default=float(not predicted)
    )


def token_f1(predicted: str, golds: Sequence[str]) -> float:
    """Return the best F1 of shared tokens between ``predicted`` and one of ``golds``, in 0..1.

    Without golds only an empty prediction is right, as in SQuAD 2.0.
    """
    return max(
        (_f1(normalise(predicted).split(), normalise(gold).split()) for gold in golds),
        default=float(not predicted),
    )


def _f1(predicted: list[str], gold: list[str]) -> float:
    if not predicted or not gold:
        return float(predicted == gold)
    shared = (Counter(predicted) & Counter(gold)).total()
    return 2 * shared / (len(predicted) + len(gold))
