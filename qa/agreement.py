"""Which answers say the same thing in other clothes, and which cannot both hold."""

from __future__ import annotations

from collections.abc import Sequence

from qa.comparing.choices import choose_differently
from qa.comparing.claims import Claim
from qa.comparing.clashes import clash
from qa.comparing.dates import same_date
from qa.comparing.events import same_event
from qa.comparing.polarity import one_denies
from qa.comparing.proposals import proposals
from qa.comparing.quantities import same_quantity
from qa.comparing.sameness import agree, position_in
from qa.comparing.uniqueness import has_one_answer
from qa.language.dates import dates_in
from qa.language.places import opposite
from qa.language.quantities import COUNT, ORDINAL, quantities_in
from qa.language.stems import telling, worded
from qa.question import AnswerKind

__all__ = ["Claim", "agree", "contradict", "group"]


def contradict(
    question: str, first: Claim, second: Claim, expects: AnswerKind | None, *, both_answer: bool = False
) -> bool:
    """Tell whether both claims cannot hold as answers to the question.

    True only for two places, dates, numbers, persons or named things of one event, where
    the question has one answer and both sentences speak of what it asks; of a yes or no, for two
    dates or numbers where the question proposes one, or where one sentence denies what the other says.
    ``both_answer`` tells that either claim is a likely answer in itself: then the two things that a question
    offers to choose from exclude each other too. Never raises.
    """
    if expects is AnswerKind.YESNO:
        return one_denies(question, first, second, both_answer=both_answer) or any(
            contradict(proposed.question, proposed.first, proposed.second, proposed.expects)
            for proposed in proposals(question, first, second)
        )
    if both_answer and _choose(question, first, second):
        return True
    expects = expects or _kind_of(question)
    opposites = opposite(first.answer, second.answer)
    if not has_one_answer(question, expects, opposites=opposites):
        return False
    if agree(first.answer, second.answer, expects) or not clash(question, first, second, expects):
        return False
    if _says(first.sentence, second.answer) or _says(second.sentence, first.answer):
        return False
    return same_event(question, first, second, expects, both_answer=both_answer)


def group(question: str, texts: Sequence[str], expects: AnswerKind | None) -> list[list[int]]:
    """Group answers that say the same thing; return places in ``texts``, in order.

    ``texts`` come best first: each joins the first group with all members of which it
    agrees, else it opens one. Groups come in the order of their first members. What the question offers to
    choose from stays apart, however like each other ("Ana or Anna?").
    """

    def same(one: str, other: str) -> bool:
        return agree(one, other, expects) and not choose_differently(question, one, other)

    groups: list[list[int]] = []
    for place, text in enumerate(texts):
        for members_so_far in groups:
            if all(same(texts[other], text) for other in members_so_far):
                members_so_far.append(place)
                break
        else:
            groups.append([place])
    return groups


def _choose(question: str, first: Claim, second: Claim) -> bool:
    """Tell whether the claims choose differently of what the question offers; neither sentence has both."""
    answers, sentences = (first.answer, second.answer), (first.sentence, second.sentence)
    return choose_differently(question, *answers) and choose_differently(question, *sentences)


def _kind_of(question: str) -> AnswerKind | None:
    """Return the kind that the question word shows, where none is given."""
    low = [word.folded for word in worded(question)]
    kinds = {"who": AnswerKind.PERSON, "when": AnswerKind.DATE, "where": AnswerKind.PLACE}
    if "how" in low and {"many", "much"}.intersection(low):
        return AnswerKind.NUMBER
    return next((kinds[word] for word in low if word in kinds), None)


def _says(sentence: str, answer: str) -> bool:
    """Tell whether the sentence also holds the other answer, in these or other words."""
    measured = [at for at in quantities_in(answer) if at.value.dimension not in (COUNT, ORDINAL)]
    told = [word.stem for word in telling(answer)]
    if (
        told
        and not measured
        and position_in(told, [word.stem for word in worded(sentence) if not word.function]) is not None
    ):
        return True
    if any(same_date(one.value, other.value) for one in dates_in(answer) for other in dates_in(sentence)):
        return True
    return any(
        one.value.dimension == other.value.dimension and same_quantity(one.value, other.value)
        for one in measured
        for other in quantities_in(sentence)
    )
