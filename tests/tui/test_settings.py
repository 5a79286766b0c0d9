import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui import settings
from tui.settings import Settings, SettingsError


@pytest.fixture(autouse=True)
def no_variables(monkeypatch):
    for name in os.environ:
        if name.upper().startswith("OSMOSIS_"):
            monkeypatch.delenv(name)


@pytest.fixture
def config(tmp_path, monkeypatch):
    path = tmp_path / "config.toml"
    monkeypatch.setenv("OSMOSIS_CONFIG", str(path))
    return path


class TestFile:
    def test_without_one_everything_is_left_to_us(self, config):
        assert not config.exists()
        assert settings.load() == Settings()
        assert Settings().support is None

    def test_it_sets_what_it_says(self, config):
        config.write_text(
            'support = 0\ntheme = "nord"\nanimations = false\n[keys]\ncopy = "ctrl+y"\n', "utf-8"
        )
        assert settings.load() == Settings(
            support=0.0, theme="nord", animations=False, keys={"copy": "ctrl+y"}
        )

    def test_paths_are_relative_to_it(self, config):
        config.write_text('library = "articles"\nreader = "~/readers/mine"\n', "utf-8")
        assert settings.load().library == str(config.parent / "articles")
        assert settings.load().reader == str(Path.home() / "readers/mine")

    def test_an_address_is_no_path(self, config):
        config.write_text('library = "https://search.example.org/news"\n', "utf-8")
        assert settings.load().library == "https://search.example.org/news"

    def test_a_byte_order_mark_does_not_matter(self, config):
        config.write_bytes(b"\xef\xbb\xbfsupport = 0.5\n")
        assert settings.load().support == 0.5


class TestEnvironment:
    def test_it_goes_before_the_file(self, config, monkeypatch):
        config.write_text('support = 0.2\ntheme = "nord"\n[keys]\ncopy = "ctrl+y"\nopen = "o"\n', "utf-8")
        monkeypatch.setenv("OSMOSIS_SUPPORT", "0.7")
        monkeypatch.setenv("OSMOSIS_KEYS__OPEN", "ctrl+o")
        monkeypatch.setenv("OSMOSIS_LIBRARY", "~/articles")
        assert settings.load() == Settings(
            support=0.7,
            theme="nord",
            library=str(Path.home() / "articles"),
            keys={"copy": "ctrl+y", "open": "ctrl+o"},
        )

    def test_an_empty_variable_sets_nothing(self, config, monkeypatch):
        monkeypatch.setenv("OSMOSIS_SUPPORT", "")
        assert settings.load() == Settings()

    def test_variables_of_other_things_are_left_alone(self, config, monkeypatch):
        monkeypatch.setenv("OSMOSIS_DATA_DIR", "somewhere")
        assert settings.load() == Settings()


class TestKeys:
    @pytest.mark.parametrize(
        ("written", "known_as"),
        [
            ("ctrl+y", ("ctrl+y",)),
            ("Ctrl+Shift+Left, F5", ("ctrl+shift+left", "f5")),
            ("shift+ctrl+left", ("ctrl+shift+left",)),
            ("?, alt+/", ("question_mark", "alt+slash")),
            ("PgUp,Esc", ("pageup", "escape")),
            ("Y, y, shift+y", ("Y", "y", "Y")),
            ("é", ("é",)),
        ],
    )
    def test_they_are_written_as_people_do(self, config, written, known_as):
        assert settings.key_bindings({"copy": written}, ["copy"]) == {"copy": known_as}


class TestErrors:
    @pytest.mark.parametrize(
        ("content", "said"),
        [
            ("suport = 0.5", ["{path}", "no setting suport", "the nearest is support"]),
            ("zzz = 1", ["{path}", "no setting zzz", "there are animations, keys, library"]),
            ("support = 3", ["{path}: support", "3", "less than or equal to 1"]),
            ("keys.copy = 3", ["{path}: keys.copy", "valid string"]),
            ('library = ""', ["{path}: library", "it is empty"]),
            ("support = \n", ["{path} is not TOML", "line 1"]),
            (b"\xff", ["{path} is not written in UTF-8"]),
        ],
    )
    def test_they_name_the_file_the_key_and_the_nearest(self, config, content, said):
        config.write_bytes(content if isinstance(content, bytes) else content.encode())
        with pytest.raises(SettingsError) as caught:
            settings.load()
        for words in said:
            assert words.format(path=config) in str(caught.value)

    @pytest.mark.parametrize(
        ("name", "value"),
        [("OSMOSIS_SUPPORT", "much"), ("osmosis_animations", "maybe"), ("OSMOSIS_KEYS", "{")],
    )
    def test_they_name_the_variable(self, config, monkeypatch, name, value):
        config.write_text("support = 0.5", "utf-8")
        monkeypatch.setenv(name, value)
        with pytest.raises(SettingsError, match=name):
            settings.load()

    def test_a_key_of_no_action_is_named_with_the_nearest(self, config):
        with pytest.raises(
            SettingsError, match=r"config\.toml: keys\.copi is no action; the nearest is copy"
        ):
            settings.key_bindings({"copi": "c"}, ["copy", "open"])

    @pytest.mark.parametrize(
        ("keys", "said"),
        [
            ({"copy": "ctrl+yy"}, "keys.copy: there is no key 'ctrl+yy'; the nearest is ctrl+y."),
            ({"copy": "f5, contrl+y"}, "keys.copy: there is no key 'contrl+y'; the nearest is ctrl+y."),
            ({"copy": ""}, "keys.copy: there is no key ''; write one as ctrl+y, f5 or ?."),
            ({"copy": "f5", "open": "F5"}, "keys.open: F5 is set for copy already."),
        ],
    )
    def test_a_key_that_makes_no_sense_is_named_with_the_nearest(self, config, keys, said):
        with pytest.raises(SettingsError) as caught:
            settings.key_bindings(keys, ["copy", "open"])
        assert str(caught.value) == f"{config}: {said}"

    def test_a_key_set_by_a_variable_is_named_by_it(self, config, monkeypatch):
        monkeypatch.setenv("OSMOSIS_KEYS__COPY", "ctrl+yy")
        with pytest.raises(SettingsError, match=r"^OSMOSIS_KEYS__COPY: there is no key"):
            settings.key_bindings(settings.load().keys, ["copy"])

    def test_a_folder_in_its_place_is_an_error(self, config):
        config.mkdir()
        with pytest.raises(SettingsError, match="cannot be read"):
            settings.load()


def test_those_who_set_nothing_do_not_wait(config):
    script = (
        "import sys; from tui import settings; settings.load(); sys.exit('pydantic_settings' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
