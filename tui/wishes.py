"""Files in which a person says what they want: read as TOML, and told what is wrong with them."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from index.errors import UsageError

_NEAR = 60
"""Least likeness (0 to 100, rapidfuzz's ratio) of a name we call the nearest: three letters in five."""


class SettingsError(UsageError):
    """A setting makes no sense; the message names the file or variable, the key and a way out."""


def read_toml(path: Path) -> dict[str, Any]:
    """Return what stands in a file, nothing when there is none; raises SettingsError."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is not written in UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is not TOML: {error}.") from error


def check_names(found: Collection[str], known: Collection[str], path: Path, kind: str) -> None:
    """Raise SettingsError for a name in a file that means nothing; ``kind`` says of what."""
    for name in found:
        if name not in known:
            raise SettingsError(f"{path}: there is no {kind} {name}; {nearest_or_all(name, known)}.")


def refused(error: ValidationError, where: str) -> SettingsError:
    """Return the error that says of the first value that will not do why; ``where`` names its key."""
    first = error.errors()[0]
    why = first["msg"].removeprefix("Value error, ")
    return SettingsError(f"{where}: {first['input']!r} will not do: {why[0].lower() + why[1:]}.")


def nearest_or_all(name: str, names: Collection[str]) -> str:
    """Return what to say of a name that does not exist: the nearest that does, else all of them."""
    return nearest(name, names) or f"there are {', '.join(sorted(names))}"


def nearest(name: str, names: Collection[str]) -> str:
    """Return which name is the nearest, in words; empty where none is near."""
    from rapidfuzz import fuzz, process  # only a slip needs it

    near = process.extractOne(name.lower(), list(names), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return f"the nearest is {near[0]}" if near else ""
