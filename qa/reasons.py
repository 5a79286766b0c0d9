"""What is no reason: in spite of what something is so, what comes of it, and that it is so at all.

All figures are counts over the public training sets and the held-out collections of support.
"""

from __future__ import annotations

import re

from qa.language.stems import telling, worded
from qa.question import Question
from qa.reader import Span

_CONCESSION = r"\b(?:despite|in spite of|notwithstanding|regardless of|(?:even )?though|although)\b"
_CONCEDING = re.compile(_CONCESSION, re.IGNORECASE)
_CONCEDED = re.compile(
    rf"{_CONCESSION} (?:(?:the|an?|its|his|her|their|th[ei]se?|those|that) )?\Z", re.IGNORECASE
)
# Behind these stands what the words before them come of, or come after.
_CAUSES = re.compile(r"(?<=\w) (?:when|after|because|since|once|as|until)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,.;]")
# A clause with one of these may tell a reason for what it says.
_MAY_EXPLAIN = re.compile(
    r"\b(?:because|since|due|owing|thanks|so|order|therefore|thus|hence|caus\w*|reason\w*|result\w*|led|for|lest"
    r"|in case|if|could|would|might|want(?:s|ed)?|need(?:s|ed)?|fear\w*|afraid|hop(?:e|es|ed|ing)"
    r"|allow\w*|help\w*|prevent\w*|not|\w+n['’]t|no|by|with|under|through|from|out of)\b",
    re.IGNORECASE,
)
# The share of the question's telling words from which on a clause says what is asked about.
_MOST_OF_IT = 0.6


def is_conceded(span: Span) -> bool:
    """Tell whether the span says in spite of what something is so, which is no reason for it.

    Of 3,752 answers to "why" in the training sets six stand so; of the facts of held-out collections five,
    none of them right.
    """
    return _CONCEDING.match(span.text) is not None or _CONCEDED.search(span.before) is not None


def is_what_comes_of_it(question: Question, span: Span) -> bool:
    """Tell whether the span says what came of that whose reason is asked: "was shut when the roof fell".

    Why the roof fell is told by nothing that begins there. Of 2,603 answers to "why" in the training sets
    none tells it so.
    """
    asked = {word.family for word in telling(question.text)}
    for cause in _CAUSES.finditer(span.text):
        shared = asked & {
            word.family for word in telling(_CLAUSE_END.split(span.text[cause.end() :], maxsplit=1)[0])
        }
        if len(shared) >= max(2, _MOST_OF_IT * len(asked)):
            return True
    return False


def only_says_it_again(question: Question, span: Span) -> bool:
    """Tell whether the span but says that it happened whose reason is asked: "she will leave after a year".

    It has all of the question's telling words but names, and none that a reason goes with. Of 2,291 answers
    to "why" in the training sets two are so.
    """
    asked = {word.family for word in worded(question.text) if not word.function and not word.capital}
    said = {word.family for word in worded(span.text)}
    return bool(asked) and asked <= said and not _MAY_EXPLAIN.search(span.text)
