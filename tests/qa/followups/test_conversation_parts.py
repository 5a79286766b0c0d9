"""The parts that understanding follow-ups is made of: leaning words, fragments, evidence, topics."""

from __future__ import annotations

import json

import pytest

from index.articles import Article
from index.library import Library
from qa.followups.anaphora import anaphora
from qa.followups.ellipsis import Piece, fragment
from qa.followups.leaning import Form, Rival
from qa.followups.pronoun_evidence import noun_evidence, pronoun_evidence
from qa.followups.reading_ranker import MODEL, shipped_ranker
from qa.followups.topic import topics


@pytest.mark.parametrize(
    ("question", "forms"),
    [
        ("Where was he born?", [Form.HE]),
        ("Who is her brother?", [Form.SHE]),
        ("Was this ship fast?", [Form.THIS_NOUN]),
        ("What happened that year?", [Form.THAT_TIME]),
        ("What did she study there?", [Form.SHE, Form.THERE]),
        ("Why did the mayor resign?", [Form.THE_NOUN]),
        ("And the second one?", [Form.ONE]),
        ("Which ones sank?", [Form.WHICH_ONE]),
        ("How long does it take to sail home?", []),
        ("Is it true that ships float?", []),
        ("Who announced it?", []),
        ("How much did it cost to build the ferry?", [Form.THE_NOUN]),
        ("How much did it cost?", [Form.IT]),
        ("Who confirmed this?", []),
        ("Are there any ships in Varna?", []),
        ("What is the capital of Peru?", []),
        ("Who is the man that left?", []),
        ("It is a lot to read. Where did he begin?", [Form.HE]),
        ("She sounds brave. Tell me more about her.", [Form.SHE]),
        ("They are sold out.", [Form.THEY]),
        ("I did not expect it, so when did she retire?", [Form.SHE]),
        ("Thank you, I appreciate it.", []),
    ],
)
def test_leaning_words_are_found(question: str, forms: list[Form]) -> None:
    assert [anaphor.form for anaphor in anaphora(question)] == forms


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("since when?", Piece.ASKING),
        ("and how many?", Piece.ASKING),
        ("how come?", Piece.ASKING),
        ("and in Lyon?", Piece.PREPOSITIONAL),
        ("what about the harbour?", Piece.NOUN),
        ("and her brother?", Piece.NOUN),
        ("who else?", Piece.EXTRA),
        ("Ok, and the captain?", Piece.NOUN),
    ],
)
def test_pieces_of_questions_are_told(question: str, piece: Piece) -> None:
    found = fragment(question)
    assert found is not None
    assert found.piece is piece


@pytest.mark.parametrize(
    "question",
    [
        "Who sank it?",
        "Which highway connects Riga with Vilnius?",
        "That is all, thank you.",
        "",
        "Thank you, goodbye",
    ],
)
def test_whole_questions_and_thanks_are_no_pieces(question: str) -> None:
    assert fragment(question) is None


def test_a_correction_leaves_out_what_was_not_meant() -> None:
    found = fragment("sorry, the Polish one, not the Danish")
    assert found is not None
    assert found.correction
    assert found.text == "the Polish one"


def test_pronouns_after_a_name_speak_for_it() -> None:
    text = (
        "The captain, Mrs Vance, is ill. She will be back in May. "
        "Her crew, led by Tom Reed, sails: he knows the strait."
    )
    vance, reed = pronoun_evidence("Vance", [text]), pronoun_evidence("Tom Reed", [text])
    assert vance.she > vance.he
    assert reed.he > reed.she
    assert pronoun_evidence("Nobody Here", [text]).total == 0
    assert pronoun_evidence("", [text]).total == 0


def test_a_noun_of_its_own_speaks_too() -> None:
    assert noun_evidence("sister").she > 0
    assert noun_evidence("anchor").total == 0


@pytest.mark.parametrize(
    ("question", "rival"),
    [
        ("Both dishes sound fine. Should I cook them?", Rival.COMMON),
        ("Both dishes sound fine. Should I cook both of them?", Rival.COMMON),
        ("I like the lantern museum. What do you know about it?", Rival.COMMON),
        ("What do you know about it?", Rival.NONE),
    ],
)
def test_what_an_earlier_sentence_names_speaks_for_it_in_any_place(question: str, rival: Rival) -> None:
    assert anaphora(question)[-1].rival is rival


def test_the_topic_is_what_all_articles_speak_of() -> None:
    articles = [
        Article(
            f"{n}.txt",
            f"Meridian news {n}",
            f"Today the Meridian {did}. Crowds watched the Meridian in {town}.",
        )
        for n, (did, town) in enumerate([("sailed", "Varna"), ("sank", "Riga"), ("rose again", "Gdansk")])
    ]
    assert topics(Library.of(articles)) == ("the Meridian",)


def test_a_mixed_or_empty_collection_has_no_topic() -> None:
    texts = ["A ship left Varna in May.", "Chromium resists acids.", "The team from Riga won."]
    assert topics(Library.of(Article(str(n), "", text) for n, text in enumerate(texts))) == ()
    assert topics(Library.of([])) == ()


def test_the_shipped_weights_are_plain_and_small() -> None:
    record = json.loads(MODEL.read_text("utf-8"))
    assert set(record) == {"weights", "least_lead"}
    assert shipped_ranker().weights["swap he"] > 0
    assert MODEL.stat().st_size < 20_000
