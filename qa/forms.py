"""Forms: whether an answer's words look like what the question expects."""

from __future__ import annotations

from qa.language.dates import dates_in
from qa.language.names import names_in
from qa.language.quantities import quantities_in
from qa.question import AnswerKind

FITS, DOES_NOT_FIT, CANNOT_TELL = 1, -1, 0


def fit(expects: AnswerKind, text: str) -> int:
    """Return 1 when the words look like that kind of answer, -1 when not, 0 where form tells nothing."""
    quantities = [found.value for found in quantities_in(text)]
    dimensions = {quantity.dimension for quantity in quantities}
    match expects:
        case AnswerKind.DATE:
            fits = bool(dates_in(text)) or "time" in dimensions
        case AnswerKind.NUMBER:
            fits = bool(dimensions)
        case AnswerKind.MONEY:
            fits = any(quantity.is_money for quantity in quantities)
        case AnswerKind.DURATION:
            # "How long" asks for a length too.
            fits = bool(dimensions & {"time", "length"}) or bool(dates_in(text))
        case AnswerKind.PERSON | AnswerKind.PLACE:
            # A month with figures is a date, however much its capital looks like a name.
            dated = bool(dates_in(text)) and any(letter.isdigit() for letter in text)
            fits = bool(names_in(text)) and not dated
        case _:
            return CANNOT_TELL
    return FITS if fits else DOES_NOT_FIT
