"""Readings that add what a question leaves out: "What was the reason?" of what, "What else?" besides what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups.antecedent import FIRST, Antecedent
from qa.followups.drafts import Context, Draft, kind_of
from qa.followups.leaning import Anaphor
from qa.followups.wording import appended
from qa.language.mentions import Sort
from qa.language.word_classes import AUXILIARY, FUNCTION, PREPOSITION

_EXTRA = re.compile(r"\b(?:else|other|another|more|additional|besides)\b", re.IGNORECASE)
_TRIED = 8
# A question this long mostly says all it means.
_LONG = 9


def additions(context: Context, found: Sequence[Anaphor]) -> list[Draft]:
    """Return the question with "of/in/besides …" added, one draft per thing that may be meant."""
    about = _of_question(context, found)
    drafts = []
    for antecedent in context.antecedents[:_TRIED]:
        if context.has(antecedent) or (antecedent.joint and not antecedent.proper):
            continue
        features = about | _of_antecedent(antecedent, _closing(context))
        words = f"{_preposition(context, antecedent)} {antecedent.wording}"
        drafts.append(Draft(appended(context.question, words), kind_of(antecedent), features))
    return drafts


def _preposition(context: Context, antecedent: Antecedent) -> str:
    """Choose "besides" after "else", "in" for times and places and after verbs, "of" after "the …"."""
    if _EXTRA.search(context.question) and "a0" in antecedent.places:
        return "besides"
    if antecedent.sort in (Sort.TIME, Sort.PLACE):
        return "in"
    last = context.mentions[-1] if context.mentions else None
    closes = last is not None and context.words and last.end == context.words[-1].end
    return "of" if closes and last and last.determiner in ("the", "") else "for"


def _of_question(context: Context, found: Sequence[Anaphor]) -> dict[str, float]:
    """Return what speaks for the question leaving something out."""
    words = context.words
    named = [mention for mention in context.mentions if mention.proper]
    last = context.mentions[-1] if context.mentions else None
    closes = last is not None and bool(words) and last.end == words[-1].end
    determiner = last.determiner if last and closes else None
    content = [word for word in words if word.low not in FUNCTION and word.low != "'s"]
    before = {word for turn in context.turns[-2:] for word in re.findall(r"\w+", turn.understood_as.lower())}
    return {
        "add": 1.0,
        "add: leaning words": float(bool(found)),
        "add: names": float(bool(named)),
        "add: short": max(0, _LONG - len(words)) / _LONG,
        "add: long": max(0, len(words) - _LONG) / _LONG,
        "add: content words": float(len(content)),
        "add: else": float(bool(_EXTRA.search(context.question))),
        "add: closes with the": float(determiner == "the"),
        "add: closes with any": float(determiner in ("any", "a", "an", "")),
        "add: closes with a verb": float(bool(words) and words[-1].low.endswith(("ed", "ing"))),
        "add: closes with a preposition": float(bool(words) and words[-1].low in PREPOSITION),
        "add: no auxiliary": float(not any(word.low in AUXILIARY for word in words)),
        "add: question mark": float(context.question.rstrip().endswith("?")),
        "add: has of": float(any(word.low == "of" for word in words)),
        "add: yes or no": float(bool(words) and words[0].low in AUXILIARY),
        "add: shares words": float(any(word.low in before for word in content)),
        "add: first question": float(not context.turns),
    }


def _closing(context: Context) -> str:
    """Return what the question closes with, "please" left out: a verb, "the …", "any …" or something else."""
    words = [word for word in context.words if word.low != "please"]
    closing = [mention for mention in context.mentions if words and mention.end == words[-1].end]
    last = min(closing, key=lambda mention: mention.start, default=None)
    if last is None:
        return "verb" if words and words[-1].low.endswith("ed") else "other"
    return {"the": "the", "": "bare", "'s": "its"}.get(last.determiner, "any")


def _of_antecedent(antecedent: Antecedent, closing: str) -> dict[str, float]:
    nearest = antecedent.nearest
    return {
        f"add at {nearest}": 1.0,
        f"add at {nearest}, closes with {closing}": 1.0,
        f"add proper, closes with {closing}": float(antecedent.proper),
        "add named first": float(FIRST in antecedent.places),
        "add proper": float(antecedent.proper),
        "add long": float(max(0, len(antecedent.key) - 4)),
        "add chained": float(bool(antecedent.chained)),
        "add time": float(antecedent.sort is Sort.TIME),
        "add plural": float(antecedent.plural),
        "add whole answer": float(antecedent.whole_answer),
        "add leads": float(antecedent.leads),
        f"add leads, closes with {closing}": float(antecedent.leads),
        "add opens": float(antecedent.opens),
    }
