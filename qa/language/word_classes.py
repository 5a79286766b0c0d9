"""The closed word classes of English.

The lists hold function words, and the few open-class nouns (kinship, titles, periods)
that show what a pronoun can stand for. They are general English: none was drawn from
the articles or the data sets.
"""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Return the words of a blank-separated list."""
    return frozenset(words.split())


WH = listed("what which who whom whose when where why how")
BE = listed("is are was were be been being am isn't aren't wasn't weren't")
DO = listed("do does did don't doesn't didn't")
MODAL = listed(
    "have has had can could will would shall should may might must haven't hasn't hadn't can't couldn't "
    "won't wouldn't shouldn't"
)
AUXILIARY = BE | DO | MODAL
PREPOSITION = listed(
    "of in on at by for from to with about into onto during after before since until till under over "
    "against between among through across behind near per without within besides beyond towards toward "
    "upon like as around off out up down via than despite inside outside following according concerning "
    "regarding"
)
CONJUNCTION = listed("and or but nor so if because while although though whether unless")
ARTICLE = listed("the a an")
POSSESSIVE = listed("his her its their my your our whose")
DEMONSTRATIVE = listed("this that these those")
QUANTIFIER = listed(
    "any some all each every no both either neither many much more most few several other another such same"
)
DETERMINER = ARTICLE | POSSESSIVE | DEMONSTRATIVE | QUANTIFIER
PERSONAL = listed(
    "i me you he him she her hers it they them theirs we us mine yours ours himself herself itself "
    "themselves someone somebody anyone anybody everyone everybody nobody something anything everything "
    "nothing one ones there here then now who else"
)
ADVERB = listed(
    "also ever never not just only very too still yet already even often always again "
    "ago soon actually really exactly then please yes no ok okay thanks thank well oh hello hi sorry "
    "sure certainly absolutely definitely indeed unfortunately alternatively additionally overall "
    "instead together away back currently originally eventually finally recently once twice"
)
# Verbs that so often stand in short questions that no noun group should swallow them.
LIGHT_VERB = listed(
    "tell give show say said says know mean means meant happen happens happened go goes went gone get got "
    "gets make makes made take takes took taken come comes came do done use used find found want wants "
    "wanted need become became begin began begun call called name named play plays played win won write "
    "wrote written explain describe list let look looking work works worked live lived die died born "
    "serve serves served serving offer offers offered include includes included contain contains located "
    "based provide provides provided leave leaves left start started end ended help helps helped"
)
IMPERATIVE = listed("tell give show explain describe list name find say compare")
# Past forms by which a verb is told where nothing marks it; "felt", "ground" and "found" may be other words.
IRREGULAR_PAST = listed(
    "became began bought broke brought built came caught chose drew drove fell fought gave got grew held "
    "hid kept knew led left lost made met paid ran rose said sang sank sent shot sold spent spoke stole "
    "stood swam taught threw told took went woke won wore wrote"
)
# Participles that are no past forms.
IRREGULAR_PARTICIPLE = listed(
    "bound broken chosen drawn driven eaten fallen given grown hidden put seen shown spoken stolen struck "
    "stuck sunk thrown torn worn"
)
FUNCTION = WH | AUXILIARY | PREPOSITION | CONJUNCTION | DETERMINER | PERSONAL | ADVERB | LIGHT_VERB

MALE_NOUN = listed(
    "mr sir king prince duke father dad son brother husband uncle nephew grandfather grandson man boy "
    "gentleman boyfriend lord monk priest widower"
)
FEMALE_NOUN = listed(
    "mrs ms miss madam lady queen princess duchess mother mum mom daughter sister wife aunt niece "
    "grandmother granddaughter woman girl girlfriend actress waitress nun widow"
)
# Nouns for people that frame a question about a person ("and her brother?").
PERSON_NOUN = (MALE_NOUN | FEMALE_NOUN) - {"mr", "mrs", "ms", "miss", "sir"} | listed(
    "parent parents child children sibling siblings partner spouse cousin friend boss colleague rival "
    "successor predecessor mayor president minister director captain author owner founder teacher doctor "
    "editor leader coach producer deputy assistant secretary treasurer chairman chairwoman heir neighbour "
    "neighbor pilot chef cook judge nurse clerk guard thief poet saint spy lad victim guest host chief head "
    "teen kid baby fan bride groom witness hero heroine champion pope bishop chancellor"
)
# Words of which one is said wherever relatives or lovers are told of.
FAMILY = (MALE_NOUN | FEMALE_NOUN) - {"mr", "mrs", "ms", "miss", "sir", "actress", "waitress"} | listed(
    "parent child sibling siblings twin couple spouse partner cousin friend kid baby family born birth bore "
    "marry married marriage wed wedding love loved lover dating dated engaged fiance fiancee mistress adopted"
)
TIME_NOUN = listed(
    "year years time period day month decade century era season date week moment age summer winter spring"
)
PLACE_NOUN = listed("place town city country area region village location site")
_IN_ORDER = "january february march april may june july august september october november december"
MONTHS = tuple(_IN_ORDER.split())
MONTH = frozenset(MONTHS)
WEEKDAY = listed("monday tuesday wednesday thursday friday saturday sunday")
# Adjectives of countries and peoples, the most frequent.
NATIONALITY = listed(
    "afghan african albanian algerian american arab argentine armenian asian australian austrian "
    "bangladeshi basque belgian bolivian bosnian brazilian british bulgarian cambodian canadian cantonese "
    "catalan chilean chinese colombian cornish croatian cuban cypriot czech danish dutch "
    "ecuadorian egyptian english eritrean estonian ethiopian european filipino finnish french georgian "
    "german ghanaian greek haitian hungarian icelandic indian indonesian iranian iraqi irish israeli "
    "italian jamaican japanese jewish jordanian kenyan korean kurdish latvian lebanese libyan lithuanian "
    "malaysian maltese mexican mongolian moroccan nepalese nigerian norwegian pakistani "
    "palestinian peruvian polish portuguese roman romanian russian scandinavian scottish senegalese "
    "serbian singaporean slovak slovenian somali soviet spanish sudanese swedish swiss syrian taiwanese "
    "tanzanian thai tibetan tunisian turkish ugandan ukrainian uruguayan venezuelan vietnamese welsh "
    "yemeni zambian zimbabwean"
)
# Nouns of several people together, who are a "they".
COLLECTIVE = listed(
    "group company firm team band council committee government family club party crew staff board union "
    "department ministry police jury army navy choir orchestra couple duo trio pair public audience press"
)
# Lower-case words that stand inside the names of persons and places.
PARTICLE = listed("of de da di du del della la le van von der den ter al el bin ibn y e dos das zu")
# Words in a name that say it is no person.
THING_IN_NAME = listed(
    "university college school institute company corporation inc ltd group bank party club league "
    "association museum hospital hotel restaurant river lake mountain street road county city island park "
    "church cathedral award awards prize festival war battle treaty act army navy records studios "
    "orchestra bridge tower station airport society union council committee agency press journal times "
    "trust foundation theatre library square palace castle gallery prison"
)

_SINGULAR_IN_S = ("ss", "us", "is", "ics", "series", "news")


def is_plural_noun(word: str) -> bool:
    """Guess from its form whether a lower-case noun is plural."""
    if word in ("people", "men", "women", "children", "feet", "teeth", "media", "police"):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(_SINGULAR_IN_S)
