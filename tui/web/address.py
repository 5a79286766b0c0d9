"""Where the app is served: on this machine alone, unless another address is asked for in so many words."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
from dataclasses import dataclass

from index.errors import UsageError

HOST = "127.0.0.1"
PORT = 8000
_LOCAL_NAME = "localhost"
# Connections that may wait to be accepted: one person's browser opens a handful at once.
_BACKLOG = 64


@dataclass(frozen=True, slots=True)
class Address:
    """An address and a port; port 0 takes any that is free. ``Address.checked`` makes safe ones."""

    host: str = HOST
    port: int = PORT

    @classmethod
    def checked(cls, host: str, port: int, *, anyone: bool) -> Address:
        """Return the address; ``anyone`` says that it need not be on this machine alone.

        Raises UsageError when others could connect and nobody said that they may.
        """
        address = cls(host.strip("[]"), port)
        if not anyone and not address.is_loopback:
            raise UsageError(
                f"Served at {host}, {consequences(host)} If that is what you want, add --anyone-may-connect."
            )
        return address

    @property
    def is_loopback(self) -> bool:
        """Whether it can be reached from this machine alone; a name counts only if it is localhost."""
        literal = _literal(self.host)
        return self.host.lower() == _LOCAL_NAME if literal is None else literal.is_loopback

    @property
    def url(self) -> str:
        """The address as a browser takes it; one that stands for all is named by this machine."""
        literal = _literal(self.host)
        host = socket.gethostname() if literal is not None and literal.is_unspecified else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"

    def is_asked_for_by(self, name: str) -> bool:
        """Tell whether a request to this name can be meant for here.

        A page on the web may point a name of its own at this machine and so read what is
        served here (DNS rebinding); figures, and this machine's own names, it cannot point.
        """
        literal = _literal(name)
        if literal is not None:
            return literal.is_loopback or not self.is_loopback
        own = {_LOCAL_NAME, self.host.lower()}
        if not self.is_loopback:
            machine = socket.gethostname().lower()
            own |= {machine, f"{machine}.local"}
        return name.lower() in own

    def bound(self) -> socket.socket:
        """Return a socket that listens there.

        Raises UsageError when the address is not this machine's, or the port is taken or not allowed.
        """
        try:
            family, kind, protocol, _, where = socket.getaddrinfo(
                self.host, self.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
            )[0]
        except OSError as error:
            raise UsageError(f"There is no address {self.host}: check --host.") from error
        listening = socket.socket(family, kind, protocol)
        try:
            if os.name == "posix":  # elsewhere it would let two programs share the port
                listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(where)
            listening.listen(_BACKLOG)
        except OSError as error:
            listening.close()
            raise UsageError(self._why_not(error)) from error
        return listening

    def _why_not(self, error: OSError) -> str:
        if error.errno == errno.EADDRINUSE:
            return f"Port {self.port} is in use: name another with --port, or take any with --port 0."
        if error.errno == errno.EACCES:
            return f"Port {self.port} is not allowed to you: name one above 1023 with --port."
        if error.errno == errno.EADDRNOTAVAIL:
            return f"{self.host} is no address of this machine: check --host."
        return f"Nothing can be served at {self.host}, port {self.port}: {error.strerror or error}."


def consequences(host: str) -> str:
    """Return what it means to serve at an address that others can reach."""
    return (
        f"anyone who can reach {host} can read the articles and your kept conversations, and add to "
        "these; there is no password, and nothing is encrypted."
    )


def _literal(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return the address that is written in figures, None for a name."""
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None
