"""A quick look at the words of a reply: may any of them be what a reply must not be? The full judgement decides whether it is."""

import functools
import re
from collections import Counter
from operator import or_
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


@functools.cache
def _words(stand_ins: str) -> _Words:
    coded = {word for rule in codes.RULES for wording in lines(rule.wordings) for word in key_words(wording)}
    words = VOCABULARY | coded | set(_WORD.findall(PARTS["violence"])) | stand_in_words(stand_ins)
    beginnings = {word[:end] for word in words for end in range(1, len(word) + 1)}
    return _Words(frozenset(words), frozenset(beginnings) - _COMMON)


def hits(text: str) -> Counter[str]:
    """The words of a text that may be what a reply must not be, as it stands or with its disguises undone."""
    words = _words(settings.SAFETY_STAND_INS).all
    readings = {plain(text), normalise(text, words)}
    found = [list(filter(words.__contains__, _WORD.findall(one))) for one in readings]
    return functools.reduce(or_, map(Counter, filter(None, found)), Counter())


def unfinished(text: str) -> int:
    """How many characters at the end of a text may be the beginning of such a word, or are one that may go on."""
    rest, word = _last_word(text)
    return len(rest) if word in _words(settings.SAFETY_STAND_INS).beginnings else 0


def ends_in_a_hit(text: str) -> bool:
    return _last_word(text)[1] in _words(settings.SAFETY_STAND_INS).all


def _last_word(text: str) -> tuple[str, str]:
    """What stands behind the last blank, and the last word of that with disguises undone."""
    rest = _UNBROKEN.search(text[-_LONGEST:])
    return (rest[0], _undisguised(rest[0], settings.SAFETY_STAND_INS)) if rest else ("", "")


@functools.lru_cache(maxsize=4096)
def _undisguised(rest: str, stand_ins: str) -> str:
    """Few words make most of what is said."""
    word = _LAST_WORD.search(normalise(rest, _words(stand_ins).all))
    return word[0] if word else ""
