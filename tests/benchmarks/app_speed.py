"""How quick the app feels: ``python -m tests.benchmarks.app_speed``; prints, never asserts.

Start to the first frame and to a typed letter (the command in a terminal of its own, imports
and all), a key press while a question is being answered, a conversation of 500 turns and an
article of 2 MB. A key is timed to the next frame; what else is timed includes the pilot's own
waiting, printed first. On a busy machine look at the processor's seconds.
"""

from __future__ import annotations

import asyncio
import os
import pty
import re
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median
from typing import Any

from textual import events
from textual.pilot import Pilot

from tests.tui.driving import HARBOUR, answerer, articles, ask, main, running, scripted_app, settled, type_in
from tui.cards import Card, State

TURNS, BYTES, ROUNDS = 500, 2_000_000, 9
OSMOSIS = Path(sys.executable).with_name("osmosis")
# What the prompt says while it is empty, but for the letter under the cursor; a letter that stands nowhere.
FRAME, LETTER = "sk a question, or /", "¤"
SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


async def timed(what: str, act: Callable[[], Awaitable[object]], pilot: Pilot[None]) -> None:
    """Print the median and the worst of several rounds, in milliseconds."""
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await act()
        await pilot.pause()
        taken.append(1000 * (time.perf_counter() - began))
    print(f"{what:<58} {median(taken):6.1f} ms, worst {max(taken):6.1f} ms")


async def to_first_frame(what: str, key: str, pilot: Pilot[None]) -> None:
    """Print the times from a key event to the next thing drawn."""
    app, taken = pilot.app, []
    drawing = app._display
    for _ in range(ROUNDS):
        drawn = asyncio.Event()

        def draw(*given: Any, seen: asyncio.Event = drawn) -> None:
            drawing(*given)
            seen.set()

        app._display = draw  # type: ignore[method-assign]
        began = time.perf_counter()
        app.post_message(events.Key(key, key if len(key) == 1 else None))
        await drawn.wait()
        taken.append(1000 * (time.perf_counter() - began))
        await pilot.pause()
    app._display = drawing  # type: ignore[method-assign]
    print(f"{what:<58} {median(taken):6.1f} ms, worst {max(taken):6.1f} ms")


def first_prompt() -> None:
    """Print the times from the start of the command to its first frame, and to a letter typed into it."""
    with tempfile.TemporaryDirectory() as own:
        nobodys = {f"XDG_{name}_HOME": own for name in ("CONFIG", "DATA", "CACHE")}
        ours, theirs = pty.openpty()
        termios.tcsetwinsize(ours, (40, 140))
        began = time.perf_counter()
        with subprocess.Popen(
            [OSMOSIS, "chat"],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, **nobodys, "TERM": "xterm-256color"},
        ) as process:
            shown = ""
            for what, words in {
                "from start to the first frame": FRAME,
                "… to a typed letter": LETTER,
            }.items():
                while words not in shown:
                    shown += SEQUENCE.sub("", os.read(ours, 65536).decode(errors="replace"))
                wall, busy = time.perf_counter() - began, _busy(process.pid)
                print(f"{what:<58} {1000 * wall:6.1f} ms, of it busy {1000 * busy:6.1f} ms")
                os.write(ours, LETTER.encode())
            process.kill()
        os.close(theirs)
        os.close(ours)


def _busy(process: int) -> float:
    """Return the seconds that a process has had a processor, as Linux tells them."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


async def measure() -> None:
    """Print all but the start."""
    with tempfile.TemporaryDirectory() as folder:
        long = (HARBOUR * (BYTES // len(HARBOUR)))[:BYTES]
        where = articles(Path(folder) / "articles")
        async with running(scripted_app(where), (140, 40)) as pilot:
            screen = main(pilot)

            async def nothing() -> None: ...

            await timed("the pilot alone", nothing, pilot)
            await ask(pilot, "who keeps it?")
            type_in(pilot, "wait for it")
            await pilot.press("enter")
            await to_first_frame("a key while a question is being answered", "a", pilot)
            answerer(pilot).go_on.set()
            await settled(pilot)
            answer = screen.conversation.cards[0].answer
            cards = [Card(f"question {n}?", State.ANSWERED, answer=answer) for n in range(TURNS)]
            screen.conversation.cards.extend(cards[1:])
            began = time.perf_counter()
            screen.conversation.add(cards[0])
            await pilot.pause()
            print(f"{f'{TURNS} turns laid out':<58} {1000 * (time.perf_counter() - began):6.1f} ms")
            screen.conversation.focus()
            await to_first_frame(f"a page up in {TURNS} turns", "pageup", pilot)
            await to_first_frame(f"the turn before, in {TURNS} turns", "alt+up", pilot)

            async def one_more() -> None:
                screen.conversation.add(Card("one more?", State.ANSWERED, answer=answer))

            await timed(f"one more turn after {TURNS}", one_more, pilot)
            from index.articles import Article

            article = Article("long.txt", "Long", long)
            screen.source.library = None
            began = time.perf_counter()
            screen.source.open_article(article)
            await pilot.pause()
            print(f"{'an article of 2 MB opened':<58} {1000 * (time.perf_counter() - began):6.1f} ms")
            screen.source.view.focus()
            await to_first_frame("a page down in 2 MB", "pagedown", pilot)
            await timed("find a common word in 2 MB", lambda: found(pilot), pilot)


async def found(pilot: Pilot[None]) -> None:
    """Look for a word."""
    main(pilot).source.find("harbour")
    await pilot.pause()


if __name__ == "__main__":
    for _ in range(3):
        first_prompt()
    asyncio.run(measure())
