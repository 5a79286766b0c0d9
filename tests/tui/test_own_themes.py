"""A person's own themes, and what is said of a slip in one."""

import pytest

from tests.tui.driving import articles, ask, running, scripted_app
from tui.own_themes import own_themes
from tui.wishes import SettingsError


def test_a_file_is_a_theme_of_its_name(tmp_path):
    (tmp_path / "dusk.toml").write_text('primary = "#c8a27a"\nbackground = "black"\ndark = true\n')
    (tmp_path / "notes.txt").write_text("not a theme")
    (theme,) = own_themes(tmp_path)
    assert (theme.name, theme.primary, theme.background, theme.dark) == ("dusk", "#c8a27a", "black", True)


def test_there_need_be_none(tmp_path):
    assert own_themes(tmp_path / "themes") == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            'primary = "#fff"\nbackgruond = "black"',
            "there is no colour backgruond; the nearest is background.",
        ),
        (
            'primary = "reddish"',
            "primary: 'reddish' will not do: it is no colour; write one as #7aa2c8 or teal.",
        ),
        ('primary = "#fff"\ndark = 3', "dark: 3 will not do: input should be a valid boolean"),
        ('accent = "red"', "primary: "),
        ("primary = ", "is not TOML"),
    ],
)
def test_a_slip_is_named_with_its_file(tmp_path, content, said):
    path = tmp_path / "dusk.toml"
    path.write_text(content)
    with pytest.raises(SettingsError) as caught:
        own_themes(tmp_path)
    assert str(path) in str(caught.value) and said in str(caught.value)


async def test_it_can_be_taken_like_any_other(tmp_path):
    (tmp_path / "dusk.toml").write_text('primary = "#c8a27a"')
    app = scripted_app(articles(tmp_path / "coast"))
    for theme in own_themes(tmp_path):
        app.register_theme(theme)
    async with running(app) as pilot:
        await ask(pilot, "/theme dusk")
        assert app.theme == "dusk"
        await ask(pilot, "/theme duks")
        assert any("There is no theme duks" in n.message for n in app._notifications)
        assert app.theme == "dusk"
        await pilot.pause()
