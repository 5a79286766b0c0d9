"""What can be a person's name, told from its form and from words that are part of none."""

from __future__ import annotations

import re

# "María del Carmen Núñez de la Torre Vega": more words than this are no name.
_MOST_WORDS = 6
# Characters; whatever is longer is a text about somebody.
_LONGEST_NAME = 100
_BLANK = re.compile(r"[ \t\xa0]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’\u2010-](?=[^\W\d_]))*\.?")
_AND = re.compile(r"(?:[ \t\xa0]*,)?[ \t\xa0]+(?:and|&)[ \t\xa0]+")
_COMMA = re.compile(r"[ \t\xa0]*,[ \t\xa0]+")
# "J.", "Jr.": a full stop after more letters ends what is said, but for these.
_LONGEST_ABBREVIATION = 2
_ABBREVIATIONS = frozenset({"mrs", "prof", "rev", "esq"})
_PARTICLE_LIST = "de del della la le di da do dos das du van von der den ten ter bin ibn al el y e"
_PARTICLES = frozenset(_PARTICLE_LIST.split())
_ROLE_LIST = """
senior staff chief deputy associate assistant contributing special guest freelance film movie tv television
music book books theatre theater arts art culture food travel science health politics political foreign sports
sport business technology tech news writer writers reporter reporters correspondent editor editors critic
contributor columnist journalist producer reviewer author phd md
"""
ROLES = frozenset(_ROLE_LIST.split())
"""What the writer of an article is called, and what he writes on."""
# Capitalised where a line begins or on the edge of a page, and yet no part of a person's name.
_NO_NAME_LIST = """
the a an our my your their its his her this that these those all no not how why what when where who
which admin administrator editorial team anonymous unknown user users member moderator webmaster root
board desk newsroom press agency agencies associated reuters media magazine times post journal gazette
herald tribune guardian daily weekly review reviews article articles blog story stories feature features
opinion analysis interview video photo photos photographs photography pictures drawings image images
words text world national international local entertainment lifestyle fiction trailer series season
episode release official breaking latest exclusive update updates top best new united north south east
west northern southern eastern western central great upper lower los las san santa st saint fort port
cape mount lake hong kuala buenos tel abu addis rio city town county state states island islands bay
beach street road avenue square park hall house theatre museum station hotel hospital school university
college institute church club league association company corporation inc ltd group bank department
ministry office council committee festival studio studios records productions network channel monday
tuesday wednesday thursday friday saturday sunday
"""
_NO_NAMES = ROLES | frozenset(_NO_NAME_LIST.split())
# What profiles and templates hold where a name should be.
_NO_PERSON = re.compile(r"www\.|[@<>{}|=:#\n\r]|\.(?:com|org|net)\b|\bposts?\s+by\b", re.IGNORECASE)


def named_author(value: str | None) -> str | None:
    """Return what metadata gives as the author, trimmed; None where that can be nobody's name."""
    name = (value or "").strip(" \t\xa0\"'")
    words = _LETTERS.findall(name.lower())
    if not words or len(name) > _LONGEST_NAME or _NO_PERSON.search(name) or not name.isprintable():
        return None
    if name == name.lower() != name.upper():
        return None  # what somebody signs in with
    return None if all(word in _NO_NAMES for word in words) else name


def name_end(line: str, start: int, least: int) -> int | None:
    """Return where a name of at least ``least`` capitalised words ends; None where none begins."""
    count, end, at = 0, None, start
    while word := _NAME_WORD.match(line, at):
        bare = word[0].rstrip(".")
        if bare[0].isupper() and bare.lower() not in _NO_NAMES:
            count, end = count + 1, word.end()
        elif not (count and bare in _PARTICLES):
            break
        if bare != word[0] and len(bare) > _LONGEST_ABBREVIATION and bare.lower() not in _ABBREVIATIONS:
            end = word.end() - 1
            break
        blank = _BLANK.match(line, word.end())
        if blank is None:
            break
        at = blank.end()
    return end if least <= count <= _MOST_WORDS else None


def names_end(line: str, start: int, least: int) -> int | None:
    """Return where a name, or several of which the last follows "and", end; None where none begins.

    After a comma alone there may stand where somebody works, which looks the same.
    """
    end = listed = name_end(line, start, least)
    while listed is not None:
        joined = _AND.match(line, listed)
        last = name_end(line, joined.end(), 2) if joined else None
        if last is not None:
            return last
        comma = _COMMA.match(line, listed)
        listed = name_end(line, comma.end(), 2) if comma else None
    return end


def is_ordinary(name: str, text: str) -> bool:
    """Tell whether each capitalised word of the name also stands in small letters in the text."""
    words = (word.lower() for word in _LETTERS.findall(name) if word[0].isupper())
    return all(re.search(rf"\b{word}\b", text) for word in words)
