"""A conversation: what a follow-up means in the light of the turns before it.

Several readings of a question are proposed, each a whole question in words; whoever
answers looks up the likely ones and takes the best supported. A question that stands
alone has one reading, itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from qa.followups.additions import additions
from qa.followups.anaphora import anaphora
from qa.followups.antecedent import Antecedent
from qa.followups.antecedents import antecedents
from qa.followups.anything_else import with_what_is_sought
from qa.followups.counting import counted
from qa.followups.drafts import Context, Draft, ReadingKind
from qa.followups.ellipsis import Fragment, correction_cut, fragment, opening_cut, says_what_was_meant
from qa.followups.frames import framed
from qa.followups.leaning import GENDERED, PRONOUNS, Anaphor, Form, Rival
from qa.followups.owners import owned
from qa.followups.reading_ranker import Ranker, shipped_ranker
from qa.followups.substitution import substitutions
from qa.followups.wording import tidy
from qa.smalltalk import reply_to
from qa.turns import Collection, Turn

__all__ = ["Collection", "Reading", "ReadingKind", "Turn", "drafts", "propose", "rank", "resolve"]

# Readings that are handed on: whoever looks them up tries the first few.
_MOST = 6
# A reading less likely than this share of the likeliest is not worth looking up.
_LEAST_SHARE = 0.02
# The share of the usual lead by which a reading must win over a question with a pronoun that nothing in it
# explains: held-out conversations are understood as well with all of it, half or none, and people ask of "it"
# meaning something.
_LEAD_OF_LEANING = 0.5
# Fillings of a fragment's own pronouns ("and her brother?") that are put into a frame.
_FILLINGS = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question may mean: a whole question, and how likely it is among the readings, in 0..1."""

    text: str
    kind: ReadingKind
    prior: float


def propose(question: str, turns: Sequence[Turn], collection: Collection) -> list[Reading]:
    """Return the readings of ``question``, likeliest first; one, untouched, where it stands alone.

    ``turns`` are the turns before it, oldest first. Equal likelihoods keep a fixed order.
    """
    return rank(question, turns, collection, shipped_ranker())


def resolve(question: str, turns: Sequence[Turn], collection: Collection) -> Reading:
    """Return the likeliest reading, before anything is looked up."""
    return propose(question, turns, collection)[0]


def rank(question: str, turns: Sequence[Turn], collection: Collection, ranker: Ranker) -> list[Reading]:
    """Return the readings as ``propose`` does, weighed by ``ranker``."""
    proposed = drafts(question, turns, collection, ranker)
    leans = _leans(anaphora(question))
    if max(map(ranker.score, proposed)) <= 0 and not leans:
        return [Reading(question, ReadingKind.AS_ASKED, 1.0)]
    # A piece of a question never stands alone; a whole one is altered only on good evidence.
    whole = not any(draft.kind in (ReadingKind.FRAME, ReadingKind.CORRECTION) for draft in proposed)
    lead = ranker.least_lead * (_LEAD_OF_LEANING if leans else 1.0)
    priors = ranker.priors(proposed, as_asked=lead if whole else 0.0)
    readings = [Reading(d.text, d.kind, prior) for d, prior in zip(proposed, priors, strict=True)]
    readings.sort(key=lambda reading: -reading.prior)
    likely = [reading for reading in readings if reading.prior >= _LEAST_SHARE * readings[0].prior]
    return likely[:_MOST]


def drafts(question: str, turns: Sequence[Turn], collection: Collection, ranker: Ranker) -> list[Draft]:
    """Return all readings with their evidence, the question as asked first, each wording once."""
    asked = Draft(question, ReadingKind.AS_ASKED)
    if reply_to(question) or _answers_back(question, turns):
        return [asked]
    named = antecedents(turns, collection)
    if not named and not turns:
        return [asked]
    told = counted(question, turns) or with_what_is_sought(question, turns)
    if told is None:
        return _distinct([asked, *_read(question, turns, named, ranker)])
    made = [Draft(told, ReadingKind.EARLIER), *_read(told, turns, named, ranker)]
    return _distinct([asked, *(replace(each, features={**each.features, "told": 1.0}) for each in made)])


def _read(question: str, turns: Sequence[Turn], named: Sequence[Antecedent], ranker: Ranker) -> list[Draft]:
    piece = fragment(question) if turns else None
    if piece is not None:
        made: list[Draft] = []
        of_a_person = any(found.possessive and found.form in GENDERED for found in anaphora(piece.text))
        for filling in _filled(piece, turns, named, ranker):
            made.extend(
                replace(draft, features={**filling.features, **draft.features})
                for draft in framed(replace(piece, text=filling.text, of_a_person=of_a_person), turns)
            )
        if made:
            return made
    corrected = correction_cut(question) if turns and says_what_was_meant(question) else None
    whole = tidy(opening_cut(corrected or question))
    context, found = Context.of(whole, turns, named), anaphora(whole)
    # A pronoun leaves nothing out, it leans.
    leans = _leans(found)
    made = [] if leans else additions(context, found)
    if corrected:
        made.append(Draft(tidy(corrected), ReadingKind.CORRECTION, {"correction": 1.0}))
    elif not leans:
        made.extend(owned(context))
    swapped = [replace(draft, text=tidy(draft.text)) for draft in substitutions(context, found)]
    return [*swapped, *made]


def _answers_back(question: str, turns: Sequence[Turn]) -> bool:
    """Tell whether "no, I mean the first" answers what was asked back: "Do you mean the last?"."""
    return bool(turns) and turns[-1].said.rstrip().endswith("?") and says_what_was_meant(question)


def _leans(found: Iterable[Anaphor]) -> bool:
    """Tell whether one of the leaning words is a pronoun that nothing in the question explains."""
    return any(anaphor.form in PRONOUNS and anaphor.rival is Rival.NONE for anaphor in found)


def _filled(
    piece: Fragment, turns: Sequence[Turn], named: Sequence[Antecedent], ranker: Ranker
) -> list[Draft]:
    """Return the fragment with its own pronouns filled in the likeliest ways, and as it is."""
    found = [
        anaphor for anaphor in anaphora(piece.text) if anaphor.form in (*PRONOUNS, Form.THIS, Form.THERE)
    ]
    filled = substitutions(Context.of(piece.text, turns, named), found)
    filled.sort(key=ranker.score, reverse=True)
    return [*filled[:_FILLINGS], Draft(piece.text, ReadingKind.FRAME, {"left alone": float(len(found))})]


def _distinct(made: Iterable[Draft]) -> list[Draft]:
    first: dict[str, Draft] = {}
    for draft in made:
        first.setdefault(draft.text.lower().rstrip("?.! "), draft)
    return list(first.values())
