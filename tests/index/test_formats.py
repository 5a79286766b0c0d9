"""Markdown and web pages."""

from pathlib import Path

import pytest

from index.articles import Article, Skipped, read_articles

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Harbour bridge reopens | The Courier</title>
<meta property="og:title" content="Harbour bridge reopens">
<meta property="article:published_time" content="2021-05-03T10:00:00+01:00">
<link rel="canonical" href="https://courier.example/bridge"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Harbour bridge reopens</h1>
<p>The harbour bridge reopened on Monday after eighteen months of repairs that cost €4.2 million.
Traffic had been diverted through the old town since October 2019.</p>
<p>Engineers replaced 212 hangers. The work was led by Dr. Petra Vos, who joined the city in 2015.</p>
</article><footer>© 2021 The Courier. All rights reserved.</footer></body></html>"""


def only(where: Path) -> Article | Skipped:
    (found,) = read_articles(where)
    return found


def test_a_page_is_its_article(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    article = only(path)
    assert isinstance(article, Article)
    assert article.title == "Harbour bridge reopens"
    assert article.published == "2021-05-03"
    assert article.url == "https://courier.example/bridge"
    assert article.text.split("\n\n")[0] == "Harbour bridge reopens"
    assert "cost €4.2 million" in article.text
    assert "Home" not in article.text


def test_a_page_without_metadata_has_no_date(tmp_path: Path) -> None:
    path = tmp_path / "page.htm"
    path.write_bytes(b"<meta charset=iso-8859-1><p>Le caf\xe9 est ouvert depuis le <b>3 mars 2001</b>.</p>")
    article = only(path)
    assert isinstance(article, Article)
    assert article.text == "Le café est ouvert depuis le 3 mars 2001."
    assert article.published is None


def test_a_short_page_keeps_its_headings_and_its_list(tmp_path: Path) -> None:
    (tmp_path / "crew.html").write_text(
        "<!DOCTYPE html><html><head><title>Crew</title><style>p {}</style></head><body><h1>Crew</h1>"
        "<p>The <b>Swift</b> left Hull\n in 1850.</p><ul><li>Mate: Bob Tay</li><li>Cook: Cy Ulm</li></ul>"
        "<table><tr><td>Hull</td><td>1850</td></tr></table><h2>Voyage</h2><p>She was sold.</p></body></html>",
        encoding="utf-8",
    )
    article = only(tmp_path / "crew.html")
    assert isinstance(article, Article)
    lines = ["Crew", "The Swift left Hull in 1850.", "Mate: Bob Tay", "Cook: Cy Ulm", "Hull 1850", "Voyage"]
    assert [line for line in article.text.split("\n") if line] == [*lines, "She was sold."]


def test_a_list_that_ends_a_page_is_read(tmp_path: Path) -> None:
    story = "<p>" + "The café of the town was opened in 1966 and closes now. " * 8 + "</p>"
    page = (
        f"<html><body><h1>A café closes</h1>{story}<ul><li>Last concert: 24 November</li></ul></body></html>"
    )
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert "Last concert: 24 November" in only(tmp_path / "page.html").text


def test_captions_and_rows_of_a_web_page_stay(tmp_path: Path) -> None:
    story = (
        "<p>" + "The sloop Tern struck the rocks on the morning of 3 February and sank at once. " * 4 + "</p>"
    )
    (tmp_path / "wreck.html").write_text(
        f"<html><body><h1>The wreck of the Tern</h1>{story}"
        "<figure><img src='t.jpg'><figcaption>The <i>Tern</i> at anchor &amp; in ice</figcaption></figure>"
        "<h2>Cargo</h2><table><tr><th>Goods</th><th>Saved</th></tr><tr><td>Brandy</td><td>5 casks</td></tr>"
        f"</table>{story}<table><tr><td><p>{story}</p></td><td><p>Aside.</p></td></tr></table></body></html>",
        encoding="utf-8",
    )
    lines = only(tmp_path / "wreck.html").text.split("\n")
    assert "The Tern at anchor & in ice" in lines
    assert lines[lines.index("| Goods | Saved |") + 1 :][:2] == ["| --- | --- |", "| Brandy | 5 casks |"]
    assert not any(line.startswith("| The sloop") for line in lines), "a layout is no table"


@pytest.mark.parametrize("page", ["<html><body><script>var x = 1;</script></body></html>", "<html></html>"])
def test_a_page_without_words_is_skipped(tmp_path: Path, page: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    assert only(path) == Skipped("page.html", "the page holds no article.")


def test_markdown_stays_as_it_is(tmp_path: Path) -> None:
    text = (
        '---\r\ntitle: "The long road"\r\ntags:\r\n  - sea\r\ndate: 2020-02-03\r\nurl: https://ex.org/a\r\n---\r\n'
        "# Another heading\r\n\r\nIt *began* in 1999.\r\n"
    )
    path = tmp_path / "a.md"
    path.write_bytes(text.encode("utf-8"))
    assert only(path) == Article("a.md", "The long road", text, "2020-02-03", "https://ex.org/a")


@pytest.mark.parametrize("heading", ["# The long road", "# The long road #", "The long road\n============="])
def test_a_markdown_title_is_its_first_heading(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "a.markdown"
    path.write_text(f"Draft of *today*\n\n{heading}\n\nIt began in 1999.\n", encoding="utf-8")
    article = only(path)
    assert isinstance(article, Article)
    assert article.title == "The long road"
