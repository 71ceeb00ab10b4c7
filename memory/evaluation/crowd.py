"""Millions of episodes of many people, one of whom asks: how long the database takes, and that only this person's are recalled.

Everybody's rows lie among each other as they do where many talk at the same time. Words are as rare and as common as people's.
"""

import random
import statistics
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from string import Template
from typing import Any

from django.db import connection
from django.db.models import Model

from companion.llm.embeddings import DIMENSIONS, embedder_name
from companion.models import User
from memory.models import Episode
from memory.recall import Recalled, recall

PERSONA = uuid.UUID(int=1)
OTHERS = 20_000
VECTORS, TEXTS = 2000, 20_000
DEPTHS = (1_000, 10_000)
OWNERS = 10  # of each depth

_INSERT = Template("INSERT INTO $table ($columns) SELECT $values FROM $source")
_VECTORS = """
CREATE TEMPORARY TABLE some_vector AS
SELECT id, l2_normalize((SELECT array_agg(random() - 0.5) FROM generate_series(1, %s + id * 0))::vector)::halfvec AS vector
FROM generate_series(0, %s - 1) id
"""
_TEXTS = """
CREATE TEMPORARY TABLE some_text AS
SELECT id, (SELECT string_agg('word' || (20000 * power(random(), 4))::int, ' ')
            FROM generate_series(1, 4 + (16 * random())::int + id * 0)) AS text
FROM generate_series(0, %s - 1) id
"""
_EPISODE = {
    "id": "gen_random_uuid()",
    "user_id": "owner",
    "persona_id": "%(persona)s",
    "conversation_id": "md5(owner || '-' || n / 100000)::uuid",
    "message_id": "gen_random_uuid()",
    "text": "told.text",
    "context": "heard.text",
    "route": "'everyday'",
    "said_at": "'2025-01-01'::timestamptz + n * interval '10 seconds'",
    "vector": "some_vector.vector",
    "embedder": "%(embedder)s",
    "is_question": "n %% 4 = 0",
    "learned_at": "now()",
    "embedded_at": "now()",
}
# Owners with many rows come first; the rest of the crowd fills up. n runs in the order in which everybody talks.
_SAID = """
(
    SELECT n, CASE WHEN place < %(deep)s THEN 1 + place / %(deepest)s
                   WHEN place < %(deep)s + %(shallow)s THEN 1 + %(owners)s + (place - %(deep)s) / %(shallowest)s
                   ELSE 1 + 2 * %(owners)s + place %% %(others)s END AS owner
    FROM (SELECT n, n * 700001::bigint %% %(rows)s AS place FROM generate_series(0, %(rows)s - 1) n) placed
) said
JOIN some_vector ON some_vector.id = n * 31 %% %(vectors)s
JOIN some_text told ON told.id = n * 17 %% %(texts)s
JOIN some_text heard ON heard.id = (n * 13 + 5) %% %(texts)s
ORDER BY n
"""


@dataclass(frozen=True, slots=True)
class Times:
    """In milliseconds. ``database`` is what it says itself of a statement planned before; ``whole`` the time of the call."""

    database: list[float]
    whole: list[float]
    cpu: list[float]


def insert_many(
    cursor: Any, model: type[Model], given: Mapping[str, str], source: str, parameters: Mapping[str, object]
) -> None:
    """One row for each of the source, by these expressions; columns that are not named get their default."""
    fields = {str(field.column): field for field in model._meta.concrete_fields if not field.generated}
    values = [given.get(column, f"%({column}_default)s") for column in fields]
    defaults = {
        f"{column}_default": field.get_db_prep_save(field.get_default(), connection) for column, field in fields.items()
    }
    statement = _INSERT.substitute(
        table=model._meta.db_table, columns=", ".join(fields), values=", ".join(values), source=source
    )
    cursor.execute(statement, {**defaults, **parameters})


def gather_crowd(rows: int) -> None:
    """Fill an empty database; about a minute for each half a million."""
    deepest, shallowest = (depth_among(rows, depth) for depth in (DEPTHS[1], DEPTHS[0]))
    with connection.cursor() as cursor:
        insert_many(
            cursor, User, {"id": "n", "username": "'crowd-' || n"}, f"generate_series(1, {2 * OWNERS + OTHERS}) n", {}
        )
        cursor.execute(_VECTORS, [DIMENSIONS, VECTORS])
        cursor.execute(_TEXTS, [TEXTS])
        cursor.execute("ANALYZE some_vector, some_text")
        insert_many(
            cursor,
            Episode,
            _EPISODE,
            _SAID,
            {
                "persona": PERSONA,
                "embedder": embedder_name(),
                "rows": rows,
                "owners": OWNERS,
                "others": OTHERS,
                "deepest": deepest,
                "deep": deepest * OWNERS,
                "shallowest": shallowest,
                "shallow": shallowest * OWNERS,
                "vectors": VECTORS,
                "texts": TEXTS,
            },
        )
        cursor.execute("VACUUM ANALYZE memory_episode")


def depth_among(rows: int, depth: int) -> int:
    """How many of so few rows one owner has; those with many together have half of them at most."""
    return min(depth, rows // (OWNERS * 4))


def owners(depth: int) -> list[int]:
    first = 1 if depth == DEPTHS[1] else 1 + OWNERS
    return list(range(first, first + OWNERS))


def ask_often(user_ids: list[int], *, times: int, chance: random.Random) -> Times:
    """Different questions of different people, each asked once before, so that their rows are in memory."""
    for _ in range(2):
        for user_id in user_ids:
            _ask(user_id, chance)
    measured = Times([], [], [])
    for number in range(times):
        searched, began, cpu = _searched(), time.perf_counter(), time.thread_time()
        _ask(user_ids[number % len(user_ids)], chance)
        measured.whole.append((time.perf_counter() - began) * 1000)
        measured.cpu.append((time.thread_time() - cpu) * 1000)
        measured.database.append(_searched() - searched)
    return measured


def _searched() -> float:
    """Milliseconds that all searches took so far, as the database says."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(sum(total_exec_time), 0) FROM pg_stat_statements WHERE query LIKE 'WITH spared %%'", []
        )
        return float(cursor.fetchone()[0])


def strangers_recalled(*, tries: int, people: int, chance: random.Random) -> int:
    """How often somebody else's episode was recalled."""
    wrong = 0
    for _ in range(tries):
        user_id = chance.randint(1 + OWNERS, people)
        found = [one.id for one in _ask(user_id, chance, limit=20, relevant_only=False)]
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM memory_episode WHERE id = ANY(%s) AND user_id <> %s", [found, user_id])
            wrong += cursor.fetchone()[0] > 0
    return wrong


def _ask(user_id: int, chance: random.Random, *, limit: int = 5, relevant_only: bool = True) -> list[Recalled]:
    text = " ".join(f"word{int(20_000 * chance.random() ** 3)}" for _ in range(5))
    vector = [chance.gauss(0, 1) for _ in range(DIMENSIONS)]
    length = sum(number * number for number in vector) ** 0.5
    return recall(
        user_id=user_id,
        persona_id=PERSONA,
        text=text,
        vector=[number / length for number in vector],
        budget_tokens=1200,
        limit=limit,
        relevant_only=relevant_only,
    )


def p95(times: list[float]) -> float:
    return sorted(times)[int(0.95 * (len(times) - 1))]


def median(times: list[float]) -> float:
    return statistics.median(times)
