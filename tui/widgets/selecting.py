"""Selecting words with the keys, where the mouse can select as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.selection import Selection
from textual.style import Style

from tui.widgets.lines import Lines

_WORD = re.compile(r"\S+")
_CARET = Style(reverse=True)
_MOVES = {
    **{move: move for move in ("left", "right", "up", "down", "home", "end", "pageup", "pagedown")},
    **{"ctrl+left": "word_left", "ctrl+right": "word_right", "ctrl+home": "first", "ctrl+end": "last"},
}


def _with_shift(key: str) -> str:
    held, _, last = key.rpartition("+")
    return "+".join(filter(None, (held, "shift", last)))


class SelectingLines(Lines):
    """Lines with a caret, while ``caret`` is set: the keys that scroll move it, with Shift they select.

    From ``drop_anchor`` on they select without Shift too. What is selected is the screen's
    selection, as the mouse's is. The caret's x counts characters of a line; it stands at the
    end of one that is too short for it, and stays what it was for the next.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"caret('{move}', False)", show=False) for key, move in _MOVES.items()),
        *(Binding(_with_shift(key), f"caret('{move}', True)", show=False) for key, move in _MOVES.items()),
        *Lines.BINDINGS,  # what these keys do while there is no caret
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.caret: Offset | None = None
        self._anchor: Offset | None = None
        self._holds = False  # the anchor, though Shift is not held

    def first_caret(self) -> Offset:
        """Return where a caret begins: at the first line in view."""
        y = min(self.scroll_offset.y, self.virtual_size.height - 1)
        return Offset(self.extent(y)[0], y)

    def begin_selecting(self) -> None:
        """Put a caret in, to be moved to where the selection is to begin."""
        self.on_resize()  # it may have come on the screen just now
        if self.virtual_size.height:
            self.caret, self._anchor, self._holds = self.first_caret(), None, False
            self._caret_moved()
            self.screen.refresh_bindings()

    def drop_anchor(self) -> None:
        """Select from the caret on, wherever it is moved; what was selected no longer is."""
        self._anchor, self._holds = self.caret, True
        self._caret_moved()

    def stop_selecting(self) -> None:
        """Take the caret away, and what it has selected."""
        if self.caret is not None:
            self.caret = self._anchor = None
            self.screen.clear_selection()
            self.screen.refresh_bindings()
            self.refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to scroll while there is no caret; with Shift one comes by itself."""
        return self.caret is not None or bool(parameters[1]) if action == "caret" else True

    def action_caret(self, move: str, extends: bool) -> None:
        """Move the caret, and select what it passes if that is wanted."""
        if self.caret is None:
            self.begin_selecting()
        if self.caret is None:
            return
        if not (extends or self._holds):
            self._anchor = None
        elif self._anchor is None:
            self._anchor = self.caret
        self.caret = self._moved(self.caret, move)
        self._caret_moved()

    def on_blur(self, _event: events.Blur) -> None:
        """Leave no caret behind, unless the whole terminal was left."""
        if self.app.app_focus:
            self.stop_selecting()

    def with_selection(self, content: Content, y: int) -> Content:
        """Return line ``y`` with what is selected of it set off, and the caret."""
        content = super().with_selection(content, y)
        if self.caret is None or self.caret.y != y:
            return content
        x = self._standing(self.caret).x
        padded = content if x < len(content) else content.pad_right(x + 1 - len(content))
        return padded.stylize(_CARET, x, x + 1)

    def _caret_moved(self) -> None:
        """Show the caret and what is selected."""
        if self.caret is None:
            return
        caret = self._standing(self.caret)
        anchor = caret if self._anchor is None else self._standing(self._anchor)
        self.screen.selections = {self: Selection.from_offsets(anchor, caret)} if anchor != caret else {}
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if self.caret.y < top:
            self.show_from(self.caret.y)
        elif self.caret.y >= top + height:
            self.show_from(self.caret.y - height + 1)
        self.refresh()

    def _moved(self, caret: Offset, move: str) -> Offset:
        """Return where the caret stands after a move; it stops at the first and the last line."""
        bottom = self.virtual_size.height - 1
        x, y = self._standing(caret)
        begin, end = self.extent(y)
        page = max(1, self.scrollable_content_region.height - 1)
        match move:
            case "left" | "word_left" if x == begin and y:
                y, x = y - 1, self.extent(y - 1)[1]
            case "right" | "word_right" if x == end and y < bottom:
                y, x = y + 1, self.extent(y + 1)[0]
            case "left":
                x = max(begin, x - 1)
            case "right":
                x = min(end, x + 1)
            case "word_left":
                x = max((word.start() for word in self._words(y, begin, x)), default=begin)
            case "word_right":
                x = next((word.end() for word in self._words(y, x, end)), end)
            case "home":
                x = begin
            case "end":
                x = end
            case "first":
                y, x = 0, self.extent(0)[0]
            case "last":
                y, x = bottom, self.extent(bottom)[1]
            case _:
                step = {"up": -1, "down": 1, "pageup": -page, "pagedown": page}[move]
                x, y = caret.x, min(max(y + step, 0), bottom)
        return Offset(x, y)

    def _standing(self, caret: Offset) -> Offset:
        """Return where a caret stands among the lines there are now."""
        y = min(caret.y, self.virtual_size.height - 1)
        begin, end = self.extent(y)
        return Offset(min(max(caret.x, begin), end), y)

    def _words(self, y: int, begin: int, end: int) -> Iterator[re.Match[str]]:
        return _WORD.finditer(self.line(y).plain, begin, end)
