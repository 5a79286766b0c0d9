"""The library: search in words, sentences around a place, clear errors."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles import Article, Skipped
from index.errors import OsmosisError, UnreadableError
from index.library import Found, Library
from index.passages import Kind

SEEDS = Path(__file__).parents[2] / "seeds"

SHIP = Article(
    "ship.txt",
    "The Ship",
    "The Ship\n\nIt was built in 1890. Dr. Fouché designed it.Then it sailed.\n\nThe ship sank in 1912.\n\n"
    "Photo: A. Fouché",
)
ROPE = Article("sub/rope.txt", "The Rope", "The Rope\n\nA rope is made of hemp. Ships need ropes.")


@pytest.fixture
def library() -> Library:
    return Library.of([SHIP, ROPE])


def test_opens_a_folder(tmp_path: Path) -> None:
    (tmp_path / "ship.txt").write_text(SHIP.text, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    library = Library.open(tmp_path)
    assert library.where == tmp_path
    assert library.articles == {"ship.txt": SHIP}
    assert library.skipped == (Skipped("empty.txt", "it is empty."),)
    assert [each.kind for each in library.passages] == [Kind.HEADING, Kind.BODY, Kind.BODY, Kind.CAPTION]


def test_a_folder_without_articles_is_an_error_that_says_why(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"^There is no article in .*: put \.txt, .* files there\.$"):
        Library.open(tmp_path)
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(UnreadableError, match=r"a\.pdf: \.pdf files are not read"):
        Library.open(tmp_path)
    with pytest.raises(UnreadableError, match=r"a\.pdf cannot be read: \.pdf files are not read"):
        Library.open(tmp_path / "a.pdf")


def test_errors_have_one_root() -> None:
    assert issubclass(UnreadableError, OsmosisError)


def test_finds_passages_of_any_kind_or_of_some(library: Library) -> None:
    assert {hit.passage.kind for hit in library.search("Fouché", 5).hits} == {Kind.BODY, Kind.CAPTION}
    assert [hit.passage.kind for hit in library.search("fouche", 5, kinds={Kind.CAPTION}).hits] == [
        Kind.CAPTION
    ]
    assert [hit.passage.kind for hit in library.search("ship", 1, kinds={Kind.BODY}).hits] == [Kind.BODY]


def test_says_what_it_searched_for(library: Library) -> None:
    found = library.search("Who desigend the ships of Oslo?", 3)
    assert found.terms == ("design", "ship")
    assert found.corrections == {"desigend": "designed"}
    assert found.missing == ("Oslo",)
    assert found.hits[0].passage.text.startswith("It was built")


def test_a_slip_in_a_function_word_is_mended_but_not_searched(library: Library) -> None:
    found = library.search("whihc ship sank", 3)
    assert found.corrections == {"whihc": "which"}
    assert found.terms == ("ship", "sink")


def test_function_words_that_no_passage_holds_are_neither_mended_nor_missing(library: Library) -> None:
    found = library.search("what about whom?", 3)
    assert (found.corrections, found.missing) == ({}, ())
    assert library.search("who is the ship of the US", 3).missing == ("US",)


def test_words_written_together_are_searched_apart(library: Library) -> None:
    found = library.search("shiprope", 3)
    assert found.corrections == {"shiprope": "ship rope"}
    assert found.terms == ("ship", "rope")


def test_a_word_finds_those_of_like_meaning_after_itself() -> None:
    library = Library.of(
        [
            Article("a.txt", "A", "A\n\nIt is sold to many countries.\n\nIt is sold by a boat."),
            Article("b.txt", "B", "B\n\nIt is sold to many nations."),
        ]
    )
    assert [hit.passage.text for hit in library.search("nations", 5).hits] == [
        "It is sold to many nations.",
        "It is sold to many countries.",
    ]


def test_a_word_that_stands_there_in_other_words_is_no_slip(library: Library) -> None:
    """Of a ship one may ask as of a vessel; what is missing is said all the same."""
    found = library.search("vessel", 1)
    assert (found.corrections, found.missing, found.terms) == ({}, ("vessel",), ())
    assert "ship" in found.hits[0].passage.text.lower()


def test_names_are_not_bent(library: Library) -> None:
    assert library.search("Hemo", 3).missing == ("Hemo",)
    assert library.search("the Repo", 3).missing == ("Repo",)


@pytest.mark.parametrize("query", ["", "  ", "?!", "👍", "Oslo"])
def test_a_query_without_known_words_finds_nothing(library: Library, query: str) -> None:
    found = library.search(query, 3)
    assert found == Found(missing=tuple(query.split()) if query == "Oslo" else ())


def test_function_words_are_searched_when_there_is_nothing_else(library: Library) -> None:
    assert library.search("it was", 3).hits[0].passage.text.startswith("It was built")


def test_an_empty_library_answers_calmly() -> None:
    library = Library.of([])
    assert library.search("ship", 3) == Found(missing=("ship",))
    assert library.passages == ()


def test_an_unknown_article_is_named_with_its_likes(library: Library) -> None:
    assert library.article("ship.txt") is SHIP
    with pytest.raises(UnreadableError, match=r"no article shop\.txt: did you mean ship\.txt"):
        library.article("shop.txt")
    with pytest.raises(UnreadableError, match=r"no article zzz"):
        library.passages_of("zzz")


def test_gives_the_sentence_around_a_place(library: Library) -> None:
    def around(words: str) -> str:
        start = SHIP.text.index(words)
        first, last = library.sentence_at("ship.txt", start, start + len(words))
        return SHIP.text[first:last]

    assert around("1890") == "It was built in 1890."
    assert around("Fouché designed") == "Dr. Fouché designed it."
    assert around("1890. Dr.") == "It was built in 1890. Dr. Fouché designed it."
    assert around("it.Then") == "Dr. Fouché designed it.Then it sailed."
    assert around("1912") == "The ship sank in 1912."


def test_the_sentence_never_leaves_its_passage(library: Library) -> None:
    text = SHIP.text
    first, last = library.sentence_at("ship.txt", text.index("Then"), text.index("sank"))
    assert text[first:last] == "Then it sailed."


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(SHIP.text)), st.integers(1, 60))
def test_the_sentence_holds_what_it_can_of_the_place(start: int, length: int) -> None:
    library = Library.of([SHIP])
    end = min(start + length, len(SHIP.text))
    first, last = library.sentence_at("ship.txt", start, end)
    assert first <= start <= last <= len(SHIP.text)
    inside = [each for each in library.passages if each.start <= start < each.end]
    assert all(each.start <= first and last <= each.end for each in inside)


def test_tells_of_terms(library: Library) -> None:
    assert library.holds("ship")
    assert not library.holds("oslo")
    assert library.rarity("oslo") > library.rarity("ship") > 0


@pytest.mark.parametrize(
    ("query", "source"),
    [
        ("Fouche creative freedom", "001_db7abdfccf83a154.txt"),
        ("Audrey filmmaker Rotten Tomatoes", "004_95cfc406a97c048d.txt"),
        ("relese date premeire", "000_6c49cddc09ce27e0.txt"),
        ("why was it canceled", "000_6c49cddc09ce27e0.txt"),
    ],
)
def test_finds_in_the_shipped_articles(query: str, source: str) -> None:
    hits = Library.open(SEEDS).search(query, 5).hits
    assert source in {hit.passage.source for hit in hits}


def test_tells_how_far_reading_and_indexing_have_come(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"Ship {number} was built in 1890.\n\nIt sank in 1912.")
    (tmp_path / "picture.png").touch()
    told: list[tuple[int, int]] = []
    library = Library.open(tmp_path, lambda done, total: told.append((done, total)))
    assert told == [*((0, found) for found in range(1, 6)), *((done, 5) for done in range(1, 6))]
    told.clear()
    library.index(lambda done, total: told.append((done, total)))
    assert told == [(done, 8) for done in range(1, 9)]
    told.clear()
    library.index(lambda done, total: told.append((done, total)))
    assert told == []


def test_what_progress_raises_ends_the_work_and_it_can_be_begun_again(tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise TimeoutError

    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text("The ship sank in 1912.")
    with pytest.raises(TimeoutError):
        Library.open(tmp_path, stop)
    library = Library.open(tmp_path)
    with pytest.raises(TimeoutError):
        library.index(stop)
    assert len(library.search("ship", 5).hits) == 3
