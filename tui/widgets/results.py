"""The scrollable figures and misses of an evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content

from qa.evaluation import Outcome, Report
from tui.eval_lines import evaluation_lines
from tui.widgets.lines import Lines


class Results(Lines):
    """Shows nothing until there is a report."""

    PARTS = "results"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"results--{part}" for part in ("head", "bar", "question", "label", "side")
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._evaluated: tuple[Report, Sequence[Outcome]] | None = None
        self._lines: list[Content] = []
        self._drawn_width = 0

    def show(self, report: Report, outcomes: Sequence[Outcome]) -> None:
        """Show what came of a question set."""
        self._evaluated = report, outcomes
        self.lay_out_again()

    def lay_out(self, width: int) -> int:
        """Draw all lines: there are a few for each miss."""
        self._drawn_width = width
        self._lines = evaluation_lines(*self._evaluated, width, self.ink) if self._evaluated else []
        return len(self._lines)

    def line(self, y: int) -> Content:
        """Return a line."""
        if not self._lines:  # the colours have changed
            self.lay_out(self._drawn_width)
        return self._lines[y]

    def forget_colours(self) -> None:
        """Have all lines drawn again in the new colours."""
        self._lines = []
