"""The hardest negatives: passages that do not answer and in which the shipped reader is surest of an answer.

BM25 finds what is about the same words; a reader soon tells most of that from an answer. What a folder of
articles misleads it by is what is about the very thing and does not say: another passage of the subject, or
the question's own without the sentences that answer. Of both, the one that tempts it most is kept.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from index.passages import Kind, Passage
from index.sentences import sentences
from qa.metrics import normalise
from qa.reader import Reader, Span
from qa.training.negatives import NearMisses, unanswered
from qa.training.rows import Row

# How far down BM25's list passages are looked for, and how many of them are read.
_DEPTH, _READ = 12, 2
# A passage whose answer was cut out must still be one.
_LEAST_WORDS = 20
# Of a long passage so many characters around what tempted are kept, on either side.
_AROUND = 300
# A reader is misled from this lead on, in logits.
_TEMPTED = -4.0


def tempting(rows: Sequence[Row], count: int, pool: int, reader: Reader, chance: random.Random) -> list[Row]:
    """Ask up to ``count`` of ``rows``, and return unanswerable ones made of passages that tempt the reader.

    ``pool`` different contexts are searched. No context holds the wording of an answer, and what tempted
    shares no word with one: it may be the answer in other words.
    """
    near = NearMisses.among(rows, pool, chance)
    asked = [row for row in rows if row.answers]
    found: list[Row] = []
    for row in chance.sample(asked, min(count, len(asked))):
        texts = [*near.of(row, _DEPTH)[:_READ], *_without_answer(row)]
        # Strings are told apart by where they stand: each is an article of its own.
        passages = [Passage(str(place), 0, len(text), Kind.BODY, text) for place, text in enumerate(texts)]
        surest = next(iter(reader.read(row.question, passages)), None)
        if surest and surest.score > _TEMPTED and not _like_an_answer(surest.text, row):
            found.append(unanswered(row, _cut(surest), "tempting"))
    return found


def _without_answer(row: Row) -> Iterator[str]:
    golds = [normalise(answer.text) for answer in row.answers]
    kept = [
        row.context[start:end]
        for start, end in sentences(row.context)
        if not any(gold in normalise(row.context[start:end]) for gold in golds)
    ]
    text = " ".join(kept)
    if len(text.split()) >= _LEAST_WORDS:
        yield text


def _like_an_answer(words: str, row: Row) -> bool:
    found = set(normalise(words).split())
    return any(found & set(normalise(answer.text).split()) for answer in row.answers)


def _cut(span: Span) -> str:
    text = span.passage.text
    low, high = max(0, span.start - _AROUND), span.end + _AROUND
    low = text.find(" ", low) + 1 if low else 0
    high = text.rfind(" ", 0, high) if high < len(text) else len(text)
    return text[min(low, span.start) : max(high, span.end)]
