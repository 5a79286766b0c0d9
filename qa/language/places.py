"""Names of places as far as their form, and a closed list of countries, tell their size.

A city and a country are no two places for one event, and which city lies in which country
needs a gazetteer that we do not have: only places of one size are set against each other.
"""

from __future__ import annotations

from enum import StrEnum

from index.terms import fold
from qa.language.stems import worded
from qa.language.word_classes import listed


class Size(StrEnum):
    """How large a named place is, as far as can be told."""

    WIDE = "wide"
    COUNTRY = "country"
    FACILITY = "facility"
    OTHER = "other"


# Member and observer states of the United Nations by their everyday English names, with a few
# constituent and former countries that articles speak of as countries.
_COUNTRY_NAMES = """
afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan,
bahamas, bahrain, bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia,
botswana, brazil, brunei, bulgaria, burkina faso, burundi, cambodia, cameroon, canada, chad, chile,
china, colombia, congo, costa rica, croatia, cuba, cyprus, czech republic, czechia, czechoslovakia,
denmark, djibouti, dominica, dominican republic, east germany, ecuador, egypt, el salvador, england,
eritrea, estonia, eswatini, ethiopia, fiji, finland, france, gabon, gambia, germany, ghana, great
britain, greece, grenada, guatemala, guinea, guyana, haiti, honduras, hungary, iceland, india,
indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, jordan, kazakhstan,
kenya, kiribati, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya,
liechtenstein, lithuania, luxembourg, madagascar, malawi, malaysia, maldives, mali, malta,
mauritania, mauritius, mexico, micronesia, moldova, monaco, mongolia, montenegro, morocco,
mozambique, myanmar, namibia, nauru, nepal, netherlands, new zealand, nicaragua, niger, nigeria,
north korea, north macedonia, northern ireland, norway, oman, pakistan, palau, palestine, panama,
papua new guinea, paraguay, peru, philippines, poland, portugal, prussia, qatar, romania, russia,
rwanda, samoa, san marino, saudi arabia, scotland, senegal, serbia, seychelles, sierra leone,
singapore, slovakia, slovenia, somalia, south africa, south korea, south sudan, soviet union, spain,
sri lanka, sudan, suriname, sweden, switzerland, syria, taiwan, tajikistan, tanzania, thailand,
togo, tonga, tunisia, turkey, turkmenistan, tuvalu, uae, uganda, uk, ukraine, united arab emirates,
united kingdom, united states, united states of america, uruguay, us, usa, uzbekistan, vanuatu,
venezuela, vietnam, wales, west germany, yemen, yugoslavia, zambia, zimbabwe
"""
_COUNTRIES = frozenset(" ".join(_COUNTRY_NAMES.split()).split(", "))
_WIDE = listed("africa america antarctica asia europe oceania atlantic pacific mediterranean balkans arctic")
# Words that show a place within a town, or one that may lie in or around a town.
_FACILITIES = listed(
    "hotel museum stadium university college school airport hall church cathedral street road avenue "
    "square palace park theatre theater hospital castle station mount river lake valley island isle cape "
    "county province state region bay harbour harbor bridge abbey house centre center library office "
    "court prison district forest sea ocean strait coast peninsula mountain mountains hill desert north "
    "south east west northern southern eastern western central"
)
_OPPOSITES = (
    {"left", "right"},
    {"upper", "lower"},
    {"front", "back"},
    {"inside", "outside"},
    {"north", "south"},
    {"east", "west"},
)


def place_size(name: str) -> Size:
    """Return the size of the place, told from its name without prepositions and articles."""
    folded = [word.folded for word in worded(name) if not word.function or fold(name) == "us"]
    if (
        " ".join(word for word in folded if word != "republic") in _COUNTRIES
        or " ".join(folded) in _COUNTRIES
    ):
        return Size.COUNTRY
    if _WIDE.intersection(folded):
        return Size.WIDE
    return Size.FACILITY if _FACILITIES.intersection(folded) else Size.OTHER


def opposite(first: str, second: str) -> bool:
    """Tell whether two places differ by one word and its opposite: left and right arm."""
    one, other = ({word.folded for word in worded(text) if not word.function} for text in (first, second))
    return any(one ^ other == pair and one & pair and other & pair for pair in _OPPOSITES)
