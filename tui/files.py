"""Writing files so that neither a crash nor another process loses anything."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

PATIENCE = 10.0
"""Seconds to wait for another process's lock; writing takes milliseconds, so longer means it hangs."""
PAUSE = 0.01
"""Seconds between two tries for a lock: short beside what a person notices (0.1 s)."""


def write_atomically(path: Path, text: str) -> None:
    """Write the text as UTF-8 such that the file is always either the old one or the whole new one.

    The text reaches the disk under a hidden temporary name in the same folder first. A new
    file can be read by its owner only. Raises OSError; the old file is then untouched.
    """
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at ``path``, made where missing: one holder at a time on this machine.

    The system lets go of the lock when its holder ends, however it ends. Raises
    TimeoutError after ``PATIENCE`` seconds, OSError where the file cannot be made.
    """
    with path.open("ab") as file:
        until = time.monotonic() + PATIENCE
        while not _try_lock(file.fileno()):
            if time.monotonic() > until:
                raise TimeoutError(f"another process has held {path} for {PATIENCE:.0f} s")
            time.sleep(PAUSE)
        try:
            yield
        finally:
            _unlock(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Bring a folder's new names to the disk, where the system can (Windows cannot)."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
