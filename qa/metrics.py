"""How right a predicted answer is: exact match and token F1, as SQuAD scores them.

The normalisation and both measures follow the official SQuAD evaluation scripts
(Rajpurkar et al., 2016, https://arxiv.org/abs/1606.05250; 2018,
https://arxiv.org/abs/1806.03822): lower case, no ASCII punctuation, no English articles,
single blanks.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterable, Sequence

from index.terms import is_function_word
from qa.language.quantities import quantities_in

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)
# A gold answer of so many words may be cut at another place and still be the same answer, when
# half of the tokens are shared; of a shorter one each word counts ("ten episodes" shares half
# of its tokens with "eight episodes", "January 29, 2019" two thirds with "March 29, 2019").
_CLAUSE = 5
_HALF_SHARED = 0.5
# So many words of such a clause may stand for it; one or two of them may be of anything in it.
_PART_OF_A_CLAUSE = 3


def normalise(text: str) -> str:
    """Return ``text`` as SQuAD compares it."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_NO_PUNCTUATION)).split())


def exact_match(predicted: str, golds: Sequence[str]) -> float:
    """Return 1.0 when ``predicted`` equals any of ``golds`` after normalising, else 0.0.

    Without golds (the question has no answer) only an empty prediction is right.
    """
    ours = normalise(predicted)
    return max(float(ours == normalise(gold)) for gold in golds or ("",))


def token_f1(predicted: str, golds: Sequence[str]) -> float:
    """Return the best F1 of shared tokens between ``predicted`` and one of ``golds``, in 0..1.

    Without golds only an empty prediction is right, as in SQuAD 2.0.
    """
    ours = normalise(predicted).split()
    return max(_f1(ours, normalise(gold).split()) for gold in golds or ("",))


def holds(text: str, golds: Iterable[str]) -> bool:
    """Tell whether ``text`` holds one of ``golds`` as a run of whole words, after normalising."""
    ours = f" {normalise(text)} "
    return any(words and f" {words} " in ours for words in map(normalise, golds))


def says_the_same(predicted: str, golds: Sequence[str]) -> bool:
    """Tell whether ``predicted`` is a right answer that may be cut differently from the golds.

    It is when it equals a gold, holds one, is the telling part of one ("Berg" of "Ida Berg", "ten" of
    "ten boats", not "boats"), or shares half of its tokens (F1) with one that is a clause rather than
    a name or number.
    """
    if not golds:
        return not normalise(predicted)
    if exact_match(predicted, golds) or holds(predicted, golds):
        return True
    if any(_tells(normalise(predicted).split(), gold) for gold in golds if holds(gold, [predicted])):
        return True
    clauses = [gold for gold in golds if len(normalise(gold).split()) >= _CLAUSE]
    return bool(clauses) and token_f1(predicted, clauses) >= _HALF_SHARED


def _tells(part: Sequence[str], gold: str) -> bool:
    """Tell whether these words of a gold answer are the ones that matter."""
    if all(is_function_word(word) for word in part) and not quantities_in(" ".join(part)):
        return False
    whole = normalise(gold).split()
    if len(whole) >= _CLAUSE:
        return len(part) >= _PART_OF_A_CLAUSE
    numbers = {word for word in whole if quantities_in(word)}
    kept = numbers.intersection(part)
    return kept == numbers or bool(kept and len(part) >= _HALF_SHARED * len(whole))


def best_threshold_f1(scored: Iterable[tuple[float, float, bool]]) -> tuple[float, float]:
    """Return the best mean F1 that any threshold of support would give, and that threshold.

    Each triple is one question: the support of its prediction, the F1 of that prediction, and
    whether the question has an answer. Below the threshold nothing is predicted, which is
    right for a question without an answer alone (SQuAD 2.0's ``best_f1``). An empty set
    gives ``(0.0, 0.0)``.
    """
    ranked = sorted(scored, key=lambda one: -one[0])
    if not ranked:
        return 0.0, 0.0
    total = float(sum(not answerable for _, _, answerable in ranked))
    best, threshold = total, 1.0
    for place, (support, f1, answerable) in enumerate(ranked):
        total += f1 if answerable else -1.0
        tied = place + 1 < len(ranked) and ranked[place + 1][0] == support
        if total > best and not tied:
            best, threshold = total, support
    return best / len(ranked), threshold


def _f1(predicted: list[str], gold: list[str]) -> float:
    if not predicted or not gold:
        return float(predicted == gold)
    shared = (Counter(predicted) & Counter(gold)).total()
    return 2 * shared / (len(predicted) + len(gold))
