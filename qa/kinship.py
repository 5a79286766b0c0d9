"""Relations that a text tells by naming both sides at once: "the siblings Ada and Olaf Berg".

Who Ada's brother is stands in such words without "her" or "brother", so that a reader passes over them.
Whether he is a brother or a sister is told by the pronouns around the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from index.articles import Article
from index.passages import Passage
from index.terms import terms
from qa.followups.leaning import Form
from qa.followups.pronoun_evidence import pronoun_evidence
from qa.language.word_classes import FEMALE_NOUN, MALE_NOUN
from qa.reader import Span

# The nouns for both sides of a relation, and what each side is to the other.
_SIBLINGS = {"siblings", "twins"}
_BOTH_SIDES = {
    "sibling": _SIBLINGS | {"brothers", "sisters"},
    "brother": _SIBLINGS | {"brothers"},
    "sister": _SIBLINGS | {"sisters"},
    "twin": {"twins"},
    "husband": {"couple", "spouses"},
    "wife": {"couple", "spouses"},
    "spouse": {"couple", "spouses", "husbands", "wives"},
    "cousin": {"cousins"},
}
_ASKED = re.compile(
    r"\s*(?:and |so )?who (?:is|was|are|were) (?:(?P<owner>.+)['’]s? (?P<relation>\w+)"
    r"|the (?P<relation_of>\w+) of (?P<owner_of>.+?))[\s?.!]*",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
_PAIR = rf"(?P<one>{_NAME})(?: \([^()]*\))? (?:and|&) (?P<other>{_NAME})(?: \([^()]*\))?"
# A lead, in the reader's logits, as it has over no answer where it is sure.
_SURE = 8.0


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who is asked for: the ``relation`` of an ``owner``."""

    owner: frozenset[str]
    relation: str
    forms: tuple[re.Pattern[str], ...]


def related(question: str, passages: Iterable[Passage], articles: Mapping[str, Article]) -> Iterator[Span]:
    """Yield the names that the passages tell so in answer to "Who is Ada's brother?"; none for others.

    ``articles`` are those the passages are of, by source.
    """
    asked = _asked(question)
    if asked is None:
        return
    for passage in passages:
        for form in asked.forms:
            for found in form.finditer(passage.text):
                text = articles[passage.source].text
                yield from (span for span in _named(asked, passage, found) if _may_be(asked, span.text, text))


def _asked(question: str) -> _Asked | None:
    told = _ASKED.fullmatch(question)
    relation = (told["relation"] or told["relation_of"]).lower() if told else ""
    if told is None or relation not in _BOTH_SIDES:
        return None
    both = rf"(?:{'|'.join(sorted(_BOTH_SIDES[relation]))})"
    forms = (
        re.compile(rf"\b{both}(?:,|:)? {_PAIR}"),
        re.compile(rf"\b{_PAIR},? (?:(?:who )?(?:are|were) )?(?:(?:the|two|both|\w+[a-z]) ){{0,2}}{both}\b"),
    )
    return _Asked(frozenset(terms(told["owner"] or told["owner_of"])), relation, forms)


def _named(asked: _Asked, passage: Passage, found: re.Match[str]) -> Iterator[Span]:
    for owner, kin in (("one", "other"), ("other", "one")):
        if asked.owner & set(terms(found[owner])) and not asked.owner & set(terms(found[kin])):
            yield Span(passage, passage.start + found.start(kin), passage.start + found.end(kin), _SURE)


def _may_be(asked: _Asked, name: str, text: str) -> bool:
    """Tell whether the pronouns behind the name speak for no other gender than the relation's."""
    evidence = pronoun_evidence(name, [text])
    he, she = evidence.of(Form.HE), evidence.of(Form.SHE)
    return not ((asked.relation in MALE_NOUN and she > he) or (asked.relation in FEMALE_NOUN and he > she))
