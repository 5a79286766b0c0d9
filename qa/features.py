"""Features: what speaks for or against a candidate answer, each a short name that is true of it.

A scene is one passage in the light of one question. Its features come in four groups, so that a
reader weighs words once and not once per candidate: of the sentence, of the candidate's first
word, of its last word, and of the whole candidate.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import lru_cache
from itertools import compress, pairwise
from math import exp
from typing import NamedTuple

from qa.candidates import Candidate, Shape
from qa.question import Question
from qa.tagged import CAPITALISED, CLOSED, Tag, Text, cut, stem

REACH = 6.0  # words over which the nearness of a question's word fades by 1/e
LONGEST_WAY = 4  # words between a candidate and a word of the question that are still spelt out
_FADE = [exp(-distance / REACH) for distance in range(60)]
_FAR = 20
_LENGTHS = (1, 2, 3, 4, 5, 6, 7, 8, 12, 18, 99)  # words: the upper bounds of classes of length
_DISTANCES = [0, 1, 2, 3, 4, 4, 6, 6, 6, 9, 9, 9, 9, 14, 14, 14, 14, 14, 18, 18, _FAR]


class Asked:
    """A question made ready to be looked for.

    ``weights`` maps the stems of its content words to their rarity, ``pairs`` are the stems
    that follow each other, ``names`` those of capitalised words and figures, ``form`` is the
    kind of word that follows what is asked ("who *did* she meet", "who *was* met"; "subject"
    where the verb follows, "who met her"), ``verb`` the stem of the likely verb.
    """

    __slots__ = (
        "focus",
        "form",
        "names",
        "pairs",
        "question",
        "rarity",
        "total",
        "unseen",
        "verb",
        "weights",
    )

    def __init__(self, question: Question, rarity: Mapping[str, float], unseen: float) -> None:
        """Weigh the question's words; ``rarity`` maps stems to weights, ``unseen`` is any other stem's."""
        here = cut(question.text)
        tags, stems = here.tags, here.stems
        content = [place for place, tag in enumerate(tags) if tag not in CLOSED]
        self.question = question
        self.rarity, self.unseen = rarity, unseen
        self.weights = {stems[place]: rarity.get(stems[place], unseen) for place in content}
        self.total = sum(self.weights.values()) or 1.0
        self.pairs = frozenset(pairwise(stems))
        self.names = {stems[k] for k in content if k and (tags[k] in CAPITALISED or tags[k] is Tag.DIGITS)}
        self.focus = stem(question.focus) if question.focus else ""
        self.form, self.verb = _form(tags, here.folded, stems, self.focus)


def _form(tags: list[Tag], folded: list[str], stems: list[str], focus: str) -> tuple[str, str]:
    asking = next((place for place, tag in enumerate(tags) if tag is Tag.WH), 0)
    begin = next((place + 1 for place in range(asking, len(stems)) if stems[place] == focus), asking + 1)
    helper = next((k for k in range(asking + 1, min(len(tags), begin + 3)) if tags[k] is Tag.AUXILIARY), -1)
    content = [k for k in range(begin, len(tags)) if tags[k] not in CLOSED]
    if helper < 0 or (content and begin < helper and content[0] < helper):
        return "subject", stems[content[0]] if content else ""
    if folded[helper] in ("do", "does", "did"):
        lower = [k for k in content if tags[k] not in CAPITALISED and tags[k] not in (Tag.DIGITS, Tag.LY)]
        return "do", stems[lower[-1]] if lower else ""
    past = [k for k in content if k > helper and tags[k] in (Tag.ED, Tag.ING)]
    return "be" if folded[helper] in ("is", "are", "was", "were") else "aux", stems[past[0]] if past else ""


class _Match(NamedTuple):
    """A word of the question, found in the text."""

    place: int
    stem: str
    weight: float


class Scene:
    """A text in the light of a question.

    ``shares[n]`` is how much of the question's weight sentence ``n`` holds, ``best`` the
    highest of them, ``coverage`` the whole text's share and ``named`` the share of the
    question's names, all in 0..1; ``ranked`` are the sentences, best share first.
    """

    __slots__ = ("_matches", "_places", "asked", "best", "coverage", "named", "ranked", "shares", "text")

    def __init__(self, asked: Asked, text: Text) -> None:
        """Find the question's words in the text."""
        weights, stems = asked.weights, text.stems
        self.asked = asked
        self.text = text
        self._matches = [
            [_Match(k, stems[k], weights[stems[k]]) for k in inside if stems[k] in weights]
            for inside in text.inside
        ]
        self.shares = [
            sum({stem: weight for _, stem, weight in here}.values()) / asked.total for here in self._matches
        ]
        present = {match.stem for here in self._matches for match in here}
        self.coverage = sum(weights[found] for found in present) / asked.total
        self.named = len(asked.names & present) / len(asked.names) if asked.names else 1.0
        self.ranked = sorted(range(len(self.shares)), key=lambda n: (-self.shares[n], n))
        self.best = max(self.shares, default=0.0)
        self._places = [[match.place for match in here] for here in self._matches]

    def of_sentence(self, n: int) -> list[str]:
        """Return what speaks for the answer standing in sentence ``n``."""
        share, inside, stems = self.shares[n], self.text.inside[n], self.text.stems
        pairs = self.asked.pairs.intersection(
            zip(stems[inside.start : inside.stop - 1], stems[inside.start + 1 :], strict=False)
        )
        verb = any(match.stem == self.asked.verb for match in self._matches[n])
        return [
            f"share={int(share * 10)}",
            f"rank={min(self.ranked.index(n), 3)}",
            f"behind={int((self.best - share) * 10)}",
            f"pairs={min(len(pairs), 4)}",
            f"nth={min(n, 3)}",
            f"words={min(len(inside) // 8, 5)}",
            f"before={int(self.shares[n - 1] * 5) if n else 'none'}",
            "verb" if verb else "no verb",
        ]

    def of_start(self, n: int, place: int) -> list[str]:
        """Return what speaks for an answer that begins with the word at ``place`` of sentence ``n``."""
        text, places = self.text, self._places[n]
        earlier = bisect_left(places, place)
        near = places[earlier - 1] if earlier else -1
        tag, mark = text.tags[place], text.gaps[place].strip()[-1:]
        before, left = (text.tags[place - 1], text.folded[place - 1]) if place else ("", "")
        found = [
            f"first={tag}",
            f"before={mark}{before}",
            f"before first={mark}{before} {tag}",
            f"gap={mark}",
        ]
        if before in CLOSED:
            found += [f"left word={left}", f"left words={text.folded[place - 2] if place > 1 else ''} {left}"]
        if tag in CLOSED:
            found.append(f"first word={text.folded[place]}")
        if near < 0:
            return [*found, "left=none"]
        found += [
            f"left={_bucket(place - near)}",
            f"left barriers={min(text.barriers[place] - text.barriers[near], 3)}",
        ]
        if place - near <= LONGEST_WAY:
            way, form = self._way(near, place)
            found += [f"left way={way}", f"left way={way} {form}", f"left way={text.tags[near]} {way}"]
            if place - near == 1 and text.stems[near] == self.asked.focus:
                found.append("focus left")
        return found

    def of_end(self, n: int, place: int) -> list[str]:
        """Return what speaks for an answer that ends with the word at ``place`` of sentence ``n``."""
        text, places = self.text, self._places[n]
        later = bisect_right(places, place)
        near = places[later] if later < len(places) else -1
        tag, mark = text.tags[place], text.gaps[place + 1].strip()[:1]
        after, right = (
            (text.tags[place + 1], text.folded[place + 1]) if place + 1 < len(text.tags) else ("", "")
        )
        found = [f"last={tag}", f"after={mark}{after}", f"last after={tag} {mark}{after}", f"end gap={mark}"]
        if after in CLOSED:
            found.append(f"right word={right}")
        if near < 0:
            return [*found, "right=none"]
        found += [
            f"right={_bucket(near - place)}",
            f"right barriers={min(text.barriers[near] - text.barriers[place], 3)}",
        ]
        if near - place <= LONGEST_WAY:
            way, form = self._way(place, near)
            found += [f"right way={way}", f"right way={way} {form}", f"right way={way} {text.tags[near]}"]
            if near - place == 1 and text.stems[near] == self.asked.focus:
                found.append("focus right")
        return found

    def _way(self, low: int, high: int) -> tuple[str, str]:
        """Spell out the words between two places, open classes by their tags; and the question's form."""
        text = self.text
        way = " ".join(
            word if tag in CLOSED else tag
            for word, tag in zip(text.folded[low + 1 : high], text.tags[low + 1 : high], strict=True)
        )
        comma = "," if text.barriers[high] > text.barriers[low] else ""
        verb = " verb" if self.asked.verb in (text.stems[low], text.stems[high]) else ""
        return way + comma, self.asked.form + verb

    def of_span(self, n: int, span: Candidate) -> list[str]:
        """Return what speaks for the candidate as a whole, standing in sentence ``n``."""
        asked, text, first, last = self.asked, self.text, span.first, span.last
        left = right = _FAR
        near: dict[str, float] = {}
        repeated = verb = 0
        for place, found_stem, weight in self._matches[n]:
            if place < first:
                distance = left = first - place
            elif place > last:
                distance = place - last
                right = min(right, distance)
            else:
                repeated += 1
                continue
            near[found_stem] = max(near.get(found_stem, 0.0), weight * _FADE[min(distance, 59)])
            if found_stem == asked.verb:
                verb = distance if place < first else -distance
        content = text.contents[last + 1] - text.contents[first]
        size = min(last - first + 1, 4)
        said = (
            "none"
            if not repeated
            else "all"
            if repeated >= content
            else "half"
            if 2 * repeated >= content
            else "few"
        )
        side = "left" if left < right else "right" if right < left else "none"
        rarity = [asked.rarity.get(found, asked.unseen) for found in text.stems[first : last + 1]]
        cap, looks = _looks(text, span)
        found = [
            *looks,
            f"near={int(sum(near.values()) / asked.total * 12)}",
            f"sides={_bucket(left)} {_bucket(right)}",
            f"{asked.form} {side} {_bucket(min(left, right))}",
            f"rarest={int(max(rarity) * 2)}",
            f"commonest={int(min(rarity) * 2)}",
            f"said={said}",
            f"said length={said} {size}",
            f"cue={asked.question.cue} {span.shape}",
            f"cue={asked.question.cue} caps={cap}",
        ]
        if verb:
            found.append(f"{asked.form} verb {'-' if verb < 0 else '+'}{_bucket(abs(verb))}")
        if asked.focus:
            found += [f"focus={asked.focus} {span.shape}", f"focus={asked.focus} caps={cap}"]
            if asked.focus in (stems := text.stems[first : last + 1]):
                found.append(
                    "focus last"
                    if stems[-1] == asked.focus
                    else "focus first"
                    if stems[0] == asked.focus
                    else "focus inside"
                )
        return found


def _bucket(distance: int) -> int:
    return _DISTANCES[min(distance, _FAR)]


def _looks(text: Text, span: Candidate) -> tuple[str, tuple[str, ...]]:
    """Return how much of the candidate is capitalised, and what is true of it whatever is asked."""
    first, last = span.first, span.last
    tags = text.tags[first : last + 1]
    return _look_names(
        span.shape,
        min(len(tags), _LENGTHS[-1]),
        text.capitals[last + 1] - text.capitals[first],
        text.contents[last + 1] - text.contents[first],
        (
            Tag.CONJUNCTION in tags,
            text.barriers[last] > text.barriers[first],
            Tag.PREPOSITION in tags[1:],
            Tag.DIGITS in tags,
        ),
    )


# Thousands of candidates look alike.
@lru_cache(maxsize=4096)
def _look_names(
    shape: Shape, size: int, capital: int, content: int, inside: tuple[bool, ...]
) -> tuple[str, tuple[str, ...]]:
    length = _LENGTHS[bisect_left(_LENGTHS, size)]
    cap = "all" if capital == size else "content" if capital == content else "some" if capital else "none"
    return cap, (
        f"shape={shape}",
        f"caps={cap}",
        f"length={length}",
        f"shape length={shape} {min(length, 5)}",
        f"caps length={cap} {min(size, 4)}",
        *compress((f"and {shape}", f"comma {shape}", f"preposition {shape}", "digits"), inside),
    )
