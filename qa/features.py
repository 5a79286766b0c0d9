"""Features: what speaks for or against a candidate answer, each a short name that is true of it.

A scene is one passage in the light of one question. Its features come in four groups, so that a
reader weighs words once and not once per candidate: of the sentence, of the candidate's first
word, of its last word, and of the whole candidate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from index.sentences import sentences
from index.terms import fold, terms, words
from qa.candidates import Candidate, Shape, Tag, Text, tag_of
from qa.question import AnswerKind, Question

REACH = 6.0  # words over which the nearness of a question's word fades by 1/e
_STOP_TAGS = frozenset(
    {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.CONJUNCTION, Tag.SUBORDINATE, Tag.PRONOUN, Tag.WH}
    | {Tag.AUXILIARY, Tag.NOT}
)
_OPEN_TAGS = frozenset({Tag.CAPITAL, Tag.CAPITALS, Tag.ING, Tag.ED, Tag.LY, Tag.PLURAL, Tag.WORD, Tag.DIGITS})
_DISTANCES = (0, 1, 2, 3, 4, 4, 6, 6, 6, 9, 9, 9, 9, 14, 14, 14, 14, 14)
_FAR = 20


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """Return the index term of one folded word."""
    found = terms(folded)
    return found[0] if found else folded


class Asked:
    """A question made ready to be looked for: its stems with their weights, and its form."""

    __slots__ = ("focus", "form", "kind", "names", "pairs", "question", "total", "verb", "weights")

    def __init__(self, question: Question, rarity: Mapping[str, float], unseen: float) -> None:
        """Weigh the question's words; ``rarity`` maps stems to weights, ``unseen`` is any other stem's."""
        spans = words(question.text)
        folded = [fold(question.text[a:b]) for a, b in spans]
        tags = [tag_of(question.text[a:b], word) for (a, b), word in zip(spans, folded, strict=True)]
        content = [place for place, tag in enumerate(tags) if tag not in _STOP_TAGS]
        stems = [stem(word) for word in folded]
        self.question = question
        self.kind = question.expects
        self.weights = {stems[place]: rarity.get(stems[place], unseen) for place in content}
        self.total = sum(self.weights.values()) or 1.0
        self.pairs = frozenset(zip(stems, stems[1:], strict=False))
        self.names = frozenset(
            stems[place] for place in content if tags[place] in (Tag.CAPITAL, Tag.CAPITALS, Tag.DIGITS) and place
        )
        self.focus = stem(question.focus) if question.focus else ""
        self.form, self.verb = _form(tags, folded, stems, self.focus)


def _form(tags: list[Tag], folded: list[str], stems: list[str], focus: str) -> tuple[str, str]:
    """Return how the question is built, by the word that follows what is asked, and its verb's stem."""
    asking = next((place for place, tag in enumerate(tags) if tag is Tag.WH), 0)
    begin = next((place + 1 for place in range(asking, len(stems)) if stems[place] == focus), asking + 1)
    helper = next((place for place in range(asking + 1, min(len(tags), begin + 3)) if tags[place] is Tag.AUXILIARY), -1)
    content = [place for place in range(begin, len(tags)) if tags[place] in _OPEN_TAGS]
    if helper < 0 or (content and content[0] < helper and helper > begin):
        return "subject", stems[content[0]] if content else ""
    if folded[helper] in ("do", "does", "did"):
        lower = [place for place in content if tags[place] not in (Tag.CAPITAL, Tag.CAPITALS, Tag.DIGITS, Tag.LY)]
        return "do", stems[lower[-1]] if lower else ""
    past = [place for place in content if place > helper and tags[place] in (Tag.ED, Tag.ING)]
    return "be" if folded[helper] in ("is", "are", "was", "were") else "aux", stems[past[0]] if past else ""


@dataclass(frozen=True, slots=True)
class _Match:
    place: int
    stem: str
    weight: float


class Scene:
    """A passage's text in the light of a question."""

    __slots__ = ("asked", "best", "coverage", "matches", "named", "ranked", "shares", "spans", "stems", "text")

    def __init__(self, asked: Asked, text: Text, spans: list[tuple[int, int]]) -> None:
        """Find the question's words in the text, cut into the sentences ``spans``, and rank these."""
        self.asked = asked
        self.text = text
        self.stems = [stem(word) for word in text.folded]
        self.spans = spans
        weights = asked.weights
        self.matches: list[list[_Match]] = []
        self.shares: list[float] = []
        for sentence in spans:
            here = [_Match(k, s, weights[s]) for k in text.between(*sentence) if (s := self.stems[k]) in weights]
            self.matches.append(here)
            self.shares.append(sum({match.stem: match.weight for match in here}.values()) / asked.total)
        present = {match.stem for here in self.matches for match in here}
        self.coverage = sum(weights[s] for s in present) / asked.total
        self.named = sum(name in present for name in asked.names) / len(asked.names) if asked.names else 1.0
        self.ranked = sorted(range(len(spans)), key=lambda n: (-self.shares[n], n))
        self.best = self.shares[self.ranked[0]] if spans else 0.0

    def of_sentence(self, n: int) -> list[str]:
        """Return what speaks for the answer standing in sentence ``n``."""
        share, rank = self.shares[n], self.ranked.index(n)
        places = self.text.between(*self.spans[n])
        pairs = {(self.stems[k], self.stems[k + 1]) for k in places[:-1]} & self.asked.pairs if len(places) > 1 else set()
        before = self.shares[n - 1] if n else 0.0
        return [
            "bias",
            f"share={int(share * 10)}",
            f"rank={min(rank, 3)}",
            f"behind={int((self.best - share) * 10)}",
            f"pairs={min(len(pairs), 4)}",
            f"nth={min(n, 3)}",
            f"words={min(len(places) // 8, 5)}",
            f"before={int(before * 5)}",
            f"covered={int(self.coverage * 10)}",
            f"named={int(self.named * 4)}",
            "verb" if any(match.stem == self.asked.verb for match in self.matches[n]) else "no verb",
        ]

    def of_start(self, place: int) -> list[str]:
        """Return what speaks for an answer that begins with the word at ``place``."""
        text = self.text
        tag, word, gap = text.tags[place], text.folded[place], text.gaps[place]
        before = text.tags[place - 1] if place else "^"
        left = text.folded[place - 1] if place else "^"
        mark = gap.strip()[-1:]
        known = self.stems[place - 1] in self.asked.weights if place else False
        found = [
            f"first={tag}",
            f"before={before}{mark}",
            f"before first={before}{mark} {tag}",
            f"gap={mark}",
        ]
        if before in _STOP_TAGS:
            found.append(f"left={left}")
            found.append(f"lefts={text.folded[place - 2] if place > 1 else '^'} {left}" if tag else "")
        if tag in _STOP_TAGS:
            found.append(f"first word={word}")
        if known:
            found.append(f"known left={before}")
            if self.stems[place - 1] == self.asked.verb:
                found.append(f"verb left {self.asked.form}")
        elif before in _STOP_TAGS and place > 1 and self.stems[place - 2] in self.asked.weights:
            found.append(f"known left over={left}")
            if self.stems[place - 2] == self.asked.verb:
                found.append(f"verb left over={left}")
        return found

    def of_end(self, place: int) -> list[str]:
        """Return what speaks for an answer that ends with the word at ``place``."""
        text = self.text
        tag, gap = text.tags[place], text.gaps[place + 1]
        last = place + 1 == len(text.folded)
        after = "$" if last else text.tags[place + 1]
        right = "$" if last else text.folded[place + 1]
        mark = gap.strip()[:1]
        found = [
            f"last={tag}",
            f"after={mark}{after}",
            f"last after={tag} {mark}{after}",
            f"end gap={mark}",
        ]
        if after in _STOP_TAGS:
            found.append(f"right={right}")
        if not last and self.stems[place + 1] in self.asked.weights:
            found.append(f"known right={after}")
            if self.stems[place + 1] == self.asked.verb:
                found.append(f"verb right {self.asked.form}")
            if self.stems[place + 1] == self.asked.focus:
                found.append("focus right")
        elif place + 2 < len(text.folded) and self.stems[place + 2] in self.asked.weights:
            found.append(f"known right over={after}{mark}")
            if self.stems[place + 2] == self.asked.verb:
                found.append(f"verb right over={after}")
        return found

    def of_span(self, n: int, span: Candidate) -> list[str]:
        """Return what speaks for the candidate as a whole, standing in sentence ``n``."""
        asked, first, last, shape = self.asked, span.first, span.last, span.shape
        near = 0.0
        left = right = _FAR
        nearness: dict[str, float] = {}
        repeated = 0
        for match in self.matches[n]:
            if match.place < first:
                distance = first - match.place
                left = min(left, distance)
            elif match.place > last:
                distance = match.place - last
                right = min(right, distance)
            else:
                repeated += 1
                continue
            nearness[match.stem] = max(nearness.get(match.stem, 0.0), match.weight * exp(-distance / REACH))
        near = sum(nearness.values()) / asked.total
        size = last - first + 1
        length = size if size <= 8 else 9 if size <= 12 else 13 if size <= 18 else 19
        side = "left" if left < right else "right" if right < left else "none"
        tags = self.text.tags[first : last + 1]
        content = sum(tag not in _STOP_TAGS for tag in tags)
        capital = sum(tag in (Tag.CAPITAL, Tag.CAPITALS) for tag in tags)
        cap = "all" if capital == size else "content" if capital == content else "some" if capital else "none"
        said = "none" if not repeated else "all" if repeated >= content else "half" if 2 * repeated >= content else "few"
        found = [
            f"shape={shape}",
            f"length={length}",
            f"shape length={shape} {min(length, 5)}",
            f"near={int(near * 12)}",
            f"left={_bucket(left)}",
            f"right={_bucket(right)}",
            f"{asked.form} {side} {_bucket(min(left, right))}",
            f"said={said}",
            f"said length={said} {min(length, 4)}",
            f"caps={cap} {min(size, 4)}",
            f"cue={asked.question.cue} {shape}",
            f"cue={asked.question.cue} caps {cap}",
        ]
        if self.matches[n] and asked.verb:
            verb = next((match.place for match in self.matches[n] if match.stem == asked.verb), None)
            if verb is not None:
                gone = first - verb if verb < first else last - verb if verb > last else 0
                found.append(f"{asked.form} verb {'-' if gone < 0 else '+'}{_bucket(abs(gone))}")
        if asked.focus:
            found.append(f"focus={asked.focus} {shape}")
            found.append(f"focus={asked.focus} caps {cap}")
            place = next((k - first for k in range(first, last + 1) if self.stems[k] == asked.focus), None)
            if place is not None:
                found.append("focus first" if place == 0 else "focus last" if place == size - 1 else "focus inside")
        if size > 2 and any(tag is Tag.CONJUNCTION for tag in tags):
            found.append(f"and {shape}")
        if size > 2 and any("," in gap for gap in self.text.gaps[first + 1 : last + 1]):
            found.append(f"comma {shape}")
        if size > 1 and any(tag is Tag.PREPOSITION for tag in tags[1:]):
            found.append(f"preposition {shape}")
        if any(tag is Tag.DIGITS for tag in tags):
            found.append("digits")
        return found


def _bucket(distance: int) -> int:
    return _DISTANCES[distance] if distance < len(_DISTANCES) else _FAR


def scene(asked: Asked, text: str) -> Scene:
    """Set the scene of one passage."""
    return Scene(asked, Text(text), sentences(text))
