"""Logistic regressions over the features of ``chat.safety.learned``, and their thresholds."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold

from chat.safety import Label
from chat.safety.learned.features import pairs_of, pieces_of, share, windows_of, words_of
from training.rows import Row, refuse_held_out

EVIDENCE = (Label.DISCLOSURE, Label.SELF_HARM, Label.NONCONSENSUAL, Label.EXPLICIT)
# What is nothing of the last one is no flirting either, whatever word stands in it.
HEADS = (*EVIDENCE, Label.SUGGESTIVE)
IN_AT_LEAST = 3
MOST_FEATURES = 24_000
STRENGTH = 10.0
FOLDS = 5
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Fitted:
    """``weights``: a row for each name, a column for each head; how rare a feature is, is multiplied in."""

    names: list[str]
    weights: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows of all texts, and which text each is of."""

    counts: list[Counter[str]]
    shares: list[float]
    of: NDArray[np.int64]


def all_windows(texts: Iterable[str]) -> Windows:
    counts, shares, of = [], [], []
    for place, text in enumerate(texts):
        for window in windows_of(words_of(text)):
            count: Counter[str] = Counter(dict.fromkeys(pairs_of(window), 1))
            different = dict.fromkeys(window)
            for word in different:
                count.update(pieces_of(word))
            counts.append(count)
            shares.append(share(len(different)))
            of.append(place)
    return Windows(counts, shares, np.array(of))


def matrix(windows: Windows, places: dict[str, int], rarity: Floats) -> csr_matrix:
    rows, columns, values = [], [], []
    for row, (count, share_of) in enumerate(zip(windows.counts, windows.shares, strict=True)):
        for name, times in count.items():
            if (column := places.get(name)) is not None:
                rows.append(row)
                columns.append(column)
                values.append(times * rarity[column] * share_of)
    return csr_matrix((values, (rows, columns)), shape=(len(windows.counts), len(places)))


def fit(rows: Sequence[Row]) -> Fitted:
    """Raises HeldOutError for rows that are kept for measuring."""
    refuse_held_out(rows)
    windows = all_windows(row.text for row in rows)
    seen_in = Counter(name for count in windows.counts for name in count)
    names = sorted(name for name, number in seen_in.items() if number >= IN_AT_LEAST)
    fitted = _fitted(rows, windows, names, seen_in)
    if len(names) > MOST_FEATURES:
        # The strongest are kept, and weighed anew without the others.
        strength = np.abs(fitted.weights).max(axis=1)
        kept = np.sort(np.argsort(-strength, kind="stable")[:MOST_FEATURES])
        fitted = _fitted(rows, windows, [names[place] for place in kept], seen_in)
    return fitted


def _fitted(rows: Sequence[Row], windows: Windows, names: list[str], seen_in: Counter[str]) -> Fitted:
    everything = len(windows.counts)
    rarity = np.array([math.log((1 + everything) / (1 + seen_in[name])) + 1 for name in names])
    found = matrix(windows, {name: place for place, name in enumerate(names)}, rarity)
    # A long text counts as much as a short one.
    per_text = 1 / np.bincount(windows.of)[windows.of]
    labels = [rows[place].label for place in windows.of]
    weights, bias = [], []
    for head in HEADS:
        regression = LogisticRegression(C=STRENGTH, class_weight="balanced", solver="liblinear", random_state=0)
        regression.fit(found, is_of(head, labels), sample_weight=per_text)
        weights.append(regression.coef_[0] * rarity)
        bias.append(regression.intercept_[0])
    return Fitted(names, np.array(weights).T, np.array(bias))


def is_of(head: Label, labels: Sequence[Label]) -> NDArray[np.bool_]:
    meant = {head, Label.EXPLICIT} if head is Label.SUGGESTIVE else {head}
    return np.array([label in meant for label in labels])


def harmless_for(head: Label, labels: Sequence[Label]) -> NDArray[np.bool_]:
    """Which texts a head is read off against: the safe ones, and for the graver heads those that flirt, too."""
    harmless = {Label.SAFE} if head is Label.SUGGESTIVE else {Label.SAFE, Label.SUGGESTIVE}
    return np.array([label in harmless for label in labels])


def joined(one: Fitted, other: Fitted, heads: Collection[Label]) -> Fitted:
    """``one`` for these heads, ``other`` for the rest."""
    names = sorted({*one.names, *other.names})
    places = {name: place for place, name in enumerate(names)}
    weights = np.zeros((len(names), len(HEADS)))
    bias = np.zeros(len(HEADS))
    for column, head in enumerate(HEADS):
        fitted = one if head in heads else other
        weights[[places[name] for name in fitted.names], column] = fitted.weights[:, column]
        bias[column] = fitted.bias[column]
    kept = np.flatnonzero(weights.any(axis=1))
    return Fitted([names[place] for place in kept], weights[kept], bias)


def scores(fitted: Fitted, texts: Iterable[str]) -> Floats:
    """A row for each text, a column for each head: of its strongest window."""
    windows = all_windows(texts)
    places = {name: place for place, name in enumerate(fitted.names)}
    found = matrix(windows, places, np.ones(len(places))) @ fitted.weights + fitted.bias
    best = np.full((windows.of[-1] + 1, len(HEADS)), -np.inf)
    np.maximum.at(best, windows.of, found)
    return best


def scores_of_others(rows: Sequence[Row]) -> Floats:
    """Each row scored by a model that was fitted without it and without the others of its group."""
    found = np.zeros((len(rows), len(HEADS)))
    for learn, judge in folds(rows):
        fitted = fit([rows[place] for place in learn])
        found[judge] = scores(fitted, [rows[place].text for place in judge])
    return found


def folds(rows: Sequence[Row]) -> Iterator[tuple[list[int], list[int]]]:
    """Places to learn from and to judge; a group is never in both."""
    labels, groups = [row.label for row in rows], [row.group for row in rows]
    for learn, judge in StratifiedGroupKFold(FOLDS, shuffle=True, random_state=1).split(labels, labels, groups):
        yield learn.tolist(), judge.tolist()
