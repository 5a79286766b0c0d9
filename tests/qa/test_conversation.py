"""Follow-ups of short made-up conversations: how they are understood, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles import Article
from index.library import Library
from qa.answer import Answer, Citation
from qa.conversation import ReadingKind, Turn, propose, resolve
from qa.followups.ellipsis import preamble_cut

HARBOUR = Article(
    "harbour.txt",
    "The ferry Meridian",
    "The ferry Meridian was built in Gdansk in 1987. It carries 900 passengers, and the Meridian crosses "
    "the strait twice a day. Its captain is Ingrid Solheim. Solheim said that she would retire in May. "
    "Her brother Aksel Solheim runs the harbour of Varna; he has lived there since 2003. "
    "The mayor, Pavel Dimov, opened the new terminal. Dimov said that his city needed it.",
)
EMPTY = Library.of([])
LIBRARY = Library.of([HARBOUR])


def turn(question: str, answer: str = "") -> Turn:
    """Return a turn, its answer cited where the harbour article says it, if it does."""
    if not answer:
        return Turn(question, question)
    article = HARBOUR if answer in HARBOUR.text else Article("said.txt", "", answer)
    start = article.text.index(answer)
    place = (start, start + len(answer))
    citation = Citation.at(article, *place, place, 0.9)
    return Turn(
        question,
        question,
        Answer(question=question, answered=True, answer=answer, support=0.9, citations=(citation,)),
    )


def understood(question: str, *turns: Turn, library: Library = LIBRARY) -> str:
    return resolve(question, turns, library).text


def offered(question: str, *turns: Turn, library: Library = LIBRARY) -> list[str]:
    return [reading.text for reading in propose(question, turns, library)]


@pytest.mark.parametrize(
    ("turns", "question", "expected"),
    [
        (
            [turn("Who is the captain of the Meridian?", "Ingrid Solheim")],
            "When will she retire?",
            "Ingrid Solheim",
        ),
        ([turn("Who is Pavel Dimov?")], "What did he open?", "Pavel Dimov"),
        ([turn("Where was the Meridian built?", "Gdansk")], "How many passengers does it carry?", "Meridian"),
        ([turn("What is chromium used for?", "stainless steel")], "Who discovered it?", "chromium"),
        ([turn("When did Ingrid Solheim sell the lighthouse?")], "How tall is it?", "the lighthouse"),
        ([turn("Who was the curator of the fleet?")], "When did she leave?", "the curator"),
        ([turn("Who are the goalkeepers of the club?")], "Where were they born?", "goalkeepers"),
    ],
    ids=["she", "he", "it", "a common noun", "they", "it is what was done to", "a trade"],
)
def test_a_pronoun_is_understood_as_what_was_named(turns: list[Turn], question: str, expected: str) -> None:
    assert expected in understood(question, *turns)


def test_each_of_many_things_that_an_answer_names_is_less_likely_meant() -> None:
    few = "Early in the morning, when all is quiet, the brewers put it into the vat."
    many = few[:-1] + (
        " with barley, wheat, hops, honey, juniper, heather, oats and sugar, while a cooper mends barrels, a "
        "carter feeds the horses, and the clerk counts bottles, corks, labels and crates."
    )

    def lead(answer: str) -> float:
        """Return how much likelier the vat is than the question as it was asked."""
        readings = propose("Why is it added?", [turn("How do they make ale?", answer)], EMPTY)
        priors = {each.text: each.prior for each in readings}
        return priors["Why is the vat added?"] / priors["Why is it added?"]

    assert lead(few) > lead(many)


@pytest.mark.parametrize(
    ("last", "answer", "question", "expected"),
    [
        ("Who designed the Meridian?", "", "What prize did it win?", "What prize did the Meridian win?"),
        (
            "Which consultants did the county hire?",
            "",
            "how many reports did they write?",
            "How many reports did the consultants write?",
        ),
    ],
)
def test_what_is_asked_for_is_not_what_a_pronoun_behind_it_means(
    last: str, answer: str, question: str, expected: str
) -> None:
    assert expected in offered(question, turn(last, answer), library=EMPTY)[0]


def test_a_place_that_only_says_where_a_thing_is_is_not_it() -> None:
    asked = turn("When did the repair shop in Lyon open?", "in March")
    assert understood("Who runs it?", asked, library=EMPTY) == "Who runs the repair shop?"


def test_what_a_question_whether_there_is_such_a_thing_brought_up_is_it() -> None:
    turns = [turn("Where is the harbour of Varna?", "on the coast"), turn("Is there a museum too?")]
    assert understood("How much does it cost?", *turns, library=EMPTY) == "How much does the museum cost?"


@pytest.mark.parametrize("question", ["How much does it cost?", "How much does that cost?"])
def test_what_such_a_question_brought_up_is_that_too(question: str) -> None:
    asked = turn("Is there a museum in Varna?")
    assert understood(question, asked, library=EMPTY) == "How much does the museum cost?"


@pytest.mark.parametrize(
    ("last", "question", "expected"),
    [
        ("Are there any Eritrean cafés in town?", "How about Greek?", "Are there any Greek cafés in town?"),
        (
            "Are there any greek cafés in town?",
            "And Dutch ones instead?",
            "Are there any Dutch cafés in town?",
        ),
        ("Where can I get Greek food in town?", "And Thai food?", "Where can I get Thai food in town?"),
        ("Is there any Greek opera in town?", "and Thai, please?", "Is there any Thai opera in town?"),
    ],
)
def test_one_people_takes_the_place_of_another(last: str, question: str, expected: str) -> None:
    assert understood(question, turn(last), library=EMPTY) == expected


@pytest.mark.parametrize(
    ("last", "question", "expected"),
    [
        ("When was the date of the launch set?", "and the launch itself?", "When was the launch?"),
        ("Where did they print the tickets to the fair?", "And the fair itself?", "Where was the fair?"),
    ],
)
def test_the_thing_itself_is_asked_of_without_what_was_asked_of_it(
    last: str, question: str, expected: str
) -> None:
    assert understood(question, turn(last), library=EMPTY) == expected


def test_a_reason_as_a_whole_is_nobody() -> None:
    asked = turn("Why did the icebreaker turn back?", "damaged its rudder")
    readings = offered("and who was its captain?", asked, library=EMPTY)
    assert "Who was the icebreaker's captain?" in readings
    assert not any("damaged" in reading for reading in readings)


def test_a_name_that_was_asked_for_is_it() -> None:
    asked = turn("What is the chief rival of the Meridian called?", "Blue Riband")
    assert understood("Who runs it?", asked, library=EMPTY) == "Who runs Blue Riband?"


@pytest.mark.parametrize(
    "question",
    [
        "Where did Dimov make most of his maps?",
        "What did Solheim's father want her to become?",
        "After her second voyage, what did Solheim write?",
        "Solheim's brother sailed with her on which ship?",
    ],
)
def test_a_pronoun_may_stand_for_a_name_of_its_own_question(question: str) -> None:
    assert understood(question, turn("Who is the captain?", "Ada Lund"), library=EMPTY) == question


def test_what_a_how_question_names_first_is_it() -> None:
    turns = [turn("What is the author working on now?"), turn("How long is the book?")]
    assert understood("Who will publish it?", *turns, library=EMPTY) == "Who will publish the book?"


def test_a_book_is_no_he() -> None:
    asked = turn("Who wrote the book about the strait?")
    assert understood("Where did he grow up?", asked, library=EMPTY) == "Where did he grow up?"


def test_several_people_under_one_noun_are_a_they() -> None:
    asked = turn("Which German group bought the Meridian?")
    readings = offered("When did they sell it?", asked, library=EMPTY)
    assert readings[0] == "When did the German group sell the Meridian?"


def test_who_plays_somebody_is_no_part_of_the_name() -> None:
    asked = turn("Who is the captain in the film?", "Ingrid Solheim (Ada Lund)")
    assert understood("When did she retire?", asked) == "When did Ingrid Solheim retire?"


def test_the_texts_tell_who_is_a_she_and_who_a_he() -> None:
    turns = [turn("Did Ingrid Solheim meet Pavel Dimov?")]
    assert "Ingrid Solheim" in understood("When did she retire?", *turns)
    assert "Pavel Dimov" in understood("When did he open the terminal?", *turns)


def test_possessives_keep_their_s() -> None:
    turns = [turn("Who is the captain of the Meridian?", "Ingrid Solheim")]
    assert understood("Who is her brother?", *turns) == "Who is Ingrid Solheim's brother?"


def test_there_is_a_place() -> None:
    turns = [turn("Which city does Aksel Solheim live in?", "Varna")]
    assert understood("Since when has he lived there?", *turns).endswith("lived in Varna?")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("when?", "When was the Meridian built?"),
        ("In which year?", "In which year was the Meridian built?"),
        ("and in which country?", "In which country was the Meridian built?"),
        ("why?", "Why was the Meridian built?"),
        ("How so?", "Why was the Meridian built?"),
    ],
)
def test_asking_words_alone_ask_the_last_question_anew(question: str, expected: str) -> None:
    assert understood(question, turn("Was the Meridian built?", "Gdansk")) == expected


def test_ever_is_not_asked_when() -> None:
    assert understood("when?", turn("Was the Meridian ever sold?")) == "When was the Meridian sold?"


def test_a_tail_after_the_asking_words_goes_to_the_end() -> None:
    turns = [turn("How much did the new terminal cost?")]
    assert (
        understood("how much per passenger?", *turns) == "How much did the new terminal cost per passenger?"
    )


@pytest.mark.parametrize(
    ("last", "question", "expected"),
    [
        ("How many bridges are there in Varna?", "and in Gdansk?", "How many bridges are there in Gdansk?"),
        ("Who is the mayor of Varna?", "what about Gdansk?", "Who is the mayor of Gdansk?"),
        ("What is Dimov's salary?", "and Solheim's?", "What is Solheim's salary?"),
        ("When does the ferry leave?", "and the train?", "When does the train leave?"),
        ("How warm is the harbour in August?", "And in May?", "How warm is the harbour in May?"),
    ],
)
def test_a_new_slot_goes_into_the_last_question(last: str, question: str, expected: str) -> None:
    assert understood(question, turn(last)) == expected


@pytest.mark.parametrize("question", ["and the train?", "no, I meant the train"])
def test_a_new_slot_is_hardly_a_question_what_that_is(question: str) -> None:
    first, *others = propose(question, [turn("When does the ferry leave?")], LIBRARY)
    assert first.text == "When does the train leave?"
    assert all(reading.prior < first.prior / 5 for reading in others if reading.text == "What is the train?")


def test_the_slot_that_was_filled_last_is_filled_anew() -> None:
    turns = [
        turn("How much do adults pay on the ferry?", "€14"),
        Turn("And students?", "How much do students pay on the ferry?"),
    ]
    assert understood("and my sister?", *turns) == "How much do my sister pay on the ferry?"


def test_of_a_new_slot_something_is_asked() -> None:
    assert "Is the warranty?" not in offered("and the warranty?", turn("Is that cheap?"))


def test_an_amount_is_asked_for_of_the_new_slot() -> None:
    asked = turn("How much water does the kettle hold?", "Gdansk")
    assert understood("and the jug?", asked) == "How much water does the jug hold?"


def test_what_was_put_together_is_not_asked_again() -> None:
    turns = [
        turn("Who built the Meridian?", "Ingrid Solheim"),
        Turn("and when?", "Who built the Meridian, and when?"),
    ]
    assert understood("and where?", *turns).startswith("Where was it that Ingrid Solheim built")


@pytest.mark.parametrize(
    "opening",
    [
        "sorry, ",
        "No, ",
        "ok thanks, ",
        "Oh, and ",
        "Hi! Quick question: ",
        "I was wondering, ",
        "Do you know ",
        "According to the articles, ",
    ],
)
def test_what_only_opens_a_question_is_not_looked_up(opening: str) -> None:
    assert preamble_cut(f"{opening}when was the ferry built?") == "when was the ferry built?"


@pytest.mark.parametrize("closing", [", please?", " exactly?", "? Thanks!", "? thank you"])
def test_what_only_closes_a_question_is_not_looked_up(closing: str) -> None:
    assert preamble_cut(f"when was the ferry built{closing}") == "when was the ferry built?"


@pytest.mark.parametrize(
    "whole",
    [
        "How many exactly?",
        "Did anyone know who he was?",
        "According to the other article, who paid?",
        "Who asked the question?",
        "Do you know Ada?",
    ],
)
def test_words_that_mean_something_are_kept(whole: str) -> None:
    assert preamble_cut(whole) == whole


def test_a_person_noun_with_a_pronoun_goes_into_the_last_question() -> None:
    turns = [turn("Where does Ingrid Solheim live?", "Varna")]
    assert understood("and her brother?", *turns) == "Where does Ingrid Solheim's brother live?"


def test_what_somebody_has_is_not_asked_for_as_if_it_were_somebody() -> None:
    turns = [turn("How old is Ingrid Solheim?", "51")]
    assert understood("and her surname?", *turns) == "What is Ingrid Solheim's surname?"


def test_what_somebody_is_said_to_be_is_not_asked_about_but_that_one() -> None:
    turns = [turn("Who is Pavel Dimov?", "mayor")]
    assert understood("What did his father do?", *turns) == "What did Pavel Dimov's father do?"


def test_who_was_just_brought_up_may_be_meant() -> None:
    turns = [turn("Does Pavel Dimov have a daughter?", "Dimov said that his city needed it.")]
    assert "How old was the daughter in 2003?" in offered("How old was she in 2003?", *turns)[:2]


@pytest.mark.parametrize(
    ("last", "answer", "question", "expected"),
    [
        (
            "Who built the robot?",
            "Noor Haddadi",
            "Where did she do it?",
            "Where was it that Noor Haddadi built",
        ),
        ("Was the ferry sold?", "", "When did that happen?", "When was the ferry sold?"),
        ("Was the ferry sold?", "", "for what?", "Why was the ferry sold?"),
        ("What happened to the mayor?", "fell ill", "When was that?", "When was it that the mayor fell ill?"),
        ("What happened to the mayor?", "a stroke", "When was that?", "When was it that a stroke happened"),
    ],
)
def test_asking_of_that_asks_of_what_was_told(last: str, answer: str, question: str, expected: str) -> None:
    assert understood(question, turn(last, answer)).startswith(expected)


def test_a_pronoun_that_nothing_in_the_question_explains_may_stand_for_something() -> None:
    said = offered("What is its name?", turn("Did Pavel Dimov open a terminal?"))
    assert "What is the terminal's name?" in said


def test_whose_stands_for_a_whole_group_of_the_last_question() -> None:
    said = offered("and his successor?", turn("Who was mayor of Varna?", "Pavel Dimov"))
    assert "Who was Pavel Dimov's successor?" in said
    assert not [reading for reading in said if "successor of Varna" in reading or "mayor of Pavel" in reading]


def test_a_correction_takes_the_place_of_what_was_misunderstood() -> None:
    found = propose("no, I meant Gdansk", [turn("Who is the mayor of Varna?")], LIBRARY)
    assert found[0].text == "Who is the mayor of Gdansk?"
    assert found[0].kind is ReadingKind.CORRECTION


def test_the_french_one_is_the_last_question_so_modified() -> None:
    turns = [turn("Which shipyard repaired the ferry?")]
    assert "Which Polish shipyard repaired the ferry?" in offered(
        "sorry, the Polish one, not the Danish", *turns
    )


@pytest.mark.parametrize(
    ("question", "last", "expected"),
    [
        ("and the new one?", "Who designed the old stone bridge?", "Who designed the new bridge?"),
        ("And small ones?", "How much do big tickets cost?", "How much do small tickets cost?"),
        ("and Greek?", "Where is the Italian restaurant?", "Where is the Greek restaurant?"),
        ("What about Dutch ones?", "How many German ships were lost?", "How many Dutch ships were lost?"),
    ],
)
def test_what_only_says_which_is_put_before_the_noun_of_the_last_question(
    question: str, last: str, expected: str
) -> None:
    assert understood(question, turn(last, "Ada Lund")) == expected


@pytest.mark.parametrize("said", ["Thank you and goodbye!", "No, thanks. That's it.", "That will be all"])
def test_who_takes_leave_asks_nothing(said: str) -> None:
    assert offered(said, turn("Where is the mill?", "in Lund")) == [said]


@pytest.mark.parametrize("opening", ["And who", "But who", "So who", "ok, who"])
def test_what_only_opened_the_last_question_is_not_asked_again(opening: str) -> None:
    readings = offered("When?", turn(f"{opening} opened the bridge?", "Edith Harrow"))
    assert "When was it that Edith Harrow opened the bridge?" in readings
    assert not any(opening.lower() in text.lower() for text in readings)


def test_the_article_of_a_trade_is_no_part_of_the_name_behind_it() -> None:
    readings = offered("When was she born?", turn("Where did the collector Beatrix Lane live?"))
    assert "When was Beatrix Lane born?" in readings and "When was the Beatrix Lane born?" not in readings


def test_the_other_one_is_asked_for_besides_the_first() -> None:
    turns = [turn("Who are the owners of the shipyard?", "Jan Kowal"), turn("Is Jan Kowal one of them?")]
    assert "Who are the owners of the shipyard besides Jan Kowal?" in offered("And the other one?", *turns)


def test_the_first_question_may_lean_on_the_topic_of_the_collection() -> None:
    reading = resolve("When was it built?", [], LIBRARY)
    assert "Meridian" in reading.text
    assert reading.kind is ReadingKind.TOPIC


def test_a_topic_is_no_person_where_the_texts_call_it_an_it() -> None:
    assert "Meridian" not in understood("Who is her brother?", turn("Who is Ingrid Solheim?"))


@pytest.mark.parametrize(
    "question",
    [
        "Where was the Meridian built?",
        "How many passengers does the ferry Meridian carry?",
        "What did Pavel Dimov say after he opened the terminal?",
        "Which captain said that she would retire in May?",
        "How long does it take to cross the strait of Bonifacio?",
        "Is it true that the moon is made of cheese?",
        "Who wrote the opera Tosca?",
        "What is the boiling point of sulphuric acid?",
        "release date of the Meridian",
    ],
)
def test_a_question_that_stands_alone_is_left_untouched(question: str) -> None:
    turns = [
        turn("Who is the captain of the Meridian?", "Ingrid Solheim"),
        turn("Who is her brother?", "Aksel Solheim"),
    ]
    found = propose(question, turns, LIBRARY)
    assert [(reading.text, reading.kind, reading.prior) for reading in found] == [
        (question, ReadingKind.AS_ASKED, 1.0)
    ]


def test_a_question_without_anything_before_it_is_left_untouched() -> None:
    assert offered("who plays her?", library=EMPTY) == ["who plays her?"]
    assert offered("when?", library=EMPTY) == ["when?"]


def test_a_new_topic_leaves_the_old_one() -> None:
    turns = [turn("Who is the captain of the Meridian?", "Ingrid Solheim"), turn("Who is Pavel Dimov?")]
    assert "Dimov" in understood("What did he open?", *turns)


def test_what_a_pronoun_stood_for_it_goes_on_standing_for() -> None:
    turns = [
        turn("Who is Marta Ruiz?"),
        Turn("What did she discover?", "What did Marta Ruiz discover?"),
        Turn("Who paid for it?", "Who paid for the discovery?"),
    ]
    assert "Marta Ruiz" in understood("Where did she study?", *turns, library=EMPTY)


def test_questions_alone_are_enough_without_any_answer() -> None:
    turns = [Turn("What is throat cancer?", "What is throat cancer?")]
    assert understood("Is it treatable?", *turns, library=EMPTY) == "Is throat cancer treatable?"


SAID = st.text(alphabet="abcXYZ 'é?.,!’it hewho\n", max_size=60)


@settings(max_examples=60, deadline=None)
@given(question=SAID, before=st.lists(SAID, max_size=3))
def test_any_words_have_readings_that_are_different_and_ordered(question: str, before: list[str]) -> None:
    turns = [Turn(words, words) for words in before]
    found = propose(question, turns, LIBRARY)
    assert found
    assert len({reading.text for reading in found}) == len(found)
    assert [reading.prior for reading in found] == sorted((reading.prior for reading in found), reverse=True)
    assert all(0 <= reading.prior <= 1 for reading in found)
    assert found == propose(question, turns, LIBRARY)
    assert resolve(question, turns, LIBRARY) == found[0]


def test_what_answers_a_question_that_was_put_back_stands_alone() -> None:
    asked_back = turn("How large is the second one?", "Do you mean the Meridian?")
    assert understood("No, I meant the tug.", asked_back) == "No, I meant the tug."
