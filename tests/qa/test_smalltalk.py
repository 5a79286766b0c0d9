from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.smalltalk import reply_to

SMALL_TALK = """
Hello!|hi there|Hey, how are you?|good morning|thanks|Thank you so much!|OK, thanks|ok|bye|See you later.
Who are you?
what’s your name?|help|Can you help me, please?|how does this work?|test|hmm|???|…|😀|and?|And|and, and
Thank you and goodbye!|No, thank you. That'll do it.|That’s it, goodbye|no thanks, that is all|Great! Thanks.
No, I think that does it. Thank you!|That takes care of it, thanks.|You've answered everything, I believe.
"""
QUESTIONS = """
hello kitty release date?|who are the Thanks?|what is ok?|Hey Jude|who are you wearing?
why?|and when?|who|42|2019|日本
Good Morning Vietnam release|help wanted where?|how does it end?|when|Bye Bye Birdie cast|test results?
thanks to whom did it start?|what did the test show?|yes minister actors
Thanks. When did it open?|no, why?|Hello and Goodbye plot|what's that all about?|good, but why?
who takes care of it?|what does that do?
"""


@pytest.mark.parametrize("text", ["", "  \n", *SMALL_TALK.strip().replace("\n", "|").split("|")])
def test_small_talk_is_answered(text: str) -> None:
    reply = reply_to(text)
    assert reply
    assert len(reply) < 120


@pytest.mark.parametrize("text", QUESTIONS.strip().replace("\n", "|").split("|"))
def test_questions_are_not_swallowed(text: str) -> None:
    assert reply_to(text) is None


def test_who_thanks_and_takes_leave_is_told_goodbye() -> None:
    assert reply_to("thanks, that's all, bye") == reply_to("bye") != reply_to("thanks")


def test_a_whole_text_is_no_question() -> None:
    reply = reply_to("Who keeps the light? " * 200)
    assert reply is not None and "too long" in reply


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text: str) -> None:
    assert reply_to(text) != ""
    assert reply_to(f"{text} lighthouse") is None
