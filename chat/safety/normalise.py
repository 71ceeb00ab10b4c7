"""Text as it is meant: tricks that hide a word from a filter are undone. What people see is never changed by this."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ´`′＇"), "'")
# Letters of other scripts that look like a Latin one. They are read as Latin only in a word that has Latin letters, too.
_LOOK_ALIKES = str.maketrans(
    "авекмнорстухіѕјԁԛԝһӏоеіαβεικνορτυχηωγабьпг",
    "abekmhopctyxisjdqwhloeiabeiknoptuxnwyabbnr",
)
_MIXED = re.compile(r"[^\W\d_]*(?:[a-z][\u0370-\u052f]|[\u0370-\u052f][a-z])[^\W\d_]*")
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})
# Signs count only between letters: "k!ll" is a word, "hi!" and "$a" are not. So do two digits and more.
_LEET_INSIDE = re.compile(r"(?<=[a-z])[0134578@$!]+(?=[a-z])")
# One digit at the edge of a word: "5uicide". Not "9th", "13yo", "5km": those are numbers with a unit.
_LEET_BEFORE = re.compile(r"(?<![\w@$])[013457@$](?!(?:st|nd|rd|th|yo|yr|yrs|km|cm|mm|kg|mg|ml|am|pm|gb|mb|hr|min|ish)\b)(?=[a-z]{2})")
_LEET_AFTER = re.compile(r"(?<=[a-z]{2})[013457](?!\w)")
_SPACED = re.compile(r"(?<![\w'])[a-z](?:[ .\-_*]{1,2}[a-z]){2,}(?![\w'])")
_STRETCHED = re.compile(r"[a-z]*([a-z])\1\1[a-z]*")
_RUN = re.compile(r"([a-z])\1\1+")
_LONGEST_SPACED = 60


def plain(text: str) -> str:
    """The text as it stands, in small letters and with straight apostrophes."""
    return text.lower() if text.isascii() else text.lower().translate(_APOSTROPHES)


def normalise(text: str, known: frozenset[str] = frozenset()) -> str:
    """The text with disguises undone. ``known`` words decide how far stretched letters shrink and where joined ones part.

    Digits that stand alone stay digits: ages and prices are numbers.
    """
    if not text.isascii():
        text = _without_marks(text)
    text = text.lower()
    if not text.isascii():
        text = _MIXED.sub(lambda word: word[0].translate(_LOOK_ALIKES), text.translate(_APOSTROPHES))
    text = _LEET_INSIDE.sub(lambda digits: digits[0].translate(_LEET), text)
    text = _LEET_BEFORE.sub(lambda digit: digit[0].translate(_LEET), text)
    text = _LEET_AFTER.sub(lambda digit: digit[0].translate(_LEET), text)
    text = _SPACED.sub(lambda run: _joined(run[0], known), text)
    return _STRETCHED.sub(lambda word: _shrunk(word[0], known), text)


def _without_marks(text: str) -> str:
    text = unicodedata.normalize("NFKD", text)
    # Every character once: a text has far fewer different ones than places.
    text = text.translate({ord(sign): None if _is_invisible(sign) else sign for sign in set(text)})
    return unicodedata.normalize("NFKC", text)


def _is_invisible(sign: str) -> bool:
    return sign in _FILLERS or unicodedata.category(sign) in {"Mn", "Me", "Cf"}


def _shrunk(word: str, known: frozenset[str]) -> str:
    """"killll" is "kill", "dieee" is "die"; of two known readings the longer."""
    twice, once = _RUN.sub(r"\1\1", word), _RUN.sub(r"\1", word)
    return twice if twice in known and once not in known else once


def _joined(run: str, known: frozenset[str]) -> str:
    """"k i l l" is "kill"; two blanks part words, and where there are none, known words do."""
    words = [re.sub(r"[ .\-_*]", "", word) for word in re.split(r"[ .\-_*]{2}", run)]
    return " ".join(" ".join(_parted(word, known) or (word,)) for word in words)


@lru_cache(maxsize=256)
def _parted(letters: str, known: frozenset[str]) -> tuple[str, ...]:
    """The fewest known words that the letters are made of; nothing where there are none."""
    if letters in known or len(letters) > _LONGEST_SPACED:
        return (letters,)
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(letters) + 1):
        found = None
        for start in range(max(0, end - 14), end):
            before, word = best[start], letters[start:end]
            is_word = word in known if len(word) > 1 else word in {"i", "a"}
            if before is not None and is_word and (found is None or len(before) + 1 < len(found)):
                found = (*before, word)
        best.append(found)
    return best[-1] or ()
