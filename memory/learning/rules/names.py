"""Who somebody is: names, birthdays, ages, languages."""

import re

from memory.learning.dates import DAYS, FUTURE, PAST
from memory.learning.facts import Kind
from memory.learning.lists import LANGUAGES
from memory.learning.rules.rule import Rule
from memory.learning.wordings import wordings

_DATE = (
    r"(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|"
    r"apr|jun|jul|aug|sep|sept|oct|nov|dec)|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}(?:st|nd|rd|th)?)\b"
)
_GREETED = re.compile(
    r"\b(?:hi|hiya|hello|hey|heya|good (?:morning|evening|afternoon)|introduce|nice to meet)\b", re.IGNORECASE
)
_NO_NAME = rf"(?!(?:{LANGUAGES}|{'|'.join(DAYS)}|american|british|canadian|australian|austrian|swiss|brazilian|mexican|indian|belgian|scottish|african|european|catholic|muslim|christian|jewish)\b)"
_SPEAK = rf"(?:(?:some|a little|a bit of|fluent|good|basic|decent) )?(?:{LANGUAGES})"

RULES = (
    Rule(
        kind=Kind.NAME, slot="name", text="Your name is {value}.", cue="My name. Who I am, what I am called.", importance=0.9,
        wordings=wordings(
            r"my (?:first |full |real |actual |given )?name(?: is|'s)(?: actually| really)? (?!(?:legion|bond|inigo|elder price|foo|test|ishmael|ozymandias|slim|nobody|mud)\b)<name>",
            r"<iam> called <name>", r"(?:i am|i'm) named <name>", r"(?:the )?name(?: is|'?s) (?!bond\b)<Name>", r"i changed my (?:first )?name to <Name>",
            r"my name isn't \w+,? (?:but|it's) <Name>",
        ),
    ),
    Rule(
        kind=Kind.NAME, slot="name", text="Your name is {value}.", cue="My name. Who I am, what I am called.", importance=0.9,
        after=_GREETED,
        wordings=wordings(rf"(?:i am|i'?m|this is|my name's) {_NO_NAME}<Name>(?=\s*(?:$|[,.!]|\band\b|\bfrom\b))", r"<Name> here(?=\s*(?:$|[,.!]))"),
    ),
    Rule(
        kind=Kind.NAME, slot="name", text="Your name is {value}.", cue="My name. Who I am, what I am called.", importance=0.9,
        wordings=wordings(
            rf"(?:i am|i'?m) {_NO_NAME}(?P<value>(?-i:<proper>)),? (?:and (?:i am|i'?m) )?[1-9]\d\b(?! (?:minutes|hours|days|weeks|km|miles|percent|%|kilos|pounds))", r"(?-i:(?P<value><proper>)),? (?:here|\(?[1-9]\d\)?),? from (?-i:<proper>)",
        ),
    ),
    Rule(
        kind=Kind.NAME, slot="age", text="{Who} {was} {value} years old {month}.", cue="How old I am, my age.", is_change=True, tense=PAST, anywhere=True,
        wordings=wordings(
            r"^(?:i am|i'?m) (?:(?-i:<proper>),? (?:and )?)(?P<value>[1-9]\d)(?=$|,| years| and| from|/)", r"^(?:i am|i'?m) (?P<value>[1-9]\d)(?=,| and| from)(?:,? and)?,? (?:from|living|live|based|married|single|a)\b",
        ),
    ),
    Rule(
        kind=Kind.NAME, slot="surname", text="Your surname is {value}.", cue="My last name, my family name.",
        wordings=wordings(r"my (?:last name|surname|family name)(?: is|'s) <name>"),
    ),
    Rule(
        kind=Kind.NAME, slot="called", text="You're called {value}.", cue="My nickname. What I am called.", importance=0.8,
        wordings=wordings(
            r"(?:all )?(?:my friends|my family|people|everyone|everybody|friends|they|most people)(?: all| usually| always| just| mostly)? calls? me <Name>(?=<stop>|<end>)",
            r"(?:you can |please )?(?:just )?call me (?!ishmael\b)<Name>(?=<stop>|<end>)", r"i go by <Name>", r"my nickname(?: is|'s) <name>",
        ),
    ),
    Rule(
        kind=Kind.NAME, slot="birthday", text="{Whose} birthday is on {value}.", cue="My birthday, when I was born.", importance=0.8,
        wordings=wordings(
            rf"(?P<whose>my|my (?:\w+ )?(?P<kin><kin>)(?: (?P<kinname>(?-i:<proper>)))?'s) birthday(?: is|'s) (?:on )?(?P<value>{_DATE})(?=<end>)",
        ),
    ),
    Rule(
        kind=Kind.NAME, slot="birthday", cue="My birthday, when I was born.", importance=0.8,
        wordings=wordings(rf"<who> (?:was|were) born on (?P<value>{_DATE}(?:,? (?:in )?(?:19|20)\d\d)?)(?=<end>)"),
    ),
    Rule(
        kind=Kind.NAME, slot="birthday", cue="My birthday, when I was born.", tense=FUTURE, importance=0.8,
        wordings=wordings(r"<atime> is my birthday(?P<value>)<stop>"),
    ),
    Rule(
        kind=Kind.NAME, slot="birth year", cue="How old I am, when I was born.", tense=PAST,
        wordings=wordings(r"<who> (?:was|were) born (?:back )?in (?:(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:of )?)?(?P<value>(?:19|20)\d\d)(?=<end>)"),
    ),
    Rule(
        kind=Kind.NAME, slot="age", tense=PAST, text="{Who} {was} {value} years old {month}.", cue="How old I am, my age.", is_change=True,
        wordings=wordings(
            r"<who><is>(?: now| already| currently| only| just)* (?P<value>[1-9]\d?)(?: years old| years of age|-years-old| yrs old| y/o)(?=<end>)",
            r"<who><is>(?: now| already| currently| only)* (?P<value>[1-9]\d)(?: now)?<stop>",
            r"(?P<who><mykin>(?:,? (?P<kinname>(?-i:<proper>)),?)?)(?: is|'s)(?: now| already| only)* (?P<value>\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)<stop>",
            r"<who>(?: just| recently)? (?:have |'ve )?turned (?P<value>[1-9]\d?)<when>(?=<end>)",
        ),
    ),
    Rule(
        kind=Kind.OTHER, cue="Languages that I speak.", subject="languages",
        wordings=wordings(
            rf"i(?: can)?<adv> speak (?:fluent |\w+ languages: ?)?(?P<value>{_SPEAK}(?:(?:, | and |,? and |, and ){_SPEAK})*)(?: fluently| quite well| well| at home)?(?=<end>|<stop>)",
            rf"i grew up speaking (?P<value>{LANGUAGES}(?: and (?:{LANGUAGES}))?)(?=<end>|<stop>)",
            rf"(?P<value>{LANGUAGES}) is my (?:native language|mother tongue|first language|native tongue)(?=<stop>|<end>)",
            rf"<iam> fluent in (?P<value>{_SPEAK}(?:(?:, | and |,? and ){_SPEAK})*)(?=<end>)",
            rf"my (?:native language|mother tongue|first language|native tongue)(?: is|'s) (?P<value>{LANGUAGES})(?=<end>)",
            rf"(?:<iam>|i'?ve been|i have been)<adv> (?:learning|studying) (?P<value>{LANGUAGES})<since>(?=<end>|<stop>)",
        ),
    ),
)  # fmt: skip
