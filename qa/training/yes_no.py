"""Yes/no questions, made from others by putting an answer into them.

"When was it built?" becomes "Was it built in 1920?". None of the sets asks such questions. What
decides one is the place where the answer to the other stands, whether the answer that was put in is
the right one or another.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from qa.training.rows import Row

_AUXILIARY = r"is|are|was|were|did|does|do|has|have|had|can|could|will|would"
_FORMS = (
    # "When did it open?": "Did it open in 1920?"
    re.compile(
        rf"^(?P<word>when|where|in what year|in which year) (?P<aux>{_AUXILIARY}) (?P<rest>[^?,]+)\?*$", re.I
    ),
    # "Who was its editor?": "Was Jane Roe its editor?"
    re.compile(
        r"^(?P<word>who|what|which) (?P<aux>is|are|was|were) (?P<rest>(?:the|its|his|her|their)\b[^?,]+)\?*$",
        re.I,
    ),
    # "How many rooms does it have?": "Does it have 12 rooms?"
    re.compile(rf"^how (?P<word>many) (?P<counted>[\w-]+) (?P<aux>{_AUXILIARY}) (?P<rest>[^?,]+)\?*$", re.I),
    # "Who founded it?": "Was it Jane Roe who founded it?"
    re.compile(
        r"^(?P<word>who) (?P<rest>\w+(?:ed|ote|ade|old|ave|ook|ang|ew|on|uilt|ought|ed) [^?,]+)\?*$", re.I
    ),
)
# Longer answers make no question that anybody would ask.
_MOST_WORDS = 5
# Words before a date or place that belong to it: "in 1920", "at the castle".
_BEFORE = re.compile(r"\b(?P<before>in|on|at|near|from|during) (?:the )?$", re.I)
_AROUND = 12


def yes_no_questions(rows: Sequence[Row], count: int, chance: random.Random) -> list[Row]:
    """Return up to ``count`` rows whose question wants a yes or a no; the answer is what decides it.

    Half of them suppose the right thing; the others what answers another row's question of the
    same form.
    """
    fitting = [(row, match) for row in rows for match in _matches(row)]
    stock: dict[str, list[str]] = defaultdict(list)
    for row, match in fitting:
        stock[match["word"].lower()].append(_supposed(row, match))
    made = []
    for row, match in chance.sample(fitting, min(count, len(fitting))):
        word = match["word"].lower()
        supposed = _supposed(row, match) if chance.random() < 0.5 else chance.choice(stock[word])
        made.append(row.model_copy(update={"id": f"{row.id}-yes-no", "question": _question(match, supposed)}))
    return made


def _matches(row: Row) -> Iterator[re.Match[str]]:
    if row.answers and len(row.answers[0].text.split()) <= _MOST_WORDS:
        for form in _FORMS:
            match = form.match(row.question)
            if match:
                yield match
                return


def _supposed(row: Row, match: re.Match[str]) -> str:
    answer = row.answers[0]
    if match["word"].lower() in {"who", "what", "which", "many"}:
        return answer.text
    before = _BEFORE.search(row.context[max(0, answer.start - _AROUND) : answer.start])
    return f"{before['before'].lower() if before else 'in'} {answer.text}"


def _question(match: re.Match[str], supposed: str) -> str:
    parts = match.groupdict()
    if "aux" not in parts:
        return f"Was it {supposed} who {parts['rest']}?"
    auxiliary = parts["aux"].capitalize()
    if "counted" in parts:
        return f"{auxiliary} {parts['rest']} {supposed} {parts['counted']}?"
    if parts["word"].lower() in {"who", "what", "which"}:
        return f"{auxiliary} {supposed} {parts['rest']}?"
    return f"{auxiliary} {parts['rest']} {supposed}?"
