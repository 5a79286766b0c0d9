"""Markdown: the file's own characters; title, author, date and address from its front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping

from index.blocks import FRONT_MATTER
from index.dates import iso_date
from index.encoding import decode
from index.formats.content import Content
from index.person_names import named_author

_FIELD = re.compile(r"^(?P<name>[A-Za-z_-]+)[ \t]*[:=][ \t]*(?P<value>\S.*?)[ \t]*\r?$", re.MULTILINE)
_HEADING = re.compile(
    r"^#[ \t]+(?P<title>\S.*?)[ \t]*#*[ \t]*\r?$|^(?P<above>\S.*?)[ \t]*\r?\n=+[ \t]*\r?$", re.MULTILINE
)
_BRACKETED = re.compile(r"\[(?P<items>.*)\]")
_ITEMS = re.compile(
    r"^authors?[ \t]*:[ \t]*\r?\n(?P<items>(?:[ \t]*-[ \t].*\n)+)", re.MULTILINE | re.IGNORECASE
)
_DATES = ("date", "published", "pubdate", "publishdate", "created")
_AUTHORS = ("author", "authors", "by", "byline")
# With one of these the fields are those of a book that the article is about.
_OF_A_BOOK = frozenset({"isbn", "publisher", "pages"})
_ADDRESSES = ("url", "link", "canonical", "canonical_url", "source")


def read(data: bytes) -> Content:
    """Return the text, verbatim, with what its front matter or first heading says.

    Raises ``index.encoding.NotTextError`` for bytes that are no text.
    """
    text = decode(data)
    front = FRONT_MATTER.match(text)
    fields: dict[str, str] = {}
    if front:
        for field in _FIELD.finditer(front["fields"]):
            fields.setdefault(field["name"].lower(), field["value"].strip("\"'"))
    title = fields.get("title") or _first_heading(text, front.end() if front else 0)
    published = next((date for name in _DATES if (date := iso_date(fields.get(name, "")))), None)
    url = next(
        (fields[name] for name in _ADDRESSES if fields.get(name, "").startswith(("http://", "https://"))),
        None,
    )
    author = None if _OF_A_BOOK & fields.keys() else _author(fields, front["fields"] if front else "")
    return Content(text, title=title, published=published, url=url, author=author)


def _author(fields: Mapping[str, str], front: str) -> str | None:
    """Return the name, or the names of a list, that the front matter gives."""
    value = next((fields[name] for name in _AUTHORS if name in fields), "")
    items = _ITEMS.search(front)
    if listed := _BRACKETED.fullmatch(value):
        given = listed["items"].split(",")
    else:
        given = [line.lstrip(" \t-") for line in items["items"].splitlines()] if items else [value]
    names = [named_author(name) for name in given]
    return "; ".join(name for name in names if name) or None


def _first_heading(text: str, start: int) -> str | None:
    heading = _HEADING.search(text, start)
    return (heading["title"] or heading["above"]) if heading else None
