"""Other wordings of a question that met silence, each as likely meant, to be looked up in its stead.

Articles speak of their topic as "it" where the question names it, by its name where the question says "the
series", of people by their surnames, and answer in whole sentences what was asked in two words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.library import Library
from qa.conversation import Reading, ReadingKind
from qa.followups.short_names import as_called
from qa.followups.topic import as_spoken_of, by_name, topics
from qa.idioms import said_plainly
from qa.lookup import PASSAGES_A_STEP, Outcome
from qa.telegrams import spelt_out


@dataclass(frozen=True, slots=True)
class Try:
    """A reading to be looked up, and the words in which passages are asked for it."""

    asked: str
    reading: Reading


def second_tries(silent: Outcome, library: Library) -> Iterator[Try]:
    """Yield what may be looked up after the silence, likeliest first."""
    reading, names = silent.reading, topics(library)
    yield from _as_spoken_of(reading, names)
    sources = dict.fromkeys(hit.passage.source for hit in silent.found.hits[:PASSAGES_A_STEP])
    called = as_called(reading.text, [library.article(source).text for source in sources])
    named = by_name(reading.text, names, [article.text for article in library.articles.values()])
    for text in filter(None, (called, named)):
        for wording in (*said_plainly(text), text):
            yield Try(wording, replace(reading, text=wording, kind=ReadingKind.AS_ASKED))
    if named:
        yield from _as_spoken_of(replace(reading, text=named), names)
    for text in spelt_out(reading.text, names):
        yield Try(text, replace(reading, text=text))


def _as_spoken_of(reading: Reading, names: Sequence[str]) -> Iterator[Try]:
    spoken = as_spoken_of(reading.text, names)
    if spoken is not None:
        # Its words are searched for with the topic's name, and read without.
        yield Try(spoken, replace(reading, kind=ReadingKind.TOPIC))
