"""Regular expressions for ages under 18. Texts are sentences as ``wording.py`` makes them: words with one blank between."""

import re

from chat.safety.parts import word_set

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18,
    "1st": 1, "2nd": 2, "3rd": 3, **{f"{n}th": n for n in range(4, 19)},
}  # fmt: skip
NUMBERS = {**{str(n): n for n in range(1, 19)}, **_WORDS}
N = rf"(?P<n>1[0-8]|[1-9]|{'|'.join(_WORDS)})"
_NTH = rf"(?P<n>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_OLD = r"(?:(?:years?|yrs?|y) ?(?:olds?|o|of age)|yo|yos|years young)"
# "13yo" and "14f" are one word.
_GLUED_N = r"(?P<n>1[0-7]|[2-9])"
# What may follow a bare number that is an age: "I'm 15 and", not "I'm 15 minutes late".
_AFTER = (
    r"(?= (?:\?|and|but|so|btw|lol|now|today|rn|too|f|m|male|female|girl|boy|turning|going on|who|can|not|i|im|my|"
    r"we|dont|already|soon|haha|please|"
    r"pls|when|while|tomorrow|next|this|if|because|then|actually|living|as of|on|he|she|they|hes|shes|just|only|yo|years?|yrs?|"
    r"y|is (?:that|this|it)|with (?:a|my|no)|"
    r"from (?!the |my |a )\w+|in (?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december|the (?:story|scene|picture)))"
    r"(?!\S)(?! (?:of|in|ago|away|late|behind|ahead|left|more|experience|sober|clean|together|older|younger|married|"
    r"apart|deep|into|long|a half (?:hours?|"
    r"minutes|miles|feet|weeks|months)))|$)"
)
# After "turned 5".
_NO_AGE = (
    r"(?:degrees|pages|times|corners|of|out|percent|heads|people|hours?|minutes|days|weeks|months|miles|points|into|dollars|euros|"
    r"am|pm|more|other|cm|kg|pounds)"
)
_PERSON = (
    r"(?:son|daughter|sister|brother|cousin|niece|nephew|friend|girl|boy|kid|child|student|pupil|stepson|"
    r"stepdaughter|grandson|granddaughter|boyfriend|"
    r"girlfriend|bf|gf|neighbou?r|classmate|character|oc|persona|girls|boys|kids|twins|eldest|youngest|oldest|baby|"
    r"crush|teen|teenager|sibling|victim|"
    r"patient|protagonist|user)"
)
_SOMEBODY = (
    rf"(?:she|he|they|you|shes|hes|theyre|youre|who|whos|(?:my|our|his|her|their|the|a|this|that|"
    rf"your) (?:\w+ ){{0,3}}?{_PERSON})"
    r"(?: is| are| was| were| turned| turns| just turned| has turned| will be)?"
)
_BARELY = (
    r"(?: (?:only|just|still|barely|like|about|around|almost|nearly|maybe|now|also|"
    r"currently|literally|actually|already|turning|approximately|really|a))*"
)
_ME = r"(?:i am|im|i just turned|i turned|ive just turned|i recently turned|ive turned|ima|am)"
_THING = (
    r"(?:whisk(?:e?y|ies)|scotch|bourbon|rum|wines?|port|cheese|bottle|cars?|truck|van|bikes?|motorcycle|boat|house|"
    r"home|building|apartment|flat|roof|boiler|"
    r"furnace|fridge|freezer|mattress|sofa|couch|shoes|boots|jacket|coat|laptop|computer|pc|phone|iphone|ipad|"
    r"macbook|tv|console|camera|printer|company|"
    r"business|startup|firm|marriage|relationship|friendship|account|app|code|codebase|bug|project|system|server|"
    r"database|software|framework|library|repo|"
    r"machine|engine|battery|trees?|oak|plant|law|rule|contract|lease|mortgage|loan|debt|tradition|rivalry|record|"
    r"game|movie|film|song|album|book|photo|"
    r"letter|painting|dogs?|cats?|puppy|kitten|horse|pony|mare|gelding|rabbit|hamster|parrot|tortoise|turtle|pets?|"
    r"lab|labrador|retriever|terrier|beagle|"
    r"poodle|shepherd|toyota|honda|ford|civic|corolla|bmw|audi|volvo|subaru|jeep|website|blog|church|bridge|ship|"
    r"piano|guitar|violin|watch|tattoo|scar|"
    r"injury|wound|feud|war|conflict|case|ban|plan|bond|veteran|career|franchise|series|show|tech|technology|data|"
    r"version|study)"
)


def _is(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{words})")


# Words of which a sentence has one, or the expression beside them cannot match it; trying it takes much longer than looking.
Gated = tuple[frozenset[str], re.Pattern[str]]
_OLD_WORDS = word_set("year years yr yrs y yo yos")
_ME_WORDS = word_set("i im ive am ima age as")
_SOMEBODY_WORDS = word_set("she he they you shes hes theyre youre who whos my our his her their the a this that your i")


THING = _is(rf"{_THING}(?!\S)")
OF_A_THING = _is(
    rf"(?:{_THING}|it|its)(?: \S+){{0,3}} (?:is|was|are|turned|turns|being)(?: \S+){{0,2}} \S+ {_OLD}(?!\S)|"
    rf"{_OLD}(?: (?!and|who|girl|boy|son|daughter|kid|child)\S+)? {_THING}(?!\S)"
)

# Somebody's age.
OTHERS: tuple[Gated, ...] = (
    (_OLD_WORDS, _is(rf"{N} {_OLD}(?!\S)")),
    (frozenset({"age", "aged", "ages"}), _is(rf"(?:aged?|age is|age of|ages|age was) {N}(?! (?:percent|range))(?!\S)")),
    (frozenset({"turned", "turning", "turns", "turn"}), _is(rf"(?:turned|turning|turns|turn) {N}(?!\S)(?! {_NO_AGE})")),
    (_SOMEBODY_WORDS, _is(rf"(?:{_SOMEBODY}|i was){_BARELY} {N}{_AFTER}")),
    (_SOMEBODY_WORDS, _is(rf"(?:my|our|his|her|their) (?:\w+ )?{_PERSON} {N}(?!\S)(?! {_NO_AGE})")),
    (frozenset({"at"}), _is(rf"at {N}(?= (?:i|he|she|we|they|my)(?!\S))")),
)
OTHERS_GLUED = (
    _is(rf"{_GLUED_N}(?:yo|y|yr|yrs|yearold|years?old|yos)(?: olds?)?(?!\S)(?! of)"),
    re.compile(
        r"(?:^|(?<=im )|(?<=am )|(?<=me )|(?<= a )|(?<=hi )|(?<=hey ))(?:(?P<n>1[0-7]|[89]) ?[fm]|"
        r"[fm] ?(?P<m>1[0-7]|[89]))(?!\S)"
        r"(?! (?:above|below|deep|long|tall|wide))"
    ),
)
# Under an age that is 18 at most.
UNDER = _is(
    r"(?:under|below|younger than|not yet) (?:the age of )?(?:1[0-8]|sixteen|eighteen)(?= (?:years|and|so|yet|in|"
    r"girls?|boys?|kids)|$)"
)

# The writer's own: now, and at the next birthday.
MINE: tuple[Gated, ...] = (
    (_ME_WORDS, _is(rf"{_ME}{_BARELY} {N}(?: {_OLD})?{_AFTER}")),
    (_OLD_WORDS, _is(rf"{_ME}{_BARELY} {N} {_OLD}(?!\S)(?! (?:\S+ )?{_THING}(?!\S))")),
    (
        _ME_WORDS,
        _is(rf"(?:my age is|my age|age|as an?|{_ME} an?){_BARELY} {N}(?: {_OLD}|$)(?!\S)(?! (?:\S+ )?{_THING}(?!\S))"),
    ),
)
MINE_GLUED = (
    re.compile(r"^(?P<n>1[0-7]|[89]) (?:f|m|female|male)(?!\S)"),
    re.compile(
        r"(?:^|(?<=im )|(?<=am )|(?<=me )|(?<=hi )|(?<=hey ))(?P<n>1[0-7]|[89]) ?(?:f|m|yo f|yo m|yof|yom|yo|"
        r"y o)(?: (?:here|from|uk|usa|us)|$)"
    ),
    _is(rf"(?:im|i am) (?:only |just |an? |still )*{_GLUED_N}(?:yo|y|yr|yrs|f|m|yof|yom)(?: old)?(?!\S)"),
)
MINE_NEXT: tuple[Gated, ...] = (
    (
        frozenset({"turn", "turning", "be", "become"}),
        _is(
            r"(?:i turn|ill turn|i will turn|ill be turning|i will be|ill be|im turning|i am turning|im gonna be|"
            r"im going to be|about to turn|i become) "
            rf"{N}{_AFTER}"
        ),
    ),
    (
        frozenset({"almost", "nearly", "not", "close"}),
        _is(
            rf"(?:im|i am)(?: like)? (?:almost|nearly|not quite|not even|not yet|close to|not) {N}(?: yet|"
            rf" years old)*{_AFTER}"
        ),
    ),
    (
        frozenset({"turned", "turn", "until", "be"}),
        _is(
            r"(?:i havent turned|i have not turned|until i turn|till i turn|until im|before i turn|when i turn|"
            r"once i turn|cant wait to (?:turn|be)) "
            rf"{N}(?!\S)"
        ),
    ),
)
MY_BIRTHDAY = _is(rf"my {_NTH} birthday(?: \S+){{0,3}} (?:is|next|tomorrow|soon|coming|in)(?!\S)")
NOT_ADULT = _is(
    r"(?:(?:im|i am) (?:still |just |only )*(?:under ?age|underage|a minor|(?:under|below) (?:18|eighteen|16|"
    r"sixteen)|not (?:18|eighteen|an adult|of age|legal)"
    r"|a kid(?= (?:and|so|still)|$)|a child(?= (?:and|so|still)|$)|an? (?:teen|teenager|teenage girl|teenage boy|"
    r"preteen|tween|schoolgirl|schoolboy))"
    r"(?! (?:at heart|inside|in (?:my|spirit)))|(?:not|im not|i am not) (?:18|eighteen) yet|i (?:wont|"
    r"will not) be (?:18|eighteen) (?:for|until|till))(?!\S)"
)
BORN = _is(
    r"(?:born|birthday|birth|dob|"
    r"birthdate)(?: \S+){0,5}? (?:\d{1,2}[./:-])?(?:\d{1,2}[./:-])?(?P<y>20[0-4]\d)(?:[./:-]\S+)?(?!\S)"
)
I_WAS = re.compile(
    r"(?:^|^was |(?<!\S)(?:i was|im|i am|i were) (?:only |just |actually )?|(?<!\S)my (?:own |date of )?)$"
)

# Compared, supposed or long ago: perhaps somebody's age, but not the writer's of today.
NOT_MINE_NOW = _is(
    r"(?:when|since|until|till|before|if|like|though|wish|wished|feel|feels|feeling|felt|look|looks|looked|act|acts|"
    r"acting|treat|treats|treated|think|thinks|"
    r"thought|thinking|says|said|pretend|pretending|imagine|imagining|suppose|roleplay|rp|were|was|being|called|"
    r"calls|assume|assumed|guess|guessed|dream|"
    r"dreamt|dreamed|character|story|scene|game|lied|lie|not|arent|isnt|never)(?: (?!but)\S+){0,3} $"
)
COMPARED = _is(
    r"(?:feel|feels|feeling|felt|look|looks|looked|act|acts|acting|acted|like|as if|as though|treat|treats|treated|"
    r"behave|behaves|behaving)(?: \S+){0,4}"
    rf" (?:(?:im|i am|i was|i were|hes|shes|a) )?(?:1[0-7]|[1-9]|{'|'.join(_WORDS)})(?: again| year old|"
    rf" years old)?(?!\S)"
)
LONG_AGO = _is(
    r"(?:when|since|until|till|before|after|at|by|was|were|been)(?: (?:i|he|she|we|they|you|my \w+|was|were|is|only|"
    r"just|about|the|age|of|around|like|a|an))* $"
)


def number(value: str) -> int:
    """ "15", "fifteen", "15th" and "fifteenth" are 15."""
    return NUMBERS[value] if value in NUMBERS else _ORDINALS[value]


ORDINALS = frozenset(_ORDINALS)
