"""Words with letters that are held: "killll", "fuuunny", "diiie"."""

import re
from functools import lru_cache
from itertools import product
from string import ascii_lowercase

_RUN = re.compile(r"([a-z])\1\1+")
# No English word has these twice.
_ODD_PAIR = re.compile(r"([ahijkquvwxy])\1")
_HELD = re.compile(r"([a-z])\1\1|([ahijkquvwxy])\2")
# Looked for first: most texts have none of them, and a plain search is many times as fast.
_RUNS = tuple(letter * (2 if letter in "ahijkquvwxy" else 3) for letter in ascii_lowercase)
# Of two words that it may be this one is held more often.
_RATHER_TWICE = {"god": "good", "to": "too", "of": "off", "ben": "been"}
_LONGEST, _MOST_RUNS = 40, 4


def unstretched(text: str, known: frozenset[str]) -> str:
    """The text with each letter once or twice where it stood more often, as the ``known`` words have it."""
    if not any(map(text.__contains__, _RUNS)):
        return text
    parts, done = [], 0
    for held in _HELD.finditer(text):
        if held.start() < done:
            continue
        start, end = held.span()
        letter = text[start]
        while end < len(text) and text[end] == letter:
            end += 1
        last = end
        while start > done and held.start() - start < _LONGEST and "a" <= text[start - 1] <= "z":
            start -= 1
        while end < len(text) and end - last < _LONGEST and "a" <= text[end] <= "z":
            end += 1
        parts += [text[done:start], unstretched_word(text[start:end], known)]
        done = end
    return "".join([*parts, text[done:]]) if parts else text


@lru_cache(maxsize=4096)
def unstretched_word(word: str, known: frozenset[str]) -> str:
    if word in known or not _HELD.search(word):
        return word
    pieces = _RUN.split(word)
    # Every second piece is a letter that was held.
    held = pieces[1::2]
    for letters in product((1, 2), repeat=min(len(held), _MOST_RUNS)):
        times = [*letters, *[1] * (len(held) - len(letters))]
        short = "".join(
            piece + letter * count for piece, letter, count in zip(pieces[::2], [*held, ""], [*times, 0], strict=True)
        )
        if short in known:
            return _RATHER_TWICE.get(short, short)
        if (single := _ODD_PAIR.sub(r"\1", short)) in known:
            return single
    return _RUN.sub(r"\1", word) if held else word
