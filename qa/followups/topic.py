"""The collection's own topic: the name that its titles and texts keep coming back to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from index.terms import is_function_word
from qa.language.mentions import mentions
from qa.language.word_classes import AUXILIARY
from qa.turns import Collection

# A folder with more articles than this has no single topic that a first question could lean on.
_MOST_ARTICLES = 40
# The beginning of an article names what it is about.
_OPENING = 6_000
# A topic is named in at least this share of the articles.
_LEAST_SHARE = 0.6
# A title's mention weighs as much as so many in the text.
_TITLE_WEIGHT = 5
# A second name would be as likely to be meant only where the folder is about two things.
_TOPICS = 1
# The share of places with "the" from which on a name goes with it.
_MOSTLY = 0.6
# "the series", "this show".
_DEFINITE = re.compile(r"\b[Tt]h(?:e|is) (?P<noun>[a-z]+)\b")
# What may stand around a name, and how many words between "is a" and the noun that follows.
_MARK = r"[‘’'\"“”*_]*"
_MOST_ADJECTIVES = 6
_ALONE = re.compile(r"\s*\([^)]*\)\s*\Z")


def topics(collection: Collection) -> tuple[str, ...]:
    """Return the name the collection is about, with its "the" if it mostly has one; none for a mixed one."""
    if not 0 < len(collection.articles) <= _MOST_ARTICLES:
        return ()
    articles = islice(collection.articles.values(), _MOST_ARTICLES)
    return _topics(tuple((article.title, article.text[:_OPENING]) for article in articles))


def as_spoken_of(question: str, names: Sequence[str]) -> str | None:
    """Return the question with a topic's name as passages about it speak of it: "it", "the series".

    None where the question names no topic.
    """
    for name in names:
        bare = re.escape(name.removeprefix("the "))
        named = re.compile(
            rf"\b(?P<noun>the \w+ )?(?:the )?{bare}\b(?P<own>['’]s\b|['’](?!\w))?", re.IGNORECASE
        )
        if named.search(question):
            return named.sub(_pronoun, question)
    return None


def by_name(question: str, names: Sequence[str], texts: Sequence[str]) -> str | None:
    """Return the question with a topic's name for "the series", where the texts call the topic a series.

    None where it names the topic, or has no such noun.
    """
    for name in names:
        bare = name.removeprefix("the ")
        if re.search(rf"\b{re.escape(bare)}\b", question, re.IGNORECASE):
            continue
        for found in _DEFINITE.finditer(question):
            subject = question[: found.start()].lower().split()[-1:]
            ends = not AUXILIARY.isdisjoint(subject) or _ends_a_group(question[found.end() :])
            if ends and any(_calls(text, bare, found["noun"]) for text in texts):
                return f"{question[: found.start()]}{name}{question[found.end() :]}"
    return None


def _calls(text: str, name: str, noun: str) -> bool:
    """Tell whether the text calls what is so named by the noun: "is a new series", "the series *Name*"."""
    named = rf"{_MARK}\b{re.escape(name)}\b{_MARK}"
    described = rf"{named},?(?: is| was)? (?:an?|the)(?: [\w’'-]+){{0,{_MOST_ADJECTIVES}}} {noun}\b"
    # "a science fiction series" is no science.
    ended = (_ends_a_group(text[found.end() :]) for found in _finds(described, text))
    return any(ended) or any(_finds(rf"\b{noun},? {named}", text))


def _ends_a_group(following: str) -> bool:
    """Tell whether no further noun follows."""
    word = re.match(r"[ -](\w+)", following)
    return word is None or is_function_word(word[1])


def _finds(pattern: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(pattern, text, re.IGNORECASE)


def _pronoun(named: re.Match[str]) -> str:
    if named["noun"]:
        return named["noun"].rstrip() + ("'s" if named["own"] else "")
    return "its" if named["own"] else "it"


@lru_cache(maxsize=8)
def _topics(articles: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    alone = _title_alone(articles)
    holding: Counter[str] = Counter()
    weight: Counter[str] = Counter()
    for title, text in articles:
        # That it is a name shows inside sentences; how often it is spoken of, everywhere.
        for name in set(_names_inside(text)):
            holding[name] += 1
            word = re.compile(rf"\b{re.escape(name)}\b")
            weight[name] += len(word.findall(text)) + _TITLE_WEIGHT * len(word.findall(title))
    least = _LEAST_SHARE * len(articles)
    named = sorted(
        (name for name, count in holding.items() if count >= least and weight[name] > len(articles)),
        key=lambda name: (-weight[name], name),
    )
    return tuple(_with_article(name, articles) for name in dict.fromkeys([*alone, *named]))[:_TOPICS]


def _with_article(name: str, articles: Sequence[tuple[str, str]]) -> str:
    """Return "the Tide Clock" where the texts mostly call it so."""
    named = re.compile(rf"(?P<the>\bthe )?\b{re.escape(name)}\b", re.IGNORECASE)
    found = [bool(each["the"]) for _, text in articles for each in named.finditer(text)]
    return f"the {name}" if sum(found) > _MOSTLY * len(found) else name


def _title_alone(articles: Sequence[tuple[str, str]]) -> list[str]:
    """Return the title of a lone article where it is a name that its text speaks of."""
    if len(articles) != 1:
        return []
    title, text = articles[0]
    name = _ALONE.sub("", title).strip()
    words = re.findall(r"\w+", name)
    known = any(re.search(rf"\b{re.escape(word)}\b", text) for word in words[-1:])
    return [name] if 0 < len(words) <= 6 and known and not name.endswith("?") else []


def _names_inside(text: str) -> list[str]:
    """Return the names that stand inside sentences, where a capital is no accident."""
    return [mention.text for mention in mentions(text) if mention.proper and not mention.joint]
