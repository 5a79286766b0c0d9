"""``osmosis history``, and the ``--keep`` and ``--continue`` of ``osmosis ask``."""

import json

import pytest

from tests.tui.conversations import conversation
from tui.exports import Form, render
from tui.history import History


@pytest.fixture
def history(tmp_path, monkeypatch):
    monkeypatch.setenv("OSMOSIS_DATA_DIR", str(tmp_path / "data"))
    return History()


class TestHistory:
    def test_nothing_kept_is_nothing_printed(self, osmosis, history):
        ran = osmosis("history")
        assert (ran.code, ran.out, ran.err) == (0, "", "No conversation to list.\n")
        assert not history.folder.exists()

    def test_a_line_each(self, osmosis, history):
        kept = [history.keep(conversation(title=title)) for title in ("older", "newer \x1b[31m")]
        ran = osmosis("history")
        assert (ran.code, ran.err) == (0, "")
        lines = ran.out.splitlines()
        assert [line.split()[0] for line in lines] == [kept[1].id, kept[0].id]
        assert lines[0].endswith("  3  newer ␛[31m")
        assert osmosis("history", "list").out == ran.out

    def test_json_for_programs(self, run, history):
        kept = history.keep(conversation())
        listed = json.loads(run("history", "search", "NUNEZ", "1822", "--json").out)
        assert [(each["id"], each["turns"], each["library"]) for each in listed] == [(kept.id, 3, "papers")]
        assert json.loads(run("history", "search", "submarine", "--json").out) == []

    def test_damage_is_told_beside_the_list(self, run, history):
        kept = history.keep(conversation())
        (history.folder / "broken.json").write_text("{", encoding="utf-8")
        ran = run("history")
        assert (ran.code, ran.out.split()[0]) == (0, kept.id)
        assert "broken.json cannot be read and was left as it is" in ran.err
        assert run("history", "show", "broken").code == 3
        assert run("history", "delete", "brok", "--yes").code == 0
        assert run("history").err == ""

    def test_show_needs_no_article(self, osmosis, history):
        history.keep(conversation())
        ran = osmosis("history", "show", "last")
        assert ran.code == 0
        for words in (
            "> By whom?",
            "understood as: By whom was",
            "José Núñez  (well supported)",
            "The articles disagree.",
            "1822  (",
            "No passage mentions “editor”.",
            "nearest: “It costs $5 <now>",
        ):
            assert words in ran.out
        assert "papers/gazette.txt:3  papers/gazette.txt#40-44" in ran.out

    def test_rename_and_delete(self, run, history):
        kept = history.keep(conversation())
        assert run("history", "rename", kept.id[:6], "The paper").code == 0
        assert history.find(kept.id).title == "The paper"
        ran = run("history", "delete", "last")
        assert (ran.code, "--yes" in ran.err) == (2, True)
        assert run("history", "delete", "last", "--yes").code == 0
        assert run("history", "show", kept.id).code == 2

    def test_export_to_stdout_and_to_a_file(self, run, osmosis, history, tmp_path):
        kept = history.keep(conversation())
        ran = osmosis("history", "export", kept.id)
        assert (ran.code, ran.out, ran.err) == (0, render(kept, Form.MARKDOWN), "")
        assert run("history", "export", kept.id, "--as", "json").out == render(kept, Form.JSON)
        page = tmp_path / "talk.html"
        assert run("history", "export", kept.id, "-o", page).code == 0
        assert page.read_text(encoding="utf-8") == render(kept, Form.HTML)
        assert run("history", "export", kept.id, "-o", tmp_path / "talk.docx").code == 2


class TestAsk:
    FIRST, THEN = "Who built the ferry to Sandholm?", "And when?"

    def test_nothing_is_kept_unasked(self, run, history, notes):
        assert run("ask", "--articles", notes, self.FIRST).code == 0
        assert not history.folder.exists()

    def test_it_goes_on_with_the_last(self, osmosis, history, notes):
        ran = osmosis("ask", "--keep", "--articles", notes, self.FIRST)
        kept = history.latest()
        assert (ran.code, ran.err) == (0, f"Kept in conversation {kept.id}.\n")
        assert kept.library == str(notes)
        said = json.loads(osmosis("ask", "--continue", "--keep", "--json", self.THEN).out)
        again = history.latest()
        assert (again.id, [turn.question for turn in again.turns]) == (kept.id, [self.FIRST, self.THEN])
        by_after = json.loads(
            osmosis("ask", "--articles", notes, "--after", self.FIRST, "--json", self.THEN).out
        )
        for answer in (said, by_after):
            assert answer["understood_as"] == again.turns[1].understood_as
            assert answer["answer"] == again.turns[1].answer.answer

    def test_what_came_before_is_kept_too(self, run, history):
        run("ask", "--keep", "--after", "Who directed Osmosis?", "And who wrote it?")
        kept = history.latest()
        assert [turn.question for turn in kept.turns] == ["Who directed Osmosis?", "And who wrote it?"]
        assert kept.library is None

    def test_the_first_begins_one(self, run, history, notes):
        begun = run("ask", "--continue", "--articles", notes, self.FIRST)
        assert "No conversation is kept yet: this begins one." in begun.err
        assert [turn.question for turn in history.latest().turns] == [self.FIRST]

    def test_articles_that_are_gone_are_named(self, run, history):
        history.keep(conversation().model_copy(update={"library": "/nowhere/at/all"}))
        ran = run("ask", "--continue", "And then?")
        assert (ran.code, ran.out) == (3, "")
        assert "/nowhere/at/all" in ran.err

    def test_it_has_its_earlier_questions(self, run, history):
        assert run("ask", "--continue", "--after", "Who?", "When?").code == 2
