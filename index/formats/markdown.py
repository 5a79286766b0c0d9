"""Markdown: the file's own characters; title, date and address from its front matter."""

from __future__ import annotations

import re

from index.blocks import FRONT_MATTER
from index.dates import iso_date
from index.encoding import decode
from index.formats.content import Content

_FIELD = re.compile(r"^(?P<name>[A-Za-z_-]+)[ \t]*[:=][ \t]*(?P<value>\S.*?)[ \t]*\r?$", re.MULTILINE)
_HEADING = re.compile(
    r"^#[ \t]+(?P<title>\S.*?)[ \t]*#*[ \t]*\r?$|^(?P<above>\S.*?)[ \t]*\r?\n=+[ \t]*\r?$", re.MULTILINE
)
_DATES = ("date", "published", "pubdate", "publishdate", "created")
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
    return Content(text, title=title, published=published, url=url)


def _first_heading(text: str, start: int) -> str | None:
    heading = _HEADING.search(text, start)
    return (heading["title"] or heading["above"]) if heading else None
