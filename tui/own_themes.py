"""A person's own themes: a TOML file each, in the folder ``themes`` beside their settings.

# themes/dusk.toml: primary is needed, all else follows from it
primary = "#c8a27a"
background = "#1a1420"
dark = true
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError
from textual.color import Color, ColorParseError
from textual.theme import Theme

from tui.wishes import check_names, read_toml, refused


def _a_colour(written: str) -> str:
    try:
        Color.parse(written)
    except ColorParseError:
        raise ValueError("it is no colour; write one as #7aa2c8 or teal") from None
    return written


Colour = Annotated[str, AfterValidator(_a_colour)]


class OwnTheme(BaseModel):
    """What a theme's file may say."""

    model_config = ConfigDict(extra="forbid")

    primary: Colour
    secondary: Colour | None = None
    accent: Colour | None = None
    foreground: Colour | None = None
    background: Colour | None = None
    surface: Colour | None = None
    panel: Colour | None = None
    success: Colour | None = None
    warning: Colour | None = None
    error: Colour | None = None
    dark: bool = True


def own_themes(folder: Path) -> list[Theme]:
    """Return the themes in a folder, which need not exist, each called by its file.

    Raises SettingsError, which names file, key and the nearest key there is.
    """
    return [_theme(path) for path in sorted(folder.glob("*.toml"))]


def _theme(path: Path) -> Theme:
    found = read_toml(path)
    check_names(found, OwnTheme.model_fields, path, "colour")
    try:
        own = OwnTheme.model_validate(found)
    except ValidationError as error:
        raise refused(error, f"{path}: {error.errors()[0]['loc'][0]}") from error
    return Theme(name=path.stem, **own.model_dump())
