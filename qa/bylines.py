"""Who wrote an article: answered from its byline, which no passage that is read tells."""

from __future__ import annotations

import re
from collections.abc import Collection

from index.articles import Article
from index.library import Library
from index.words import fold
from qa.answer import Citation
from qa.scope import scopes

# A byline is told by its form, and so strictly that hardly any is none (``index.authors``).
_SUPPORT = 0.95
_WHO_WROTE = re.compile(
    r"(?:(?:and|but|so|ok) )?(?:who (?:wrote|penned|authored|conducted|(?:is|was) the (?:author|writer) of)"
    r"|by whom (?:is|was)|who (?:is|was)) (?P<which>.+?)"
    r"(?P<passive> (?:written|penned|conducted)(?: by)?| by)?\s*\?*",
    re.IGNORECASE,
)
_ACTIVE = re.compile(r"\bwho (?:is|was) (?!the (?:author|writer) of)", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“‘'«](?P<title>.+)[\"”’'»]")
_KIND_OF_TEXT = re.compile(r"(?:the |this |that )?(?:article|piece|post|text|story)\b[ :,]*", re.IGNORECASE)
_CALLED = re.compile(r"(?:called|titled|entitled|headed)\s+", re.IGNORECASE)
# "The Keepers" may be a book that the article is about; so long a title is the article's own.
_LEAST_WORDS = 3
# What parts an article's title from its paper's.
_SEPARATOR = re.compile(r"\s+[|–—-]\s+")


def byline_of(question: str, library: Library, cited: Collection[str]) -> Citation | None:
    """Return the place of the name in the byline of the one article that the question asks who wrote.

    It is told by its title, or by what it is ("the interview", "the second review"); ``cited`` are the
    sources of the answer before. None where nobody's article is asked for, or no byline stands in it.
    """
    asked = _WHO_WROTE.fullmatch(question.strip())
    if not asked or (_ACTIVE.match(question.strip()) and not asked["passive"]):
        return None
    sources = _titled(asked["which"], library) or _described(asked["which"], library, cited)
    if len(sources) != 1:
        return None
    article = library.article(next(iter(sources)))
    start = article.text.find(article.author) if article.author else -1
    if not article.author or start < 0:
        return None
    end = start + len(article.author)
    return Citation.at(article, start, end, library.sentence_at(article.source, start, end), _SUPPORT)


def _titled(which: str, library: Library) -> frozenset[str]:
    quoted = _QUOTED.search(which)
    title = quoted["title"] if quoted else _CALLED.sub("", _KIND_OF_TEXT.sub("", which))
    wanted = _plain(title)
    if not quoted and len(wanted) < _LEAST_WORDS:
        return frozenset()
    return frozenset(
        source for source, article in library.articles.items() if wanted in map(_plain, _names(article))
    )


def _names(article: Article) -> tuple[str, ...]:
    return article.title, _SEPARATOR.split(article.title)[0]


def _plain(title: str) -> list[str]:
    return re.findall(r"\w+", fold(title))


def _described(which: str, library: Library, cited: Collection[str]) -> Collection[str]:
    if _KIND_OF_TEXT.fullmatch(which):
        return cited if len(cited) == 1 else library.articles
    meant = scopes(f"According to {which}, who wrote it?", library, cited)[0].sources
    return meant or ()
