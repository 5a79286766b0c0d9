"""The function words of English: words every text is full of, which tell nothing of its subject."""

from __future__ import annotations

_WORDS = """
a about above according after again against all also am an and any are aren't as at anybody anyone
anything be because been before being below besides between both but by can can't cannot could couldn't
did didn't do does doesn't doing don't down during each either else ever every everybody everyone
everything few for from further had hadn't has hasn't have haven't having he he'd he'll he's her here
here's hers herself him himself his how how's i i'd i'll i'm i've if in into is isn't it it'd it'll it's
its itself just let's many may me might mine more most much must mustn't my myself neither no nobody none
nor not nothing of off on once only onto or other our ours ourselves out over own per please quite rather
shall shan't she she'd she'll she's should shouldn't since so some somebody someone something such tell
than that that's the their theirs them themselves then there there's these they they'd they'll they're
they've this those though through thus to too toward towards under until unto up upon us very via was
wasn't we we'd we'll we're we've were weren't what what's whatever when when's where where's whether
which while who who's whom whose why why's will with within without won't would wouldn't yes yet you
you'd you'll you're you've your yours yourself yourselves
"""
FUNCTION_WORDS = frozenset(_WORDS.split())
