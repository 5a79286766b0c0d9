"""``osmosis eval --report``: the page, and the plots in it."""

from __future__ import annotations

import itertools
import json
import re
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles import Article
from index.own_files import HTML_MARK
from qa.answer import Answer, Citation
from qa.calibration import bins
from qa.evaluation import Outcome, report
from qa.question_sets import SetQuestion
from tests.qa.tiny_reader import make_tiny_reader
from tests.tui.commands.conftest import Run, nobodys_settings, run  # noqa: F401  fixtures
from tui.eval_page import Occasion, to_page
from tui.histogram import bar_label, histogram
from tui.plots import latency_plot, reliability_plot, risk_coverage_plot

LAMPS = Article(
    "lamps & <more>.txt", "Lamps <b>", "The museum keeps 412 lamps.\n\nIts <director> is Oskar Brandt."
)
OCCASION = Occasion("set.jsonl", "notes", datetime(2020, 1, 17, 9, 30))
# What would make a page fetch something.
FETCHES = re.compile(r"<(script|link|img|iframe|object)|url\(|@import|src=|https?://", re.IGNORECASE)


def said(quote: str, sentence: str, support: float = 0.9) -> Answer:
    start, first = LAMPS.text.index(quote), LAMPS.text.index(sentence)
    citation = Citation.at(LAMPS, start, start + len(quote), (first, first + len(sentence)), support)
    return Answer(question="?", answered=True, answer=quote, support=support, citations=(citation,))


DIRECTOR = said("Oskar Brandt", "Its <director> is Oskar Brandt.")
SILENCE = Answer(question="?", answered=False, support=0.12, missing=("whales<",))


def outcome(answer: Answer, *answers: str, **more) -> Outcome:
    asked = SetQuestion(
        **{"id": "1", "question": "Who is it?", "answers": answers, "sources": (LAMPS.source,), **more}
    )
    return Outcome(asked, answer, 0.2, verbatim=True)


def page(*outcomes: Outcome) -> str:
    return to_page(report(outcomes), outcomes, OCCASION)


class Balance(HTMLParser):
    """Checks that what is opened is closed, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("meta", "polyline", "circle"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag in ("polyline", "circle") or self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words(text: str) -> str:
    parsed = Balance(text)
    assert parsed.open == []
    return re.sub(r"\s+", " ", " ".join(parsed.words))


def test_misses_stand_beside_what_was_expected() -> None:
    shown = words(
        page(
            outcome(DIRECTOR, "Karin <Lindqvist>", history=("Who is <he>?",), kind="followup"),
            outcome(DIRECTOR, "Oskar Brandt", question="Is this right?"),
            outcome(SILENCE, "412 lamps", id="2"),
            outcome(DIRECTOR, id="3", sources=()),
        )
    )
    assert "3 misses" in shown and "Is this right?" not in shown
    assert "Wrong answer · 1 · followup Asked before: Who is <he>? Who is it?" in shown
    assert "Expected Karin <Lindqvist> in lamps & <more>.txt Said Oskar Brandt" in shown
    assert "“Its <director> is Oskar Brandt .”" in shown
    assert "line 3" in shown and "lamps & <more>.txt#" in shown and "Well supported, 0.90" in shown
    assert "Nothing. The best support found was 0.12. No passage mentions “whales<”." in shown
    assert "Silence: the articles do not say." in shown


def test_figures_are_those_of_the_report() -> None:
    shown = words(page(outcome(DIRECTOR, "Oskar Brandt"), outcome(SILENCE, "412", kind="count")))
    assert "2 questions, 2 of them answerable" in shown and "2020-01-17 09:30" in shown
    assert "rightly answered, right source 50.0 0.0 – 100.0 2" in shown
    assert "count 1 0.0 0.0 0.0 – 0.0 –" in shown


def test_the_page_needs_nothing_else() -> None:
    made = page(outcome(DIRECTOR, "Karin"), outcome(SILENCE, "412"))
    assert FETCHES.search(made) is None
    assert "default-src 'none'" in made and "prefers-color-scheme: dark" in made and "@media print" in made


def test_where_nothing_is_answered_or_missed_that_is_said() -> None:
    assert "No question was answered" in words(page(outcome(SILENCE, "412")))
    assert "0 misses" in words(page(outcome(SILENCE, sources=())))


def test_plots_say_their_numbers_in_words() -> None:
    support, right = np.array([0.95, 0.92, 0.4]), np.array([True, True, False])
    risk = ElementTree.fromstring(risk_coverage_plot(support, right, 6))
    assert risk[0].text == "3 of 6 questions answered, 33.3% of the answers wrong"
    reliability = reliability_plot(bins(support, right))
    assert ElementTree.fromstring(reliability)[0].text == (
        "support 0.40: 0% of 1 right; support 0.94: 100% of 2 right"
    )
    assert reliability.count('class="bar"') == 2
    latency = ElementTree.fromstring(latency_plot(histogram([0.1, 0.12, 0.3]), 0.12))
    assert ": 2" in latency[0].text or ": 1" in latency[0].text


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0, 1000), min_size=1, max_size=80))
def test_a_histogram_holds_every_value_once(values: list[float]) -> None:
    bars = histogram(values)
    assert sum(bar.count for bar in bars) == len(values)
    assert len(bars) <= 13
    assert all(one.high == pytest.approx(other.low) for one, other in itertools.pairwise(bars))
    assert bars[0].low <= min(values) + 1e-9
    ElementTree.fromstring(latency_plot(bars, float(np.median(values))))


def test_what_is_far_out_shares_the_last_bar() -> None:
    bars = histogram([0.1 + 0.001 * n for n in range(99)] + [60.0])
    assert bars[-1].count == 1 and bar_label(bars[-1]).endswith("and more")
    assert histogram([]) == []


@pytest.fixture
def set_of_three(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A question file, its articles, and the tiny reader, which answers with what stands in brackets."""
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "ferry.txt").write_text("The ferry was built by ⟨ Karin Lindqvist ⟩ in 1987.", encoding="utf-8")
    rows = [
        {"id": "builder", "question": "Who built the ferry?", "answers": ["Karin Lindqvist"]},
        {"id": "wrong", "question": "Who sold the ferry?", "answers": ["Nobody"]},
        {"id": "none", "question": "What does Mars cost?"},
    ]
    questions = tmp_path / "set.jsonl"
    questions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return questions, notes, make_tiny_reader(tmp_path / "reader")


def test_the_command_writes_the_page_beside_its_output(
    run: Run,  # noqa: F811
    set_of_three: tuple[Path, Path, Path],
    tmp_path: Path,
) -> None:
    questions, notes, reader = set_of_three
    written = tmp_path / "page.html"
    written.write_text(f"{HTML_MARK} old")
    ran = run(
        "eval", questions, "--articles", notes, "--reader", reader,
        "--support", "0", "--json", "--report", written,
    )  # fmt: skip
    assert ran.code == 0 and ran.err == f"Wrote {written}.\n"
    assert len(json.loads(ran.out)["predictions"]) == 3
    shown = words(written.read_text(encoding="utf-8"))
    assert "3 questions, 2 of them answerable" in shown and "Who sold the ferry?" in shown
    assert [path.name for path in tmp_path.glob(".page*")] == []


@pytest.mark.parametrize(
    ("where", "why"),
    [
        ("none/page.html", "No such file or directory"),
        ("", "is a folder; a file is wanted"),
        ("mine.html", "is no export"),
    ],
)
def test_a_page_that_cannot_be_written_is_told_before_anything_is_asked(
    run: Run,  # noqa: F811
    set_of_three: tuple[Path, Path, Path],
    tmp_path: Path,
    where: str,
    why: str,
) -> None:
    questions, notes, _ = set_of_three
    (tmp_path / "mine.html").write_text("An article of mine.")
    ran = run("eval", questions, "--articles", notes, "--report", tmp_path / where)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"osmosis: {tmp_path / where}") and why in ran.err and ran.err.count("\n") == 1
