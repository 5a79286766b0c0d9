"""Whether a terminal is attached, and whether to colour what is written to it."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def is_attached() -> bool:
    """Tell whether a person sits at both ends: all three streams are a terminal (Textual draws on stderr)."""
    return all(_is_terminal(stream) for stream in (sys.stdin, sys.stdout, sys.stderr))


def is_served() -> bool:
    """Tell whether a browser stands for the terminal: textual-serve names the driver then."""
    return "TEXTUAL_DRIVER" in os.environ


def draws_on_stderr() -> bool:
    """Tell whether what moves can be drawn beside the data: stderr is a terminal that knows how to."""
    return _is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"


def columns_on_stderr() -> int:
    """Return how many columns a line on stderr has; the customary 80 where the terminal does not say."""
    return os.get_terminal_size(sys.stderr.fileno()).columns or 80


def colour() -> bool | None:
    """Return whether to colour; None leaves it to whether the output is a terminal.

    https://no-color.org: any value that is not empty means no.
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return None


def _is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a stream is a terminal; a closed one is None, whatever its type says."""
    return stream is not None and stream.isatty()
