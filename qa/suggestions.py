"""Questions made from the articles at hand, each tried: only what is answered is offered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice, zip_longest

from index.library import Library
from index.passages import Kind, Passage
from qa.answer import Answer
from qa.followups.pronoun_evidence import pronoun_evidence
from qa.language.mentions import Mention, Sort, mentions

Answered = Callable[[str], bool]
"""Whether the articles answer a question."""

# Names are gathered in a second or so from this many passages; a large library has told
# its most frequent ones by then.
_MOST_PASSAGES = 3_000
# What a person takes in at a glance before typing.
_STARTERS = 3
# Each try costs as much as a question; the first few nearly always hold enough.
_TRIES, _NEXT_TRIES = 12, 4
# A question longer than that is no example to follow; one shorter is no question.
_LONGEST, _SHORTEST = 90, 3
# Titles, and passages, looked at for questions; articles looked at for what a name stands for.
_LOOKED_AT, _READ = 1_000, 50
# A name is somebody's when "he" and "she" follow it so often for each "it": most names of
# several words are, few of one word.
_SOMEBODY, _SOMEBODY_OF_ONE_WORD = 1 / 5, 1 / 2
# So few "it"s after a name of several words may mean anything.
_FEW = 2.0


def named(passages: Iterable[Passage]) -> list[Mention]:
    """Return the proper names in the body passages, in order; those of many passages in a sample."""
    bodies = [passage for passage in passages if passage.kind is Kind.BODY]
    step = 1 + len(bodies) // _MOST_PASSAGES
    found = (mention for passage in bodies[::step] for mention in mentions(passage.text))
    return [mention for mention in found if mention.proper and not mention.joint]


def starters(
    library: Library, answered: Answered, names: Iterable[Mention], stopped: Callable[[], bool]
) -> list[str]:
    """Return a few questions that the articles answer; fewer when ``stopped`` says so.

    They are the questions that titles and headings ask, and what is asked of the people
    and things named most often.
    """
    counted = Counter((mention.text, mention.sort) for mention in names).most_common(2 * _TRIES)
    asked = [question for (name, sort), _ in counted if (question := _asking_for(name, sort, library))]
    people = (question for question in asked if question.startswith("Who"))
    things = (question for question in asked if question.startswith("What"))
    rounds = chain.from_iterable(zip_longest(_asked_in_articles(library), people, things))
    tries = dict.fromkeys(question for question in rounds if question)
    return list(islice(_tried(answered, tries, _TRIES, stopped), _STARTERS))


def next_questions(
    answer: Answer, library: Library, answered: Answered, stopped: Callable[[], bool], most: int
) -> list[str]:
    """Return at most so many questions about the names that an answer's sentence brings in."""
    asked = f"{answer.question} {answer.understood_as or ''} {answer.answer or ''}".lower()
    tries = dict.fromkeys(
        question
        for mention in mentions(answer.citations[0].sentence if answer.citations else "")
        if mention.proper and not mention.joint and mention.text.lower() not in asked
        if (question := _asking_for(mention.text, mention.sort, library))
    )
    return list(islice(_tried(answered, tries, _NEXT_TRIES, stopped), most))


def _asking_for(name: str, sort: Sort, library: Library) -> str:
    """Return who or what somebody or something is; empty for times and places."""
    if sort is Sort.UNKNOWN:
        texts = (article.text for article in islice(library.articles.values(), _READ))
        evidence = pronoun_evidence(name, texts)
        people, things = evidence.he + evidence.she, evidence.it
        if " " in name:
            somebody = people >= _SOMEBODY * things or things < _FEW
        else:
            somebody = people > 0 and people >= _SOMEBODY_OF_ONE_WORD * things
        return f"Who is {name}?" if somebody else f"What is {name}?"
    return {Sort.PERSON: f"Who is {name}?", Sort.THING: f"What is {name}?"}.get(sort, "")


def _asked_in_articles(library: Library) -> Iterator[str]:
    """Yield the questions that stand alone, without what stands before a colon: titles first."""
    titles = (article.title for article in islice(library.articles.values(), _LOOKED_AT))
    alone = (passage.text for passage in library.passages if passage.kind in (Kind.HEADING, Kind.BODY))
    for text in chain(titles, islice(alone, _LOOKED_AT)):
        question = " ".join(text.rpartition(": ")[2].split())
        if question.endswith("?") and len(question) <= _LONGEST and question.count(" ") >= _SHORTEST - 1:
            yield question


def _tried(
    answered: Answered, questions: Iterable[str], tries: int, stopped: Callable[[], bool]
) -> Iterator[str]:
    for question in islice(questions, tries):
        if stopped():
            return
        if answered(question):
            yield question
