"""Putting words in the place of others so that a question stays a question."""

from __future__ import annotations

import re

from qa.followups.antecedent import Antecedent
from qa.followups.leaning import Anaphor, Form
from qa.language.mentions import Sort

_ASIDE = re.compile(r"\s*\([^()]*\)")
_BLANKS = re.compile(r"\s+")
_PLEASE = re.compile(r",?\s*(?:please|thanks|thank you)\Z", re.IGNORECASE)
_BLANK_BEFORE_MARK = re.compile(r"\s+([?.!,])")
# "The new one" is the new app, not the app.
_SORT_OF_ONE = re.compile(r"\b(?:new|old)\b", re.IGNORECASE)


def says_which_sort(one: Anaphor) -> bool:
    """Tell "the new one", a new thing of the kind that was named, from "the other one"."""
    return bool(_SORT_OF_ONE.search(one.text))


def possessive(name: str, *, plural: bool) -> str:
    """Return the name with its 's, or the bare apostrophe of a plural in s."""
    return name + ("'" if plural and name.endswith("s") else "'s")


def substituted(text: str, swaps: list[tuple[Anaphor, Antecedent]]) -> str:
    """Return ``text`` with each anaphor's words replaced by its antecedent's."""
    for anaphor, antecedent in sorted(swaps, key=lambda swap: -swap[0].start):
        after = text[anaphor.end :]
        text = text[: anaphor.start] + _instead(anaphor, antecedent, after) + after
    return _spaced(text)


def _instead(anaphor: Anaphor, antecedent: Antecedent, after: str) -> str:
    words = antecedent.wording
    if anaphor.possessive:
        return possessive(words, plural=antecedent.plural and not antecedent.proper)
    if anaphor.form is Form.WHICH_ONE:
        return f"{anaphor.text.split()[0]} {antecedent.text}"
    if anaphor.form is Form.ONE and (kept := _SORT_OF_ONE.search(anaphor.text)):
        return f"the {kept[0].lower()} {antecedent.head}"
    at_a_time = anaphor.form is Form.THAT_TIME and antecedent.sort is Sort.TIME
    if (anaphor.form is Form.THERE or at_a_time) and not anaphor.preposition:
        return f"in {words}"
    if anaphor.form is Form.THE_NOUN and after.startswith(("'s", "’s")) and words.endswith("'s"):
        return words[:-2]
    return words


def tidy(text: str) -> str:
    """Return ``text`` with single blanks, none before its marks, and a capital at its beginning."""
    text = _spaced(text)
    return text[:1].upper() + text[1:]


def _spaced(text: str) -> str:
    return _BLANK_BEFORE_MARK.sub(r"\1", _BLANKS.sub(" ", text)).strip()


def without_asides(text: str) -> str:
    """Return ``text`` without what stands in brackets: in "Maud (Ines Alder)" her player is not her name."""
    return _ASIDE.sub("", text)


def without_mark(text: str) -> str:
    """Return ``text`` without its closing mark."""
    return text.rstrip().rstrip("?.! ")


def appended(question: str, words: str) -> str:
    """Return the question with the words put before its closing mark."""
    bare = without_mark(question)
    mark = question.rstrip()[len(bare) :].strip() or "?"
    please = _PLEASE.search(bare)
    bare, courtesy = (bare[: please.start()], please.group()) if please else (bare, "")
    return tidy(f"{bare} {words}{courtesy}{mark[:1]}")
