"""Train the learned model of ``chat/safety`` and write its file of plain arrays. See ``chat/safety/learned/MODEL_CARD.md``.

    python -m training.train_safety CORPUS.jsonl [--out FILE] [--compare-heads]

Run from the repository's folder, with ``pip install --group train`` beside the usual packages. The same rows give the same file.
"""

import argparse
import io
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import sklearn

from chat.safety import Label
from chat.safety.learned.model import PATH, VERSION
from training.compare import compare_heads
from training.fit import HEADS, Fitted, Floats, fit, harmless_for, is_of, joined, scores_of_others
from training.rows import TOLD, Row, all_rows, digest, digest_of_lines, split

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
    others = [row for row in learn if row.source != TOLD]
    fitted = joined(fit(learn), fit(others), TOLD_HEADS)
    thresholds = thresholds_of(others, scores_of_others(others))
    told = thresholds_of(learn, scores_of_others(learn))
    thresholds |= {head: told[head] for head in TOLD_HEADS}
    options.out.write_bytes(packed(fitted, about(learn, thresholds)))
    print(
        f"{options.out.name}: {options.out.stat().st_size:,} bytes, from {len(learn)} texts; {len(kept)} kept for measuring"
    )
    for label, (hardly, likely, enough) in thresholds.items():
        print(f"{label}: hardly below {hardly:.2f}, likely from {likely:.2f}, enough from {enough:.2f}")


def thresholds_of(rows: Sequence[Row], scored: Floats) -> dict[Label, tuple[float, float, float]]:
    """For each head the scores below which a text is hardly of it, and from which on it is likely and surely."""
    labels = [row.label for row in rows]
    thresholds = {}
    for column, head in enumerate(HEADS):
        harmless = scored[harmless_for(head, labels), column]
        thresholds[head] = (
            _score(scored[is_of(head, labels), column], HARDLY[head]),
            _score(harmless, 1 - LIKELY_WRONGLY[head]),
            _score(harmless, 1 - ENOUGH_WRONGLY[head]),
        )
    return thresholds


def _score(scored: Floats, share: float) -> float:
    return round(float(np.quantile(scored, share)), 2)


def about(rows: Sequence[Row], thresholds: dict[Label, tuple[float, float, float]]) -> dict[str, Any]:
    """What the file says of itself: how it was made, and from what."""
    return {
        "version": VERSION,
        "labels": HEADS,
        "thresholds": thresholds,
        "learnt_from": dict(sorted(Counter(f"{row.source}: {row.label}" for row in rows).items())),
        "rows_sha256": digest(rows),
        "lines_sha256": digest_of_lines(),
        "scikit_learn": sklearn.__version__,
    }


def packed(fitted: Fitted, about_it: dict[str, Any]) -> bytes:
    """The file: names, weights, bias, and what it says of itself, without pickles and without a date."""
    file = io.BytesIO()
    np.savez(
        file,
        about=np.frombuffer(json.dumps(about_it).encode(), np.uint8),
        names=np.frombuffer("\n".join(fitted.names).encode(), np.uint8),
        weights=fitted.weights.astype(np.float16),
        bias=fitted.bias.astype(np.float32),
    )
    return file.getvalue()


if __name__ == "__main__":
    main()
