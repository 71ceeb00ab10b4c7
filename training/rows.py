"""The texts to learn from: those of this repository, and a corpus that is not in it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from chat.safety import Label

ROOT = Path(__file__).parent.parent
# Written for the model alone. A change here means new weights.
LINES = tuple(sorted((ROOT / "training" / "lines").glob("*.jsonl")))
# Never ``held_out*.jsonl``: nothing is ever learnt from those.
SENTENCES = tuple(
    ROOT / "tests" / "safety" / f"{name}.jsonl" for name in ("sentences", "ages", *(f"care_{n}" for n in range(1, 9)))
)
# Rows with this source are about telling: the other heads are better without them.
TOLD = "told"
# What rows of other hands are called here. Threats and hate have no label of ours: they are what the heads must tell apart.
LABELS = {"sexual": Label.EXPLICIT, "self_harm": Label.SELF_HARM, "other_harm": Label.SAFE}


@dataclass(frozen=True, slots=True)
class Row:
    """``group``: rows that say nearly the same are of one group, and are learnt from or judged together."""

    text: str
    label: Label
    source: str
    group: str


class HeldOutError(ValueError):
    """A text that is kept for measuring was about to be learnt from."""


def is_held_out(text: str) -> bool:
    """Every fifth text, by its hash, is kept for measuring, whatever file it stands in."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 5 == 0


def refuse_held_out(rows: Iterable[Row]) -> None:
    """Raises HeldOutError when one of the rows is kept for measuring."""
    if number := sum(is_held_out(row.text) for row in rows):
        raise HeldOutError(f"{number} of these texts are kept for measuring and must not be learnt from.")


def rows_of(path: Path) -> list[Row]:
    """The rows of a file of JSON lines that have a label: ``text``, ``label``, optional ``source`` and ``group``."""
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Row(
            one["text"],
            LABELS.get(one["label"]) or Label(one["label"]),
            one.get("source", path.name),
            one.get("group", one["text"]),
        )
        for one in found
        if "label" in one
    ]


def all_rows(corpora: Iterable[Path]) -> list[Row]:
    """Of our own files and the corpora, each text once."""
    rows: dict[str, Row] = {}
    for path in (*LINES, *SENTENCES, *corpora):
        for row in rows_of(path):
            rows.setdefault(row.text, row)
    return list(rows.values())


def split(rows: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """To learn from, and kept for measuring."""
    learn: list[Row] = []
    kept: list[Row] = []
    for row in rows:
        (kept if is_held_out(row.text) else learn).append(row)
    return learn, kept


def digest(rows: Iterable[Row]) -> str:
    """The same for the same rows, in whatever order."""
    return hashlib.sha256("\n".join(sorted(f"{row.label} {row.text}" for row in rows)).encode()).hexdigest()


def digest_of_lines() -> str:
    """Of what is learnt from our own lines."""
    return digest(split(row for path in LINES for row in rows_of(path))[0])
