"""Whether a companion is young, beside what chat/safety reads: a description gives ages as nobody does of themselves."""

import re
from collections.abc import Iterable

from chat.safety.judge import known_words
from chat.safety.normalise import normalise, plain

_WORDS = "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen".split()
_AGE = rf"(?P<age>\d{{1,2}}|{'|'.join(_WORDS)})"
_ENDS = r"(?=\s*(?:[,.;:!?)\n]|$|(?:and|but|or|who|with|years?|yrs?)\b)|[- ]?(?:years?|yo)\b)"
_SOMEBODY = r"(?:girl|boy|lad|lass|maiden|princess|prince|student|human|elf|woman|man|she|he|they|i|you|it)"
_AGES = [
    re.compile(rf"\bage[ds]?\s*[:=]?\s*(?:of\s+)?{_AGE}\b(?!\s*(?:hundred|thousand|[-–]\s*\d))"),
    re.compile(rf"\b{_AGE}\s*[- ]?(?:years?[- ]old|y/?o\b|yrs?\b|year[- ]old)"),
    re.compile(rf"(?:\bis|\bam|'s|'m|\bturn(?:ed|s)?)\s+(?:only|just|barely|about|almost|nearly)?\s*{_AGE}\b{_ENDS}"),
    re.compile(rf"(?:^|[,(;\n])\s*{_AGE}\s*(?:[,.;)\n]|$)"),
    re.compile(
        rf"\b{_SOMEBODY}(?:'s|'m|'re|\s+(?:is|am|are|was|of|just|turned|looks?))?\s+"
        rf"(?:like\s+)?(?:only|just|barely|about|around|almost|nearly)?\s*{_AGE}\b{_ENDS}"
    ),
]
_YOUNG = re.compile(
    r"\b(?:under[- ]?age|preteens?|tweens?|teen(?:s|y|age|aged|ager|agers)?|lolis?|lolita|shotas?|jailbait|child[- ]?like|"
    r"(?:looks?|seems?|acts?|talks?) like an? (?:(?:little|young|small) )?(?:girl|boy|child|kid)|young[- ]looking|"
    r"(?:little|young|small) (?:girl|boy)s?|school ?(?:girl|boy)s?|(?:middle|high|primary|elementary|secondary) school)\b"
)
_YOUNG_WHERE_TENDER = re.compile(
    r"\b(?:girl|boy|girlish|boyish|child|children|kid|pupil|daughter|stepdaughter|son|stepson|niece|nephew|little one|pigtails|"
    r"puberty|petite|tiny)s?\b"
)


def is_young(texts: Iterable[str], *, is_tender: bool) -> bool:
    """``is_tender``: it is for romance or more, where a word that could be a child's is enough."""
    for text in texts:
        for read in {plain(text), normalise(text, known_words())}:
            if _YOUNG.search(read) or (is_tender and _YOUNG_WHERE_TENDER.search(read)):
                return True
            if any(2 < _number(found["age"]) < 18 for ages in _AGES for found in ages.finditer(read)):
                return True
    return False


def _number(said: str) -> int:
    return int(said) if said.isdecimal() else _WORDS.index(said) + 3
