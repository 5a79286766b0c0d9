import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from index.articles import Article, Skipped, read_articles
from index.errors import UsageError
from qa.answer import ArticleName, Citation
from tests.tui.conversations import PAPER, answered, citation, conversation, judged
from tui.exports import ExportError, Form, Style, citations_as, file_name, render, save
from tui.kept import Conversation, KeptTurn
from tui.notes import running

GOLDEN = Path(__file__).parent / "golden"

BIBTEX = """\
@misc{papers-gazette-txt-40,
  author = {Rosa *Lind*},
  title = {{The Gazette \\& its *founders*}},
  date = {2019-03-29},
  howpublished = {papers/gazette.txt, line 3},
  url = {https://example.org/gazette},
  note = {``1821'', papers/gazette.txt\\#40-44}
}"""

# Words that Markdown, HTML, LaTeX and terminals would love to obey.
NASTY = st.text(
    st.sampled_from("ab1 \t\n\r\x00\x1b\u202e\\`*_{}[]()<>#+-.!|~$&;\"'^=:@%/é\xa0"), min_size=1
).filter(lambda text: running(text).strip())


def dated(talk):
    day = talk.created.replace(year=2025, month=3, day=18)
    return talk.model_copy(update={"created": day, "changed": day.replace(day=19)})


def about(words):
    """A conversation in which everything reads so: question, title, file and quote."""
    article = Article(words, words, words, url=f"javascript:{words}", author=words)
    whole = (0, len(words))
    answer = answered("When?", "1821").model_copy(
        update={
            "question": words,
            "answer": words,
            "citations": (Citation.at(article, *whole, whole, 0.9),),
            "missing": (words,),
        }
    )
    return Conversation.begun([KeptTurn.of(answer)], library=words)


class Page(HTMLParser):
    """What a browser makes of a page: its tags, and the text of each kind of element."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.links, self.texts, self._open = [], [], {}, []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]
        assert not [name for name, _ in attrs if name.startswith("on")]
        if tag != "meta":
            self._open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        for tag in self._open:
            self.texts[tag][-1] += data


@pytest.mark.parametrize("form", [Form.MARKDOWN, Form.HTML])
def test_the_whole_conversation(form):
    golden = GOLDEN / f"conversation{form.suffix}"
    assert render(dated(conversation()), form) == golden.read_text(encoding="utf-8")


class TestMarkdown:
    @given(NASTY)
    @settings(max_examples=60, deadline=None)
    def test_a_reader_sees_just_the_words(self, words):
        tokens = MarkdownIt().parse(render(about(words), Form.MARKDOWN))
        inline = [token for token in tokens if token.type == "inline"]
        kinds = {child.type for token in inline for child in token.children}
        assert kinds <= {
            "text",
            "text_special",
            "strong_open",
            "strong_close",
            "em_open",
            "em_close",
            "code_inline",
        }
        assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2"]
        plain = ["".join(child.content for child in token.children) for token in inline]
        seen = running(words)
        assert plain[2] == seen
        assert plain[3] == f"{seen}[^1] (well supported)"
        assert plain[4] == f"{seen}[^1]"
        assert plain[5].startswith(f"[^1]: “{seen}”, {seen}, {seen}, line 1, ")


class TestHtml:
    def test_it_needs_nothing_else(self):
        page = render(conversation(), Form.HTML)
        parsed = Page(page)
        assert not {"script", "img", "link", "iframe", "object"} & set(parsed.tags)
        assert {link for link in parsed.links if not link.startswith("#")} == {"https://example.org/gazette"}
        assert "@media print" in page
        assert "url(" not in page
        assert "@import" not in page

    def test_each_note_is_linked_and_there(self):
        page = render(conversation(), Form.HTML)
        wanted = set(re.findall(r'href="#([^"]+)"', page))
        assert wanted == set(re.findall(r'id="([^"]+)"', page)) == {"note-1", "note-2", "note-3", "note-4"}

    def test_the_quote_is_marked_in_its_sentence(self):
        assert "was founded in <mark>1821</mark> by José Núñez." in render(conversation(), Form.HTML)

    @given(NASTY)
    @settings(max_examples=60, deadline=None)
    def test_a_reader_sees_just_the_words(self, words):
        parsed = Page(render(about(words), Form.HTML))
        seen = running(words)
        assert parsed.texts["h2"] == [seen, "Sources"]
        assert parsed.texts["strong"] == [seen]
        assert " ".join(parsed.texts["mark"][0].split(" ")).strip() == seen
        assert parsed.texts["q"] == [seen]
        assert [link for link in parsed.links if not link.startswith("#")] == []


class TestJson:
    def test_it_reads_back_whole(self):
        talk = conversation()
        text = render(talk, Form.JSON)
        assert Conversation.model_validate_json(text) == talk
        assert (
            json.loads(text)["turns"][0]["answer"]["citations"][0]["reference"] == "papers/gazette.txt#40-44"
        )


class TestOneAnswer:
    def test_plain(self):
        assert citations_as([citation("1821")], Style.PLAIN) == (
            "1821\n“The Gazette was founded in 1821 by José Núñez. It costs $5 <now>.”\n"
            "Rosa *Lind*, The Gazette & its *founders*, 2019-03-29, line 3, papers/gazette.txt#40-44, https://example.org/gazette"
        )

    def test_markdown(self):
        assert citations_as([citation("1821")], Style.MARKDOWN) == (
            "> The Gazette was founded in 1821 by José Núñez. It costs \\$5 \\<now>.\n\n"
            "“1821”, Rosa \\*Lind\\*, *The Gazette & its \\*founders\\**, 2019-03-29, line 3, "
            "`papers/gazette.txt#40-44`, <https://example.org/gazette>"
        )

    def test_bibtex(self):
        assert citations_as([citation("1821")], Style.BIBTEX) == BIBTEX

    @pytest.mark.parametrize("style", Style)
    def test_live_and_kept_are_written_alike(self, style):
        live = answered("When?", "1821", otherwise="1822").citations
        kept = KeptTurn.of(answered("When?", "1821")).answer.citations
        assert citations_as(live, style) == citations_as(kept, style)

    def test_several_stand_apart(self):
        both = citations_as([citation("1821"), citation("1822")], Style.BIBTEX)
        assert both.count("@misc{") == 2
        assert "}\n\n@misc" in both

    @given(NASTY)
    @settings(max_examples=60, deadline=None)
    def test_bibtex_keeps_its_braces_and_its_key(self, words):
        article = Article(words, words, words, author=words)
        entry = citations_as([Citation.at(article, 0, len(words), (0, len(words)), 1.0)], Style.BIBTEX)
        depth = 0
        for character in entry:
            depth += (character == "{") - (character == "}")
            assert depth >= 0
        assert depth == 0
        assert re.match(r"@misc\{[a-z0-9-]+-0,\n", entry)
        assert not re.search(r"(?<!\\)[$&#%_]", entry.partition("\n")[2])


@pytest.mark.parametrize("form", [Form.MARKDOWN, Form.HTML])
def test_a_name_that_no_passage_has_is_told_beside_the_answer(form):
    answer = answered("When was the Oslo Gazette founded?", "1821").model_copy(update={"missing": ("Oslo",)})
    assert "No passage mentions “Oslo”." in render(Conversation.begun([KeptTurn.of(answer)]), form)


class TestOpinions:
    def test_each_is_quoted_as_its_authors(self):
        talk = Conversation.begun([KeptTurn.of(judged("Is it any good?"))])
        said = render(talk, Form.MARKDOWN).split("\n\n")
        assert said[4:] == [
            "This is a matter of opinion.",
            "Rosa \\*Lind\\* in *The Gazette & its \\*founders\\**: **It costs \\$5**[^1] (well supported)",
            "> The Gazette was founded in 1821 by José Núñez. It costs \\$5 \\<now>.[^1]",
            "*A note*: **dull**[^2] (supported)",
            "> The Gazette is dull, and its type is small.[^2]",
            *said[-2:],
        ]
        parsed = Page(render(talk, Form.HTML))
        assert parsed.texts["p"][1:] == [
            "This is a matter of opinion.",
            "Rosa *Lind* in The Gazette & its *founders*: It costs $51 well supported",
            "A note: dull2 supported",
        ]
        plain = json.loads(render(talk, Form.JSON))["turns"][0]["answer"]["opinions"]
        assert [(side["answer"], side["citations"][0]["source"]) for side in plain] == [("dull", "note.txt")]

    @pytest.mark.parametrize(
        ("author", "names"),
        [
            ("Jane Doe", "Jane Doe"),
            ("Jane Doe; Ana Ruiz", "Jane Doe and Ana Ruiz"),
            ("Jane Doe & Ana Ruiz", "Jane Doe and Ana Ruiz"),
            ("Doe, Jane", "{Doe, Jane}"),
            ("100% Ana_", r"100\% Ana\_"),
        ],
    )
    def test_bibtex_knows_the_names_of_several(self, author, names):
        article = Article("a.txt", "A", "words", author=author)
        entry = citations_as([Citation.at(article, 0, 5, (0, 5), 1.0)], Style.BIBTEX)
        assert f"  author = {{{names}}},\n" in entry


class TestFiles:
    @pytest.mark.parametrize(("name", "form"), [("a.md", "markdown"), ("a.HTML", "html"), ("a.json", "json")])
    def test_the_suffix_says_the_form(self, tmp_path, name, form):
        talk = conversation()
        save(talk, tmp_path / name)
        assert (tmp_path / name).read_text(encoding="utf-8") == render(talk, Form(form))

    def test_any_other_suffix_is_refused(self, tmp_path):
        with pytest.raises(UsageError, match=r"\.md, \.json or \.html"):
            save(conversation(), tmp_path / "a.docx")

    def test_a_folder_that_is_not_there_is_named(self, tmp_path):
        with pytest.raises(ExportError, match="nowhere"):
            save(conversation(), tmp_path / "nowhere" / "a.md")

    def test_only_exports_are_replaced(self, tmp_path):
        article = tmp_path / "a.md"
        article.write_text("# The mill\n\nIt was built in 1874.\n", encoding="utf-8")
        with pytest.raises(ExportError, match="is no export"):
            save(conversation(), article)
        assert "1874" in article.read_text(encoding="utf-8")
        for form in Form:
            path = (tmp_path / "talk").with_suffix(form.suffix)
            save(conversation(), path)
            save(conversation(), path)

    @pytest.mark.parametrize("form", [Form.MARKDOWN, Form.HTML])
    def test_no_export_is_read_as_an_article(self, tmp_path, form):
        save(conversation(), tmp_path / f"talk{form.suffix}")
        [skipped] = read_articles(tmp_path)
        assert isinstance(skipped, Skipped) and "export" in skipped.reason

    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("When was José born?", "when-was-jose-born.md"),
            ("../../etc/passwd", "etc-passwd.md"),
            ("w" * 70, "w" * 60 + ".md"),
        ],
    )
    def test_a_name_is_made_of_plain_letters(self, title, name):
        assert file_name(conversation(title=title), Form.MARKDOWN) == name

    def test_a_title_without_letters_leaves_the_id(self):
        talk = conversation(title="何時?")
        assert file_name(talk, Form.HTML) == f"{talk.id}.html"


@pytest.mark.parametrize("form", [Form.MARKDOWN, Form.HTML])
def test_what_an_answer_rests_on_is_told_with_its_source(form):
    rests = citation("Some say 1822")
    turn = KeptTurn.of(answered("When?", "1821").model_copy(update={"rests_on": (rests,)}))
    told = render(Conversation.begun([turn], library="papers"), form)
    assert told.index("1821") < told.index("This rests on:") < told.index("Some say")
    kept = turn.answer_in({PAPER.source: PAPER})
    assert kept is not None and kept.rests_on == (rests,)


@pytest.mark.parametrize("form", [Form.MARKDOWN, Form.HTML])
def test_where_was_looked_is_told(form):
    where = ArticleName(source=PAPER.source, title="The *Gazette*")
    turn = KeptTurn.of(answered("When?", "1821").model_copy(update={"looked_in": (where,)}))
    told = render(Conversation.begun([turn], library="papers"), form)
    name = r"The \*Gazette\*" if form is Form.MARKDOWN else "The *Gazette*"
    assert told.index("Looked only in") < told.index(name) < told.index("1821")
    kept = turn.answer_in({PAPER.source: PAPER})
    assert kept is not None and kept.looked_in == (where,)


def test_the_exported_quote_is_the_article_s():
    for cited in (citation("1821"), citation("José Núñez")):
        assert PAPER.text[cited.start : cited.end] in citations_as([cited], Style.PLAIN).splitlines()[0]
