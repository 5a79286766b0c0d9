"""Questions in everyday words, put as articles tell it: "when did it come out?" asks when it was released.

Few idioms are common: of some 7,000 questions of the training sets that people typed into a search engine
270 ask when something came out, and 60 what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# "What is she worried about?" asks for no plot.
_NO_FEELING = r"(?<!ed)(?<!ing)"
_IDIOMS = (
    (
        re.compile(r"when (?:did|does|do|will) (?P<what>.+?) (?:first )?come out\b", re.IGNORECASE),
        ("When was {what} released",),
    ),
    (
        re.compile(r"(?:when|what date) (?:is|are|was|were) (?P<what>.+?) coming out\b", re.IGNORECASE),
        ("When was {what} released",),
    ),
    (
        re.compile(rf"what(?:['’]?s| is| was) (?P<what>.+?){_NO_FEELING} about(?=\W*\Z)", re.IGNORECASE),
        ("What is the plot of {what}", "What is the subject of {what}"),
    ),
    (
        re.compile(r"where can (?:i|you|we|one) (?:watch|stream) (?P<what>.+?)(?=\W*\Z)", re.IGNORECASE),
        ("On what platform is {what} available",),
    ),
)


def said_plainly(question: str) -> Iterator[str]:
    """Yield the question in the words of articles, where it is an idiom; nothing for any other."""
    for idiom, plainly in _IDIOMS:
        found = idiom.match(question)
        if found:
            yield from (f"{plain.format(what=found['what'])}{question[found.end() :]}" for plain in plainly)
