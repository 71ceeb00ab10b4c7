"""The wordings that the rules know. Written as people write: a space stands for any white space, ' for any apostrophe.

Words match in any case, proper names only where they are capitalised.
"""

import re

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-Ž]"
_PROPER = rf"{_CAPITAL}[\w\x27’-]*"
_ANIMALS = (
    "dog|puppy|cat|kitten|rabbit|bunny|hamster|guinea pig|parrot|budgie|bird|horse|pony|tortoise|turtle|goldfish|fish|snake|"
    "lizard|gecko|rat|mouse|ferret|hen|goat|donkey"
)
# What follows "is called" or "live in" in small letters without being a name.
_NO_NAME = "a|an|the|my|not|so|very|too|just|really|and|or|but|by|it|this|that|what"
_NO_PLACE = f"{_NO_NAME}|our|your|here|there|another|one|two|with|out|in|into|back|away|on|fear|peace"
_NO_LIKING = "it|that|this|you|him|her|them|how|when|what|the way|if|to know"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_GOES_ON = "and|but|because|since|when|so|with|who|these|now|right|at|for|as"

_PARTS = {
    "<animal>": f"(?P<animal>{_ANIMALS})",
    "<Name>": f"(?P<name>(?-i:{_PROPER}(?: {_PROPER}){{0,2}}))",
    # People write names small, too; then it is one word.
    "<name>": rf"(?P<name>(?!(?:{_NO_NAME})\b)[^\W\d_][\w\x27’-]*(?-i:(?: {_PROPER})*))",
    "<Place>": f"(?P<place>(?-i:{_PROPER}(?: (?:(?:de|do|da|la|le|el|am|upon|on|of) )?{_PROPER}){{0,3}}))",
    "<place>": rf"(?P<place>(?!(?:{_NO_PLACE})\b)(?-i:[a-zà-ž])[\w\x27’-]+)",
    "<when>": (
        rf"(?P<when> (?:in (?:(?:{_MONTHS})(?: \d{{4}})?|\d{{4}})|yesterday|today|\w+ (?:days|weeks|months|years) ago"
        r"|(?:last|this) (?:week|month|year|spring|summer|autumn|fall|winter)))?"
    ),
    "<break>": rf"(?=\s*(?:[.,;:!?…)]|\b(?:{_GOES_ON})\b|$))",
    "<thing>": rf"(?P<thing>(?!(?:{_NO_LIKING})\b)[^.,;:!?…\n]{{2,60}}?)",
    "<my>": r"\b(?:my|our) (?:\w+ )?",
    "<i>": r"\b(?:i|we)(?:'ve| have)?",
    "<be>": "(?: am|'m| are|'re)",
}


def _wording(words: str) -> re.Pattern[str]:
    words = re.sub("|".join(_PARTS), lambda mark: _PARTS[mark[0]], words)
    return re.compile(words.replace(" ", r"\s+").replace("'", "['’]"), re.IGNORECASE)


NAMES = (
    _wording(r"\bmy name(?: is|'s) <name>"),
    _wording(r"\bi(?: am|'m) called <name>"),
    _wording(r"\bmy friends call me <name>"),
    _wording(r"\bcall me <Name>"),
)
PETS = (
    _wording("<my><animal>(?:'s name is| is (?:called|named)| goes by|,? (?:called|named)) <name>"),
    _wording(r"\bthe name of (?:my|our) <animal> is <name>"),
    _wording(
        r"<i> (?:got|adopted|own|keep|bought|rescued|have)?(?: got)? ?(?:a|an|another) (?:\w+ ){0,2}?<animal>,?"
        "(?: who(?:'s| is)| that(?:'s| is))? (?:called|named|whose name is) <name>"
    ),
    _wording(r"\ban? <animal> (?:called|named) <Name>"),
    _wording(r"\b(?:named|called|call) (?:my|our|the) (?:new )?<animal> <Name>"),
    _wording("<my><animal>,? <Name>"),
    _wording(r"\b<Name>(?:,| is) (?:my|our) (?:\w+ )?<animal>\b"),
)
_MOVED = r"<i>(?: just| recently| finally)? (?P<verb>moved)(?: back| house| away| out| over| here| from \w+)? to "
_LIVE = rf"\b(?:i|we)(?: now| currently)?(?:{_PARTS['<be>']})?(?: now| currently)? (?P<verb>live|living|based) in "
HOMES = (
    _wording(_MOVED + "<Place><when>"),
    _wording(_MOVED + "<place><when><break>"),
    _wording(_LIVE + "<Place>"),
    _wording(_LIVE + "<place><break>"),
)
ORIGINS = (_wording(r"\bi(?: am|'m| come| was born| grew up)(?: originally)? (?:from|in) <Place>"),)
FAVOURITES = (_wording(r"\bmy favou?rite (?P<what>\w+(?: \w+)?) (?:is|are) <thing><break>"),)
LIKES = (_wording(r"\bi (?:(?:really|also|absolutely|just|still) )*(?P<verb>like|love|enjoy|adore) <thing><break>"),)
# Before a fact in its sentence: it is supposed, wished or over.
UNSURE = _wording(r"\b(?:if|unless|imagine|suppose|wish|maybe|perhaps|would|used to|might|could)\b[^.;!?]*$")
