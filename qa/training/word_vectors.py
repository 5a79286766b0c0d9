"""Make the vectors of words of like meaning: ``python -m qa.training.word_vectors --data DIR``.

The encoder that the reader starts from has a vector for each word it knows, and those of words that
stand for each other in like sentences lie close. They are gathered by index term and cut down to a
few dimensions. What the contexts of ``DIR/train/*.jsonl.gz`` mostly write with a capital is a name, and
names mean only themselves; terms that "and" or "or" often joins are no synonyms but go together
(north and south), as in Lin et al. (2003), and are kept apart.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.likeness import STEPS, VECTORS
from index.terms import is_function_word, terms_of
from qa.training.published import known_words, of_length_one
from qa.training.word_usage import Usage, contexts

# How many dimensions are kept: cosines of 20,000 pairs then correlate by 0.96 with those of all 384.
DIMENSIONS = 128


def vectors_by_term(usage: Usage) -> dict[str, NDArray[np.float32]]:
    """Return for each common term the mean direction of the encoder's words that are reduced to it."""
    words, directions = known_words()
    of: dict[str, list[NDArray[np.float32]]] = {}
    for direction, word in zip(directions, words, strict=True):
        found = terms_of(word)
        if len(found) == 1 and not is_function_word(word) and usage.is_common(found[0]):
            of.setdefault(found[0], []).append(direction)
    return {term: np.mean(of[term], axis=0) for term in sorted(of)}


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with train/*.jsonl.gz")
    parser.add_argument("--out", type=Path, default=VECTORS, help="the file to write (default: what ships)")
    given = parser.parse_args()
    usage = Usage(contexts(given.data))
    of = vectors_by_term(usage)
    whole = of_length_one(np.stack(list(of.values())))
    _, _, main_axes = np.linalg.svd(whole - whole.mean(0), full_matrices=False)
    kept = of_length_one(whole @ main_axes[:DIMENSIONS].T)
    number = {term: place for place, term in enumerate(of)}
    apart = sorted((number[a], number[b]) for a, b in usage.apart() if a in of and b in of and a != b)
    np.savez(
        given.out,
        terms=np.array("\n".join(of)),
        vectors=np.round(kept * STEPS).astype(np.int8),
        apart=np.array(apart, np.uint16).reshape(-1, 2),
    )
    size = given.out.stat().st_size / 1e6
    print(f"{given.out}: {len(of)} terms, {len(apart)} pairs kept apart, {size:.1f} MB")


if __name__ == "__main__":
    main()
