"""Names as articles call whoever has them once they are introduced: "Ada" for "Ada Berg"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.terms import is_function_word
from qa.language.mentions import Mention, Sort, mentions

# A short form must stand alone so often.
_LEAST_ALONE = 2
_NAME = r"[^\W\d_a-z][\w’'-]*"


def as_called(question: str, texts: Sequence[str]) -> str | None:
    """Return the question with the short form of each name that the texts mostly have, None without one.

    A form that is part of somebody else's name too is nobody's: "Berg" beside "Olaf Berg".
    """
    text = "\n".join(texts)
    called = question
    for mention in mentions(question):
        words = mention.text.split()
        if mention.proper and not mention.joint and _is_a_full_name(mention):
            short = max(words, key=lambda word: _alone(word, words, text))
            if _alone(short, words, text) >= max(_LEAST_ALONE, text.count(mention.text) + 1):
                called = called.replace(mention.text, short)
    return called if called != question else None


def _is_a_full_name(mention: Mention) -> bool:
    words = mention.text.split()
    capitals = all(re.fullmatch(_NAME, word) and not is_function_word(word) for word in words)
    return capitals and len(words) > 1 and mention.sort is not Sort.TIME


def _alone(word: str, name: Sequence[str], text: str) -> int:
    """Count the places where the word stands alone; 0 where it is part of another name."""
    alone = 0
    for found in re.finditer(
        rf"(?:(?P<before>{_NAME}) )?\b{re.escape(word)}\b(?: (?P<after>{_NAME}))?", text
    ):
        beside = {each for each in (found["before"], found["after"]) if each and not is_function_word(each)}
        if beside - set(name):
            return 0
        alone += not beside
    return alone
