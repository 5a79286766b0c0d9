"""The form of one block: what can be told from its letters, length and punctuation alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from index.blocks import LIST_MARKER, is_row
from index.dates import DATE

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# The number or mark of a footnote after the last stop.
_NOTE = re.compile(r"(?<=[.!?])(?:\d{1,3}|(?:\[[\w ]{1,16}\]?)+)$")
_BRACKETS = re.compile(r"\([^()]*\)")
_CLOSERS = "'\"’”»)]*_ \t"
_MEDIA = (
    r"\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|avif|heic|ico|mp[34g]|mpe?g|m4[av]|mov|avi|webm|mkv|wav|ogg|flac)"
)
_FILE_NAME = re.compile(rf"(?:\S+(?: \S+){{0,3}}){_MEDIA}", re.IGNORECASE)
_MARKED_HEADING = re.compile(r"#{1,6}\s+\S.*|[^\n\r]+\r?\n\s*(?:=+|-{2,})")
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?:[-*+•]\s+)?!?\[[^\]]*\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"
    # French closes a quotation with what pages point onward with.
    r"|[^«\n]{0,60}(?:»|→|>>|\[…\]|\[\.\.\.\])"
)
# "READ MORE: …": an order in capitals before a colon, then another article's headline.
_ORDERS = (
    "read|see|watch|view|click|check|follow|listen|learn|find|discover|explore|browse|continue|get|try|shop"
)
_LINK_LABEL = re.compile(
    rf"(?:(?:{_ORDERS.upper()})\b[A-Z ]{{0,24}}|RELATED[A-Z ]{{0,24}}|MORE ON [A-Z ]{{1,24}})\s*[:|–—-]\s*\S"
)
_LINK_LINE = re.compile(
    rf"(?:(?:{_ORDERS})\s+(?:\w+\s+)?(?:more|also|next|here|full)\b|related\s*:|also read\b"
    r"|more on\b|continue reading\b)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\w+ ){0,4}\d{4}|\ball rights reserved\b", re.IGNORECASE)
_CREDIT = re.compile(
    r"""^\W?(?:(?:\w+\s+)?(?:image|photo|picture|illustration|video|photograph)s?\s*
        (?:credits?|courtesy|source|caption|by|via)?\s*(?:[:|/©]|\bby\b|\bof\b|\bvia\b)
        |(?:image|photo|picture)\s+(?:credit|source|caption),
        |credits?\s*:|(?:\w+\s+)?courtesy\s+of\b|©|(?:fig(?:ure)?|plate)\.?\s*\d+)
      | .{1,160}\((?:photo|image|picture|credit)s?\s*(?::|by\b|courtesy\b)[^()]*\)$""",
    re.IGNORECASE | re.VERBOSE,
)
_PLACEHOLDER = re.compile(r"%[sd]\b|\{\{?\s*\w+\s*\}?\}|\$\{|_{4,}")
_REQUIRED = re.compile(r"\w\s?\*$")
_RESPOND = re.compile(
    r"(?:(?:leave|post|add|write|submit|cancel|join)\s+(?:(?:a|an|your|the)\s+)?"
    r"(?:comment|reply|response|conversation|discussion|review)s?\b\W*)+",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"""\b(?:log|sign)(?:ged|ging|ned|ning)?[\s-]?(?:in|out|up)\b
      | \byour\s+(?:\w+\s+)?(?:e-?mail|name|account|details|password|comment|browser|inbox|website)\b
      | \b(?:e-?mail\s+address|password|username|captcha|newsletter|subscribe)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Verbs by which a line without a full stop still shows that it is a sentence.
_FINITE_LIST = """
is are was were be been has have had does do did will would can could may might shall should must
isn't aren't wasn't weren't hasn't haven't doesn't don't didn't won't can't said says
became began born brought built came cost died fell found gave got grew held kept knew led left lost
made met paid rose sold spent stood took told went won wrote
"""
_FINITE = frozenset(_FINITE_LIST.split())
# Words that go back to a sentence before: what begins with them is one too.
_BACKWARD_LIST = "it he she they we this that these those some another other here there his her its their"
_BACKWARD = frozenset(_BACKWARD_LIST.split())
# Words that a headline in capitals leaves small.
_SMALL_LIST = """
a an and as at but by for from in into is nor of off on or out over per so than that the to up via
vs with your our its it be are
"""
_SMALL = frozenset(_SMALL_LIST.split())
# The words of a web page's bars and corners, in general.
_PAGE_LIST = """
about account advertise advertisement archives author blog careers cart categories category comments
contact cookies copyright disclaimer donate email facebook faq faqs feed follow forum gallery help home
homepage imprint instagram latest like linkedin login logout mail menu more navigation newsletter next
pinterest podcasts policy popular previous print privacy profile recent reddit register related reply
rss search settings share shop sitemap skip sponsored store subscribe tags terms tiktok trending tumblr
twitter videos whatsapp wordpress youtube
"""
_PAGE_WORDS = frozenset(_PAGE_LIST.split())
# A heading that is not in capitals is hardly longer.
_LONGEST_LABEL = 8
_SEPARATED = re.compile(r"\s*[|›»>·•/]\s+|\s+[|›»>·•/]\s*")
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:\d]{0,40}):\s+\S")
_PAGE_LABEL = re.compile(
    r"(?:about|tags?|categor|related|share|comments|filed|topics?|more|posted in)\b", re.IGNORECASE
)
_VALUE = re.compile(r"[$€£¥%]|\d[\d.,]*\s?(?:million|billion|percent|per cent|km|kg|minutes|hours|years)\b")


@dataclass(frozen=True, slots=True)
class Shape:
    """What the form of a block says.

    ``length`` is in words. ``is_sentence``: it reads as a sentence. ``is_ended``: its last mark
    ends a sentence, ``is_stopped``: with a full stop. ``is_titled``: it could be a heading,
    ``is_capitalised``: in capitals. ``is_byline``: it is dated, or says by whom. ``is_lead_in``: it ends
    with a colon. ``is_scene``: people and what they are doing in a picture, in no whole sentence.
    ``is_trail``: entries of a bar on one line. ``is_page_entry``: it holds a word of web pages. ``is_form``:
    it asks for input; ``is_form_anchor``: and can be nothing else.
    """

    length: int
    has_words: bool
    is_ended: bool
    is_stopped: bool
    is_sentence: bool
    is_titled: bool
    is_capitalised: bool
    is_byline: bool
    is_question: bool
    is_lead_in: bool
    is_file_name: bool
    is_marked_heading: bool
    is_link: bool
    is_credit: bool
    is_copyright: bool
    is_scene: bool
    is_trail: bool
    is_page_entry: bool
    is_form: bool
    is_form_anchor: bool


# Whatever is longer is prose; looking closer would only take time.
_LONGEST_SHAPED = 600
_PROSE = Shape(
    length=_LONGEST_SHAPED,
    **{
        field.name: field.name in ("has_words", "is_ended", "is_stopped", "is_sentence")
        for field in fields(Shape)[1:]
    },
)


def shape(text: str) -> Shape:
    """Return the form of a block's text."""
    if len(text) > _LONGEST_SHAPED:
        return _PROSE
    words = _WORD.findall(text)
    folded = [word.lower().replace("’", "'") for word in words]
    length = len(words)
    bare = _NOTE.sub("", text.rstrip(_CLOSERS)).rstrip(_CLOSERS)
    ended = bare.endswith((".", "!", "?", "…", "。", "！", "？", ";"))
    stopped = ended and not bare.endswith(("!", "?"))
    finite = _is_finite(words)
    small = sum(word[0].islower() for word in words)
    listed = bool(LIST_MARKER.match(text))
    sentence = ended and length >= 4 and (finite or small >= 2)
    byline = bool(DATE.search(text)) or folded[:1] == ["by"]
    datum = listed or byline or is_row(text) or _is_datum(text, length)
    question = bare.endswith("?") and length <= 25
    scene = not datum and length <= 30 and _is_scene(text)
    anchor = length <= 16 and bool(
        _PLACEHOLDER.search(text) or _REQUIRED.search(text) or _RESPOND.fullmatch(text)
    )
    capitals = length > 0 and _is_capitalised(words)
    label_like = not (question or finite or "," in text or bare.endswith("!")) and length <= _LONGEST_LABEL
    short_line = length <= 14 and not listed
    return Shape(
        length=length,
        has_words=length > 0,
        is_ended=ended,
        is_stopped=stopped,
        is_sentence=(sentence and not scene) or length > 40,
        is_titled=not stopped
        and not datum
        and "\n" not in text
        and length > 0
        and not words[0][0].islower()
        and folded[0] not in _BACKWARD
        and not bare.endswith(":")
        and ((capitals and (length > 3 or not bare.endswith("!"))) or label_like),
        is_capitalised=capitals,
        is_byline=byline or listed,
        is_question=question,
        is_lead_in=bare.endswith(":"),
        is_file_name=bool(_FILE_NAME.fullmatch(text)),
        is_marked_heading=bool(_MARKED_HEADING.fullmatch(text)),
        is_link=bool(_LINK_LABEL.match(text) or _LINK.fullmatch(text))
        or (short_line and not stopped and bool(_LINK_LINE.match(text))),
        is_credit=length <= 25 and not (sentence and finite) and bool(_CREDIT.match(text)),
        is_copyright=length <= 25 and bool(_COPYRIGHT.search(text)),
        is_scene=scene,
        is_trail=not ended and _is_trail(text),
        is_page_entry=any(word in _PAGE_WORDS for word in folded),
        is_form=anchor or (not listed and length <= 25 and not stopped and bool(_ACCOUNT.search(text))),
        is_form_anchor=anchor,
    )


def _is_capitalised(words: list[str]) -> bool:
    big = [word for word in words if word.lower() not in _SMALL]
    return bool(big) and sum(not word[0].islower() for word in big) >= 0.8 * len(big)


def _is_datum(text: str, length: int) -> bool:
    if length > 40:
        return False
    label = _LABEL.match(text)
    if label and len(label["label"].split()) <= 3 and not _PAGE_LABEL.match(label["label"]):
        return True
    return bool(_VALUE.search(text))


def _is_finite(words: list[str]) -> bool:
    return any(
        word.islower() and (word.replace("’", "'") in _FINITE or word.endswith("ed")) for word in words
    )


def _is_scene(text: str) -> bool:
    """Tell whether somebody is "standing in", "holding a": a name, then a participle that goes on.

    What stands in brackets, as "(left)", says nothing of the sentence.
    """
    words = _WORD.findall(_BRACKETS.sub(" ", text))
    if _is_finite(words):
        return False
    return any(
        before[0].isupper() and word.endswith("ing") and len(word) > 5 and word.islower() and after in _SMALL
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )


def _is_trail(text: str) -> bool:
    entries = [entry for entry in _SEPARATED.split(text) if entry.strip()]
    if len(entries) < 3 or text.startswith("|"):
        return False
    if any(len(entry.split()) > 3 or any(char.isdigit() for char in entry) for entry in entries):
        return False
    page = sum(any(word.lower() in _PAGE_WORDS for word in _WORD.findall(entry)) for entry in entries)
    return 3 * page >= len(entries)
