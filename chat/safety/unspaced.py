"""Words whose letters stand apart: "d i e", "d.i.e", "d😀i😀e"."""

import re
from functools import lru_cache

from chat.safety.unmasked import unmasked_word

# What normalise.py writes for pictures and other signs that are no punctuation.
PICTURE = "\x1f"
_SIGNS = rf" .,\-_*~/|+:;={PICTURE}"
# Each with the sign before it: where words are long, that is found much sooner than a letter that nothing stands before.
_SPACED = re.compile(rf"([^\w'])([a-z0-9](?:[{_SIGNS}]{{1,5}}[a-z0-9'])*(?:[{_SIGNS}]{{1,5}}[a-z0-9])(?!\w))")
_LETTER, _DIGIT = re.compile("[a-z]"), re.compile("[0-9]")
_SIGN = re.compile(rf"[{_SIGNS[1:]}]")
_BETWEEN = re.compile(rf"[{_SIGNS}]+")
_BROKEN = re.compile(rf"(?<![\w'])[a-z']+(?:(?:{PICTURE}|[.\-_*~/|])+[a-z']+)+(?!\w)")
# Looked for first: most texts have signs at the ends of words only.
_BROKEN_INSIDE = re.compile(rf"[{PICTURE}.\-_*~/|][a-z']")
_LETTERS_ALONE = re.compile(rf"(?<![a-z])[a-z](?:[{_SIGNS}]+[a-z'](?![a-z]))+")
_PIECES = re.compile(rf"(?:{PICTURE}|[.\-_*~/|])+")
_FEWEST, _LONGEST_BROKEN, _LONGEST_KNOWN = 3, 40, 16
_WORD, _UNKNOWN_LETTER = 400, 600


def unspaced(text: str, known: frozenset[str]) -> str:
    """The text with such letters joined; where nothing tells words apart, ``known`` ones do."""
    text = _mended_throughout(text, known)
    return _SPACED.sub(lambda run: run[1] + _joined_once(run[2], known), f" {text}")[1:]


def _mended_throughout(text: str, known: frozenset[str]) -> str:
    """Looked at is only what has such a sign between blanks: to try every word takes long."""
    if not _BROKEN_INSIDE.search(text):
        return text
    words = text.split(" ")
    mended = {
        word: _BROKEN.sub(lambda broken: _mended(broken[0], known), word)
        for word in set(words)
        if _BROKEN_INSIDE.search(word)
    }
    return " ".join([mended.get(word, word) for word in words])


def _joined_once(run: str, known: frozenset[str]) -> str:
    return _joined_word(run, known) if len(run) <= _LONGEST_BROKEN else _joined(run, known)


def _joined(run: str, known: frozenset[str]) -> str:
    gaps = set(_BETWEEN.findall(run))
    if len(run) < 2 * _FEWEST - 1 or not _LETTER.search(run):
        return run
    narrow = min(map(len, gaps))
    wide = {gap for gap in gaps if len(gap) > narrow}
    if not wide and _DIGIT.search(run):
        word = unmasked_word(_BETWEEN.sub("", run), "", known)
        return word if word in known else _LETTERS_ALONE.sub(lambda letters: _joined(letters[0], known), run)
    # Where blanks part the words, too, they are told apart; where only punctuation does, known words do it.
    are_told = any(not gap.strip() for gap in wide)
    words: list[str] = []
    for part in _split(run, narrow):
        for word in [_BETWEEN.sub("", part)] if are_told else _by_signs(part):
            is_one = are_told and len(word) <= _LONGEST_KNOWN and word[0] not in "ia"
            words += [word] if is_one else parted(word.replace("'", ""), known)
    return " ".join(words)


_joined_word = lru_cache(maxsize=2048)(_joined)


def _split(run: str, narrow: int) -> list[str]:
    """At every gap that is wider than others."""
    parts, done = [], 0
    for gap in _BETWEEN.finditer(run):
        if gap.end() - gap.start() > narrow:
            parts.append(run[done : gap.start()])
            done = gap.end()
    return [*parts, run[done:]]


def _by_signs(run: str) -> list[str]:
    """ "i g o h.o.m.e" is "igo" and "home": letters with signs between them are one word, those with blanks may be several."""
    if not _SIGN.search(run):
        return [run.replace(" ", "")]
    words: list[str] = []
    is_open = False
    for part in run.split(" "):
        word = _BETWEEN.sub("", part)
        if is_open and len(part) == 1:
            words[-1] += word
        else:
            words.append(word)
        is_open = len(part) == 1
    return words


@lru_cache(maxsize=2048)
def _mended(broken: str, known: frozenset[str]) -> str:
    """ "se.x" is "sex" and "fu😀n" is "fun"; "pen.is" stays two words, and so does "love😀you"."""
    pieces = _PIECES.split(broken)
    joined = "".join(pieces).replace("'", "")
    if len(broken) > _LONGEST_BROKEN or (len(pieces) >= _FEWEST and all(len(piece) == 1 for piece in pieces)):
        return broken
    are_words = all(_is_word(piece.replace("'", ""), known) for piece in pieces)
    if joined in known and (PICTURE in broken or not are_words):
        return joined
    if are_words or PICTURE not in broken:
        return broken
    words = parted(joined, known)
    return " ".join(words) if all(word in known for word in words) else broken


def _is_word(piece: str, known: frozenset[str]) -> bool:
    return piece in known if len(piece) > 1 else piece in "ia"


@lru_cache(maxsize=1024)
def parted(letters: str, known: frozenset[str]) -> tuple[str, ...]:
    """The words that the letters are made of: as few as can be, and as few letters as can be outside of any."""
    if letters in known or len(letters) <= 2 or not letters.isalpha():
        return (letters,)
    starts = _beginnings(known)
    # For each place: what it costs to get there, and where the word begins that ends there.
    best: list[tuple[int, int]] = [(0, 0), *[(1 << 30, 0)] * len(letters)]
    for start in range(len(letters)):
        cost = best[start][0]
        if cost + _UNKNOWN_LETTER < best[start + 1][0]:
            best[start + 1] = (cost + _UNKNOWN_LETTER, start)
        for end in range(start + 1, min(start + _LONGEST_KNOWN, len(letters)) + 1):
            word = letters[start:end]
            if word not in starts:
                break
            # Of equally many words rather a long one and a short one: "a man", not "am an".
            with_word = cost + _WORD - len(word) ** 2
            if with_word < best[end][0] and _is_word(word, known):
                best[end] = (with_word, start)
    return _words(letters, best, known)


def _words(letters: str, best: list[tuple[int, int]], known: frozenset[str]) -> tuple[str, ...]:
    words: list[str] = []
    end = len(letters)
    while end:
        start = best[end][1]
        word = letters[start:end]
        # Letters outside of any word stay together.
        if words and len(word) == 1 and word not in "ia" and words[-1] not in known:
            words[-1] = word + words[-1]
        else:
            words.append(word)
        end = start
    return tuple(reversed(words))


@lru_cache(maxsize=2)
def _beginnings(known: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:end] for word in known for end in range(1, len(word) + 1))
