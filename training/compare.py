"""Which head is better: n-grams, the vector of the built-in embedder, or both. Measured again with ``--compare-heads``."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import roc_auc_score

from chat.safety.learned import learned_from
from training.fit import HEADS, Floats, fit, folds, harmless_for, is_of, scores
from training.rows import Row
from training.vectors import fit_vectors, has_vector, vectors_of

# What share of the harmless texts may be taken for it where recall is read off.
WRONGLY = 0.01


@dataclass(frozen=True, slots=True)
class Head:
    """``judge``: scores of the second rows by what was learnt from the first; both as places in the list of all rows."""

    name: str
    judge: Callable[[list[int], list[int]], Floats]


def compare_heads(learn: Sequence[Row], kept: Sequence[Row]) -> None:
    """Print AUC and recall of the three heads, by cross-validation and on what is kept, and what a text costs.

    Texts that are judged by their words alone are left out.
    """
    vectors, vector_ms = _vectors([*learn, *kept])
    known = has_vector(vectors)
    learn, kept = (
        [row for row, is_known in zip(some, known[start : start + len(some)], strict=True) if is_known]
        for some, start in ((learn, 0), (kept, len(learn)))
    )
    rows, vectors = [*learn, *kept], vectors[known]
    ngram_ms = _ngram_ms(rows)
    ngrams: dict[tuple[int, ...], Floats] = {}

    def by_ngrams(first: list[int], second: list[int]) -> Floats:
        key = (len(first), first[0], second[0])
        if key not in ngrams:
            fitted = fit([rows[place] for place in first])
            ngrams[key] = scores(fitted, [rows[place].text for place in second])
        return ngrams[key]

    def by_vector(first: list[int], second: list[int]) -> Floats:
        weights, bias = fit_vectors(vectors[first], [rows[place].label for place in first])
        return vectors[second] @ weights.T + bias

    def by_both(first: list[int], second: list[int]) -> Floats:
        # The mean of the two log odds: neither is fitted on what the other has seen.
        return (by_ngrams(first, second) + by_vector(first, second)) / 2

    heads = (Head("n-grams", by_ngrams), Head("vector", by_vector), Head("both", by_both))
    learnt = list(range(len(learn)))
    held = list(range(len(learn), len(rows)))
    print(f"CPU a text: n-grams {ngram_ms:.2f} ms, vector {vector_ms:.1f} ms")
    for head in heads:
        _print(f"{head.name}, cross-validated", learn, _crosswise(head, learn))
        _print(f"{head.name}, kept", kept, head.judge(learnt, held))


def _crosswise(head: Head, rows: Sequence[Row]) -> Floats:
    found = np.zeros((len(rows), len(HEADS)))
    for first, second in folds(rows):
        found[second] = head.judge(first, second)
    return found


def _print(name: str, rows: Sequence[Row], scored: Floats) -> None:
    labels = [row.label for row in rows]
    for column, head in enumerate(HEADS):
        of_it, harmless = is_of(head, labels), harmless_for(head, labels)
        threshold = np.quantile(scored[harmless, column], 1 - WRONGLY)
        caught = int((scored[of_it, column] > threshold).sum())
        either = of_it | harmless
        auc = roc_auc_score(of_it[either], scored[either, column])
        print(
            f"{name}: {head} AUC {auc:.3f}, {caught} of {int(of_it.sum())} at {WRONGLY:.0%} of {int(harmless.sum())} harmless"
        )


def _vectors(rows: Sequence[Row]) -> tuple[Floats, float]:
    vectors_of(rows[:1])
    started = time.thread_time()
    vectors = vectors_of(rows)
    return vectors, (time.thread_time() - started) * 1000 / len(rows)


def _ngram_ms(rows: Sequence[Row]) -> float:
    learned_from("")
    started = time.thread_time()
    for row in rows:
        learned_from(row.text)
    return (time.thread_time() - started) * 1000 / len(rows)
