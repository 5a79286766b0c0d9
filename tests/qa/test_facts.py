"""Facts: spans that say the same become one, and what speaks for it is counted."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles import Article
from index.library import Library
from index.passages import Passage
from qa.facts import Fact, weigh
from qa.lookup import rank_passages
from qa.question import understand
from qa.reader import Span
from qa.support import Features, support_model

HARBOUR = """The harbour of Vellmar was dug in 1874 by Ida Brandt. It holds forty boats.

Later Brandt went to Lund, where she died in 1902.

Of the harbour nothing else is known."""
RAILWAY = """The harbour of Vellmar, dug in 1874, was reached by rail in 1891."""
MARKET = """A market is held at Lund each May. Its oldest stall is from 1874."""


@pytest.fixture(scope="module")
def library() -> Library:
    texts = {"harbour.txt": HARBOUR, "railway.txt": RAILWAY, "market.txt": MARKET}
    return Library.of(Article(source, source.split(".")[0].title(), text) for source, text in texts.items())


def spans(library: Library, *wanted: tuple[str, str, float]) -> list[Span]:
    """Return spans of the first place of some words in an article, with these leads."""
    made = []
    for source, quote, lead in wanted:
        start = library.article(source).text.index(quote)
        passage = next(p for p in library.passages if p.source == source and p.start <= start < p.end)
        made.append(Span(passage, start, start + len(quote), lead))
    return sorted(made, key=lambda span: -span.score)


def weighed(library: Library, question: str, *wanted: tuple[str, str, float]) -> list[Fact]:
    asked = understand(question)
    found = rank_passages(library, asked.text)
    return weigh(asked, found, spans(library, *wanted), library, support_model())


def only(library: Library, question: str, *wanted: tuple[str, str, float]) -> Features:
    """Return the figures of the fact with the first of the spans."""
    facts = weighed(library, question, *wanted)
    return next(fact.features for fact in facts if fact.text == wanted[0][1])


WHEN = "When was the harbour of Vellmar dug?"


def test_the_same_date_in_two_articles_is_one_fact_with_two_sources(library: Library) -> None:
    facts = weighed(library, WHEN, ("harbour.txt", "1874", 5.0), ("railway.txt", "1874", 4.0))
    assert len(facts) == 1
    assert [item.span.passage.source for item in facts[0].evidence] == ["harbour.txt", "railway.txt"]


def test_different_dates_are_facts_of_their_own_best_supported_first(library: Library) -> None:
    facts = weighed(library, WHEN, ("harbour.txt", "1874", 5.0), ("railway.txt", "1891", 1.0))
    assert [fact.text for fact in facts] == ["1874", "1891"]
    assert facts[0].support > facts[1].support


def test_a_fact_is_as_good_as_the_best_of_its_places(library: Library) -> None:
    """The reader may be surest of a place that has little of the question: another article can do more."""
    [poor] = weighed(library, WHEN, ("market.txt", "1874", 5.0))
    [both] = weighed(library, WHEN, ("market.txt", "1874", 5.0), ("harbour.txt", "1874", 4.5))
    assert both.support > poor.support
    assert [item.span.passage.source for item in both.evidence] == ["harbour.txt", "market.txt"]


def test_a_place_that_the_reader_rejects_is_no_evidence(library: Library) -> None:
    [fact] = weighed(library, WHEN, ("harbour.txt", "1874", 8.0), ("market.txt", "1874", -3.0))
    assert [item.span.passage.source for item in fact.evidence] == ["harbour.txt"]


def test_a_rival_counts_as_far_as_the_reader_prefers_it(library: Library) -> None:
    rivals = [
        only(library, WHEN, ("harbour.txt", "1874", 5.0), ("railway.txt", "1891", lead)).rivals
        for lead in (-9.0, 0.0, 5.0)
    ]
    assert rivals == sorted(rivals) and rivals[0] < 0.01 < 0.5 < rivals[2]


def test_a_name_that_the_passage_lacks_is_missing(library: Library) -> None:
    there = only(library, WHEN, ("harbour.txt", "1874", 5.0))
    elsewhere = only(library, WHEN, ("market.txt", "1874", 5.0))
    assert there.names_missing == 0 < elsewhere.names_missing
    assert elsewhere.passage_coverage < there.passage_coverage == 1


def test_a_name_that_no_passage_holds_is_missing(library: Library) -> None:
    assert only(library, "When was the harbour of Oslo dug?", ("harbour.txt", "1874", 5.0)).names_missing > 0


def test_a_name_in_the_title_is_not_missing(library: Library) -> None:
    figures = only(library, "What does the Harbour hold?", ("harbour.txt", "forty boats", 5.0))
    assert figures.names_missing == 0


def test_words_of_the_question_count_more_when_they_are_near(library: Library) -> None:
    dug = "Who dug the harbour of Vellmar in 1874?"
    near = only(library, dug, ("harbour.txt", "Ida Brandt", 5.0))
    far = only(library, dug, ("harbour.txt", "forty boats", 5.0))
    assert near.nearness > far.nearness and near.passage_coverage == far.passage_coverage


def test_the_passages_around_may_name_what_the_passage_does_not(library: Library) -> None:
    figures = only(library, "When did Ida Brandt of Vellmar die?", ("harbour.txt", "1902", 5.0))
    assert figures.passage_coverage < figures.surroundings_coverage


def test_a_pronoun_is_no_answer(library: Library) -> None:
    facts = weighed(library, "Who died in 1902?", ("harbour.txt", "she", 9.0), ("harbour.txt", "Brandt", 1.0))
    assert [fact.text for fact in facts] == ["Brandt"]


def test_no_spans_make_no_facts(library: Library) -> None:
    assert weighed(library, WHEN) == []


_WORDS = st.lists(
    st.sampled_from(["Vellmar", "harbour", "1874", "dug", "the", "é", "ß", "港湾", "U.S.", "boats"]),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(_WORDS.filter(bool), min_size=1, max_size=4),
    question=_WORDS,
    leads=st.lists(st.floats(-40, 40), min_size=4, max_size=4),
)
def test_figures_stay_within_their_bounds(
    texts: list[list[str]], question: list[str], leads: list[float]
) -> None:
    library = Library.of(Article(f"{n}.txt", "T", " ".join(text)) for n, text in enumerate(texts))
    asked = understand(" ".join(question))
    found = rank_passages(library, asked.text)
    read = [_last_word(hit.passage, lead) for hit, lead in zip(found.hits, leads, strict=False)]
    facts = weigh(asked, found, sorted(read, key=lambda span: -span.score), library, support_model())
    for fact in facts:
        figures = asdict(fact.features)
        logs = {figures.pop(name) for name in ("rivals", "length")}
        assert all(0 <= value < 5 for value in logs)
        assert -8 <= figures.pop("lead") <= 8
        assert all(0 <= figures.pop(name) <= 2 for name in ("behind", "ahead"))
        assert all(-1e-9 <= value <= 1 + 1e-9 for value in figures.values()), figures
    assert [fact.support for fact in facts] == sorted((fact.support for fact in facts), reverse=True)


def _last_word(passage: Passage, lead: float) -> Span:
    start = passage.start + passage.text.rfind(" ") + 1
    return Span(passage, start, passage.end, lead)


def test_sources_that_contradict_each_other_make_neither_doubtful() -> None:
    said = {f"{year}.txt": f"The harbour of Vellmar was dug in {year}." for year in (1874, 1891)}
    both = Library.of(Article(source, source, text) for source, text in said.items())
    alone, against = (
        weighed(both, WHEN, ("1874.txt", "1874", 5.0), *others)[0]
        for others in ([], [("1891.txt", "1891", 5.0)])
    )
    assert against.support == pytest.approx(alone.support)
    sides = weighed(both, WHEN, ("1874.txt", "1874", 5.0), ("1891.txt", "1891", 5.0))
    assert sides[1].unrivalled > sides[1].support


def test_two_different_things_asked_about_are_rivals() -> None:
    said = {
        "old.txt": "The harbour of Vellmar was dug in 1874.",
        "new.txt": "The mill of Lund burnt in 1891.",
    }
    both = Library.of(Article(source, source, text) for source, text in said.items())
    alone, against = (
        weighed(both, WHEN, ("old.txt", "1874", 5.0), *others)[0]
        for others in ([], [("new.txt", "1891", 5.0)])
    )
    assert against.support < alone.support


@pytest.mark.parametrize(
    ("question", "quote", "asked", "other"),
    [
        ("How many boats does it hold?", "forty", 1.0, 0.0),
        ("How many boats does it hold?", "forty boats", 1.0, 0.0),
        ("How many houses does Vellmar have?", "forty", 0.0, 1.0),
        ("How many boats were there when it was dug?", "1874", 0.0, 0.0),
        ("Who dug the harbour?", "forty", 0.0, 0.0),
    ],
)
def test_a_number_of_something_else_is_told_from_one_of_what_is_asked(
    library: Library, question: str, quote: str, asked: float, other: float
) -> None:
    figures = only(library, question, ("harbour.txt", quote, 5.0))
    assert (figures.counts_asked, figures.counts_other) == (asked, other)


FAQ = """Tickets

When does the ferry sail? It sails at seven. In winter it sails at nine.

Is it dear?

No. A ticket is two crowns.

How can I tell whether my ticket was stamped?

Look at its corner. A boat is drawn there.
"""


@pytest.mark.parametrize(
    ("question", "quote", "asked"),
    [
        ("When does the ferry sail?", "at seven", True),
        ("When does the ferry sail?", "at nine", False),
        ("Why does the ferry sail?", "It sails at seven", False),
        ("Is the ferry dear?", "No", True),
        ("When does the train leave?", "at seven", False),
        ("How do I find out if my ticket was stamped?", "Look at its corner", True),
        ("How do I find out if my boat was stamped?", "Look at its corner", False),
        ("What is a stamped ticket in Oslo?", "Look at its corner", False),
    ],
)
def test_what_follows_the_very_question_in_an_article_speaks_for_itself(
    question: str, quote: str, asked: bool
) -> None:
    library = Library.of([Article("faq.txt", "The ferry", FAQ)])
    [fact] = weighed(library, question, ("faq.txt", quote, 2.0))
    assert fact.asked_there is asked


def test_in_an_interview_the_question_stands_behind_the_name_of_who_asks_it() -> None:
    text = (
        "Tom: Did you ever meet the king?\n\nVera: No, and I regret it.\n\nTom: Where is he?\n\nVera: Gone."
    )
    library = Library.of([Article("talk.txt", "A talk with Vera", text)])
    [fact] = weighed(library, "Did Vera ever meet the king?", ("talk.txt", "No, and I regret it", 2.0))
    assert fact.asked_there


def test_who_speaks_says_nothing_of_what_is_asked() -> None:
    text = "Ada Holm: In July.\n\nAda Holm: I kept the bell in July."
    library = Library.of([Article("talk.txt", "A talk", text)])
    when, kept = (
        only(library, "Did Ada Holm keep the bell?", ("talk.txt", quote, 3.0)).sentence_coverage
        for quote in ("In July.", "I kept the bell")
    )
    assert when == 0.0
    assert kept == 1.0


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("What is the name of the first bridge?", []),
        ("What is the name of the second bridge?", ["Heron"]),
        ("What is the name of the bridge?", ["Heron"]),
    ],
)
def test_the_second_of_one_article_is_not_the_first_of_another(question: str, left: list[str]) -> None:
    texts = {"a.txt": "The bridge is called Heron.", "b.txt": "The second bridge, named Heron, is red."}
    bridges = Library.of(Article(source, "Bridges", text) for source, text in texts.items())
    facts = weighed(bridges, question, ("a.txt", "Heron", 6.0), ("b.txt", "Heron", 5.0))
    assert [fact.text for fact in facts] == left
