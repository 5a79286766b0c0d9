"""Who wrote an article: told where it stands, and not told where it could be something else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import Article, read_articles
from index.authors import author_of
from index.formats import READERS
from index.library import Library

ROOT = Path(__file__).parents[2]
STORY = (
    "In June 1999 the ship sailed from the harbour, and on 3 May 2001 it came back with nobody on board.\n\n"
    "The owners had the hull painted red and gave it another name, which brought it no better luck at all."
)


def read(folder: Path, name: str, text: str) -> Article:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    (found,) = read_articles(path)
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("by Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "JANE DOE"),
        ("**By Jane Doe**", "Jane Doe"),
        ("By [Jane Doe](https://example.org/jane)", "Jane Doe"),
        ("By Jane Doe\nMarch 3, 2019", "Jane Doe"),
        ("By Jane Doe and Per van der Berg | March 3, 2019 | 5 min read", "Jane Doe and Per van der Berg"),
        ("By Jane Doe, Ana Ruiz & J. R. O'Neil", "Jane Doe, Ana Ruiz & J. R. O'Neil"),
        ("By Jane Doe, Local Democracy Reporter", "Jane Doe"),
        ("By Jane Doe, Harbour Side Correspondent", "Jane Doe"),
        ("By Jane Doe for The Courier", "Jane Doe"),
        ("by Jane Doe — The Harbour Courier, 17 June 2019", "Jane Doe"),
        ("By Jane Doe, with drawings by Ivo Blum", "Jane Doe"),
        ("Words: Jane Doe. Photographs: Leda Moss. Reading time: 7 min", "Jane Doe"),
        ("Jane Doe | March 3, 2019", "Jane Doe"),
        ("March 3, 2019 | By Jane Doe", "Jane Doe"),
        ("Written by José Núñez on 3 March 2019", "José Núñez"),
        ("A review by Jane Doe", "Jane Doe"),
        ("Author: Jane Doe", "Jane Doe"),
        ("Posted on June 4, 2018 by Hanna      14 Comments", "Hanna"),
        # One name may be a house, a paper or a place.
        ("By Hanna", None),
        ("By The Editors", None),
        ("By Associated Press", None),
        ("By Our Correspondent", None),
        ("Posted by admin on June 4, 2018", None),
        ("Posted by Admin on June 4, 2018", None),
        # Sections and places, and what merely begins so.
        ("Film Reviews | March 3, 2019", None),
        ("New Delhi | March 3, 2019", None),
        ("Red Hull | March 3, 2019", None),
        ("Jane Doe, March 3, 2019", None),
        ("By Jane Doe the ship was never seen", None),
        ("By Jane Doe, The Harbour Company", None),
        ("Directed by Jane Doe", None),
        ("Published by Jane Doe", None),
        ("Photo by Jane Doe", None),
        ("Jane Doe", None),
        ("", None),
    ],
)
def test_a_byline_before_the_story(line: str, author: str | None) -> None:
    assert author_of(f"The Return of the Ship\n\n{line}\n\n{STORY}") == author


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("About the Author: Hanna", "Hanna"),
        ("About the Author: Jane Doe is a critic in Leeds.", "Jane Doe"),
        ("About the author\n\nJane Doe writes on ships. Doe lives in Leeds, in a house that she built.",
         "Jane Doe"),
        ("You May Also Like\n\nAbout the Author: Jane Doe\n\n© 2019", "Jane Doe"),
        # Comments, other articles and templates.
        ("By Jane Doe\nMarch 3, 2019", None),
        ("Posted by Jane Doe on March 3, 2019", None),
        ("You May Also Like\n\nThe Bridge\n\nBy Jane Doe", None),
        ("About the Author: Read more", None),
        ("About the Author: The Editors", None),
        ("About the author", None),
    ],
)  # fmt: skip
def test_a_byline_after_the_story(lines: str, author: str | None) -> None:
    assert author_of(f"The Return of the Ship\n\n{STORY}\n\n{lines}") == author


def test_what_the_story_is_about_has_not_written_it() -> None:
    note = (
        "Jane Doe is a writer who lives in Leeds with three cats, a boat, and more books than she can read."
    )
    assert author_of(f"The Ship\n\nBy Jane Doe\n\n{STORY}\n\n{note}") == "Jane Doe"
    review = (
        "Her new novel shows Doe where she is best, at sea, among people who would rather be somewhere else."
    )
    assert author_of(f"The Ship\n\nBy Jane Doe\n\n{review}\n\n{STORY}") is None


def test_credits_of_a_film_are_no_byline() -> None:
    credits_ = "Directed by: Ana Ruiz\n\nWritten by Jane Doe\n\nRunning time: 104 minutes"
    assert author_of(f"The Ship\n\n{credits_}\n\n{STORY}") is None
    assert author_of(f"The Ship\n\n{credits_}\n\nReview by Per Berg\n\n{STORY}") == "Per Berg"


def test_two_who_say_they_wrote_it_are_none() -> None:
    assert author_of(f"The Ship\n\nBy Jane Doe\n\n{STORY}\n\nAbout the Author: Ana Ruiz") is None
    assert author_of(f"The Ship\n\nBy JANE DOE\n\n{STORY}\n\nAbout the Author: Jane Doe") == "JANE DOE"


def test_a_title_is_no_byline() -> None:
    assert author_of(f"By Candle Light\n\n{STORY}") is None


@pytest.mark.parametrize(
    ("fields", "author"),
    [
        ("author: Jane Doe", "Jane Doe"),
        ('author: "Doe, Jane"', "Doe, Jane"),
        ('authors: [Jane Doe, "Ana Ruiz"]', "Jane Doe; Ana Ruiz"),
        ("authors:\n  - Jane Doe\n  - Ana Ruiz", "Jane Doe; Ana Ruiz"),
        ("author: 李明", "李明"),
        ("author: admin", None),
        ("author: jdoe", None),
        ("author: jane@example.org", None),
        ("author: {name: Jane}", None),
        ("author:\n  name: Jane", None),
        # The fields of the book that is written about.
        ("author: Jane Doe\npublisher: Harbour Press", None),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter_says_who(tmp_path: Path, fields: str, author: str | None, end: str) -> None:
    text = f"---\ntitle: The Ship\n{fields}\n---\n\n{STORY}\n".replace("\n", end)
    path = tmp_path / "a.md"
    path.write_bytes(text.encode())
    (found,) = read_articles(path)
    assert isinstance(found, Article) and found.author == author


def test_markdown_without_front_matter_has_its_byline(tmp_path: Path) -> None:
    assert read(tmp_path, "a.md", f"# The Ship\n\n*By Jane Doe*\n\n{STORY}").author == "Jane Doe"


LD = '<script type="application/ld+json">{"@context": "https://schema.org", %s}</script>'


@pytest.mark.parametrize(
    ("head", "above", "below", "author"),
    [
        ('<meta name="author" content="Jos&eacute; N&uacute;&ntilde;ez">', "", "", "José Núñez"),
        ('<meta name="author" content="Jane Doe, Ana Ruiz">', "", "", "Jane Doe; Ana Ruiz"),
        (
            LD % r'"@type": "NewsArticle", "author": {"@type": "Person", "name": "Jos\u00e9 Ruiz"}',
            "",
            "",
            "José Ruiz",
        ),
        ("", '<p class="byline">By <a rel="author" href="/doe">Jane Doe</a></p>', "", "Jane Doe"),
        ('<meta name="author" content="admin">', "", "", None),
        ('<meta property="article:author" content="https://example.org/doe">', "", "", None),
        (
            "",
            "",
            '<section><span class="comment-author">Jim Beam</span><p>A nice ship, I think.</p></section>',
            None,
        ),
        ("", "", '<aside><a href="/b">The bridge</a> <span class="author">Jim Beam</span></aside>', None),
        (LD % '"@type": "Book", "author": {"@type": "Person", "name": "Jim Beam"}', "", "", None),
        ("", "", "", None),
    ],
)
def test_a_page_says_who(tmp_path: Path, head: str, above: str, below: str, author: str | None) -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY.split("\n\n") * 2)
    body = f"<article><h1>The Return</h1>{above}{story}</article>{below}"
    page = f"<!DOCTYPE html><html><head><title>The Return</title>{head}</head><body>{body}</body></html>"
    assert read(tmp_path, "a.html", page).author == author


def test_the_shipped_articles_have_the_authors_that_they_name() -> None:
    authors = [article.author for article in Library.open(ROOT / "seeds").articles.values()]
    assert authors == ["FaceBall", None, None, None, None]


SAID = ["By Jane Doe", "**By** ", "About the Author:", "Ann Lee is a critic", "Posted by Hanna | 2019", STORY]
LINES = st.lists(st.one_of(st.text(max_size=60), st.sampled_from(SAID)), max_size=12)


@given(LINES, st.sampled_from(["\n", "\n\n", "\r\n", " "]))
def test_an_author_is_a_slice_of_the_text_on_one_line(lines: list[str], between: str) -> None:
    text = between.join(lines)
    author = author_of(text)
    assert author is None or (author in text and author.strip() == author != "" and "\n" not in author)


@given(
    st.text(max_size=80),
    st.sampled_from(["---\nauthor: {}\n---\n\nWords.", "---\nauthors: [{}]\n---\n\nWords."]),
)
def test_each_name_of_front_matter_stands_in_it(value: str, template: str) -> None:
    text = template.format(value)
    try:
        content = READERS[".md"](text.encode("utf-8", "surrogatepass"))
    except ValueError:
        return  # no text at all
    assert all(name in content.text for name in (content.author or "").split("; "))
