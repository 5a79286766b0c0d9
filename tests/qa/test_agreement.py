from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.agreement import Claim, agree, contradict, group
from qa.question import AnswerKind, understand

PAIRS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "disagreement.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
KINDS = [None, *AnswerKind]
# Texts in which names, dates, numbers and enumerations are frequent, beside any text at all.
_OFTEN = "the a of and , in 17 January May 2020 1960s €8 million 90 minutes Anna Berg Fouché ( ) - – 1st ;"
PIECES = st.sampled_from(_OFTEN.split(" "))
TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=8).map(" ".join))


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("January 17, 2020", "17 January 2020", AnswerKind.DATE),
        ("on the 17th of January, 2020", "January 2020", AnswerKind.DATE),
        ("2020", "January 17, 2020", AnswerKind.DATE),
        ("2019-03-29", "March 29, 2019", AnswerKind.DATE),
        ("eight", "8", AnswerKind.NUMBER),
        ("eight", "eight episodes", AnswerKind.NUMBER),
        ("17", "a 17-year-old", AnswerKind.NUMBER),
        ("€8 million", "8 million euros", AnswerKind.MONEY),
        ("€8 million", "EUR 8,000,000", AnswerKind.MONEY),
        ("90 minutes", "an hour and a half", AnswerKind.DURATION),
        ("Audrey Fouché", "Audrey Fouche", AnswerKind.PERSON),
        ("French filmmakerAudrey Fouché", "Fouché", AnswerKind.PERSON),
        ("Luna Silva", "Luana Silva", AnswerKind.PERSON),
        ("Dr. Edith Crane", "Edith Crane", AnswerKind.PERSON),
        ("Telfrance and Arte", "on Telfrance and Arte", AnswerKind.PLACE),
        ("in Lyon, France", "Lyon", AnswerKind.PLACE),
        ("a software company", "software companies", AnswerKind.THING),
        ("the officer", "officers", AnswerKind.THING),
        ("40 deaths", "40 killed", AnswerKind.NUMBER),
        ("the blood-brain barrier", "blood brain barrier", AnswerKind.THING),
        ("sci-fi", "science fiction", AnswerKind.THING),
        ("a hi-fi", "the high-fidelity", AnswerKind.THING),
        ("because of rising rents in the town", "of rising rents in the town", AnswerKind.REASON),
    ],
)
def test_the_same_fact_in_other_clothes_agrees(first: str, second: str, kind: AnswerKind) -> None:
    assert agree(first, second, kind)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("January 17, 2020", "January 18, 2020", AnswerKind.DATE),
        ("2019", "before 2019", AnswerKind.DATE),
        ("eight episodes", "eight seasons", AnswerKind.NUMBER),
        ("€8 million", "$8 million", AnswerKind.MONEY),
        ("Luna", "Luana", AnswerKind.PERSON),
        ("Henry VII", "Henry VIII", AnswerKind.PERSON),
        ("Karl Otte", "Maria Otte", AnswerKind.PERSON),
        ("1936 by Karl Otte", "1934 by the pilot Karl Otte", AnswerKind.PERSON),
        ("Sarah Aknine", "Sarah Aknine and Aude Albano", AnswerKind.PERSON),
        ("Telfrance", "Telfrance and Arte", AnswerKind.PLACE),
        ("York", "New York", AnswerKind.PLACE),
        ("Lyon, France", "France", AnswerKind.PLACE),
        ("season", "second season", AnswerKind.THING),
        ("The Hunter", "The Hunt", AnswerKind.TITLE),
        ("an officer", "an office", AnswerKind.THING),
        ("a singer", "a song", AnswerKind.THING),
        ("the building", "the builders", AnswerKind.THING),
        ("an author", "an authority", AnswerKind.THING),
        ("Port Arthur", "Porter Arthur", AnswerKind.PLACE),
        ("12 singers", "12 songs", AnswerKind.NUMBER),
        ("a re-run", "the science fiction", AnswerKind.THING),
        ("Sci Fi", "science fiction", AnswerKind.THING),
        ("sci fi", "Science Fiction", AnswerKind.THING),
        ("safe", "not safe", AnswerKind.DESCRIPTION),
        ("", "!", None),
    ],
)
def test_different_facts_do_not_agree(first: str, second: str, kind: AnswerKind | None) -> None:
    assert not agree(first, second, kind)


@given(TEXTS, TEXTS, st.sampled_from(KINDS))
@settings(max_examples=150, deadline=None)
def test_agreement_is_symmetric(first: str, second: str, kind: AnswerKind | None) -> None:
    assert agree(first, second, kind) == agree(second, first, kind)


@given(TEXTS, st.sampled_from(KINDS))
@settings(max_examples=100, deadline=None)
def test_every_answer_agrees_with_itself(text: str, kind: AnswerKind | None) -> None:
    assert agree(text, text, kind)


@given(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, st.sampled_from(KINDS))
@settings(max_examples=100, deadline=None)
def test_contradiction_is_symmetric_and_never_raises(
    question: str, one: str, other: str, before: str, after: str, kind: AnswerKind | None
) -> None:
    first, second = Claim(one, f"{before} {one} {after}"), Claim(other, f"{after} {other}")
    assert contradict(question, first, second, kind) == contradict(question, second, first, kind)
    assert not contradict(question, first, first, kind)


@given(st.lists(TEXTS, max_size=8), st.sampled_from(KINDS))
@settings(max_examples=60, deadline=None)
def test_groups_hold_each_answer_once_and_keep_the_order(texts: list[str], kind: AnswerKind | None) -> None:
    groups = group("", texts, kind)
    assert sorted(place for places in groups for place in places) == list(range(len(texts)))
    assert [places[0] for places in groups] == sorted(places[0] for places in groups)
    assert all(agree(texts[a], texts[b], kind) for places in groups for a in places for b in places)


def test_a_year_does_not_join_two_dates_of_it() -> None:
    assert group("", ["2020", "May 2020", "June 2020"], AnswerKind.DATE) == [[0, 1], [2]]


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["id"] for pair in PAIRS])
def test_the_labelled_answers_stand_in_their_sentences(pair: dict[str, Any]) -> None:
    for side in ("first", "second"):
        assert pair[side]["answer"] in pair[side]["sentence"]


def test_no_false_alarm_and_few_misses_on_the_labelled_pairs() -> None:
    found = {pair["id"] for pair in PAIRS if _contradicts(pair)}
    told = {pair["id"] for pair in PAIRS if pair["label"] == "contradict"}
    assert found <= told
    assert len(found) >= 0.85 * len(told)


def test_at_least_half_of_the_labelled_pairs_are_compatible() -> None:
    assert len(PAIRS) >= 60
    assert 2 * sum(pair["label"] == "compatible" for pair in PAIRS) >= len(PAIRS)


def test_a_sentence_that_holds_both_answers_contradicts_neither() -> None:
    announced = Claim(
        "February 2019", "It was announced in February 2019 that it would premiere on March 29, 2019."
    )
    premiered = Claim("March 29, 2019", "It premiered on March 29, 2019.")
    assert not contradict("When did it premiere?", announced, premiered, AnswerKind.DATE)


@pytest.mark.parametrize(
    "said",
    ["Ada Holm wrote Meridian.", "Ada Holm is the writer of Meridian.", "Ada Holm has written Meridian."],
)
def test_one_event_is_known_by_any_word_of_its_verb(said: str) -> None:
    other = Claim("Jo Reyes", "Meridian was written by Jo Reyes.")
    assert contradict("Who wrote Meridian?", Claim("Ada Holm", said), other, AnswerKind.PERSON)


@pytest.mark.parametrize("question", ["Where is the scar?", "On which forearm is the scar?"])
def test_what_is_on_the_left_is_not_on_the_right(question: str) -> None:
    left = Claim("left forearm", "She has a scar on her left forearm.")
    right = Claim("on her right forearm", "The scar on her right forearm has healed.")
    assert contradict(question, left, right, AnswerKind.PLACE)
    assert not contradict("Where are her scars?", left, right, AnswerKind.PLACE)


def test_a_glued_sentence_is_read_like_any_other() -> None:
    first = Claim("Ada Holm", "Ada Holm, the director of Meridian, spoke last.")
    second = Claim("filmmakerJo Reyes", "Directed by filmmakerJo Reyes,Meridianis a drama.")
    assert contradict("Who directed Meridian?", first, second, AnswerKind.PERSON)
    assert not contradict("Who are the directors of Meridian?", first, second, AnswerKind.PERSON)


def test_the_question_word_tells_the_kind_where_none_is_given() -> None:
    first = Claim("1932", "The bridge opened in 1932.")
    second = Claim("1934", "The bridge opened in 1934.")
    assert contradict("When did the bridge open?", first, second, None)
    assert not contradict("Is the bridge open?", first, second, None)


def _claim(marked: str) -> Claim:
    """Return the sentence with the words in square brackets as its answer."""
    return Claim(marked[marked.index("[") + 1 : marked.index("]")], marked.replace("[", "").replace("]", ""))


def _contradicts(pair: dict[str, Any]) -> bool:
    first, second = (Claim(pair[side]["answer"], pair[side]["sentence"]) for side in ("first", "second"))
    return contradict(pair["question"], first, second, AnswerKind(pair["expects"]))


LENGTH, RIDE, COST = "How long is the Orn bridge?", "How long did the ride take?", "What did it cost?"
OPENED = "When was the Harl Bridge opened?"


@pytest.mark.parametrize(
    ("question", "first", "second", "expected"),
    [
        (LENGTH, "The Orn bridge is [640 metres] long.", "The Orn bridge is [610 metres] long.", True),
        (RIDE, "The ride took [40 minutes].", "The ride was [12 km] long.", False),
        (COST, "It cost [3.1 million crowns].", "It cost [2.4 million crowns].", True),
        (OPENED, "The bridge was opened in [1964].", "The Harl Bridge was opened in [1962].", True),
        (OPENED, "The bridge was opened in [1964].", "The Marl Bridge was opened in [1962].", False),
    ],
)
def test_lengths_lesser_known_money_and_short_names_contradict_too(
    question: str, first: str, second: str, expected: bool
) -> None:
    assert contradict(question, _claim(first), _claim(second), understand(question).expects) is expected


@pytest.mark.parametrize(
    ("said", "both"),
    [
        ("The hall cost £1.6 million, and not the sum that the council named.", True),
        ("The hall cost £1.6 million.", True),
        ("The hall never cost £1.6 million.", False),
        ("The hall was planned to cost £1.6 million, and not more.", False),
    ],
)
def test_what_another_clause_denies_does_not_hide_a_contradiction(said: str, both: bool) -> None:
    first = Claim("£1.35 million", "The hall cost £1.35 million.")
    other = Claim("£1.6 million", said)
    assert contradict("How much did the hall cost?", first, other, AnswerKind.MONEY) is both


def test_what_it_stands_for_is_told_by_what_was_named_last() -> None:
    question = "How long is the Marl Bridge?"
    one = Claim("412 metres", "It is 412 metres long.", "The Marl Bridge\nIt was designed by Ada Holm. ")
    other = Claim("398 metres", "It is 398 metres long.", "Across the Marl\nThe Marl Bridge is green. ")
    ferry = Claim("35 metres", "It is 35 metres long.", "Across the Marl\nThe Ida is a ferry. ")
    assert contradict(question, one, other, AnswerKind.DURATION)
    assert not contradict(question, one, ferry, AnswerKind.DURATION)
    assert not contradict(question, Claim("412 metres", "It is 412 metres long."), other, AnswerKind.DURATION)


@pytest.mark.parametrize(
    ("before", "both"),
    [
        ("The Lantern Museum stands on the quay.", True),
        ("The harbour school stands on the quay, by the museum.", False),
        ("", False),
    ],
)
def test_a_sentence_that_begins_with_a_pronoun_goes_on_about_the_one_before(before: str, both: bool) -> None:
    told = Claim("1936", "The museum, founded in 1936 by Josiah Penrose, expects 400 visitors.")
    other = Claim("1934", "It was founded in 1934 by the pilot Josiah Penrose.", before)
    assert contradict("When was the museum founded?", told, other, AnswerKind.DATE) is both


@pytest.mark.parametrize(
    ("said", "both"),
    [
        ("The Vesna sailed from Port Orm on [16 May 1907].", True),
        ("She put to sea on [16 May 1907] with forty men.", True),
        ("It was expected to put to sea on [16 May 1907].", False),
        ("The second ship put to sea on [16 May 1907].", False),
        ("In Lisbon they put to sea on [16 May 1907].", False),
    ],
)
def test_likely_answers_contradict_each_other_in_other_words_too(said: str, both: bool) -> None:
    question = "When did the first ship leave Port Orm?"
    one, other = _claim("In Orm the first ship left the port on [14 May 1907]."), _claim(said)
    assert contradict(question, one, other, AnswerKind.DATE, both_answer=True) is both
    assert not contradict(question, one, other, AnswerKind.DATE)


def test_how_likely_two_names_are_shows_not_that_they_exclude_each_other() -> None:
    one = Claim("Ada Holm", "Ada Holm wrote it.")
    other = Claim("Jo Reyes", "The script is by Jo Reyes.")
    assert not contradict("Who wrote Meridian?", one, other, AnswerKind.PERSON, both_answer=True)


SPELT = "Is the lock keeper called Jon or John?"


@pytest.mark.parametrize(
    ("question", "first", "second", "both"),
    [
        (SPELT, "The lock keeper is [Jon] Ravn.", "[John] Ravn keeps the lock.", True),
        (SPELT, "The lock keeper is [Jon] Ravn.", "The lock keeper is [Jon] of Orm.", False),
        (SPELT, "Once [Jon], now John, the lock keeper is old.", "[John] Ravn keeps the lock.", False),
        ("Who keeps the lock?", "The lock keeper is [Jon] Ravn.", "[John] Ravn keeps the lock.", False),
        ("Is the hall red or green inside?", "Inside it is [red].", "All inside is [green].", True),
    ],
)
def test_what_a_question_offers_to_choose_from_excludes_each_other(
    question: str, first: str, second: str, both: bool
) -> None:
    one, other = _claim(first), _claim(second)
    assert contradict(question, one, other, AnswerKind.THING, both_answer=True) is both
    assert not contradict(question, one, other, AnswerKind.THING)


def test_spellings_are_one_answer_unless_the_question_offers_them_to_choose_from() -> None:
    spellings = ["Billy", "Billie"]
    assert group("What is the name?", spellings, AnswerKind.THING) == [[0, 1]]
    assert group("Is it Billy or Billie?", spellings, AnswerKind.THING) == [[0], [1]]
