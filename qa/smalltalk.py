"""What is typed that is no question to the articles: greetings, thanks, a line of symbols.

Only what is nothing but small talk is answered here: each word has to belong to it.
"hello kitty release date?" and "who are the Thanks?" are questions.
"""

from __future__ import annotations

import re

from index.terms import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# What parts one bit of small talk from the next: "No, thank you. That's all!", "thanks and goodbye".
_BETWEEN = re.compile(r"[^\w\s'’]+|\band\b", re.IGNORECASE)

_ASK = "Ask a question, and the articles answer in their own words."
_HELLO = f"Hello! {_ASK}"
_WELCOME = "You are welcome. Ask on whenever you like."
_BYE = "Goodbye!"
_SELF = "I look up answers in the articles and quote the exact words with their place; I make nothing up."
_HELP = (
    'Type a question such as "when did it open?", then go on with "and why?"; each answer shows its source.'
)

# Each form has to match the whole of what was typed, or of each piece of it, folded and without punctuation.
_FORMS = (
    (
        _HELLO,
        r"(?:hi|hello|hey|hiya|howdy|yo|greetings|hallo|salut|bonjour|good (?:morning|afternoon|evening|day))"
        r"(?: (?:there|all|everyone|everybody|again|you|osmosis|hello|hi))*"
        r"(?: how are you(?: doing)?(?: today)?)?",
    ),
    (_HELLO, r"how are you(?: doing)?(?: today)?|how do you do|what's up|whats up|sup"),
    (
        _WELCOME,
        r"(?:ok |okay |great |cool |perfect |no )?(?:thanks|thank you|thx|ty|cheers|merci|danke)"
        r"(?: (?:a lot|so much|very much|a million|you|again|mate|everyone"
        r"|for (?:your |the |all )?(?:help|that|this)))*",
    ),
    (_WELCOME, r"much appreciated|i appreciate it"),
    (
        _WELCOME,
        r"(?:(?:no|ok|okay) )?(?:i (?:think|believe|guess) )?"
        r"(?:(?:that|this)(?:'s| is| was| does|'ll be| will be|'ll do| will do) (?:it|all|everything)"
        r"(?: (?:for (?:now|today)|i (?:need|needed|wanted)))?|nothing else|no more questions"
        r"|that takes care of (?:it|everything)|you(?:'ve| have) (?:covered|answered) (?:it all|everything)"
        r"|i am done|i'm done)(?: i (?:think|believe|guess))?(?: (?:thanks|thank you))?",
    ),
    (
        _BYE,
        r"(?:ok |okay )?(?:good ?bye|bye|bye bye|ciao|good ?night|farewell"
        r"|see (?:you|ya)(?: (?:later|soon|tomorrow))?"
        r"|have a (?:nice|good|great|lovely) (?:day|evening|night|weekend|one))",
    ),
    (_SELF, r"(?:who|what) (?:are|r) (?:you|u)|(?:what is|what's|whats) your name"),
    (_SELF, r"are you (?:a |an )?(?:human|robot|bot|ai|machine|real|there)"),
    (_SELF, r"(?:what can you do|what do you do|how do you work)(?: for me)?"),
    (_HELP, r"(?:please |can you |could you )?help(?: me)?(?: please| out)*"),
    (_HELP, r"how does (?:this|it) work|what can i (?:ask|do)(?: you| here)?"),
    (
        _ASK,
        r"(?:ok|okay|k|kk|alright|all right|fine|cool|great|nice|good|perfect|wow|hm+|um+|uh+|ah+|oh|lol"
        r"|haha+|sure|right|i see|got it|understood|awesome|yes|no|yeah|yep|nope|never mind|nevermind|sorry"
        r"|test|testing|very good|well done|good job|amazing)(?: (?:ok|okay|good|great|cool|thanks|then))*",
    ),
)
# Of several, the one further on is said: who thanks and takes leave is told goodbye.
_REPLIES = (_ASK, _HELLO, _SELF, _HELP, _WELCOME, _BYE)
_PATTERNS = tuple((reply, re.compile(form)) for reply, form in _FORMS)

# More characters are a text, not a question; understanding one takes time that grows with its square.
LONGEST_QUESTION = 1_500
TOO_LONG = f"That is more than {LONGEST_QUESTION:,} characters long: too long for a question. {_ASK}"
NOTHING_ASKED = f"Nothing was asked. {_ASK}"
NO_WORDS = f"There are no words in that. {_ASK}"


def reply_to(text: str) -> str | None:
    """Return a short word to the person when ``text`` is no question to the articles, else None."""
    if not text.strip():
        return NOTHING_ASKED
    if len(text) > LONGEST_QUESTION:
        return TOO_LONG
    folded = fold(text)
    if not _WORD.search(folded):
        return None if any(char.isalnum() for char in text) else NO_WORDS
    if whole := _reply_to_words(folded):
        return whole
    pieces = [piece for piece in _BETWEEN.split(folded) if _WORD.search(piece)]
    replies = [reply for piece in pieces if (reply := _reply_to_words(piece))]
    if len(replies) < len(pieces):
        return None
    # "And?" has no piece at all.
    return max(replies, key=_REPLIES.index, default=_ASK)


def _reply_to_words(text: str) -> str | None:
    words = " ".join(_WORD.findall(text))
    return next((reply for reply, pattern in _PATTERNS if pattern.fullmatch(words)), None)
