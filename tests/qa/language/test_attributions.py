"""Attributions: the words of a question that tell whose words it asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.language.attributions import attributions


def told(question: str) -> list[str]:
    return [question[each.start : each.end] for each in attributions(question)]


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("According to the review, who plays Ida?", "According to the review"),
        ("Who plays Ida, according to the second review?", "according to the second review"),
        (
            "How long is it, according to the article about the tunnel?",
            "according to the article about the tunnel",
        ),
        ("Which towns does the article name?", "the article name"),
        ("What does the long, angry column call the mayor?", "the long, angry column call"),
        ("Is it any good, in the reviewer's opinion?", "in the reviewer's opinion"),
        ("Who is mentioned in the press release?", "in the press release"),
        ("What does the town's website say about dogs?", "the town's website say"),
        ("According to the town council, who won?", "According to the town council"),
        ("In the interview, what does he regret?", "In the interview"),
        ("Why did the columnist sell his boat?", "the columnist"),
        ("According to Ida Brandt, who dug it?", "According to Ida Brandt"),
        ("What does Ida Brandt think of the harbour?", "Ida Brandt think"),
    ],
)
def test_a_phrase_tells_whose_words_are_asked_for(question: str, phrase: str) -> None:
    assert told(question) == [phrase]


@pytest.mark.parametrize(
    "question",
    [
        "Who wrote the report?",
        "Who is the author of the play?",
        "When was the letter sent?",
        "In which review was it praised?",
        "How was it received by critics?",
        "What did Ida Brandt dig?",
        "What is Ida Brandt compared with?",
        "Which article is called dull?",
        "Is the article long?",
        "What did the mayor say?",
        "",
    ],
)
def test_what_a_question_is_about_is_no_attribution(question: str) -> None:
    assert told(question) == []


def test_what_can_go_as_a_whole_is_told_from_what_cannot() -> None:
    assert attributions("Who won, according to the article?")[0].apart
    assert not attributions("What does the article call Ida?")[0].apart


def test_what_describes_the_article_is_told() -> None:
    (review,) = attributions("What does the other spoiler-free review say about season 2?")
    assert review.other and not review.judged
    assert {"spoil", "free"} <= review.described
    assert "season" not in review.described
    (bad,) = attributions("What does the negative review praise?")
    assert bad.judged and not bad.described
    (named,) = attributions("What did Ida Brandt say?")
    assert named.named == "Ida Brandt"


@given(st.text(alphabet="thearicloysvwdn 's,?AI", max_size=60))
def test_phrases_lie_in_the_question_in_order(text: str) -> None:
    done = 0
    for each in attributions(f"What does the article {text} the author say"):
        assert done <= each.start <= each.who[0] < each.who[1] <= each.end
        done = each.end
