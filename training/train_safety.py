"""Train the learned model of ``chat/safety`` and write its file of plain arrays. See ``chat/safety/learned/MODEL_CARD.md``.

    python -m training.train_safety CORPUS.jsonl [--out FILE] [--compare-heads]

Run from the repository's folder, with ``pip install --group train`` (pip 25.1 or newer) beside the usual packages. The same
rows give the same file.
"""

import argparse
import io
import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import sklearn

from chat.safety import Label
from chat.safety.learned.model import PATH, VERSION
from companion.llm.embeddings import builtin
from training.compare import compare_heads
from training.fit import HEADS, Fitted, Floats, fit, harmless_for, is_of, joined, scores_of_others
from training.rows import TOLD, Row, all_rows, digest, digest_of_lines, split
from training.vectors import fit_vectors, has_vector, vector_scores_of_others, vectors_of

# By head: hardly below, likely from, enough from.
Thresholds = dict[Label, tuple[float, float, float]]
# Which heads learn from the rows about telling.
TOLD_HEADS = (Label.DISCLOSURE,)
# How many of the harmless texts may pass a threshold, each scored by a model that doesn't know it. Most of these are
# look-alikes, written to be mistaken: of everyday messages it is far fewer.
LIKELY_WRONGLY = {
    Label.DISCLOSURE: 0.0135,
    Label.SELF_HARM: 0.008,
    Label.NONCONSENSUAL: 0.006,
    # Beside a tender word this makes a text explicit.
    Label.EXPLICIT: 0.006,
    Label.SUGGESTIVE: 0.006,
}
ENOUGH_WRONGLY = {
    Label.DISCLOSURE: 0.007,
    Label.SELF_HARM: 0.004,
    Label.NONCONSENSUAL: 0.0015,
    Label.EXPLICIT: 0.0025,
    Label.SUGGESTIVE: 0.0025,
}
# Where the vector is judged, too, so many times as many may pass: with both far fewer everyday messages do, and here a miss
# costs more than help that nobody needed.
MORE_HEARD = {Label.DISCLOSURE: 2.0, Label.SELF_HARM: 2.0}
# How many texts of a label score lower than what is hardly of it: there a rule's word alone isn't taken.
HARDLY = {
    Label.DISCLOSURE: 0.08,
    Label.SELF_HARM: 0.004,
    Label.NONCONSENSUAL: 0.004,
    Label.EXPLICIT: 0.01,
    Label.SUGGESTIVE: 0.04,
}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", type=Path, metavar="CORPUS.jsonl")
    parser.add_argument("--out", type=Path, default=PATH)
    parser.add_argument(
        "--compare-heads", action="store_true", help="only print how n-grams and the embedder's vector do"
    )
    options = parser.parse_args(arguments)
    learn, kept = split(all_rows(options.corpora))
    if options.compare_heads:
        compare_heads(learn, kept)
        return
    vectors = vectors_of(learn)
    is_other = np.array([row.source != TOLD for row in learn])
    everything = learnt_from(learn, vectors)
    others = learnt_from([row for row in learn if row.source != TOLD], vectors[is_other])
    learnt = both(everything, others, TOLD_HEADS)
    options.out.write_bytes(packed(learnt, about(learn, learnt)))
    print(
        f"{options.out.name}: {options.out.stat().st_size:,} bytes, from {len(learn)} texts; {len(kept)} kept for measuring"
    )
    for name, thresholds in (("by words", learnt.thresholds), ("heard", learnt.thresholds_heard)):
        for label, (hardly, likely, enough) in thresholds.items():
            print(f"{name}, {label}: hardly below {hardly:.2f}, likely from {likely:.2f}, enough from {enough:.2f}")


@dataclass(frozen=True, slots=True)
class Learnt:
    """``fitted``: by words; ``vector_weights``, a row for each head, and ``vector_bias``: by vectors; ``thresholds_heard``: where
    both are known of a text."""

    fitted: Fitted
    vector_weights: Floats
    vector_bias: Floats
    thresholds: Thresholds
    thresholds_heard: Thresholds


def learnt_from(rows: Sequence[Row], vectors: Floats) -> Learnt:
    by_words, by_vector = scores_of_others(rows), vector_scores_of_others(rows, vectors)
    known = has_vector(vectors)
    heard = [row for row, is_known in zip(rows, known, strict=True) if is_known]
    weights, bias = fit_vectors(vectors, [row.label for row in rows])
    return Learnt(
        fitted=fit(rows),
        vector_weights=weights,
        vector_bias=bias,
        thresholds=thresholds_of(rows, by_words),
        thresholds_heard=thresholds_of(heard, ((by_words + by_vector) / 2)[known], MORE_HEARD),
    )


def both(one: Learnt, other: Learnt, heads: Collection[Label]) -> Learnt:
    """``one`` for these heads, ``other`` for the rest."""
    is_one = np.array([head in heads for head in HEADS])
    return Learnt(
        fitted=joined(one.fitted, other.fitted, heads),
        vector_weights=np.where(is_one[:, None], one.vector_weights, other.vector_weights),
        vector_bias=np.where(is_one, one.vector_bias, other.vector_bias),
        thresholds={head: (one if head in heads else other).thresholds[head] for head in HEADS},
        thresholds_heard={head: (one if head in heads else other).thresholds_heard[head] for head in HEADS},
    )


def thresholds_of(
    rows: Sequence[Row], scored: Floats, more: Mapping[Label, float] = MappingProxyType({})
) -> Thresholds:
    """For each head the scores below which a text is hardly of it, and from which on it is likely and surely.

    ``more``: so many times as many of the harmless may pass.
    """
    labels = [row.label for row in rows]
    thresholds = {}
    for column, head in enumerate(HEADS):
        harmless = scored[harmless_for(head, labels), column]
        thresholds[head] = (
            _score(scored[is_of(head, labels), column], HARDLY[head]),
            _score(harmless, 1 - LIKELY_WRONGLY[head] * more.get(head, 1.0)),
            _score(harmless, 1 - ENOUGH_WRONGLY[head] * more.get(head, 1.0)),
        )
    return thresholds


def _score(scored: Floats, share: float) -> float:
    return round(float(np.quantile(scored, share)), 2)


def about(rows: Sequence[Row], learnt: Learnt) -> dict[str, Any]:
    """What the file says of itself: how it was made, and from what."""
    return {
        "version": VERSION,
        "labels": HEADS,
        "embedder": builtin.NAME,
        "thresholds": learnt.thresholds,
        "thresholds_heard": learnt.thresholds_heard,
        "learnt_from": dict(sorted(Counter(f"{row.source}: {row.label}" for row in rows).items())),
        "rows_sha256": digest(rows),
        "lines_sha256": digest_of_lines(),
        "scikit_learn": sklearn.__version__,
    }


def packed(learnt: Learnt, about_it: dict[str, Any]) -> bytes:
    """The file: names, weights, bias, and what it says of itself, without pickles and without a date."""
    file = io.BytesIO()
    np.savez(
        file,
        about=np.frombuffer(json.dumps(about_it).encode(), np.uint8),
        names=np.frombuffer("\n".join(learnt.fitted.names).encode(), np.uint8),
        weights=learnt.fitted.weights.astype(np.float16),
        bias=learnt.fitted.bias.astype(np.float32),
        vector_weights=learnt.vector_weights.astype(np.float16),
        vector_bias=learnt.vector_bias.astype(np.float32),
    )
    return file.getvalue()


if __name__ == "__main__":
    main()
