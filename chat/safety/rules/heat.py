"""How sexual the single words of a text are, weighed together."""

from collections.abc import Iterable
from dataclasses import dataclass

from chat.safety.lazy import Pattern
from chat.safety.parts import word_set
from chat.safety.reading import Reading, Sentence
from chat.safety.rules import sexual_words
from chat.safety.rules.health import asks_as_a_parent, is_about_health_in
from chat.safety.rules.sexual_neutral import NEUTRAL
from chat.safety.rules.violence import is_scene
from chat.safety.wording import HINT, LIKELY, STRONG, WEAK, AnyOf, words_of

_WEIGHTS = {
    "explicit": STRONG,
    "likely": LIKELY,
    "frank": STRONG,
    "clinical": 0.4,
    "crude": 0.3,
    "suggestive": WEAK,
    "mild": HINT,
}
# Each form of a word, with its kind and the word; the first block that has a form keeps it.
_FORMS: dict[str, tuple[str, str]] = {}
for _kind in _WEIGHTS:
    for _word in sexual_words.BLOCKS[_kind].split():
        for _form in sexual_words.forms(_word):
            _FORMS.setdefault(_form, (_kind, _word))
_SOBER = word_set(sexual_words.SOBER)
_NEUTRAL = {word: AnyOf(block) for word, block in NEUTRAL.items()}
_SORTS = word_set("oral anal vaginal genital")
# Swearing, however much, says only so much.
_MOST_OF_CRUDE = 0.6
_LONG = 80
VOCABULARY = frozenset(_FORMS)
_WHERE = (
    r"alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|"
    r"kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|newfoundland|ohio|"
    r"oklahoma|oregon|pennsylvania|tennessee|texas|utah|vermont|virginia|wisconsin|wyoming|ontario|quebec|cornwall|devon|dorset|kent|"
    r"sussex|essex|norfolk|suffolk|yorkshire|lancashire|cumbria|orkney|shetland|donegal|austria|bavaria|germany|france|sweden|norway|"
    r"denmark|finland|iceland|ireland|scotland|wales|england|belgium|holland|spain|italy|poland|canada|australia|new zealand"
)
_KIND = r"village|town|city|hamlet|suburb|parish|commune|county|lake|river|hill|creek|mountain|valley"
# "Climax, Michigan", "lake Titty", "Fucking is a village": named after nothing that is meant here.
_PLACE = Pattern(
    rf" (?:\w+ (?:{_WHERE})|\w+ (?:{_KIND})|"
    rf"(?:lake|mount|(?:{_KIND}) (?:of|called|named)|how far (?:is|away is)|(?:bus|train|ferry|drive|flight|driving) (?:from|to)) \w+|"
    rf"\w+ (?:is|was) an? (?:\w+ )?(?:{_KIND}))(?!\S)"
)
# "What sexy means" is about a word; "without sex scenes" asks for the contrary.
_ONLY_NAMED = Pattern(
    r" (?:(?:what|whats) (?:does |did |do |the (?:word|term) |is the meaning of |the meaning of )*\w+ (?:means?|meant|stands? for)|"
    r"(?:without|no|not|non|isnt|arent|nothing|avoid|avoiding|minus) (?:any |too |so |very |really |a |an |graphic |overly |remotely |explicit )*"
    r"(?:sexy|sex|sexual|sexually|nudity|erotic|erotica|smut|nsfw|romantic|steamy|porn|kinky|flirty|flirting|naughty|lewd|raunchy|"
    r"seductive|sensual))(?!\S)"
)
NEUTRAL_VOCABULARY = frozenset(word for block in NEUTRAL.values() for word in words_of(block))


@dataclass(frozen=True, slots=True)
class Heat:
    """``explicit``, ``suggestive`` and ``mild``: what the words of a text weigh. ``clinical``: what those weigh that were not
    counted as explicit because health, school or law is what the talk is about; 0 where it is not. ``is_cool``: no word stands there
    that doesn't go with such talk.
    """

    explicit: float
    suggestive: float
    mild: float
    clinical: float
    is_cool: bool = True

    @property
    def is_sober(self) -> bool:
        return self.clinical > 0

    @property
    def has_words(self) -> bool:
        return self.explicit + self.suggestive + self.mild > 0


def heat_of(text: Reading, count: int = 0) -> Heat:
    """What the single words of a text of ``count`` words weigh. Each counts once, however often it stands there."""
    met: set[tuple[str, str]] = set()
    is_made_up = False
    for sentence in text.having(VOCABULARY):
        met.update(kinds_in(sentence))
        is_made_up = is_made_up or is_scene(sentence)
    sums = dict.fromkeys(_WEIGHTS, 0.0)
    for kind, _ in met:
        sums[kind] += _WEIGHTS[kind]
    sums["crude"] = min(sums["crude"], _MOST_OF_CRUDE)
    if count > _LONG and len(met) == 1:
        # One word in a long text is no talk of it.
        sums = {kind: weight / 2 for kind, weight in sums.items()}
    elif count > _LONG:
        sums["mild"] /= 2
    is_cool = not (sums["explicit"] or is_made_up or sums["likely"] or sums["suggestive"])
    # Two different ones are no chance, but "oral sex" is one.
    if sum(kind == "clinical" and word not in _SORTS for kind, word in met) > 1 and count <= _LONG:
        sums["clinical"] = max(sums["clinical"], STRONG)
    clinical = sums["frank"] + sums["clinical"]
    is_sober = is_cool and clinical > 0 and (text.has(_SOBER) or is_about_health_in(text) or asks_as_a_parent(text))
    certain = 0.0 if is_sober else sums["explicit"] + sums["likely"] + clinical
    # Swearing alone says nothing.
    explicit = certain + (sums["crude"] if certain or sums["suggestive"] else 0.0)
    return Heat(explicit, sums["suggestive"], sums["mild"], clinical if is_sober else 0.0, is_cool)


def kinds_in(sentence: Sentence) -> set[tuple[str, str]]:
    """The sexual words of a sentence, each with its kind."""
    found = sentence.words & VOCABULARY
    return {_FORMS[word] for word in _left(sentence, found)} if found else set()


def _left(sentence: Sentence, found: Iterable[str]) -> frozenset[str]:
    """Which of the words found still stand there when ordinary things called like that are taken out."""
    words = sentence.text
    for word in {_FORMS[form][1] for form in found}:
        if neutral := _NEUTRAL.get(word):
            words = neutral.taken_out_of(words)
    words = _ONLY_NAMED.sub(" ", _PLACE.sub(" ", f" {words}"))
    return VOCABULARY.intersection(words.split())
