"""Web pages: the article in them, without menus and advertising.

Trafilatura rewrites the page into plain paragraphs; that extraction is the article's text and
what citations point into.
"""

from __future__ import annotations

import re

from index.encoding import NotTextError, decode
from index.formats.content import Content

# The HTML standard wants the declaration within the first 1,024 bytes; real pages are laxer.
_DECLARATION_WITHIN = 4096
_DECLARED = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)


def read(data: bytes) -> Content:
    """Return the page's article, title, date and address.

    Raises ``index.encoding.NotTextError`` for bytes that are no text and for pages without
    an article.
    """
    declared = _DECLARED.search(data[:_DECLARATION_WITHIN])
    page = decode(data, declared[1].decode("ascii") if declared else None)
    # Over 0.1 s to import: paid only where there is a web page to read.
    from trafilatura import extract_with_metadata, html2txt

    found = extract_with_metadata(
        page,
        include_comments=False,
        include_tables=True,
        # Dates from the page's metadata only: the extensive search takes any date of the story.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = (found.text if found else None) or html2txt(page)
    if not text or not text.strip():
        raise NotTextError("the page holds no article")
    title = (found.title if found else None) or None
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    return Content(
        text, title=title, published=found.date if found else None, url=found.url if found else None
    )
