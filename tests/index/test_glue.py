"""Blanks that a page lost around names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import Article
from index.glue import lost_blanks
from index.passages import split


def _apart(text: str) -> str:
    cuts = [0, *lost_blanks(text), len(text)]
    return "|".join(text[low:high] for low, high in pairwise(cuts))


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("hits likeRiver9andThe OAand more", "hits like|River9|and|The OA|and more"),
        ("the filmmakerAnna Berg", "the filmmaker|Anna Berg"),
        ("success ofStrange CarbonandBlack Sea", "success of|Strange Carbon|and|Black Sea"),
        ("Haven is old. It makesHavenuniquely odd.", "Haven is old. It makes|Haven|uniquely odd."),
        ("Haven is old, thatHavenis known.", "Haven is old, that|Haven|is known."),
        ("Haven is old. Havenonly grows.", "Haven is old. Haven|only grows."),
    ],
)
def test_words_glued_to_a_name_are_found(text: str, apart: str) -> None:
    assert _apart(text) == apart


@pytest.mark.parametrize(
    "text",
    [
        "She owns an iPhone, an iPod and a McDonald's, and watches YouTube on eBay.",
        "Iraq and Iraqis, Punjab and Punjabis, Paris and Parisians.",
        "The MyNetworkTV affiliate showed AllMusic charts at 27 inHg and a DoD paper.",
        "Disney opened Disneyland; Congress has a congresswoman, the Congresswoman.",
        "ordinary words in small letters, lost blanksbetweenthem too",
    ],
)
def test_names_of_odd_spelling_are_left_whole(text: str) -> None:
    assert lost_blanks(text) == ()


def test_a_passage_reads_with_its_blanks_and_keeps_its_offsets() -> None:
    text = "Menu\n\nIt has shades of series likeBlack Lake, and ofStrange Hills.\n\nThe end came soon after."
    passages = split(Article(source="a.txt", title="A", text=text))
    [glued] = [passage for passage in passages if passage.lost_blanks]
    assert "like Black Lake, and of Strange Hills" in glued.spaced
    start = glued.spaced.index("Black Lake")
    end = start + len("Black Lake")
    slice_ = slice(glued.start + glued.unspaced(start), glued.start + glued.unspaced(end))
    assert text[slice_] == "Black Lake"


@given(st.text(alphabet="aAbB nNdD.9'", max_size=80))
def test_every_letter_is_kept_and_its_place_known(text: str) -> None:
    for passage in split(Article(source="a.txt", title="A", text=text)):
        spaced = passage.spaced
        assert spaced.replace(" ", "") == passage.text.replace(" ", "")
        for at, letter in enumerate(spaced):
            if letter != " ":
                assert passage.text[passage.unspaced(at)] == letter
