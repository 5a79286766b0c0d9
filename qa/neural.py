"""The neural reader: a BERT-like extractive model in ONNX, run by onnxruntime.

Any model with the usual three inputs (``input_ids``, ``attention_mask`` and, where it takes
them, ``token_type_ids``) and two outputs (start and end scores, in this order) will do,
beside the ``tokenizer.json`` it was trained with. The first token's position, [CLS], stands for
"this passage does not answer", as in SQuAD 2.0 (Devlin et al., 2019).

A second, larger such model may stand beside it. What the first finds an answer likely in, the second reads
too, and their scores are averaged: it costs its time on the few passages that matter.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, ValidationError

from index.errors import UnreadableError
from index.passages import Passage
from qa.reader import Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

# The files of a reader's folder; the second model may be missing, and how the two are mixed.
MODEL, SECOND, VOCABULARY, MIX = "model.onnx", "second.onnx", "tokenizer.json", "mix.json"
# What a BERT-like extractive model takes, and how many arrays it gives: start and end scores.
_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_OUTPUTS = 2
# A window of question and passage; longer passages are read in several that overlap by _STRIDE.
_WINDOW = 384
_STRIDE = 128
# A question longer than this is cut: the encoder was trained on no longer ones.
_QUESTION_TOKENS = 64
# A question over a passage is cut here: what it is about stands in its first words.
_OVER_TOKENS = 24
# The longest answer looked for, in tokens; SQuAD's convention is 30, clauses for "why" run longer.
_LONGEST_ANSWER = 40
# Candidates kept of each passage, none inside or across another.
_SPANS_A_PASSAGE = 3
# Start and end places combined when looking for the best spans of a window.
_BEST_PLACES = 12
_NEVER = np.float32(-1e9)
# How the two models of a folder that does not tell it are mixed; both are told by ``Mix``.
_WORTH_A_SECOND_LOOK, _SHARE_OF_SECOND = -4.0, 0.7
# onnxruntime joins each sum with the normalisation after it; on two cores the two apart are seven times
# quicker, an eighth of the whole.
_SLOWER_JOINED = ["SkipLayerNormFusion"]


class Mix(BaseModel):
    """How two models read together (qa/models/reader.md says why so).

    The second reads where the best span of the first leads over no answer by at least
    ``worth_a_second_look``, in logits, and its scores are ``share_of_second`` of the mean.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    worth_a_second_look: FiniteFloat = _WORTH_A_SECOND_LOOK
    share_of_second: float = Field(default=_SHARE_OF_SECOND, ge=0, le=1)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return what a file says, the usual where there is none; raises UnreadableError for another file."""
        if not path.is_file():
            return cls()
        try:
            return cls.model_validate_json(path.read_text(encoding="utf-8"))
        except (ValidationError, UnicodeDecodeError, OSError) as error:
            raise UnreadableError(f"{path} does not say how two models are mixed: {error}") from error


@dataclass(frozen=True, slots=True)
class _Window:
    """One piece of a passage as the model sees it; ``offsets`` are characters of ``Passage.spaced``.

    Of its ``tokens`` the first ``asked`` are the question's; from ``first`` on they are the passage's.
    """

    passage: int
    tokens: tuple[int, ...]
    asked: int
    first: int
    offsets: tuple[tuple[int, int], ...]

    def inputs(self) -> dict[str, NDArray[np.int64]]:
        """Return what the model takes, each (1, tokens)."""
        tokens = np.array([self.tokens], np.int64)
        segments = np.zeros_like(tokens)
        segments[:, self.asked :] = 1
        return dict(zip(_INPUTS, (tokens, np.ones_like(tokens), segments), strict=True))


# The start and the end score of each token of a window, (2, tokens).
_Scores = NDArray[np.float32]


class _Model:
    """An extractive model in an ONNX file, loaded when it is first needed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def scores(self, window: _Window) -> _Scores:
        """Return the start and the end score of each token; raises UnreadableError."""
        inputs = {name: array for name, array in window.inputs().items() if name in self._names}
        starts, ends = self.session.run(None, inputs)[:_OUTPUTS]
        return np.stack((starts[0], ends[0]))

    @cached_property
    def session(self) -> InferenceSession:
        """The model, ready to run; raises UnreadableError where the file is no such model."""
        import onnxruntime  # 0.3 s: only when something is read

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1
        try:
            session = onnxruntime.InferenceSession(
                str(self._path),
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=_SLOWER_JOINED,
            )
        except Exception as error:  # onnxruntime's own errors share no base class
            raise UnreadableError(f"{self._path} is no ONNX model that can be run: {error}") from error
        strange = {entry.name for entry in session.get_inputs()} - set(_INPUTS)
        if strange or len(session.get_outputs()) < _OUTPUTS:
            raise UnreadableError(
                f"{self._path} is no extractive reader: it must take {', '.join(_INPUTS)} at most, and give "
                "start and end scores."
            )
        return session

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(entry.name for entry in self.session.get_inputs())


class NeuralReader:
    """Reads passages with the model, or the two, in a folder; see the docstring of this module.

    The question that a passage stands under is read before it, and no span lies in it.

    Nothing is loaded before the first question. Raises UnreadableError when the folder
    does not hold such a model.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._vocabulary = folder / VOCABULARY
        for path in (folder / MODEL, self._vocabulary):
            if not path.is_file():
                raise UnreadableError(f"{folder} is no reader: it holds no {path.name}.")
        self._first = _Model(folder / MODEL)
        self._second = _Model(folder / SECOND) if (folder / SECOND).is_file() else None
        self._mix = Mix.read(folder / MIX)

    def read(self, question: str, passages: Sequence[Passage]) -> list[Span]:
        """Return up to three spans per passage, best first; see ``qa.reader.Reader``."""
        found: dict[int, list[Span]] = {}
        for window, scores in self._scored(question, passages):
            passage = passages[window.passage]
            for first, last, lead in _best_spans(scores, window):
                start = passage.start + passage.unspaced(window.offsets[first][0])
                end = passage.start + passage.unspaced(window.offsets[last][1])
                found.setdefault(window.passage, []).append(Span(passage, start, end, lead))
        spans = [span for place in sorted(found) for span in _apart(found[place])]
        return sorted(spans, key=lambda span: -span.score)

    def load(self) -> None:
        """Load models and tokenizer now rather than with the first question."""
        _ = self._first.session, self._tokenizer
        if self._second is not None:
            _ = self._second.session

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        try:
            tokenizer = Tokenizer.from_file(str(self._vocabulary))
        except Exception as error:  # tokenizers raises plain Exception
            raise UnreadableError(f"{self._vocabulary} is no tokenizer: {error}") from error
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _workers(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="reader")

    def _special(self, token: str) -> int:
        number = self._tokenizer.token_to_id(token)
        if number is None:
            raise UnreadableError(
                f"{self._vocabulary} has no {token}: it is not the tokenizer of a BERT-like reader."
            )
        return int(number)

    def _windows(self, question: str, passages: Sequence[Passage]) -> list[_Window]:
        encode = self._tokenizer.encode_batch
        begin, separator = (self._special(token) for token in ("[CLS]", "[SEP]"))
        asked = encode([question], add_special_tokens=False)[0].ids[:_QUESTION_TOKENS]
        head = (begin, *asked, separator)
        windows = []
        over = encode([p.question for p in passages], add_special_tokens=False)
        texts = encode([p.spaced for p in passages], add_special_tokens=False)
        for number, (answered, passage) in enumerate(zip(over, texts, strict=True)):
            before = (*head, *answered.ids[:_OVER_TOKENS])
            room = _WINDOW - len(before) - 1
            for low in range(0, max(1, len(passage.ids) - _STRIDE), room - _STRIDE):
                piece = slice(low, low + room)
                tokens = (*before, *passage.ids[piece], separator)
                windows.append(_Window(number, tokens, len(head), len(before), tuple(passage.offsets[piece])))
        return [window for window in windows if window.offsets]

    def _scored(self, question: str, passages: Sequence[Passage]) -> Iterator[tuple[_Window, _Scores]]:
        """Yield the windows with their scores.

        Each is computed alone, several at a time: nothing is padded, and what one passage scores does not
        depend on the others.
        """

        def scored(window: _Window) -> tuple[_Window, _Scores]:
            scores = self._first.scores(window)
            lead = next((lead for _, _, lead in _best_spans(scores, window)), -math.inf)
            if self._second is not None and lead >= self._mix.worth_a_second_look:
                scores += self._mix.share_of_second * (self._second.scores(window) - scores)
            return window, scores

        # Loaded before the workers ask for them all at once.
        self.load()
        # The longest first: whoever is done early takes a short one at the end.
        windows = sorted(self._windows(question, passages), key=lambda window: -len(window.tokens))
        return self._workers.map(scored, windows)


def _best_spans(scores: _Scores, window: _Window) -> Iterator[tuple[int, int, float]]:
    """Yield (first token, last token, lead over no answer), tokens counted from the passage's first."""
    none = float(scores[:, 0].sum())
    opening, closing = scores[:, window.first : window.first + len(window.offsets)]
    begins = np.argsort(-opening, kind="stable")[:_BEST_PLACES]
    finishes = np.argsort(-closing, kind="stable")[:_BEST_PLACES]
    pairs = opening[begins, None] + closing[None, finishes]
    length = finishes[None, :] - begins[:, None]
    pairs = np.where((length >= 0) & (length < _LONGEST_ANSWER), pairs, _NEVER)
    for place in np.argsort(-pairs, axis=None, kind="stable"):
        line, column = divmod(int(place), pairs.shape[1])
        if pairs[line, column] == _NEVER:
            return
        yield int(begins[line]), int(finishes[column]), float(pairs[line, column]) - none


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Keep the best spans that do not overlap a better one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (-span.score, span.start, span.end)):
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
        if len(kept) == _SPANS_A_PASSAGE:
            break
    return kept
