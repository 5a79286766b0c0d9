"""Whether a span can answer at all: what it says is no mere repetition, denial, or something else's name.

What a reader finds likely is left out where its form alone shows that it says nothing in answer.
"""

from __future__ import annotations

import re

from index.blocks import without_marks
from index.kinds import Kind
from index.terms import is_function_word, query_terms, terms, words
from qa.comparing.choices import chooses_neither
from qa.comparing.numbering import leaves_numbers_out, numbered_otherwise
from qa.language.quantities import quantities_in
from qa.language.stems import telling, worded
from qa.measures import tells_no_such_value
from qa.naming import names_another, tells_of_no_family
from qa.negation import is_denied
from qa.question import EXPLAINED, AnswerKind, Question
from qa.reader import Span
from qa.reasons import is_conceded, is_what_comes_of_it, only_says_it_again

# Kinds of answer that are told in a sentence; in one that asks, others may be named.
_TOLD = EXPLAINED | {AnswerKind.DESCRIPTION, AnswerKind.YESNO}
# What a question asks by that begins with a verb: "is she called Ana or Anna?".
_WHETHER = "is"
_CLOSING_QUOTES = "\"'”’"
# What stands before a colon where a line begins: the one who speaks, in an interview.
_SPEAKER = re.compile(r"(?:^|\n)[#>*_\s]*(?P<initials>[A-Z]{1,4})[*_]*:")
# That behind a number or a letter marks an item of a list: "1) the roof".
_BRACKET = re.compile(r"\(|(?<!\b\w)\)")
_PART_OF_A_NAME = re.compile(r"\b(?:surname|(?:first|given|middle|last|family) name)s?\b", re.IGNORECASE)


def says_something(question: Question, span: Span, sentence: tuple[int, int]) -> bool:
    """Tell whether the span can answer, standing in that sentence of the article.

    "She" only points at a name, "boats" tells not how many there are, "a year" not what it cost, who asks
    explains nothing, who plays somebody is not what that one does, what is told of season 1 is not of season
    2, and what the question names itself is no answer to it.
    """
    told = span.passage.text[sentence[0] - span.passage.start : sentence[1] - span.passage.start]
    if question.expects in _TOLD and without_marks(told).rstrip(_CLOSING_QUOTES).endswith("?"):
        return False
    if (
        tells_no_such_value(question, span)
        or names_another(question, span)
        or tells_of_no_family(question, span, sentence)
        or (question.expects is not AnswerKind.YESNO and numbered_otherwise(question.text, told))
        or (not _may_repeat(question, span) and _repeats(question, span))
        or _labels_a_speaker(span)
        or _captions_something_else(question, span)
        or (question.cue == _WHETHER and chooses_neither(question.text, span.text))
        or _leaves_an_aside(span.text)
        or (question.expects is AnswerKind.REASON and _is_no_reason(question, span))
        or (question.expects not in _TOLD and is_denied(question, span, told))
    ):
        return False
    # For a yes or no the sentence answers, whatever its telling words are.
    if question.expects is AnswerKind.YESNO:
        return not leaves_numbers_out(question.text, told)
    return not _only_points(span, sentence[0])


def _is_no_reason(question: Question, span: Span) -> bool:
    return is_conceded(span) or is_what_comes_of_it(question, span) or only_says_it_again(question, span)


def _may_repeat(question: Question, span: Span) -> bool:
    """Tell whether the span may answer with the question's own words.

    A person may have the name of what is asked about ("Who founded Ford?"), a part of a name is asked for
    beside the whole of it ("What is Ada Moe's surname?"), and a sentence decides.
    """
    if _PART_OF_A_NAME.search(question.text):
        return True
    if question.expects is AnswerKind.PERSON:
        return any(word.capital for word in worded(span.text))
    return question.expects is AnswerKind.YESNO


def _repeats(question: Question, span: Span) -> bool:
    """Tell whether the question has all the telling words of the span, and offers no choice of them."""
    asked = worded(question.text)
    offers = any(word.folded == "or" for word in asked)
    return not offers and {word.stem for word in telling(span.text)} <= {word.stem for word in asked}


def _labels_a_speaker(span: Span) -> bool:
    """Tell whether the span is but the initials of whoever speaks the line: "KL: I never read it"."""
    place = (span.start - span.passage.start, span.end - span.passage.start)
    return any(found.span("initials") == place for found in _SPEAKER.finditer(span.passage.text))


def _captions_something_else(question: Question, span: Span) -> bool:
    """Tell whether the span stands in a caption that has no word of the question.

    What is in a picture is told by its caption alone, and pictures on a page may be of anything.
    """
    passage = span.passage
    return passage.kind is Kind.CAPTION and set(terms(passage.spaced)).isdisjoint(query_terms(question.text))


def _leaves_an_aside(text: str) -> bool:
    """Tell whether the words begin inside brackets and go on behind them: "Ines Alder), a widow".

    They are neither what is in the brackets nor what is told of whoever stands before these. Of 84,158
    answers of the training sets eleven are so.
    """
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth += 1 if bracket[0] == "(" else -1
        if depth < 0:
            return True
    return False


def _only_points(span: Span, sentence_start: int) -> bool:
    """Tell whether the span is made of function words; a capital inside a sentence makes a name of one."""
    found = [span.text[start:end] for start, end in words(span.text)]
    begins = span.start == sentence_start
    named = any(
        word[0].isupper() and word != "I" and (place or not begins) for place, word in enumerate(found)
    )
    return not named and not quantities_in(span.text) and all(is_function_word(word) for word in found)
