"""A headless Chromium that is driven through its DevTools protocol, and what it received."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import re
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# A busy machine takes its time to start a browser and Python; a test that waits that long has failed.
PATIENCE = 120.0
_PAUSE = 0.1
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
    "--window-size=1400,900",
)
ESCAPE_SEQUENCES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\-_])")


class Page:
    """The one page of a browser."""

    def __init__(self, devtools: aiohttp.ClientWebSocketResponse) -> None:
        self._devtools = devtools
        self._numbers = itertools.count(1)
        self._replies: dict[int, asyncio.Future[dict]] = {}
        self._news = asyncio.Event()
        self._received = b""
        self.requested: list[str] = []

    async def listen(self) -> None:
        """Take in what the browser says, until it is closed."""
        async for message in self._devtools:
            said = json.loads(message.data)
            match said.get("method"):
                case None:
                    self._replies.pop(said["id"]).set_result(said)
                case "Network.requestWillBeSent":
                    self.requested.append(said["params"]["request"]["url"])
                case "Network.webSocketCreated":
                    self.requested.append(said["params"]["url"])
                case "Network.webSocketFrameReceived":
                    frame = said["params"]["response"]
                    self._received += base64.b64decode(frame["payloadData"]) if frame["opcode"] == 2 else b""
            self._news.set()

    async def call(self, method: str, **parameters: object) -> dict:
        number = next(self._numbers)
        reply = self._replies[number] = asyncio.get_running_loop().create_future()
        await self._devtools.send_json({"id": number, "method": method, "params": parameters})
        said = await asyncio.wait_for(reply, PATIENCE)
        assert "error" not in said, said
        return said["result"]

    async def run(self, script: str) -> object:
        """Return what a script of the page gives."""
        said = await self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in said, said
        return said["result"].get("value")

    @property
    def written(self) -> str:
        """All that the app has drawn until now, one after another, without colours."""
        return ESCAPE_SEQUENCES.sub("", self._received.decode(errors="replace"))

    def forget(self) -> None:
        """Forget what was drawn, so that what comes next can be waited for."""
        self._received = b""

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds that what the browser says can change."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                self._news.clear()
                await self._news.wait()

    async def wait_for(self, words: str) -> None:
        try:
            await self.until(lambda: words in self.written)
        except TimeoutError:
            raise AssertionError(f"no {words!r} in {self.written[-3000:]!r}") from None

    async def type(self, text: str) -> None:
        await self.call("Input.insertText", text=text)

    async def press(self, key: str, code: int, *, alt: bool = False, control: bool = False) -> None:
        held = alt + 2 * control
        about = {"key": key, "windowsVirtualKeyCode": code, "modifiers": held}
        typed = "\r" if key == "Enter" else key
        text = {"text": typed} if len(typed) == 1 and not held else {}
        await self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **about, **text)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **about)

    async def until_true(self, script: str) -> None:
        """Wait until a script of the page gives true."""
        for _ in range(int(PATIENCE / _PAUSE)):
            if await self.run(script) is True:
                return
            await asyncio.sleep(_PAUSE)  # a page tells nobody what it has changed in itself
        raise AssertionError(f"never true: {script}")


@asynccontextmanager
async def opened(url: str, profile: Path) -> AsyncIterator[Page]:
    """Open a page in a browser of its own, that keeps what it keeps in ``profile``."""
    assert CHROMIUM
    browser = await asyncio.create_subprocess_exec(
        CHROMIUM,
        *FLAGS,
        f"--user-data-dir={profile}",
        "about:blank",
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        port = await _port(profile)
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as reply:
                target = next(found for found in await reply.json() if found["type"] == "page")
            async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as devtools:
                page = Page(devtools)
                listening = asyncio.create_task(page.listen())
                for domain in ("Network", "Page", "Runtime"):
                    await page.call(f"{domain}.enable")
                await page.call("Emulation.setFocusEmulationEnabled", enabled=True)
                await page.call("Page.navigate", url=url)
                yield page
        await listening
    finally:
        browser.terminate()
        await browser.wait()


async def _port(profile: Path) -> int:
    """Return the port of the browser's DevTools, which it writes into a file."""
    told = profile / "DevToolsActivePort"
    async with asyncio.timeout(PATIENCE):
        while not (told.is_file() and "\n" in (text := told.read_text())):
            await asyncio.sleep(_PAUSE)  # a browser tells nobody that it has written
    return int(text.splitlines()[0])
