"""What a text has of a question's wording: rare words count most, like ones in part, names by themselves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles import Article
from index.library import Library
from qa.wording import Wording, term_set

LIBRARY = Library.of(
    [
        Article(
            "a.txt", "Sales", "Sales\n\nThe service sells to 190 countries.\n\nIt sells tickets in Oslo."
        ),
        Article(
            "b.txt", "Towns", "Towns\n\nThe service of Bergen closed in 1999.\n\nIts director was fined."
        ),
        Article("c.txt", "Paid", "Paid\n\nThe Halden Trust paid."),
    ]
)
TEXTS = [passage.text for passage in LIBRARY.passages]


def wording(question: str) -> Wording:
    return Wording(question, LIBRARY.search(question, 5), LIBRARY)


def met(question: str, text: str) -> float:
    return wording(question).met(term_set(text))


def test_a_text_with_all_the_words_meets_the_whole_question() -> None:
    assert met("Who was fined?", "The director was fined.") == pytest.approx(1)
    assert met("Who was fined?", "Nothing happened.") == 0
    assert met("", "The director was fined.") == 0


def test_a_word_of_like_meaning_counts_in_part() -> None:
    same = met("In how many countries does it sell?", "It sells to 190 countries.")
    like = met("In how many nations does it sell?", "It sells to 190 countries.")
    none = met("In how many nations does it sell?", "It sells to 190 people.")
    assert none < like < same


def test_a_name_is_met_by_itself_alone() -> None:
    assert met("Does it sell in Oslo?", "It sells in Oslo.") == pytest.approx(1)
    assert met("Does it sell in Oslo?", "It sells in Bergen.") == met("Does it sell in Oslo?", "It sells.")


def test_rare_words_count_more() -> None:
    assert met("Was the director of the service fined?", "A director.") > met(
        "Was the director of the service fined?", "A service."
    )


def test_names_that_lack_are_weighed_and_a_surname_is_enough() -> None:
    asked = wording("What did Anna Holm sell in Oslo?")
    assert asked.unnamed(term_set("Holm sold tickets in Oslo.")) == 0
    assert asked.unnamed(term_set("Tickets were sold in Oslo.")) > 0
    assert asked.unnamed(frozenset()) > asked.unnamed(term_set("Oslo"))


def test_what_many_names_have_in_common_is_no_part_of_one() -> None:
    text = term_set("The Trust paid.")
    assert wording("What did the Getty Trust pay?").unnamed(text) > 0
    assert wording("What did the Trust pay?").unnamed(text) == 0


@pytest.mark.parametrize(
    ("text", "of_others"),
    [
        ("Lise Brandt was dismissed. Brandt sued.", {"brandt"}),
        ("Lise Brandt was dismissed, as Johan had been.", set()),
        ("Mr Brandt was dismissed.", set()),
        ("The Brandt mill closed.", set()),
        ("Nobody was dismissed.", set()),
    ],
)
def test_a_surname_behind_another_first_name_is_anothers(text: str, of_others: set[str]) -> None:
    assert wording("When was Johan Brandt dismissed?").of_others(text) == of_others


def test_words_further_off_count_less() -> None:
    near, far = (
        "Fined: 300 crowns.",
        "Fined, as was to be read that year in every one of the papers: 300 crowns.",
    )
    asked = wording("How much was the director fined?")
    assert asked.nearness(near, 7, 17) > asked.nearness(far, far.index("300"), len(far) - 1) > 0
    assert asked.nearness("", 0, 0) == 0


def test_neighbours_in_the_question_are_looked_for_as_neighbours() -> None:
    asked = wording("When was the Bergen service closed?")
    assert asked.paired("The Bergen service is over.") > asked.paired("A service of the town of Bergen.") == 0


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["Who sold tickets in Oslo?", "nations", "1999", "was the boss fined by the state?"]),
    st.lists(st.sampled_from([*TEXTS, "countries", "Oslo", "sold", ""]), max_size=3),
    st.integers(0, 60),
)
def test_all_shares_are_shares(question: str, texts: list[str], start: int) -> None:
    asked, text = wording(question), " ".join(texts)
    present = term_set(text)
    for share in (
        asked.met(present),
        asked.share(present),
        asked.unnamed(present),
        asked.paired(text),
        asked.nearness(text, start, start + 5),
    ):
        assert -1e-6 <= share <= 1 + 1e-6
    assert asked.met(present) >= asked.share(present) - 1e-6
