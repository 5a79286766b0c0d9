"""Where the time of a cold ``osmosis ask`` goes.

    python -m tests.benchmarks.cold_start [--runs 10] [--question "why was it cancelled?"]

Prints the wall time of the whole process over several runs, the seconds of each phase inside
one, and the modules that take longest to import. Run it on a quiet machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

OSMOSIS = Path(sys.executable).with_name("osmosis")
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|( +)(\S+)")
_SLOWEST = 20
# The phases of `osmosis ask`, timed in a process of its own.
_PHASES = """
import sys, time
began = last = time.perf_counter()
def phase(name):
    global last
    now = time.perf_counter()
    print(f"{name:<42}{1000 * (now - last):8.1f} ms")
    last = now
import tui.cli
phase("import the command line")
import qa.answerer, qa.readers
phase("import what answers")
from index.library import Library
from tui.locations import seeds
library = Library.open(seeds())
phase("read and index the articles")
reader = qa.readers.open_reader()
getattr(reader, "load", lambda: None)()
phase("load the reader")
answerer = qa.answerer.Answerer(library, reader)
phase("load the support model")
answer = answerer.converse([sys.argv[1]])
phase("answer the first question")
answerer.converse([sys.argv[1]])
phase("answer it once more")
print(f"{'all':<42}{1000 * (time.perf_counter() - began):8.1f} ms")
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--question", default="why was it cancelled?")
    asked = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    for name, command in {
        "python -c pass": [sys.executable, "-c", "pass"],
        "osmosis --version": [str(OSMOSIS), "--version"],
        "osmosis ask": [str(OSMOSIS), "ask", asked.question],
    }.items():
        print(_summary(name, [_seconds(command) for _ in range(asked.runs + 1)][1:]))
    print("\nPhases, in one process:")
    print(_output([sys.executable, "-c", _PHASES, asked.question]).stdout)
    print(f"The {_SLOWEST} slowest imports (own time, with what they import):")
    for own, whole, module in slowest_imports(["ask", asked.question]):
        print(f"{own / 1000:8.1f} ms {whole / 1000:8.1f} ms  {module}")


def slowest_imports(arguments: list[str]) -> list[tuple[int, int, str]]:
    """Return the slowest imports of a command: own and whole microseconds, and the module."""
    traced = _output([sys.executable, "-X", "importtime", str(OSMOSIS), *arguments]).stderr
    found = [(int(own), int(whole), module) for own, whole, _, module in _IMPORT.findall(traced)]
    return sorted(found, reverse=True)[:_SLOWEST]


def _seconds(command: list[str]) -> float:
    began = time.perf_counter()
    _output(command)
    return time.perf_counter() - began


def _output(command: list[str]) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        raise SystemExit(done.stderr)
    return done


def _summary(name: str, seconds: list[float]) -> str:
    median = statistics.median(seconds)
    return f"{name:<20} median {median:.3f} s, fastest {min(seconds):.3f} s, slowest {max(seconds):.3f} s"


if __name__ == "__main__":
    main()
