"""Words with letters that are held: "killll", "fuuunny", "diiie"."""

import re
from functools import lru_cache
from itertools import product
from string import ascii_lowercase

from chat.safety.shapes import once

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
    runs = tuple(filter(text.__contains__, _RUNS))
    if not runs:
        return text
    parts, done = [], 0
    for held in _any_of(runs).finditer(text):
        start, end = held.span()
        if start < done:
            continue
        letter = text[start]
        while text[end : end + 1] == letter:
            end += 1
        before, after = text[max(start - _LONGEST, done) : start], text[end : end + _LONGEST]
        start -= len(before) - len(before.rstrip(ascii_lowercase))
        end += len(after) - len(after.lstrip(ascii_lowercase))
        parts += [text[done:start], unstretched_word(text[start:end], known)]
        done = end
    return "".join([*parts, text[done:]]) if parts else text


@lru_cache(maxsize=64)
def _any_of(runs: tuple[str, ...]) -> re.Pattern[str]:
    """The fewer there are, the quicker they are found."""
    return re.compile("|".join(f"{run[0]}{run[0]}{run[0]}{'?' if len(run) == 2 else ''}" for run in runs))


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
        if (single := _ODD_PAIR.sub(once, short)) in known:
            return single
    return _RUN.sub(once, word) if held else word
