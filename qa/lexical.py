"""The lexical reader: a logistic regression over features of words, their shapes and their places.

Small and inspectable: its weights are one JSON file of named features, made by
``python -m qa.training.lexical`` and described in ``qa/models/lexical.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from operator import itemgetter
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from index.errors import UnreadableError
from index.passages import Passage
from qa.candidates import Candidate, candidates
from qa.features import Asked, Scene
from qa.question import AnswerKind, understand
from qa.reader import Span
from qa.tagged import cut

SHIPPED = Path(__file__).parent / "models" / "lexical.json"
SENTENCES_OF_PASSAGE = 3  # those that share most with the question: they hold 97 % of SQuAD's answers
SENTENCES_READ = 10  # over all passages: what bounds the time
SHORTLIST = 40  # candidates of a sentence that are weighed wholly; more change no held-out figure
SPANS_PER_PASSAGE = 3
ANY = "any"


class LexicalModel(BaseModel):
    """The reader's weights.

    ``weights`` maps a kind of answer, or ``any``, to its features' weights: a feature counts
    with the sum of both. ``rarity`` maps index terms to their weights in the question,
    ``unseen`` is that of every other term. ``lead`` turns a score into the lead over "this
    passage does not answer" (see ``lead_evidence``).
    """

    model_config = ConfigDict(frozen=True)

    weights: Mapping[str, Mapping[str, float]]
    rarity: Mapping[str, float]
    unseen: float
    lead: Mapping[str, float]

    def for_kind(self, kind: AnswerKind) -> dict[str, float]:
        """Return the features' weights when an answer of that kind is expected."""
        general, special = self.weights.get(ANY, {}), self.weights.get(kind, {})
        return dict(general) | {name: weight + general.get(name, 0.0) for name, weight in special.items()}

    def lead_of(self, evidence: Mapping[str, float]) -> float:
        """Return the lead over "this passage does not answer", in logits."""
        return sum(self.lead.get(name, 0.0) * value for name, value in evidence.items())


def open_model(path: Path) -> LexicalModel:
    """Read the weights; raises UnreadableError when the file is missing or is no such model."""
    try:
        return LexicalModel.model_validate_json(path.read_bytes())
    except OSError as problem:
        raise UnreadableError(f"The reader {path} could not be read: {problem.strerror}.") from problem
    except ValidationError as problem:
        raise UnreadableError(f"{path} is no lexical reader.") from problem


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with the regression's score; higher is better, within one passage."""

    candidate: Candidate
    score: float


class Ranker:
    """Scores the candidates of scenes by named weights."""

    def __init__(self, model: LexicalModel, *, shortlist: int | None = SHORTLIST) -> None:
        """Weigh with ``model``; of each sentence only the best ``shortlist`` by their ends, all for None."""
        self._model = model
        self._shortlist = shortlist
        self._weights = lru_cache(maxsize=None)(model.for_kind)

    def scene(self, question: str, text: str) -> Scene:
        """Set the scene of one text and question."""
        return Scene(self.asked(question), cut(text))

    def asked(self, question: str) -> Asked:
        """Make a question ready for scoring."""
        return Asked(understand(question), self._model.rarity, self._model.unseen)

    def rank(self, here: Scene, chosen: Sequence[int] | None = None) -> list[Scored]:
        """Return the candidates of the chosen sentences, best first; equal ones by their place.

        Without a choice, of those that share most with the question.
        """
        chosen = here.ranked[:SENTENCES_OF_PASSAGE] if chosen is None else chosen
        found = [scored for n in chosen for scored in self._of_sentence(here, n)]
        return sorted(found, key=lambda scored: (-scored.score, scored.candidate.start, scored.candidate.end))

    def _of_sentence(self, here: Scene, n: int) -> Iterator[Scored]:
        """Weigh by first and last words first, then wholly what is left on the short list."""
        weights = self._weights(here.asked.question.expects)
        spans = candidates(here.text, n, here.asked.question.expects)
        starts = {place: _weigh(here.of_start(n, place), weights) for place in {span.first for span in spans}}
        ends = {place: _weigh(here.of_end(n, place), weights) for place in {span.last for span in spans}}
        rough = [(starts[span.first] + ends[span.last], span) for span in spans]
        if self._shortlist is not None and len(rough) > self._shortlist:
            rough = nlargest(self._shortlist, rough, key=itemgetter(0))
        base = _weigh(here.of_sentence(n), weights)
        for score, span in rough:
            yield Scored(span, base + score + _weigh(here.of_span(n, span), weights))


def _weigh(names: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum([weights[name] for name in names if name in weights])


def lead_evidence(here: Scene, ranked: Sequence[Scored]) -> dict[str, float]:
    """Return what tells whether the passage answers at all, in numbers: see LexicalModel.lead."""
    runner_up = ranked[1].score if len(ranked) > 1 else ranked[0].score - 1.0
    return {
        "score": ranked[0].score,
        "margin": min(ranked[0].score - runner_up, 2.0),
        "covered": here.coverage,
        "best sentence": here.best,
        "named": here.named,
        "bias": 1.0,
    }


class LexicalReader:
    """Implements ``qa.reader.Reader`` with a logistic regression."""

    def __init__(self, path: Path = SHIPPED) -> None:
        """Open the weights at ``path``; raises UnreadableError when that fails."""
        self._model = open_model(path)
        self._ranker = Ranker(self._model)

    def read(self, question: str, passages: Sequence[Passage]) -> list[Span]:
        """Return up to three spans of each passage, best first (see Reader)."""
        asked = self._ranker.asked(question)
        scenes = [Scene(asked, cut(passage.text)) for passage in passages]
        shares = [
            (here.shares[n], -k, n)
            for k, here in enumerate(scenes)
            for n in here.ranked[:SENTENCES_OF_PASSAGE]
        ]
        chosen: dict[int, list[int]] = {}
        for _, k, n in nlargest(SENTENCES_READ, shares):
            chosen.setdefault(-k, []).append(n)
        spans = [span for k in sorted(chosen) for span in self._of_passage(passages[k], scenes[k], chosen[k])]
        return sorted(spans, key=lambda span: -span.score)

    def _of_passage(self, passage: Passage, here: Scene, chosen: Sequence[int]) -> Iterator[Span]:
        ranked = self._ranker.rank(here, chosen)
        if not ranked:
            return
        lead = self._model.lead_of(lead_evidence(here, ranked))
        slope = self._model.lead.get("score", 1.0)
        for scored in _apart(ranked):
            behind = slope * (ranked[0].score - scored.score)
            start, end = scored.candidate.start, scored.candidate.end
            yield Span(passage, passage.start + start, passage.start + end, lead - behind)


def _apart(ranked: Sequence[Scored]) -> list[Scored]:
    """Return the best few candidates that do not overlap one another."""
    kept: list[Scored] = []
    for scored in ranked:
        span = scored.candidate
        if all(span.end <= other.candidate.start or other.candidate.end <= span.start for other in kept):
            kept.append(scored)
            if len(kept) == SPANS_PER_PASSAGE:
                break
    return kept
