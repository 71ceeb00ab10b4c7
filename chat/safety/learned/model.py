"""The weights, read from one file of plain arrays, and what they make of a text. How they came about: ``training/``."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from chat.safety.learned.features import pieces_of, share, windows_of, words_of
from chat.safety.verdict import Label

PATH = Path(__file__).parent / "weights.npz"
# A new way to take a text apart means a new version, and new weights.
VERSION = 1


Weights = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Threshold:
    """``enough``: from here on the score decides alone; ``likely``: from here on it takes something beside it."""

    likely: float
    enough: float


@dataclass(frozen=True, slots=True)
class Word:
    """What a word weighs with its pieces, and what it weighs more before another one, or before the next but one."""

    text: str
    weights: Weights
    before: dict[str, Weights]
    before_next: dict[str, Weights]


class Model:
    def __init__(self, path: Path = PATH) -> None:
        with np.load(path, allow_pickle=False) as stored:
            self.about: dict[str, Any] = json.loads(stored["about"].tobytes())
            if self.about["version"] != VERSION:
                raise ValueError(f"{path.name} is of version {self.about['version']}, not {VERSION}: train it again.")
            self.labels = tuple(Label(label) for label in self.about["labels"])
            self.thresholds = {Label(label): Threshold(*pair) for label, pair in self.about["thresholds"].items()}
            self._bias: list[float] = stored["bias"].tolist()
            names = stored["names"].tobytes().decode().split("\n")
            weights = map(tuple, stored["weights"].astype(np.float64).tolist())
        self._pieces: dict[str, Weights] = {}
        self._before: dict[str, dict[str, Weights]] = {}
        self._before_next: dict[str, dict[str, Weights]] = {}
        for name, weight in zip(names, weights, strict=True):
            self._keep(name.split(), weight)
        self._nothing = (0.0,) * len(self.labels)
        self._word = lru_cache(maxsize=20_000)(self._word_made_ready)
        for piece in self._pieces:
            if piece[0] == "<" and piece[-1] == ">":
                self._word(piece[1:-1])  # words that are met with soon

    def _keep(self, name: list[str], weight: Weights) -> None:
        match name:
            case [piece]:
                self._pieces[piece] = weight
            case [first, second]:
                self._before.setdefault(first, {})[second] = weight
            case [first, _, third]:
                self._before_next.setdefault(first, {})[third] = weight

    def scores(self, *readings: str) -> dict[Label, float]:
        """By label how much speaks for it: log odds, 0 means even ones. Of a long text, and of different readings of it,
        the strongest part counts."""
        parts = dict.fromkeys(
            tuple(part) for reading in dict.fromkeys(readings) for part in windows_of(words_of(reading))
        )
        scores = zip(*(self._scores(part) for part in parts), strict=True)
        return dict(zip(self.labels, map(max, scores), strict=True))

    def _scores(self, words: Sequence[str]) -> Weights:
        different = dict.fromkeys(words)
        known = {word: self._word(word) for word in different}
        made_ready = [known[word] for word in words]
        parts = [word.weights for word in known.values()]
        parts += {
            (first.text, second): first.before[second]
            for first, second in zip(made_ready, words[1:], strict=False)
            if second in first.before
        }.values()
        parts += {
            (first.text, third): first.before_next[third]
            for first, third in zip(made_ready, words[2:], strict=False)
            if third in first.before_next
        }.values()
        total = share(len(different))
        sums = map(sum, zip(*parts, strict=True)) if parts else self._nothing
        return tuple(bias + one * total for bias, one in zip(self._bias, sums, strict=True))

    def _word_made_ready(self, word: str) -> Word:
        parts = [found for found in map(self._pieces.get, pieces_of(word)) if found]
        weights = tuple(map(sum, zip(*parts, strict=True))) if parts else self._nothing
        return Word(word, weights, self._before.get(word, {}), self._before_next.get(word, {}))


# Read at the first call: commands that judge nothing need none.
@cache
def loaded_model() -> Model:
    return Model()
