"""The system's clipboard, taken by whatever program is there."""

from pathlib import Path

from tui.clipboard import system_copy, what_happened


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_gives_the_text_to_the_first_program_that_takes_it(tmp_path: Path) -> None:
    program(tmp_path, "wl-copy", "exit 1")
    program(tmp_path, "xclip", f"/bin/cat > {tmp_path}/got")
    environment = {"PATH": str(tmp_path), "WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}
    assert system_copy("words é", environment) == "xclip"
    assert (tmp_path / "got").read_text() == "words é"


def test_asks_no_program_that_has_no_display(tmp_path: Path) -> None:
    program(tmp_path, "xclip", f"/bin/cat > {tmp_path}/got")
    assert system_copy("words", {"PATH": str(tmp_path)}) is None


def test_says_what_happened() -> None:
    assert "with xclip" in what_happened("the answer", "xclip")
    assert "no system clipboard" in what_happened("the answer", None)
