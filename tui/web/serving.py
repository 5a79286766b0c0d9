"""Serving the app: a command of its own for every page that is opened, through textual-serve.

textual-serve's own page loads a font from the web; ours, in ``page/``, needs nothing but what
is served here, and the policy sent with it keeps a browser from asking anybody else.
"""

from __future__ import annotations

import asyncio
import os
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import redirect_stdout, suppress
from pathlib import Path
from urllib.parse import urlsplit

import click
from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

from tui.errors import narrate
from tui.web.address import Address, consequences

_PAGE = Path(__file__).parent / "page"
_TITLE = "osmosis"
# An app that has not ended by then is stuck; it is ended for it.
_PATIENCE = 10.0
# Seconds between signs of life, as textual-serve has it.
_HEARTBEAT = 15.0
# A page that does not say how large it is.
_SIZE = {"width": 80, "height": 24}
# Lines are drawn with styles that xterm.js writes into the page; nothing else is let in.
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def app_command(arguments: Sequence[str]) -> str:
    """Return the shell's line that runs ``osmosis`` with these arguments, whatever is in them.

    The interpreter is this one, and looks for no modules in the working folder (``-P``).
    """
    words = [sys.executable, "-P", "-c", "from tui.cli import main; main()", *arguments]
    if os.name == "nt":
        return subprocess.list2cmdline(words)
    return f"exec {shlex.join(words)}"  # no shell stays between the app and the signals it gets


def serve(arguments: Sequence[str], address: Address) -> None:
    """Serve ``osmosis`` with these arguments until Ctrl+C, which raises KeyboardInterrupt.

    Writes the address to stdout, and what it means to stderr; returns when the system ends it
    (SIGTERM). Raises UsageError when the address cannot be had.
    """
    with address.bound() as listening:
        address = Address(address.host, listening.getsockname()[1])
        click.echo(address.url)
        if not address.is_loopback:
            narrate(f"Careful: {consequences(address.host)}")
        narrate("Open this address in a browser. Ctrl+C ends it.")
        server = AppServer(app_command(arguments), address)
        with redirect_stdout(sys.stderr):  # where textual-serve writes what a broken app has said
            asyncio.run(server.run(listening))


class AppServer(Server):
    """Serves our page, and an app to each page that is opened, from where it may be."""

    def __init__(self, command: str, address: Address) -> None:
        super().__init__(command, address.host, address.port, title=_TITLE, templates_path=_PAGE)
        self._address = address
        self._sockets: set[web.WebSocketResponse] = set()

    async def run(self, listening: socket.socket) -> None:
        """Serve at a listening socket until cancelled, or until the system says to end (SIGTERM)."""
        ended = asyncio.Event()
        with suppress(NotImplementedError):  # Windows has no such signal
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
        runner = web.AppRunner(await self._make_app(), access_log=None, shutdown_timeout=2 * _PATIENCE)
        await runner.setup()
        try:
            await web.SockSite(runner, listening).start()
            await ended.wait()
        finally:
            await runner.cleanup()

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: ``serve`` has said it."""

    async def on_shutdown(self, app: web.Application) -> None:
        """Close every page, which ends its app."""
        await asyncio.gather(*(opened.close() for opened in self._sockets))

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run the app for a page until one of them is closed."""
        opened = web.WebSocketResponse(heartbeat=_HEARTBEAT, timeout=_PATIENCE)
        await opened.prepare(request)

        async def close() -> None:
            await opened.close()

        app = _App(
            self.command,
            write_bytes=opened.send_bytes,
            write_str=opened.send_str,
            close=close,
            download_manager=self.download_manager,
        )
        self._sockets.add(opened)
        try:
            await app.start(*(to_int(request.query.get(name, ""), size) for name, size in _SIZE.items()))
            await self._process_messages(opened, app)
        finally:
            self._sockets.discard(opened)
            await app.stop()
        return opened

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guarded)
        app.router.add_static("/page", _PAGE / "static")
        app.on_response_prepare.append(_add_headers)
        return app

    @web.middleware
    async def _guarded(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse what another site's page asks for: a browser lets it, and names it in Origin."""
        asked_for = urlsplit(f"//{request.host}").hostname or ""
        origin = request.headers.get("Origin")
        if not self._address.is_asked_for_by(asked_for) or (
            origin is not None and urlsplit(origin).netloc != request.host
        ):
            raise web.HTTPForbidden(text=f"Open {self._address.url} itself.")
        return await handler(request)


class _App(AppService):
    """The app of one page."""

    async def run(self) -> None:
        """Pass on what the app draws until it ends, however it does, and then close the page."""
        await super().run()
        await self.remote_close()

    async def stop(self) -> None:
        """Tell the app to end and wait until it has; end it where it does not."""
        process = self._process
        if process is None:
            return
        try:
            async with asyncio.timeout(_PATIENCE):
                await super().stop()
                await process.wait()
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
