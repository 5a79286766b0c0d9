"""The app's own two themes; all others that Textual has can be taken as well."""

from __future__ import annotations

from textual.theme import Theme

DEFAULT_THEME = "osmosis-dark"

THEMES = (
    Theme(
        name=DEFAULT_THEME,
        primary="#7aa2c8",
        secondary="#5f7f8f",
        accent="#e6b566",
        foreground="#d8dade",
        background="#15181d",
        surface="#1b1f26",
        panel="#252a33",
        success="#8fb573",
        warning="#e0a25c",
        error="#d9777f",
        dark=True,
    ),
    Theme(
        name="osmosis-light",
        primary="#2f6390",
        secondary="#56707d",
        accent="#9a6200",
        foreground="#22262c",
        background="#fbfaf7",
        surface="#f3f1ec",
        panel="#e7e4dc",
        success="#4b7330",
        warning="#96580f",
        error="#a83a45",
        dark=False,
    ),
)
