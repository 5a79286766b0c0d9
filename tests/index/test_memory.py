"""BM25 in memory: the formula, a match required, ties in passage order."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.memory import K1, B, MemoryRetriever
from index.passages import Kind, Passage
from index.retriever import Wanted
from index.terms import terms

# None is a stem of another, and none is changed by stemming.
VOCABULARY = ["ship", "harbour", "sail", "storm", "rope"]
TEXTS = st.lists(st.lists(st.sampled_from(VOCABULARY), max_size=8).map(" ".join), max_size=8)


def collection(texts: Sequence[str]) -> list[Passage]:
    return [Passage(f"{n}.txt", 0, len(text), Kind.BODY, text) for n, text in enumerate(texts)]


def wanted(query: Sequence[str]) -> list[Wanted]:
    return [{term: 1.0} for term in query]


def by_formula(texts: Sequence[str], query: Sequence[str]) -> dict[int, float]:
    """Score as Robertson and Zaragoza (2009) write it, with Lucene's positive frequency."""
    documents = [terms(text) for text in texts]
    mean = sum(map(len, documents)) / len(documents) if documents else 0
    scores: dict[int, float] = {}
    for term in query:
        holding = sum(term in document for document in documents)
        weight = math.log(1 + (len(documents) - holding + 0.5) / (holding + 0.5))
        for number, document in enumerate(documents):
            count = document.count(term)
            if count:
                norm = K1 * (1 - B + B * len(document) / mean)
                scores[number] = scores.get(number, 0) + weight * count * (K1 + 1) / (count + norm)
    return scores


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.lists(st.sampled_from([*VOCABULARY, "absent"]), max_size=4))
def test_ranks_as_the_formula_says(texts: list[str], query: list[str]) -> None:
    retriever = MemoryRetriever(collection(texts))
    expected = by_formula(texts, query)
    found = {int(hit.passage.source[:-4]): hit.score for hit in retriever.search(wanted(query), 100)}
    assert found == pytest.approx(expected)
    assert all(score > 0 for score in found.values())
    order = [(-hit.score, int(hit.passage.source[:-4])) for hit in retriever.search(wanted(query), 100)]
    assert order == sorted(order)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.lists(st.sampled_from(VOCABULARY), max_size=4), st.integers(0, 5))
def test_fewer_hits_are_the_first_of_more(texts: list[str], query: list[str], k: int) -> None:
    retriever = MemoryRetriever(collection(texts))
    assert retriever.search(wanted(query), k) == retriever.search(wanted(query), 100)[:k]


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.dictionaries(st.sampled_from(VOCABULARY), st.floats(0.1, 1)))
def test_of_what_may_stand_for_a_thing_the_best_counts(texts: list[str], alternatives: Wanted) -> None:
    retriever = MemoryRetriever(collection(texts))
    found = {hit.passage.source: hit.score for hit in retriever.search([alternatives], 100)}
    best: dict[str, float] = {}
    for term, share in alternatives.items():
        for number, score in by_formula(texts, [term]).items():
            best[f"{number}.txt"] = max(share * score, best.get(f"{number}.txt", 0.0))
    assert found == pytest.approx(best)


def test_equal_scores_keep_the_order_of_passages() -> None:
    retriever = MemoryRetriever(collection(["a ship", "a rope", "a ship", "the ship"]))
    assert [hit.passage.source for hit in retriever.search(wanted(["ship"]), 9)] == [
        "0.txt",
        "2.txt",
        "3.txt",
    ]


def test_a_term_that_all_passages_hold_still_counts() -> None:
    retriever = MemoryRetriever(collection(["ship", "ship ship rope", "ship"]))
    assert len(retriever.search(wanted(["ship"]), 9)) == 3
    assert 0 < retriever.rarity("ship") < retriever.rarity("rope") < retriever.rarity("absent")


@pytest.mark.parametrize("texts", [[], ["", "…"], ["👍"]])
def test_collections_without_terms_find_nothing(texts: list[str]) -> None:
    retriever = MemoryRetriever(collection(texts))
    assert retriever.search(wanted(["ship"]), 3) == []
    assert not retriever.holds("ship")
    assert retriever.rarity("ship") > 0


def test_knows_its_terms() -> None:
    retriever = MemoryRetriever(collection(["Two ships", "a rope"]))
    assert retriever.holds("ship")
    assert not retriever.holds("ships")
    assert {"two", "ship", "rope"} <= set(retriever.vocabulary)


@pytest.mark.parametrize("k", [0, -1])
def test_asked_for_none_gives_none(k: int) -> None:
    assert MemoryRetriever(collection(["ship"])).search(wanted(["ship"]), k) == []
