"""Copying: through the terminal, which works over ssh, and with the system's own clipboard."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping

# Which program fills the clipboard, and the variable without which it has none to fill.
_PROGRAMS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("pbcopy",), ""),
    (("wl-copy",), "WAYLAND_DISPLAY"),
    (("xclip", "-selection", "clipboard"), "DISPLAY"),
    (("xsel", "--clipboard", "--input"), "DISPLAY"),
    (("clip.exe",), ""),
)
# A clipboard that has not taken the words by then never will.
_SECONDS = 2.0


def system_copy(text: str, environment: Mapping[str, str] = os.environ) -> str | None:
    """Give a text to the system's clipboard; return the program that took it, None if none did."""
    for command, needs in _PROGRAMS:
        program = shutil.which(command[0], path=environment.get("PATH"))
        if program is None or (needs and not environment.get(needs)):
            continue
        try:
            subprocess.run(  # noqa: S603 (a fixed list of programs, fed on stdin)
                [program, *command[1:]],
                input=text.encode(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_SECONDS,
                check=True,
                env=dict(environment),
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return command[0]
    return None


def what_happened(what: str, program: str | None) -> str:
    """Return the message after ``what`` was sent to the terminal and perhaps taken by a program."""
    if program is not None:
        return f"Copied {what}, with {program} and through the terminal (OSC 52)."
    return f"Copied {what} through the terminal (OSC 52); there is no system clipboard here to ask."


def sent_to_browser(what: str) -> str:
    """Return the message after ``what`` was sent to a browser, which alone knows whether it took it."""
    return f"Gave {what} to the browser to copy; the page says so if it may not."
