"""Words written with letters, digits or signs that only look like theirs."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice, product
from string import ascii_lowercase

from chat.safety.letters import CLOSE, FIRST, LEET, OPTIONS, OTHER_SCRIPTS
from chat.safety.shapes import Shapes
from chat.safety.unstretched import unstretched_word

_SIGNS = re.escape("".join(LEET))
_PARTS = "".join(LEET) + ascii_lowercase
_WITHOUT_LETTERS: dict[int, None] = dict.fromkeys(map(ord, ascii_lowercase))
# Beside a letter a word may be written with it.
_SIGN = re.compile(rf"[{_SIGNS}](?:(?=[a-z])|(?<=[a-z].))")
_OTHER_WORD = re.compile(rf"(?<![^\W\d_])(?=[^\W\d_]*[{OTHER_SCRIPTS}])[^\W\d_]+")
_OTHER_LETTER = re.compile(rf"[{OTHER_SCRIPTS}]")
_LATIN = re.compile("[a-z]")
# What may be a word with such signs in it, from the beginning or, where that is far, as far as is looked.
_MASKED = re.compile(rf"([a-z]{{0,30}}+[{_SIGNS}][a-z{_SIGNS}]*+)")
# These are letters inside a word, and a single one at its edge, whatever the word is; the others only where it then is known.
_SURE = {sign: LEET[sign][0] for sign in "0134578@$!"}
_INSIDE = re.compile(
    r"(?<=[a-z])[0134578@$!]+(?=[a-z])|(?<![a-z0-9])[0134578@$](?=[a-z]{2})|(?<=[a-z]{2})(?:[0134578]|\$\$)(?![a-z0-9])"
)
# After a number and its unit: "9th", "13yo", "5km" are no words in disguise.
_UNIT = re.compile(
    r"\d*(?:1st|2nd|3rd|\dth|\d(?:yo|yr|yrs|km|cm|mm|kg|mg|ml|am|pm|gb|mb|tb|kb|hr|hrs|min|mins|ish|years?|sec|ft|lb|lbs|oz|bn|usd|"
    r"eur|in|[bcfghklmsvwy]))|\dd|(?:240|360|480|720|1080|1440|2160)p"
)
# At the edge of a word these are mostly what they are anywhere.
_PUNCTUATION = "!<+¡"
_LONGEST, _MOST_TRIED, _MOST_SIGNS = 30, 32, 6


def latin(text: str, known: frozenset[str]) -> str:
    """The text with look-alike letters of other scripts read as Latin, where they are meant so."""
    if not _OTHER_LETTER.search(text):
        return text
    # Whoever writes another language uses letters that look like none of ours, too.
    is_disguise = set(_OTHER_LETTER.findall("".join(set(text)))) <= CLOSE

    @cache
    def meant_by(word: str) -> str:
        if len(word) <= _LONGEST and (meant := _first_known(word, OPTIONS, known)):
            return meant
        return word.translate(FIRST) if is_disguise or _LATIN.search(word) else word

    def read(found: re.Match[str]) -> str:
        word = found[0]
        if len(word) == 1 and (FIRST.get(ord(word), "") in "ai" or text[found.start() - 1 : found.start()] == "'"):
            return word.translate(FIRST)
        return meant_by(word)

    return _OTHER_WORD.sub(read, text)


def without_leet(text: str, known: frozenset[str]) -> str:
    """The text with digits and signs inside words read as the letters they stand for. Numbers stay what they are."""
    # A bracket that is never closed is none.
    edges = _PUNCTUATION + "(" if ")" in text else _PUNCTUATION
    if not _SIGN.search(text):
        return text
    pieces = _MASKED.split(text)
    # Every second piece has signs; the same are often there again.
    undone = {piece: _undone(piece, edges, known) for piece in set(pieces[1::2])}
    pieces[1::2] = map(undone.__getitem__, pieces[1::2])
    return "".join(pieces)


def _undone(piece: str, edges: str, known: frozenset[str]) -> str:
    """A piece without blanks, read part by part where it is a very long one."""
    if len(piece) <= _LONGEST:
        return unmasked_word(piece, edges, known) if _SIGN.search(piece) else piece
    parts, done = [], 0
    for found in _SIGN.finditer(piece):
        start, end = found.span()
        if start < done:
            continue
        before, after = piece[max(start - _LONGEST, done) : start], piece[end : end + _LONGEST]
        start -= len(before) - len(before.rstrip(_PARTS))
        end += len(after) - len(after.lstrip(_PARTS))
        parts += [piece[done:start], unmasked_word(piece[start:end], edges, known)]
        done = end
    return "".join([*parts, piece[done:]]) if parts else piece


@lru_cache(maxsize=4096)
def unmasked_word(word: str, edges: str, known: frozenset[str]) -> str:
    core = word.strip(edges)
    if _UNIT.fullmatch(core):
        return word
    for tried in dict.fromkeys((word, core)):
        if _may_be_a_word(tried, core) and (meant := _first_known(tried, LEET, known)):
            return word.replace(tried, meant)
    return _INSIDE.sub(lambda run: "".join(_SURE[sign] for sign in run[0]), word)


def _may_be_a_word(word: str, core: str) -> bool:
    """Not "(um" or "so!": a sign at the edge belongs to the word only where there is another within."""
    signs = len(word.translate(_WITHOUT_LETTERS))
    letters = len(word) - signs
    if not letters or not signs or signs > _MOST_SIGNS + letters:
        return False
    return word == core or not core.isalpha()


def _first_known(word: str, meanings: Mapping[str, Sequence[str]], known: frozenset[str]) -> str | None:
    # A quick look first: most words are like none that is known, whatever their signs stand for.
    if not _shapes_of(meanings is LEET, known).may_have(word):
        return None
    options = (meanings.get(sign, sign) for sign in word)
    words = ["".join(letters) for letters in islice(product(*options), _MOST_TRIED)]
    for meant in words:
        if meant in known:
            return meant
    return next((short for meant in words if (short := unstretched_word(meant, known)) in known), None)


@lru_cache(maxsize=8)
def _shapes_of(leet: bool, known: frozenset[str]) -> Shapes:
    return Shapes(LEET if leet else OPTIONS, known)
