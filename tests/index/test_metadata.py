"""Titles and dates, where they stand."""

from pathlib import Path

import pytest

from index.dates import iso_date
from index.library import Library
from index.metadata import date_of, title_of

STORY = "In June 1999 the ship sailed from the harbour, and on 3 May 2001 it came back with nobody on board."
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("March 29, 2019", "2019-03-29"),
        ("29 March 2019", "2019-03-29"),
        ("the 3rd of May 2012", "2012-05-03"),
        ("Sept. 4, 2018", "2018-09-04"),
        ("April 1st, 2019", "2019-04-01"),
        ("2019-03-29T10:00:00Z", "2019-03-29"),
        ("2019/3/9", "2019-03-09"),
        ("29.03.2019", "2019-03-29"),
        ("13/04/2019", "2019-04-13"),
        ("04/13/2019", "2019-04-13"),
        ("February 2019", "2019-02"),
        ("2019", "2019"),
        ("03/04/2019", None),
        ("31 February 2019", None),
        ("99 bottles", None),
        ("may 1", None),
        ("", None),
    ],
)
def test_dates_are_understood_or_left(written: str, iso: str | None) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    ("lines", "iso"),
    [
        ("Published 14 February 2023, 09:12", "2023-02-14"),
        ("By Jane Doe\nMarch 3, 2019", "2019-03-03"),
        ("by Jane Doe — The Harbour Courier, 3 March 2019", "2019-03-03"),
        ("By Jane Doe and Per van der Berg | March 3, 2019 | 5 min read", "2019-03-03"),
        ("Posted on Tuesday, June 4, 2018 at 7:41 am by Hanna", "2018-06-04"),
        ("Last updated: 5 May 2020\nFirst published: 4 May 2020", "2020-05-04"),
        ("Release date: 12 October 1987", None),
        ("Born: 3 May 1950", None),
        ("The festival of March 3, 2019", None),
        ("", None),
    ],
)
def test_a_date_stands_in_a_byline(lines: str, iso: str | None) -> None:
    assert date_of(f"The Title\n\n{lines}\n\n{STORY}") == iso


def test_a_date_after_the_story_must_say_what_it_is() -> None:
    assert date_of(f"The Title\n\n{STORY}\n\n3 February 2023") is None
    assert date_of(f"The Title\n\n{STORY}\n\nOriginally published on 3 February 2023.") == "2023-02-03"


def test_a_dateline_is_a_date() -> None:
    assert date_of(f"PARIS, March 29, 2019 (Reuters) — {STORY}") == "2019-03-29"


def test_the_shipped_articles_state_no_date() -> None:
    assert {article.published for article in Library.open(SEEDS).articles.values()} == {None}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"The Ship\n\n{STORY}", "The Ship"),
        (f"By Jane Doe\n\nThe Ship\n\n{STORY}", "The Ship"),
        (f"Why did the ship come back?\n\n{STORY}", "Why did the ship come back?"),
        (f"=====\n\n# The  Ship #\n\n{STORY}", "The Ship"),
        ("Only a few words.", "Only a few words."),
        (STORY, "In June 1999 the ship sailed from the harbour, and on 3 May…"),
        ("x" * 100, "x" * 60 + "…"),
        ("", ""),
    ],
)
def test_a_title_is_the_first_heading_or_the_first_words(text: str, title: str) -> None:
    assert title_of(text) == title


def test_the_shipped_articles_have_their_titles() -> None:
    titles = [article.title for article in Library.open(SEEDS).articles.values()]
    assert titles[1] == "Netflix Orders French Sci-Fi Series ‘Osmosis’"
    assert titles[4].startswith("It wouldn’t be an exaggeration")
