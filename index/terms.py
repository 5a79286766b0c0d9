"""Text to index terms: one vocabulary for every engine.

Case and accents are folded, glued words taken apart, English words reduced to their stems;
numbers are kept. Words of other languages pass through the stemmer too, the same way in article
and question, so that they find themselves.
"""

from __future__ import annotations

import re
from functools import lru_cache

import Stemmer

from index.words import fold, pieces, tokens, words

__all__ = ["FUNCTION_WORDS", "fold", "is_function_word", "query_terms", "terms", "terms_of", "words"]

# English words that every text is full of and that tell nothing of what it is about.
FUNCTION_WORDS = frozenset(
    [
        "a",
        "about",
        "above",
        "after",
        "again",
        "against",
        "all",
        "also",
        "am",
        "an",
        "and",
        "any",
        "are",
        "aren't",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "being",
        "below",
        "between",
        "both",
        "but",
        "by",
        "can",
        "can't",
        "cannot",
        "could",
        "couldn't",
        "did",
        "didn't",
        "do",
        "does",
        "doesn't",
        "doing",
        "don't",
        "down",
        "during",
        "each",
        "either",
        "else",
        "ever",
        "every",
        "few",
        "for",
        "from",
        "further",
        "had",
        "hadn't",
        "has",
        "hasn't",
        "have",
        "haven't",
        "having",
        "he",
        "he'd",
        "he'll",
        "he's",
        "her",
        "here",
        "here's",
        "hers",
        "herself",
        "him",
        "himself",
        "his",
        "how",
        "how's",
        "i",
        "i'd",
        "i'll",
        "i'm",
        "i've",
        "if",
        "in",
        "into",
        "is",
        "isn't",
        "it",
        "it'd",
        "it'll",
        "it's",
        "its",
        "itself",
        "just",
        "let's",
        "may",
        "me",
        "might",
        "mine",
        "more",
        "most",
        "much",
        "must",
        "mustn't",
        "my",
        "myself",
        "neither",
        "no",
        "nor",
        "not",
        "of",
        "off",
        "on",
        "once",
        "only",
        "onto",
        "or",
        "other",
        "our",
        "ours",
        "ourselves",
        "out",
        "over",
        "own",
        "per",
        "please",
        "quite",
        "rather",
        "shall",
        "shan't",
        "she",
        "she'd",
        "she'll",
        "she's",
        "should",
        "shouldn't",
        "since",
        "so",
        "some",
        "such",
        "tell",
        "than",
        "that",
        "that's",
        "the",
        "their",
        "theirs",
        "them",
        "themselves",
        "then",
        "there",
        "there's",
        "these",
        "they",
        "they'd",
        "they'll",
        "they're",
        "they've",
        "this",
        "those",
        "though",
        "through",
        "thus",
        "to",
        "too",
        "toward",
        "towards",
        "under",
        "until",
        "unto",
        "up",
        "upon",
        "us",
        "very",
        "via",
        "was",
        "wasn't",
        "we",
        "we'd",
        "we'll",
        "we're",
        "we've",
        "were",
        "weren't",
        "what",
        "what's",
        "whatever",
        "when",
        "when's",
        "where",
        "where's",
        "whether",
        "which",
        "while",
        "who",
        "who's",
        "whom",
        "whose",
        "why",
        "why's",
        "will",
        "with",
        "within",
        "without",
        "won't",
        "would",
        "wouldn't",
        "yes",
        "yet",
        "you",
        "you'd",
        "you'll",
        "you're",
        "you've",
        "your",
        "yours",
        "yourself",
        "yourselves",
        "many",
    ]
)
_POSSESSIVE = re.compile(r"'s$|'$")
_ELIDED = re.compile(r"^[a-z]{1,2}'(?=[^']{2})")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def terms(text: str) -> list[str]:
    """Return the index terms of a text, in order, with duplicates."""
    return [term for start, end in tokens(text) for term in terms_of(text[start:end])]


def query_terms(text: str) -> list[str]:
    """Return a query's terms, each once, without function words unless there is nothing else."""
    telling: list[str] = []
    for start, end in tokens(text):
        if not is_function_word(text[start:end]):
            telling.extend(terms_of(text[start:end]))
    return list(dict.fromkeys(telling or terms(text)))


def is_function_word(word: str) -> bool:
    """Tell whether a word, as it is written, is a function word of English."""
    folded = fold(word).replace("’", "'")
    return folded in FUNCTION_WORDS or _POSSESSIVE.sub("", folded) in FUNCTION_WORDS


# A collection has far fewer different words than words.
@lru_cache(maxsize=131_072)
def terms_of(token: str) -> tuple[str, ...]:
    """Return the terms of one written word: of its pieces, and of the whole if it has several."""
    parts = [token[start:end] for start, end in pieces(0, len(token), token)]
    found = [term for part in parts for term in _word_terms(part)]
    if 1 < len(parts) <= 3:
        found.extend(_word_terms(token))
    return tuple(dict.fromkeys(found))


def _word_terms(word: str) -> list[str]:
    folded = fold(word).replace("’", "'")
    if _GROUPED.fullmatch(folded):
        return [folded.replace(",", "")]
    if folded in FUNCTION_WORDS:
        return [folded.replace("'", "")]
    folded = _POSSESSIVE.sub("", folded)
    found = []
    elided = _ELIDED.sub("", folded)
    whole = folded.replace("'", "")
    if whole:
        found.append(_stem(whole))
    if elided != folded:
        found.append(_stem(elided))
    ordinal = re.fullmatch(r"(\d+)(?:st|nd|rd|th|s|k|m|km|d)", whole)
    if ordinal:
        found.append(ordinal[1])
    return found


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))
