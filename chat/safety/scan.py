"""A quick look at the words of a reply: may any of them be what a reply must not be? The full judgement decides whether it is."""

import re
from functools import cache
from typing import NamedTuple

from django.conf import settings

from chat.safety.normalise import normalise, plain
from chat.safety.parts import PARTS, word_set
from chat.safety.rules import codes
from chat.safety.rules.heat import VOCABULARY
from chat.safety.stand_ins import stand_in_words
from chat.safety.wording import key_words, lines

_WORD = re.compile(r"[^\W_]+")
# "I'm" is one word: its last letter begins no other.
_LAST_WORD = re.compile(r"[^\W_]+(?:'[^\W_]*)*$")
_UNBROKEN = re.compile(r"\S+$")
_LONGEST = 40
# Whole words by themselves, though "a" begins "anal" and "to" begins "topless": a reply doesn't wait for what follows them.
_COMMON = word_set(
    "a an and as at be but by can do for from go had has have he her his i if in is it its me my no not of oh on one only "
    "or our out she so that the then they this three to too up us was we well were what when who why will with you your"
)


class _Words(NamedTuple):
    """``beginnings`` are the first letters of any of the words, and the words themselves."""

    all: frozenset[str]
    beginnings: frozenset[str]


@cache
def _words(stand_ins: str) -> _Words:
    coded = {word for rule in codes.RULES for wording in lines(rule.wordings) for word in key_words(wording)}
    words = VOCABULARY | coded | set(_WORD.findall(PARTS["violence"])) | stand_in_words(stand_ins)
    beginnings = {word[:end] for word in words for end in range(1, len(word) + 1)}
    return _Words(frozenset(words), frozenset(beginnings) - _COMMON)


def hits(text: str) -> int:
    """How many words of a text may be what a reply must not be, as it stands or with its disguises undone."""
    words = _words(settings.SAFETY_STAND_INS).all
    readings = {plain(text), normalise(text, words)}
    return max(sum(word in words for word in _WORD.findall(reading)) for reading in readings)


def unfinished(text: str) -> int:
    """How many characters at the end of a text may be the beginning of such a word, so that its rest has to be seen first."""
    rest = _UNBROKEN.search(text[-_LONGEST:])
    if rest is None:
        return 0
    words = _words(settings.SAFETY_STAND_INS)
    word = _LAST_WORD.search(normalise(rest[0], words.all))
    return len(rest[0]) if word and word[0] in words.beginnings else 0
