"""The app's own themes; all others that Textual has can be taken as well.

What is told in a muted colour can be read as well as the rest: the contrast of all text to what
is behind it is 4.5 at least, but for the line numbers' (https://www.w3.org/TR/WCAG22/#contrast-minimum).
"""

from __future__ import annotations

from textual.theme import Theme

_DEFAULT = "osmosis-dark"
_OF_16_COLOURS = "osmosis-16"


def _quiet(muted: str, placeholder: str, numbers: str) -> dict[str, str]:
    """Return a theme's variables for what is not to catch the eye."""
    return {
        "foreground-muted": muted,
        "text-muted": muted,
        "text-disabled": placeholder,
        "foreground-disabled": numbers,
    }


def _picked(foreground: str, background: str) -> dict[str, str]:
    """Return a theme's variables for the row of a list that Enter takes; a muted note may stand in it."""
    return {
        f"block-cursor{kind}-{part}": colour
        for kind in ("", "-blurred")
        for part, colour in (("foreground", foreground), ("background", background))
    }


THEMES = (
    Theme(
        name=_DEFAULT,
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
        variables=_quiet("#a3a8b1", "#9499a3", "#757b86") | _picked("#d8dade", "#303d4b"),
    ),
    Theme(
        name="osmosis-light",
        primary="#2f6390",
        secondary="#56707d",
        accent="#8a5700",
        foreground="#22262c",
        background="#fbfaf7",
        surface="#f3f1ec",
        panel="#e7e4dc",
        success="#4b7330",
        warning="#96580f",
        error="#a83a45",
        dark=False,
        variables=_quiet("#555a62", "#5e636b", "#7c8087") | _picked("#22262c", "#ccd4da"),
    ),
    # Each of these is one of the 16, as terminals customarily show them, so that no two become one.
    Theme(
        name=_OF_16_COLOURS,
        primary="#55ffff",
        secondary="#00aaaa",
        accent="#ffff55",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#0000aa",
        success="#55ff55",
        warning="#ffff55",
        error="#ff5555",
        dark=True,
        variables=_quiet("#aaaaaa", "#aaaaaa", "#aaaaaa") | _picked("#ffff55", "#000000"),
    ),
)


def default_theme(colours: str | None) -> str:
    """Return the name of the theme for a terminal, by what rich calls its colours."""
    return _OF_16_COLOURS if colours == "standard" else _DEFAULT
