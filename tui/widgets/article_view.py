"""An article, whole and verbatim, with places marked in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.geometry import Offset
from textual.selection import Selection

from index.articles import Article
from index.passages import Kind, Passage
from tui.visible import visible
from tui.widgets.selecting import SelectingLines
from tui.wrapping import Rows, wrap

Place = tuple[int, int]

_LEAST_DIGITS = 3
# Between the number and the text: a blank, and the bar beside a cited sentence. One blank after it.
_BEFORE = 2
_MARGINS = 3
# A place is shown with what goes before it and after it: a third of the view each.
_ABOVE = 3


class ArticleView(SelectingLines):
    """Draws an article's rows beside the numbers of its lines.

    The cited sentence is marked with a bar and a tint, the quote in it with a stronger
    one, what was found with a third; captions, menus and forms are dimmed.
    """

    PARTS = "article"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"article--{part}"
        for part in (
            "line-number",
            "bar",
            "sentence",
            "quote",
            "other",
            "match",
            "match-here",
            "aside",
            "heading",
        )
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.article: Article | None = None
        self.sentence: Place | None = None
        self.quote: Place | None = None
        self.others: Sequence[Place] = ()
        self.matches: Sequence[Place] = ()
        self.match: Place | None = None
        self._shown = ""
        self._rows: Rows = wrap("", 1)
        self._digits = _LEAST_DIGITS
        self._passages: Sequence[Passage] = ()
        self._starts: list[int] = []

    def show(self, article: Article, passages: Sequence[Passage]) -> None:
        """Show an article from its beginning; its passages, in order, say what is dimmed."""
        self.stop_selecting()
        self.article = article
        self.sentence = self.quote = self.match = None
        self.others = self.matches = ()
        self._shown = visible(article.text)
        self._digits = max(_LEAST_DIGITS, len(str(article.text.count("\n") + 1)))
        self._passages = passages
        self._starts = [passage.start for passage in passages]
        self._rows = wrap("", 1)  # the words in view were another article's
        self.lay_out_again()
        self.show_from(0)

    def mark(self, sentence: Place, quote: Place, others: Sequence[Place] = ()) -> None:
        """Mark a quote in its sentence, the other places of the same answer lightly; scroll there."""
        self.sentence, self.quote, self.others = sentence, quote, others
        self.match, self.matches = None, ()
        self.go_to(quote[0])

    def mark_matches(self, matches: Sequence[Place], at: int | None) -> None:
        """Mark what was found, ascending; scroll to the one numbered ``at``, from 0."""
        self.matches = matches
        self.match = None if at is None else matches[at]
        if self.match is not None:
            self.go_to(self.match[0])
        self.refresh()

    def go_to(self, offset: int) -> None:
        """Scroll to the character at ``offset`` unless it is well in view."""
        height = self.scrollable_content_region.height
        y = self.row_of(offset)
        if not self.scroll_offset.y < y < self.scroll_offset.y + height - height // _ABOVE:
            self.show_from(y - height // _ABOVE)
        self.refresh()

    def row_of(self, offset: int) -> int:
        """Return the row, from 0, in which the character at ``offset`` is drawn."""
        return self._rows.row_at(offset)

    @property
    def offset_in_view(self) -> int:
        """The offset of the first character in view."""
        row = min(self.scroll_offset.y, len(self._rows) - 1)
        return self._rows.starts[row]

    @property
    def line_in_view(self) -> int:
        """The article's line, from 1, of the quote if there is one, else at the top of the view."""
        if self.article is None:
            return 1
        return self.article.line_at(self.quote[0] if self.quote else self.offset_in_view)

    def on_resize(self) -> None:
        """Lay out for the new size, and keep what is marked in view."""
        super().on_resize()
        here = self.match or self.quote
        if here is not None:
            self.go_to(here[0])

    def lay_out(self, width: int) -> int:
        """Wrap the article, and stay at the same words."""
        words = self.offset_in_view if len(self._rows) > self.scroll_offset.y else 0
        self._rows = wrap(self._shown, width - self._digits - _MARGINS)
        if words:
            self.call_after_refresh(self.show_from, self.row_of(words))
        return len(self._rows) if self.article else 0

    def line(self, y: int) -> Content:
        """Return a row of the article, its line number and its marks."""
        start, end = self._rows.span(y)
        row = Content(self._shown[start:end], strip_control_codes=False)
        for passage in self._passages[max(0, bisect_right(self._starts, start) - 1) :]:
            if passage.start >= end:
                break
            if passage.kind is not Kind.BODY:
                part = "heading" if passage.kind is Kind.HEADING else "aside"
                row = self._tint(row, start, (passage.start, passage.end), part)
        in_sentence = self.sentence is not None and self.sentence[0] < end and self.sentence[1] > start
        if in_sentence and self.sentence is not None:
            row = self._tint(row, start, self.sentence, "sentence")
        for place in self.others:
            row = self._tint(row, start, place, "other")
        if self.quote is not None:
            row = self._tint(row, start, self.quote, "quote")
        row = self._with_matches(row, start, end)
        line, begins = self._rows.line_of(y)
        number = f"{line if begins else '':>{self._digits}}"
        bar = ("▎", self.ink("bar")) if in_sentence else " "
        return Content.assemble((number, self.ink("line-number")), " ", bar, row)

    def extent(self, y: int) -> tuple[int, int]:
        """Return where the text of a row begins and ends, beside the line's number."""
        start, end = self._rows.span(y)
        begin = self._digits + _BEFORE
        return begin, begin + end - start

    def first_caret(self) -> Offset:
        """Return where a caret begins: at what is marked, if that is in view."""
        here = self.match or self.quote
        y = self._rows.row_at(here[0]) if here else -1
        top = self.scroll_offset.y
        if here is None or not top <= y < top + self.scrollable_content_region.height:
            return super().first_caret()
        return Offset(self.extent(y)[0] + here[0] - self._rows.starts[y], y)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the article's own characters under a selection, without numbers and wrapping."""
        if self.article is None:
            return None
        start = 0 if selection.start is None else self._offset_at(*selection.start)
        end = len(self._shown) if selection.end is None else self._offset_at(*selection.end)
        return self.article.text[start:end], "\n"

    def _offset_at(self, x: int, y: int) -> int:
        begin, end = self._rows.span(min(y, len(self._rows) - 1))
        return min(end, begin + max(0, x - self._digits - _BEFORE))

    def _with_matches(self, row: Content, start: int, end: int) -> Content:
        for match in self.matches[max(0, bisect_left(self.matches, (start, 0)) - 1) :]:
            if match[0] >= end:
                break
            row = self._tint(row, start, match, "match-here" if match == self.match else "match")
        return row

    def _tint(self, row: Content, start: int, place: Place, part: str) -> Content:
        begin, end = max(0, place[0] - start), min(len(row), place[1] - start)
        return row.stylize(self.ink(part), begin, end) if begin < end else row
