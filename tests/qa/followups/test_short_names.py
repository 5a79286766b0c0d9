"""Names as articles call whoever has them."""

from __future__ import annotations

import pytest

from qa.followups.short_names import as_called

TEXT = (
    "The diver Ada Berg came from Holm. Ada found the bell. When Ada had sold it to Olaf Moe, Moe gave it "
    "back. Siri Moe rang it. The Lund Institute paid. It was poor. In May 1931 it rained, and in May again."
)


@pytest.mark.parametrize(
    ("question", "called"),
    [
        ("When did Ada Berg find the bell?", "When did Ada find the bell?"),
        ("Who paid, Ada Berg's sister?", "Who paid, Ada's sister?"),
        ("What did Olaf Moe buy?", None),  # Siri is a Moe too
        ("What rained in May 1931?", None),
        ("When did Ada find the bell?", None),
        ("Who is the mayor of Holm?", None),
    ],
)
def test_the_short_form_that_stands_alone_takes_the_place_of_the_name(
    question: str, called: str | None
) -> None:
    assert as_called(question, [TEXT]) == called
