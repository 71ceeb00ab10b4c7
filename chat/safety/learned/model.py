"""The weights, read from one file of plain arrays, and what they make of a text. How they came about: ``training/``."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, repeat
from pathlib import Path
from typing import Any

import numpy as np

from chat.safety.learned.classes import classed
from chat.safety.learned.features import pieces_of, share, windows_of, words_of
from chat.safety.verdict import Label

PATH = Path(__file__).parent / "weights.npz"
# A new way to take a text apart means a new version, and new weights.
VERSION = 3
# So many different words are remembered.
MOST_WORDS = 25_000
_UNIT, _BITS = 2**20, 40
_HALF = 1 << (_BITS - 1)
Weights = Sequence[float]
_PARTS = ("weights", "bias")


@dataclass(frozen=True, slots=True)
class Threshold:
    """``enough``: from here on the score decides alone; ``likely``: from here on it takes something beside it; ``hardly``: below
    it there is almost nothing that is of the label."""

    hardly: float
    likely: float
    enough: float


class Words(dict[str, int]):
    """What words weigh with their pieces; of new ones it is found out when they are met with."""

    def __init__(self, pieces: dict[str, int]) -> None:
        self._pieces = pieces
        for piece in pieces:
            if piece[0] == "<" and piece[-1] == ">":
                self[piece[1:-1]]  # words that are met with soon

    def __missing__(self, word: str) -> int:
        weight = sum(map(self._pieces.get, pieces_of(word), repeat(0)))
        if len(self) < MOST_WORDS:
            self[word] = weight
        return weight


class Model:
    def __init__(self, path: Path = PATH) -> None:
        with np.load(path, allow_pickle=False) as stored:
            self.about: dict[str, Any] = json.loads(stored["about"].tobytes())
            if self.about["version"] != VERSION:
                raise ValueError(f"{path.name} is of version {self.about['version']}, not {VERSION}: train it again.")
            self.labels = tuple(Label(label) for label in self.about["labels"])
            self.thresholds = _thresholds(self.about["thresholds"])
            self.thresholds_heard = _thresholds(self.about["thresholds_heard"])
            self._vector_weights, self._vector_bias = (stored[f"vector_{one}"].astype(np.float64) for one in _PARTS)
            self._bias: list[float] = stored["bias"].tolist()
            names = stored["names"].tobytes().decode().split("\n")
            weights = map(packed, stored["weights"].astype(np.float64).tolist())
        pieces: dict[str, int] = {}
        self._pairs: dict[tuple[str, str], int] = {}
        self._pairs_apart: dict[tuple[str, str], int] = {}
        for name, weight in zip(names, weights, strict=True):
            match name.split():
                case [piece]:
                    pieces[piece] = weight
                case [first, second]:
                    self._pairs[first, second] = weight
                case [first, _, third]:
                    self._pairs_apart[first, third] = weight
        self._words = Words(pieces)
        self._known_pairs, self._known_pairs_apart = frozenset(self._pairs), frozenset(self._pairs_apart)

    def scores(self, *readings: str) -> dict[Label, float]:
        """By label how much speaks for it: log odds, 0 means even ones. Of a long text, and of different readings of it,
        the strongest part counts."""
        parts = dict.fromkeys(
            tuple(part) for reading in dict.fromkeys(readings) for part in windows_of(words_of(reading))
        )
        scores = zip(*(self._scores(part) for part in parts), strict=True)
        return dict(zip(self.labels, map(max, scores), strict=True))

    def scores_heard(self, by_words: dict[Label, float], vector: Sequence[float]) -> dict[Label, float]:
        """Those of a text's words and of its vector together: the mean of the two log odds, which were fitted apart."""
        by_vector = (self._vector_weights @ np.asarray(vector) + self._vector_bias).tolist()
        return {label: (by_words[label] + one) / 2 for label, one in zip(self.labels, by_vector, strict=True)}

    def _scores(self, words: Sequence[str]) -> Weights:
        different = set(words)
        found = sum(map(self._words.__getitem__, different))
        by_class = classed(words)
        pairs = {*pairwise(words), *pairwise(by_class)}
        apart = {*zip(words, words[2:], strict=False), *zip(by_class, by_class[2:], strict=False)}
        # Most pairs are in neither: to find those that are is quicker than to look up each.
        found += sum(map(self._pairs.__getitem__, pairs & self._known_pairs))
        found += sum(map(self._pairs_apart.__getitem__, apart & self._known_pairs_apart))
        total = share(len(different))
        return tuple(
            bias + one * total for bias, one in zip(self._bias, unpacked(found, len(self.labels)), strict=True)
        )


def _thresholds(told: dict[str, Any]) -> dict[Label, Threshold]:
    return {Label(label): Threshold(*three) for label, three in told.items()}


def packed(weights: Weights) -> int:
    """Weights of all labels in one number: so they are added up at once, which takes half the time."""
    return sum(round(weight * _UNIT) << place * _BITS for place, weight in enumerate(weights))


def unpacked(total: int, count: int) -> Iterator[float]:
    for _ in range(count):
        first = (total + _HALF) % (2 * _HALF) - _HALF
        yield first / _UNIT
        total = (total - first) >> _BITS


# Read at the first call: commands that judge nothing need none.
@cache
def loaded_model() -> Model:
    return Model()
