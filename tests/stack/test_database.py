"""The statements of every reply: planned once, and on connections that are well."""

import pytest
from django.db import DatabaseError, connection
from psycopg_pool import ConnectionPool

from companion.database import base
from companion.rows import execute, numbered, rows

ECHO = "SELECT %(said)s::text || %(again)s::text || %(said)s::text"


def test_a_value_that_is_named_twice_is_sent_once():
    assert numbered(ECHO) == ("SELECT $1::text || $2::text || $1::text", ["said", "again"])
    assert numbered("SELECT %s, %s") == ("SELECT $1, $2", ["0", "1"])


def test_a_statement_that_is_made_again_stays_prepared(db):
    for said in "abc":
        assert rows(ECHO, {"said": said, "again": "-", "unasked": 1}) == [(f"{said}-{said}",)]
    execute("SET LOCAL search_path TO public", [])
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement = %s", [numbered(ECHO)[0]])
        assert cursor.fetchone() == (1,)


def test_what_the_database_refuses_is_django_s_error(db):
    with pytest.raises(DatabaseError):
        rows("SELECT 1 / %s::int", [0])


def test_a_connection_that_died_while_it_rested_is_given_to_nobody(db, monkeypatch):
    monkeypatch.setattr(base, "REST_SECONDS", 0)
    with connection.pool.connection() as pooled:
        died = pooled.info.backend_pid
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [died])
        assert cursor.fetchone() == (True,)
    with connection.pool.connection() as pooled:
        assert pooled.execute("SELECT pg_backend_pid()").fetchone() != (died,)


def test_a_connection_that_was_well_just_now_is_not_asked_again(db, monkeypatch):
    asked = []
    check = ConnectionPool.check_connection
    monkeypatch.setattr(ConnectionPool, "check_connection", lambda pooled: asked.append(pooled) or check(pooled))
    for _ in range(3):
        with connection.pool.connection():
            pass
    assert len(asked) == len(set(asked))


def test_what_came_back_last_is_given_out_first(db):
    pool = connection.pool
    with pool.connection() as first, pool.connection() as second:
        several = {first.info.backend_pid, second.info.backend_pid}
    used = []
    for _ in range(4):
        with pool.connection() as pooled:
            used.append(pooled.info.backend_pid)
    assert len(several) == 2
    assert len({*used}) == 1
