"""Kept conversations: one JSON file each in a person's data directory.

    history = History()                          # or History(folder)
    conversation = history.keep(Conversation.begun([KeptTurn.of(answer)], library="articles"))
    conversation = history.add(conversation.id, KeptTurn.of(answer))
    history.all().conversations                  # newest first; .damaged: what cannot be read
    history.search("berg osmosis")               # the same, those that hold all the words
    history.find("3fa2")                         # by id, its beginning, or "last"
    history.latest()                             # None when nothing is kept
    history.rename(conversation.id, "The paper")
    history.delete(conversation.id)

A file is replaced whole or not at all, and every change is made under a lock to what is on
the disk then: two processes that add to one conversation both find their turns in it. A
file that cannot be read is reported and left as it is. Nothing is made on the disk before
something is kept. The records are in ``tui.kept``.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from index.errors import UnreadableError, UsageError
from index.words import fold
from tui import locations
from tui.files import locked, write_atomically
from tui.kept import SCHEMA_VERSION, Conversation, KeptTurn

LAST = "last"
"""What names the conversation that was last added to; no id can, ids being hexadecimal."""
CLOCK_GRAIN = 2.0
"""Seconds to which the coarsest file system (FAT) tells the age of a file."""


class HistoryError(UnreadableError):
    """A kept conversation cannot be read or written."""


class UnknownConversationError(UsageError):
    """No kept conversation, or more than one, goes by that name."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """A file that is no readable conversation, and why, in words for a person."""

    path: Path
    reason: str

    def __str__(self) -> str:
        return f"{self.path} cannot be read and was left as it is: {self.reason}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Conversations, the last added to first, and the files beside them that are damaged."""

    conversations: tuple[Conversation, ...]
    damaged: tuple[Damaged, ...]


class History:
    """The conversations kept in one folder. All methods raise HistoryError when the disk fails."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or locations.data_dir() / "conversations"

    def all(self) -> Shelf:
        """Return all that is kept."""
        read = [_read(path) for path in self._paths()]
        conversations = [each for each in read if isinstance(each, Conversation)]
        conversations.sort(key=lambda each: (each.changed, each.created, each.id), reverse=True)
        return Shelf(tuple(conversations), tuple(each for each in read if isinstance(each, Damaged)))

    def search(self, words: str) -> Shelf:
        """Return the conversations that hold all the words, or their beginnings, in any case.

        Titles, questions, answers, sentences and sources are looked at; accents do not count.
        """
        wanted = fold(words).split()
        shelf = self.all()
        found = [each for each in shelf.conversations if _holds(each, wanted)]
        return Shelf(tuple(found), shelf.damaged)

    def latest(self) -> Conversation | None:
        """Return the conversation that was last added to, None when nothing readable is kept.

        Reads no more files than it must: none is older than what was last added to it.
        """
        latest = None
        for modified, path in sorted(((_modified(path), path) for path in self._paths()), reverse=True):
            if latest and modified + CLOCK_GRAIN < latest.changed.timestamp():
                break
            read = _read(path)
            if isinstance(read, Conversation) and (latest is None or read.changed > latest.changed):
                latest = read
        return latest

    def find(self, name: str) -> Conversation:
        """Return the conversation of that id, the one whose id begins so, or the ``last``.

        Raises UnknownConversationError, or HistoryError when it is damaged.
        """
        return self._open(self.id_of(name))

    def id_of(self, name: str) -> str:
        """Return the id of the conversation that ``find`` would open, which may be damaged.

        Raises UnknownConversationError.
        """
        if name == LAST:
            latest = self.latest()
            if latest is None:
                raise UnknownConversationError("No conversation is kept yet.")
            return latest.id
        ids = [path.stem for path in self._paths()]
        matches = [name] if name in ids else [each for each in ids if name and each.startswith(name)]
        if len(matches) > 1:
            raise UnknownConversationError(
                f"Several kept conversations begin with “{name}”: {', '.join(matches)}."
            )
        if not matches:
            raise UnknownConversationError(
                f"No kept conversation is called “{name}”; `osmosis history` lists them."
            )
        return matches[0]

    def keep(self, conversation: Conversation) -> Conversation:
        """Keep a new conversation and return it as it is kept.

        Raises HistoryError where one of its id is kept already: that one is added to instead.
        """
        with self._changing():
            path = self._path(conversation.id)
            if path.exists():
                raise HistoryError(f"The conversation {conversation.id} is kept already.")
            _write(path, conversation)
        return conversation

    def add(self, conversation_id: str, *turns: KeptTurn) -> Conversation:
        """Add turns to a kept conversation and return it, with all that others added meanwhile.

        Raises UnknownConversationError when it is gone, HistoryError when it is damaged.
        """
        return self._change(conversation_id, lambda conversation: conversation.with_turns(*turns))

    def rename(self, conversation_id: str, title: str) -> Conversation:
        """Give a kept conversation another title and return it; raises as ``add`` does."""
        return self._change(conversation_id, lambda conversation: conversation.called(title))

    def delete(self, conversation_id: str) -> None:
        """Delete a kept conversation for good; raises UnknownConversationError when it is gone."""
        with self._changing():
            try:
                self._path(conversation_id).unlink()
            except FileNotFoundError:
                raise _gone(conversation_id) from None

    def _change(self, conversation_id: str, change: Callable[[Conversation], Conversation]) -> Conversation:
        """Change a conversation as it is on the disk now."""
        with self._changing():
            changed = change(self._open(conversation_id))
            _write(self._path(conversation_id), changed)
        return changed

    def _open(self, conversation_id: str) -> Conversation:
        read = _read(self._path(conversation_id))
        if isinstance(read, Damaged):
            if not read.path.exists():
                raise _gone(conversation_id)
            raise HistoryError(f"{read}.")
        return read

    def _paths(self) -> list[Path]:
        """Return the files of the conversations, in the order of their names."""
        try:
            return sorted(
                path
                for path in self.folder.iterdir()
                if path.suffix == ".json" and not path.name.startswith(".") and path.is_file()
            )
        except FileNotFoundError:
            return []
        except OSError as error:
            raise HistoryError(f"The kept conversations in {self.folder} cannot be read: {error}.") from error

    def _path(self, conversation_id: str) -> Path:
        """Return a conversation's file, which never lies outside the folder."""
        path = self.folder / f"{conversation_id}.json"
        if path.parent != self.folder or path.stem.startswith("."):
            raise _gone(conversation_id)
        return path

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        """Hold the folder's lock; whatever the disk refuses becomes a HistoryError."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with locked(self.folder / ".lock"):
                yield
        except OSError as error:
            raise HistoryError(f"The conversation cannot be kept in {self.folder}: {error}.") from error


def _gone(conversation_id: str) -> UnknownConversationError:
    return UnknownConversationError(f"The conversation {conversation_id} is no longer kept.")


def _write(path: Path, conversation: Conversation) -> None:
    """Write a conversation; its file is as old as what was last added, also when it is renamed."""
    write_atomically(path, conversation.model_dump_json(indent=1))
    changed = conversation.changed.timestamp()
    with contextlib.suppress(OSError):  # it only spares ``latest`` the reading of others
        os.utime(path, (changed, changed))


def _modified(path: Path) -> float:
    """Return when a file was last changed; the beginning of time where it has gone meanwhile."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _read(path: Path) -> Conversation | Damaged:
    """Return the conversation in a file; the file's name is its id, whatever it says inside."""
    try:
        conversation = Conversation.model_validate_json(path.read_bytes())
    except OSError as error:
        return Damaged(path, error.strerror or str(error))
    except ValidationError as error:
        return Damaged(path, _reason(error))
    return conversation.model_copy(update={"id": path.stem})


def _reason(error: ValidationError) -> str:
    """Return what is wrong with a record, in words for a person."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "json_invalid":
        return f"it is not JSON ({first['msg']})"
    if where == "schema_version":
        return f"its format is version {first['input']}, and this osmosis reads version {SCHEMA_VERSION}"
    return f"{where}: {first['msg']}" if where else "it is not a conversation"


def _holds(conversation: Conversation, wanted: list[str]) -> bool:
    """Tell whether a conversation holds all the folded words."""
    parts = [conversation.title]
    for turn in conversation.turns:
        parts += [turn.question, turn.understood_as or ""]
        if turn.answer:
            sides = [citation for side in turn.answer.others for citation in side.citations]
            for citation in (*turn.answer.citations, *sides, *turn.answer.rests_on):
                parts += [citation.quote, citation.sentence, citation.title, citation.source]
                parts.append(citation.author or "")
    text = fold("\n".join(parts))
    return all(word in text for word in wanted)
