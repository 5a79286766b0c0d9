"""Readings that put a fragment into the last question: "and in Lyon?" asks it again of Lyon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from qa.followups.asking import asks, clauses
from qa.followups.drafts import Draft, ReadingKind
from qa.followups.ellipsis import Fragment, Piece, preamble_cut
from qa.followups.ellipsis import fragment as fragment_of
from qa.followups.wording import appended, tidy, without_mark
from qa.language.attributions import attributions
from qa.language.mentions import Mention, Sort, mentions
from qa.language.word_classes import AUXILIARY, BE, DETERMINER, NATIONALITY, PERSON_NOUN, WH
from qa.language.words import split_words
from qa.turns import Turn

_OTHER_ONE = re.compile(r"(?:the )?others?(?: ones?)?", re.IGNORECASE)
_SUCH_A_ONE = re.compile(
    r"(?:(?:the|an?) )?(?!(?:the|an?|this|that|these|those|which|first|second|third|last|other|latter|former"
    r"|any|no|every|each|some)\b)(.+) ones?(?: instead)?",
    re.IGNORECASE,
)
# "Who founded it, and when?" was put together here: what it goes on with stands in the turn before.
_JOINED = re.compile(r", and [\w ]+\?\Z", re.IGNORECASE)
# How English says of what country or people something is: "an Italian film", "the Dutch one".
_OF_A_PEOPLE = re.compile(
    r"[a-z]{2,}(?:ese|ish|ian|can|ean|aqi|eli)|afghan|czech|dutch|french|german|greek|icelandic|swiss|thai|welsh"
)
_HOW_MUCH = re.compile(r"\bhow (?:much|many)\s+\Z", re.IGNORECASE)
# "Did it ever close?" is taken up as "When did it close?".
_EVER = re.compile(r" ever\b")
_PLACE_OR_TIME = re.compile(
    r"(?P<asks>when|where|(?:in|on|at) (?:which|what) \w+) (?P<copula>\w+) ", re.IGNORECASE
)
_BEING = {"does": "is", "do": "are", "will": "will be"}
_SLOTS = 4
# A question of so many words is none to build on: "Who else?".
_FEWEST_WORDS = 2
# What the last fragment put in is what the next one puts another in the place of, before all else.
_ASKED_OF_LAST = 3.0
_SHORT_ANSWER = 6
_HAPPENED = re.compile(r"what (?:happened|happens|became|becomes) (?:to|of) (.+)", re.IGNORECASE)
_PARTICIPLE = re.compile(r" \w+(?:ed|ing)\b")
_ASKS_OF = re.compile(r"\b(?:what|how) about\b", re.IGNORECASE)
_OWNED = re.compile(r"['’]s ")
_ADVERBIAL = ("when", "where", "why", "how", "since", "until", "in", "on", "at", "for", "by", "from", "with")


def framed(fragment: Fragment, turns: Sequence[Turn]) -> list[Draft]:
    """Return the last question with the fragment in it, one draft per place it may take."""
    last = _last_question(turns)
    if last is None:
        return []
    match fragment.piece:
        case Piece.ASKING:
            drafts = list(_asked_anew(fragment, last))
        case Piece.EXTRA:
            drafts = list(_asked_further(last))
        case _ if said_by := _attributed(fragment, last):
            drafts = [_said_by(said_by, _last_open(turns))]
        case _ if _OTHER_ONE.fullmatch(fragment.text):
            drafts = list(_asked_of_the_other(turns))
        case _ if modifiers := _SUCH_A_ONE.fullmatch(fragment.text):
            drafts = list(_modified(modifiers[1], last))
        case _:
            drafts = list(_slotted(fragment, last))
    if fragment.correction:
        drafts = [Draft(d.text, ReadingKind.CORRECTION, d.features) for d in drafts]
    return drafts


def _last_question(turns: Sequence[Turn]) -> Turn | None:
    """Return the last turn that asked in words enough to build on, cut to its asking sentence.

    "What about Lyon?" is none to build on, and hides what was asked before it.
    """
    for turn in reversed(turns):
        for start, end in reversed(clauses(turn.understood_as)):
            sentence = preamble_cut(turn.understood_as[start:end])
            if len(split_words(sentence)) > _FEWEST_WORDS and asks(sentence) and not _JOINED.search(sentence):
                return None if _ASKS_OF.search(sentence) else replace(turn, understood_as=tidy(sentence))
    return None


def _draft(text: str, *names: str) -> Draft:
    return Draft(text, ReadingKind.FRAME, {"frame": 1.0, **{f"frame: {name}": 1.0 for name in names}})


def _asked_anew(fragment: Fragment, last: Turn) -> Iterator[Draft]:
    """Ask the last question with another asking phrase."""
    question = without_mark(last.understood_as)
    words = split_words(question)
    lows = [word.low for word in words]
    tail = f" {fragment.tail}" if fragment.tail else ""
    auxiliary = next((at for at, low in enumerate(lows[:6]) if low in AUXILIARY), None)
    asked_by_wh = any(low in WH for low in lows[: (auxiliary or 0) + 1]) or (lows and lows[0] in WH)
    if auxiliary == 0:
        rest = question[words[0].start :]
        rest = _EVER.sub("", f"{rest[:1].lower()}{rest[1:]}", count=1)
        yield _draft(tidy(f"{fragment.text} {rest}{tail}?"), "asking", "yes-no")
    elif auxiliary is not None and asked_by_wh and not _subject_asked(lows, auxiliary):
        rest = question[words[auxiliary].start :]
        answer = _object_of(last, lows, fragment)
        yield _draft(tidy(f"{fragment.text} {rest}{answer}{tail}?"), "asking", "wh")
    elif asked_by_wh:
        subject = last.said if 0 < len(last.said.split()) <= _SHORT_ANSWER else None
        happened = _HAPPENED.match(question)
        if subject and happened and _tells(subject):
            yield _draft(tidy(f"{fragment.text} was it that {happened[1]} {subject}?"), "asking", "subject")
            return
        clause = question[words[1].start :] if len(words) > 1 else question
        if subject:
            yield _draft(tidy(f"{fragment.text} was it that {subject} {clause}{tail}?"), "asking", "subject")
        yield _draft(tidy(f"{question}, and {fragment.text}{tail}?"), "asking", "joined")
    else:
        yield _draft(tidy(f"{fragment.text} {question}{tail}?"), "asking", "statement")
    if fragment.tail:
        yield _draft(appended(last.understood_as, fragment.tail), "asking", "tail only")


def _subject_asked(lows: Sequence[str], auxiliary: int) -> bool:
    """Tell "Who was elected?" and "What will be built?" from "Where was it?"."""
    passive = lows[1] in BE or "be" in lows[2:3]
    return lows[0] in ("who", "what") and auxiliary == 1 and passive and lows[-1].endswith(("ed", "en", "t"))


def _tells(answer: str) -> bool:
    """Tell whether the words tell what somebody did ("gets promoted"), rather than name something."""
    first = answer.split(maxsplit=1)[0]
    return first.islower() and first not in DETERMINER


def _object_of(last: Turn, lows: Sequence[str], fragment: Fragment) -> str:
    """Return the answer to "what/who did …", which "when?" and "why?" take up again."""
    asks_object = lows[0] in ("what", "who", "whom") and len(lows) > 1 and lows[1] not in BE
    adverbial = fragment.text.split()[0].lower() in _ADVERBIAL
    short = 0 < len(last.said.split()) <= _SHORT_ANSWER
    return f" {last.said.strip(' .,')}" if asks_object and adverbial and short else ""


def _asked_further(last: Turn) -> Iterator[Draft]:
    besides = last.said.strip(" .,") if 0 < len(last.said.split()) <= _SHORT_ANSWER else "that"
    yield _draft(appended(last.understood_as, f"besides {besides}"), "extra")
    yield _draft(last.understood_as, "extra", "again")


def _asked_of_the_other(turns: Sequence[Turn]) -> Iterator[Draft]:
    """Ask the last open question again, besides the one that was spoken of since."""
    last = _last_open(turns)
    spoken = [m for m in mentions(turns[-1].understood_as) if m.proper] if turns[-1] is not last else []
    one = spoken[0].text if spoken else last.said.strip(" .,")
    if 0 < len(one.split()) <= _SHORT_ANSWER:
        yield _draft(appended(last.understood_as, f"besides {one}"), "extra")


def _last_open(turns: Sequence[Turn]) -> Turn:
    """Return the last turn that asked who, what or the like; the last of all where none did."""
    openly = (turn for turn in reversed(turns) if WH.intersection(turn.understood_as.lower().split()[:2]))
    return next(openly, turns[-1])


def _attributed(fragment: Fragment, last: Turn) -> str | None:
    """Return whose words the fragment asks for: "according to the other article", "and the interview?".

    A noun alone does only where the last question asked for somebody's words, or it is the other's.
    """
    if told := attributions(fragment.text):
        return fragment.text[slice(*told[-1].who)]
    told = attributions(f"according to {fragment.text}") if fragment.piece is Piece.NOUN else []
    return fragment.text if told and (told[-1].other or attributions(last.understood_as)) else None


def _said_by(who: str, last: Turn) -> Draft:
    """Ask the question for this one's words, instead of another's."""
    question = last.understood_as
    told = attributions(question)
    if not told:
        return _draft(appended(question, f"according to {who}"), "prepositional", "appended")
    start, end = told[-1].who
    return _draft(tidy(question[:start] + who + question[end:]), "prepositional", "appended")


def _modified(modifiers: str, last: Turn) -> Iterator[Draft]:
    """Ask the last question of "the French one": a common noun of it, so modified and not as it was."""
    question = last.understood_as
    yield from _of_another_people(modifiers, question)
    common = [m for m in mentions(question) if not (m.joint or m.text.split()[-1][:1].isupper())]
    for order, noun in enumerate(common[:2]):
        head = noun.end - len(noun.head)
        yield _draft(tidy(f"{question[: noun.start]}{modifiers} {question[head:]}"), "noun", f"slot {order}")


def _slotted(fragment: Fragment, last: Turn) -> Iterator[Draft]:
    """Put a noun group in the place of one of the last question's."""
    question = last.understood_as
    if fragment.itself and (asked := _PLACE_OR_TIME.match(question)):
        # "When was the date of the premiere set? – and the premiere itself?"
        copula = asked["copula"].lower()
        being = copula if copula in BE else _BEING.get(copula, "was")
        yield _draft(tidy(f"{asked['asks']} {being} {fragment.text}?"), "noun", "itself")
    slots = [
        mention
        for mention in mentions(question)
        if not (mention.joint or _HOW_MUCH.search(question[: mention.start]) or _qualifies(mention, question))
    ]
    yield from _of_another_people(fragment.text, question)
    if _is_of_a_people(fragment.text.split()[0]):  # nothing stands "in Italian" that stood "in town"
        slots = [slot for slot in slots if not slot.preposition or _is_of_a_people(slot.text)]
    prepositional = fragment.piece is Piece.PREPOSITIONAL
    if prepositional:
        yield from _of_another_place(fragment, question, slots)
    preposition = fragment.text.split()[0].lower() if prepositional else ""
    new = mentions(fragment.text)
    owner = bool(re.search(r"['’]s?$", fragment.text))
    owned = not owner and bool(_OWNED.search(fragment.text))
    head = fragment.text.split()[-1].lower()
    if owned:  # "his successor" stands for a whole group ("the mayor of Lund"), not for a part of one
        slots = [slot for slot in slots if slot.preposition != "of"]
    likenesses = {
        slot: _likeness(slot, new, fragment, preposition, owner=owner)
        + _ASKED_OF_LAST * _was_put_in(slot, last)
        for slot in slots
    }
    ranked = sorted(slots, key=lambda slot: -likenesses[slot])
    for order, slot in enumerate(ranked[:_SLOTS]):
        if prepositional and not slot.preposition:
            continue
        modifies = _modifies(slot, slots) and bool(new) and new[0].proper and not new[0].determiner
        text = _replaced(
            question,
            replace(slot, determiner="") if modifies else slot,
            fragment,
            owner=owner,
            whole=owned or prepositional,
        )
        if _asks_nothing_of(fragment.text, text):
            continue
        named = _draft(
            text,
            fragment.piece.value,
            f"slot {min(order, 2)}",
            *(["a thing for a person"] if fragment.of_a_person and head not in PERSON_NOUN else []),
        )
        yield Draft(text, named.kind, {**named.features, "frame: likeness": likenesses[slot]})
    if prepositional:
        yield _draft(appended(question, fragment.text), "prepositional", "appended")
    else:
        kinship = head in PERSON_NOUN
        yield _draft(
            tidy(f"{'Who' if kinship else 'What'} is {fragment.text}?"),
            "noun",
            "what is",
            "what is a person" if kinship else "what is a thing",
            *(["what is its"] if owned and not kinship else []),
            *(["what about"] if fragment.about else []),
        )


def _qualifies(mention: Mention, question: str) -> bool:
    """Tell "moderately" in "a moderately priced house", which is no thing."""
    return mention.head.endswith("ly") and _PARTICIPLE.match(question, mention.end) is not None


def _of_another_people(who: str, question: str) -> Iterator[Draft]:
    """Put "and Greek?" in the place of "Italian", not in that of the Italian restaurant.

    So too "Greek food" where the question has "Italian food".
    """
    people, *words = who.split()
    if not _is_of_a_people(people):
        return
    thing = words[-1] if words else ""
    who = who.removesuffix(thing).rstrip()
    for word, following in pairwise(split_words(question)):
        of_a_people = word.low in NATIONALITY or (word.capital and _is_of_a_people(word.text))
        if of_a_people and following.text.islower() and thing in ("", following.text):
            text = question[: word.start] + who + question[word.end :]
            yield _draft(tidy(text), "noun", "another modifier")


def _is_of_a_people(words: str) -> bool:
    return words.lower() in NATIONALITY or _OF_A_PEOPLE.fullmatch(words.lower()) is not None


def _of_another_place(fragment: Fragment, question: str, slots: Sequence[Mention]) -> Iterator[Draft]:
    """Put "in Lyon?" in the place of "Lille" in "the Lille showroom"."""
    put_in = [m.text for m in mentions(fragment.text) if m.proper]
    for slot in slots:
        if len(put_in) == 1 and slot.proper and not slot.preposition and _modifies(slot, slots):
            text = question[: slot.start] + put_in[0] + question[slot.end :]
            yield _draft(tidy(text), "noun", "another modifier")


def _modifies(slot: Mention, slots: Sequence[Mention]) -> bool:
    """Tell whether the slot is but the beginning of another: "Lille" of "the Lille showroom"."""
    return any(other.start == slot.start and other.end > slot.end and not other.proper for other in slots)


def _was_put_in(slot: Mention, last: Turn) -> bool:
    """Tell whether the last question was itself a piece that only put these words in: "and students?"."""
    piece = fragment_of(last.question)
    return piece is not None and slot.text.lower() in piece.text.lower()


def _asks_nothing_of(group: str, question: str) -> bool:
    """Tell "Is the warranty?", of which nothing is asked, from "Is the warranty long?"."""
    words = without_mark(question).lower().split()
    return words[:1] != [] and words[0] in AUXILIARY and words[1:] == group.lower().split()


def _likeness(
    slot: Mention, new: Sequence[Mention], fragment: Fragment, preposition: str, *, owner: bool
) -> float:
    """Return how well the fragment's noun group fits the place of ``slot``."""
    if not new:
        return 0.0
    like = 0.0
    like += 2.0 * (bool(preposition) and slot.preposition == preposition)
    like += 1.0 * (slot.proper == new[0].proper)
    like += 1.0 * (slot.sort is new[0].sort and slot.sort is not Sort.UNKNOWN)
    like += 1.0 * (slot.plural == new[0].plural) - 0.5
    like += 0.5 * bool(set(slot.text.lower().split()) & set(fragment.text.lower().split()))
    like += 1.5 * (slot.head == new[0].head)
    like += 0.4 * (" " in slot.text and bool(slot.preposition))
    like += 1.5 * (owner and bool(slot.proper))
    return like


def _replaced(question: str, slot: Mention, fragment: Fragment, *, owner: bool, whole: bool) -> str:
    """Return the question with the slot's words, and its determiner or preposition, replaced.

    ``whole`` takes what belongs to the slot ("of Lund" to "the mayor") with it.
    """
    start, end = slot.start, _end_of_group(question, slot) if whole else slot.end
    text = fragment.text
    before = question[:start]
    if fragment.piece is Piece.PREPOSITIONAL:
        before = re.sub(
            rf"\b{slot.preposition}\s+(?:{slot.determiner}\s+)?$", "", before, flags=re.IGNORECASE
        )
    elif slot.determiner and slot.determiner != "'s":
        before = re.sub(rf"\b{re.escape(slot.determiner)}\s+$", "", before, flags=re.IGNORECASE)
    clitic = re.match(r"['’]s?\b", question[end:])
    if owner and clitic:
        end += clitic.end()
    elif owner:
        text = re.sub(r"['’]s?$", "", text)
    return tidy(before + text + question[end:])


def _end_of_group(question: str, slot: Mention) -> int:
    """Return where the slot's whole group ends: "Ada's way of life" from "Ada" on."""
    end = slot.end
    for mention in sorted(mentions(question), key=lambda m: m.start):
        if mention.start > end and re.fullmatch(
            r"['’]s |\s?of (?:the |an? )?", question[end : mention.start]
        ):
            end = mention.end
    return end
