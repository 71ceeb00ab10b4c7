"""A quick look whether a word with signs in it may be a known one at all."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

_HELD = re.compile(r"(.)\1+")


class Shapes:
    """What words are where signs and all that they stand for are the same, and a letter counts once however long it is held."""

    def __init__(self, meanings: Mapping[str, Sequence[str]], known: Iterable[str]) -> None:
        # These stand for several letters at once: of a word with one nothing is said.
        self._unclear = frozenset(sign for sign, letters in meanings.items() if any(len(one) > 1 for one in letters))
        self._same = _all_the_same([sign, *letters] for sign, letters in meanings.items() if sign not in self._unclear)
        self._known = frozenset(map(self._shape, known))

    def may_have(self, word: str) -> bool:
        return self._shape(word) in self._known or not self._unclear.isdisjoint(word)

    def _shape(self, word: str) -> str:
        return _HELD.sub(once, word.translate(self._same))


def once(held: re.Match[str]) -> str:
    """The letter that is held. A template for it would be filled in more slowly."""
    return held[1]


def _all_the_same(groups: Iterable[Sequence[str]]) -> dict[int, str]:
    """Of signs that are the same as others the one that stands for all of them."""
    first: dict[str, str] = {}
    for one, other in (pair for group in groups for pair in pairwise(group)):
        kept, gone = first.setdefault(one, one), first.setdefault(other, other)
        first = {sign: kept if its == gone else its for sign, its in first.items()}
    return {ord(sign): its for sign, its in first.items()}
