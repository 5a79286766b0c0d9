"""One antecedent: something named before, with all that speaks for or against its being meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from qa.followups.leaning import Form
from qa.followups.pronoun_evidence import PronounEvidence
from qa.language.mentions import Sort

# Places besides the turns' own: the conversation's first question, the collection's topic.
FIRST, TOPIC = "first", "topic"


@dataclass(slots=True)
class Antecedent:
    """Something named before.

    ``places`` says where: "q0" in the last question, "a0" in its answer, "q1" … in the turns
    before, "first" in the conversation's first question, "topic" for the collection's own.
    ``opens`` is true for what a question named first, ``leads`` for what a long answer did;
    ``introduced`` for what a yes-or-no question brought up ("Is there a museum?"), ``within`` for a name that
    only says where another thing is ("the shop in Lyon"), ``acts`` for one that does something to a thing
    which is named too ("When did Ada find the bell?"), ``undergoes`` for that thing, ``name_asked`` for a
    name that the question wanted to know ("What was her ship called?"), ``tells`` for what only tells who
    or what a name in the question is ("Who is Ada Berg?": "the mayor").
    ``crowd`` counts what is named in the answer that alone names it. ``chained`` holds the pronouns that
    stood for it before.
    """

    text: str
    proper: bool
    plural: bool
    sort: Sort
    joint: bool = False
    article: bool = False
    whole_answer: bool = False
    opens: bool = False
    leads: bool = False
    introduced: bool = False
    within: bool = False
    acts: bool = False
    undergoes: bool = False
    name_asked: bool = False
    tells: bool = False
    crowd: int = 0
    times: int = 0
    places: set[str] = field(default_factory=set)
    chained: set[Form] = field(default_factory=set)
    evidence: PronounEvidence = field(default_factory=PronounEvidence)

    @property
    def nearest(self) -> str:
        """The nearest place, an answer before its question; "topic" where no turn named it."""
        return min(
            (p for p in self.places if p not in (FIRST, TOPIC)), key=lambda p: (p[1], p[0]), default=TOPIC
        )

    @property
    def head(self) -> str:
        """The last word, lower-case."""
        return self.text.split()[-1].lower()

    @property
    def key(self) -> tuple[str, ...]:
        """The words in small letters, those of an article too: by it "the queen" is told from a name."""
        return tuple(re.findall(r"\w+", self.text.lower()))

    @property
    def wording(self) -> str:
        """The text as it stands in a question, with "the" where it needs one."""
        bare = (
            self.proper or not self.article or self.text.lower().startswith(("the ", "his ", "her ", "its "))
        )
        return self.text if bare else f"the {self.text}"
