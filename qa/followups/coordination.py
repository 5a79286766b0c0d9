"""Two questions in one: "Who cast the bell, and when was it recast?"."""

from __future__ import annotations

import re

from qa.language.word_classes import WH
from qa.language.words import split_words

_BOTH = re.compile(
    r"(?P<first>.+?),? and (?P<second>(?:who|whom|whose|when|where|why|how|what|which)\b.*)", re.IGNORECASE
)
# "Who and when" asks nothing yet.
_LEAST_WORDS = 3


def two_questions(text: str) -> tuple[str, str] | None:
    """Return both questions, each with its mark, where the text asks two; else None."""
    found = _BOTH.fullmatch(text.strip().rstrip("?! "))
    words = split_words(found["first"]) if found else []
    if not found or len(words) < _LEAST_WORDS or words[0].low not in WH:
        return None
    second = found["second"]
    return f"{found['first']}?", f"{second[:1].upper()}{second[1:]}?"
