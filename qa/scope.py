"""Scope: which articles a question is looked up in, and in which words.

Words that tell whose words are asked for ("according to the second review", "does the author say") seldom
stand in the passage that answers: a reviewer calls himself "I", and his review nothing at all. So passages
are not searched for them; where they describe articles by what stands at an article's head, the question
is looked up in those.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from index.library import Library
from index.passages import Kind, Passage
from index.terms import is_function_word, terms
from qa.followups.wording import tidy
from qa.language.attributions import Attribution, attributions
from qa.language.words import split_words
from qa.turns import Turn

# What an article is stands at its head: its titles, the lines about author and place, how it begins.
_HEAD_WORDS = 100
# A comma before the closing mark that a phrase has left behind.
_LEFT_COMMA = re.compile(r"\s*,\s*([?.!]*\s*)\Z")


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a question is looked up, and in which words.

    ``searched`` are the words that a passage is to hold, ``read`` those that the reader is asked;
    ``sources`` are the articles that are meant, None for all of them.
    """

    searched: str
    read: str
    sources: frozenset[str] | None = None

    def covers(self, source: str) -> bool:
        """Tell whether the article of that source is one of those that are meant."""
        return self.sources is None or source in self.sources


def scopes(question: str, library: Library, cited: Collection[str] = ()) -> list[Scope]:
    """Return where to look the question up, one after the other until one of them answers.

    ``cited`` are the sources of the answer before: "the other article" is none of these. A question that
    asks for nobody's words is looked up as it stands, in all articles.
    """
    as_asked = Scope(question, question)
    found = attributions(question)
    searched = _without(question, found)
    if not found or all(is_function_word(word.low) for word in split_words(searched)):
        return [as_asked]
    told = found[-1]
    meant = _meant(told, library, cited)
    here = Scope(searched, _without(question, [each for each in found if each.apart]), meant)
    if meant is not None and not meant:
        is_any = told.document and told.apart and not told.described
        return [replace(here, sources=None) if is_any else as_asked]
    if meant is None or (told.document and (told.described or told.other)):
        return [here]
    # "The letter" may be one that an article tells of.
    return [here, replace(here, sources=None) if told.writes else as_asked]


def last_sources(turns: Sequence[Turn]) -> frozenset[str]:
    """Return the sources of the last turn: those that its answer cites, or in which it was sought in vain."""
    last = turns[-1].answer if turns else None
    if last is None:
        return frozenset()
    return frozenset(each.source for each in (last.citations or last.looked_in))


def _meant(told: Attribution, library: Library, cited: Collection[str]) -> frozenset[str] | None:
    """Return the sources of the articles that are meant; None where that may be any."""
    sources = library.articles
    if told.named:
        return frozenset(source for source in sources if _is_by(told, library, source))
    if not (told.called or told.described or told.other):
        return None
    titles = {source: _titles(library, source) for source in sources}
    called = [source for source in sources if not told.called or told.called & titles[source]]
    if told.judged and called:
        return None
    meant = frozenset(
        source
        for source in called
        if told.described <= titles[source] or (told.document and told.described <= _head(library, source))
    )
    if told.other:
        # Where only the one cited calls itself so, the other does not: not every review says that it is one.
        meant = meant - frozenset(cited) or frozenset(sources) - frozenset(cited)
    return meant if len(meant) < len(sources) else None


def _without(question: str, cut: Sequence[Attribution]) -> str:
    """Return the question without the phrases, which are in order."""
    kept, done = list[str](), 0
    for each in cut:
        kept, done = [*kept, question[done : each.start]], each.end
    return tidy(_LEFT_COMMA.sub(r"\1", " ".join((*kept, question[done:]))).strip(" ,"))


def _titles(library: Library, source: str) -> frozenset[str]:
    """Return the terms of where an article comes from and of the lines at its head that are no story."""
    article = library.article(source)
    lines = [passage.spaced for passage in _beginning(library, source) if passage.kind is not Kind.BODY]
    return frozenset(terms(" ".join((source, article.url or "", article.title, *lines))))


def _head(library: Library, source: str) -> frozenset[str]:
    """Return the terms of an article's titles, of its author and of how it begins."""
    article = library.article(source)
    lines = [passage.spaced for passage in _beginning(library, source)]
    said = (source, article.url or "", article.title, article.author or "", *lines)
    return frozenset(terms(" ".join(said)))


def _beginning(library: Library, source: str) -> Iterator[Passage]:
    """Yield the passages with which an article begins."""
    count = 0
    for passage in library.passages_of(source):
        if count >= _HEAD_WORDS:
            return
        count += len(passage.text.split())
        yield passage


def _is_by(told: Attribution, library: Library, source: str) -> bool:
    """Tell whether the article's author has the name or surname that is told.

    Or a line at its head the name: "according to The Courier". "What did Lund say" may ask of a town.
    """
    named, author = frozenset(terms(told.named)), library.article(source).author or ""
    is_unmistakable = told.apart or " " in told.named
    return named <= frozenset(terms(author)) or (is_unmistakable and named <= _titles(library, source))
