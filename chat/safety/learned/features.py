"""What the learned model sees of a text: its words, pairs of them, and pieces of words. Training and judging share it.

A piece keeps the edge of its word: of "kill" these are "<ki", "kil", "ill", "ll>", "<kil", "kill", "ill>". What is found
counts once for each different word or pair, and the sum is shared out by how many different words there are.
"""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chat.safety.learned.classes import classed

SHORTEST, LONGEST = 3, 4
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|0")
_NUMBER = re.compile(r"\d+")
# None, not "": only so is the translation of ASCII a quick one.
_APART: dict[int, str | None] = {code: " " for code in range(128) if not chr(code).isalnum()}
_APART[ord("'")] = None
_LONGEST_WORD = 24
# So many words are judged together: in a long text a sign stands somewhere, and the rest must not drown it.
WINDOW, STEP = 120, 100
# Of a text that is longer the beginning and the end are looked at; the rules see the whole.
MOST_CHARS = 10_000


def words_of(text: str) -> list[str]:
    """The words of a text in order, in small letters and without apostrophes. That there is a number counts, not which."""
    if len(text) > MOST_CHARS:
        text = f"{text[: MOST_CHARS // 2]}\n{text[-MOST_CHARS // 2 :]}"
    text = text.lower().replace("’", "'")
    if _NUMBER.search(text):
        text = _NUMBER.sub(" 0 ", text)
    if text.isascii():  # the same as below, four times as fast
        return text.translate(_APART).split()
    return [word.replace("'", "") for word in _WORD.findall(text)]


def windows_of(words: list[str]) -> list[list[str]]:
    """The parts of a text that are judged each alone; they overlap."""
    return [words[start : start + WINDOW] for start in range(0, max(len(words) - WINDOW + STEP, 1), STEP)]


def pieces_of(word: str) -> list[str]:
    """The word itself, and its pieces."""
    edged = f"<{word[:_LONGEST_WORD]}>"
    pieces = [edged]
    for length in range(SHORTEST, min(LONGEST, len(edged) - 1) + 1):
        pieces += [edged[start : start + length] for start in range(len(edged) - length + 1)]
    return pieces


def pairs_of(words: Sequence[str]) -> Iterator[str]:
    """Neighbours, and those with one word between them; by their own names and by those of their classes."""
    for named in (words, classed(words)):
        for first, second in pairwise(named):
            yield f"{first} {second}"
        for first, third in zip(named, named[2:], strict=False):
            yield f"{first} _ {third}"


def share(different_words: int) -> float:
    """What a sum over so many different words is multiplied with."""
    return 1 / (6 * math.sqrt(different_words + 2))
