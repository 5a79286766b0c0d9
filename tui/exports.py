"""Getting things out: a conversation as a file, an answer with its citation as text to paste.

    text = render(conversation, Form.MARKDOWN)          # or JSON, HTML
    save(conversation, Path("talk.html"))               # the suffix says the form
    file_name(conversation, Form.MARKDOWN)              # "who-founded-the-paper.md"
    citations_as(answer.citations, Style.BIBTEX)        # or PLAIN, MARKDOWN; live or kept

Whatever an article or a question holds comes out as words: Markdown, HTML and LaTeX are
escaped, and control characters are made visible. JSON holds every character as it is.
"""

from __future__ import annotations

import re
import tempfile
from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError

from index.errors import OsmosisError, UsageError
from index.own_files import is_own
from index.words import fold
from tui.export_citation import Style, citations_as
from tui.export_html import to_html
from tui.export_markdown import to_markdown
from tui.files import write_atomically
from tui.kept import Conversation

__all__ = [
    "ExportError",
    "Form",
    "Style",
    "citations_as",
    "file_name",
    "form_of",
    "plain_name",
    "render",
    "save",
    "try_out",
    "write",
]

NAME_LENGTH = 60
"""Characters of a title in a file's name: fits a directory listing."""


class ExportError(OsmosisError):
    """A file could not be written."""


class Form(StrEnum):
    """What a conversation is written as."""

    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"

    @property
    def suffix(self) -> str:
        """How the name of such a file ends."""
        return ".md" if self is Form.MARKDOWN else f".{self.value}"


def render(conversation: Conversation, form: Form) -> str:
    """Return the conversation in a form, ending with a line feed."""
    match form:
        case Form.MARKDOWN:
            return to_markdown(conversation)
        case Form.HTML:
            return to_html(conversation)
        case Form.JSON:
            return conversation.model_dump_json(indent=2) + "\n"


def form_of(path: Path) -> Form:
    """Return the form that a file's suffix says; raises UsageError for any other."""
    forms = {form.suffix: form for form in Form} | {".markdown": Form.MARKDOWN, ".htm": Form.HTML}
    form = forms.get(path.suffix.lower())
    if form is None:
        raise UsageError(f"{path.name} does not say what to write: it should end in .md, .json or .html.")
    return form


def save(conversation: Conversation, path: Path, form: Form | None = None) -> None:
    """Write the conversation to a file, in the form its suffix says unless one is given.

    An export that is there is replaced, whole or not at all. Raises UsageError, ExportError.
    """
    write(path, render(conversation, form or form_of(path)))


def write(path: Path, text: str) -> None:
    """Write a text such that an export that is there is replaced, whole or not at all.

    Raises ExportError, also where the file is something else: an article, say.
    """
    try:
        _refuse_to_replace(path)
        write_atomically(path, text)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}.") from error


def try_out(path: Path) -> None:
    """Raise ExportError where ``write`` would: what takes minutes to find out must have a place to go."""
    if path.is_dir():
        raise ExportError(f"{path} is a folder; a file is wanted.")
    try:
        _refuse_to_replace(path)
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}.") from error


def _refuse_to_replace(path: Path) -> None:
    """Raise ExportError where a file is there that is no export; OSError where it cannot be read."""
    if path.is_file() and not _is_export(path.read_bytes()):
        raise ExportError(f"{path} is there already and is no export: give another name.")


def _is_export(data: bytes) -> bool:
    """Tell whether a file's bytes are those of an export; an empty file is nothing to lose."""
    if not data.strip() or is_own(data):
        return True
    try:
        Conversation.model_validate_json(data)
    except ValidationError:
        return False
    return True


def plain_name(path: Path) -> str:
    """Return the name of a file such that any system, and the header of a download, takes it as it is."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", path.name)


def file_name(conversation: Conversation, form: Form) -> str:
    """Return a name for the conversation's file, made from its title: plain letters, digits, hyphens."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(conversation.title)).strip("-")
    return (words[:NAME_LENGTH].rstrip("-") or conversation.id) + form.suffix
