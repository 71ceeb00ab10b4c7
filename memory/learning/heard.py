"""Which parts of a message its author says of the real world: no questions, suppositions, quotations, stories or jokes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memory.learning.dates import TIME_WORDS
from memory.learning.lists import RELATIVES
from memory.learning.unmeant import DOUBTED, FOREIGN, NOT_MEANT, OWN_LABEL, SPOILS, SUPPOSED
from memory.learning.written import as_meant

_SENTENCE = re.compile(
    r"(?:[^.!?…\n;\0]|(?:(?<=\bSt)|(?<=\bDr)|(?<=\bMr)|(?<=\bMs)|(?<=\bMrs)|(?<=\bProf)|(?<=\be\.g)|(?<=\bi\.e)|(?<=[ap]\.m))\.|(?<=\d)\.(?=\d)"
    r"|(?<=\b[aipe])\.(?=[egm]\.))+[.!?…]*"
)
# "I told you that I live in Porto" is said by its author.
_I_SAID = re.compile(
    r"(?:(?:as|like|and|but|remember|yes|well|so),? )?(?:i|i've|i have|i've already|i already|did i|have i|i think i(?:'ve)?|i should|i must|i forgot to|i"
    r" wanted to|i need to|let me|i didn't|i haven't|i can)(?: \w+)?"
    r" (?:told|tell|tells|said|say|mentioned|mention|confess)(?: to)?(?: you)?(?: before| already| yet| once| that| it)*,? ",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?:i|i'm|i've|my|we|our|about|how|of|just|as|in|the other day)\b", re.IGNORECASE)
# "I Love Lucy"
_TITLE = re.compile(r"I,? [A-Z][a-z]")
_OTHERS = re.compile(
    r"(?:he|she|they|it|someone|somebody|everyone|people|(?:my|our|his|her) [\w' -]*|(?-i:[A-ZÀ-Þ][\w-]+) (?!and)\w+)",
    re.IGNORECASE,
)
_NEW_CLAUSE = (
    r"(?:i|i'm|i've|i'll|i'd|im|ive|we|we're|we've|we'll|my|our|he|he's|she|she's|it|it's|its|they|they're|his|her|their|you|"
    r"you're|your|the|this|that|there|there's|in|on|at|every|nobody|everyone|everybody|people|please call me|call me|please|today|yesterday|tomorrow|last|next|"
    r"(?-i:[A-ZÀ-ÞĀ-Ž][\w'-]+) (?:and (?:i|my|his|her|their)|is|was|has|lives|works|said|says|loves|likes|hates|thinks|told|died|got|moved))\b"
)
_SAME_AUTHOR = (
    r"(?:(?:also|now|just|recently|still|then|really|usually|often|always|currently|never) )?(?:am|have|live|lives|lived|moved|work|works|worked|study|studied|love|loves|"
    r"like|likes|hate|hates|enjoy|adore|prefer|dislike|don't|can't|speak|speaks|play|plays|grew|was|got|started|bought|adopted|graduated|"
    r"married|quit|finished|retired|went|go|run|swim|cook)\b"
)
_SUBJECT = re.compile(
    r"(?:i|we)\b|(?:my|our) (?:[\w-]+ )?[\w-]+(?: (?-i:[A-ZÀ-Þ][\w-]+))?(?= (?:is|was|works?|lives?|loves?|likes?|has|plays?|stud|speaks?)\b)",
    re.IGNORECASE,
)
_ONLY_SOMEBODY = re.compile(rf"(?:(?:my|our) )(?:[\w-]+ )?(?:{RELATIVES})(?:,? (?-i:[A-ZÀ-Þ][\w-]+),?)?", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-Þ][\w-]+")
_JOINT = re.compile(
    rf"\s*(?:[,:—–()]|\s-\s|\.\.+)\s*(?:(?:and|but|so|because|although|though|while|whereas|since|as|also|or|yet|then|plus) )?(?={_NEW_CLAUSE})"
    rf"|\s+(?:and|but|so|because|although|though|while|whereas|since|yet|plus|as|that)\s+(?:(?:then|now|also|that|yes|no) )?(?={_NEW_CLAUSE})"
    rf"|\s*,?\s+(?P<same>and|but)\s+(?={_SAME_AUTHOR})",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:(?:oh|ah|aw|ooh|wow|haha|lol|hmm+|um+|uh|well|so|yes|yeah|yep|yup|no|nope|nah|hi|hiya|hello|hey|heya|ok|okay|btw|by the way|honestly|"
    r"actually|also|and|but|or|because|anyway|anyways|fun fact|you know(?: what)?|look|listen|fyi|guess what|to be honest|tbh|sorry|good (?:morning|evening|"
    r"night|afternoon|news)|bad news|thanks|thank you|right|i mean|you see|for the record|just so you know|so you know|there|again|"
    r"the thing is|the truth is|truth is|funnily enough|sadly|unfortunately|luckily|fortunately|happily|finally|basically|incidentally|"
    r"of course|remember|as you know|please remember(?: that)?|don't forget(?: that)?|big news|update|news|"
    r"correction|ps|p\.s\.|since|although|though|while|oops|nice to meet you|not to brag|confession|let me introduce myself|now|then|"
    r"first of all|in fact|yay|hooray|alas|great news|that|in case you forgot|great|cool|thanks for asking|nothing much)"
    r"(?:\s*[,!:.…-]+\s*|\s+|$))+",
    re.IGNORECASE,
)
_CONFIDES = re.compile(
    r"(?:please )?(?:(?:don't|do not|never) tell (?:anyone|anybody|a soul|him|her|them|others)|between (?:you and me|us)|it's a secret|keep (?:it|this|that) (?:to yourself|"
    r"secret|between us)|nobody (?:else )?knows|in confidence|this is (?:a secret|confidential))",
    re.IGNORECASE,
)
_TIME_FIRST = re.compile(rf"(?P<time>{TIME_WORDS})\s*,?\s+(?=(?:i|we|my|our|he|she)\b)", re.IGNORECASE)
_ASKS = re.compile(
    r"(?:who|whose|what|which|when|where|why|how|do|does|did|is|are|am|was|were|can|could|will|would|should|have|has|shall|may|might|any|isn't|"
    r"aren't|don't you|doesn't|didn't|won't|ever)\b",
    re.IGNORECASE,
)
_TELLS_TO = re.compile(
    r"(?:please\s+)?(?:tell|remind|show|give|ask|explain|describe|say|repeat|guess)\b", re.IGNORECASE
)
# "Got a new job at Shell": who begins a message without a subject speaks of themselves.
_LEFT_OUT = (
    (
        "I",
        re.compile(
            r"(?:(?:just|finally|recently|only|already) )*(?:can'?t stand|got|adopted|moved|started|quit|bought|graduated|passed|broke|turned|joined|retired|took up|gave up|gave birth|became|"
            r"met|lost|finished|won|sold|went|flew|ran|stopped|grew up|used to)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "I've",
        re.compile(
            r"(?:just |recently |always |already |only )*been (?!there|a while|a day|ages|busy|thinking|wondering|trying|meaning|so\b|up\b)\w",
            re.IGNORECASE,
        ),
    ),
    (
        "I'm",
        re.compile(
            r"(?:not a (?:big |huge )?fan of )|(?:currently |now |just )*(?:living|based|working|studying|training|moving|flying|off to|expecting|allergic to|married to|engaged to|originally from|from) (?!here|there)"
            r"(?![^.!?]*\b(?:is|was|are|were|sucks?|has|makes?|feels?|can|isn'?t|wasn'?t|takes?|sounds?|means?|gets)\b|[^.!?]*:)",
            re.IGNORECASE,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Clause:
    """``words`` to read, with plain apostrophes and without what leads in (``lead``); ``start`` and ``end`` where they stand in the message.

    ``time`` is one that stood before the words ("Yesterday I ...").
    """

    words: str
    start: int
    end: int
    lead: str
    time: str = ""


def is_in_confidence(text: str) -> bool:
    """Whether its author asks for it to be kept from others."""
    return re.search(_CONFIDES.pattern, text.replace("’", "'"), re.IGNORECASE) is not None


def clauses(text: str) -> list[Clause]:
    """In the order in which they stand; none where the message as a whole isn't meant."""
    plain = OWN_LABEL.sub(lambda label: " " * len(label[0]), as_meant(text))
    if NOT_MEANT.search(plain):
        return []
    plain = FOREIGN.sub(lambda quoted: "\0" * len(quoted[0]), plain)
    found: list[Clause] = []
    greeting, is_begun = "", False
    for sentence in _SENTENCE.finditer(plain):
        found.extend(_clauses_of(plain, sentence.start(), sentence.end(), greeting, is_first=not is_begun))
        is_begun = is_begun or bool(_without_lead(sentence[0].strip(" .!?…\n"))[0])
        greeting = sentence[0] if not _without_lead(sentence[0].strip(" .!?…\n"))[0] else ""
    return found


def _clauses_of(plain: str, start: int, end: int, greeting: str, *, is_first: bool) -> Iterator[Clause]:
    sentence = plain[start:end]
    for first, last, carries in _parts_meant(sentence):
        words, cut = _without_lead(sentence[first:last])
        lead, greeting = greeting + sentence[first : first + cut], ""
        if not words.strip():
            greeting = lead
            continue
        words, cut = _without_i_said(words, cut)
        if _CONFIDES.match(words) or _ASKS.match(words) or SPOILS.search(words):
            continue
        if DOUBTED.search(words):
            return
        begin = start + first + cut
        end = begin + len(words.rstrip())
        who, is_first = carries or (_left_out(words) if is_first else ""), False
        if time := _TIME_FIRST.match(words):
            words = words[time.end() :]
        if not _TITLE.match(words):
            yield Clause(f"{who} {words}" if who else words, begin, end, lead, time["time"] if time else "")
        if _OTHERS.match(words) and sentence[last:].lstrip().startswith(":"):
            return  # "She introduced herself: I'm a nurse"


def _parts_meant(sentence: str) -> list[tuple[int, int, str]]:
    """All parts, or those before a question at the end; none of what is asked or supposed as a whole."""
    parts = list(_parts(sentence))
    if sentence.rstrip().endswith("?"):
        if not _ASKS.match(_without_lead(sentence[parts[-1][0] : parts[-1][1]])[0]):
            return []
        parts = parts[:-1]
    if SUPPOSED.search(sentence) or _TELLS_TO.match(_without_lead(sentence)[0]):
        return []
    return parts


def _without_i_said(words: str, cut: int) -> tuple[str, int]:
    """What is told to others ("I tell strangers that I'm a pilot") stays as it is, and is doubted."""
    said = _I_SAID.match(f"{words} ")
    if said is None:
        return words, cut
    told = words[said.end() :]
    return (words, cut) if told.strip() and not _TOLD.match(told) else (told, cut + said.end())


def _left_out(words: str) -> str:
    return next((who for who, wording in _LEFT_OUT if wording.match(words)), "")


def _parts(sentence: str) -> Iterator[tuple[int, int, str]]:
    """Start, end, and the subject of the clause before where the clause goes on with it."""
    begin, carries, subject = 0, "", ""
    for joint in _JOINT.finditer(sentence):
        before = _without_lead(sentence[begin : joint.start()])[0]
        if _ONLY_SOMEBODY.fullmatch(before) and joint[0].strip().lower() == "and":
            continue  # "My sister Ana and I"
        if (
            _NAME.fullmatch(before)
            and re.match(r"\s*,", joint[0])
            and sentence[joint.end() :].lower().startswith(("my ", "our "))
        ):
            continue  # "Oscar, my beagle, ..."
        yield begin, joint.start(), carries
        if not carries:
            found = _SUBJECT.match(before)
            subject = found[0] if found else "" if before else subject
        begin, carries = joint.end(), subject if joint["same"] else ""
    yield begin, len(sentence), carries


def _without_lead(words: str) -> tuple[str, int]:
    stripped = words.lstrip(" \t\0,-–—*•")
    cut = len(words) - len(stripped)
    if lead := _LEAD.match(stripped):
        return stripped[lead.end() :], cut + lead.end()
    return stripped, cut
