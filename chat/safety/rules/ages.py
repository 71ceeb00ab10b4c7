"""Ages and school years under 18 that a text gives to somebody. Everything here is about ages only.

Years, prices, durations, sizes, ages of things and ages from 18 on are none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from chat.safety.wording import Sentence

ADULT = 18
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
}  # fmt: skip
_ORDINALS = {
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, **{f"{n}th": n for n in range(4, 19)}, "1st": 1, "2nd": 2, "3rd": 3, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
}  # fmt: skip
_N = rf"(?P<n>(?:1[0-8]|[1-9])(?:[.,]5)?|{'|'.join(_WORDS)})"
_NTH = rf"(?P<n>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_YEARS = r"(?:years?|yrs?|yr|y)(?: of age|s?| old| o)?"
_YEARS_OLD = r"(?:(?:years?|yrs?|yr|y) ?(?:olds?|o|of age)|yo|yos|years young)"
# What may follow a bare number that is an age: "I'm 15 and", not "I'm 15 minutes late".
_AFTER = (
    r"(?= (?:\?|and(?! a half (?:hours?|minutes|miles|feet|weeks))|but|so|btw|lol|now|today|rn|too|f|m|male|female|girl|boy|turning|going on|who|can|"
    r"is (?:that|this|it)|not|i|im|my|we|dont|already|soon|haha|please|pls|tomorrow|next (?:week|month|year)|this (?:week|month|year)|in (?:"
    r"january|february|march|april|may|june|july|august|september|october|november|december|the (?:story|roleplay|rp|scene|picture))|with (?:a|my|no)|"
    r"if|because|then|actually|from (?!the|my|a )\w+|living|or so years|as of|almost|he|she|they|hes|shes|just|only|yo|years?|yrs?|y)(?!\S)(?! (?:of|in|ago|"
    r"away|late|behind|ahead|left|more|experience|sober|clean|together|older|younger|married|apart|deep|into|long))|$)"
)
_SOMEBODY = (
    r"(?:she|he|they|you|shes|hes|theyre|youre|who|whos|(?:my|our|his|her|their|the|a|this|that|your) (?:\w+ ){0,3}?(?:son|daughter|sister|brother|"
    r"cousin|niece|nephew|friend|girl|boy|kid|child|student|pupil|stepson|stepdaughter|grandson|granddaughter|boyfriend|girlfriend|bf|gf|neighbou?r|"
    r"classmate|character|oc|persona|girls|boys|kids|twins|eldest|youngest|oldest|baby|crush|teen|teenager|sibling|victim|patient|protagonist|user))"
)
_BE = r"(?: is| are| am| was| were| turned| turns| just turned| has turned| will be| being| be)?"
_NEAR = r"(?: (?:only|just|still|barely|like|about|around|almost|nearly|maybe|now|also|currently|literally|actually|already|turning|approximately|roughly|really|a))*"
_ME = r"(?:i am|im|i just turned|i turned|ive just turned|i recently turned|ive turned|me|i be|ima|myself|am)"
# Things that are so and so old.
_THINGS = (
    r"whisky|whiskey|scotch|bourbon|rum|wine|wines|port|cheese|bottle|cars?|truck|van|bikes?|motorcycle|boat|house|home|building|apartment|flat|roof|"
    r"boiler|furnace|fridge|freezer|mattress|sofa|couch|shoes|boots|jacket|coat|laptop|computer|pc|phone|iphone|ipad|macbook|tv|console|camera|printer|"
    r"company|business|startup|firm|marriage|relationship|friendship|account|app|code|codebase|bug|project|system|server|database|software|framework|"
    r"library|repo|machine|engine|battery|tree|trees|oak|plant|law|rule|contract|lease|mortgage|loan|debt|tradition|rivalry|record|game|movie|film|"
    r"song|album|book|photo|letter|painting|dog|dogs|cat|cats|puppy|kitten|horse|pony|mare|gelding|rabbit|hamster|parrot|tortoise|turtle|pet|pets|lab|labrador|"
    r"retriever|terrier|beagle|poodle|shepherd|toyota|honda|ford|civic|corolla|bmw|audi|volvo|subaru|jeep|website|blog|church|bridge|ship|piano|guitar|"
    r"violin|watch|tattoo|scar|injury|wound|feud|war|conflict|case|ban|plan|bond|veteran|career|franchise|series|show|tech|technology|data|version|study"
)
_OF_THINGS = re.compile(
    rf"(?<!\S)(?:{_THINGS}|it|its)(?: \S+){{0,3}} (?:is|was|are|turned|turns|at|being)(?: \S+){{0,2}} \S+ {_YEARS_OLD}(?!\S)"
    rf"|{_YEARS_OLD}(?: (?!and|who|girl|boy|son|daughter|kid|child)\S+)? (?:{_THINGS})(?!\S)"
)
# Compared, supposed, long ago: somebody's age, perhaps, but not the writer's of today.
_NOT_NOW = (
    r"(?:when|since|until|till|before|if|like|as if|as though|wish|wished|feel|feels|feeling|felt|look|looks|looked|act|acts|acting|treat|treats|treated|think|thinks|"
    r"thought|thinking|says|said|pretend|pretending|imagine|imagining|suppose|roleplay|rp|were|was|being|called|calls|assume|assumed|guess|guessed|dream|dreamt|"
    r"dreamed|character|story|scene|game|lied|lie|not|arent|isnt|never|though)"
)
_COMPARED = re.compile(
    r"(?<!\S)(?:feel|feels|feeling|felt|look|looks|looked|act|acts|acting|acted|like|as if|as though|treat|treats|treated|behave|behaves|behaving)(?: \S+){0,4}"
    r" (?:im|i am|i was|i were|hes|shes|a)? ?(?:1[0-7]|[1-9]|" + "|".join(_WORDS) + r")(?: again| year old| years old)?(?!\S)"
)
_BEFORE_ME = re.compile(rf"(?<!\S){_NOT_NOW}(?: (?!but)\S+){{0,3}} $")
_OLD = re.compile(rf"(?<!\S){_N} {_YEARS_OLD}(?!\S)|(?<!\S)(?P<m>1[0-7]|[2-9])(?:yo|y|yr|yrs|yearold|years?old|yos)(?: olds?)?(?!\S)(?! of)")
_AGED = re.compile(rf"(?<!\S)(?:aged?|age is|age of|ages|age was) {_N}(?! (?:percent|range))(?!\S)")
_TURNED = re.compile(rf"(?<!\S)(?:turned|turning|turns|turn) {_N}{_AFTER}")
_UNDER = re.compile(r"(?<!\S)(?:under|below|younger than|not yet) (?:the age of )?(?P<u>1[0-8]|sixteen|eighteen)(?= (?:years|and|so|yet|in|girls?|boys?|kids)|$)")
_IS = re.compile(rf"(?<!\S){_SOMEBODY}{_BE}{_NEAR} {_N}{_AFTER}")
_SEXED = re.compile(r"(?:^|(?<=im )|(?<=am )|(?<=me )|(?<= a )|(?<=hi )|(?<=hey ))(?:(?P<n>1[0-7]|[89])(?: ?[fm])|[fm] ?(?P<m>1[0-7]|[89]))(?!\S)(?! (?:above|below|deep|long|tall|wide))")
_MY_AGE = (
    re.compile(rf"(?<!\S){_ME}{_NEAR} {_N}(?: {_YEARS_OLD})?{_AFTER}"),
    re.compile(rf"(?<!\S){_ME}{_NEAR} {_N} {_YEARS_OLD}(?!\S)"),
    re.compile(rf"(?<!\S)(?:my age is|my age|age|as a|as an|im an?|i am an?|{_ME} a){_NEAR} {_N}(?: {_YEARS_OLD}|$)(?!\S)(?! (?:\S+ )?(?:{_THINGS})(?!\S))"),
    re.compile(r"(?<!\S)(?:im|i am|me|hi|hey|as a|a|im a)?(?:^| )(?P<n>1[0-7]|[89])(?: ?(?:f|m|yo f|yo m|yof|yom|yo|y o))(?: here| from| uk| usa| us)?$"),
    re.compile(r"(?<!\S)(?:im|i am|im a|i am a|im only|im just) (?:only |just |a )*(?P<n>1[0-7]|[4-9])(?:yo|y|yr|yrs|f|m|yof|yom)(?: old)?(?!\S)"),
)
_MY_NEXT = (
    re.compile(rf"(?<!\S)(?:i turn|ill turn|i will turn|ill be turning|i will be|ill be|im turning|i am turning|im gonna be|im going to be|about to turn|im about to turn|i become) {_N}{_AFTER}"),
    re.compile(rf"(?<!\S)(?:im|i am)(?: like)? (?:almost|nearly|not quite|not even|not yet|close to|not) {_N}(?: yet| years old)?(?: yet)?{_AFTER}"),
    re.compile(rf"(?<!\S)(?:i havent turned|i have not turned|havent turned|until i turn|till i turn|until im|before i turn|when i turn|once i turn|cant wait to turn|cant wait to be) {_N}(?!\S)"),
)
_MY_BIRTHDAY = re.compile(rf"(?<!\S)my {_NTH} birthday(?: \S+){{0,3}} (?:is|next|tomorrow|soon|coming|in)(?!\S)")
_NOT_ADULT = re.compile(
    r"(?<!\S)(?:(?:im|i am) (?:still )?(?:under ?age|underage|a minor|under (?:18|eighteen|16|sixteen)|below 18|not (?:18|eighteen|an adult|of age|legal)(?: yet)?|just a kid|only a kid|"
    r"still a kid|a kid(?= (?:and|so|still|$)|$)|just a child|a (?:teen|teenager|teenage girl|teenage boy|preteen|tween|schoolgirl|schoolboy))(?! at heart| inside| in (?:my|spirit))|not (?:18|eighteen) yet|"
    r"i (?:wont|will not) be (?:18|eighteen) (?:for|until|till)|as a (?:teenager|teen|minor|kid) myself)(?!\S)"
)
_BORN = re.compile(r"(?<!\S)(?:born|birthday|birth|dob|birthdate)(?: \S+){0,5}? (?:\d{1,2}[./:])?(?:\d{1,2}[./:])?(?P<y>20[0-4]\d)(?:[./:-]\S+)?(?!\S)")
_I_BORN = re.compile(r"(?<!\S)(?:i was|im|i am|my|i were|was)(?: \S+){0,3} $")


@dataclass(frozen=True, slots=True)
class Ages:
    """``is_named``: an age under 18 is given to somebody; ``mine``: the writer's own in years; ``is_mine``: the writer says to be
    under 18, with or without a number. ``is_mentioned``: one stands there, at least (years ago, or of people in general).
    """

    is_mentioned: bool = False
    is_named: bool = False
    is_mine: bool = False
    mine: int | None = None


def ages_in(text: Iterable[Sentence], year: int) -> Ages:
    """The ages under 18 of a text, judged in ``year``."""
    is_mentioned = is_named = is_mine = False
    mine: int | None = None
    for sentence in text:
        words = sentence.text
        if not any(word in _KEYS or word[0].isdigit() or word[-1].isdigit() for word in sentence.words):
            continue
        own, says = _own(words, year)
        named, mentioned = _others(words, year)
        mine = own if mine is None else mine
        is_mine = is_mine or says
        is_named = is_named or named or says
        is_mentioned = is_mentioned or mentioned or named or says
    return Ages(is_mentioned, is_named, is_mine, mine)


_KEYS = frozenset(_WORDS) | frozenset(_ORDINALS) | {"underage", "minor", "kid", "child", "teen", "teenager", "preteen", "tween", "schoolgirl", "schoolboy", "age", "adult", "legal", "teenage"}


def _own(words: str, year: int) -> tuple[int | None, bool]:
    """The writer's age and whether the sentence says that it is under 18."""
    for pattern in _MY_AGE:
        for found in pattern.finditer(words):
            age = number(found["n"])
            if age < ADULT and not _BEFORE_ME.search(words[: found.start()]) and not _COMPARED.search(words):
                return age, True
    for pattern in _MY_NEXT:
        for found in pattern.finditer(words):
            age = number(found["n"]) - 1
            if 3 <= age < ADULT and not _BEFORE_ME.search(words[: found.start()]):
                return (None if " not " in f" {found[0]} " else age), True
    if (found := _MY_BIRTHDAY.search(words)) and number(found["n"]) <= ADULT:
        return number(found["n"]) - 1, True
    if (found := _NOT_ADULT.search(words)) and not _BEFORE_ME.search(words[: found.start()]):
        return None, True
    found = _BORN.search(words)
    if found and 0 <= year - int(found["y"]) < ADULT and _I_BORN.search(words[: found.start()]):
        return year - int(found["y"]), True
    return None, False


def _others(words: str, year: int) -> tuple[bool, bool]:
    """Whether an age under 18 is given to somebody, and whether one is mentioned at all."""
    if _COMPARED.search(words):
        return False, False
    found = _BORN.search(words)
    if found and 0 <= year - int(found["y"]) < ADULT and not re.search(rf"(?<!\S)(?:{_THINGS})(?!\S)", words):
        return True, True
    mentioned = False
    for pattern in (_OLD, _AGED, _TURNED, _UNDER, _IS, _SEXED):
        for found in pattern.finditer(words):
            groups = found.groupdict()
            value = groups.get("n") or groups.get("m")
            if groups.get("u"):
                mentioned = True
            elif value and number(value) < ADULT and not _OF_THINGS.search(words):
                is_past = _PAST.search(words[: found.start()]) or re.search(r"(?<!\S)(?:was|were)(?!\S)", found[0])
                if is_past or found[0].rstrip().endswith(("olds", "yos")) or found[0].startswith("ages"):
                    mentioned = True
                else:
                    return True, True
    return False, mentioned


# "When I was 15" names nobody's present age.
_PAST = re.compile(r"(?<!\S)(?:when|since|until|till|before|after|at|by|was|were|been)(?: (?:i|he|she|we|they|you|my \w+|was|were|is|only|just|about|the|age|of|around|like|a|an))* $")


def number(value: str) -> int:
    """"15", "fifteen", "15th" and "fifteenth" are 15."""
    if value in _WORDS:
        return _WORDS[value]
    return _ORDINALS[value] if value in _ORDINALS else int(value.split(".")[0].split(",")[0])
