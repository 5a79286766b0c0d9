"""Where sentences begin and end, as offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from index.blocks import blocks

# "ended.Then": a stop inside a word, with small letters before it and a capital after.
_GLUED = re.compile(
    r"(?:(?<=[^\W\d_A-Z]{2}[.!?…])|(?<=[^\W\d_A-Z][.!?…]['\"’”)\]]))"
    r"(?=['\"‘“(]?[^\W\d_a-z](?:[^\W\d_A-Z]|\s|$))"
)
# Words in small letters that are cut short, and that a name may follow. Of two letters there are more of them
# than whole words.
_CUT_SHORT = (
    r"(?:etc|vs|viz|cf|ca|approx|incl|excl|esp|est|orig|ed|eds|trans|vol|vols|fig|figs|pp|op|cit|al|dept|univ|ave"
    r"|blvd|bros|corp|inc|ltd|mr|mrs|ms|messrs|dr|prof|st|ste|mt|ft|fr|jr|sr|sen|rep|gov|gen|capt|cpt|cmdr|col|lt"
    r"|sgt|maj|adm|rev|hon|pres|supt|insp)"
)
_WORDS_OF_TWO = r"(?:am|an|as|at|be|by|do|go|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we)"
# Ends that the splitter does not see: the stops of scripts that write no blank after them, words that it
# takes for abbreviations ("get in free. Dogs"), a whole sentence in brackets that follows, and hours.
_CERTAIN = re.compile(
    r"(?<=[。！？।])['\"’”»」』)]*"
    r"|(?<=[a-z]{6}\.)\s+(?=['\"‘“(]?[A-Z])"
    rf"|(?<![\w.@/'’-])(?!{_CUT_SHORT}\.)(?:[a-z]{{3,5}}|{_WORDS_OF_TWO})\.\s+(?=['\"‘“]?(?:[A-Z][a-z]|[AI]\s))"
    r"|(?<=[a-z]{2}[.!?])\s+(?=\([A-Z][^()]{0,400}[.!?]\))"
    r"|(?<=[ap]\.m\.)\s+(?=[A-Z][a-z])(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_ADDRESS = re.compile(r"://|www\.|@|\.\w{2,4}/")
# So much of a word is looked at to tell whether it is an address.
_AROUND = 80
# Footnote marks after the stop belong to the sentence before.
_NOTE_MARKS = re.compile(r"(?:\s?\[[\w ]{1,16}\])+(?=\s|$)")
# Abbreviations that the splitter misses, some only after a dash or bracket; a name follows.
_GOES_ON_AFTER = re.compile(
    r"(?:[-–—](?:St|Mt|Ft|Dr)|\b[afnd]\.k\.a|\b(?:Adm|Ald|Capt|Cf|Cllr|Cmdr|Col|Cpl|Fr|Gen|Gov|Hon|Insp|Lt|Maj|Mgr"
    r"|Mlle|Mme|Msgr|Pte|Pvt|Rep|Rev|Sen|Sgt|Supt))\.$"
)
_ENUMERATOR = re.compile(r"\W?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the text's sentences, trimmed of blanks, in order.

    They hold every non-blank character. A sentence ends at the latest with its block: a line
    that was not wrapped, a list item, a table row.
    """
    return list(_sentences(text))


# An answer asks for the sentences of the same few passages again and again.
@lru_cache(maxsize=2048)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for block in blocks(text):
        spans = [
            span for start, end in _pieces(block.text, _CERTAIN) for span in _split(block.text, start, end)
        ]
        found.extend((block.start + start, block.start + end) for start, end in _mended(block.text, spans))
    return tuple(found)


def _pieces(text: str, cut: re.Pattern[str]) -> list[tuple[int, int]]:
    ends = [match.end() for match in cut.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split one stretch; the splitter sees a blank put in wherever two sentences are glued."""
    from nupunkt import sent_spans

    glued = [
        match.start()
        for match in _GLUED.finditer(text, start, end)
        if not _ADDRESS.search(_word_around(text, match.start()))
    ]
    # Every blank is one to the splitter, so that wrapped lines read like unwrapped ones.
    parts = (re.sub(r"\s", " ", text[a:b]) for a, b in zip([start, *glued], [*glued, end], strict=True))
    put_in = [cut - start + number for number, cut in enumerate(glued)]

    def original(offset: int) -> int:
        return start + offset - bisect_left(put_in, offset)

    spans = []
    for first, last in sent_spans(" ".join(parts)):
        first, last = original(first), original(last)  # noqa: PLW2901
        stretch = text[first:last]
        if stretch.strip():
            spans.append((first + len(stretch) - len(stretch.lstrip()), first + len(stretch.rstrip())))
    return spans


def _word_around(text: str, at: int) -> str:
    before = re.search(r"\S*$", text[max(0, at - _AROUND) : at])
    after = re.match(r"\S*", text[at : at + _AROUND])
    return f"{before[0] if before else ''}{after[0] if after else ''}"


def _mended(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put together what the splitter took apart: list numbers, footnote marks, "Yahoo! bought"."""
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        if whole:
            before, above = whole[-1]
            notes = _NOTE_MARKS.match(text, above, end) or _NOTE_MARKS.match(text, start, end)
            if notes:
                whole[-1] = (before, notes.end())
                start = notes.end() + len(text[notes.end() : end]) - len(text[notes.end() : end].lstrip())  # noqa: PLW2901
                if start >= end:
                    continue
            if (
                _goes_on(text[start:end])
                or _ENUMERATOR.fullmatch(text, before, above)
                or _GOES_ON_AFTER.search(text, max(before, above - 8), above)
                or _closes(text[before:above], text[start:end])
            ):
                whole[-1] = (before, end)
                continue
        whole.append((start, end))
    return whole


def _goes_on(stretch: str) -> bool:
    """Tell whether a stretch cannot begin a sentence: no letters, or a word in small letters."""
    word = next((word for word in stretch.split() if any(char.isalnum() for char in word)), "")
    first = next((number for number, char in enumerate(word) if char.isalnum()), None)
    return first is None or word[first:].islower()


def _closes(before: str, stretch: str) -> bool:
    """Tell whether a stretch closes the bracket with which the sentence before begins."""
    return before.startswith("(") and before.count("(") > before.count(")") and stretch.endswith(")")
