"""The pipeline on real articles; where the reader must be predictable, the tiny one reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles import Article
from index.kinds import Kind
from index.library import Library
from index.passages import Passage
from qa.answer import Answer, Citation
from qa.answerer import Answerer
from qa.lookup import PASSAGES_A_STEP
from qa.neural import NeuralReader
from qa.reader import Span
from qa.readers import open_reader
from tests.qa.tiny_reader import make_tiny_reader

SEEDS = Path(__file__).parents[2] / "seeds"
HARBOUR = """The harbour of Vellmar

The harbour of Vellmar was dug in 1874 by the engineer Ida Brandt. It holds forty boats.

Brandt left the town in 1880 because the council would not pay her. She died in Lund.
"""
RAILWAY = """A railway to the coast

The line from Lund to Vellmar was opened on 3 May 1891. It cost 2 million crowns.

The harbour of Vellmar, some say, was dug in 1871.
"""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> NeuralReader:
    return NeuralReader(make_tiny_reader(tmp_path_factory.mktemp("tiny")))


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "railway.txt").write_text(RAILWAY, encoding="utf-8")
    return Answerer(Library.open(folder), open_reader())


def cited(answer: Answer) -> list[Citation]:
    sides = [citation for side in answer.others for citation in side.citations]
    return [*answer.citations, *answer.nearest, *sides]


def test_a_plain_question_is_answered_with_its_place(answerer: Answerer) -> None:
    answer = answerer.answer("When was the line from Lund to Vellmar opened?")
    assert answer.answered
    assert answer.answer is not None and "1891" in answer.answer
    place = answer.citations[0]
    assert (place.source, place.line, place.title) == ("railway.txt", 3, "A railway to the coast")
    assert place.sentence == "The line from Lund to Vellmar was opened on 3 May 1891."


def test_a_caption_tells_who_is_in_the_picture(tmp_path: Path) -> None:
    caption = "Ida Brandt (left) and Per Vik standing in the harbour of Vellmar"
    (tmp_path / "harbour.txt").write_text(f"{HARBOUR}\n{caption}\n", encoding="utf-8")
    library = Library.open(tmp_path)
    assert library.passages[-1].kind is Kind.CAPTION
    answer = Answerer(library, open_reader()).answer("Who is standing in the harbour with Ida Brandt?")
    assert answer.answer is not None and "Per Vik" in answer.answer
    assert answer.citations[0].sentence == caption


def test_of_two_questions_the_first_is_answered_and_the_second_offered(answerer: Answerer) -> None:
    asked = "Who dug the harbour of Vellmar, and why did Brandt leave the town?"
    answer = answerer.answer(asked)
    assert answer.question == asked
    assert answer.answer is not None and "Brandt" in answer.answer
    assert answer.understood_as == "Who dug the harbour of Vellmar?"
    assert answer.otherwise_understood_as == "Why did Brandt leave the town?"


def test_what_the_articles_do_not_say_is_not_answered(answerer: Answerer) -> None:
    answer = answerer.answer("Who painted the ceiling of the opera in Oslo?")
    assert not answer.answered
    assert answer.answer is None and answer.citations == ()
    assert "Oslo" in answer.missing


def test_a_silent_answer_shows_what_came_nearest(answerer: Answerer) -> None:
    answer = answerer.answer("What colour are the boats in the harbour?")
    assert not answer.answered
    assert any("harbour" in citation.quote for citation in answer.nearest)


def test_the_nearest_passages_begin_with_what_would_have_been_answered(answerer: Answerer) -> None:
    question = "When was the line from Lund to Vellmar opened?"
    doubting = Answerer(answerer.library, open_reader(), least_support=1.0)
    nearest = doubting.answer(question).nearest
    assert nearest[0].quote == answerer.answer(question).citations[0].sentence
    assert len({(citation.source, citation.start) for citation in nearest}) == len(nearest)


def test_everything_is_answered_when_no_support_is_asked_for(answerer: Answerer) -> None:
    bold = Answerer(answerer.library, open_reader(), least_support=0.0)
    assert bold.answer("Who painted the ceiling of the opera in Oslo?").answered


def test_a_misspelt_question_word_is_not_missed_in_the_articles(answerer: Answerer) -> None:
    typed = answerer.answer("wen was the line from Lund to Vellmar opened?")
    assert typed.answer == answerer.answer("When was the line from Lund to Vellmar opened?").answer
    assert "wen" not in typed.missing


def test_a_name_like_a_misspelt_question_word_is_a_name(tiny: NeuralReader) -> None:
    library = Library.of([Article("a.txt", "Wren", "Wren built ⟨the tower⟩ for the town.")])
    answer = Answerer(library, tiny, least_support=0.0).answer("Wren built what?")
    assert not answer.missing and answer.answered


def test_what_was_hardly_meant_is_not_answered_instead_of_what_was() -> None:
    library = Library.open(Path(__file__).parents[1] / "benchmarks" / "articles" / "expedition")
    asked = ["How much do adults pay at the museum?", "And students?", "and my ten-year-old?"]
    # "How much do students pay at my ten-year-old?" would have an answer.
    answer = Answerer(library, open_reader()).converse(asked)
    assert not answer.answered
    bold = Answerer(library, open_reader(), least_support=0.0).converse(asked)
    assert bold.answered


def test_a_greeting_gets_a_word_and_no_source(answerer: Answerer) -> None:
    answer = answerer.answer("hello")
    assert answer.reply and not answer.answered and cited(answer) == []


def test_a_follow_up_is_understood_in_the_light_of_the_question_before(answerer: Answerer) -> None:
    # What is understood is looked at here, not how sure one has to be.
    bolder = Answerer(answerer.library, open_reader(), least_support=0.3)
    answer = bolder.converse(["Who dug the harbour of Vellmar?", "Why did she leave the town?"])
    assert answer.answered and answer.answer is not None
    assert "would not pay" in answer.answer


def test_the_same_question_gives_the_same_answer(answerer: Answerer) -> None:
    first, second = (answerer.answer("How many boats does the harbour hold?") for _ in range(2))
    assert first.model_dump(exclude={"seconds"}) == second.model_dump(exclude={"seconds"})


def test_two_identical_quotes_keep_their_own_places(tiny: NeuralReader) -> None:
    text = "The mayor was ⟨Ana Reis⟩ then.\n\nLater the mayor was ⟨Ana Reis⟩ again."
    answer = Answerer(Library.of([Article("a.txt", "Mayors", text)]), tiny, least_support=0.0).answer(
        "Who was the mayor?"
    )
    assert {citation.quote for citation in answer.citations} == {"⟨Ana Reis⟩"}
    assert {citation.start for citation in answer.citations} == {14, text.rindex("⟨")}


def test_each_side_of_a_disagreement_is_cited_with_its_own_support(tiny: NeuralReader) -> None:
    dates = {"echo.txt": "The bridge opened in ⟨1874⟩.", "gazette.txt": "The bridge opened in ⟨1891⟩."}
    library = Library.of([Article(source, source, text) for source, text in dates.items()])
    answer = Answerer(library, tiny, least_support=0.0).answer("When did the bridge open?")
    (side,) = answer.disagreements
    assert {answer.answer, side.answer} == {"⟨1874⟩", "⟨1891⟩"}
    assert {citation.support for citation in side.citations} == {side.support}


def test_articles_disagree_in_other_words_too_one_article_with_itself_does_not(tiny: NeuralReader) -> None:
    texts = ("The ferry put to sea on ⟨3 May 1907⟩.", "The old boat left us for good on ⟨9 May 1907⟩.")
    for apart, sides in ((texts, 1), (["\n\n".join(texts)], 0)):
        library = Library.of(Article(f"{n}.txt", "", text) for n, text in enumerate(apart))
        answer = Answerer(library, tiny, least_support=0.0).answer("When did the ferry sail?")
        told = [side.answer for side in answer.disagreements]
        assert len(told) == sides
        assert {answer.answer, *told} <= {"⟨3 May 1907⟩", "⟨9 May 1907⟩"}


def test_who_wants_hardly_supported_answers_is_not_told_that_they_contradict_each_other(
    tmp_path: Path,
) -> None:
    doubting = NeuralReader(make_tiny_reader(tmp_path, no_answer=8.0))
    texts = ("The ferry put to sea on ⟨3 May 1907⟩.", "The old boat left us for good on ⟨9 May 1907⟩.")
    library = Library.of(Article(f"{n}.txt", "", text) for n, text in enumerate(texts))
    answer = Answerer(library, doubting, least_support=0.0).answer("When did the ferry sail?")
    assert answer.answered and answer.disagreements == ()


PLAYBILL = {
    "courier.txt": "The acting is ⟨wooden⟩. The tickets cost ⟨twelve pounds⟩.",
    "herald.txt": "The acting is ⟨superb⟩.\n\nLater on the acting is ⟨loud⟩.",
    "blog.txt": "I found the acting ⟨uneven⟩.",
}


def reviews(tiny: NeuralReader, least_support: float = 0.0) -> Answerer:
    articles = [Article(source, source, text) for source, text in PLAYBILL.items()]
    return Answerer(Library.of(articles), tiny, least_support=least_support)


def test_each_other_article_gives_its_opinion_once(tiny: NeuralReader) -> None:
    answer = reviews(tiny).answer("How is the acting?")
    sources = [side.citations[0].source for side in answer.opinions]
    assert sorted([answer.citations[0].source, *sources]) == sorted(PLAYBILL)
    assert answer.disagreements == ()
    assert [side.support for side in answer.opinions] == sorted(
        (side.support for side in answer.opinions), reverse=True
    )
    for side in answer.opinions:
        assert side.answer == side.citations[0].quote and len(side.citations) == 1


def test_opinions_need_support_as_answers_do(tiny: NeuralReader) -> None:
    all_told = reviews(tiny).answer("How is the acting?")
    least = min(all_told.support, max(side.support for side in all_told.opinions))
    stricter = reviews(tiny, least_support=least).answer("How is the acting?")
    expected = [side for side in all_told.opinions if side.support >= least]
    assert list(stricter.opinions) == expected and expected


def test_a_question_of_fact_has_no_opinions(tiny: NeuralReader) -> None:
    answer = reviews(tiny).answer("How much do the tickets cost?")
    assert answer.answered and answer.opinions == ()


def test_a_silent_answer_has_no_opinions(tiny: NeuralReader) -> None:
    answer = reviews(tiny, least_support=1.0).answer("How is the acting?")
    assert not answer.answered and answer.opinions == ()


def test_the_shipped_reader_finds_what_reviews_think(tmp_path: Path) -> None:
    reviews = {
        "courier.md": "---\nauthor: Jane Doe\n---\n\n# First\n\nThe acting is wooden from first to last.\n",
        "herald.txt": "Second\n\nBy Per Berg\n\nA full house came. The acting is superb.\n",
    }
    for name, text in reviews.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    # What is told apart is looked at here, not how sure one has to be.
    answer = Answerer(Library.open(tmp_path), open_reader(), least_support=0.2).answer("How is the acting?")
    sides = [answer.citations, *(side.citations for side in answer.opinions)]
    said = {side[0].author: side[0].quote for side in sides}
    assert said.keys() == {"Jane Doe", "Per Berg"}
    assert "wooden" in said["Jane Doe"] and "superb" in said["Per Berg"]


def test_a_misspelt_word_is_put_right_where_it_stands_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The actor\n\nThe actor Ada Vale played the sailor.\n", encoding="utf-8")
    seen: list[str] = []

    class Listening:
        def read(self, question: str, passages: Sequence[Passage]) -> list[Span]:
            seen.append(question)
            return []

    Answerer(Library.open(tmp_path), Listening()).answer("Which actr (not actress) played it?")
    assert seen[0] == "Which actor (not actress) played it?"


def test_an_empty_library_says_nothing(tiny: NeuralReader) -> None:
    answer = Answerer(Library.of([]), tiny, least_support=0.0).answer("Who was the mayor?")
    assert not answer.answered and answer.nearest == ()


def test_a_conversation_without_a_question_is_refused(answerer: Answerer) -> None:
    with pytest.raises(ValueError, match="no question"):
        answerer.converse([])


_ALPHABET = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from("⟨⟩  \n\r\u0301\u200d🦊👩‍🚀שלוםمرحبا.?!“”’"),
)
_LINES = st.text(_ALPHABET, max_size=120)


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.lists(_LINES, max_size=6), min_size=1, max_size=3),
    question=_LINES,
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_every_citation_is_verbatim_in_any_text(
    tiny: NeuralReader, texts: list[list[str]], question: str, newline: str
) -> None:
    articles = [
        Article(f"{number}.txt", "T", newline.join([*lines, "said ⟨so⟩ here", "x" * 3000]))
        for number, lines in enumerate(texts)
    ]
    library = Library.of(articles)
    answer = Answerer(library, tiny, least_support=0.0).answer(f"{question} said here?")
    for citation in cited(answer):
        text = library.articles[citation.source].text
        assert text[citation.start : citation.end] == citation.quote
        assert text[citation.sentence_start : citation.sentence_end] == citation.sentence
        assert citation.reference == f"{citation.source}#{citation.start}-{citation.end}"


def test_once_there_is_an_answer_other_articles_are_looked_at_too(tiny: NeuralReader) -> None:
    minutes = "The mayor was ⟨Ana Reis⟩.\n\n" + "\n\n".join(
        f"The mayor spoke for {n} minutes about the budget of the town." for n in range(1, 31)
    )
    chronicle = " ".join(["Long after the flood, of which much was told,"] * 9) + " the mayor was ⟨Ana Reis⟩."
    library = Library.of(
        [Article("minutes.txt", "Minutes", minutes), Article("chronicle.txt", "Chronicle", chronicle)]
    )
    ranked = [hit.passage.source for hit in library.search("Who was the mayor?", 50).hits]
    assert ranked.index("chronicle.txt") >= PASSAGES_A_STEP
    answer = Answerer(library, tiny, least_support=0.0).answer("Who was the mayor?")
    assert {citation.source for citation in answer.citations} == {"minutes.txt", "chronicle.txt"}


FILM = """The film about the quarry

Ada Berg, who leased the quarry, is the heroine. Her brother is Olaf Berg, and he keeps the books.

Olaf Berg is played by Per Lindahl. Ada Berg is played by Siri Holm."""


def test_somebody_told_by_another_is_looked_up_first() -> None:
    answerer = Answerer(Library.of([Article("film.txt", "The film about the quarry", FILM)]), open_reader())
    answer = answerer.answer("Who plays Ada Berg's brother?")
    assert answer.answer == "Per Lindahl"
    assert answer.understood_as == "Who plays Olaf Berg?"
    (who,) = answer.rests_on
    assert (who.quote, who.sentence) == ("Olaf Berg", "Her brother is Olaf Berg, and he keeps the books.")


def test_siblings_are_each_other_s_brother_and_sister() -> None:
    text = FILM.replace("Her brother is Olaf Berg, and he", "She and her sibling Olaf Berg are at odds; he")
    answerer = Answerer(Library.of([Article("film.txt", "The film about the quarry", text)]), open_reader())
    answer = answerer.answer("Who plays Ada Berg's brother?")
    assert answer.answer == "Per Lindahl"
    assert [who.quote for who in answer.rests_on] == ["Olaf Berg"]


def test_where_the_series_meets_silence_it_is_looked_up_by_its_name() -> None:
    answer = Answerer(Library.open(SEEDS), open_reader()).answer("Why was the series cancelled?")
    assert answer.understood_as == "Why was Osmosis cancelled?"
    assert answer.answer is not None
    assert "sizable audience" in answer.answer


@pytest.mark.parametrize(
    ("question", "plainly", "answer"),
    [
        ("When did Osmosis come out?", "When was Osmosis released?", "March 29, 2019"),
        ("When did it come out?", "When was Osmosis released?", "March 29, 2019"),
        ("What is the series about?", "What is the plot of Osmosis?", "dating app"),
    ],
)
def test_an_idiom_is_looked_up_in_plain_words_too(question: str, plainly: str, answer: str) -> None:
    given = Answerer(Library.open(SEEDS), open_reader()).answer(question)
    assert given.understood_as == plainly
    assert given.answer is not None
    assert answer in given.answer


def test_what_is_answered_at_once_rests_on_nothing_else(answerer: Answerer) -> None:
    assert answerer.answer("When was the line from Lund to Vellmar opened?").rests_on == ()


def test_whose_brother_it_is_must_be_said_too() -> None:
    text = FILM + "\n\nThe mayor gives a speech in the film."
    library = Library.of([Article("film.txt", "The film about the quarry", text)])
    bold = Answerer(library, open_reader(), least_support=0.0)
    assert bold.answer("Who plays Ada Berg's brother?").rests_on != ()
    assert bold.answer("Who plays the mayor's brother?").rests_on == ()


@pytest.mark.parametrize(
    ("question", "date"),
    [("On what date did the bridge open?", "14 May 1931"), ("When did the bridge open?", "1931")],
)
def test_who_asks_for_the_day_is_told_the_day(tiny: NeuralReader, question: str, date: str) -> None:
    texts = {"echo.txt": "When the bridge did open: ⟨1931⟩.", "gazette.txt": "It did so on ⟨14 May 1931⟩."}
    library = Library.of(Article(source, "", text) for source, text in texts.items())
    answer = Answerer(library, tiny, least_support=0.0).answer(question)
    assert answer.answer == f"⟨{date}⟩"
    assert len(answer.citations) == len(texts)


def test_a_denial_is_shown_beside_what_it_denies_once() -> None:
    texts = {
        "guide.md": "The Lantern Museum\n\nThe museum is open on Mondays in any season, and there is soup.",
        "blog.md": "The Lantern Museum\n\nThe museum is not open on Mondays, as we found out at the door.",
    }
    library = Library.of(Article(source, "The Lantern Museum", text) for source, text in texts.items())
    answer = Answerer(library, open_reader()).answer("Is the museum open on Mondays?")
    (side,) = answer.disagreements
    assert {answer.citations[0].source, side.citations[0].source} == set(texts)


def test_nobody_is_related_to_oneself() -> None:
    text = FILM + "\n\nThe mother of Olaf and Ada Berg lies ill all through the film."
    library = Library.of([Article("film.txt", "The film about the quarry", text)])
    bold = Answerer(library, open_reader(), least_support=0.0)
    answer = bold.answer("What is the name of Olaf and Ada Berg's mother?")
    assert answer.rests_on == () and answer.understood_as is None


def test_nobody_is_made_up_to_be_looked_up() -> None:
    answerer = Answerer(Library.of([Article("film.txt", "The film about the quarry", FILM)]), open_reader())
    assert not answerer.answer("Who plays Olaf Berg's nephew?").answered
