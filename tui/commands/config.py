"""``osmosis config``: what is set, and where."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import locations

if TYPE_CHECKING:
    from tui.settings import Settings


@click.command()
@click.option("--path", "only_path", is_flag=True, help="Print where the settings file is, and nothing else.")
def config(*, only_path: bool) -> None:
    """Print your settings as they hold now, in TOML.

    They come from the settings file and from OSMOSIS_… variables of the environment,
    which go first. Saved as the settings file, what is printed keeps everything as it is.
    Below keys stand all actions of the app with the keys they have now.
    """
    path = locations.config_path()
    if only_path:
        click.echo(path)
        return
    from tui import settings

    current = settings.load(path)
    click.echo("\n".join(as_toml(current, path, settings.variables())))


def as_toml(current: Settings, path: Path, from_environment: dict[str, str]) -> Iterator[str]:
    """Yield the lines of a settings file that sets just this, each setting explained.

    What is not set stands there as a comment; ``from_environment`` are the variables by setting.
    """
    yield f"# {path}{'' if path.exists() else ' (there is no such file yet)'}"
    for name, field in type(current).model_fields.items():
        value = getattr(current, name)
        origin = f" (from {from_environment[name]})" if name in from_environment else ""
        yield f"\n# {field.description}{origin}"
        if isinstance(value, dict):
            yield f"[{name}]"
            yield from (f"{_literal(key)} = {_literal(item)}" for key, item in value.items())
            yield from _keys_left_alone(value)
        elif value is None:
            yield f"# {name} ="
        else:
            yield f"{name} = {_literal(value)}"


def _keys_left_alone(own: Mapping[str, str]) -> Iterator[str]:
    """Yield the actions whose keys are not set, as comments."""
    from tui.actions import ACTIONS
    from tui.keys import key_name

    for action in ACTIONS:
        if action.name not in own:
            yield f"# {action.name} = {_literal(', '.join(map(key_name, action.keys)))}"


def _literal(value: str | float | bool) -> str:
    """Return a value as TOML writes it: as JSON does, but for the delete character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
