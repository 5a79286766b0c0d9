"""The support model: a probability that moves as sense demands, kept in a plain file."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import OsmosisError
from qa.support import Features, SupportModel, Weight, support_model

_FIGURE = st.floats(0, 1)


@st.composite
def figures(draw: st.DrawFn) -> Features:
    """Any facts' figures, the lead among them of either sign."""
    drawn = {field.name: draw(_FIGURE) for field in fields(Features)}
    return Features(**{**drawn, "lead": draw(st.floats(-4, 4))})


@settings(max_examples=60, deadline=None)
@given(figures())
def test_support_is_a_probability(features: Features) -> None:
    assert 0 <= support_model().support(features) <= 1


@settings(max_examples=60, deadline=None)
@given(figures(), st.floats(-1e6, 1e6))
def test_support_is_a_probability_whatever_the_reader_says(features: Features, lead: float) -> None:
    assert 0 <= support_model().support(replace(features, lead=lead)) <= 1


@pytest.mark.parametrize(
    ("figure", "direction"),
    [
        ("lead", 1),
        ("sure", 1),
        ("sentence_coverage", 1),
        ("surroundings_coverage", 1),
        ("nearness", 1),
        ("behind", -1),
        ("rivals", -1),
        ("counts_other", -1),
        ("names_missing", -1),
    ],
)
@settings(max_examples=30, deadline=None)
@given(features=figures(), more=st.floats(0, 1))
def test_what_speaks_for_a_fact_never_lowers_its_support(
    figure: str, direction: int, features: Features, more: float
) -> None:
    raised = replace(features, **{figure: getattr(features, figure) + more})
    before, after = support_model().support(features), support_model().support(raised)
    assert (after - before) * direction >= -1e-12


def test_a_good_fact_is_answered_and_a_poor_one_is_not() -> None:
    model = support_model()
    nothing = Features(**{field.name: 0.0 for field in fields(Features)})
    good = replace(
        nothing, lead=1.8, sure=1.0, ahead=1.0, sentence_coverage=1.0, passage_coverage=1.0,
        surroundings_coverage=1.0,
        nearness=0.7, kind_fits=1.0, length=0.7,
    )  # fmt: skip
    poor = replace(
        good,
        lead=-1.5,
        sure=0.0,
        ahead=0.0,
        behind=1.0,
        rivals=1.0,
        passage_coverage=0.2,
        names_missing=0.5,
    )
    assert model.support(good) >= model.least_support > model.support(poor)


def test_a_model_survives_its_file(tmp_path: Path) -> None:
    model = SupportModel(
        bias=-1.5, weights={"lead": Weight(weight=2.0, mean=0.25, scale=0.5)}, least_support=0.7
    )
    file = tmp_path / "support.json"
    file.write_text(model.model_dump_json(indent=1), encoding="utf-8")
    assert support_model(file) == model


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no JSON",
        b"\xff\xfe",
        b"[]",
        b'{"bias": 0.0, "weights": {}}',
        json.dumps({"bias": "much", "weights": {}, "least_support": 0.5}).encode(),
        json.dumps({"bias": 0, "weights": {}, "least_support": 1.5}).encode(),
        json.dumps(
            {"bias": 0, "weights": {"moon": {"weight": 1, "mean": 0, "scale": 1}}, "least_support": 0.5}
        ).encode(),
        json.dumps(
            {"bias": 0, "weights": {"lead": {"weight": 1, "mean": 0, "scale": 0}}, "least_support": 0.5}
        ).encode(),
        b'{"bias": NaN, "weights": {}, "least_support": 0.5}',
    ],
)
def test_what_is_no_model_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "weights.json"
    file.write_bytes(content)
    with pytest.raises(OsmosisError, match=r"weights\.json"):
        support_model(file)


def test_a_missing_model_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(OsmosisError, match=r"nowhere\.json"):
        support_model(tmp_path / "nowhere.json")
