"""What happened and what people heard, one JSON object a line, so that another process can count it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

NAME = "record.jsonl"


@dataclass(frozen=True)
class Struck:
    """A fault. Times are of this machine's monotonic clock. ``answered_after`` is None where that took too long."""

    kind: str
    at: float
    answered_after: float | None


@dataclass(frozen=True)
class Heard:
    """One message and its answer, as its sender has it. ``ended`` is None where no end was heard.

    ``moments``: when they held how many characters: from `message.accepted` and `reply.started` on, then with each piece.
    """

    conversation: str
    said: str
    message: str | None
    turn: str | None
    began: float
    ended: float | None
    end: str
    text: str
    moments: list[tuple[float, int]] = field(default_factory=list)


@dataclass(frozen=True)
class Record:
    struck: list[Struck]
    heard: list[Heard]


class Notes:
    def __init__(self, folder: Path) -> None:
        self._file = (folder / NAME).open("a", buffering=1)

    def keep(self, line: Struck | Heard) -> None:
        kind = "struck" if isinstance(line, Struck) else "heard"
        self._file.write(json.dumps({kind: asdict(line)}) + "\n")

    def close(self) -> None:
        self._file.close()


def read(folder: Path) -> Record:
    record = Record([], [])
    for line in (folder / NAME).read_text().splitlines():
        told: dict[str, Any] = json.loads(line)
        if "struck" in told:
            record.struck.append(Struck(**told["struck"]))
        else:
            moments = [(at, held) for at, held in told["heard"].pop("moments")]
            record.heard.append(Heard(**told["heard"], moments=moments))
    return record
