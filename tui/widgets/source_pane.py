"""The source beside the conversation: an article, opened at a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.visible import one_line
from tui.widgets.article_view import ArticleView
from tui.widgets.find_bar import FindBar, find

if TYPE_CHECKING:
    from index.articles import Article
    from index.library import Library
    from qa.answer import Citation


class SourcePane(Vertical):
    """Shows one article of the library, the places of a card in it, and what is found in it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.library: Library | None = None
        self.places: Sequence[Citation] = ()
        self.number = 0

    def compose(self) -> ComposeResult:
        """Put the article under its title."""
        yield Static("", id="source-title")
        yield Static("", id="source-where")
        yield ArticleView(id="article")
        yield FindBar(id="find")

    @property
    def view(self) -> ArticleView:
        """The article on show."""
        return self.query_one(ArticleView)

    @property
    def article(self) -> Article | None:
        """The article that is open; None at first."""
        return self.view.article

    @property
    def place(self) -> Citation | None:
        """The place that is open; None when an article is merely browsed."""
        return self.places[self.number - 1] if self.number else None

    def open_place(self, places: Sequence[Citation], number: int) -> None:
        """Open one of a card's places, counted from 1, with the others in the article marked too."""
        self._end_search()
        place = places[number - 1]
        if self.article is not place.article:
            self._show(place.article)
        self.places, self.number = places, number
        others = [(p.start, p.end) for p in places if p.source == place.source and p is not place]
        self.view.mark((place.sentence_start, place.sentence_end), (place.start, place.end), others)
        self._say_where()

    def open_article(self, article: Article) -> None:
        """Open an article at its beginning."""
        self._end_search()
        self._show(article)
        self.places, self.number = (), 0
        self._say_where()

    @property
    def has_next(self) -> bool:
        """Whether there is another place, or another match, to step to."""
        return len(self.view.matches or self.places) > 1

    def step(self, step: int) -> None:
        """Go to the next match while words are looked for, else to the card's next place."""
        if self.view.matches:
            self._step_match(step)
        elif self.places:
            self.open_place(self.places, (self.number - 1 + step) % len(self.places) + 1)

    def step_article(self, step: int) -> None:
        """Open the article after this one in the library, or the one before it."""
        if self.library is None or not self.library.articles:
            return
        sources = list(self.library.articles)
        here = self.article.source if self.article else ""
        at = sources.index(here) + step if here in self.library.articles else 0
        self.open_article(self.library.article(sources[at % len(sources)]))

    def renew(self, library: Library) -> None:
        """Take the articles as they have been read now; a cited one stays as it was cited."""
        self.library = library
        if self.article is None:
            self.step_article(0)
        elif self.place is None and not self._is_current(self.article):
            self.clear()

    def find(self, words: str = "") -> None:
        """Look for words in the article, typed in the bar where none are given."""
        if self.article is not None:
            self.query_one(FindBar).open(words)

    def clear(self) -> None:
        """Forget the places of a conversation that is over; the article stays open, as it is now.

        In place of one that is there no longer the first one opens.
        """
        if self.article is None:
            return
        articles = self.library.articles if self.library else {}
        if articles and self.article.source not in articles:
            self.step_article(0)
        else:
            self.open_article(articles.get(self.article.source, self.article))

    def _is_current(self, article: Article) -> bool:
        """Tell whether the library has the article just as it is."""
        return self.library is not None and self.library.articles.get(article.source) == article

    def _show(self, article: Article) -> None:
        known = self.library if self._is_current(article) else None
        passages = known.passages_of(article.source) if known else ()
        self.view.show(article, passages)

    def _say_where(self) -> None:
        article = self.article
        if article is None:
            return
        parts = [one_line(article.author or ""), article.published, one_line(article.source)]
        if self.place is not None:
            # First: a narrow pane cuts off the end.
            parts = [f"place {self.number} of {len(self.places)}", f"line {self.place.line}", *parts]
        self.query_one("#source-title", Static).update(Content(one_line(article.title or article.source)))
        self.query_one("#source-where", Static).update(Content(" · ".join(filter(None, parts))))

    def _end_search(self) -> None:
        """Look for nothing any more; the cursor goes from the bar to the article."""
        bar = self.query_one(FindBar)
        if bar.has_pseudo_class("focus-within"):
            self.view.focus()
        bar.close()

    def _step_match(self, step: int) -> None:
        view = self.view
        at = (view.matches.index(view.match) + step) % len(view.matches) if view.match else 0
        view.mark_matches(view.matches, at)
        self.query_one(FindBar).count(at, len(view.matches))

    @on(FindBar.Changed)
    def _look_for(self, event: FindBar.Changed) -> None:
        """Mark what is found, and show the first match at or after what is in view."""
        event.stop()
        view = self.view
        matches = find(event.words, self.article.text) if self.article else []
        after = (at for at, match in enumerate(matches) if match[0] >= view.offset_in_view)
        at = next(after, 0) if matches else None
        view.mark_matches(matches, at)
        self.query_one(FindBar).count(at, len(matches))

    @on(FindBar.Step)
    def _go_on(self, event: FindBar.Step) -> None:
        event.stop()
        if self.view.matches:
            self._step_match(event.step)

    @on(FindBar.Closed)
    def _found(self, event: FindBar.Closed) -> None:
        event.stop()
        self.view.focus()
