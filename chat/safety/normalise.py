"""Text as it is meant: tricks that hide a word from a filter are undone. What people see is never changed by this."""

import re
import unicodedata
from functools import lru_cache
from string import ascii_lowercase

_APOSTROPHES = "’‘ʼ´`′＇"
_QUOTES_AND_DASHES = "“”„«»–—"
_OTHER_SCRIPT = re.compile("[\u0370-\u052f]")
# Letters of other scripts that look like a Latin one. They are read as Latin only in a word that has Latin letters, too.
_LOOK_ALIKES = str.maketrans(
    "авекмнорстухіѕјԁԛԝһӏоеіαβεικνορτυχηωγабьпг",
    "abekmhopctyxisjdqwhloeiabeiknoptuxnwyabbnr",
)
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_LETTERS = re.compile(r"[a-z]")
_WORD = re.compile(r"[^\W\d_]+")
_LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})
_LEET_RUN = re.compile(r"[0134578@$!]+")
# After a number and its unit: "9th", "13yo", "5km" are no words in disguise.
_UNIT = re.compile(r"(?:st|nd|rd|th|yo|yr|yrs|km|cm|mm|kg|mg|ml|am|pm|gb|mb|hr|min|ish|years?)\b|[a-z]\b")
_SPACED = re.compile(r"[^\w'][a-z](?:[ .\-_*]{1,2}[a-z]){2,}(?![\w'])")
_RUN = re.compile(r"([a-z])\1\1+")
_LONGEST_WORD, _LONGEST_SPACED = 30, 60


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
    """The text with disguises undone. ``known`` words decide how far stretched letters shrink and where joined ones part.

    Digits that stand alone stay digits: ages and prices are numbers.
    """
    text = plain(text if text.isascii() else _without_marks(plain(text)))
    if _OTHER_SCRIPT.search(text):
        text = _WORD.sub(lambda word: _latin(word[0]), text)
    text = _LEET_RUN.sub(_letters_for, text)
    text = _SPACED.sub(lambda run: run[0][0] + _joined(run[0][1:], known), f"\n{text}")[1:]
    is_stretched = any(letter * 3 in text for letter in ascii_lowercase)
    return _unstretched(text, known) if is_stretched else text


def _without_marks(text: str) -> str:
    text = unicodedata.normalize("NFKD", text)
    # Every character once: a text has far fewer different ones than places.
    signs = set(text)
    if any(map(_is_invisible, signs)):
        text = text.translate({ord(sign): None if _is_invisible(sign) else sign for sign in signs})
    return unicodedata.normalize("NFKC", text)


def _is_invisible(sign: str) -> bool:
    return sign in _FILLERS or unicodedata.category(sign) in {"Mn", "Me", "Cf"}


def _latin(word: str) -> str:
    return word.translate(_LOOK_ALIKES) if _LETTERS.search(word) else word


def _letters_for(run: re.Match[str]) -> str:
    """Digits and signs inside a word, or a single one at its edge ("5uicide"), as the letters they stand for."""
    text, start, end = run.string, run.start(), run.end()
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    is_inside = _is_letters(before[-1:]) and _is_letters(after[:1])
    is_first = (
        end - start == 1 and run[0] != "!" and not before[-1:].isalnum() and len(after) == 2 and _is_letters(after)
    )
    is_at_end = _is_letters(before[-1:]) and not after[:1].isalnum()
    is_last = is_at_end and (
        run[0] == "$$" or (end - start == 1 and run[0].isdigit() and len(before) == 2 and _is_letters(before))
    )
    if is_inside or is_last or (is_first and not _UNIT.match(text, end)):
        return run[0].translate(_LEET)
    return run[0]


def _is_letters(part: str) -> bool:
    return part.isascii() and part.isalpha()


def _unstretched(text: str, known: frozenset[str]) -> str:
    parts, done = [], 0
    for run in _RUN.finditer(text):
        if run.start() < done:
            continue
        start, end = run.span()
        while start > done and _is_letters(text[start - 1]) and run.start() - start < _LONGEST_WORD:
            start -= 1
        while end < len(text) and _is_letters(text[end]) and end - run.end() < _LONGEST_WORD:
            end += 1
        parts += [text[done:start], _shrunk(text[start:end], known)]
        done = end
    return "".join([*parts, text[done:]])


@lru_cache(maxsize=1024)
def _shrunk(word: str, known: frozenset[str]) -> str:
    """ "killll" is "kill", "dieee" is "die": twice the letter where only that is a known word."""
    twice, once = _RUN.sub(r"\1\1", word), _RUN.sub(r"\1", word)
    return twice if twice in known and once not in known else once


def _joined(run: str, known: frozenset[str]) -> str:
    """ "k i l l" is "kill"; two blanks part words, and where there are none, known words do."""
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
