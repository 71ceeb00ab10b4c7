"""What the database holds, against what people noted that they heard; a process of its own.

    python -m tests.killing.count FOLDER

FOLDER holds the record and the data folder of an ``up`` that runs. Ends with 0 when nothing was lost, doubled or stuck.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import psycopg

from companion.embedded.environment import STACK
from companion.llm.chat import BETWEEN_TOKENS_SECONDS, FIRST_TOKEN_SECONDS
from tests.killing.faults import FAULTS
from tests.killing.record import Heard, Record, Struck, read

LONGEST_TAIL_MS = 2000.0
LATE_SECONDS = 5.0  # what a busy machine may take beyond a time-out until the end is stored and told
BEFORE = "before the first"
MESSAGES = """
SELECT id::text, conversation_id::text, text FROM chat_message WHERE role = 'user' AND conversation_id = ANY(%s::uuid[])
"""
TURNS = """
SELECT t.id::text, t.message_id::text, t.state, COALESCE(v.text, '')
FROM chat_turn t LEFT JOIN chat_variant v ON v.message_id = t.reply_id AND v.number = t.variant
WHERE t.conversation_id = ANY(%s::uuid[])
"""


@dataclass(frozen=True)
class StoredMessage:
    id: str
    conversation: str
    text: str


@dataclass(frozen=True)
class StoredTurn:
    id: str
    message: str
    state: str
    text: str


@dataclass(frozen=True)
class Stored:
    messages: list[StoredMessage]
    turns: list[StoredTurn]


@dataclass
class Tally:
    """Of one kind of fault."""

    kind: str
    answered_after: list[float | None] = field(default_factory=list)  # by fault
    ends: Counter[str] = field(default_factory=Counter)
    accepted: int = 0
    lost_messages: int = 0
    different: int = 0  # replies
    lost_characters: int = 0
    doubled: int = 0
    stuck: set[str] = field(default_factory=set)  # conversations
    wrong_ends: int = 0
    late: int = 0
    tails_ms: list[float] = field(default_factory=list)
    longest_wait: float = 0.0

    @property
    def is_clean(self) -> bool:
        bad = self.lost_messages or self.different or self.doubled or self.stuck or self.wrong_ends or self.late
        return not bad and None not in self.answered_after and max(self.tails_ms, default=0) <= LONGEST_TAIL_MS


def stored_in(database_url: str, conversations: Sequence[str]) -> Stored:
    with psycopg.connect(database_url) as connection:
        messages = connection.execute(MESSAGES, [conversations]).fetchall()
        turns = connection.execute(TURNS, [conversations]).fetchall()
    return Stored([StoredMessage(*row) for row in messages], [StoredTurn(*row) for row in turns])


def count(record: Record, stored: Stored) -> list[Tally]:
    """A tally for each kind that was struck, after one of what came before."""
    tallies = {kind: Tally(kind) for kind in (BEFORE, *FAULTS)}
    for fault in record.struck:
        tallies[fault.kind].answered_after.append(fault.answered_after)
    ids = {message.id for message in stored.messages}
    by_words = Counter((message.conversation, message.text) for message in stored.messages)
    turns: defaultdict[str, list[StoredTurn]] = defaultdict(list)
    for turn in stored.turns:
        turns[turn.message].append(turn)
    for heard in record.heard:
        tally = tallies[kind_of(heard, record.struck)]
        tally.accepted += heard.message is not None
        tally.lost_messages += heard.message is not None and heard.message not in ids
        tally.doubled += max(by_words.pop((heard.conversation, heard.said), 0) - 1, 0)
        own = turns.pop(heard.message or "", [])
        tally.doubled += max(len(own) - 1, 0)
        if heard.ended is None or any(turn.state != "done" for turn in own):
            tally.stuck.add(heard.conversation)
        if heard.ended is not None:
            judge_end(tally, heard, next((turn.text for turn in own if turn.id == heard.turn), ""))
    # What nobody said, or says that they said.
    tallies[BEFORE].doubled += by_words.total()
    return [tally for tally in tallies.values() if tally.answered_after or tally.kind == BEFORE]


def kind_of(heard: Heard, faults: Sequence[Struck]) -> str:
    """The first fault in the midst of it; where there was none, the last one before."""
    ended = math.inf if heard.ended is None else heard.ended
    amidst = [fault.kind for fault in faults if heard.began <= fault.at <= ended]
    before = [fault.kind for fault in faults if fault.at < heard.began]
    return next(iter([*amidst[:1], *before[-1:]]), BEFORE)


def judge_end(tally: Tally, heard: Heard, stored: str) -> None:
    tally.ends[heard.end] += 1
    lost = different_characters(heard.text, stored)
    tally.different += lost > 0
    tally.lost_characters += lost
    tally.longest_wait = max(tally.longest_wait, (heard.ended or heard.began) - heard.began)
    fault = FAULTS.get(tally.kind)
    tally.wrong_ends += heard.end != "stop" and (fault is None or heard.end not in fault.ends)
    if tally.kind.startswith("upstream"):
        tally.late += is_late(heard)
    if tally.kind in {"web -9", "up -9"} and (tail := missing_tail_ms(heard, len(stored))) is not None:
        tally.tails_ms.append(tail)


def different_characters(heard: str, stored: str) -> int:
    """From the first that differs on, of the longer one."""
    pairs = enumerate(zip(heard, stored, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(heard), len(stored)))
    return max(len(heard), len(stored)) - same


def missing_tail_ms(heard: Heard, stored: int) -> float | None:
    """How long before the last text that was seen the stored text ends; None where nothing that was seen is missing.

    Where it ends within a piece, that piece counts as missing.
    """
    if not heard.moments or heard.moments[-1][1] <= stored:
        return None
    kept = max(at for at, held in heard.moments if held <= stored)
    return (heard.moments[-1][0] - kept) * 1000


def is_late(heard: Heard) -> bool:
    """Whether the silence before the first text, or after some, was longer than the time-outs allow."""
    assert heard.ended is not None
    if not heard.moments:
        return False
    accepted, *_ = (at for at, _ in heard.moments)
    spoken = [*(at for at, held in heard.moments if held), heard.ended]
    gaps = [later - earlier for earlier, later in pairwise(spoken)]
    return (
        spoken[0] - accepted > FIRST_TOKEN_SECONDS + LATE_SECONDS
        or max(gaps, default=0) > BETWEEN_TOKENS_SECONDS + LATE_SECONDS
    )


HEADS = ("fault", "times", "lost characters", "doubled", "stuck", "lost messages", "wrong end", "late",
    "tail missing, ms", "longest wait, s", "answered again, s", "ends")  # fmt: skip


def row(tally: Tally) -> list[str]:
    tails = f"{max(tally.tails_ms):.0f} (of {len(tally.tails_ms)})" if tally.tails_ms else "-"
    after = ", ".join("NOT" if one is None else f"{one:.1f}" for one in tally.answered_after) or "-"
    ends = ", ".join(f"{end} {number}" for end, number in sorted(tally.ends.items()))
    numbers = (len(tally.answered_after), tally.lost_characters, tally.doubled, len(tally.stuck), tally.lost_messages)
    words = (tails, f"{tally.longest_wait:.1f}", after, ends)
    return [tally.kind, *map(str, (*numbers, tally.wrong_ends, tally.late)), *words]


def table(tallies: Sequence[Tally]) -> str:
    rows = [list(HEADS), *map(row, tallies)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() for cells in rows
    )


def totals(tallies: Sequence[Tally], stored: Stored) -> str:
    ends = sum((tally.ends for tally in tallies), Counter[str]())
    undone = sum(turn.state != "done" for turn in stored.turns)
    lost, doubled = sum(tally.lost_messages for tally in tallies), sum(tally.doubled for tally in tallies)
    return "\n".join(
        [
            f"messages accepted by clients {sum(tally.accepted for tally in tallies)}, rows {len(stored.messages)}",
            f"replies by end: {dict(ends)}",
            f"turns not done {undone}, lost {lost}, doubled {doubled}",
            f"replies whose text differs from the stored {sum(tally.different for tally in tallies)}",
        ]
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    record = read(folder)
    database_url = json.loads((folder / "var" / STACK).read_text())["DATABASE_URL"]
    stored = stored_in(database_url, sorted({heard.conversation for heard in record.heard}))
    tallies = count(record, stored)
    is_clean = all(tally.is_clean for tally in tallies) and bool(record.heard)
    sys.stdout.write(f"{table(tallies)}\n{totals(tallies, stored)}\n")
    return 0 if is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
