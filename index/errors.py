"""What can go wrong, each with one sentence that says what to do.

OsmosisError
├── UnreadableError   an article folder, question file or index cannot be read
└── UsageError        a command or setting makes no sense
"""

from __future__ import annotations


class OsmosisError(Exception):
    """The root of all errors that a person should see; the message is for them."""


class UnreadableError(OsmosisError):
    """An article, article folder, question file or index cannot be read."""


class UsageError(OsmosisError):
    """What was asked for makes no sense: a bad argument or setting."""
