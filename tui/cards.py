"""A card of the conversation: one question, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.articles import Article
    from index.library import Library
    from index.passages import Passage
    from qa.answer import Answer, Citation
    from qa.turns import Turn


_FINDS = {
    "exact": "These words stand here.",
    "folded": "These words stand here, but for case, accents or blanks.",
    "nearest": "These words stand nowhere; this is the nearest wording.",
}


NEXT_QUESTIONS = 2
"""Questions that are offered after an answer: more would crowd its card."""


class State(Enum):
    """How far a card has come."""

    WAITING = auto()
    ANSWERED = auto()
    FOUND = auto()
    CANCELLED = auto()
    FAILED = auto()


@dataclass(eq=False)
class Card:
    """What was asked; its answer, once there is one; passages found, where it was a search.

    ``note`` is a sentence for the person: what it waits for, why it failed, or what was searched for.
    ``next_questions`` are questions that can be asked after this one; ``room`` is for how many
    of them rows are kept until they have come, so that what is being read stays where it is.
    """

    question: str
    state: State = State.WAITING
    answer: Answer | None = None
    found: tuple[Citation, ...] = ()
    note: str = ""
    next_questions: tuple[str, ...] = ()
    room: int = 0

    @property
    def places(self) -> tuple[Citation, ...]:
        """All places that can be opened, in the order in which they are numbered from 1."""
        return self.answer.places if self.answer else self.found

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions it offers, numbered on from the places: another reading, then what may follow."""
        otherwise = self.answer.otherwise_understood_as if self.answer else None
        return (otherwise, *self.next_questions) if otherwise else self.next_questions

    @property
    def turn(self) -> Turn | None:
        """The card as a turn that later questions may refer to; None if it was not answered."""
        if self.answer is None:
            return None
        from qa.turns import Turn

        return Turn.of(self.answer)


def found_card(query: str, library: Library, count: int) -> Card:
    """Search the library, and put the best passages on a card."""
    found = library.search(query, count)
    places = tuple(_whole(library.article(hit.passage.source), hit.passage) for hit in found.hits)
    best = "best " if len(places) == count else ""
    parts = [f"{len(places)} {best}passages" if len(places) != 1 else "1 passage"]
    parts += [f"“{used}” for “{typed}”" for typed, used in found.corrections.items()]
    parts += [f"no passage mentions “{word}”" for word in found.missing]
    return Card(query, State.FOUND, found=places, note=" · ".join(parts))


def cited_card(what: str, library: Library) -> Card:
    """Look a reference up, or find where words stand, and put the places on a card.

    Raises UsageError when the reference is none or leaves its article, UnreadableError when
    there is no such article.
    """
    from qa.answer import Citation
    from qa.citations import find, is_reference, look_up

    if is_reference(library, what):
        places, note = [look_up(library, what)], "the place of that reference"
    else:
        places = find(library, what)
        note = _FINDS[places[0].match] if places else "These words stand nowhere, nor anything like them."
    found = tuple(Citation.at(p.article, p.start, p.end, p.sentence, 0.0) for p in places)
    return Card(what, State.FOUND, found=found, note=note)


def turns(cards: Iterable[Card]) -> list[Turn]:
    """Return the turns of the cards that were answered, oldest first."""
    return [turn for card in cards if (turn := card.turn) is not None]


def _whole(article: Article, passage: Passage) -> Citation:
    from qa.answer import Citation

    span = (passage.start, passage.end)
    return Citation.at(article, *span, span, 0.0)
