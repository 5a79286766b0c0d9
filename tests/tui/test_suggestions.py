"""Questions made from the articles at hand, each answered before it is offered."""

from pathlib import Path

from index.library import Library
from qa.suggestions import named, next_questions, starters
from tests.tui.driving import Scripted, articles
from tui.completion import Completion


def test_offers_only_what_is_answered(tmp_path: Path) -> None:
    library = Library.open(articles(tmp_path))
    scripted = Scripted(library)
    offered = starters(library, lambda q: scripted.answer(q).answered, named(library.passages), lambda: False)
    assert offered[0] == "Who keeps the light?" and "Who is Ilse Brandt?" in offered
    assert all(scripted.answer(question).answered for question in offered)


def test_stops_when_told(tmp_path: Path) -> None:
    library = Library.open(articles(tmp_path))
    assert starters(library, lambda _: True, named(library.passages), lambda: True) == []


def test_goes_on_with_names_that_the_sentence_brings_in(tmp_path: Path) -> None:
    scripted = Scripted(Library.open(articles(tmp_path)))
    answer = scripted.answer("when was it bilt?")
    offered = next_questions(
        answer, scripted.library, lambda question: "Ortega" in question, lambda: False, 2
    )
    assert offered == ["Who is Maria Ortega?"]


def test_a_collection_without_names_offers_nothing() -> None:
    library = Library.of([])
    assert starters(library, lambda _: True, named(library.passages), lambda: False) == []


def test_completes_to_the_most_frequent_name() -> None:
    complete = Completion(["Ilse Brandt", "Ilse Brandt", "Ilsenburg", "Varn"])
    assert complete("who is il") == ""
    assert complete("who is ils") == "e Brandt"
    assert complete("who is ilse b") == "randt"
    assert complete("var") == "n"
    assert complete("varn") == "" and complete("who") == "" and complete("") == ""
