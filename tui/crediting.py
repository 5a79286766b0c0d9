"""Whose words are cited: an article's author and title, as a line of plain text names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.visible import one_line

if TYPE_CHECKING:
    from index.articles import Article
    from qa.answer import Citation
    from tui.kept import KeptCitation


def titled(cited: Article | Citation | KeptCitation) -> str:
    """Return the article's title, its file where it has none."""
    return one_line(cited.title or cited.source)


def credited(cited: Citation | KeptCitation) -> str:
    """Return whose words these are: "Jane Doe in The Ship", or the article's where no author is known."""
    return f"{one_line(cited.author)} in {titled(cited)}" if cited.author else titled(cited)


def byline(cited: Article | Citation | KeptCitation) -> str:
    """Return the author and the date of an article, what is known of them: "Jane Doe, 2019-03-29"."""
    return ", ".join(one_line(each) for each in (cited.author, cited.published) if each)
