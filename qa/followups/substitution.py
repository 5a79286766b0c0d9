"""Readings that put a name in the place of "she", "it", "the mayor", "there", "that year"."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from qa.followups.antecedent import FIRST, TOPIC, Antecedent
from qa.followups.drafts import Context, Draft, kind_of
from qa.followups.leaning import GENDERED, PRONOUNS, Anaphor, Form, Rival
from qa.followups.wording import says_which_sort, substituted
from qa.language.mentions import Sort
from qa.language.word_classes import COLLECTIVE, FEMALE_NOUN, MALE_NOUN

# Antecedents tried for the first, the second and the third leaning words of a question.
_TRIED = (14, 5, 3)
_RIVALS = {
    Rival.WHO: "who is asked for",
    Rival.COMMON: "common words",
    Rival.NAME: "a name",
    Rival.ASKED_FOR: "what is asked for",
}
# Of the pronouns near a name so many, and twice as many as there are its, are those of a person.
_SURELY_A_PERSON = 3.0
# Of so many things that an answer names, each may well be meant; of more, each the less (chosen).
_FEW = 3
# How common nouns of people end; those without such an ending are among ``PERSON_NOUN``.
_OF_PERSONS = ("er", "or", "ist", "man", "ian", "ant", "ent", "ee", "ess", "yst", "ar", "ate", "eur")


def substitutions(context: Context, found: Sequence[Anaphor]) -> list[Draft]:
    """Return a draft for each way to fill the leaning words; some may be left as they are."""
    return [
        Draft(substituted(context.question, swaps), kind_of(swaps[0][1]), _features(context, swaps, found))
        for swaps in _fillings(context, found[: len(_TRIED)])
        if swaps
    ]


def _fillings(
    context: Context, found: Sequence[Anaphor], used: tuple[str, ...] = (), depth: int = 0
) -> Iterator[list[tuple[Anaphor, Antecedent]]]:
    """Yield lists of (leaning words, what they stand for); the same words stand for the same thing."""
    if not found:
        yield []
        return
    anaphor, rest = found[0], found[1:]
    later = [other for other in rest if other.form is not anaphor.form or other.noun]
    yield from _fillings(context, later, used, depth)
    candidates = [a for a in context.antecedents if a.text not in used and _possible(anaphor, a, context)]
    for antecedent in candidates[: _TRIED[depth]]:
        for others in _fillings(context, later, (*used, antecedent.text), depth + 1):
            yield [(anaphor, antecedent), *others]


def _possible(anaphor: Anaphor, antecedent: Antecedent, context: Context) -> bool:
    """Leave out what no speaker can mean: a time for a person, words the question has anyway."""
    if context.has(antecedent):
        return False
    if anaphor.form in GENDERED and (
        antecedent.sort in (Sort.TIME, Sort.PLACE)
        or _is_of_another_gender(anaphor.form, antecedent)
        or _is_no_person(antecedent)
    ):
        return False
    if anaphor.form is Form.ONE and says_which_sort(anaphor) and antecedent.proper:
        return False
    if anaphor.form is Form.WHICH_ONE:
        return (
            not antecedent.proper and not antecedent.joint and bool(antecedent.plural) == bool(anaphor.plural)
        )
    if anaphor.form is Form.THERE and antecedent.sort in (Sort.PERSON, Sort.TIME):
        return False
    return not (anaphor.form is Form.THAT_TIME and antecedent.sort is not Sort.TIME)


def _is_no_person(antecedent: Antecedent) -> bool:
    """Tell whether the antecedent is a common noun whose form is none of a person's: "the book"."""
    return (
        not antecedent.proper
        and antecedent.sort is Sort.THING
        and not antecedent.whole_answer
        and not _is_called_by_a_trade(antecedent)
    )


def _is_called_by_a_trade(antecedent: Antecedent) -> bool:
    """Tell whether the antecedent is a common noun that ends like one for people: "the curator"."""
    return not antecedent.proper and antecedent.head.endswith(_OF_PERSONS)


def _is_of_another_gender(form: Form, antecedent: Antecedent) -> bool:
    """Tell whether the name's own title ("Ms Moe") says so, or a topic is called it rather than he or she."""
    titled = {Form.HE: FEMALE_NOUN, Form.SHE: MALE_NOUN}[form]
    a_thing = antecedent.evidence.of(form) <= antecedent.evidence.it
    return antecedent.key[0] in titled or (antecedent.places == {TOPIC} and a_thing)


def _features(
    context: Context, swaps: Sequence[tuple[Anaphor, Antecedent]], found: Sequence[Anaphor]
) -> dict[str, float]:
    features: defaultdict[str, float] = defaultdict(float)
    for order, (anaphor, antecedent) in enumerate(swaps):
        for name, value in _of_swap(anaphor, antecedent).items():
            features[name] += value
        features["statement"] += not context.asks
        features["topic of a first question"] += not context.turns
        features[f"later swap {min(order, 2)}"] += order > 0
    kept = {anaphor for anaphor, _ in swaps}
    features["left alone"] = sum(1 for anaphor in found if anaphor not in kept)
    return {name: value for name, value in features.items() if value}


def _of_swap(anaphor: Anaphor, antecedent: Antecedent) -> dict[str, float]:
    """Return the evidence for and against the leaning words standing for the antecedent."""
    form = anaphor.form.value
    features: dict[str, float] = {f"swap {form}": 1.0, **dict.fromkeys(_places(form, antecedent), 1.0)}
    if anaphor.rival is not Rival.NONE:
        features[f"rival {form}"] = 1.0
        features[f"rival is {_RIVALS[anaphor.rival]}"] = 1.0
        features[f"rival is {_RIVALS[anaphor.rival]}, possessive"] = float(anaphor.possessive)
    features[f"leads {form}"] = float(antecedent.leads)
    features["crowded"] = math.log1p(max(0, antecedent.crowd - _FEW))
    features[f"after of {form}"] = float(anaphor.preposition == "of")
    features["possessive"] = float(anaphor.possessive)
    features["tells what is named"] = float(antecedent.tells)
    features[f"within another {form}"] = float(antecedent.within)
    if anaphor.form is Form.IT:
        features["acts on another it"] = float(antecedent.acts)
        features["undergoes it"] = float(antecedent.undergoes)
    features["name was asked for"] = float(antecedent.name_asked)
    features[f"introduced {form}"] = float(antecedent.introduced)
    features["named with the"] = float(antecedent.proper and antecedent.key[0] == "the")
    features[f"proper {form}"] = float(antecedent.proper)
    features[f"chained {form}"] = float(anaphor.form in antecedent.chained)
    features["chained otherwise"] = float(bool(antecedent.chained) and anaphor.form not in antecedent.chained)
    features[f"opens {form}"] = float(antecedent.opens)
    if antecedent.whole_answer:
        features[f"answers {antecedent.sort.value}, {form}"] = 1.0
    features["times"] = math.log1p(antecedent.times)
    features["long"] = float(max(0, len(antecedent.key) - 4))
    features["joint"] = float(antecedent.joint and anaphor.form is not Form.THEY)
    features |= _of_sort(anaphor, antecedent)
    features |= _of_number(anaphor, antecedent)
    if anaphor.form in PRONOUNS:
        features |= _of_evidence(anaphor.form, antecedent)
    if anaphor.noun:
        features |= _of_noun(anaphor, antecedent)
    return features


def _places(form: str, antecedent: Antecedent) -> list[str]:
    places = [f"at {antecedent.nearest}"]
    if antecedent.nearest != TOPIC:
        places.append(f"at {antecedent.nearest} {form}")
    return [*places, "named first"] if FIRST in antecedent.places else places


def _of_sort(anaphor: Anaphor, antecedent: Antecedent) -> dict[str, float]:
    person = antecedent.sort is Sort.PERSON
    if anaphor.form in GENDERED:
        wrong = antecedent.sort is Sort.THING and not _is_called_by_a_trade(antecedent)
    elif anaphor.form is Form.IT:
        wrong = person
    elif anaphor.form is Form.THERE:
        wrong = antecedent.sort is Sort.THING and not antecedent.proper
        person = antecedent.sort is Sort.PLACE
    else:
        wrong = antecedent.sort is Sort.TIME and anaphor.form is not Form.THAT_TIME
    return {
        f"right sort {anaphor.form.value}": float(person),
        "wrong sort": float(wrong),
        "year for a thing": float(antecedent.sort is Sort.TIME and anaphor.form is not Form.THAT_TIME),
    }


def _of_number(anaphor: Anaphor, antecedent: Antecedent) -> dict[str, float]:
    if anaphor.plural is None:
        return {}
    if anaphor.plural:
        several = antecedent.plural or antecedent.head in COLLECTIVE
        name = antecedent.proper and not antecedent.joint
        return {
            "one for several": float(not several and not name),
            "name for several": float(not several and name),
            "several for several": float(several),
        }
    return {"several for one": float(antecedent.plural)}


def _of_evidence(form: Form, antecedent: Antecedent) -> dict[str, float]:
    """Return how the texts' own pronouns near the name agree, as a log ratio within ±3."""
    evidence = antecedent.evidence
    right = evidence.of(form)
    ratio = math.log((right + 0.5) / (evidence.total - right + 0.5))
    known = evidence.total > 0
    persons = evidence.he + evidence.she
    return {
        "a person it": float(form is Form.IT and persons >= max(_SURELY_A_PERSON, 2 * evidence.it)),
        f"evidence {form.value}": max(-3.0, min(3.0, ratio)) if known else 0.0,
        f"never so {form.value}": float(known and right == 0),
    }


def _of_noun(anaphor: Anaphor, antecedent: Antecedent) -> dict[str, float]:
    """Return how the noun of "this album" fits what it may stand for."""
    same = anaphor.noun == antecedent.head or anaphor.noun in antecedent.key
    return {
        f"same noun {anaphor.form.value}": float(same),
        f"another noun {anaphor.form.value}": float(not same and not antecedent.proper),
    }
