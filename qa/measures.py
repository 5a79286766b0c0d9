"""Amounts, dates and places that cannot answer: a year is no price, "forty" no time, metres no weight.

All figures are counts over the public training sets and the held-out collections of support.
"""

from __future__ import annotations

import re
from itertools import takewhile

from index.terms import fold, is_function_word, terms
from qa.language.dates import dates_in
from qa.language.quantities import COUNT, ORDINAL, quantities_in
from qa.language.stems import worded
from qa.language.units import CURRENCY_OF, UNIT_OF, VALUES
from qa.language.word_classes import NATIONALITY, is_plural_noun, listed
from qa.question import EXPLAINED, QUANTITATIVE, AnswerKind, Question
from qa.reader import Span

# Measures that an amount of money may be given in, and those that are no number of things.
_BARE = frozenset({COUNT, "percent"})
_NEVER_COUNTED = frozenset({ORDINAL, "time"})
# What is measured by what "how" asks for; a number alone may have its unit elsewhere.
_DIMENSIONS_OF = {
    "how tall": {"length", COUNT},
    "how high": {"length", COUNT},
    "how deep": {"length", COUNT},
    "how wide": {"length", COUNT},
    "how far": {"length", COUNT},
    "how heavy": {"mass", COUNT},
    "how old": {"time", COUNT},
    "how fast": {"speed", "time", COUNT},
    "how hot": {"temperature", COUNT},
    "how cold": {"temperature", COUNT},
}
# What else asks for an extent; lengths and times both answer it.
_EXTENTS = frozenset({*_DIMENSIONS_OF, "how long"})
# A number behind these may be an hour or an age: "at nine".
_AT = re.compile(r"\b(?:at|by|until|till|from|to|past|before|after|since|around|about)\b", re.IGNORECASE)
# What asks for an amount, and words that tell one without a number.
_AMOUNT_CUES = frozenset({"how many", "how much"})
_AMOUNTS = listed(
    "all almost double dozens enough every few fewer half hardly hundreds less little lot lots majority many "
    "millions minority more most much no nobody none nothing only part several some tens thousands twice"
)
# What may stand beside an amount and one noun that still tell nothing but how many: "after only one season".
_BESIDE_AN_AMOUNT = listed(
    "a about after almost at before for in just less more nearly of only over some than the within"
)
# What an hour or a year is told of: "at five o'clock".
_HOURS_AND_ERAS = listed("ad am bc bce ce o'clock pm")
# The word that a number stands right before.
_BEHIND = re.compile(r"(?P<hyphen>[ -])(?P<counted>[^\W\d_]+)")
_IN_FIGURES = re.compile(r"\d[\d,.]*")
# A number's compound and the words behind it: "eight-part first season".
_COMPOUND = re.compile(r"-(?P<part>[^\W\d_]+)(?P<of>(?: [\w’'-]+){1,4})")
# So many letters around a date are "in", "on" or a comma.
_AROUND_A_DATE = 3
_ASKS_WHEN = re.compile(r"\b(?:when|dates?|days?|years?|early|late|recent(?:ly)?|soon)\b", re.IGNORECASE)


def tells_no_such_value(question: Question, span: Span) -> bool:
    """Tell whether an amount, a time or a place is asked for and the span tells none, or another sort of one.

    So too where why or how is asked, and the span is but a date, or why, and it is but an amount.
    """
    return (
        (question.cue in _AMOUNT_CUES and not _tells_an_amount(span.text))
        or _measures_something_else(question, span.text)
        or _counts_something(question, span)
        or _counts_parts(question, span)
        or _is_no_time_or_place(question, span)
        or _is_a_number_in_a_name(question, span)
        or (question.expects in EXPLAINED and _only_dates(question, span.text))
        or (question.expects is AnswerKind.REASON and _only_an_amount(span.text))
    )


def _measures_something_else(question: Question, text: str) -> bool:
    """Tell whether the span has a measure, but none that the question can mean.

    Of 127 such spans among the facts of held-out collections one was right.
    """
    measured = [found.value for found in quantities_in(text)]
    if question.expects is AnswerKind.MONEY:
        fits = [value.is_money or value.dimension in _BARE for value in measured]
    elif question.cue == "how many":
        unit = UNIT_OF.get(question.focus or "", ("", 0.0))[0]
        counts_money = (question.focus or "") in CURRENCY_OF
        elsewhere = _NEVER_COUNTED - {unit}
        fits = [counts_money if value.is_money else value.dimension not in elsewhere for value in measured]
    elif question.cue in _DIMENSIONS_OF:
        fits = [value.dimension in _DIMENSIONS_OF[question.cue] for value in measured]
    else:
        return False
    return bool(fits) and not any(fits)


def _counts_something(question: Question, span: Span) -> bool:
    """Tell whether an extent is asked for, and the span is but the "eight" of "eight men", of "eight-part".

    Of 1,686 answers to "how long", "how old" and the like in the training sets none stands so.
    """
    if question.cue not in _EXTENTS or any(not _is_bare(word) for word in span.text.split()):
        return False
    behind = _BEHIND.match(span.passage.text, span.end - span.passage.start)
    counted = fold(behind["counted"]) if behind else ""
    return (
        behind is not None
        and counted not in UNIT_OF
        and not is_function_word(counted)
        and (behind["hyphen"] == "-" or is_plural_noun(counted))
    )


def _counts_parts(question: Question, span: Span) -> bool:
    """Tell whether it is asked how many seasons there are, and the span is that of "eight-part season".

    Of 4,795 answers to "how many" in the training sets 59 stand before a hyphen, three of them so.
    """
    compound = _COMPOUND.match(span.passage.text, span.end - span.passage.start)
    if question.cue != "how many" or question.focus is None or compound is None:
        return False
    asked = set(terms(question.focus))
    following = takewhile(lambda word: not is_function_word(word), compound["of"].split())
    return asked.isdisjoint(terms(compound["part"])) and not asked.isdisjoint(terms(" ".join(following)))


def _is_bare(word: str) -> bool:
    """Tell whether the word is a number in figures or words, or says nothing: "about", "fifty-four"."""
    in_words = all(part in VALUES for part in fold(word).split("-"))
    return is_function_word(word) or in_words or _IN_FIGURES.fullmatch(word) is not None


def _is_no_time_or_place(question: Question, span: Span) -> bool:
    """Tell whether "when" is met by a mere number, or "where" by a number, a date or "French".

    Of 20 numbers and dates so found among the facts of held-out collections none was right; of "French"
    they hold no case. A number of things is no time, not even behind "after": of 6,963 answers to "when" in
    the training sets two are, "in the eight grade".
    """
    if question.cue not in ("when", "where"):
        return False
    dimensions = {found.value.dimension for found in quantities_in(span.text)}
    dated = bool(dates_in(span.text))
    if question.cue == "when":
        said = " ".join([*span.before.split()[-1:], span.text])
        things = _of_an_amount_alone(span.text) or _HOURS_AND_ERAS
        return dimensions == {COUNT} and not dated and not (_AT.search(said) and things <= _HOURS_AND_ERAS)
    if span.text.lower() in NATIONALITY:
        return True
    named = any(letter.isupper() for letter in span.text)
    return bool(dimensions or dated) and not named and "length" not in dimensions


def _is_a_number_in_a_name(question: Question, span: Span) -> bool:
    """Tell whether the span is only the "300" of a "Model 300" that the question does not speak of."""
    if question.expects in QUANTITATIVE or not span.text.isdecimal():
        return False
    before = span.before
    name = [word for word in worded(before) if before[word.end :] == " "]
    asked = {word.stem for word in worded(question.text)}
    return any(word.capital and not word.function and word.stem not in asked for word in name)


def _tells_an_amount(text: str) -> bool:
    return bool(quantities_in(text)) or not _AMOUNTS.isdisjoint(fold(word) for word in text.split())


def _only_dates(question: Question, text: str) -> bool:
    """Tell whether the words are but a date, where it is asked why or how, and not also when.

    Of 7,135 such answers of the training sets seven are, to questions how somebody died.
    """
    told = sum(found.end - found.start for found in dates_in(text))
    rest = len(text.strip()) - told
    return told > 0 and rest <= _AROUND_A_DATE and not _ASKS_WHEN.search(question.text)


def _only_an_amount(text: str) -> bool:
    """Tell "after only one season" from "one of its wings fell": of 3,750 answers to "why" two are so."""
    return _of_an_amount_alone(text) is not None


def _of_an_amount_alone(text: str) -> frozenset[str] | None:
    """Return what an amount is of, at most one word; None for a text that tells more than one amount."""
    amounts = quantities_in(text)
    named = [
        word
        for word in worded(text)
        if word.folded not in _BESIDE_AN_AMOUNT and not any(at.start <= word.start < at.end for at in amounts)
    ]
    if len(amounts) != 1 or len(named) > 1 or any(word.start < amounts[0].start for word in named):
        return None
    return frozenset(word.folded for word in named)
