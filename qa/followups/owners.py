"""Readings that say whose "the rival company" is, where an answer just named one that may have it.

They are worth a look where the question as it was asked meets silence, and are never the likeliest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.followups.anaphora import KNOWN_ALONE
from qa.followups.antecedent import Antecedent
from qa.followups.drafts import Context, Draft, kind_of
from qa.followups.wording import possessive, tidy
from qa.language.mentions import Mention, Sort
from qa.language.word_classes import TIME_NOUN

_THE = re.compile(r"\bthe\s+\Z", re.IGNORECASE)
# What says itself which one is meant: "the owner of the mill", "the man who …".
_SAYS_WHICH = re.compile(
    r"\s+(?:of|for|in|on|at|by|from|to|with|about|between|near|behind|that|which|who|whose|where|when|he|she|it"
    r"|they|we|you|\w+ing)\b|['’]s\b",
    re.IGNORECASE,
)


def owned(context: Context) -> list[Draft]:
    """Return the question with each thing of it that has no owner yet given one named last."""
    return [
        Draft(
            tidy(context.question[:start] + possessive(owner.text, plural=False) + context.question[end:]),
            kind_of(owner),
            {"owner": 1.0},
        )
        for start, end in _ownerless(context)
        for owner in context.antecedents
        if _may_own(owner) and not context.has(owner)
    ][:1]


def _ownerless(context: Context) -> Iterator[tuple[int, int]]:
    """Yield where the article stands of things of which nothing says whose they are.

    A question that names somebody speaks of that one's.
    """
    if any(mention.proper for mention in context.mentions):
        return
    for mention in context.mentions:
        article = _THE.search(context.question[: mention.start])
        if article and _is_a_thing(mention) and not _SAYS_WHICH.match(context.question, mention.end):
            yield article.start(), mention.start - 1


def _is_a_thing(mention: Mention) -> bool:
    known = mention.head in TIME_NOUN | KNOWN_ALONE
    return not (known or mention.joint or mention.preposition == "of" or _SAYS_WHICH.search(mention.text))


def _may_own(antecedent: Antecedent) -> bool:
    """Tell whether the last answer was just this name."""
    named = antecedent.proper and not antecedent.joint and antecedent.sort is not Sort.TIME
    return named and antecedent.whole_answer and "a0" in antecedent.places
