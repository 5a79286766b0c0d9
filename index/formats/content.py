"""What a format's reader finds in a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file, and what the file itself says of it; None where it does not say.

    ``published`` is an ISO date, possibly without day or month. Several names of
    ``author`` are joined by ``"; "`` where the file does not join them itself.
    """

    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    author: str | None = None
