"""Animals that live with somebody."""

from memory.learning.dates import PAST
from memory.learning.facts import Kind
from memory.learning.rules.rule import Rule
from memory.learning.wordings import wordings

_MY = r"(?:my|our) (?:\w+ ){0,2}?"
_GOT = r"<i>(?:<adv>| just)*(?: got| adopted| own| keep| bought| rescued| have|'ve got)?(?: got)? (?:a|an|another|one|this|two|\d) (?:[\w-]+ ){0,3}?"
_COUNTED = r"(?:a|an|one|two|three|four|five|six|\d)"

RULES = (
    Rule(
        kind=Kind.PET, subject="{animal} {value}", slot="name", text="Your {animal} is called {value}.", importance=0.8,
        cue="My pet, my {animal}, its name. {like}",
        wordings=wordings(
            rf"{_MY}<animal>(?:'?s name is|'?s name's|'s (?:called|named)| is (?:called|named)| goes by|,? (?:called|named)| answers to) <name>",
            r"the name of (?:my|our) <animal> is <name>",
            rf"{_GOT}<animal>,?(?: who(?:'s| is)| that(?:'s| is))? (?:called|named|whose name is|by the name of) <name>",
            r"<i>(?: have)?(?:<adv>| just)* (?:named|called|call) (?:my|our|the) (?:new |little )?<animal> <Name>",
            r"<Name>(?:,| is|'s) (?:my|our) (?:\w+ )?<animal>\b",
            r"(?:i|we)(?:'?ve)?<adv> (?:have|got)(?: got)? (?:a|an|one) (?:[\w-]+ ){0,2}?<animal>(?:,| -| –)? <Name>(?=<end>)",
        ),
    ),
    Rule(
        kind=Kind.PET, subject="{animal} {value}", slot="name", text="Your {animal} is called {value}.", anywhere=True, importance=0.8,
        cue="My pet, my {animal}, its name. {like}",
        wordings=wordings(r"^(?:i|we)\b.{0,80}? (?:and|,) (?:a|an|another) (?:[\w-]+ ){0,2}?<animal> (?:called|named) <Name>", r"\b(?:my|our) (?:[\w-]+ ){0,2}?<animal> (?:called|named) <Name>", r"\b(?:my|our) (?:\w+ )?<animal>,? <Name>"),
    ),
    Rule(
        kind=Kind.PET, subject="{animal}s {value}", text="Your {animal}s are called {value}.", importance=0.8,
        cue="My pets, my {animal}s, their names. {like}",
        wordings=wordings(
            r"(?:my|our) (?:(?:two|three) )?<animal>s(?:' names are| are(?: called| named)?|,? (?:called|named)|,) <Names>",
            r"(?:i|we)(?: have|'?ve got| have got| got|'ve) (?:two|three|four|\d) (?:\w+ ){0,2}?<animal>s(?:,|:| -)? (?:called |named )?<Names>",
        ),
    ),
    Rule(
        kind=Kind.PET, subject="{animal}", cue="My pets, my animals. {like}", importance=0.6,
        wordings=wordings(
            rf"(?:i|we)(?:<adv> have|'?ve got| have got|'ve) (?P<value>{_COUNTED} (?:\w+ )?<animal>)(?:e?s)?(?: and {_COUNTED} (?:\w+ ){{0,2}}[a-z]+)?(?=<stop>|\s+(?:at home|now|who|that|named|called|too)\b)",
        ),
    ),
    Rule(
        kind=Kind.EVENT, subject="{animal} {value}", tense=PAST, cue="What happened to my {animal}.", importance=0.8,
        wordings=wordings(r"(?:my|our) (?:\w+ )?<animal>(?:,? (?P<value>(?-i:<proper>)),?)? (?:died|passed away|ran away|was put to sleep|had (?:puppies|kittens))<when>(?=<end>)"),
    ),
)  # fmt: skip
