"""``osmosis chat``: the conversation app."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from index.errors import UnreadableError, UsageError
from tui import terminal
from tui.opening import library_path, open_reading
from tui.options import Words, reader_option, support_option
from tui.web.options import address_option

if TYPE_CHECKING:
    from index.library import Library
    from qa.answerer import Answerer
    from tui.web.address import Address


@click.command(
    short_help="Open the conversation.",
    epilog="""\b
Examples:
  osmosis chat
  osmosis chat ~/notes
  osmosis chat ~/notes --web --port 8080

\b
Exit codes: 0 left, 2 usage or configuration (a port that is in use among
them), 3 the articles could not be read, 130 interrupted.
""",
)
@click.argument("articles", required=False, type=Words())
@support_option
@reader_option
@address_option
def chat(articles: str | None, support: float | None, reader: Path | None, address: Address | None) -> None:
    """Open the conversation, with the cited source beside it.

    ARTICLES is a folder of articles or one file; by default your library setting, else the
    articles that ship.

    With --web the same app opens in a browser, once for every page. The address is printed;
    Ctrl+C ends it. It is served on this machine only, to whoever works on it, and the page
    asks no other machine for anything. /export gives the browser a file to save.
    """
    if address is None and not (terminal.is_attached() or terminal.is_served()):
        raise UsageError("chat needs a terminal; without one, there is osmosis ask.")
    where = library_path(articles)
    if not where.exists():
        raise UnreadableError(f"There is no file or folder {where}: check the path.")

    from tui import locations, settings
    from tui.actions import ACTIONS
    from tui.app import OsmosisApp
    from tui.history import History
    from tui.own_themes import own_themes

    def answering(library: Library) -> Answerer:
        from qa.answerer import Answerer

        opened, least_support = open_reading(support, reader)
        return Answerer(library, opened, least_support=least_support)

    wishes = settings.load()
    keys = settings.key_bindings(wishes.keys, [action.name for action in ACTIONS])
    app = OsmosisApp(where, open_answerer=answering, history=History(), keys=keys)
    if not wishes.animations:
        app.animation_level = "none"
    for theme in own_themes(locations.themes_dir()):
        app.register_theme(theme)
    app.theme = settings.theme_name(wishes, app.available_themes) or app.theme
    if address is None:
        app.run()
    else:
        _serve(address, articles, support, reader)


def _serve(address: Address, articles: str | None, support: float | None, reader: Path | None) -> None:
    """Serve what the same command without ``--web`` runs."""
    try:
        from tui.web.serving import serve
    except ModuleNotFoundError as error:
        raise UsageError(f"--web needs textual-serve, and {error.name} is missing: install it.") from error
    arguments = ["chat"]
    if support is not None:
        arguments += ["--support", str(support)]
    if reader is not None:
        arguments += ["--reader", str(reader)]
    serve([*arguments, *(["--", articles] if articles else [])], address)
