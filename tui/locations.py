"""The only place that knows directories: what ships, and where a person's things belong.

Two variables of the environment move a person's things elsewhere: ``OSMOSIS_DATA_DIR`` the
conversations (and whatever else is kept), ``OSMOSIS_CONFIG`` the settings file.
"""

from __future__ import annotations

import os
from pathlib import Path

APPLICATION = "osmosis"


def seeds() -> Path:
    """Return the folder of articles that ships with the package."""
    return Path(__file__).parent.parent / "seeds"


def lasting_name(articles: Path) -> str | None:
    """Return what names these articles from any folder, in a kept conversation: None those that ship."""
    where = articles.absolute()
    return None if where == seeds().absolute() else str(where)


def data_dir() -> Path:
    """Return the folder for what is kept for a person: ``OSMOSIS_DATA_DIR``, else the system's."""
    return _named("OSMOSIS_DATA_DIR") or _platform("user_data_dir")


def config_path() -> Path:
    """Return the settings file, which need not exist: ``OSMOSIS_CONFIG``, else the system's."""
    return _named("OSMOSIS_CONFIG") or _platform("user_config_dir") / "config.toml"


def themes_dir() -> Path:
    """Return the folder of a person's own themes, which need not exist."""
    return config_path().parent / "themes"


def _named(variable: str) -> Path | None:
    """Return the path that a variable of the environment names, if it names one."""
    value = os.environ.get(variable)
    return Path(value).expanduser() if value else None


def _platform(directory: str) -> Path:
    """Return one of the system's directories for the application."""
    import platformdirs  # most commands never need it

    return Path(getattr(platformdirs, directory)(APPLICATION, appauthor=False))
