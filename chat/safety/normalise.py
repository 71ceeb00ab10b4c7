"""Text as it is meant: tricks that hide a word from a filter are undone. What people see is never changed by this."""

import re
import unicodedata
from collections.abc import Callable

from chat.safety.letters import LETTERS
from chat.safety.unmasked import latin, without_leet
from chat.safety.unspaced import PICTURE, unspaced
from chat.safety.unstretched import unstretched

_APOSTROPHES = "’‘ʼ´`′＇"
_QUOTES_AND_DASHES = "“”„«»–—"
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
# Two of these are a flag, and may be a word of two letters.
_FLAG = re.compile("[🇦-🇿]{2}(?<![🇦-🇿]..)(?![🇦-🇿])", re.DOTALL)

# To look for so few signs one by one is quicker than to look every letter up.
_FEW = 100


def plain(text: str) -> str:
    """The text as it stands, in small letters and with straight apostrophes."""
    text = text.lower()
    if not text.isascii():
        for sign in _APOSTROPHES:
            text = text.replace(sign, "'")
        for sign in _QUOTES_AND_DASHES:
            text = text.replace(sign, " ")
    return text


def normalise(text: str, known: frozenset[str] = frozenset()) -> str:
    """The text with disguises undone. ``known`` words decide what a sign stands for, how far stretched letters shrink and
    where joined ones part.

    Digits that stand alone stay digits: ages and prices are numbers.
    """
    text = plain(text)
    if not text.isascii():
        text = latin(_in_letters(text), known)
    return unstretched(unspaced(without_leet(text, known), known), known)


def _in_letters(text: str) -> str:
    """Letters in odd styles as plain ones, without marks and what cannot be seen; pictures as ``PICTURE``."""
    text = _read(_FLAG.sub(_apart, text), lambda sign: LETTERS.get(ord(sign), sign))
    text = _read(unicodedata.normalize("NFKD", text).lower(), _meaning)
    return unicodedata.normalize("NFKC", text.lower())


def _read(text: str, meaning: Callable[[str], str | None]) -> str:
    """The text with each sign as what it means. Every one is looked at once: a text has far fewer different ones than places."""
    meanings = {ord(sign): meant for sign in set(text) if not sign.isascii() and (meant := meaning(sign)) != sign}
    if len(meanings) > _FEW:
        return text.translate(meanings)
    for code, meant in meanings.items():  # in any order: what a sign means is ASCII, and so is looked for no more
        text = text.replace(chr(code), meant or "")
    return text


def _apart(flag: re.Match[str]) -> str:
    text, start, end = flag.string, *flag.span()
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return f"{' ' if before.isalpha() else ''}{flag[0]}{' ' if after.isalpha() else ''}"


def _meaning(sign: str) -> str | None:
    category = unicodedata.category(sign)
    if sign in _FILLERS or category in {"Mn", "Me", "Cf"}:
        return None
    if sign.isascii():
        return sign
    if letter := LETTERS.get(ord(sign)):
        return letter
    return PICTURE if category in {"So", "Sk", "Cn", "Co"} else sign
