"""Keys: how a person may write them, how Textual calls them, and how they are shown."""

from __future__ import annotations

import string
import unicodedata

HELD = ("alt", "ctrl", "shift", "super")
"""What may be held with a key, in the order in which Textual names it."""

_ALONE = (
    *("enter", "tab", "space", "escape", "backspace", "insert", "delete"),
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *(f"f{number}" for number in range(1, 13)),
)
# Textual's names where they are not Unicode's.
_RENAMED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_NAMES = {
    mark: _RENAMED.get(name, name)
    for mark in string.punctuation
    if (name := unicodedata.name(mark).lower().replace("-", "_").replace(" ", "_"))
}
_MARKS = {name: mark for mark, name in _NAMES.items()}
_WRITTEN_OTHERWISE = {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "del": "delete",
}
_SHOWN = {"pageup": "PgUp", "pagedown": "PgDn", "escape": "Esc", "delete": "Del"}


def parse_key(written: str) -> str | None:
    """Return Textual's name of a key that a person wrote (``Ctrl+Y``, ``?``, ``F5``); None if it is none."""
    *before, last = [written] if len(written) == 1 else written.split("+")
    held, key = sorted(part.strip().lower() for part in before), _alone(last.strip())
    if key is None or len(set(held)) < len(held) or not set(held) <= set(HELD):
        return None
    if len(key) == 1 and held == ["shift"]:  # a terminal says so by the letter alone
        return key.upper()
    return "+".join([*held, key.lower() if held else key])


def all_keys() -> list[str]:
    """Return keys as they may be written, alone and with one other held: what a slip may have meant."""
    names = [*_ALONE, *string.ascii_lowercase, *_MARKS]
    return names + [f"{held}+{name}" for held in HELD for name in names]


def types(key: str) -> bool:
    """Tell whether a key, by Textual's name, types a character into whatever is being typed."""
    return len(key) == 1 or key in _MARKS or key == "space"


def key_name(key: str) -> str:
    """Return a key as people call it: ``Ctrl+O`` for ``ctrl+o``."""
    *held, last = key.split("+")
    last = last.upper() if held and len(last) == 1 else last
    return "+".join(map(_part_name, (*held, last)))


def short_key_name(key: str) -> str:
    """Return a key as the footer has room for it: ``^O`` for ``ctrl+o``."""
    return key_name(key).replace("Ctrl+", "^")


def _alone(written: str) -> str | None:
    """Return Textual's name of a key with nothing held."""
    if len(written) == 1:
        return _NAMES.get(written, written if written.isprintable() else None)
    name = _WRITTEN_OTHERWISE.get(written.lower(), written.lower())
    return name if name in _ALONE or name in _MARKS else None


def _part_name(part: str) -> str:
    return _SHOWN.get(part) or _MARKS.get(part) or (part if len(part) == 1 else part.capitalize())
