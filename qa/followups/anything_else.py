"""Another of what was asked for before, in the same words: "Is there anything else?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.language.mentions import mentions
from qa.language.stems import worded
from qa.turns import Turn

# Turns looked back at for what was sought: between them are answers to what was asked back.
_TURNS_BACK = 3
_ANOTHER = re.compile(
    r"\b(?:(?:any|some)thing else|any others?(?: (?P<noun>\w+))?)(?P<after> available)?"
    r"(?=\s*(?:please\b|[?.!,]|\Z|I can choose|if not\b|if so\b))",
    re.IGNORECASE,
)
_NOTHING_SAID = frozenset({"one", "ones", "option", "options", "choice", "choices", "place", "places"})
# What is asked for as one not yet known, up to the end of its sentence or clause.
_SOUGHT = re.compile(
    r"(?<!of )\b(?:an?|some|(?:there|have|find|get) any(?: other)?)"
    r" (?P<what>(?!of\b|other\b|idea\b|few\b|lot\b|kind\b|type\b|sort\b)[a-z][^,.;:?!]*?)"
    r"(?= else\b| please\b| and (?:i|what|when|who|can|do|does)\b|[,.;:?!]|\Z)",
    re.IGNORECASE,
)
_ARE_THERE = re.compile(r"\bare(?= there (?:any other )?\Z)", re.IGNORECASE)


def with_what_is_sought(question: str, turns: Sequence[Turn]) -> str | None:
    """Return "Is there any other mill?" for "Is there anything else?"; None where nothing is sought."""
    found = _ANOTHER.search(question)
    if found is None:
        return None
    for turn in reversed(turns[-_TURNS_BACK:]):
        sought = _SOUGHT.search(turn.understood_as)
        if sought and _of_that(found["noun"], sought["what"]):
            before = question[: found.start()]
            if not _is_of_several(sought["what"]):
                before = _ARE_THERE.sub(lambda are: "Is" if are[0][0].isupper() else "is", before)
            return f"{before}any other {sought['what']}{found['after'] or ''}{question[found.end() :]}"
    return None


def _is_of_several(what: str) -> bool:
    head = next(iter(mentions(what)), None)
    return head is not None and head.plural


def _of_that(noun: str | None, what: str) -> bool:
    """Tell whether "any other mills" may be such mills as were sought, or "any others" whatever was."""
    if noun is None or noun.lower() in _NOTHING_SAID:
        return True
    return worded(noun)[0].stem in {word.stem for word in worded(what)}
