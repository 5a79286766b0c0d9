"""Spans fit to be quoted: without the marks of lists and tables around them, and saying something."""

from __future__ import annotations

import re
from dataclasses import replace

from index.blocks import without_marks
from index.sentences import sentences
from index.terms import fold, is_function_word, words
from qa.comparing.numbering import numbered_otherwise
from qa.language.dates import dates_in
from qa.language.quantities import COUNT, ORDINAL, quantities_in
from qa.language.stems import telling, worded
from qa.language.units import CURRENCY_OF, UNIT_OF
from qa.language.word_classes import NATIONALITY, PERSON_NOUN, listed
from qa.negation import is_conceded, is_denied, is_what_comes_of_it
from qa.question import EXPLAINED, AnswerKind, Question
from qa.reader import Span

# What Markdown puts before the first word of a line (a heading's, a quotation's, a list's) or of a cell,
# and behind the last. A number before it may belong to what is said ("3. May").
_BEFORE = re.compile(r"(?:[|\s]+|[#>]+\s|[-*+•◦▪‣·]\s)*")
_BEHIND = re.compile(r"[|\s]+$")
_NEXT_ROW = re.compile(r"\s*\n\s*\|")
_BRACKETS = (("(", ")"), ("[", "]"), ("“", "”"))
# Those that hold an aside or a link; quotation marks may make a title of the words.
_HOLDING = ("()", "[]")
# That behind a number or a letter marks an item of a list: "1) the roof".
_BRACKET = re.compile(r"\(|(?<!\b\w)\)")
_CLOSING_QUOTES = "\"'”’"
# Markdown's marks of emphasis and of code, the longer before those they begin with.
_EMPHASIS = ("***", "**", "*", "__", "_", "~~", "``", "`")
# Kinds of answer that are told in a sentence; in one that asks, others may be named.
_TOLD = EXPLAINED | {AnswerKind.DESCRIPTION, AnswerKind.YESNO}
# Kinds of answer that tell of somebody named, not who that is.
_OF_ONE_NAMED = frozenset({AnswerKind.DESCRIPTION, AnswerKind.THING})
# What stands before a colon where a line begins: the one who speaks, in an interview.
_SPEAKER = re.compile(r"(?:^|\n)[#>*_\s]*(?P<initials>[A-Z]{1,4})[*_]*:")
# "The ferry (called …"
_CALLED = re.compile(r"(\w+)(?: \(|, )(?:named|called|dubbed|known as|nicknamed) [\"“‘']?\Z")
_WHO_IS = re.compile(r"\bwho(?:['’]s| is| was| are| were)\b|\bname[ds]?\b|\bcalled\b", re.IGNORECASE)
# A capitalised word right behind, past the point of "Ms".
_NEXT_WORD = re.compile(r"\.? (?=[^\W\d_a-z])(\w+)")
_ASKS_FOR_A_NAME = re.compile(r"\b(?:names?|titles?|called|initials?|rank|surname)\b", re.IGNORECASE)
_NAME_OF = re.compile(r"\bname of\b", re.IGNORECASE)
_SURNAME = re.compile(r"\b(?:surname|(?:last|family) name)s?\b", re.IGNORECASE)
_OWNED = re.compile(r"['’]s (?P<noun>\w+)\W*\Z")
_KIN = PERSON_NOUN - listed("actress actor")
_ACTING = re.compile(
    r"\b(?:act(?:s|ed|or|ress)?|cast|characters?|play(?:s|ed)?|portray(?:s|ed|al)?|roles?|star(?:s|red|ring)?"
    r"|voice[sd]?|really)\b",
    re.IGNORECASE,
)
# "He gives it a chapter" names nobody. Of 11,307 answers to "who" in the training sets 43 are such a clause,
# in policies and conversations for the most part.
_SOMEBODY_DID = re.compile(r"(?i:he|she|it|they|we|you|i)(?:['’]\w+)? [a-z]")
_AROUND_A_DATE = 3
_ASKS_WHEN = re.compile(r"\b(?:when|dates?|days?|years?|early|late|recent(?:ly)?|soon)\b", re.IGNORECASE)
_ASIDE = re.compile(r" ?\((?P<inside>[^()]*)\)")
_PART_OF_A_NAME = re.compile(rf"{_SURNAME.pattern}|\b(?:first|given|middle) names?\b", re.IGNORECASE)
# Measures that an amount of money may be given in, and those that are no number of things.
_BARE = frozenset({COUNT, "percent"})
_MEASURED = frozenset({AnswerKind.NUMBER, AnswerKind.MONEY, AnswerKind.DATE, AnswerKind.DURATION})
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
# A number behind these may be an hour or an age: "at nine".
_AT = re.compile(r"\b(?:at|by|until|till|from|to|past|before|after|since|around|about)\b", re.IGNORECASE)
# What asks for an amount, and words that tell one without a number.
_AMOUNT_CUES = frozenset({"how many", "how much"})
_AMOUNTS = listed(
    "all almost double dozens enough every few fewer half hardly hundreds less little lot lots majority many "
    "millions minority more most much no nobody none nothing only part several some tens thousands twice"
)


def trimmed(span: Span) -> Span:
    """Return the span without the marks around its words, and not beyond one row of a table.

    A bracket that opens in it is closed where it closes right behind, else left out with what is in it.
    A span of marks alone stays as it is.
    """
    return _plain(_unmarked(_with_whole_brackets(span)))


def of_one_sentence(question: Question, span: Span) -> Span:
    """Return the span up to the end of the sentence it begins in, where somebody or a name is asked for.

    The names of two sentences are two answers: "Per Lindahl. Ada Berg is played by Siri Holm".
    """
    if question.expects is not AnswerKind.PERSON and not _NAME_OF.search(question.text):
        return span
    start, end = span.start - span.passage.start, span.end - span.passage.start
    over = next((last for _, last in sentences(span.passage.text) if start < last < end), None)
    if over is None:
        return span
    cut = span.passage.text[start:over].rstrip(".")
    return replace(span, end=span.start + len(cut))


def _plain(span: Span) -> Span:
    """Return the span without the emphasis, or the brackets, that hold its words alone."""
    text, at = span.text, span.start - span.passage.start
    before, behind = span.passage.text[:at], span.passage.text[at + len(text) :]
    for mark in _EMPHASIS:
        opens, closes = text.startswith(mark), text.endswith(mark)
        if (opens and (closes or behind.startswith(mark))) or (closes and before.endswith(mark)):
            return _within(span, len(mark) * opens, len(mark) * closes)
    held = text[:1] + text[-1:] in _HOLDING and text.count(text[-1:]) == 1
    return _within(span, 1, 1) if held else span


def _within(span: Span, first: int, last: int) -> Span:
    """Return the span less so many characters on either side, unless no words would be left."""
    inside = span.text[first : len(span.text) - last]
    if not inside.strip() or inside != inside.strip():
        return span
    return replace(span, start=span.start + first, end=span.end - last)


def _with_whole_brackets(span: Span) -> Span:
    text, end = span.text, span.end - span.passage.start
    for opening, closing in _BRACKETS:
        at = text.rfind(opening)
        if at >= 0 and closing not in text[at:]:
            if span.passage.text[end : end + 1] == closing:
                return replace(span, end=span.end + 1)
            kept = text[:at].rstrip()
            return replace(span, end=span.start + len(kept)) if kept else span
        if text.endswith(closing) and opening not in text and text[:-1].strip():
            return replace(span, end=span.end - 1)
    return span


def _unmarked(span: Span) -> Span:
    text = span.text
    before = _BEFORE.match(text)
    marks = before.end() if before else 0
    row = _NEXT_ROW.search(text, marks)
    end = len(_BEHIND.sub("", text[: row.start()] if row else text))
    return replace(span, start=span.start + marks, end=span.start + end) if marks < end else span


def says_something(question: Question, span: Span, sentence: tuple[int, int]) -> bool:
    """Tell whether the span can answer, standing in that sentence of the article.

    "She" only points at a name, "boats" tells not how many there are, "a year" not what it cost, who asks
    explains nothing, who plays somebody is not what that one does, what is told of season 1 is not of season
    2, and what the question names itself is no answer to it.
    """
    told = span.passage.text[sentence[0] - span.passage.start : sentence[1] - span.passage.start]
    if question.expects in _TOLD and without_marks(told).rstrip(_CLOSING_QUOTES).endswith("?"):
        return False
    if question.cue in _AMOUNT_CUES and not _tells_an_amount(span.text):
        return False
    of_one_named = (
        question.expects in _OF_ONE_NAMED
        or _SURNAME.search(question.text)
        or _is_of_kin(question)
        or _is_of_another(question)
    )
    if (
        _measures_something_else(question, span.text)
        or _is_no_time_or_place(question, span)
        or _is_a_number_in_a_name(question, span)
        or (question.expects is not AnswerKind.YESNO and numbered_otherwise(question.text, told))
        or (not _may_repeat(question, span) and _repeats(question, span))
        or _labels_a_speaker(span)
        or (question.expects is AnswerKind.PERSON and _SOMEBODY_DID.match(span.text) is not None)
        or (question.expects in EXPLAINED and _only_dates(question, span.text))
        or _leaves_an_aside(span.text)
        or (
            question.expects is AnswerKind.REASON
            and (is_conceded(span) or is_what_comes_of_it(question, span))
        )
        or (question.expects not in _TOLD and is_denied(question, span, told))
        or _begins_a_name_asked_about(question, span)
        or _names_what_is_asked_of(question, span)
        or _is_nobodys_name(question, span.text)
        or (of_one_named and _names_who_is_meant(question, span))
        or ((_is_of_another(question) or _is_of_kin(question)) and _is_meant_behind(question, span))
    ):
        return False
    # For a yes or no the sentence answers, whatever its telling words are.
    return question.expects is AnswerKind.YESNO or not _only_points(span, sentence[0])


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


def _labels_a_speaker(span: Span) -> bool:
    """Tell whether the span is but the initials of whoever speaks the line: "KL: I never read it"."""
    place = (span.start - span.passage.start, span.end - span.passage.start)
    return any(found.span("initials") == place for found in _SPEAKER.finditer(span.passage.text))


def _only_dates(question: Question, text: str) -> bool:
    """Tell whether the words are but a date, where it is asked why or how, and not also when.

    Of 7,135 such answers of the training sets seven are, to questions how somebody died.
    """
    told = sum(found.end - found.start for found in dates_in(text))
    rest = len(text.strip()) - told
    return told > 0 and rest <= _AROUND_A_DATE and not _ASKS_WHEN.search(question.text)


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


def _begins_a_name_asked_about(question: Question, span: Span) -> bool:
    """Tell whether the span is but the title or the given name before a name of the question.

    Who is Sigrid Hale is not "Ms.", who paid Aagaard not the "Søren" of "Søren Aagaard".
    """
    if _ASKS_FOR_A_NAME.search(question.text):
        return False
    inside = worded(span.text)
    following = _NEXT_WORD.match(span.passage.text, span.end - span.passage.start)
    asked = {word.folded for word in worded(question.text) if word.capital}
    another = len(inside) == 1 and inside[0].capital and inside[0].folded not in asked
    return another and following is not None and fold(following[1]) in asked


def _repeats(question: Question, span: Span) -> bool:
    """Tell whether the question has all the telling words of the span, and offers no choice of them."""
    asked = worded(question.text)
    offers = any(word.folded == "or" for word in asked)
    return not offers and {word.stem for word in telling(span.text)} <= {word.stem for word in asked}


def _names_who_is_meant(question: Question, span: Span) -> bool:
    """Tell whether the span stands in brackets behind a name of the question: "Maud (Ines Alder)".

    A full name there says who plays Maud, or who she really is, and not what she is, does or is called,
    nor who her brother is, nor whom she married. Of 11,307 answers to "who" in the training sets 17 stand so:
    15 are asked for in a word for acting, and one beside a word of the question ("artistic director: …").
    """
    text, start, end = span.passage.text, span.start - span.passage.start, span.end - span.passage.start
    opening, closing = text.rfind("(", 0, start), text.find(")", end)
    if opening < 0 or closing < 0 or ")" in text[opening:start] or "(" in text[end:closing]:
        return False
    inside = text[opening + 1 : closing]
    named = [inside[a:b] for a, b in words(inside)]
    before = [text[a:b] for a, b in words(text[:opening])][-1:]
    asked = {word.folded for word in worded(question.text)}
    full = len(named) > 1 and all(word[0].isupper() and fold(word) not in asked for word in named)
    return full and bool(before) and before[0][0].isupper() and fold(before[0]) in asked


def _is_meant_behind(question: Question, span: Span) -> bool:
    """Tell whether brackets right behind the span hold but a name of the question: "Maud (Ines Alder)".

    Maud is none whom Ines Alder knows, but her part.
    """
    aside = _ASIDE.match(span.passage.text, span.end - span.passage.start)
    inside = worded(aside["inside"]) if aside else ()
    asked = {word.folded for word in worded(question.text) if word.capital}
    return bool(inside) and all(word.folded in asked for word in inside)


def _is_of_kin(question: Question) -> bool:
    """Tell whether the question asks who somebody is to one named: "Who is Maud's brother?"."""
    owned = _OWNED.search(question.text)
    return owned is not None and fold(owned["noun"]) in _KIN


def _is_of_another(question: Question) -> bool:
    """Tell whether another is asked for than the one named, by what that one did: "Who married Maud?"."""
    said = any(not word.capital for word in telling(question.text))
    return question.expects is AnswerKind.PERSON and said and not _ACTING.search(question.text)


def _names_what_is_asked_of(question: Question, span: Span) -> bool:
    """Tell whether the span only names a thing of which the question asks who: "the ferry (called Ada)".

    Who built the ferry is not Ada; who is the captain may be called so.
    """
    if question.expects is not AnswerKind.PERSON or _WHO_IS.search(question.text):
        return False
    called = _CALLED.search(span.passage.text, 0, span.start - span.passage.start)
    asked = {word.folded for word in worded(question.text)} - {question.focus}
    return called is not None and fold(called[1]) in asked


def _is_nobodys_name(question: Question, text: str) -> bool:
    """Tell whether somebody's name is asked for ("the name of her mother"), and the words hold no capital.

    Of 80 such questions of the training sets none is so answered.
    """
    asked = worded(question.text)
    of_somebody = (
        bool(asked) and asked[-1].folded in PERSON_NOUN and _NAME_OF.search(question.text) is not None
    )
    return of_somebody and not any(letter.isupper() for letter in text)


def _only_points(span: Span, sentence_start: int) -> bool:
    """Tell whether the span is made of function words; a capital inside a sentence makes a name of one."""
    found = [span.text[start:end] for start, end in words(span.text)]
    begins = span.start == sentence_start
    named = any(
        word[0].isupper() and word != "I" and (place or not begins) for place, word in enumerate(found)
    )
    return not named and not quantities_in(span.text) and all(is_function_word(word) for word in found)


def _tells_an_amount(text: str) -> bool:
    return bool(quantities_in(text)) or not _AMOUNTS.isdisjoint(fold(word) for word in text.split())


def _is_a_number_in_a_name(question: Question, span: Span) -> bool:
    """Tell whether the span is only the "300" of a "Model 300" that the question does not speak of."""
    if question.expects in _MEASURED or not span.text.isdecimal():
        return False
    before = span.passage.text[: span.start - span.passage.start]
    name = [word for word in worded(before) if before[word.end :] == " "]
    asked = {word.stem for word in worded(question.text)}
    return any(word.capital and not word.function and word.stem not in asked for word in name)


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


def _is_no_time_or_place(question: Question, span: Span) -> bool:
    """Tell whether "when" is met by a bare number ("forty"), or "where" by a number, a date or "French".

    Of 20 numbers and dates so found among the facts of held-out collections none was right; of "French"
    they hold no case.
    """
    if question.cue not in ("when", "where"):
        return False
    dimensions = {found.value.dimension for found in quantities_in(span.text)}
    dated = bool(dates_in(span.text))
    if question.cue == "when":
        before = span.passage.text[: span.start - span.passage.start].split()[-1:]
        return dimensions == {COUNT} and not dated and not _AT.search(" ".join([*before, span.text]))
    if span.text.lower() in NATIONALITY:
        return True
    named = any(letter.isupper() for letter in span.text)
    return bool(dimensions or dated) and not named and "length" not in dimensions
