"""What the reader makes of questions with and without an answer: ``python -m qa.training.support_readings``.

The slow half of training support. Held-out rows of the training sets are asked of collections
(``qa.training.collections``), and the reader's spans are kept, one collection a line, in a gzip
file that ``qa.training.support`` learns from. A run that is started again goes on where it stopped.
"""

from __future__ import annotations

import argparse
import gzip
import random
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from qa.lookup import rank_passages
from qa.metrics import normalise
from qa.reader import Reader, Span
from qa.readers import open_reader
from qa.training.collections import Collection, Shelf, collections
from qa.training.rows import is_held_out
from qa.training.sets import WRITTEN, read_set, set_names

SEED = 20261121
# As for the reader: no context of this share was trained on.
HELD_OUT_SHARE = 0.02
# Sets whose contexts are passages (single sentences are none), and how many held-out rows of each are
# asked at most: opinions in reviews and in forums are less what articles are asked. Rules, reports and
# dialogues are left out: of their long answers the reader's is called wrong for where it ends, which taught
# support to mistrust the reader (qa/models/support.md).
SETS = {
    "squad_nqg_test": 250,
    "squad_pa4": 250,
    "squad_emptycity": 250,
    "squad2_unanswerable_joined": 250,
    "unansq_dev_pairs": 250,
    "squadshifts_new_wiki": 250,
    "squadshifts_amazon": 60,
    "squadshifts_reddit": 60,
    "qed_nq": 250,
    "nq_open_oracle": 250,
    "tydiqa_en": 250,
    "fairytaleqa": 120,
    "narrativeqa_emptycity": 250,
    "quoref_contrast": 250,
    WRITTEN: 400,
}
# Passages read of a question: as many as in use.
DEPTH = 20


class ReadSpan(NamedTuple):
    """A span: its passage by article and start, its own place, and its lead over no answer."""

    source: str
    passage: int
    start: int
    end: int
    score: float


class Reading(BaseModel):
    """A collection with what the reader found for each of its questions."""

    model_config = ConfigDict(frozen=True)
    collection: Collection
    spans: tuple[tuple[ReadSpan, ...], ...]


def shelves(data: Path) -> Iterator[Shelf]:
    """Yield the sets with their held-out rows of which no training row asks the same."""
    rows = {name: read_set(data, name) for name in set_names(data)}
    trained_on = {
        normalise(row.question) for of in rows.values() for row in of if not is_held_out(row, HELD_OUT_SHARE)
    }
    for name, most in SETS.items():
        held = [
            row
            for row in rows[name]
            if is_held_out(row, HELD_OUT_SHARE) and normalise(row.question) not in trained_on
        ]
        yield Shelf.of(name, rows[name], random.Random(SEED).sample(held, min(most, len(held))))


def all_collections(data: Path) -> list[Collection]:
    """Return the collections of all sets, always the same and in the same mixed order."""
    found = [
        collection
        for shelf in shelves(data)
        for collection in collections(shelf, random.Random(zlib.crc32(shelf.name.encode())), in_a_hurry=True)
    ]
    random.Random(SEED).shuffle(found)
    return found


def read(collection: Collection, reader: Reader, depth: int) -> Reading:
    """Ask a collection all its questions."""
    library = collection.library()
    found = []
    for asked in collection.asked:
        hits = rank_passages(library, asked.question).hits[:depth]
        spans = reader.read(asked.question, [hit.passage for hit in hits])
        found.append(tuple(map(_kept, spans)))
    return Reading(collection=collection, spans=tuple(found))


def _kept(span: Span) -> ReadSpan:
    place = (span.passage.source, span.passage.start, span.start, span.end)
    return ReadSpan(*place, score=round(span.score, 3))


def load(path: Path) -> list[Reading]:
    """Return the readings kept in a file; none when there is no such file yet.

    A line that an interrupted run left unfinished is left out.
    """
    readings: list[Reading] = []
    if path.is_file():
        try:
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                readings.extend(Reading.model_validate_json(line) for line in lines)
        except EOFError:
            pass
    return readings


def collect(wanted: Sequence[Collection], into: Path, reader: Reader, *, depth: int, seconds: float) -> int:
    """Read collections and append them to a file until all are done or the time is up; return how many."""
    began = time.monotonic()
    for number, collection in enumerate(wanted):
        if time.monotonic() - began > seconds:
            return number
        # One gzip member a line: what is written so far can be read at any time.
        with gzip.open(into, "at", encoding="utf-8") as lines:
            lines.write(read(collection, reader, depth).model_dump_json() + "\n")
        if number % 10 == 0:
            print(f"{number} of {len(wanted)} collections, {time.monotonic() - began:.0f} s", flush=True)
    return len(wanted)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with train/*.jsonl.gz")
    parser.add_argument("--into", type=Path, required=True, help="the file to write or to go on with")
    parser.add_argument("--limit", type=int, help="collections to read in all (default: every one)")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no other after this time")
    parser.add_argument("--depth", type=int, default=DEPTH, help="passages to read of a question")
    given = parser.parse_args()
    done = len(load(given.into))
    wanted = all_collections(given.data)[: given.limit][done:]
    read_now = collect(wanted, given.into, open_reader(), depth=given.depth, seconds=given.seconds)
    print(f"{done + read_now} collections in {given.into}")


if __name__ == "__main__":
    main()
