"""Whose words are cited: an article's author and title, as a line of plain text names them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.terms import is_name_in
from tui.visible import one_line

if TYPE_CHECKING:
    from index.articles import Article
    from qa.answer import ArticleName, Citation
    from tui.kept import KeptCitation


# Articles that are named of those that a question was looked up in.
_NAMED = 3


def titled(cited: Article | ArticleName | Citation | KeptCitation) -> str:
    """Return the article's title, its file where it has none."""
    return one_line(cited.title or cited.source)


def listed(names: Sequence[ArticleName]) -> str:
    """Return the titles of the articles, the first few of them: "The Ship, Harbours and 4 more"."""
    told = [titled(each) for each in names[:_NAMED]]
    left = len(names) - len(told)
    last = f"{left} more" if left else told.pop() if len(told) > 1 else ""
    return ", ".join(told) + (f" and {last}" if last else "")


def names_nowhere(question: str, missing: Sequence[str]) -> list[str]:
    """Return the names among a question's words that no passage has: worth a warning beside any answer."""
    return [word for word in missing if is_name_in(question, word)]


def credited(cited: Citation | KeptCitation) -> str:
    """Return whose words these are: "Jane Doe in The Ship", or the article's where no author is known."""
    return f"{one_line(cited.author)} in {titled(cited)}" if cited.author else titled(cited)


def byline(cited: Article | Citation | KeptCitation) -> str:
    """Return the author and the date of an article, what is known of them: "Jane Doe, 2019-03-29"."""
    return ", ".join(one_line(each) for each in (cited.author, cited.published) if each)
