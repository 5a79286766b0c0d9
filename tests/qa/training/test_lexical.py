"""Training the lexical reader on a few made-up rows."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from index.passages import Kind, Passage
from qa.lexical import LexicalReader
from qa.training.lexical import ROWS, main

NAMES = [
    "Ida Brandt",
    "Ben Holm",
    "Carl Sund",
    "Dora Lind",
    "Eva Berg",
    "Finn Dahl",
    "Greta Falk",
    "Hans Moe",
]
PLACES = ["Lund", "Vellmar", "Aarhus", "Kiel", "Bergen", "Tartu", "Turku"]


def rows(number: int) -> list[dict[str, object]]:
    """Return a question for a person, one for a year, and one that the text does not answer."""
    name, place = NAMES[number % len(NAMES)], PLACES[number % len(PLACES)]
    year = str(1700 + number)
    text = (
        f"The harbour of {place} was dug by {name} in {year}. Bread is baked there. It rains a lot in spring."
    )
    asked = {f"Who dug the harbour of {place}?": name, f"When was the harbour of {place} dug?": year}
    found: list[dict[str, object]] = [
        {"question": question, "answers": [{"text": answer, "start": text.index(answer)}]}
        for question, answer in asked.items()
    ]
    found.append({"question": "Who sold the old railway to the king?", "answers": []})
    return [
        {**row, "id": f"{number}-{k}", "context": text, "source": "made up"} for k, row in enumerate(found)
    ]


def test_what_is_trained_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "train").mkdir()
    for k, name in enumerate(ROWS):
        with gzip.open(tmp_path / "train" / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for n in range(12) for row in rows(20 * k + n))
    weights = tmp_path / "weights.json"
    monkeypatch.setattr("sys.argv", ["lexical", "--data", str(tmp_path), "--out", str(weights)])
    main()
    assert "exact match" in capsys.readouterr().out
    text = "The harbour of Kiel was dug by Olga Ny in 1999. Bread is eaten there."
    passage = Passage("a", 0, len(text), Kind.BODY, text)
    reader = LexicalReader(weights)
    best = reader.read("Who dug the harbour of Kiel?", [passage])[0]
    assert best.text == "Olga Ny"
    assert reader.read("When was the harbour of Kiel dug?", [passage])[0].text == "1999"
    assert reader.read("Who sold the old railway to the king?", [passage])[0].score < best.score
