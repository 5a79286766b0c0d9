"""Getting things out of the app: copying, saving, opening elsewhere. One function per action."""

from __future__ import annotations

from io import StringIO
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import OsmosisError, UsageError
from tui import viewers
from tui.cards import turns
from tui.clipboard import sent_to_browser, system_copy, what_happened
from tui.locations import lasting_name

if TYPE_CHECKING:
    from qa.answer import Citation
    from tui.screens.main import MainScreen


class NothingThereError(OsmosisError):
    """There is nothing yet that could be taken out."""


def copy(screen: MainScreen, text: str, what: str) -> None:
    """Send a text to the clipboard in every way there is, and say what happened."""
    screen.app.copy_to_clipboard(text)
    if screen.app.is_web:  # whose clipboard the system's is, nobody knows
        screen.say(sent_to_browser(what))
        return

    def with_program() -> None:
        message = what_happened(what, system_copy(text))
        screen.call_later(screen.say, message)

    screen.run_worker(with_program, thread=True, group="copying")


def copy_answer(screen: MainScreen, style: str) -> None:
    """Copy the selected answer with its citations, as plain text, Markdown or BibTeX."""
    from tui.exports import Style, citations_as

    card = screen.conversation.card
    if card is None or card.answer is None or not card.answer.answered:
        raise NothingThereError("There is no answer to copy.")
    try:
        chosen = Style(style.lower() or Style.PLAIN)
    except ValueError:
        raise UsageError(f"An answer is copied as {', '.join(Style)}, not as {style!r}.") from None
    copy(screen, citations_as(card.answer.citations, chosen), f"the answer as {chosen.called}")


def copy_reference(screen: MainScreen) -> None:
    """Copy the reference of the place that is open, or of the selected card's first."""
    place = _place(screen)
    if place is None:
        raise NothingThereError("There is no place to refer to.")
    copy(screen, place.reference, str(place.reference))


def export(screen: MainScreen, name: str) -> None:
    """Save the conversation to a file, whose suffix says the form; Markdown in this folder by default.

    Where a browser shows the app, it is given the file to save: the folders here are not the person's.
    """
    from tui.exports import Form, file_name, form_of, plain_name, render, save
    from tui.kept import Conversation, KeptTurn

    said = turns(screen.conversation.cards)
    if not said:
        raise NothingThereError("There is nothing to save yet.")
    library = lasting_name(screen.library.where) if screen.library else None
    kept = Conversation.begun([KeptTurn.of(turn.answer) for turn in said if turn.answer], library=library)
    path = Path(name or file_name(kept, Form.MARKDOWN)).expanduser()
    if screen.app.is_web:
        text = render(kept, form_of(path))
        given = plain_name(path)
        screen.app.deliver_text(StringIO(text), save_filename=given, encoding="utf-8")
        screen.say(f"Gave {given} to the browser to save.")
        return
    if not name:
        path = _free(path)
    save(kept, path)
    screen.say(f"Saved the conversation to {path}.")


def open_in_pager(screen: MainScreen) -> None:
    """Open the source in $PAGER at the line."""
    _view(screen, viewers.pager())


def open_in_editor(screen: MainScreen) -> None:
    """Open the source in $VISUAL or $EDITOR at the line."""
    _view(screen, viewers.editor())


def open_in_browser(screen: MainScreen) -> None:
    """Open the article's address, where it has one."""
    article = screen.source.article
    if article is None or not article.url or not article.url.startswith(("https://", "http://")):
        raise NothingThereError("This article does not say its address.")
    screen.app.open_url(article.url)


def _free(path: Path) -> Path:
    """Return the path, numbered where a file of that name is there already."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(each for each in chain([path], numbered) if not each.exists())


def _place(screen: MainScreen) -> Citation | None:
    card = screen.conversation.card
    return screen.source.place or (card.places[0] if card and card.places else None)


def _view(screen: MainScreen, program: list[str]) -> None:
    from textual.app import SuspendNotSupported

    article = screen.source.article
    if article is None or screen.library is None:
        raise NothingThereError("There is no source open.")
    try:
        with screen.app.suspend():
            viewers.view(program, article, screen.library.where, screen.source.view.line_in_view)
    except SuspendNotSupported:
        raise viewers.ViewerError("Another program cannot be opened from here.") from None
