"""The built-in embedder's vectors of texts, and logistic regressions over them: the other half of the model."""

from collections.abc import Sequence

import numpy as np
from django.conf import settings
from sklearn.linear_model import LogisticRegression

from chat.safety import Label
from chat.safety.heard import heard_as
from companion.llm.embeddings import embed_now
from training.fit import HEADS, Floats, folds, is_of
from training.rows import Row

# A vector's numbers are of another size than those of n-grams.
STRENGTH = 10.0


def vectors_of(rows: Sequence[Row]) -> Floats:
    """A row for each text: that of what is heard of it; numbers that are none where it is judged by its words alone."""
    if not settings.configured:
        settings.configure(EMBEDDINGS="builtin", SAFETY_STAND_INS="")
    nothing = [float("nan")] * len(embed_now("a") or [])
    return np.array([embed_now(heard) if (heard := heard_as(row.text)) else nothing for row in rows])


def has_vector(vectors: Floats) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    return ~np.isnan(vectors[:, 0])


def fit_vectors(vectors: Floats, labels: Sequence[Label]) -> tuple[Floats, Floats]:
    """Weights, a row for each head, and biases."""
    known = has_vector(vectors)
    weights, bias = [], []
    for head in HEADS:
        regression = LogisticRegression(C=STRENGTH, class_weight="balanced", solver="liblinear", random_state=0)
        regression.fit(vectors[known], is_of(head, labels)[known])
        weights.append(regression.coef_[0])
        bias.append(regression.intercept_[0])
    return np.array(weights), np.array(bias)


def vector_scores_of_others(rows: Sequence[Row], vectors: Floats) -> Floats:
    """Each vector scored by what was fitted without it and without the others of its group."""
    found = np.zeros((len(rows), len(HEADS)))
    for learn, judge in folds(rows):
        weights, bias = fit_vectors(vectors[learn], [rows[place].label for place in learn])
        found[judge] = vectors[judge] @ weights.T + bias
    return found
