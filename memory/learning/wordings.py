"""The parts that wordings are made of. Written as people write: a space stands for any white space.

Words match in any case, proper names only where they are capitalised. A wording begins where its clause begins.
"""

import re

from memory.learning import lists
from memory.learning.dates import DAYS, MONTHS, TIME_WORDS

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-ŽÅ]"
_NOT_PROPER = "|".join(
    ["I", "I'm", "I've", "I'll", "I'd", *DAYS, *MONTHS, "Today", "Tomorrow", "Yesterday", "Christmas", "Easter", "God", "Earth", "Mars", "Heaven", "Hell", "OK",
     "The", "A", "An", "My", "Not", "And", "But", "It", "This", "That", "He", "She", "They", "We", "You", "What", "Really", "Very", "So", "English", "Internet",
     "No", "Yes", "LOL", "Haha", "Fun", "Great", "Oh"]
)  # fmt: skip
PROPER = rf"(?!(?:{_NOT_PROPER})\b){_CAPITAL}(?:[\w-]|'(?=[A-Z])|'(?!s\b)(?=\w))*"
_NO_PLACE = (
    "Linux|Windows|Mac|macOS|iOS|Android|iPhone|Spotify|Netflix|Apple|Google|Firefox|Chrome|Signal|WhatsApp|Telegram|Discord|Notion|WordPress|Twitter|Bluesky|Mastodon|"
    "Instagram|TikTok|YouTube|Disney|Amazon|Microsoft|GitHub|GitLab|Ubuntu|Debian|Team|Level|Plan|Version|Part|Chapter|Round|Season|Episode|Facebook|Reddit|Hell|Heaven|Space|Venus|Mars|"
    "Planet|Earth|Avalon|Camelot|Gondor|Rohan|Rivendell|Winterfell|Springfield|Duckburg|Metropolis|Panem|Valhalla|Olympus|Hogsmeade|Whoville|Shangri-La|El Dorado|Bikini Bottom|the Shire|Shire|"
    "Excel|Slack|Teams|Zoom|Outlook|Photoshop|Minecraft|Hogwarts|Narnia|Mordor|Gotham|Westeros|Wonderland|Neverland|Atlantis|Eldoria|Asgard|Azkaban|Denial|"
    "Utopia|Barbieland|Neverwhere|Oz|Tatooine|Wakanda|Middle-earth|Middle Earth"
)
_NOT_A_NAME = (
    "a|an|the|my|not|so|very|too|just|really|and|or|but|by|it|this|that|what|always|never|quite|rather|called|after|both|all|her|his|your|our|their|"
    "something|nothing|anything|unknown|hard|long|short|on|in|at|of|to|for|no|hello|hi|sir|later|back|when|if|him|me|them|you|"
    "names|crazy|because|pretty|common|unusual|awesome|boring|kind|sort|still|also|easy|important|secret"
)
_GOES_ON = (
    "and|but|because|since|when|so|with|who|which|that|these|now|right|at|for|as|where|though|although|while|after|before|again|too|together|alone|by|"
    "until|till|anymore|any more|currently|from|actually|already|btw|lol|haha|here|there|or|then|also|these days|i think|is|on|every|during|about|last|next|yesterday|today|tonight|tomorrow|this|"
    "in(?: (?:the|my|our|about|around))?"
)
# To be known as a person's: "my older sister Ana".
_KIN_WORDS = "older|younger|little|big|twin|elder|new|eldest|oldest|youngest|baby|middle|dear|lovely|wonderful|beloved|only|own|half|best|closest|oldest|dearest|late|other|second|first|step|foster|grown-up|adult|teenage"

PARTS = {
    "<proper>": PROPER,
    "<kin>": lists.RELATIVES,
    "<animal>": f"(?P<animal>{lists.ANIMALS})",
    "<Name>": f"(?P<value>(?-i:{PROPER}(?: {PROPER}){{0,2}}))",
    # People write names small, too; then it is one word.
    "<name>": rf"(?P<value>(?-i:{PROPER}(?: {PROPER}){{0,2}})|(?!(?:{_NOT_A_NAME})\b)(?-i:[a-zà-ž])[\w-]+(?=<end>))",
    "<Names>": f"(?P<value>(?-i:{PROPER})(?:, (?-i:{PROPER}))*,? (?:and|&) (?-i:{PROPER}))",
    "<place>": (
        rf"(?!(?:{_NO_PLACE})\b)(?P<value>(?-i:(?:the )?{PROPER}(?:[ -](?:(?:de|do|da|dos|la|le|el|am|an der|upon|on|of|sur|the) )?{PROPER}){{0,3}}(?:, {PROPER}(?: {PROPER})?)?\b(?!'s))"
        rf"|(?:{lists.PLACES})(?=<end>))"
    ),
    "<spot>": (
        r"(?:in|near|outside|close to|just outside|right outside|on the (?:north |south |east |west )?(?:coast|outskirts|edge|shore|island) of|on(?= an? (?:farm|island|houseboat|boat)))(?: (?:(?:a|the|an) )?(?:(?:small|little|tiny|big|lovely|quiet|nice|old|new|cosy|cozy|shared|city|southern|northern|"
        r"eastern|western) )*(?:town|village|city|suburbs?|flat|house|apartment|studio|centre|center|outskirts|north|south|east|west|old town|part|farm|island|"
        r"cottage|farm|heart|middle|dorm)"
        r"(?: (?:of|in|near|called|named|outside|just outside|close to|north of|south of))?)?"
    ),
    "<when>": rf"(?: (?:back |early |late |again |just |only )?(?P<when>{TIME_WORDS}))?",
    "<atime>": rf"(?<!\bevery\s)(?<!\beach\s)(?<!\bsince\s)(?<!\buntil\s)(?<!\btill\s)(?<!\bby\s)(?P<when>{TIME_WORDS})",
    "<since>": r"(?: (?:ever )?(?:since|for|from|until|till|between)(?: (?!(?:i|we|my|that|this|he|she|they|it|you|the same)\b)[\w'-]+){1,5}?(?=<end>))?",
    "<end>": rf"(?=\s*(?:$|[.,;:!?…()–—\0]|\s-|[^\w\s'’-]|\b(?:{_GOES_ON})\b))",
    "<stop>": r"(?=\s*(?:$|[.,;:!?…()–—\0]|\s-|[^\w\s'’&/%€$£+#-]|\b(?:and (?:i|we|my)|but|because|since i|so|although|though|btw|lol|haha)\b))",
    "<i>": r"(?:i|we)(?:'?ve| have)?",
    "<who>": (
        rf"(?P<who>i|we|(?:both )?(?:my|our) (?:(?:{_KIN_WORDS}) )*(?P<kin>{lists.RELATIVES}|parents|grandparents|in-laws|parents-in-law)\b(?:,? (?P<kinname>(?-i:{PROPER}(?: {PROPER})?))\b,?)?"
        rf"|(?P<someone>(?-i:{PROPER})))"
    ),
    "<mykin>": rf"(?:my|our) (?:(?:{_KIN_WORDS}) )*(?P<kin>{lists.RELATIVES})\b",
    "<is>": r"(?: am|'?m| are|'re| is|'s)",
    "<iam>": r"(?:i am|i'?m|we are|we're)",
    "<has>": r"(?: have| has|'?ve got| have got| has got|'s got| got)",
    "<adv>": r"(?: (?:really|just|also|still|now|currently|recently|finally|actually|absolutely|truly|simply|always|both|only|do|mostly|kind of|quite|"
             r"totally|already|genuinely|honestly|very much|so|even|these days|at the moment|presently|since|happily|officially|mainly))*",
    "<thing>": (
        r"(?P<value>(?![^.,;:!?]*\b(?:you|your|yours)\b)(?!(?:it|that|this|these|those|him|life|living|existing|the world|my body|her|them|he|she|they|his|their|how|when|what|where|who|why|whatever|the way|the fact|the idea|the thought|if|us|me|"
        rf"my (?:\w+ )?(?:{lists.RELATIVES})|"
        r"my (?:wife|husband|mum|mom|dad|kids|son|daughter|family|life|sister|brother|girlfriend|boyfriend|partner)|being|everything|anything|nothing|something|everyone|"
        r"nobody|myself|people|one|some|any|all|another|.{2,40} more than (?:people|humans|my|you|life)|to (?:know|see you|hear|say|think|believe|tell|talk|ask|imagine|be)|a lot|so much|more|most|not|myself|each|both|better|seeing you|talking|"
        r"hearing|chatting|my (?:new(?! job| house| flat| bike| car)|phone|hair|life|nose|outfit|bed)\b|the (?:weather|new|sound(?! of)|movie|film|book|song|episode|show|joke|story|part|day|party)|today|waking up to|getting|waiting|losing|having to|when|wasting|our (?:chats|talks|conversations))\b)"
        r"[^.,;:!?…\n\0()–—]{2,60}?)"
    ),
}  # fmt: skip


def wording(words: str) -> re.Pattern[str]:
    """One wording as a pattern; ``<parts>`` stand for those above."""
    words = re.sub(r"(?<=n)'(?=t\b)|(?<=\bi)'(?=ve\b)|'(?=ve\b)", "'?", words)  # often left out
    for _ in range(3):  # parts are made of parts
        words = re.sub(r"(?<!\?P)<[A-Za-z]\w*>", lambda mark: PARTS.get(mark[0], mark[0]), words)
    # Inside a set of characters a space is one.
    return re.compile(re.sub(r"(\[[^\]]*\])| ", lambda found: found[1] or r"\s+", words), re.IGNORECASE)


def wordings(*lines: str) -> tuple[re.Pattern[str], ...]:
    return tuple(wording(line) for line in lines)
