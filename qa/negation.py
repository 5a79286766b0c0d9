"""What a text says is not so: it answers nothing.

All figures are counts over the public training sets and the held-out collections of support.
"""

from __future__ import annotations

import re

from qa.language.denials import DENYING_WORD
from qa.question import AnswerKind, Question
from qa.reader import Span

# What denies that what follows in its clause is so, unless the clause turns on the way ("not Ada but Eva").
_DENIED = re.compile(
    r"\b(?:(?:not true|untrue|a myth|wrong|false) that [^.;:]*"
    r"|(?:not|never|\w+n['’]t|cannot|neither|nor|no longer)(?P<said>(?: [\w’'-]+){0,5}) "
    r"|(?:almost|nearly) \w+ed (?:in|on|at|by|to) )\Z",
    re.IGNORECASE,
)
_DENIED_WITHIN = 90
_TURNS = re.compile(
    r"\b(?:but|only|just|until|till|before|unless|because|that|which|who|when|if|and|or|than|more|less|far|over"
    r"|under|as|so|to|quite)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(r"\b(?:not|never|\w+n['’]t)\b", re.IGNORECASE)
_CALLED_FALSE = re.compile(
    r"[^.;:]{0,60}\b(?:but|though|although|yet|and) (?:this|that|it) (?:is|was) "
    r"(?:a myth|wrong|false|untrue|not (?:true|so|right|correct)|a mistake)\b",
    re.IGNORECASE,
)
_DENYING = re.compile(
    rf"\b(?:{DENYING_WORD}|deny|denie[sd]|refuse[sd]?|fail(?:s|ed)?|almost|nearly|false|wrong|untrue|myth)\b",
    re.IGNORECASE,
)


def is_denied(question: Question, span: Span, sentence: str) -> bool:
    """Tell whether the sentence says that something is not so: "It was not built by Ada".

    Of 63,608 answers of the training sets, to questions that deny nothing themselves, 162 stand behind a
    denial in their clause; of the facts of held-out collections four, none of them right. Nobody is "not
    built by Ada" either: of 6,538 answers to "who" eight deny something.
    """
    if _DENYING.search(question.text):
        return False
    if question.expects is AnswerKind.PERSON and _NOT_SO.search(span.text):
        return True
    denial = _DENIED.search(span.before[-_DENIED_WITHIN:])
    if denial is not None and not _TURNS.search(denial["said"] or ""):
        return True
    return _CALLED_FALSE.match(sentence.partition(span.text)[2]) is not None
