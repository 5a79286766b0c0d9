"""What marks a file that was written here, such as an exported conversation: it is no article.

It quotes articles word for word, and would be cited for what they say.
"""

from __future__ import annotations

GENERATOR = "osmosis-qa"
MARKDOWN_MARK = f"<!-- generator: {GENERATOR} -->"
HTML_MARK = f'<meta name="generator" content="{GENERATOR}">'
# A mark stands at the beginning, in HTML after a few other lines of the head.
_HEAD = 1000


def is_own(data: bytes) -> bool:
    """Tell whether the bytes of a file begin as those of one that was written here."""
    head = data[:_HEAD]
    return head.startswith(MARKDOWN_MARK.encode()) or HTML_MARK.encode() in head
