"""Names that cannot be meant: who plays somebody is not what that one does, nor the ferry who built it.

All figures are counts over the public training sets.
"""

from __future__ import annotations

import re

from index.sentences import sentences
from index.terms import fold, words
from qa.language.stems import telling, worded
from qa.language.word_classes import FAMILY, NATIONALITY, PERSON_NOUN, is_plural_noun, listed
from qa.question import AnswerKind, Question
from qa.reader import Span

# Kinds of answer that tell of somebody named, not who that is.
_OF_ONE_NAMED = frozenset({AnswerKind.DESCRIPTION, AnswerKind.THING})
# "The ferry (called …"
_CALLED = re.compile(r"(\w+)(?: \(|, )(?:named|called|dubbed|known as|nicknamed) [\"“‘']?\Z")
_WHO_IS = re.compile(r"\bwho(?:['’]s| is| was| are| were)\b|\bname[ds]?\b|\bcalled\b", re.IGNORECASE)
# "Who is Maud?" asks what is to be known of her; who plays her is another question.
_WHO_ONE_IS = re.compile(r"who(?:['’]s| is| was) (?-i:(?:[^\W\d_a-z][\w’'-]*\s*)+)[?.!]*\Z", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?:[^\W\d_a-z][\w’'-]* ){0,2}[^\W\d_a-z][\w’'-]*\s?\Z")
# A capitalised word right behind, past the point of "Ms".
_NEXT_WORD = re.compile(r"\.? (?=[^\W\d_a-z])(\w+)")
_FOLLOWING = re.compile(r" ([a-z]+)")
_ASKS_FOR_A_NAME = re.compile(r"\b(?:names?|titles?|called|initials?|rank|surname)\b", re.IGNORECASE)
# "What is the name of …".
NAME_OF = re.compile(r"\bname of\b", re.IGNORECASE)
_SURNAME = re.compile(r"\b(?:surname|(?:last|family) name)s?\b", re.IGNORECASE)
_OWNED = re.compile(r"['’]s (?P<noun>\w+)\W*\Z")
_KIN = PERSON_NOUN - listed("actress actor")
_WHOSE_KIN = re.compile(
    r"(?:who(?:['’]s| is| was| are| were)|(?:what|who).*\bname of) .+['’]s? (?P<relation>\w+)\W*\Z",
    re.IGNORECASE,
)
_FAMILY_STEMS = frozenset(word.stem for word in worded(" ".join(sorted(FAMILY))))
_ACTING = re.compile(
    r"\b(?:act(?:s|ed|or|ress)?|cast|characters?|play(?:s|ed)?|portray(?:s|ed|al)?|roles?|star(?:s|red|ring)?"
    r"|voice[sd]?|really)\b",
    re.IGNORECASE,
)
# "He gives it a chapter" names nobody. Of 11,307 answers to "who" in the training sets 43 are such a clause,
# in policies and conversations for the most part.
_SOMEBODY_DID = re.compile(r"(?i:he|she|it|they|we|you|i)(?:['’]\w+)? [a-z]")
_ASIDE = re.compile(r" ?\((?P<inside>[^()]*)\)")


def tells_of_no_family(question: Question, span: Span, sentence: tuple[int, int]) -> bool:
    """Tell whether it is asked who is somebody's brother or the like, where nobody speaks of any family.

    ``sentence`` is where the span's sentence lies in the article; that and the one before count.
    Of 105 answers to such questions in the training sets nine stand so, four of them to other questions.
    """
    asked = _WHOSE_KIN.match(question.text)
    if asked is None or fold(asked["relation"]) not in FAMILY:
        return False
    text, start = span.passage.text, span.passage.start
    before = text[: sentence[0] - start].rstrip()
    since = sentences(before)[-1][0] if before else 0
    said = {word.stem for word in worded(text[since : sentence[1] - start])}
    return said.isdisjoint(_FAMILY_STEMS)


def names_another(question: Question, span: Span) -> bool:
    """Tell whether the span names nobody, or one who cannot be meant by the question.

    It is the name of what is asked of, the beginning of a name of the question, or one that stands in
    brackets beside the name of whom the question tells something else.
    """
    of_another = _is_of_kin(question) or _is_of_another(question)
    who_one_is = _WHO_ONE_IS.match(question.text) is not None
    of_one_named = (
        of_another or who_one_is or question.expects in _OF_ONE_NAMED or _SURNAME.search(question.text)
    )
    return (
        (question.expects is AnswerKind.PERSON and _SOMEBODY_DID.match(span.text) is not None)
        or _begins_a_name_asked_about(question, span)
        or _names_what_is_asked_of(question, span)
        or _is_nobodys_name(question, span.text)
        or _is_but_an_origin(question, span)
        or (of_one_named and _names_who_is_meant(question, span))
        or (of_another and _is_meant_behind(question, span))
        or (who_one_is and _is_the_rest_of_a_name(question, span))
    )


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
        bool(asked) and asked[-1].folded in PERSON_NOUN and NAME_OF.search(question.text) is not None
    )
    return of_somebody and not any(letter.isupper() for letter in text)


def _is_but_an_origin(question: Question, span: Span) -> bool:
    """Tell whether it is asked who, and the span is but the "Danish" of "Danish actors".

    "The Danish" may answer. Of 11,307 answers to "who" in the training sets three stand so before a plural.
    """
    if question.expects is not AnswerKind.PERSON or span.text.lower() not in NATIONALITY:
        return False
    following = _FOLLOWING.match(span.passage.text, span.end - span.passage.start)
    return following is not None and is_plural_noun(following[1])


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
    asked = {word.folded for word in worded(question.text)}
    full = len(named) > 1 and all(word[0].isupper() and fold(word) not in asked for word in named)
    return full and _ends_with_a_name_of(asked, text[:opening])


def _is_the_rest_of_a_name(question: Question, span: Span) -> bool:
    """Tell whether the span is but what follows in a name: who Ines is tells no "Alder" of "Ines Alder"."""
    inside = worded(span.text)
    asked = {word.folded for word in worded(question.text)}
    alone = len(inside) == 1 and inside[0].capital
    return alone and _ends_with_a_name_of(asked, span.before)


def _ends_with_a_name_of(asked: set[str], text: str) -> bool:
    """Tell whether the text ends with a name that has one of the question's words."""
    name = _NAME_BEFORE.search(text)
    return name is not None and any(fold(word) in asked for word in name[0].split())


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
