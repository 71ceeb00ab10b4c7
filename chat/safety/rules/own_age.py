"""The writer's own age, said with a number: as it is now, or as it will be at a birthday or in some years.

Texts are sentences as ``wording.py`` makes them: words with one blank between.
"""

import re
from collections.abc import Iterator

from chat.safety.lazy import Pattern
from chat.safety.parts import word_set
from chat.safety.rules.age_wordings import AFTER, NTH, OLD, THING_NAMES, N, number

_K = (
    r"(?P<k>\d|1[0-5]|an?|another|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:a )?few|(?:a )?couple(?: of)?|some|several)"
)
_UNIT = r"(?P<unit>years?|yrs?|months?|weeks?|days?|birthdays?|school years?|summers?|winters?)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|"
    r"aug|sept?|oct|nov|dec)"
)
_SEASON = r"(?:the )?(?:spring|summer|autumn|fall|winter|new year|end of the year|holidays|school holidays)"
_DAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas|new years?|halloween|easter|the \d\d?\w\w)"
)
_SOON = (
    rf"(?:tomorrow|soon|(?:very|really|quite) soon|tonight|this (?:year|month|week|weekend|{_SEASON}|{_MONTH}|{_DAY})|next (?:year|month|week|"
    rf"weekend|{_SEASON}|{_MONTH}|{_DAY})|(?:the )?coming (?:year|month|week)|on {_DAY}|in {_MONTH}|in {_SEASON}|at {_DAY}|"
    rf"in (?:about |just |only |exactly |less than |under |like )*(?:an?|half an?|\d+|two|three|four|five|six|seven|eight|nine|ten|(?:a )?few|"
    rf"(?:a )?couple(?: of)?) (?:and a half )?(?:days?|weeks?|months?)(?: time)?)"
)
_HELLO = (
    r"(?:hi|hey|hello|hiya|heya|sup|so|well|ok|okay|um|umm|uh|btw|ps|lol|yes|yeah|yep|no|nope|sorry|and|but|actually|"
    r"honestly|tbh|yo|there|everyone|everybody|all|guys|name \w+|oh|its|me|just|only|still|a|an|haha|please|fyi|about me)"
)
_START = rf"^(?:{_HELLO} )*"
_SEX = r"(?:f|m|nb|female|male|girl|boy|guy|student|kid|teen)"
_HERE = (
    r"(?=(?: here| btw| looking| trying| who| uk| usa?| hello| hi| hey| im| i| me| bored| single| new here| how| what| why| can| should| need| does| any| where| help| my| who| is| anyone| into| love| just| and (?:bored|"
    r"new|looking|i|im|my|from|in)|$)(?!\S))"
)
_PLACE = (
    r"from (?!the |an? |my |your |his |her |our |their |this |that |each |all |it |me |you |him |them |us |these |those |"
    r"here |there |now |where |home |work |\S*\d)"
)
_FROM_HERE = (
    rf"(?= {_PLACE}\S+(?: \S+)?(?:$| (?:here|hello|hi|hey|im|i|can|could|looking|and|who|what|nice|need|pls|please|how|"
    rf"my|any|love|into|just|bored|new)(?!\S)))(?!.* \d)"
)
_TEEN = r"(?P<n>1[0-7]|[89]|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)"
_GLUED_N = r"(?P<n>1[0-7]|[89])"
_JUST = (
    r"(?: (?:only|just|still|barely|like|maybe|now|also|currently|literally|actually|already|really|an?|exactly|"
    r"basically|officially|finally|legit|honestly|sadly|(?:at|in|of) (?:the )?age(?: of)?|aged|about|around))*"
)
_ME = (
    r"(?:i am|im|iam|ima|am|i (?:just |recently |finally |only |already )*turned|ive (?:just |recently |finally |only |already )*turned|"
    r"(?:we are|we re|(?:^|twins |brother and i |sister and i |friend and i )were)(?: both| all)?|(?:someone|somebody|a (?:girl|boy|kid|teen|person)) who (?:is|just turned|turned)|(?:me and my|my) twin(?: brother| sister)?(?: and i| and me)?(?: \w+)? (?:turned|are)|we both (?:just )?(?:turned|are)|we are twins and)"
)
_NO_COUNT = (
    r"(?!\S)(?! (?:(?!ffs|lols|yes|always|sometimes|perhaps|pls|plus|thanks|cos|this|is|was|thats|its|whats|parents|dis|sis|guys|as)\w+s|of|in|on|to|at|by|up|down|out|off|away|behind|ahead|late|early|into|deep|more|less|under|over|above|below|past|short|left|"
    r"percent|kg|lb|lbs|ft|foot|feet|inch|cm|km|mm|mile|am|pm|st|stone|gb|mb|people|men|women|children|bucks|grand|k|th|nd|rd|pin|seed|th|degree|point|year into|per|x|times|or|and (?:\d+|a half (?:hours|weeks|months|minutes))|"
    r"hundred|thousand|million|minus|plus|again|ish and|weeks?|months?|days?|hours?|minutes?|years? (?!old)\w+|going on \d\d|vs|against|for|if you|\d+|apart|together|across|away|from|with|than|older|younger|taller|heavier|lighter|pregnant|sober|clean|card|handicap|dan|hcp))"
)
_TURNED_WHEN = (
    rf"(?: (?:yesterday|today|recently|now|last|this|a (?:week|month|few|couple)|two (?:days|weeks|months)|three (?:days|weeks|months)|"
    rf"on {_DAY}|in {_MONTH}|earlier|the other day)(?!\S))"
)
_NO_NAME = (
    r"(?:on|at|in|about|room|level|lvl|chapter|number|no|page|day|week|season|episode|question|problem|version|round|rank|top|group|team|channel|"
    r"seat|gate|platform|bus|line|lap|mile|minute|set|exercise|part|step|stage|phase|unit|floor|apartment|flat|not|over|under|past|than|like|"
    r"only|just|with|for|the|a|my|by|to|of|from|these|those|and|or|up|down|back|off|doing|having|making|buying|taking|using|nearly|almost|reading|"
    r"watching|playing|counting|feeling|being|when|if|since|until|till|roughly|approximately|exactly|born|around|between|above|below|maybe|plus|minus|"
    r"times|because|so|that|area|code|pin|grade|year|class|form|high|too|very|really|all|at least|max|min|size|age|still|already|going|getting|\w+ing)(?!\S)"
)
_AGO = (
    r"experience|works?|worked|working|left|retire\w*|retirement|service|mortgage|contract|sober|clean|warranty|married|"
    r"marriage|behind|belt|lease|teaching|go|loan|prison|sentence|driving|coding|insurance|payments?|seniority|business|"
    r"together|data|records?"
)


def _is(words: str, start: str = r"(?<!\S)") -> Pattern:
    return Pattern(rf"{start}(?:{words})")


# Words of which a sentence has one, or the expression beside them cannot match it; trying it takes much longer than looking.
Gated = tuple[frozenset[str], Pattern]
_ME_WORDS = word_set("i im iam ima am ive me my age as")
_OLD_WORDS = word_set("year years yr yrs y yo yos")

NOW: tuple[Gated, ...] = (
    (_ME_WORDS | {"we", "us", "were", "who"}, _is(rf"{_ME}{_JUST} {N}(?: {OLD})?{AFTER}")),
    # An age that goes on in any way but as a count of something.
    (
        word_set("i im iam"),
        _is(
            rf"(?:i am|im|iam)(?: only| just| still| actually| really| literally| currently| like)* {_TEEN}{_NO_COUNT}"
        ),
    ),
    (_OLD_WORDS, _is(rf"{_ME}{_JUST} {N} {OLD}(?!\S)(?! (?:\S+ )?{THING_NAMES}(?!\S))")),
    (frozenset({"turned"}), _is(rf"{_ME}{_JUST} {N}(?={_TURNED_WHEN})")),
    (frozenset({"age", "as"}), _is(rf"(?:as an?|{_ME} an?){_JUST} {N} {OLD}(?!\S)(?! (?:\S+ )?{THING_NAMES}(?!\S))")),
    (
        frozenset({"age"}),
        _is(rf"my age(?: it)?(?: is| now| right)*(?: only| just)* {N}(?!\S)(?! (?:and|to|percent|group))"),
    ),
    (
        frozenset({"age"}),
        _is(
            rf"{_START}(?:\w+ )?(?:my )?age(?: is)? {N}(?: years?(?: old)?| yrs?| yo)?(?= (?:hobby|hobbies|name|from|height|"
            rf"gender|sex|country|location|city|grade|school|likes?|pronouns|im|i|{_SEX}|live|class|weight)(?!\S)|$)",
            "",
        ),
    ),
    (
        word_set("you u wbu hbu"),
        _is(rf"{_START}{_TEEN} (?:and )?(?:you|u|wbu|hbu|ya)(?= \?|$)", ""),
    ),
    (
        word_set("and stressed bored tired lonely scared confused depressed sad lost nervous clueless struggling"),
        _is(
            rf"{_START}{_TEEN} (?:and )?(?:stressed|bored|tired|lonely|scared|confused|depressed|sad|lost|nervous|new|gay|trans|proud|done|broke|clueless|single|anxious|already|never|still|looking|feeling|struggling)(?!\S)",
            "",
        ),
    ),
    (
        _OLD_WORDS,
        _is(rf"at (?:the age of )?{_TEEN} {OLD}(?= (?:i am|im|i find|i still|i have to|i cant|i dont)(?!\S))"),
    ),
    (frozenset({"here"}), _is(rf"{_START}{_TEEN}(?: {OLD})?(?: {_SEX})? here(?!\S)", "")),
    (frozenset({"from"}), _is(rf"{_START}{_TEEN}(?: {OLD})?(?: {_SEX})?{_FROM_HERE}", "")),
    (_OLD_WORDS, _is(rf"{_START}{_TEEN} {OLD}(?: {_SEX})*(?:{_HERE}|{_FROM_HERE})", "")),
    (
        frozenset({"im", "am", "name", "is"}),
        _is(
            rf"(?:im|i am|name is|names|its|me) (?!{_NO_NAME})\w+(?: and)? {_TEEN}(?= (?:i|im|and i|and im|from|years|yo|living|he him|she her|they them|nice|f|m|girl|boy|female|male|live)(?!\S)|$)"
        ),
    ),
    (
        _ME_WORDS,
        _is(
            rf"(?:im|i am) an? (?:\w+ )?(?:girl|boy|guy|student|kid|gamer|teen|pupil|female|male|dude|lad|lass|dancer|swimmer|reader) (?:of |aged |age )?{_TEEN}(?= (?:years|yo|from|and|who|i|im|in|with)(?!\S)|$)"
        ),
    ),
    (
        frozenset({"turned"}),
        _is(
            rf"{_START}(?:just|finally|recently|officially|only|i|have|today|yesterday| )*turned {_TEEN}(?={_TURNED_WHEN}|$)",
            "",
        ),
    ),
    (
        frozenset({"only", "just", "still"}),
        _is(
            rf"{_START}(?:only|just|still) {_TEEN}(?= (?:lol|sorry|so|btw|tho|though|haha|and (?:i|im|my))(?!\S)|$)", ""
        ),
    ),
    (
        _OLD_WORDS,
        _is(
            rf"i (?:have|has|had|got|count|make|carry)(?: only| just| now| already| yet)* {N} (?:years?|yrs?)(?: old)?"
            rf"(?= (?:and|but|im|i|my|so|sorry|from|now|please|can|who|because|yet|live|old)(?!\S)|$)(?!.* (?:{_AGO})(?!\S))"
        ),
    ),
    (
        _OLD_WORDS,
        _is(
            rf"(?:me|my age|im in the age of|i am in age of) {N} (?:years?|yrs?)(?= (?:and|but|old|girl|boy|from|i|im)(?!\S)|$)"
        ),
    ),
    (
        _OLD_WORDS,
        _is(
            rf"(?:ive|i have) (?:only |just )*(?:been (?:alive|on this (?:earth|planet)|on earth|in this world)|lived on this (?:earth|planet))(?: for)?(?: only| just)* {N} years"
        ),
    ),
    (frozenset({"me", "i", "myself"}), _is(rf"(?:me|i|myself) {_TEEN} (?:female|male|f|m)(?!\S)")),
)
NOW_GLUED = (
    Pattern(r"^(?P<n>1[0-7]|[89]) (?:f|m|female|male)(?!\S)"),
    Pattern(
        r"(?:^|(?<=im )|(?<=am )|(?<=me )|(?<=hi )|(?<=hey )|(?<=hello ))(?P<n>1[0-7]|[89]) ?(?:f|m|nb|yo f|yo m|yof|yom|yo|"
        r"y o)(?: (?:here|from|uk|usa|us|and|looking)|$)"
    ),
    _is(rf"(?:im|i am)(?: only| just| an?| still)* {_GLUED_N}(?:yo|y|yr|yrs|f|m|nb|yof|yom)(?: old)?(?!\S)"),
    _is(rf"(?:i|me|myself) {_GLUED_N}(?:f|m|nb|yo|y)(?!\S)"),
    _is(rf"{_START}(?:f|m) ?{_GLUED_N}(?:{_HERE}|{_FROM_HERE})", ""),
    _is(rf"{_START}{_GLUED_N}(?:f|m|nb|yo|y|yof|yom)(?:{_HERE}|{_FROM_HERE})", ""),
    _is(rf"as an? {_GLUED_N}(?:yo|y|yr|yrs|f|m)(?!\S)"),
)
# At a birthday to come: a year younger now, or as many years as are said.
_ILL = (
    r"(?:i(?: finally| only| officially| already)? turn|i become|ill turn|ill(?: finally| only| officially| already| soon| just)* "
    r"(?:be|become|turn)(?: turning)?|i will(?: finally| only| officially| already| soon| just)* (?:be|become|turn)(?: turning)?|im(?: finally| only| soon)* turning|"
    r"i am(?: finally| only| soon)* turning|im (?:gonna|going to|about to|set to) (?:be|turn)|i am (?:going|about) to (?:be|turn)|about to turn|"
    r"i get to be|i will have|im becoming)"
)
_THEN = (
    r"(?:i|im|i am|ill|i will|well)(?: (?:finally|be|turn|turning|become|officially|already|only|just|also|am|have))*"
)
NEXT: tuple[Gated, ...] = (
    (
        _ME_WORDS | {"about", "ill"},
        _is(
            rf"{_ILL}(?: finally| only| just)* {N}(?: {OLD})?(?: in(?: about| exactly| just| another)* {_K}(?: more)? {_UNIT}| {_SOON}{AFTER}|{AFTER})(?!\S)"
        ),
    ),
    (
        _ME_WORDS | {"ill", "well"},
        _is(
            rf"(?:in|within|after)(?: just| only| about| exactly| another)* {_K}(?: more)?(?: and a half)? {_UNIT}(?: time)? {_THEN} (?P<big>[12]?\d|eighteen|twenty|thirty)(?!\S)(?! (?:percent|kg|pounds|minutes|months|weeks|hours))"
        ),
    ),
    (_ME_WORDS | {"ill"}, _is(rf"{_SOON} {_THEN} {N}(?: {OLD})?(?= (?:and|so|but|yay|cant|finally|woo\w*)(?!\S)|$)")),
    (
        word_set("until till til before to and then being turning left"),
        _is(
            rf"{_K}(?: more| and a half| whole| long)* {_UNIT}(?: left| more| to go| now)*(?: until| till| til| before| to| and| then| and then) "
            rf"(?:i|im|i am|ill be|i will be|i turn|being|turning|i can be|becoming|my|be)(?: finally| turn| officially| legally| become| be)* {N}(?!\S)"
        ),
    ),
    (
        word_set("almost nearly soon close under turning pushing hitting"),
        _is(
            rf"(?:im|i am|^(?:\w+ )?me)(?: like| really| very| just)*(?: (?:almost|nearly|close to|just under|practically|soon|soon to be|turning|pushing|hitting|going on))+ {N}(?: {OLD})?{AFTER}"
        ),
    ),
    (
        word_set("almost nearly soon"),
        _is(
            rf"{_START}(?:almost|nearly|soon) {_TEEN}(?: {OLD})?(?= (?:here|btw|now|still|but|so|yay|can|who|woo|and (?:i|my|im|still|so|already))(?!\S)|$)",
            "",
        ),
    ),
    (
        word_set("wont will dont"),
        _is(
            rf"i (?:wont|will not|dont|do not) (?:be|turn|become) {N} (?:for|until|till|til)(?: another| at least| about)*(?: {_K}(?: more)? {_UNIT}| (?:{_SOON}|next|{_MONTH}|{_SEASON}))"
        ),
    ),
    (
        frozenset({"birthday"}),
        _is(
            rf"my (?:upcoming |big |sweet )*{NTH} (?:birthday|bday)(?: party)? (?:is|will be|comes|coming|comes up|its)(?: \S+){{0,2}}? (?:in|on|next|tomorrow|soon|coming|this|up|saturday|sunday|friday)(?!\S)"
        ),
    ),
    (
        frozenset({"birthday"}),
        _is(
            rf"(?:tomorrow|{_SOON}|planning|plan|planned|having|throwing|upcoming|days? (?:until|till|to|before)|weeks? (?:until|till|to|before)|wait for|should|ideas|want|wish|"
            rf"countdown to|excited (?:for|about))(?: (?!was|were|got|had|did)\S+){{0,5}}? my {NTH} birthday(?!.* (?:was|were|got|had|did|ago)(?!\S))"
        ),
    ),
    (frozenset({"turning"}), _is(rf"{_START}turning {_TEEN}(?= (?:{_SOON}|in)(?!\S))", "")),
    (
        frozenset({"turning"}),
        _is(
            rf"{_START}turning (?P<n>18|eighteen)(?= (?:{_SOON}|in (?:exactly|just|only|about|\d+|a|two|three))(?!\S))",
            "",
        ),
    ),
    (frozenset({"sweet"}), _is(r"my sweet (?P<n>16|sixteen) (?:party |birthday )?(?:is|will be|comes)(?!\S)")),
)
# A birthday that was just now.
BIRTHDAY_NOW: tuple[Gated, ...] = (
    (
        frozenset({"birthday"}),
        _is(
            rf"(?:its|it is|today is|todays|happy birthday to me) my {NTH} birthday(?! (?:tomorrow|next|soon|coming|in|on)(?!\S))"
            rf"|my {NTH.replace('<n>', '<m>')} birthday (?:(?:is|was)(?: literally| just| only)* (?:today|yesterday|last|two|three|a few)|was (?:this|on {_DAY}))(?!\S)"
        ),
    ),
    (
        frozenset({"birthday"}),
        _is(
            rf"(?:just|yesterday|today|last (?:week|night|weekend|month|{_DAY})|this (?:week|weekend|morning|month))(?: (?!tomorrow|before)\S+){{0,5}} my {NTH} birthday(?!.* (?:tomorrow|next|ago|when i was)(?!\S))"
            rf"|(?:had|celebrated|got|threw|having|celebrating|for|was)(?: \S+){{0,3}} my {NTH.replace('<n>', '<m>')} birthday(?: \S+){{0,3}} (?:yesterday|today|last (?:week|night|weekend|month|{_DAY})|this (?:week|weekend|morning|month))(?!\S)"
        ),
    ),
)
# Under an age, and how old is not said.
UNSAID: tuple[Gated, ...] = (
    (
        word_set("almost nearly not havent yet"),
        _is(rf"(?:im|i am)(?: like)? (?:not quite|not even|not yet|not) {N}(?: yet| {OLD})*{AFTER}"),
    ),
    (word_set("havent have"), _is(rf"(?:i havent|i have not)(?: even)? turned {N}(?!\S)")),
    (
        word_set("until till til before when once soon after"),
        _is(
            rf"(?:until|till|til|before|when|once|as soon as|after)(?: i turn| im| i am| i become| i reach| i hit)(?: finally| at least| legally)* {N}(?!\S)"
            rf"(?! (?:minutes|hours|days|weeks|months|again|percent|in the))"
        ),
    ),
    (
        word_set("wait"),
        _is(rf"(?:cant|can not|cannot) wait (?:to (?:turn|be|become)|until (?:im|i am|i turn)) {N}(?!\S)"),
    ),
)
_FUTURE = _is(
    r"will|ill|cant|can|gonna|going to|want|wanna|wait|have to|has to|must|plan|planning|hope|allowed|let|lets|wont|until|till|"
    r"dont|should|allow|allows|may|might|save|saving|get to|need|id|dream"
)
_PAST = _is(
    r"(?:i|we|my \w+) (?:was|were|had|did|could|used|didnt|wasnt|couldnt|never|always|went|got|felt|knew|thought|began|saw|took|"
    r"ran|wrote|made|met|left|came|lost|won|broke|found|learnt|spent|hated|\w{2,}(?<!ne)(?<!turn)ed)(?!\S)|back (?:then|in)|years ago|me was|"
    r"old (?:me|self|version)|decades(?: ago)?|a lifetime ago"
)
# Beside a number above 18 these may be about one's age, too: "in ten years I'll be 25".
MAY_COME = word_set("years year yrs")
_YEARS = re.compile(r"year|yr|birthday|summer|winter")
_BIG = {"eighteen": 18, "twenty": 20, "thirty": 30}
_COUNT = {"a": 1, "an": 1, "another": 1}
_VAGUE = re.compile(r"few|couple|some|several")
_ALL_NOW = (*NOW, *BIRTHDAY_NOW)


def ages_now(text: str, words: frozenset[str], *, has_glued: bool) -> Iterator[tuple[int, int]]:
    """Where the writer's age stands, and what it is."""
    for found in _found(text, words, _ALL_NOW, NOW_GLUED if has_glued else ()):
        groups = found.groupdict()
        if not (found[0].startswith("as ") or "turned" in found[0]) or not _PAST.search(text):
            yield found.start(), number(groups.get("n") or groups.get("m") or "")


def ages_by_what_comes(text: str, words: frozenset[str]) -> Iterator[tuple[int, int | None]]:
    """The same of what will be: "I turn 17 in March" is 16 now, "three more years until I'm 18" is 15. None: under it, at least."""
    for found in _found(text, words, NEXT):
        groups = found.groupdict()
        big = groups.get("big")
        then = (_BIG.get(big) or int(big)) if big else number(groups["n"])
        yield found.start(), _before(then, groups.get("k"), groups.get("unit"), found[0])


def is_under_an_age(text: str, words: frozenset[str]) -> Iterator[int]:
    """Where it stands that the writer has an age of up to 18 yet to reach."""
    for found in _found(text, words, UNSAID):
        is_said = "not" in found[0].split() or "havent" in found[0]
        if is_said or (number(found["n"]) > 10 and _FUTURE.search(text) and not _PAST.search(text)):
            yield found.start()


def _before(then: int, count: str | None, unit: str | None, words: str) -> int | None:
    if "after next" in words:
        return then - 2
    if count is None or unit is None or not _YEARS.match(unit):
        return then - 1
    if _VAGUE.search(count):
        return None
    return then - (_COUNT.get(count) or (int(count) if count.isdigit() else number(count)))


def _found(
    text: str, words: frozenset[str], gated: tuple[Gated, ...], others: tuple[Pattern, ...] = ()
) -> Iterator[re.Match[str]]:
    for gate, pattern in gated:
        if not words.isdisjoint(gate):
            yield from pattern.finditer(text)
    for pattern in others:
        yield from pattern.finditer(text)
