import json
import multiprocessing
import stat
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles import Article
from qa.answer import Citation
from tests.tui.conversations import NOTE, PAPER, answered, conversation, judged, silent
from tui.history import History, HistoryError, UnknownConversationError
from tui.kept import Conversation, KeptCitation, KeptTurn


@pytest.fixture
def history(tmp_path):
    return History(tmp_path / "conversations")


def changed(text):
    return Article(PAPER.source, PAPER.title, text, PAPER.published)


class TestKeeping:
    def test_what_is_kept_is_found_again(self, history):
        kept = history.keep(conversation())
        assert history.find(kept.id) == kept
        assert history.find(kept.id[:5]) == kept
        assert history.find("last") == kept
        assert history.all().conversations == (kept,)

    def test_reading_makes_nothing_on_the_disk(self, history):
        assert history.all().conversations == ()
        assert history.latest() is None
        assert not history.folder.exists()

    def test_the_first_question_is_the_title(self):
        assert conversation().title == "When was the Gazette founded?"
        long = Conversation.begun([KeptTurn(question="why " * 100)])
        assert len(long.title) <= 80
        assert long.title.endswith("…")

    def test_turns_are_added_at_the_end(self, history):
        kept = history.keep(conversation())
        more = history.add(kept.id, KeptTurn.of(silent("Who is its editor?")))
        assert [turn.question for turn in more.turns][-1] == "Who is its editor?"
        assert history.find(kept.id) == more

    def test_the_last_added_to_comes_first(self, history):
        older, newer = conversation(title="older"), conversation(title="newer")
        history.keep(older.model_copy(update={"changed": older.changed.replace(year=2001)}))
        history.keep(newer.model_copy(update={"changed": newer.changed.replace(year=2002)}))
        assert [each.title for each in history.all().conversations] == ["newer", "older"]
        history.add(older.id, KeptTurn(question="And now?"))
        assert history.latest().title == "older"

    def test_the_latest_is_the_first_of_all(self, history):
        talks = [history.keep(conversation(title=title)) for title in "abc"]
        history.add(talks[1].id, KeptTurn(question="And now?"))
        history.rename(talks[0].id, "renamed later, but not gone on with")
        assert history.latest() == history.all().conversations[0] == history.find(talks[1].id)
        for path in history.folder.glob("*.json"):
            path.touch()  # as a copy that keeps no times
        assert history.latest().id == talks[1].id

    def test_renaming_changes_the_title_alone(self, history):
        kept = history.keep(conversation())
        history.rename(kept.id, "  The\npaper ")
        again = history.find(kept.id)
        assert again.title == "The paper"
        assert (again.turns, again.changed) == (kept.turns, kept.changed)

    def test_the_deleted_is_gone(self, history):
        kept = history.keep(conversation())
        history.delete(kept.id)
        assert history.all().conversations == ()
        for act in (history.delete, history.find, lambda gone: history.add(gone, KeptTurn(question="?"))):
            with pytest.raises(UnknownConversationError):
                act(kept.id)

    def test_one_is_never_kept_over_another(self, history):
        kept = history.keep(conversation())
        with pytest.raises(HistoryError, match="kept already"):
            history.keep(kept)

    def test_a_name_of_several_is_refused(self, history):
        for name in ("aa11", "aa22"):
            history.keep(conversation().model_copy(update={"id": name}))
        with pytest.raises(UnknownConversationError, match="aa11, aa22"):
            history.find("aa")
        with pytest.raises(UnknownConversationError, match="No kept"):
            history.find("")

    def test_no_name_leads_out_of_the_folder(self, history, tmp_path):
        history.keep(conversation())
        outside = tmp_path / "outside.json"
        outside.write_text(conversation().model_dump_json(), encoding="utf-8")
        for act in (history.find, history.delete, lambda name: history.rename(name, "x")):
            with pytest.raises(UnknownConversationError):
                act("../outside")
        assert outside.exists()

    @pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
    def test_nobody_else_may_read_it(self, history):
        kept = history.keep(conversation())
        assert stat.S_IMODE(history.folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((history.folder / f"{kept.id}.json").stat().st_mode) == 0o600


class TestSearch:
    @pytest.mark.parametrize(
        "words",
        ["GAZETTE", "nunez", "rosa lind", "jose NÚÑEZ", "gazette.txt 1822", "found whom", "editor"],
        ids=str,
    )
    def test_all_words_in_any_clothes(self, history, words):
        kept = history.keep(conversation())
        assert history.search(words).conversations == (kept,)

    def test_one_word_missing_is_enough(self, history):
        history.keep(conversation())
        assert history.search("gazette submarine").conversations == ()

    def test_what_an_answer_rests_on_is_found(self, history):
        rests = Citation.at(NOTE, 0, 11, (0, len(NOTE.text)), 0.9)
        turn = KeptTurn.of(answered("When?", "1821").model_copy(update={"rests_on": (rests,)}))
        kept = history.keep(Conversation.begun([turn], library="papers"))
        assert [found.id for found in history.search("type is small").conversations] == [kept.id]


class TestDamage:
    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "not JSON"),
            (b"\xff\xfe{", "not JSON"),
            (b'{"schema_version": 1, "turns": [', "not JSON"),
            (b"[" * 100_000, "not JSON"),
            (b"[]", "not a conversation"),
            (b"{}", "Field required"),
            (b'{"schema_version": 7}', "version 7"),
            (b'{"schema_version": 1, "title": "x"}', "id: Field required"),
        ],
    )
    def test_damage_is_reported_and_left_alone(self, history, content, reason):
        kept = history.keep(conversation())
        path = history.folder / "broken.json"
        path.write_bytes(content)
        shelf = history.all()
        assert shelf.conversations == (kept,)
        assert [damaged.path for damaged in shelf.damaged] == [path]
        assert reason in shelf.damaged[0].reason
        for act in (history.find, lambda name: history.add(name, KeptTurn(question="?"))):
            with pytest.raises(HistoryError, match=r"broken\.json"):
                act("broken")
        assert path.read_bytes() == content

    def test_a_citation_that_contradicts_itself_is_damage(self, history):
        kept = history.keep(conversation())
        path = history.folder / f"{kept.id}.json"
        path.write_text(
            path.read_text(encoding="utf-8").replace('"quote": "1821"', '"quote": "1921"'), "utf-8"
        )
        assert "does not stand in its sentence" in history.all().damaged[0].reason

    def test_fields_of_a_later_version_are_kept(self, history):
        kept = history.keep(conversation())
        path = history.folder / f"{kept.id}.json"
        text = path.read_text(encoding="utf-8").replace('"support":', '"mood": "curious", "support":')
        path.write_text(text, encoding="utf-8")
        history.add(kept.id, KeptTurn(question="Why?"))
        assert path.read_text(encoding="utf-8").count("curious") == text.count("curious")

    def test_a_crash_while_writing_loses_nothing(self, history):
        kept = history.keep(conversation())
        (history.folder / f".{kept.id}.json.x.tmp").write_text('{"schema_ver', encoding="utf-8")
        assert history.all().conversations == (kept,)
        assert history.all().damaged == ()

    def test_a_full_or_closed_disk_is_said_in_a_sentence(self, tmp_path):
        (tmp_path / "file").write_text("no folder", encoding="utf-8")
        with pytest.raises(HistoryError, match="cannot be kept"):
            History(tmp_path / "file").keep(conversation())
        with pytest.raises(HistoryError, match="cannot be read"):
            History(tmp_path / "file").all()


def _add_turns(folder, conversation_id, writer, count):
    for number in range(count):
        History(folder).add(conversation_id, KeptTurn(question=f"{writer}-{number}"))


class TestTwoProcesses:
    def test_both_find_all_their_turns(self, history):
        kept = history.keep(Conversation.begun(title="shared"))
        context = multiprocessing.get_context("spawn")
        writers = [
            context.Process(target=_add_turns, args=(history.folder, kept.id, writer, 15)) for writer in "ab"
        ]
        for writer in writers:
            writer.start()
        while any(writer.is_alive() for writer in writers):
            assert history.all().damaged == ()
            time.sleep(0.02)
        assert [writer.exitcode for writer in writers] == [0, 0]
        questions = [turn.question for turn in history.find(kept.id).turns]
        for writer in "ab":
            assert [each for each in questions if each.startswith(writer)] == [
                f"{writer}-{n}" for n in range(15)
            ]

    def test_a_killed_writer_leaves_no_lock(self, history):
        kept = history.keep(conversation())
        lock = history.folder / ".lock"
        imports = "import os; from pathlib import Path; from tui.files import locked"
        script = f"{imports}\nwith locked(Path({str(lock)!r})): os._exit(9)"
        assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 9
        history.rename(kept.id, "still here")
        assert history.find(kept.id).title == "still here"


class TestGoingOn:
    def test_turns_stand_as_they_stood(self):
        answer = answered(
            "When was it founded?", "1821", otherwise="1822", understood_as="When was the Gazette?"
        )
        for live in (answer, silent("Who is its editor?"), judged("Is it any good?")):
            kept = KeptTurn.model_validate_json(KeptTurn.of(live).model_dump_json())
            again = kept.answer_in({PAPER.source: PAPER, NOTE.source: NOTE})
            assert again.model_dump(exclude={"seconds"}) == live.model_dump(exclude={"seconds"})

    def test_what_was_kept_before_there_were_authors_and_opinions_is_read(self):
        plain = json.loads(KeptTurn.of(answered("When?", "1821", otherwise="1822")).model_dump_json())
        del plain["answer"]["opinions"]
        for cited in (plain["answer"]["citations"][0], plain["answer"]["disagreements"][0]["citations"][0]):
            del cited["author"]
        kept = KeptTurn.model_validate(plain)
        assert (kept.answer.opinions, kept.answer.citations[0].author) == ((), None)
        again = kept.answer_in({PAPER.source: PAPER})
        assert (again.answer, again.disagreements[0].answer, again.opinions) == ("1821", "1822", ())

    def test_an_opinion_goes_with_its_article(self):
        again = KeptTurn.of(judged("Is it any good?")).answer_in({PAPER.source: PAPER})
        assert again.answered
        assert again.opinions == ()

    def test_a_quote_is_found_where_its_sentence_moved(self):
        moved = changed("A new first line.\n" + PAPER.text)
        again = KeptTurn.of(answered("When?", "1821")).answer_in({PAPER.source: moved})
        assert again.citations[0].start == PAPER.text.index("1821") + len("A new first line.\n")

    @pytest.mark.parametrize(
        "articles",
        [
            {},
            {PAPER.source: changed("")},
            {PAPER.source: changed(PAPER.text.replace("founded", "established"))},
            {PAPER.source: changed("Twice:\n" + PAPER.text + PAPER.text)},
        ],
        ids=["gone", "emptied", "reworded", "ambiguous"],
    )
    def test_what_stands_no_more_is_not_answered_again(self, articles):
        assert KeptTurn.of(answered("When?", "1821")).answer_in(articles) is None

    def test_a_conversation_goes_on_without_its_articles(self):
        turns = conversation().turns_in({})
        assert [turn.question for turn in turns] == [turn.question for turn in conversation().turns]
        assert turns[1].understood_as == "By whom was the Gazette founded?"
        assert turns[0].answer is None

    @given(st.text(min_size=1).filter(str.strip), st.text(), st.text())
    @settings(max_examples=60, deadline=None)
    def test_a_place_always_holds_the_quote(self, quote, before, after):
        whole = (0, len(quote))
        kept = KeptCitation.model_validate(Citation.at(Article("s", "t", quote), *whole, whole, 1.0))
        article = Article("s", "t", before + quote + after)
        place = kept.place_in(article)
        assert place is None or article.text[slice(*place)] == quote
        if before == "":
            assert place == (0, len(quote))
