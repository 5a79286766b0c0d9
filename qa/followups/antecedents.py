"""Antecedents: what was named so far and can be meant by a question's leaning words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from qa.followups.anaphora import anaphora
from qa.followups.antecedent import FIRST, TOPIC, Antecedent
from qa.followups.pronoun_evidence import noun_evidence, pronoun_evidence
from qa.followups.topic import topics
from qa.followups.wording import without_asides
from qa.language.mentions import Mention, Sort, mentions
from qa.language.word_classes import POSSESSIVE, is_plural_noun
from qa.question import EXPLAINED, AnswerKind, understand
from qa.turns import Collection, Turn

# Turns looked back at, the first one of the conversation besides.
_TURNS_BACK = 3
# What a long answer names after this many groups is hardly asked about.
_PER_ANSWER = 8
_MOST = 14
# An answer of at most so many words is named whole.
_WHOLE_ANSWER_WORDS = 7
# Articles whose texts are looked through for pronouns near a name.
_TEXTS = 6

_WHO_IS = re.compile(r"(?:and |but |so )?(?:who|what) (?:is|was|are|were) (.+?)\s*\?*\Z", re.IGNORECASE)
_ASKS_A_NAME = re.compile(r"\b(?:called|named)\W*\Z|\bnames? of\b|['’]s names?\b", re.IGNORECASE)
_DOING = re.compile(r"\b(?:do|does|did|has|have|had|will|would|can|could)\s+\Z", re.IGNORECASE)
_WHERE = frozenset({"in", "at", "near", "on", "in the", "at the", "near the", "on the"})
_INTRODUCING = frozenset({"a", "an", "any", "another", "some"})

_SORT_OF_KIND = {
    AnswerKind.PERSON: Sort.PERSON,
    AnswerKind.PLACE: Sort.PLACE,
    AnswerKind.DATE: Sort.TIME,
    AnswerKind.DURATION: Sort.TIME,
    AnswerKind.TITLE: Sort.THING,
    AnswerKind.THING: Sort.THING,
}


def antecedents(turns: Sequence[Turn], collection: Collection) -> list[Antecedent]:
    """Return what the turns and the collection's topic offer, the nearest first."""
    found: list[Antecedent] = []
    for back, turn in _recent(turns):
        for candidate in _of_turn(turn, back):
            if turn is turns[0] and f"q{back}" in candidate.places:
                candidate.places.add(FIRST)
            _merge(found, candidate)
    for name in topics(collection):
        _merge(found, Antecedent(name, proper=True, plural=False, sort=Sort.UNKNOWN, places={TOPIC}))
    found = _shortlist(found)
    texts = list(islice(_texts(turns, collection), _TEXTS))
    for candidate in found:
        if candidate.joint:
            continue
        candidate.evidence = (
            pronoun_evidence(candidate.text, texts) if candidate.proper else noun_evidence(candidate.head)
        )
    return found


def _recent(turns: Sequence[Turn]) -> Iterator[tuple[int, Turn]]:
    for back, turn in enumerate(reversed(turns)):
        if back < _TURNS_BACK:
            yield back, turn
    if len(turns) > _TURNS_BACK:
        yield _TURNS_BACK, turns[0]


def _texts(turns: Sequence[Turn], collection: Collection) -> Iterator[str]:
    """Yield the texts that may show a name's pronouns: cited articles first, what was said last."""
    yield " ".join(f"{turn.understood_as} {turn.said}" for turn in turns[-_TURNS_BACK:])
    seen = set()
    for turn in reversed(turns[-_TURNS_BACK:]):
        for citation in turn.answer.citations if turn.answer else ():
            if citation.article.source not in seen:
                seen.add(citation.article.source)
                yield citation.article.text
    for source, article in islice(collection.articles.items(), _TEXTS):
        if source not in seen:
            yield article.text


def _of_turn(turn: Turn, back: int) -> Iterator[Antecedent]:
    kind = understand(turn.understood_as).expects
    expected = _SORT_OF_KIND.get(kind, Sort.UNKNOWN)
    # A yes or no is answered by a whole sentence: what the talk is about stands in the question.
    asks_whether = kind is AnswerKind.YESNO
    answer = "" if asks_whether else turn.said
    words = answer.split()
    tells = _asks_of_a_name(turn.understood_as)
    if 0 < len(words) <= _WHOLE_ANSWER_WORDS and (kind not in EXPLAINED or _is_one_group(answer)):
        whole = _whole(answer, expected, back)
        whole.tells = tells
        whole.name_asked = whole.proper and _ASKS_A_NAME.search(turn.understood_as) is not None
        yield whole
    found = mentions(without_asides(answer) or answer)
    one_name = sum(mention.proper for mention in found) == 1
    for place, mention in enumerate(_best(found)):
        candidate = _from_mention(mention, f"a{back}")
        if expected is Sort.PERSON and one_name and mention.proper and mention.sort is Sort.UNKNOWN:
            candidate.sort = expected
        candidate.leads = place == 0 and len(words) > _WHOLE_ANSWER_WORDS
        candidate.tells = tells
        candidate.crowd = len(found)
        yield candidate
    for citation in turn.answer.citations[1:_PER_ANSWER] if turn.answer else ():
        yield _whole(citation.quote, expected, back)
    replaced = {a.form for a in anaphora(turn.question)} if turn.understood_as != turn.question else set()
    named = mentions(turn.understood_as)
    for mention in named:
        if mention.determiner == "'s":
            # "Ada's brother" is named whole
            continue
        candidate = _from_mention(mention, f"q{back}")
        candidate.introduced = asks_whether and mention.determiner in _INTRODUCING and not mention.proper
        candidate.within = any(_tells_where(turn.understood_as, other, mention) for other in named)
        candidate.acts = any(_acts(turn.understood_as, mention, other) for other in named)
        candidate.undergoes = any(_acts(turn.understood_as, other, mention) for other in named)
        if replaced and mention.text.lower() not in turn.question.lower():
            candidate.chained |= replaced
        yield candidate


def _tells_where(question: str, of: Mention, name: Mention) -> bool:
    """Tell whether the name says where the one right before it is: "the shop in Lyon"."""
    between = question[of.end : name.start].strip().lower()
    return name.proper and not of.proper and bool(of.determiner) and between in _WHERE


def _acts(question: str, name: Mention, thing: Mention) -> bool:
    """Tell whether the name does something to the thing: "When did Ada find the bell?"."""
    if not name.proper or name.determiner == "the" or not _DOING.search(question[: name.start]):
        return False
    follows = thing.start > name.end and not thing.preposition
    return follows and not thing.proper and bool(thing.determiner)


def _asks_of_a_name(question: str) -> bool:
    """Tell "Who is Ada Berg?", whose answer is what she is, from "Who is the mayor of Lund?"."""
    asked = _WHO_IS.match(question.strip())
    return asked is not None and any(m.proper and m.text == asked[1] for m in mentions(question))


def _is_one_group(reason: str) -> bool:
    """Tell "stainless steel" from "damaged its rudder", of which only what it names can be meant."""
    return any(len(mention.text) >= len(reason.strip()) for mention in mentions(reason))


def _best(found: Sequence[Mention]) -> Iterable[Mention]:
    """Return a long answer's first mentions, names before common words, in the text's order."""
    if len(found) <= _PER_ANSWER:
        return found
    kept = sorted(found, key=lambda m: (not m.proper, m.start))[:_PER_ANSWER]
    return sorted(kept, key=lambda m: m.start)


def _whole(answer: str, sort: Sort, back: int) -> Antecedent:
    """Name a short answer whole, as the sort of thing that was asked for."""
    text = without_asides(answer).strip(" ,.;:\"'“”")
    named = mentions(text)
    proper = any(mention.proper for mention in named)
    # "in 1999", "by the mayor": the preposition belonged to the sentence.
    if named and named[0].preposition and text.lower().startswith(named[0].preposition + " "):
        text = text[len(named[0].preposition) + 1 :]
    article = not proper and bool(re.match(r"(?:an?|the)\s", text, re.IGNORECASE))
    text = re.sub(r"^(?:an?|the)\s+", "", text, flags=re.IGNORECASE) if article else text
    joint = any(mention.joint for mention in named)
    if proper and sort is Sort.THING:
        # "Which of the testers …?" expects a thing as far as its words tell, and a name may be anybody's.
        sort = Sort.UNKNOWN
    return Antecedent(
        text,
        proper=proper,
        plural=joint or (bool(text) and not proper and is_plural_noun(text.split()[-1].lower())),
        sort=sort,
        joint=joint,
        article=article,
        whole_answer=True,
        times=1,
        places={f"a{back}"},
    )


def _from_mention(mention: Mention, place: str) -> Antecedent:
    words = mention.text
    if mention.determiner in POSSESSIVE and not mention.proper:
        words = f"{mention.determiner} {words}"
    if mention.proper and mention.determiner == "the":
        words = f"the {words}"
    return Antecedent(
        words,
        proper=mention.proper,
        plural=mention.plural,
        sort=mention.sort,
        joint=mention.joint,
        article=mention.determiner in ("a", "an", "the", "this", "that", "these", "those", "any", "which"),
        opens=mention.opens and place.startswith("q"),
        times=1,
        places={place},
    )


def _merge(found: list[Antecedent], new: Antecedent) -> None:
    """Add ``new``, or join it to the same thing named already, by its fullest name."""
    if not new.key or (all(word.isdigit() for word in new.key) and new.sort is not Sort.TIME):
        return
    for known in found:
        if known.key == new.key or (_same_name(known, new) and not (known.joint or new.joint)):
            if len(new.key) > len(known.key) or (TOPIC in new.places and len(new.key) > 1):
                known.text = new.text
            if known.sort is Sort.UNKNOWN:
                known.sort = new.sort
            known.times += new.times
            known.crowd = min(known.crowd, new.crowd)
            known.places |= new.places
            known.chained |= new.chained
            known.opens |= new.opens
            known.leads |= new.leads
            known.whole_answer |= new.whole_answer
            known.article |= new.article
            known.introduced |= new.introduced
            known.within &= new.within
            known.acts &= new.acts
            known.undergoes |= new.undergoes
            known.name_asked |= new.name_asked
            # What the question names too is no mere account of it.
            known.tells &= new.tells
            return
    found.append(new)


def _same_name(left: Antecedent, right: Antecedent) -> bool:
    """Tell whether one proper name begins or ends the other ("Green", "Peter Green")."""
    if not (left.proper and right.proper) or "'s" in left.text + right.text:
        return False
    short, long = sorted((left.key, right.key), key=len)
    short = short[1:] if short[0] == "the" and len(short) > 1 else short
    return len(long) <= 4 and (long[-len(short) :] == short or long[: len(short)] == short)


def _shortlist(found: Sequence[Antecedent]) -> list[Antecedent]:
    """Return at most so many: what was named last, what is named often, and the topics."""
    if len(found) <= _MOST:
        return list(found)
    topical = [a for a in found if TOPIC in a.places]
    rest = [a for a in found if "topic" not in a.places]
    rest.sort(key=lambda a: int(a.nearest[1]) - a.times / 2 - a.whole_answer - bool(a.chained))
    return rest[: _MOST - len(topical)] + topical
