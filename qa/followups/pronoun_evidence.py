"""Whether a name is a he, a she, an it or a they, as the texts that name it show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa.followups.leaning import Form
from qa.language.word_classes import FEMALE_NOUN, MALE_NOUN

# Pronouns so near after a name mostly mean it: about the rest of its sentence and the next.
_WINDOW = 160
# So many mentions show what the whole text would.
_MENTIONS = 12
# Longer texts are not searched to the end: understanding has milliseconds.
_LONGEST = 60_000
_PRONOUN = re.compile(r"\b(?:(he|him|his)|(she|her|hers)|(it|its)|(they|them|their))\b", re.IGNORECASE)
_FORMS = (Form.HE, Form.SHE, Form.IT, Form.THEY)
# Not a sentence's first word: "Then Green left".
_FIRST_NAME = re.compile(r"[^.!?\s]\s([A-Z][\w’'-]+)\s\Z")
_WORD = re.compile(r"\w+")
# A noun or title right beside the name ("actress Eva …", "Mrs …") says more than one pronoun.
_TITLE_WEIGHT = 3.0
# Right behind a name: only people are a who, or have a mother.
_OF_A_PERSON = re.compile(
    r"(?: \([^)]{1,60}\))?,? who(?:se|m)?\b"
    r"|['’]s (?:\w+ ){0,2}(?:mother|father|wife|husband|sister|brother|son|daughter|boyfriend|girlfriend)\b"
)
# A pronoun after another name has come is more likely that name's.
_AFTER_ANOTHER_NAME = 0.4
_ANOTHER_NAME = re.compile(r"(?<![.!?]\s)(?<!\A)\b[A-Z]\w+")


@dataclass(frozen=True, slots=True)
class PronounEvidence:
    """How much speaks for each pronoun."""

    he: float = 0.0
    she: float = 0.0
    it: float = 0.0
    they: float = 0.0

    def of(self, form: Form) -> float:
        """Return what speaks for the pronoun; 0 for other forms."""
        return {Form.HE: self.he, Form.SHE: self.she, Form.IT: self.it, Form.THEY: self.they}.get(form, 0.0)

    @property
    def total(self) -> float:
        """Return all that was found."""
        return self.he + self.she + self.it + self.they


def pronoun_evidence(name: str, texts: Iterable[str]) -> PronounEvidence:
    """Return the pronouns that follow ``name`` (or its last word) in the texts, nearer ones counting more."""
    tokens = _WORD.findall(name)
    if not tokens:
        return PronounEvidence()
    # People are named by surname later on, but their full name must win where both stand.
    pattern = re.compile(rf"\b{re.escape(tokens[-1])}\b")
    weights = dict.fromkeys(_FORMS, 0.0)
    left = _MENTIONS
    for text in texts:
        for found in pattern.finditer(text, 0, _LONGEST):
            if len(tokens) > 1 and _of_another(text, found.start(), tokens):
                continue
            _weigh_around(text, found.start(), found.end(), weights)
            left -= 1
            if not left:
                return PronounEvidence(*weights.values())
    return PronounEvidence(*weights.values())


def _of_another(text: str, start: int, tokens: Sequence[str]) -> bool:
    """Tell whether a surname stands after a first name that is another person's."""
    before = _FIRST_NAME.search(text[max(0, start - 30) : start])
    return before is not None and before[1] not in tokens


def noun_evidence(noun: str) -> PronounEvidence:
    """Return what a common noun itself shows: a sister is a she."""
    return PronounEvidence(he=_TITLE_WEIGHT * (noun in MALE_NOUN), she=_TITLE_WEIGHT * (noun in FEMALE_NOUN))


def _weigh_around(text: str, start: int, end: int, weights: dict[Form, float]) -> None:
    before = _WORD.findall(text[max(0, start - 40) : start].lower())[-2:]
    if MALE_NOUN.intersection(before):
        weights[Form.HE] += _TITLE_WEIGHT
    if FEMALE_NOUN.intersection(before):
        weights[Form.SHE] += _TITLE_WEIGHT
    if _OF_A_PERSON.match(text, end):
        weights[Form.HE] += _TITLE_WEIGHT / 2
        weights[Form.SHE] += _TITLE_WEIGHT / 2
    window = text[end : end + _WINDOW]
    another = _ANOTHER_NAME.search(window)
    for seen, pronoun in enumerate(_PRONOUN.finditer(window), start=1):
        weight = 1.0 / seen
        if another and another.start() < pronoun.start():
            weight *= _AFTER_ANOTHER_NAME
        weights[_FORMS[(pronoun.lastindex or 1) - 1]] += weight
