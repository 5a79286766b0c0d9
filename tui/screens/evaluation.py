"""A question set asked inside the app: how far it has come, then how well it went."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from threading import Event
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import ProgressBar, Static
from textual.worker import get_current_worker

from qa.evaluation import Conversing, Outcome, Report, report, run
from qa.question_sets import SetQuestion
from tui.progress import time_left
from tui.report import counted
from tui.visible import one_line
from tui.widgets.key_line import KeyLine
from tui.widgets.results import Results


class EvaluationScreen(Screen[None]):
    """Asks the questions on another thread; Escape stops, then goes back.

    What was asked until it was stopped is shown as if it were all.
    """

    CSS_PATH = "evaluation.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Stop, or back", key_display="Esc")]

    def __init__(self, questions: Sequence[SetQuestion], answerer: Conversing, name: str) -> None:
        super().__init__()
        self._questions = questions
        self._answerer = answerer
        self._of = one_line(name)
        self._stopped = Event()
        self._under_way = True
        self._left = False

    def compose(self) -> ComposeResult:
        """Put the progress over the results."""
        yield Static(Content(f"Evaluation · {self._of}"), id="evaluation-title")
        yield ProgressBar(total=len(self._questions), show_eta=False, id="evaluation-bar")
        yield Static(Content(self._came_to(0, 0, 0.0)), id="evaluation-state")
        yield Results(id="results")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin to ask."""
        self.query_one(Results).focus()
        self.run_worker(self._ask, thread=True, group="evaluation")

    def action_back(self) -> None:
        """Stop the asking; where that has been done, or all are asked, go back."""
        if self._under_way and not self._stopped.is_set():
            self._stopped.set()
            self._say("Stopping after this question …")
        else:
            self._left = True
            self.dismiss()

    def _ask(self) -> None:
        """Ask until all are asked or it is stopped; runs on its own thread."""
        worker, outcomes = get_current_worker(), list[Outcome]()
        missed, seconds = 0, 0.0
        try:
            for outcome in run(self._questions, lambda _: self._answerer):
                outcomes.append(outcome)
                missed, seconds = missed + bool(outcome.miss), seconds + outcome.seconds
                self.call_later(self._advance, len(outcomes), missed, seconds)
                if self._stopped.is_set() or worker.is_cancelled:
                    break
            evaluated = report(outcomes)
        except Exception as error:  # whatever went wrong with one question must not end the app
            self.call_later(self._fail, f"Asking ended at question {len(outcomes) + 1}: {error}")
        else:
            self.call_later(partial(self._show, evaluated, outcomes, seconds))

    def _advance(self, done: int, missed: int, seconds: float) -> None:
        if not self._stopped.is_set():
            self.query_one(ProgressBar).update(progress=done)
            self._say(self._came_to(done, missed, seconds))

    def _show(self, evaluated: Report, outcomes: Sequence[Outcome], seconds: float) -> None:
        if self._left:
            return
        self._under_way = False
        stopped = len(outcomes) < len(self._questions)
        among = f", stopped before the other {len(self._questions) - len(outcomes)}" if stopped else ""
        self._say(f"{counted(len(outcomes), 'question')} asked in {seconds:.1f} s{among}")
        self.query_one(ProgressBar).display = stopped
        self.query_one(Results).show(evaluated, outcomes)

    def _fail(self, trouble: str) -> None:
        if not self._left:
            self._under_way = False
            self._say(trouble)

    def _say(self, words: str) -> None:
        self.query_one("#evaluation-state", Static).update(Content(one_line(words)))

    def _came_to(self, done: int, missed: int, seconds: float) -> str:
        total = len(self._questions)
        parts = [f"{done} of {counted(total, 'question')} asked", f"{missed} missed"]
        if done:
            parts.append(time_left(seconds / done * (total - done)))
        return " · ".join(parts)
