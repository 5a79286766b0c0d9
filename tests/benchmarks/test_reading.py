"""The benchmark of readers, with a reader made here that answers with the words in brackets."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.reading import Reading, accuracy
from tests.benchmarks.reading_process import Contender, NotMeasuredError, Said, running
from tests.qa.tiny_reader import make_tiny_reader


def test_a_reader_is_measured_in_a_process_of_its_own(tmp_path: Path) -> None:
    rows = [
        {"question": "where?", "context": "a house in ⟨Évora⟩ stands", "answers": [{"text": "Évora"}]},
        {"question": "who?", "context": "nobody is named here", "answers": []},
    ]
    data = tmp_path / "rows.jsonl"
    data.write_text("\n".join(json.dumps({"id": str(n), **row}) for n, row in enumerate(rows)))
    folder = make_tiny_reader(tmp_path / "tiny")
    command = [sys.executable, "-m", "tests.benchmarks.reading", "--data", str(data), "--starts", "1"]
    done = subprocess.run(
        [*command, "--passages", "--reader", str(folder), "--only", "tiny"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "to answer nothing gives 50.0" in done.stdout
    of_reader = [line.split("|") for line in done.stdout.splitlines() if line.startswith("| tiny")]
    assert len(of_reader) == 2
    exact, f1, best_exact, best_f1, in_order = (cell.strip() for cell in of_reader[0][2:7])
    # ⟨Évora⟩ with its brackets is not Évora to SQuAD, which knows ASCII punctuation alone.
    assert (exact, f1, best_exact, best_f1, in_order) == ("0.0", "0.0", "50.0", "50.0", "1.000")


def test_the_best_threshold_weighs_right_answers_against_silence() -> None:
    said = [(3.0, True, 1.0), (2.0, True, 0.5), (1.0, False, 0.0), (0.0, True, 0.0)]
    readings = [Reading(Said("", score, 0.0), answerable, f1, f1) for score, answerable, f1 in said]
    assert accuracy(readings) == ["50.0", "50.0", "62.5", "62.5", "0.667"]


def test_a_reader_that_cannot_run_says_why() -> None:
    nowhere = Contender("none", Path(sys.executable), ("onnx", "nowhere"))
    with pytest.raises(NotMeasuredError, match="is no reader"), running(nowhere):
        pass
