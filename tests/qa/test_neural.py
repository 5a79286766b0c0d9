"""The neural reader, with a model made here whose answers are plain to see."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import UnreadableError
from index.passages import Kind, Passage
from qa.neural import MIX, MODEL, SECOND, Mix, NeuralReader
from qa.readers import open_reader
from tests.qa.tiny_reader import BRACKET_SCORE, make_tiny_reader


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> NeuralReader:
    return NeuralReader(make_tiny_reader(tmp_path_factory.mktemp("tiny")))


def passage(text: str, start: int = 0, source: str = "a.txt") -> Passage:
    return Passage(source, start, start + len(text), Kind.BODY, text)


def test_offsets_are_those_of_the_article(tiny: NeuralReader) -> None:
    span = tiny.read("where?", [passage("it lies in ⟨Évora⟩ now", start=100)])[0]
    assert (span.text, span.start) == ("⟨Évora⟩", 111)


def test_the_lead_is_counted_over_no_answer(tiny: NeuralReader) -> None:
    span = tiny.read("where?", [passage("in ⟨Porto⟩")])[0]
    assert span.score == pytest.approx(2 * BRACKET_SCORE - 2 * 1.0)


@pytest.fixture
def two_models(tmp_path: Path) -> NeuralReader:
    """A reader whose first model has 4 for no answer, and its second 7."""
    folder = make_tiny_reader(tmp_path / "two", no_answer=4.0)
    other = make_tiny_reader(tmp_path / "other", no_answer=7.0)
    (other / MODEL).rename(folder / SECOND)
    return NeuralReader(folder)


def test_where_an_answer_is_likely_a_second_model_has_its_say(two_models: NeuralReader) -> None:
    span = two_models.read("where?", [passage("in ⟨Porto⟩")])[0]
    alone = [2 * BRACKET_SCORE - 2 * none for none in (4.0, 7.0)]
    assert span.text == "⟨Porto⟩"
    assert min(alone) < span.score < max(alone)


def test_where_none_is_likely_the_second_model_is_not_asked(two_models: NeuralReader) -> None:
    spans = two_models.read("where?", [passage("nothing here at all")])
    assert {span.score for span in spans} == {-8.0}


def test_a_second_model_that_cannot_be_read_is_told(two_models: NeuralReader, tmp_path: Path) -> None:
    (tmp_path / "two" / SECOND).write_bytes(b"no model")
    with pytest.raises(UnreadableError, match=SECOND):
        two_models.read("where?", [passage("in ⟨Porto⟩")])


def test_a_passage_that_does_not_answer_comes_last(tiny: NeuralReader) -> None:
    spans = tiny.read("where?", [passage("nothing here at all"), passage("in ⟨Faro⟩", source="b.txt")])
    assert spans[0].text == "⟨Faro⟩"
    assert all(span.score < 0 for span in spans if span.passage.source == "a.txt")


def test_a_long_passage_is_read_to_its_end(tiny: NeuralReader) -> None:
    text = "word " * 1500 + "⟨the end⟩"
    assert tiny.read("what?", [passage(text)])[0].text == "⟨the end⟩"


def test_two_answers_of_one_passage_are_both_found(tiny: NeuralReader) -> None:
    spans = tiny.read("who?", [passage("⟨Ana⟩ and then some words and ⟨Rui⟩")])
    assert {span.text for span in spans[:2]} == {"⟨Ana⟩", "⟨Rui⟩"}


def test_the_question_over_a_passage_is_read_and_never_quoted(tiny: NeuralReader) -> None:
    under = replace(passage("the ⟨red⟩ boat"), question="A ⟨blue⟩ one?")
    spans = tiny.read("which?", [under])
    assert spans[0].text == "⟨red⟩"
    assert all("blue" not in span.text and under.text[span.start : span.end] == span.text for span in spans)


def test_a_long_question_does_not_push_a_passage_out_of_sight(tiny: NeuralReader) -> None:
    under = replace(passage("word " * 500 + "⟨red⟩"), question="why " * 500)
    assert [span.text for span in tiny.read("which?", [under])][:1] == ["⟨red⟩"]


def test_nothing_to_read_gives_no_span(tiny: NeuralReader) -> None:
    assert tiny.read("who?", []) == []


def test_what_a_passage_scores_does_not_depend_on_the_others() -> None:
    shipped = open_reader()
    passages = [
        passage("The bridge was opened in 1931 by the mayor, Ada Lund.", source="a.txt"),
        passage("It closed. " * 60 + "The ferry sank on 3 May 1950 in a storm.", source="b.txt"),
        passage("Nobody knows.", source="c.txt"),
    ]
    together = shipped.read("When was the bridge opened?", passages)
    alone = [span for one in passages for span in shipped.read("When was the bridge opened?", [one])]
    assert together[0].text == "1931"
    assert together == sorted(alone, key=lambda span: -span.score)


@settings(max_examples=60, deadline=None)
@given(before=st.text(max_size=80), inside=st.text(min_size=1, max_size=20), after=st.text(max_size=80))
def test_every_span_is_a_slice_of_its_passage(
    tiny: NeuralReader, before: str, inside: str, after: str
) -> None:
    one = passage(f"{before} ⟨{inside}⟩ {after}", start=7)
    for span in tiny.read("what? \u0301 é", [one]):
        assert one.start <= span.start < span.end <= one.end
        assert span.text == one.text[span.start - 7 : span.end - 7]


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"holds no model\.onnx"):
        open_reader(tmp_path)


def test_a_broken_model_is_refused_in_one_sentence(tmp_path: Path) -> None:
    folder = make_tiny_reader(tmp_path)
    (folder / "model.onnx").write_bytes(b"no model")
    with pytest.raises(UnreadableError, match="is no ONNX model"):
        open_reader(folder).read("who?", [passage("anyone")])


@pytest.mark.parametrize("outputs", [("start",), ("start", "end")])
def test_a_model_of_another_kind_is_refused(tmp_path: Path, outputs: tuple[str, ...]) -> None:
    folder = make_tiny_reader(tmp_path)
    model = onnx.load(folder / "model.onnx")
    kept = [output for output in model.graph.output if output.name in outputs]
    del model.graph.output[:]
    model.graph.output.extend(kept)
    if len(outputs) == 2:
        model.graph.input.append(onnx.helper.make_tensor_value_info("pixels", onnx.TensorProto.INT64, ["n"]))
    onnx.save(model, folder / "model.onnx")
    with pytest.raises(UnreadableError, match="is no extractive reader"):
        open_reader(folder).read("who?", [passage("anyone")])


def test_a_folder_can_tell_how_its_two_models_are_mixed(two_models: NeuralReader) -> None:
    mix = Mix(worth_a_second_look=-100.0, share_of_second=1.0)
    (two_models.folder / MIX).write_text(mix.model_dump_json(), encoding="utf-8")
    again = NeuralReader(two_models.folder)
    assert again.read("where?", [passage("in ⟨Porto⟩")])[0].score == pytest.approx(2 * BRACKET_SCORE - 14.0)
    assert {span.score for span in again.read("where?", [passage("nothing here at all")])} == {-14.0}


@pytest.mark.parametrize("told", ["{", '{"share_of_second": 2}', '{"share": 1}'])
def test_a_mix_that_cannot_be_read_is_told(two_models: NeuralReader, told: str) -> None:
    (two_models.folder / MIX).write_text(told, encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"mix\.json does not say how two models are mixed"):
        NeuralReader(two_models.folder)
