"""How answers are printed."""

from __future__ import annotations

from click import unstyle

from index.articles import Article
from qa.answer import Answer, ArticleName, Citation, Side
from tui.render import answer_lines, quoted

ONE = Article(
    "one.txt", "First [bold]title[/]", "The tower is 30 metres high. It was built in 1901.", "2020-01-17"
)
TWO = Article("two.txt", "Second", "Some say the tower\nis 35 metres high.")


def cited(article: Article, quote: str, first: int, last: int) -> Citation:
    start = article.text.index(quote)
    return Citation.at(article, start, start + len(quote), (first, last), 0.95)


HIGH, HIGHER = cited(ONE, "30 metres", 0, 28), cited(TWO, "35 metres", 0, len(TWO.text))


def printed(**fields: object) -> str:
    return unstyle("\n".join(answer_lines(Answer.model_validate({"question": "how high?", **fields}))))


def test_an_answer_stands_above_its_sentence_and_its_source() -> None:
    assert printed(answered=True, answer="30 metres", support=0.95, citations=(HIGH,)) == (
        "30 metres\n"
        "\n"
        "    The tower is 30 metres high.\n"
        "\n"
        "[1] First [bold]title[/] (2020-01-17)\n"
        "    one.txt:1  one.txt#13-22\n"
        "Well supported (0.95)."
    )


def test_only_the_answer_is_set_off_in_its_sentence() -> None:
    answer = Answer(question="?", answered=True, answer="30 metres", citations=(HIGH,))
    sentence = next(line for line in answer_lines(answer) if "tower" in line)
    assert sentence == "    The tower is \x1b[32m\x1b[1m30 metres\x1b[0m high."


def test_sides_of_a_disagreement_are_numbered_on() -> None:
    side = Side(answer="35 metres", support=0.7, citations=(HIGHER,))
    lines = printed(answered=True, answer="30 metres", citations=(HIGH,), disagreements=(side,)).split("\n")
    assert lines[0] == "The articles disagree."
    assert [line for line in lines if line.startswith("[")] == [
        "[1] First [bold]title[/] (2020-01-17)",
        "[2] Second",
    ]
    assert "    Some say the tower" in lines
    assert "    is 35 metres high." in lines


def test_what_an_answer_rests_on_is_numbered_on() -> None:
    lines = printed(answered=True, answer="30 metres", citations=(HIGH,), rests_on=(HIGHER,)).split("\n")
    rests = lines.index("This rests on:")
    assert lines[rests + 1] == "[2] Second"
    assert "    Some say the tower" in lines[rests:]


def test_where_was_looked_is_said_where_that_was_not_everywhere() -> None:
    names = [ArticleName(source=f"{n}.txt", title=f"Title {n}") for n in range(5)]
    one = printed(answered=False, looked_in=names[:1]).splitlines()
    assert one[0] == "Looked only in: Title 0"
    two = printed(answered=True, answer="30 metres", citations=(HIGH,), looked_in=names[:2]).splitlines()
    assert two[:3] == ["Looked only in: Title 0 and Title 1", "", "30 metres"]
    many = printed(answered=False, understood_as="How high is it?", looked_in=names).splitlines()
    assert many[:2] == [
        "Understood as: How high is it?",
        "Looked only in: Title 0, Title 1, Title 2 and 2 more",
    ]


def test_opinions_are_their_authors() -> None:
    judged = Article("three.txt", "Third", "I find it ugly.", author="Jane Doe")
    side = Side(answer="ugly", support=0.7, citations=(cited(judged, "ugly", 0, len(judged.text)),))
    shown = printed(answered=True, answer="30 metres", support=0.95, citations=(HIGH,), opinions=(side,))
    assert shown == (
        "This is a matter of opinion.\n"
        "\n"
        "First [bold]title[/]: “30 metres”\n"
        "\n"
        "    The tower is 30 metres high.\n"
        "\n"
        "[1] First [bold]title[/] (2020-01-17)\n"
        "    one.txt:1  one.txt#13-22\n"
        "Well supported (0.95).\n"
        "\n"
        "Jane Doe in Third: “ugly”\n"
        "\n"
        "    I find it ugly.\n"
        "\n"
        "[2] Third (Jane Doe)\n"
        "    three.txt:1  three.txt#10-14\n"
        "Supported (0.70)."
    )


def test_further_sources_show_their_own_sentence() -> None:
    assert "is 35 metres high." in printed(answered=True, answer="30 metres", citations=(HIGH, HIGHER))


def test_how_the_question_was_understood_comes_first() -> None:
    shown = printed(
        answered=True, answer="30 metres", citations=(HIGH,), understood_as="How high is the tower?"
    )
    assert shown.startswith("Understood as: How high is the tower?\n\n30 metres\n")


def test_silence_names_what_is_missing_and_what_comes_nearest() -> None:
    assert printed(answered=False, missing=("Oslo", "fjord"), nearest=(HIGHER,)) == (
        "The articles do not say.\n"
        "No passage mentions “Oslo”, “fjord”.\n"
        "\n"
        "Nearest passages, none of them sure enough to be the answer:\n"
        "\n"
        "[1] Second\n"
        "    two.txt:2  two.txt#22-31\n"
        "    35 metres"
    )


def test_a_reply_stands_alone() -> None:
    assert printed(answered=False, reply="Ask me something.") == "Ask me something."


def test_marks_may_overlap_and_controls_are_shown() -> None:
    assert unstyle(quoted("a\x1b[2Jb\r\nc", [(0, 3), (1, 4)], "")) == "a␛[2Jb \nc"


def test_a_name_that_no_passage_mentions_is_told_beside_an_answer_too() -> None:
    shown = printed(
        question="How high is the Oslo fjord?", answered=True, answer="30 metres", citations=(HIGH,),
        missing=("fjord", "Oslo"),
    )  # fmt: skip
    assert shown.endswith("\n\nNo passage mentions “Oslo”.")
    assert "mentions" not in printed(
        question="Height of it?", answered=True, answer="30 metres", citations=(HIGH,), missing=("Height",)
    )
