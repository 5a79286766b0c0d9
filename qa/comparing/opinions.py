"""Whether a question asks for a judgement, so that each source answers it for itself.

Told from the question's form and from closed lists of English words that judge. When in
doubt it asks for a fact.
"""

from __future__ import annotations

import re

from qa.language.stems import worded

# A question of more words is a text; looking closer would only take time.
_LONGEST_QUESTION = 40
# What stands for a name: no word of it judges.
_NAME = "_"


def _any(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


_BE = _any("is are was were isn't aren't wasn't weren't")
_DO = _any("do does did don't doesn't didn't would will can could")
_THE = _any("the its his her their this that these those")
_VERY = "(?:(?:very|really|so|that|particularly|actually|just|too|truly|all|any) )*"
# Who judges for a living, and who may.
_CRITICS = "(?:(?:the|most|other|some|any|film) )*" + _any("critics? reviewers? reviews?")
_JUDGES = "(?:(?:the|most|other|some|any|film) )*" + _any(
    "critics? reviewers? reviews? audiences? viewers? readers? listeners? players? fans? visitors? "
    "customers? guests? people press public everyone everybody anyone"
)
# What judges whatever it is said of, and what does when it is said of a part of a work.
_GOOD = _any(
    "good bad better worse great terrible awful excellent brilliant mediocre disappointing impressive "
    "convincing unconvincing believable unbelievable credible compelling gripping engaging entertaining "
    "enjoyable interesting uninteresting boring dull tedious predictable clever funny unfunny scary "
    "touching beautiful ugly memorable forgettable overrated underrated confusing worthwhile satisfying "
    "unsatisfying nice lovely superb wonderful fantastic stunning ridiculous silly pretentious horrible "
    "dreadful delicious tasty"
)
_GOOD_PART = _any(
    "slow fast rushed wooden stiff cheap deep shallow flat original fresh strong weak clear confused "
    "realistic moving natural thin overlong cliched"
)
_PART = _any(
    "acting plot story storyline script writing dialogues? pace pacing ending music soundtrack score "
    "cinematography photography visuals effects direction directing cast characters? performances? "
    "actors? performers? premise prose humou?r jokes? translation food service atmosphere"
)
_WORK = _any("film movie book show series novel album play game season episode restaurant exhibition concert")
_WELL = _any("well badly poorly beautifully")
_DONE = _any(
    "written acted made done directed played paced told executed produced shot crafted cast drawn rounded "
    "developed explained performed sung translated designed received reviewed"
)
_WORTH = "worth " + _any(
    "it a the your my our watching seeing reading visiting playing buying trying hearing having going"
)
_LIKE = _any("like love enjoy hate dislike praise recommend criticise criticize appreciate admire")
_TRY = _any("watch see read visit play buy try skip avoid")
_VIEWS = _any("opinions? verdicts? consensus reactions? responses? views? reception")
# Nothing follows of which the word before is only a part, as "boring" is of "boring machine".
_END = "(?= (?:or|and|in|to|than|as|overall|on|with|compared|about|by|when|of) |$)"

# Asked with yes or no, so that none of the words that ask stands before them.
_YES_OR_NO = (
    rf"{_BE} (?!there )(?:.+ )?{_VERY}{_GOOD}{_END}",  # is it any good
    rf"{_BE} (?!there ).+ an? {_VERY}{_GOOD}(?: and {_GOOD})?(?: (?!of )\S+){{1,2}}{_END}",  # a good film
    rf"{_BE} (?:they|these|those) {_VERY}{_GOOD} \S+{_END}",  # are they good actors
    rf"{_BE} (?:{_THE} )?{_PART} (?:.+ )?{_GOOD_PART}{_END}",  # is the story slow
    rf"(?:{_BE}|has|have|had) (?:.+ )?{_WELL} {_DONE}",  # are the characters well developed
    rf"(?:{_BE}|would|will) .+ {_WORTH}",  # is it worth seeing
    rf"{_DO} .+ (?:convince|impress|entertain|disappoint)(?: you| me| us)?{_END}",  # does the plot convince
    rf"{_DO} {_JUDGES} (?:generally )?{_LIKE}(?! to\b)",  # did critics like it
    r"would you recommend",
    rf"should (?:i|we|you|one|people) (?:even |bother |go )*{_TRY}",  # should I watch it
)
_WITH_A_WORD = (
    rf"how {_VERY}(?:{_GOOD}|{_GOOD_PART}) {_BE} (?:{_THE} )?{_PART}",  # how realistic are the characters
    rf"how {_VERY}{_GOOD} {_BE} (?:it|they|he|she|this|that|{_NAME}|the {_WORK}){_END}",  # how good is it
    rf"how {_WELL} (?:{_BE}|{_DO}|has|have) .+ {_DONE}",  # how well is it acted
    rf"how (?:{_BE}|has|have) .+ (?:received|reviewed|regarded|judged|perceived){_END}",  # and received
    rf"how {_BE} (?:{_THE} )?(?:(?:\S+ )?{_PART}{_END}|{_WORK}$)",  # how is the acting
    rf"how {_DO} {_JUDGES} (?:receive|react to|respond to|feel about|like|rate|judge|review)(?! to\b)",
    rf"what {_DO} {_JUDGES} (?:generally )?(?:(?:think|feel)(?: of| about|$)|make of|{_LIKE}(?! to\b))",
    rf"what {_DO} {_CRITICS} (?:say|write)",
    rf"what {_BE} (?:{_THE} )?(?:critical|general|popular|public|overall|critics|reviewers) {_VIEWS}{_END}",
    rf"what {_BE} (?:{_THE} )?{_VIEWS} (?:of|among|by|from) {_CRITICS}",
    rf"what {_BE} (?:{_THE} )?(?:main )?(?:strengths|weaknesses|merits|shortcomings|pros|cons)",
    rf"what {_BE} {_VERY}{_GOOD} about",  # what is so good about it
)
_UNASKED = r"^(?:(?!(?:who|whom|whose|where|when|why|how|what|which) )\S+ )*"
_FORMS = (
    *(re.compile(rf"{_UNASKED}{form}(?= |$)") for form in _YES_OR_NO),
    *(re.compile(rf"(?:^| ){form}(?= |$)") for form in _WITH_A_WORD),
)
# One person's judgement is what that person says; and how much something is worth is a number.
_OF_ONE = re.compile(rf"(?:^| )(?:according to|how (?:much|many)|in {_NAME} (?:opinion|view)) ")


def asks_judgement(question: str) -> bool:
    """Tell whether those who answer the question judge, each for himself; never raises."""
    words = worded(question)[:_LONGEST_QUESTION]
    shouted = question.isupper()
    plain = (
        _NAME if word.capital and place and not shouted and word.folded != "i" else word.folded
        for place, word in enumerate(words)
    )
    text = " ".join(plain)
    return not _OF_ONE.search(text) and any(form.search(text) for form in _FORMS)
