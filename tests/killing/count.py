"""What the database holds, against what people heard."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from companion.simulated.talker import Talker


@dataclass(frozen=True)
class Count:
    accepted: int
    rows: int
    turns_not_done: int
    lost: int
    doubled: int
    different: int

    @property
    def is_clean(self) -> bool:
        return self.accepted == self.rows and not (self.turns_not_done or self.lost or self.doubled or self.different)


def count(data_dir: Path, talkers: list[Talker]) -> Count:
    exchanges = [exchange for talker in talkers for exchange in talker.exchanges]
    accepted = {exchange.message for exchange in exchanges if exchange.message}
    conversations = [talker.conversation for talker in talkers]
    with psycopg.connect(json.loads((data_dir / "stack.json").read_text())["DATABASE_URL"]) as connection:

        def rows(query: str) -> list[tuple[Any, ...]]:
            return connection.execute(query, [conversations]).fetchall()

        stored = rows(
            "SELECT id::text, text FROM chat_message WHERE role = 'user' AND conversation_id = ANY(%s::uuid[])"
        )
        undone = rows("SELECT id FROM chat_turn WHERE state <> 'done' AND conversation_id = ANY(%s::uuid[])")
        variants = rows(
            "SELECT t.id::text, v.text FROM chat_turn t JOIN chat_variant v ON v.message_id = t.reply_id AND v.number = t.variant"
            " WHERE t.conversation_id = ANY(%s::uuid[])"
        )
    texts = dict(variants)
    different = sum(
        1
        for exchange in exchanges
        if exchange.reply is not None and exchange.reply.sha256 != _sha256(texts.get(exchange.turn or "", ""))
    )
    return Count(
        accepted=len(accepted),
        rows=len(stored),
        turns_not_done=len(undone),
        lost=len(accepted - {row[0] for row in stored}),
        doubled=len(stored) - len({row[1] for row in stored}),
        different=different,
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
