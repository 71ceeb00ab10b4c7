"""The people in somebody's life."""

from memory.learning import lists
from memory.learning.dates import PAST
from memory.learning.facts import Kind
from memory.learning.rules.rule import Rule
from memory.learning.wordings import wordings

_FAMILY = lists.one_of(
    "sister, brother, twin sister, twin brother, twin, son, daughter, child, kid, baby, wife, husband, partner, fiancé, fiancée, fiance, fiancee, girlfriend, boyfriend, "
    "stepson, stepdaughter, stepsister, stepbrother, half-sister, half-brother, grandson, granddaughter, grandchild, niece, nephew, roommate, flatmate, godson, "
    "goddaughter, baby girl, baby boy"
)
_AGED = r"(?:(?:older|younger|little|big|new|twin|lovely|wonderful|\w+-year-old|\d+-year-old|newborn|teenage|adult|grown-up|small) )*"
_COUNT = r"(?:no|one|two|three|four|five|six|seven|\d)"
_HAVE = r"(?:i|we)(?:<adv> have|'?ve got| have got|'ve)"
_CUE = "My {kin}, her name, his name. {like}"

RULES = (
    Rule(
        kind=Kind.PERSON, subject="{kin} {value}", slot="name", text="Your {kin} is called {value}.", cue=_CUE, importance=0.8,
        wordings=wordings(
            r"<mykin>(?:'s name is|'s name's|'s (?:called|named)| is (?:called|named)| goes by|,? (?:called|named)) <name>",
            rf"{_HAVE} (?:a|an|one|another) {_AGED}(?P<kin>{lists.RELATIVES}),?(?: who(?:'s| is))? (?:called|named|whose name is|by the name of) <name>",
            rf"<Name>(?: is|'s) (?:my|our) {_AGED}(?P<kin>{lists.RELATIVES})(?=<end>)(?!,? and)",
            r"the name of <mykin> is <name>",
            r"i named <mykin> <Name>",
            r"(?:i'm|i am|we're|i've been|i am happily|i'm happily)(?: now)? (?P<kin>married|engaged) to (?:a \w+ )?(?:called |named )?<Name>",
            rf"{_HAVE} (?:a|an|one|another) {_AGED}(?P<kin>{lists.RELATIVES}),? <Name>(?=<end>)",
            r"(?P<kin>mum|mom|dad|grandma|grandpa|granny|nan|gran)'s (?:first )?name(?: is|'s) <Name>",
        ),
    ),
    Rule(
        kind=Kind.PERSON, subject="{kin} {value}", slot="name", text="Your {kin} is called {value}.", cue=_CUE, anywhere=True, importance=0.8,
        wordings=wordings(r"\b(?!my (?:girl|boy|baby)\b)<mykin>,? <Name>(?!'s? (?:is|was)\b)(?=\W|$)"),
    ),
    Rule(
        kind=Kind.PERSON, subject="{kin} {value}", slot="name", text="Your {kin} is called {value}.", cue=_CUE, is_several=True, importance=0.8,
        wordings=wordings(
            rf"(?:my|our) (?:(?:two|three|four|\w+) )?(?P<kin>{lists.MANY})(?:'s?)?(?: names are| are(?: called| named)?|,? (?:called|named)|,|) <Names>",
            rf"{_HAVE} (?P<kin>twins)(?:,|:| -)? (?:called |named )?<Names>",
            rf"{_HAVE} {_COUNT} {_AGED}(?P<kin>{lists.MANY})(?:,|:| -)? (?:called |named )?<Names>",
        ),
    ),
    Rule(
        kind=Kind.PERSON, slot="number of {kin}", cue="My family, how many {kin} I have.", importance=0.6,
        wordings=wordings(
            rf"{_HAVE} (?P<value>{_COUNT}) {_AGED}(?P<kin>{lists.MANY})(?: and {_COUNT} {_AGED}(?:{lists.MANY}|{_FAMILY}))?(?=<end>|<stop>)",
            r"(?P<value>)(?:i|we)(?: don't|'ve never) have (?:any )?(?P<kin>kids|children|siblings|brothers or sisters)(?=<end>|<stop>)",
        ),
    ),
    Rule(
        kind=Kind.PERSON, cue="My family.", importance=0.6,
        wordings=wordings(
            rf"{_HAVE} (?P<value>(?:a|an|one) {_AGED}(?:{_FAMILY})(?: and (?:a|an|one|two|three) {_AGED}(?:{_FAMILY}|{lists.MANY}))?)(?!,? (?:called|named|whose|problem|who's called|(?-i:<proper>))|s\b)(?=<end>|<stop>)",
            r"<iam> (?P<value>an only child|a (?:twin|triplet|grandmother|grandfather|grandparent|godmother|godfather)|the (?:oldest|eldest|youngest) of (?:\w+)(?: siblings| children| kids)?|a (?:single )?(?:mum|mom|mother|dad|father|parent)(?: of (?:\w+)(?: \w+)?)?)(?=<end>|<stop>)",
        ),
    ),
    Rule(
        kind=Kind.PERSON, slot="relationship", cue="Whether I am married, single, in a relationship.", importance=0.7,
        wordings=wordings(r"(?:i am|i'?m)(?: now| currently| happily| still| recently| newly| officially)* (?P<value>single|married|divorced|engaged|widowed|a widow|a widower|separated|in a (?:long-distance |happy |serious |committed )?relationship)(?=<stop>|<end>)(?! (?:in|with|from|to|by|as|on|about)\b)"),
    ),
    Rule(
        kind=Kind.PERSON, cue="My relationship, since when we are together.", importance=0.7,
        wordings=wordings(
            r"(?P<who>we)(?:'?ve| have)(?: now| already)? been (?P<value>together|married|engaged|a couple|dating|divorced|separated)<since>(?=<end>|<stop>)",
            r"i(?:'?ve| have)(?: now| already)? been (?P<value>(?:with|dating|married to|engaged to) (?:(?-i:<proper>)|my (?:gf|bf|girlfriend|boyfriend|partner|wife|husband|fiancée|fiancé|fiance|fiancee)(?: (?-i:<proper>))?))<since>(?=<end>|<stop>)",
        ),
    ),
    Rule(
        kind=Kind.EVENT, tense=PAST, cue="What happened in my life and family.", importance=0.7,
        wordings=wordings(
            r"(?P<who>i|we)(?:<adv>| just)* had (?P<value>(?:a|our|my) (?:first |second |third )?(?:baby|child|daughter|son|baby girl|baby boy)|twins)<when>(?=<end>|<stop>)",
            r"(?P<who>i|we)(?:'?ve| have)?(?: just| recently| finally)* moved (?P<value>in (?:together|with (?:my|our) (?:[\w-]+ )?[\w-]+(?: (?-i:<proper>))?)|out of (?:my|our) (?:parents' )?(?:flat|house|home|place|apartment))<when>(?=<end>|<stop>)",
            r"(?P<who>i|we)(?:<adv>| just)* became (?P<value>(?:a |an )?(?:father|mother|dad|mum|mom|parents?|grandfather|grandmother|grandparents?|aunt|uncle|godfather|godmother))<when>(?=<end>|<stop>)",
            r"(?P<who>i|we)(?:<adv>| just)* got (?P<value>married|engaged|divorced)(?: to (?-i:<proper>))?<when>(?=<end>|<stop>)",
            r"(?:i|we)(?:<adv>| just)* (?:broke up|split up|separated)(?: with (?:my (?:girlfriend|boyfriend|partner|fiancé|fiancée)(?: (?-i:<proper>))?|(?P<value>(?-i:<proper>))))?<when>(?=<end>|<stop>)",
            r"(?P<value>)<mykin>(?: (?P<kinname>(?-i:<proper>)))?(?: and i)(?:<adv>| just)* (?:broke up|split up|separated|got married|got engaged|got divorced)<when>(?=<end>|<stop>)",
            r"(?P<who><mykin>(?:,? (?P<kinname>(?-i:<proper>)),?)?)(?:<adv>| just)* (?P<value>got married|got engaged|got divorced|passed away|died|had a baby|gave birth|was born|graduated|retired)<when>(?=<stop>|<end>)",
        ),
    ),
)  # fmt: skip
