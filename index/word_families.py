"""Words of one family that the stemmer leaves apart: wrote and written, director and directed.

Who wrote it stands in an article as "the writer" or "written by", and when she died as "her death".
"""

from __future__ import annotations

from functools import cache

import Stemmer

# Forms that neither the stemmer nor the endings below lead back to the first of their line.
_LINES = """
arise arose arisen
become became
begin began begun
believe belief
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen choice
come came
complain complaint
deal dealt
decide decision
deep depth
destroy destruction
die death dead
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven driver
eat ate eaten
explain explanation
fall fell fallen
feed fed
feel felt
fight fought
flee fled
fly flew flown flight
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given gift
go went gone
grow grew grown growth
hang hung
hear heard
hide hid hidden
high height
hold held holder
keep kept
know knew known knowledge
lead led
learn learnt
leave left
lend lent
light lit
long length
lose lost loss
make made maker
marry marriage
meet met
mislead misled
overcome overcame
own owner
pay paid payer payment
prove proof proven
receive receipt reception
ride rode ridden rider
ring rang rung
rise rose risen
rule ruler
run ran runner
say said
see saw seen
seek sought
sell sold sale
send sent
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung song
sink sank sunk
sit sat
sleep slept
slide slid
speak spoke spoken speech
spend spent
spin spun
spring sprang sprung
stand stood
steal stole stolen theft
stick stuck
strike struck stricken
strong strength
succeed success
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
think thought
throw threw thrown
understand understood
use user usage
wake woke woken
warm warmth
wear wore worn
weave wove woven
weep wept
weigh weight
wide width
win won winner
withdraw withdrew withdrawn
write wrote written writer
"""
# Endings of those who do it, and of comparatives: what is left is the stem of the verb or adjective.
_ENDINGS = ("or", "er")
# Shorter remainders are chance (river, paper, actor).
_SHORTEST = 4
# Words and names that only end alike, beside another word without the ending (flower and flow).
_ALIKE = """
bother boulder brother carter center charter corner corpor counter docker factor flower folder
former gender holder indoor latter letter manor master matter meter miller minor mister mother motor
number parker pastor poster quaker quarter sector shoulder shower slipper solder stranger tailor
temper tempor tender trailer under warner wither yorker
"""
_ONLY_ALIKE = frozenset(_ALIKE.split())


def family_stem(folded: str) -> str:
    """Return the stem that a word, in small letters, shares with its family.

    It is the stem of Porter's English stemmer (Porter2, as Snowball has it) of the family's first
    word, which need be no word itself.
    """
    stem = str(_stemmer().stemWord(folded))
    if stem in _families():
        return _families()[stem]
    if not stem.endswith(_ENDINGS) or stem.endswith("eer") or stem in _ONLY_ALIKE:
        return stem
    left = stem[:-2]
    # "planner" from "plan", but "seller" from "sell": as in Porter2, f, l and s stay double.
    if left[-1:] == left[-2:-1] and left[-1:] not in "fls":
        left = left[:-1]
    return left if len(left) >= _SHORTEST else stem


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@cache
def _families() -> dict[str, str]:
    stem = _stemmer().stemWord
    lines = (line.split() for line in _LINES.strip().splitlines())
    return {str(stem(form)): str(stem(first)) for first, *others in lines for form in (first, *others)}
