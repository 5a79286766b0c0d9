"""Wording compared: text folded so that small differences vanish, and the likest slice of a text.

Folding keeps where each character comes from, so that what is found is a slice of the text as
it stands.
"""

from __future__ import annotations

import re
import unicodedata

# Quote marks, dashes and the like that typewriters and word processors exchange.
_EXCHANGED = str.maketrans("‘’‚‛′`´“”„‟″«»‹›‐‑‒–—―−", "'''''''\"\"\"\"\"\"\"''-------")
_WORD = re.compile(r"\S+")
# Characters on either side of an alignment in which a better fit is looked for: a few words.
_NEAR = 80


def fold(text: str) -> tuple[str, list[int]]:
    """Return the text without differences of case, accents, blanks and marks, and its origins.

    The origins are, for each character of the folded text, where it stands in ``text``.
    """
    folded: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(text.translate(_EXCHANGED)):
        if character.isspace():
            if folded and folded[-1] != " ":
                folded.append(" ")
                origins.append(at)
            continue
        for part in character.casefold() if character.isascii() else _bare(character):
            folded.append(part)
            origins.append(at)
    if folded and folded[-1] == " ":
        folded.pop()
        origins.pop()
    return "".join(folded), origins


def _bare(character: str) -> str:
    """Return the character folded and without its accents; nothing for a combining mark."""
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    return "".join(part for part in decomposed if not unicodedata.combining(part) and not part.isspace())


def span(text: str, origins: list[int], low: int, high: int) -> tuple[int, int]:
    """Return the slice of the text that folded to ``[low:high]``, accents of its last letter included."""
    end = origins[high - 1] + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return origins[low], end


def likest(needle: str, text: str, least: float) -> tuple[int, int, float] | None:
    """Return the slice of ``text`` whose wording is most like ``needle``, and its likeness, 0..1.

    The needle is folded. None when nothing is above ``least`` (rapidfuzz's partial ratio, 0..1:
    the share of letters that agree where the needle fits best).
    """
    from rapidfuzz import fuzz  # only a quote that stands nowhere needs it

    folded, origins = fold(text)
    found = fuzz.partial_ratio_alignment(needle, folded, score_cutoff=100 * least) if needle else None
    if found is None or found.dest_start >= found.dest_end or found.score <= 100 * least:
        return None
    start, end = span(text, origins, found.dest_start, found.dest_end)
    return _fitted(text, start, end, needle) if text[start:end].strip() else None


def _fitted(text: str, start: int, end: int, needle: str) -> tuple[int, int, float]:
    """Take words in or drop them at either end of a slice for as long as that makes it more like the needle.

    An alignment is as long as the needle even where more or fewer words fit. Return the slice
    and its likeness, 0..1.
    """
    from rapidfuzz import fuzz

    near = max(0, start - _NEAR)
    words = [(near + word.start(), near + word.end()) for word in _WORD.finditer(text[near : end + _NEAR])]
    held = [place for place, (first, last) in enumerate(words) if first < end and last > start]

    def likeness(low: int, high: int) -> float:
        return fuzz.ratio(needle, fold(text[words[low][0] : words[high][1]])[0])

    low, high = held[0], held[-1]
    best = likeness(low, high)
    while True:
        moves = ((low + 1, high), (low, high - 1), (low - 1, high), (low, high + 1))
        score, ends = max(
            ((likeness(*ends), ends) for ends in moves if 0 <= ends[0] <= ends[1] < len(words)),
            default=(best, (low, high)),
        )
        if score <= best:
            return words[low][0], words[high][1], best / 100
        best, (low, high) = score, ends
