"""The conversation: cards under each other, of which one is selected."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, cycle
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.reactive import reactive
from textual.style import Style
from textual.timer import Timer

from tui.card_lines import card_lines
from tui.cards import Card, State
from tui.widgets.chosen import Chosen
from tui.widgets.selecting import SelectingLines

_FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_FRAME_SECONDS = 0.1
# The selection's mark and a blank on the left, a blank on the right.
_MARK = "▌ "
_MARGINS = 3


class Conversation(SelectingLines):
    """Shows the cards; follows the newest unless the reader has scrolled away from it."""

    PARTS = "conversation"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"conversation--{part}"
        for part in (
            *("question", "label", "understood", "rule", "sentence", "quote", "number", "title", "snippet"),
            *("well-supported", "supported", "weakly-supported", "silence", "disagreement", "trouble"),
            *("busy", "ask", "mark"),
        )
    }

    selected: reactive[int] = reactive(-1)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.cards: list[Card] = []
        self._heights: dict[Card, int] = {}
        self._drawn: dict[Card, list[Content]] = {}
        self._tops: list[int] = []
        self._frames = cycle(_FRAMES)
        self._frame = "…"
        self._ticking: Timer | None = None

    @property
    def card(self) -> Card | None:
        """The selected card; None in an empty conversation."""
        return self.cards[self.selected] if self.cards else None

    def add(self, card: Card) -> None:
        """Put a card at the end, select it and show it."""
        self.extend([card])

    def extend(self, cards: Sequence[Card]) -> None:
        """Put cards at the end; select and show the last."""
        for card in self.cards:
            if card.room:
                card.room = 0
                self._forget(card)
        self.cards.extend(cards)
        self.lay_out_again()
        self.selected = len(self.cards) - 1
        self._show(self.selected)
        if self._ticking is None and self.app.animation_level != "none":
            self._ticking = self.set_interval(_FRAME_SECONDS, self._tick)

    def changed(self, card: Card) -> None:
        """Draw a card again that has come further; stay with it if it is the newest and in view."""
        follows = card is self.cards[-1] and self.is_vertical_scroll_end
        self._forget(card)
        self.lay_out_again()
        if follows:
            self._show(len(self.cards) - 1)

    def clear(self) -> None:
        """Take all cards away."""
        self.stop_selecting()
        self.cards.clear()
        self._heights.clear()
        self._drawn.clear()
        self.selected = -1
        self.lay_out_again()

    def on_resize(self) -> None:
        """Lay out for the new width, and keep the selected card in view."""
        super().on_resize()
        self._show(self.selected)

    def select(self, step: int) -> None:
        """Select the card that is ``step`` further, and show it."""
        if self.cards:
            self.selected = min(max(self.selected + step, 0), len(self.cards) - 1)
            self._show(self.selected)

    def lay_out(self, width: int) -> int:
        """Count the lines of each card that is new, or all for a new width."""
        if width != getattr(self, "_width_counted", None):
            self._width_counted = width
            self._heights.clear()
            self._drawn.clear()
        for card in self.cards:
            if card not in self._heights:
                self._heights[card] = len(card_lines(card, width - _MARGINS, _no_ink)) + 1
        self._tops = [0, *accumulate(self._heights[card] for card in self.cards)]
        return self._tops[-1]

    def line(self, y: int) -> Content:
        """Return a line of the card that stands there, and the selection's mark before it."""
        at = bisect_right(self._tops, y) - 1
        lines = self._lines_of(self.cards[at])
        y -= self._tops[at]
        if y >= len(lines):
            return Content("")
        marked = at == self.selected and len(self.cards) > 1
        return Content.assemble((_MARK, self.ink("mark")) if marked else "  ", lines[y])

    def extent(self, y: int) -> tuple[int, int]:
        """Return where the text of a line begins and ends, beside the selection's mark."""
        end = len(self.line(y).plain.rstrip())
        return min(len(_MARK), end), end

    def first_caret(self) -> Offset:
        """Return where a caret begins: at the selected card, if its first line is in view."""
        top, y = self.scroll_offset.y, self._tops[self.selected]
        if not top <= y < top + self.scrollable_content_region.height:
            return super().first_caret()
        return Offset(self.extent(y)[0], y)

    def _lines_of(self, card: Card) -> list[Content]:
        if card not in self._drawn:
            lines = card_lines(card, self._width_laid_out - _MARGINS, self.ink, self._frame)
            if card.state is State.WAITING:
                return lines
            self._drawn[card] = lines
        return self._drawn[card]

    def forget_colours(self) -> None:
        """Have every card drawn again in the new colours."""
        self._drawn.clear()

    def _forget(self, card: Card) -> None:
        """Have a card drawn anew."""
        self._heights.pop(card, None)
        self._drawn.pop(card, None)

    def _show(self, at: int) -> None:
        """Scroll a card into view: all of it, or its top where it is taller than the view."""
        if not 0 <= at < len(self._tops) - 1:
            return
        top, bottom, height = self._tops[at], self._tops[at + 1], self.scrollable_content_region.height
        if bottom - top > height or top < self.scroll_offset.y:
            self.show_from(top)
        elif bottom > self.scroll_offset.y + height:
            self.show_from(bottom - height)

    def _tick(self) -> None:
        waiting = [at for at, card in enumerate(self.cards) if card.state is State.WAITING]
        if not waiting and self._ticking is not None:
            self._ticking.stop()
            self._ticking = None
        self._frame = next(self._frames)
        for at in (at for at in waiting if at + 1 < len(self._tops)):
            self.refresh_lines(self._tops[at], self._tops[at + 1] - self._tops[at])

    def watch_selected(self) -> None:
        """Draw the mark where it is now."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Select the card under the mouse, and do what the words under it offer."""
        if not self.cards:
            return
        at = bisect_right(self._tops, event.y + self.scroll_offset.y) - 1
        if at < len(self.cards):
            self.selected = at
            if "number" in event.style.meta:
                self.post_message(Chosen(event.style.meta["number"]))


def _no_ink(_part: str) -> Style:
    return Style.null()
