"""Picking an article, a question asked before or a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import OsmosisError, UsageError
from tui.crediting import byline
from tui.screens.panes import Panes
from tui.screens.picker import Choice, Picker

if TYPE_CHECKING:
    from index.library import Library


class Picking(Panes):
    """Panes whose contents can be picked from lists."""

    def need_library(self) -> Library:
        """Return the library; raises OsmosisError while it is still being read."""
        if self.library is None:
            raise OsmosisError("The articles have not been read yet.")
        return self.library

    def pick_article(self) -> None:
        """Open one of the library's articles."""
        articles = self.need_library().articles.values()
        choices = [Choice(a.source, a.title or a.source, byline(a)) for a in articles]
        current = self.source.article.source if self.source.article else None
        self.app.push_screen(Picker("Articles", choices, current), self._article_picked)

    def pick_question(self) -> None:
        """Put a question asked before into the prompt."""
        questions = (asked for asked in reversed(self.prompt.asked) if not asked.startswith("/"))
        choices = [Choice(question, question) for question in dict.fromkeys(questions)]
        if not choices:
            raise OsmosisError("Nothing has been asked yet.")
        self.app.push_screen(Picker("Asked before", choices), self._question_picked)

    def choose_theme(self, name: str) -> None:
        """Take the theme of that name, or pick one; raises UsageError when there is none of that name."""
        names = sorted(self.app.available_themes)
        if not name:
            choices = [Choice(each, each) for each in names]
            self.app.push_screen(Picker("Themes", choices, self.app.theme), self._theme_picked)
        elif name in names:
            self.app.theme = name
        else:
            raise UsageError(f"There is no theme {name}: /theme alone lists them.")

    def _article_picked(self, source: str | None) -> None:
        if source is not None:
            self.source.open_article(self.need_library().article(source))
            self.turn_to_source()

    def _theme_picked(self, name: str | None) -> None:
        if name is not None:
            self.app.theme = name

    def _question_picked(self, question: str | None) -> None:
        self.turn_to_talk()
        if question is not None:
            self.prompt.recall(question)
