"""Where somebody lives, lived and comes from."""

from memory.learning.dates import FUTURE, PAST
from memory.learning.facts import Kind
from memory.learning.lists import LANGUAGES
from memory.learning.rules.rule import Rule
from memory.learning.wordings import wordings

_HOME = "The city where I live. My home."
_FROM = r"(?:(?:all the way )?(?:from (?:[\w-]+|(?-i:<proper>(?: <proper>)?)) ))?"
_NATION = (
    rf"(?:half[- ])?(?:{LANGUAGES}|american|british|canadian|australian|austrian|swiss|brazilian|mexican|indian|belgian|scottish|egyptian|nigerian|kenyan|"
    r"ghanaian|south african|argentinian|colombian|chilean|peruvian|cuban|moroccan|algerian|tunisian|ethiopian|pakistani|iranian|iraqi|syrian|lebanese|israeli|"
    r"new zealander|singaporean|sri lankan|bangladeshi|taiwanese|venezuelan|jamaican|cypriot)"
)

RULES = (
    Rule(
        kind=Kind.PLACE, slot="home", cue=_HOME, tense=PAST, is_change=True, importance=0.8,
        wordings=wordings(
            rf"<who>(?:'?ve| have| has)?<adv>(?: just| recently| finally)* (?:moved|relocated)(?: back| house| away| out| over| here| up| down| home| together)* {_FROM}to <place>{_FROM.replace('from ', 'from ').replace('? ', '?')}<when><since>",
            r"<who>(?:'?ve| have| has)?<adv>(?: just| recently| finally)* (?:moved|relocated)(?: back| house| away| out| over| here| up| down)* (?:in )?to (?:a |the |an )?(?:\w+ )?(?:flat|house|apartment|studio|village|town|suburb|cottage|farm|place) (?:in|near|outside|called) <place><when>",
            r"<i>(?:<adv>| just)* settled(?: down)? in <place><when>",
        ),
    ),
    Rule(
        kind=Kind.PLACE, slot="home", cue=_HOME, is_change=True, importance=0.8,
        wordings=wordings(
            r"<who><is>?(?: living| based)? (?:now|currently|these days|nowadays)(?: live| lives| living| based)? <spot> <place><since>",
            r"<who><is>?<adv> (?:live|lives|living|based) <spot> <place>(?: now| nowadays| these days| at the moment)",
        ),
    ),
    Rule(
        kind=Kind.PLACE, slot="home", cue=_HOME, importance=0.8,
        wordings=wordings(
            r"<who><is>?<adv> (?:live|lives|living|based|reside|resides|settled)(?: together| alone| here| mostly| on my own| by myself| with (?:my|our|a|an|two|three|four) [\w' ]{2,60}?)? <spot> <place><since>",
            r"<who>(?:'?ve| have| has)<adv> (?:lived|been living)(?: here)? <spot> <place><since>",
            r"my (?:home|flat|house|apartment)(?: is|'s)(?: now)? in <place>",
        ),
    ),
    Rule(
        kind=Kind.PLACE, slot="home", cue=_HOME, ends=True, is_change=True, importance=0.6, text="{Who} no longer {live} in {value}.",
        wordings=wordings(
            r"<who>(?: don't| do not| doesn't)(?: really)? live in <place> (?:anymore|any more|any longer|now)",
            r"<who>(?: no longer| don't longer| no more) lives? in <place>",
            r"<who>(?:'?ve| have)?<adv> (?:moved (?:away|out) (?:from|of)) <place>(?: for good| behind| for ever| forever)?<when>(?=<stop>)",
        ),
    ),
    Rule(
        kind=Kind.PLACE, cue="Where I used to live, a home of before.", tense=PAST, importance=0.6,
        wordings=wordings(
            r"<who> used to live <spot> <place>(?: back)?<when><since>",
            r"<who>(?: once| previously| also)? lived <spot> <place><when><since>(?: as a (?:child|kid|student|teenager)| growing up| back then| before)?(?=<end>|<stop>)",
            r"<who> (?:spent|lived) (?:\w+ ){1,3}(?:years?|months?|weeks?)(?: living)? in <place><when>",
            r"before (?:that|this|then),? i lived in <place>",
        ),
    ),
    Rule(
        kind=Kind.PLACE, cue="How and with whom I live.",
        wordings=wordings(r"<who><is>?<adv> (?:live|lives|living) (?P<value>alone|on (?:my|our|his|her) own|by myself|with (?:my|our) (?:[\w-]+ )?[\w-]+(?: (?-i:<proper>))?(?: and (?:my|our) (?:[\w-]+ )?[\w-]+)?|with (?:two|three|four|five|a|some) (?:flatmates?|roommates?|housemates?|friends?|cats?|dogs?)|on a (?:house)?boat|on a farm|on an island|in a (?:small |big |tiny |shared |old |new )?(?:village|flat|house|apartment|studio|cottage|caravan|van|dorm|commune|student residence)|in (?:the countryside|the suburbs|the city centre|student housing|a shared flat)|by the (?:sea|beach|river|lake)|near the (?:sea|beach|coast))(?=<stop>)"),
    ),
    Rule(
        kind=Kind.PLACE, slot="birthplace", cue="Where I come from, where I was born.", importance=0.7, tense=PAST,
        wordings=wordings(r"<who> (?:was|were) born(?: and (?:raised|bred|grew up))? in <place><when>"),
    ),
    Rule(
        kind=Kind.PLACE, slot="childhood home", cue="Where I come from, where I grew up.", importance=0.7,
        wordings=wordings(r"<who> (?:grew up|was raised|were raised) <spot> <place>", r"my (?:home ?town|birthplace)(?: is|'s) <place>"),
    ),
    Rule(
        kind=Kind.PLACE, slot="origin", cue="Where I come from, my origin, my home country.", importance=0.7,
        wordings=wordings(
            r"<who>(?:<is>|(?: originally)? comes?)(?: originally| actually)? from (?:(?:a|the) (?:small |little |tiny |big )?(?:town|village|island|city|place|suburb) (?:called|named|of|in|near) )?<place>(?: originally)?", r"<who> comes? (?:originally )?from <place>(?: originally)?",
            r"<who> (?:originally|actually) comes? from <place>",
        ),
    ),
    Rule(
        kind=Kind.PLACE, slot="origin", cue="Where I come from, my origin, my home country.", importance=0.7, anywhere=True,
        text="You're from {value}.",
        wordings=wordings(
            r"^(?:i am|i'?m) (?:(?-i:<proper>),? (?:and )?)?[1-9]\d(?: years old| y/?o)?,?(?: and)? from <place>",
            r"^(?:i am|i'?m) (?-i:<proper>),? (?:and )?from <place>", r"^(?-i:<proper>) here,? from <place>",
        ),
    ),
    Rule(
        kind=Kind.PLACE, slot="home", cue=_HOME, importance=0.8, anywhere=True, text="You live in {value}.",
        wordings=wordings(r"^(?:i am|i'?m) (?:(?-i:<proper>),? |[1-9]\d,? |from [\w ]{2,30},? |(?:a|an) [\w -]{2,30},? |originally [\w ]{2,30},? )+(?:and |but )?(?:now )?(?:currently )?(?:living|based|live) <spot> <place>"),
    ),
    Rule(
        kind=Kind.PLACE, slot="nationality", cue="Where I come from, my nationality.",
        wordings=wordings(rf"(?:i am|i'?m)(?: originally| actually| half| a)* (?P<value>(?-i:(?=[A-Z]))(?:{_NATION})(?:[ -](?:{_NATION}))?(?: by birth)?)<stop>"),
    ),
    Rule(
        kind=Kind.PLAN, tense=FUTURE, cue="Where I am going to live, my plans to move.", importance=0.7,
        wordings=wordings(
            r"<who>(?:<is>(?:<adv>) (?:moving|relocating|going to move)|'ll move| will move)(?: back| away| over| house)* to (?:the )?<place><when>(?=<end>|<stop>)",
        ),
    ),
)  # fmt: skip
