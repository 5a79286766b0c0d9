"""A scrollable stack of lines that are made only when they are drawn."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style


class Lines(ScrollView, can_focus=True):
    """Draws ``line(0)`` to ``line(count - 1)``, and lets the mouse select among them.

    A conversation of hundreds of turns or an article of megabytes costs what is on the
    screen. A subclass gives ``lay_out`` and ``line``, and calls ``lay_out_again`` when
    what it shows has changed.
    """

    ALLOW_SELECT = True
    PARTS: ClassVar[str]
    """What goes before the name of each of the widget's component classes."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._width_laid_out = 0
        self._inks: dict[str, Style] = {}

    def lay_out(self, width: int) -> int:
        """Prepare the lines for a width in cells; return how many there are."""
        raise NotImplementedError

    def line(self, y: int) -> Content:
        """Return a line, no wider than the width laid out for."""
        raise NotImplementedError

    def extent(self, y: int) -> tuple[int, int]:
        """Return where the text of line ``y`` begins and ends, in characters of the line."""
        return 0, len(self.line(y).plain)

    @property
    def _room(self) -> int:
        return self.scrollable_content_region.width

    def lay_out_again(self) -> None:
        """Take what has changed into account, and draw."""
        self._width_laid_out = self._room
        if self._width_laid_out > 0:
            count = self.lay_out(self._width_laid_out)
            self.virtual_size = Size(self._width_laid_out, count)
            self.refresh()

    def ink(self, part: str) -> Style:
        """Return the style that the theme gives to a part of what is drawn."""
        if part not in self._inks:
            self._inks[part] = Style.from_styles(self.get_component_styles(f"{self.PARTS}--{part}"))
        return self._inks[part]

    def forget_colours(self) -> None:
        """Drop what was drawn in colours that have changed; a subclass that keeps lines does so."""

    def notify_style_update(self) -> None:
        """Draw in the new colours, when the theme or the focus has changed."""
        super().notify_style_update()
        self._inks.clear()
        self.forget_colours()

    def on_resize(self) -> None:
        """Lay out for the new width."""
        if self._room != self._width_laid_out:
            self.lay_out_again()

    def show_from(self, y: int) -> None:
        """Scroll at once so that line ``y`` is the first in view, as far as there are lines."""
        self.scroll_to(y=y, animate=False, force=True)  # forced: the scrollbar may not be up yet

    def action_page_down(self) -> None:
        """Go a page down at once: text that slides cannot be read."""
        self.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Go a page up at once."""
        self.scroll_page_up(animate=False)

    def action_scroll_home(self) -> None:
        """Go to the first line at once."""
        self.scroll_home(animate=False)

    def action_scroll_end(self) -> None:
        """Go to the last line at once."""
        self.scroll_end(animate=False)

    def action_scroll_down(self) -> None:
        """Go a line down at once."""
        self.scroll_down(animate=False)

    def action_scroll_up(self) -> None:
        """Go a line up at once."""
        self.scroll_up(animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw the line that is ``y`` rows below the top of the view."""
        y += self.scroll_offset.y
        base = self.visual_style
        if y >= self.virtual_size.height or not self._width_laid_out:
            return Strip.blank(self.size.width, base.rich_style)
        content = self.with_selection(self.line(y), y)
        strip = Strip(content.render_segments(base), content.cell_length)
        return strip.crop_extend(0, self.size.width, base.rich_style).apply_offsets(0, y)

    def with_selection(self, content: Content, y: int) -> Content:
        """Return line ``y`` with what is selected of it set off."""
        if self.text_selection is None or (span := self.text_selection.get_span(y)) is None:
            return content
        begin, stop = self.extent(y)
        start, end = max(begin, span[0]), stop if span[1] == -1 else span[1]
        selected = Style.from_styles(self.screen.get_component_styles("screen--selection"))
        return content.stylize(selected, start, end) if start < end else content

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the lines under a selection, and what ends them."""
        first = 0 if selection.start is None else selection.start.y
        last = self.virtual_size.height - 1 if selection.end is None else selection.end.y
        picked = []
        for y in range(first, min(last, self.virtual_size.height - 1) + 1):
            if (span := selection.get_span(y)) is not None:
                begin, stop = self.extent(y)
                end = stop if span[1] == -1 else min(stop, span[1])
                picked.append(self.line(y).plain[max(begin, span[0]) : end].rstrip())
        return "\n".join(picked), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self.refresh()
