"""What was promised, line by line: what the database holds against what people heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import psycopg
from psycopg.rows import dict_row

from chat.proof.prover import Prover
from chat.proof.sender import Sender

PLACES = 5
LOCK = 5  # messages; of the design, not of the code that is tried
TURNS = """
SELECT t.id::text, t.conversation_id::text AS conversation, t.state, t.finish, t.label, t.route, v.text
FROM chat_turn t JOIN chat_message m ON m.id = t.message_id
LEFT JOIN chat_variant v ON v.message_id = t.reply_id AND v.number = t.variant
WHERE t.conversation_id = ANY(%s::uuid[]) ORDER BY t.conversation_id, m.position
"""
VERIFIED = "SELECT count(*) FROM sessions_ext_ageverification WHERE user_id = ANY(%s) AND revoked_at IS NULL"
ALLOWED_TIME = """
SELECT EXTRACT(EPOCH FROM max(m.created_at) - min(m.created_at))::float
FROM chat_message m JOIN chat_conversation c ON c.id = m.conversation_id WHERE c.user_id = %s AND m.role = 'user'
"""


@dataclass(frozen=True)
class Line:
    """``expected`` by the database, ``seen`` by clients."""

    name: str
    is_kept: bool
    expected: int
    seen: int
    of: str  # what is counted
    places: tuple[str, ...] = ()  # turns where it wasn't kept; ids, no text

    def __str__(self) -> str:
        answer = "yes" if self.is_kept else "NO "
        line = f"{self.name:30} {answer}   {self.of}: expected {self.expected}, seen {self.seen}"
        return "\n  ".join([line, *(f"turn {place}" for place in self.places[:PLACES])])


def judge(database_url: str, provers: Sequence[Prover], senders: Sequence[Sender]) -> list[Line]:
    with psycopg.connect(database_url) as connection:
        with connection.cursor(row_factory=dict_row) as cursor:
            turns = cursor.execute(TURNS, [[one.conversation for one in provers]]).fetchall()
        [[verified]] = connection.execute(VERIFIED, [[one.person.user_id for one in provers]]).fetchall()
        times = [connection.execute(ALLOWED_TIME, [one.person.user_id]).fetchall()[0][0] for one in senders]
    return [
        _replies(turns, provers),
        _characters(turns, provers),
        _age(verified, provers),
        _locks(turns, provers),
        _limits(times, senders),
    ]


def _replies(turns: list[dict[str, Any]], provers: Sequence[Prover]) -> Line:
    """Each message once in the database, its turn over there and heard to its end by who said it."""
    said = [exchange for one in provers for exchange in one.exchanges]
    ended = {one["id"] for one in turns if one["state"] == "done"}
    heard = {exchange.turn for exchange in said if exchange.reply is not None}
    is_kept = ended == heard and len(turns) == len(said) == len(heard)
    places = tuple(str(turn) for turn in ended ^ heard)
    return Line("no reply lost", is_kept, len(turns), len(heard & ended), "turns", places)


def _characters(turns: list[dict[str, Any]], provers: Sequence[Prover]) -> Line:
    stored = {one["id"]: one["text"] or "" for one in turns}
    heard = {
        exchange.turn: exchange.reply.text
        for one in provers
        for exchange in one.exchanges
        if exchange.reply is not None
    }
    different = tuple(turn or "" for turn, text in heard.items() if stored.get(turn or "") != text)
    seen = sum(_rightly_heard(stored.get(turn or "", ""), text) for turn, text in heard.items())
    expected = sum(map(len, stored.values()))
    return Line("no character lost or doubled", not different, expected, seen, "characters", different)


def _rightly_heard(stored: str, text: str) -> int:
    """All of it where it only ends elsewhere, else up to where it differs."""
    pairs = enumerate(zip(stored, text, strict=False))
    return next((at for at, (one, other) in pairs if one != other), len(text))


def _age(verified: int, provers: Sequence[Prover]) -> Line:
    is_kept = verified == len(provers) and all(one.times_asked == 1 for one in provers)
    return Line("nobody asked their age twice", is_kept, verified, sum(one.times_asked for one in provers), "questions")


def _locks(turns: list[dict[str, Any]], provers: Sequence[Prover]) -> Line:
    """Of everyday messages: on which route each was answered, by the rules and by what was heard."""
    routes = {
        exchange.turn: exchange.reply.started["route"]
        for one in provers
        for exchange in one.exchanges
        if exchange.reply is not None and exchange.reply.started is not None
    }
    expected = seen = 0
    different: list[str] = []
    for _, rows in groupby(turns, key=lambda turn: turn["conversation"]):
        left = 0
        for turn in rows:
            if turn["label"] == "explicit":
                left = LOCK if turn["route"] == "adult" and turn["finish"] not in {"declined", "refused"} else 0
                continue
            is_locked, left = left > 0, max(left - 1, 0)
            if turn["id"] in routes:
                is_adult = routes[turn["id"]] == "adult"
                expected, seen = expected + is_locked, seen + is_adult
                different += [turn["id"]] if is_adult != is_locked else []
    is_kept = not different and expected > 0
    return Line("locks kept", is_kept, expected, seen, "everyday messages in the locked route", tuple(different))


def _limits(times: list[float], senders: Sequence[Sender]) -> Line:
    """What the setting allows in the time that the database shows; one more or less is the promise."""
    allowed = [one.allowed(seconds) for one, seconds in zip(senders, times, strict=True)]
    is_kept = all(abs(one.accepted - most) <= 1 for one, most in zip(senders, allowed, strict=True))
    seen = sum(one.accepted for one in senders)
    return Line("limits shared", is_kept, round(sum(allowed)), seen, "messages of who sent too many")
