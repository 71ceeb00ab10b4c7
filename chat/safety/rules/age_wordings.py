"""Regular expressions for ages under 18. Texts are sentences as ``wording.py`` makes them: words with one blank between."""

from chat.safety.lazy import Pattern
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
ORDINALS = frozenset(_ORDINALS)
NUMBERS = {**{str(n): n for n in range(1, 19)}, **_WORDS}
N = rf"(?P<n>1[0-8]|[1-9]|{'|'.join(_WORDS)})"
NTH = rf"(?P<n>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
OLD = r"(?:(?:years?|yrs?|y) ?(?:olds?|o|of age)|yo|yos|years young)"
# "13yo" and "14f" are one word.
_GLUED_N = r"(?P<n>1[0-7]|[2-9])"
# What may follow a bare number that is an age: "I'm 15 and", not "I'm 15 minutes late".
AFTER = (
    r"(?= (?:\?|(?:1\d|eight|nine|ten|eleven|twelve|\w+teen) (?:in|next|soon)|and|but|so|btw|lol|now|today|rn|too|f|m|male|female|girl|boy|turning|going on|who|can|not|i|im|my|almost|"
    r"nearly|hello|hi|hey|how|what|why|where|would|could|should|do|does|am|is it|ill|youre|tho|though|sorry|tbh|yay|finally|years old|"
    r"love|live|like|play|need|want|wanna|go|study|speak|attend|hate|help|also|whats|whos|"
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
    r"girlfriend|bf|gf|sis|bro|lad|lass|neighbou?r|classmate|character|oc|persona|girls|boys|kids|twins|eldest|youngest|oldest|baby|"
    r"crush|teen|teenager|sibling|victim|babysitter|sitter|orphan|apprentice|prodigy|youngster|gymnast|swimmer|singer|actress|actor|prince|princess|hero|heroine|pupils|students|children|sons|daughters|brothers|sisters|players?|"
    r"patient|protagonist|user)"
)
_SOMEBODY = (
    rf"(?:she|he|they|you|shes|hes|theyre|youre|who|whos|(?:my|our|his|her|their|the|a|this|that|"
    rf"your) (?:\w+ ){{0,3}}?{_PERSON})"
    r"(?: (?:in|from|of|on|next) (?:\w+ ){0,2}?\w+)?(?: is| are| was| were| turned| turns| just turned| has turned| will be)?|hell be|shell be|theyll be"
)
_BARELY = (
    r"(?: (?:only|just|still|barely|like|about|around|almost|nearly|maybe|now|also|"
    r"currently|literally|actually|already|turning|approximately|really|a))*"
)
THING_NAMES = (
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


def _is(words: str) -> Pattern:
    return Pattern(rf"(?<!\S)(?:{words})")


# Words of which a sentence has one, or the expression beside them cannot match it; trying it takes much longer than looking.
Gated = tuple[frozenset[str], Pattern]
_OLD_WORDS = word_set("year years yr yrs y yo yos")
_SOMEBODY_WORDS = word_set(
    "hell shell theyll she he they you shes hes theyre youre who whos my our his her their the a this that your i"
)


THING = _is(rf"{THING_NAMES}(?!\S)")
OF_A_THING = _is(
    rf"(?:{THING_NAMES}|it|its)(?: \S+){{0,3}} (?:is|was|are|turned|turns|being)(?: \S+){{0,2}} \S+ {OLD}(?!\S)|"
    rf"{OLD}(?: (?!and|who|girl|boy|son|daughter|kid|child|\w+s(?!\S))\S+)? {THING_NAMES}(?!\S)"
)

# Somebody's age.
OTHERS: tuple[Gated, ...] = (
    (_OLD_WORDS, _is(rf"{N} {OLD}(?!\S)")),
    (frozenset({"age", "aged", "ages"}), _is(rf"(?:aged?|age is|age of|ages|age was) {N}(?! (?:percent|range))(?!\S)")),
    (frozenset({"turned", "turning", "turns", "turn"}), _is(rf"(?:turned|turning|turns|turn) {N}(?!\S)(?! {_NO_AGE})")),
    (_SOMEBODY_WORDS, _is(rf"(?:{_SOMEBODY}|i was){_BARELY} {N}{AFTER}")),
    (_SOMEBODY_WORDS, _is(rf"(?:my|our|his|her|their) (?:\w+ )?{_PERSON} {N}(?!\S)(?! {_NO_AGE})")),
    (
        frozenset({"of"}),
        _is(
            rf"(?:girl|boy|child|kid|lad|lass|student|pupil)s? of (?:about |around |only |just |maybe |barely )*{N}(?!\S)(?! {_NO_AGE})"
        ),
    ),
    (frozenset({"yet"}), _is(rf"(?:(?:is |are )?not|isnt|arent) (?:even |quite )?{N} yet(?!\S)")),
    (frozenset({"at"}), _is(rf"at {N}(?= (?:i|he|she|we|they|my)(?!\S))")),
)
OTHERS_GLUED = (
    _is(rf"{_GLUED_N}(?:yo|y|yr|yrs|yearold|years?old|yos)(?: olds?)?(?!\S)(?! of)"),
    Pattern(
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

NOT_ADULT = _is(
    r"(?:(?:im|i am) (?:still |just |only |also |actually |basically |literally |sadly |technically |legally )*(?:under ?age|underage|a minor|"
    r"(?:under|below|younger than) (?:the age of )?(?:18|eighteen|16|sixteen|17|seventeen)|not (?:18|eighteen|(?:yet )?an adult|of age|legal)"
    r"|(?:too young|not old enough)(?: yet)? to (?:vote|drive)|a kid(?= (?:and|so|still|myself|please|i|im|but|who|explain)|$)|a child(?= (?:and|so|still)|$)"
    r"|an? (?:\w+ )?(?:teen|teenager|teenage girl|teenage boy|teen girl|teen boy|preteen|tween|schoolgirl|schoolboy)"
    r"|in my (?:early |mid |late )?teens|not (?:even )?a teenager(?: yet)?)"
    r"(?! (?:at heart|inside|mum|mom|dad|parent|in (?:my|spirit)))|(?:not|im not|i am not) (?:18|eighteen) yet"
    r"|i (?:just |finally )?became a teenager|(?:tomorrow|soon|next \w+|this \w+|in \w+ \w+) (?:i|ill|i will) (?:become|be) a teenager|i (?:cant|can not) (?:vote|drive) yet(?= because im|$)"
    r"|(?:because|since|as|cause|cuz) im (?:still )?(?:a kid|a minor|a child|underage))(?!\S)"
)
# Compared, supposed or long ago: perhaps somebody's age, but not the writer's of today.
NOT_MINE_NOW = _is(
    r"(?:when|since|until|till|before|if|like|though|wish|wished|feel|feels|feeling|felt|look|looks|looked|act|acts|"
    r"acting|treat|treats|treated|think|thinks|"
    r"thought|thinking|says|said|pretend|pretending|imagine|imagining|suppose|roleplay|rp|were|was|being|called|"
    r"calls|assume|assumed|guess|guessed|dream|"
    r"dreamt|dreamed|character|story|scene|game|lied (?:that|saying|about|and said)|lie (?:that|about)|not(?! (?:lying|joking|kidding|gonna|going))|arent|isnt|never|wrote|writes|texted|yelled|shouted|announced|insists|replied|lyrics?|sings?|sang|titled|called|reads)(?: (?!but|now|so|truth|actually|sorry|\d)\S+){0,3} $"
)
# What the writer says of themselves is so: "I said I'm 14".
I_SAY = _is(r"i (?:just |then |also |only |already )?(?:said|say|replied|texted|wrote|shouted|yelled|announced)(?!\S)")
COMPARED = _is(
    r"(?:feel|feels|feeling|felt|look|looks|looked|act|acts|acting|acted|like|as if|as though|treat|treats|treated|"
    r"behave|behaves|behaving)(?: \S+){0,4}"
    rf" (?:(?:im|i am|i was|i were|hes|shes|a) )?(?:1[0-7]|[1-9]|{'|'.join(_WORDS)})(?: again| year old|"
    rf" years old)?(?!\S)"
)
# The same of the writer, who may well "like" something at 15.
I_COMPARE = _is(
    r"(?:feel|feels|feeling|felt|look|looks|looked|act|acts|acting|acted|as if|as though|treat|treats|treated|behave|"
    r"behaves|behaving|sound|sounds|like (?:im|i am|a|an|im a|i was))(?: \S+){0,4}?"
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


def age_of(words: str) -> int | None:
    """Somebody who has just become a teenager is 13, and who will be one soon is 12."""
    if "became a teenager" in words:
        return 13
    return 12 if words.endswith("a teenager") and ("become" in words or " be " in words) else None
