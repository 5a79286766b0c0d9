"""Web pages: the article in them, without menus and advertising.

Trafilatura rewrites the page into plain paragraphs; that extraction is the article's text and
what citations point into.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

from index.blocks import LIST_MARKER
from index.encoding import NotTextError, decode
from index.formats.content import Content
from index.metadata import LONGEST_LEAD
from index.person_names import named_author

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The HTML standard wants the declaration within the first 1,024 bytes; real pages are laxer.
_DECLARATION_WITHIN = 4096
_DECLARED = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)

# In pages with less text than this the extraction finds no article and cuts lines at each tag;
# all the text that the page shows reads better.
_LEAST_EXTRACTED = 200
# What begins and ends a line of a page, and what a page does not show; between paragraphs stands _BREAK.
_BLOCKS = (
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "caption"),
    *("div", "section", "article", "header", "footer", "main", "aside", "nav", "figure", "figcaption"),
    *("blockquote", "pre", "br", "hr", "address"),
)
_UNSHOWN = ("head", "script", "style", "noscript", "template")
_BREAK = "\u2029"
# How data inside a page writes what is not ASCII.
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_METADATA = re.compile(
    r"""<meta\b[^>]{0,2000}>|<script\b[^>]*application/ld\+json[^>]*>.*?</script\s*>""",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")
# In a table that holds one of these, or cells of more characters, the cells are parts of the page.
_LAID_OUT = ("p", "div", "ul", "ol", "form", "h1", "h2", "h3", "h4", "img", "section", "pre", "blockquote")
_LONGEST_CELL = 200
# So many characters of a story's first paragraph tell where in the page it begins.
_FOUND_BY = 40
_PAGE = re.compile(r"<(?:html|body|!doctype)\b", re.IGNORECASE)


def _all_shown(page: str) -> str:
    """Return all the text of a page, a line for each paragraph, heading, list item and row of a table."""
    from trafilatura import load_html

    tree = load_html(page)
    if tree is None:
        return ""
    for element in list(tree.iter(*_UNSHOWN)):
        element.drop_tree()
    for element in tree.iter(*_BLOCKS):
        element.text = _BREAK + (element.text or "")
        element.tail = _BREAK + (element.tail or "")
    for cell in tree.iter("td", "th"):
        cell.tail = " " + (cell.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split(_BREAK))
    return "\n".join(line for line in lines if line)


def _kept(page: str) -> HtmlElement | None:
    """Return the page with its captions and rows of tables made paragraphs, which the extraction keeps."""
    from trafilatura import load_html

    tree: HtmlElement | None = load_html(page)
    if tree is None:
        return None
    for caption in list(tree.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        if figure is not None:
            caption.drop_tree()
            figure.addnext(_paragraph(caption.text_content()))
    for table in list(tree.iter("table")):
        rows = [[_plain(cell.text_content()) for cell in row.iter("td", "th")] for row in table.iter("tr")]
        if _is_of_data(table, rows):
            for row in reversed([rows[0], ["---"] * len(rows[0]), *rows[1:]]):
                table.addnext(_paragraph(f"| {' | '.join(row)} |"))
            table.drop_tree()
    return tree


def _is_of_data(table: HtmlElement, rows: Sequence[Sequence[str]]) -> bool:
    """Tell a table of figures or names from one that only lays out a page."""
    lays_out = any(True for _ in table.iter(*_LAID_OUT))
    even = len({len(row) for row in rows}) == 1 and len(rows) > 1 and len(rows[0]) > 1
    return even and not lays_out and all(len(cell) <= _LONGEST_CELL for row in rows for cell in row)


def _paragraph(text: str) -> HtmlElement:
    from lxml.html import Element

    paragraph: HtmlElement = Element("p")
    paragraph.text = text
    return paragraph


def read(data: bytes) -> Content:
    """Return the page's article, title, author, date and address.

    Raises ``index.encoding.NotTextError`` for bytes that are no text and for pages without
    an article.
    """
    declared = _DECLARED.search(data[:_DECLARATION_WITHIN])
    page = decode(data, declared[1].decode("ascii") if declared else None)
    # Over 0.1 s to import: paid only where there is a web page to read.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    if not _PAGE.search(page):
        page = f"<html><body>{page}</body></html>"
    found = bare_extraction(
        _kept(page),
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        # A menu too many is told from the story later; a list that is gone can be asked for in vain.
        favor_recall=True,
        # Dates from the page's metadata only: the extensive search takes any date of the story.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    document = found if isinstance(found, Document) else Document()
    text = document.text or ""
    if len(text) < _LEAST_EXTRACTED:
        text = _all_shown(page) or text
    text = _spaced(text)
    if not text:
        raise NotTextError("the page holds no article")
    title = document.title or None
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    author = _stated(named_author(document.author), page, text)
    return Content(text, title=title, published=document.date, url=document.url, author=author)


def _stated(names: str | None, page: str, text: str) -> str | None:
    """Return the names that the extraction gives, if the page's metadata or its top has them just so.

    The extraction also looks at what is only called "author" in the markup, which further down
    writes a comment or another article.
    """
    if names is None:
        return None
    metadata = _plain(" ".join(found[0] for found in _METADATA.finditer(page)))
    shown = _plain(_TAG.sub(" ", _METADATA.sub(" ", page)))
    story = next((line for line in text.split("\n") if len(line.split()) > LONGEST_LEAD), "")
    top = shown.partition(_plain(story)[:_FOUND_BY])[0] if story else ""
    each = names.split("; ")
    return names if any(all(name in where for name in each) for where in (metadata, top)) else None


def _plain(markup: str) -> str:
    """Return the words of what a page holds, each blank between them one."""
    return " ".join(unescape(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), markup)).split())


def _spaced(text: str) -> str:
    """Return the text with blank lines between its paragraphs, list items and table rows aside."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    spaced = ""
    for above, line in pairwise(["", *lines]):
        together = _is_item(above) and _is_item(line)
        spaced += f"{'' if not above else chr(10) if together else chr(10) * 2}{line}"
    return spaced


def _is_item(line: str) -> bool:
    return line.startswith("|") or bool(LIST_MARKER.match(line))
