"""A person's settings: a TOML file, with ``OSMOSIS_…`` variables of the environment laid over it.

    settings = settings.load()          # raises SettingsError: file, key, nearest valid key
    least = settings.support            # None: no wish of theirs, take the default
    key_bindings(settings.keys, actions)  # asked for by the app, which knows its actions

The file is where ``osmosis config --path`` says, and may look like this:

    library = "~/articles"
    support = 0.4
    animations = false

    [keys]
    copy = "ctrl+y, f5"

``OSMOSIS_SUPPORT=0.4`` does the same for one run, ``OSMOSIS_KEYS__COPY=ctrl+y`` for a key.
An option of the command line goes before both. Paths in the file are relative to its folder.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from tui import locations
from tui.wishes import SettingsError, check_names, nearest, nearest_or_all, read_toml, refused

PREFIX = "OSMOSIS_"
WITHIN = "__"
"""What stands between a mapping's name and its key in a variable: ``OSMOSIS_KEYS__COPY``."""
PATHS = ("library", "reader")


class Settings(BaseModel):
    """What a person may set; None where they leave it to us."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    library: str | None = Field(None, description="what is asked when no articles are named")
    reader: str | None = Field(None, description="the folder of another reader")
    support: float | None = Field(
        None, ge=0, le=1, description="the least support an answer needs; 0 answers with what comes nearest"
    )
    theme: str | None = Field(
        None, description="the app's theme: one it has, or a file of the folder themes beside this one"
    )
    animations: bool = Field(True, description="whether the app moves things smoothly")
    keys: dict[str, str] = Field(
        {}, description="key bindings: an action's name, and its keys with commas between"
    )

    @field_validator(*PATHS)
    @classmethod
    def _at_home(cls, value: str | None) -> str | None:
        if value is not None and not value.strip():
            raise ValueError("it is empty; leave the line out where nothing is to be set")
        return str(Path(value).expanduser()) if value and value.startswith("~") else value


def load(path: Path | None = None) -> Settings:
    """Return the settings in the file (by default the person's own) and the environment.

    A file that does not exist sets nothing. Raises SettingsError.
    """
    path = path or locations.config_path()
    in_file = _read(path)
    in_environment = variables()
    if not in_file and not in_environment:
        return Settings()
    check_names(in_file, Settings.model_fields, path, "setting")
    return _laid_over(in_file, path, in_environment)


def variables() -> dict[str, str]:
    """Return the variables of the environment that set something, by the names of their settings."""
    found = {}
    for name, value in os.environ.items():
        upper = name.upper()
        setting = upper.removeprefix(PREFIX).split(WITHIN)[0].lower()
        if value and upper.startswith(PREFIX) and setting in Settings.model_fields:
            found[setting] = name
    return found


def key_bindings(keys: Mapping[str, str], actions: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the keys that are set, as Textual names them, by action.

    Raises SettingsError for an action or a key that does not exist, and for a key set twice.
    """
    from tui.keys import all_keys, parse_key

    bound: dict[str, tuple[str, ...]] = {}
    holder: dict[str, str] = {}
    for name, written in keys.items():
        if name not in actions:
            raise SettingsError(f"{_key_origin(name)} is no action; {nearest_or_all(name, actions)}.")
        parsed = {each.strip(): parse_key(each) for each in written.split(",")}
        for each, key in parsed.items():
            if key is None:
                near = nearest(each, all_keys()) or "write one as ctrl+y, f5 or ?"
                raise SettingsError(f"{_key_origin(name)}: there is no key {each!r}; {near}.")
            if holder.setdefault(key, name) != name:
                raise SettingsError(f"{_key_origin(name)}: {each} is set for {holder[key]} already.")
        bound[name] = tuple(key for key in parsed.values() if key is not None)
    return bound


def theme_name(wishes: Settings, themes: Collection[str]) -> str | None:
    """Return the name of the theme that is set, if any; raises SettingsError where there is none of it."""
    if wishes.theme and wishes.theme not in themes:
        where = variables().get("theme") or f"{locations.config_path()}: theme"
        near = nearest_or_all(wishes.theme, themes)
        raise SettingsError(f"{where}: there is no theme {wishes.theme}; {near}.")
    return wishes.theme


def _key_origin(action: str) -> str:
    """Return what sets the keys of an action: a variable of the environment, or a line of the file."""
    variable = f"{PREFIX}KEYS{WITHIN}{action}".upper()
    named = next((name for name in os.environ if name.upper() == variable), None)
    return named or f"{locations.config_path()}: keys.{action}"


def _read(path: Path) -> dict[str, Any]:
    """Return what stands in the file, paths made whole; nothing when there is no file."""
    found = read_toml(path)
    for name in PATHS:
        value = found.get(name)
        if isinstance(value, str) and value and "://" not in value:
            found[name] = str(path.parent / Path(value).expanduser())
    return found


def _laid_over(in_file: dict[str, Any], path: Path, in_environment: dict[str, str]) -> Settings:
    """Return the settings of the file with the environment's laid over them."""
    # pydantic-settings takes a tenth of a second to import: only those who set something pay.
    from pydantic_settings import (
        BaseSettings,
        PydanticBaseSettingsSource,
        SettingsConfigDict,
    )
    from pydantic_settings import SettingsError as UnparsableError

    class Layered(Settings, BaseSettings):
        model_config = SettingsConfigDict(
            env_prefix=PREFIX, env_nested_delimiter=WITHIN, env_ignore_empty=True
        )

        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,
            file_secret_settings: PydanticBaseSettingsSource,
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return env_settings, init_settings

    try:
        return Settings.model_validate(Layered(**in_file).model_dump())
    except ValidationError as error:
        first = error.errors()[0]
        key = str(first["loc"][0])
        where = in_environment.get(key) or f"{path}: {'.'.join(map(str, first['loc']))}"
        raise refused(error, where) from error
    except UnparsableError as error:
        names = ", ".join(in_environment.values())
        raise SettingsError(f"The environment's {names} cannot be understood: {error}.") from error
