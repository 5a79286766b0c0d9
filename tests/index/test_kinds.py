"""What each block of differently made articles is taken for."""

from pathlib import Path

import pytest

from index.articles import Article
from index.library import Library
from index.passages import Kind, split

ARTICLES = Path(__file__).parent / "articles"
SEEDS = Path(__file__).parents[2] / "seeds"


def kinds_of(text: str) -> dict[str, Kind]:
    """Map each line of a text to the kind of the passage that holds it."""
    return {
        line.strip(): passage.kind
        for passage in split(Article("a.txt", "A", text))
        for line in passage.text.splitlines()
    }


EXPECTED = {
    "wiki.txt": {
        "The Long Harbour": Kind.HEADING,
        "Director: Ingrid Solberg": Kind.BODY,
        "Release date: 12 October 1987": Kind.BODY,
        "Cast[edit]": Kind.HEADING,
        "Per Haugen as Anders Vik": Kind.BODY,
        "Odd Strand as the priest": Kind.BODY,
        "Production[edit]": Kind.HEADING,
    },
    "news.txt": {
        "Home": Kind.MENU,
        "Sport": Kind.MENU,
        "Council votes to close Marlow library after 90 years": Kind.HEADING,
        "By Priya Raman, Local Democracy Reporter": Kind.BODY,
        "Facebook": Kind.MENU,
        "Image source, Getty Images": Kind.CAPTION,
        "Image caption, Residents outside the library on Monday": Kind.CAPTION,
        "The building will be sold. Its last day is 31 March.": Kind.BODY,
        "Read more: Five libraries saved by volunteers": Kind.LINK,
        "RELATED: What happens to the books?": Kind.LINK,
        "More on this story": Kind.LINK,
    },
    "blog.txt": {
        "Posted on June 4, 2018 by Hanna": Kind.BODY,
        "- 10 g salt": Kind.BODY,
        "3. Fold every thirty minutes, four times": Kind.BODY,
        "Method": Kind.HEADING,
        "IMG_2034.JPG": Kind.FILE_NAME,
        "Twelve grams, and it was too much.": Kind.BODY,
        "Leave a Reply Cancel reply": Kind.FORM,
        "Your email address will not be published. Required fields are marked *": Kind.FORM,
        "Website": Kind.FORM,
        "Post Comment": Kind.FORM,
    },
    "faq.txt": {
        "A season ticket costs $180 for adults and $95 for children under 14.": Kind.BODY,
        "Gates open 90 minutes before kick-off.": Kind.BODY,
        "Behind Gate C, next to the first-aid room": Kind.BODY,
        "Log in to your account to renew your ticket online.": Kind.BODY,
    },
    "story.txt": {
        "THE CLOCKMAKER'S DAUGHTER": Kind.HEADING,
        "Chapter One": Kind.HEADING,
        "It had stopped.": Kind.BODY,
        '"When?" he asked.': Kind.BODY,
        "The End": Kind.MENU,
    },
    "report.txt": {
        "Key figures": Kind.HEADING,
        "Employees           1,204     1,310": Kind.BODY,
        "| Halsnes   | 41       | 2009   |": Kind.BODY,
        "• Ninety-seven turbines in operation": Kind.BODY,
        "Figure 3: Output by site, 2015–2021": Kind.CAPTION,
        "Contact: ir@northwind.example": Kind.BODY,
    },
    "wrapped.txt": {
        "A HISTORY OF THE LIGHTHOUSE AT SKERRY POINT": Kind.HEADING,
        "by Ewan Mackay": Kind.BODY,
        "It stands 35 metres high.": Kind.BODY,
        "there for 22 years, and are buried on the island. In": Kind.BODY,
    },
}


@pytest.mark.parametrize("name", EXPECTED)
def test_tells_what_lines_are_from_their_form(name: str) -> None:
    found = kinds_of((ARTICLES / name).read_text(encoding="utf-8"))
    assert {line: found[line] for line in EXPECTED[name]} == EXPECTED[name]


def test_shipped_articles_are_body_but_for_what_surrounds_them() -> None:
    library = Library.open(SEEDS)
    other = [(each.text, each.kind) for each in library.passages if each.kind is not Kind.BODY]
    assert all(len(text.split()) < 20 for text, _ in other)
    found = dict(other)
    for text, kind in {
        "Osmosis Season 2": Kind.HEADING,
        "You May Also Like": Kind.MENU,
        "Plot & Characters": Kind.HEADING,
        "Carrie Coon looking at a portrait in progress": Kind.CAPTION,
        "Featured image credit: Netflix": Kind.CAPTION,
        "03159510_poster_w780.jpg": Kind.FILE_NAME,
        "Leave a comment": Kind.FORM,
        "Leave a Reply": Kind.FORM,
        "Facebook photo": Kind.FORM,
        "Connecting to %s": Kind.FORM,
    }.items():
        assert found[text] is kind
    assert sum(kind is Kind.LINK for _, kind in other) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Release date: 3 May 2012",
        "DIRECTOR: Julia Berg",
        "LONDON: Police said on Monday that a man had been arrested.",
        "- Created by Anna Fell",
        "It was released in 2019 on the network",
        "The password was stolen from the server.",
        "She left a comment on the door.",
        "Tickets cost €12",
        "By Jane Doe",
        "« Bonjour », dit-elle. « Il est midi. »",
        "Watch your step.",
        "She was looking at the sea.",
        "Paris | 2019 | 4,000",
        "The network cancelled the show",
    ],
)
def test_a_line_that_may_hold_an_answer_is_body(line: str) -> None:
    story = "The story begins in a small town by the sea, where nobody had ever seen a ship. It ends there."
    assert kinds_of(f"The Title\n\n{story}\n\n{line}\n\n{story}")[line] is Kind.BODY
    assert kinds_of(f"The Title\n\n{story}\n\n{line}")[line] is Kind.BODY


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("© 2020 The Daily. All rights reserved.", Kind.MENU),
        ("Home | About us | Contact | Privacy", Kind.MENU),
        ("SEE ALSO: The ten best ships", Kind.LINK),
        ("Continue reading →", Kind.LINK),
        ("https://example.org/a/b", Kind.LINK),
        ("[The map](https://example.org/map)", Kind.LINK),
        ("# A heading", Kind.HEADING),
        ("harbour-at-night.webp", Kind.FILE_NAME),
        ("Photo: Jane Doe", Kind.CAPTION),
        ("Anna Fell (left) and Per Vik standing in the harbour", Kind.CAPTION),
        ("* * *", Kind.MENU),
    ],
)
def test_furniture_is_known_wherever_it_stands(line: str, kind: Kind) -> None:
    story = "The story begins in a small town by the sea, where nobody had ever seen a ship. It ends there."
    assert kinds_of(f"The Title\n\n{story}\n\n{line}\n\n{story}")[line] is kind


def test_a_list_of_names_is_no_row_of_headings() -> None:
    names = ["Anna Fell", "Per Vik", "Odd Strand", "Liv Dahl"]
    found = kinds_of("The Cast\n\nThese four people sailed.\n\n" + "\n\n".join(names))
    assert all(found[name] is Kind.BODY for name in names)


def test_an_article_of_one_line_is_body() -> None:
    assert kinds_of("Eight episodes") == {"Eight episodes": Kind.BODY}


def test_a_form_needs_more_than_one_word_of_a_form() -> None:
    found = kinds_of(
        "How to join\n\nOpen the page\n\nLog in to your account\n\nThe rest is done by the machine."
    )
    assert Kind.FORM not in found.values()
