"""``osmosis chat``: the conversation app."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from index.errors import UnreadableError, UsageError
from tui import settings, terminal
from tui.opening import library_path, open_reading
from tui.options import Words, reader_option, support_option

if TYPE_CHECKING:
    from index.library import Library
    from qa.answerer import Answerer


@click.command(
    short_help="Open the conversation.",
    epilog="""\b
Examples:
  osmosis chat
  osmosis chat ~/notes
""",
)
@click.argument("articles", required=False, type=Words())
@support_option
@reader_option
def chat(articles: str | None, support: float | None, reader: Path | None) -> None:
    """Open the conversation, with the cited source beside it.

    ARTICLES is a folder of articles or one file; by default your library setting, else the
    articles that ship.
    """
    if not terminal.is_attached():
        raise UsageError("chat needs a terminal; without one, there is osmosis ask.")
    where = library_path(articles)
    if not where.exists():
        raise UnreadableError(f"There is no file or folder {where}: check the path.")

    from tui.app import OsmosisApp
    from tui.history import History

    def answering(library: Library) -> Answerer:
        from qa.answerer import Answerer

        opened, least_support = open_reading(support, reader)
        return Answerer(library, opened, least_support=least_support)

    wishes = settings.load()
    app = OsmosisApp(where, open_answerer=answering, history=History())
    if not wishes.animations:
        app.animation_level = "none"
    if wishes.theme and wishes.theme not in app.available_themes:
        raise UsageError(
            f"The setting theme names {wishes.theme}; there are {', '.join(sorted(app.available_themes))}."
        )
    app.theme = wishes.theme or app.theme
    app.run()
