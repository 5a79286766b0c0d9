"""Leaning words: what of a question stands for something said before, and what shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from qa.language.word_classes import is_plural_noun


class Form(StrEnum):
    """The kinds of words that lean on what was said."""

    HE = "he"
    SHE = "she"
    IT = "it"
    THEY = "they"
    THIS = "this"
    THIS_NOUN = "this noun"
    THE_NOUN = "the noun"
    THERE = "there"
    THAT_TIME = "that time"
    ONE = "one"
    WHICH_ONE = "which one"


PRONOUNS = (Form.HE, Form.SHE, Form.IT, Form.THEY)
GENDERED = (Form.HE, Form.SHE)


class Rival(IntEnum):
    """What a question itself holds that its leaning words can stand for, the weightiest last."""

    NONE = 0
    WHO = 1
    COMMON = 2
    NAME = 3
    ASKED_FOR = 4


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Leaning words at ``start`` to ``end`` of a question.

    ``possessive`` tells "his" from "he". ``noun`` is the noun of "this album" or "the
    band", lower-case. ``preposition`` is the word before, where it is one. ``rival`` says
    that the question itself holds something that the words can stand for ("What did Ada do when she …").
    """

    form: Form
    start: int
    end: int
    text: str
    possessive: bool = False
    noun: str = ""
    preposition: str = ""
    rival: Rival = Rival.NONE

    @property
    def plural(self) -> bool | None:
        """Whether the words stand for several; None where they do not show it."""
        if self.form is Form.THEY or self.text.lower() in ("these", "those", "which ones"):
            return True
        if self.noun:
            return is_plural_noun(self.noun)
        return None if self.form is Form.ONE else False
