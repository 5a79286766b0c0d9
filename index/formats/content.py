"""What a format's reader finds in a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file, and what the file itself says of it; None where it does not say.

    ``published`` is an ISO date, possibly without day or month.
    """

    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
