"""The options of ``osmosis chat`` that serve the app in a browser."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

import click

from index.errors import UsageError
from tui.options import Words
from tui.web.address import HOST, PORT, Address

T = TypeVar("T")

_HIGHEST_PORT = 65535

_OPTIONS = (
    click.option("--web", is_flag=True, help="Serve the app to a browser on this machine."),
    click.option(
        "--port",
        metavar="N",
        type=click.IntRange(0, _HIGHEST_PORT),
        help=f"With --web: the port; 0 takes any that is free.  [default: {PORT}]",
    ),
    click.option(
        "--host",
        metavar="ADDRESS",
        type=Words(),
        help=f"With --web: another address, which needs --anyone-may-connect.  [default: {HOST}]",
    ),
    click.option(
        "--anyone-may-connect",
        "anyone",
        is_flag=True,
        help="With --web: serve beyond this machine, to whoever can reach it, without a password.",
    ),
)


def address_option(command: Callable[..., T]) -> Callable[..., T]:
    """Give a command the options; it takes ``address``, which is None without ``--web``."""

    @wraps(command)
    def with_address(
        *arguments: object, web: bool, port: int | None, host: str | None, anyone: bool, **others: object
    ) -> T:
        if not web and (port is not None or host is not None or anyone):
            raise UsageError("--port, --host and --anyone-may-connect go with --web.")
        address = (
            Address.checked(host or HOST, PORT if port is None else port, anyone=anyone) if web else None
        )
        return command(*arguments, address=address, **others)

    for option in reversed(_OPTIONS):
        with_address = option(with_address)
    return with_address
