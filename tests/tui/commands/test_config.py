"""``osmosis config``: what is set, and where."""

import tomllib

import pytest

from tui import settings


@pytest.fixture
def path(tmp_path, monkeypatch):
    path = tmp_path / "config.toml"
    monkeypatch.setenv("OSMOSIS_CONFIG", str(path))
    return path


def test_the_path_is_printed_alone(osmosis, path):
    ran = osmosis("config", "--path")
    assert (ran.code, ran.out, ran.err) == (0, f"{path}\n", "")


def test_what_is_printed_is_a_settings_file_of_the_same(run, path, monkeypatch):
    path.write_text('library = "my articles"\nsupport = 0.25\n[keys]\n"a\\"b" = "c"\n', encoding="utf-8")
    before = settings.load()
    monkeypatch.setenv("OSMOSIS_THEME", "nord \x7f")
    ran = run("config")
    assert ran.code == 0
    assert "(from OSMOSIS_THEME)" in ran.out
    assert tomllib.loads(ran.out)["theme"] == "nord \x7f"
    monkeypatch.delenv("OSMOSIS_THEME")
    path.write_text(ran.out, encoding="utf-8")
    assert settings.load() == before.model_copy(update={"theme": "nord \x7f"})


def test_without_a_file_it_shows_what_could_be_set(run, path):
    ran = run("config")
    assert ran.code == 0
    assert f"{path} (there is no such file yet)" in ran.out
    for name in settings.Settings.model_fields:
        assert f"{name} =" in ran.out or f"[{name}]" in ran.out
    assert tomllib.loads(ran.out) == {"animations": True, "keys": {}}


def test_a_slip_is_a_mistake_of_configuration(run, path):
    path.write_text("suport = 1", encoding="utf-8")
    ran = run("config")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"osmosis: {path}: there is no setting suport; the nearest is support.\n"
    assert run("config", "--path").code == 0


def test_settings_are_what_a_question_goes_by(run, path, notes, monkeypatch):
    path.write_text(f"library = {str(notes)!r}\n", encoding="utf-8")
    assert "ferry.txt" in run("search", "ferry").out
