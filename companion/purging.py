"""Taking what was erased out of the files as well: the database's and Valkey's keep old bytes until they are rewritten."""

import re
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import psycopg
from django.conf import settings
from django.db import ProgrammingError, connection
from django_redis import get_redis_connection

Say = Callable[[str], None]

REWRITE_SECONDS = 600
TRANSACTION_SECONDS = 60
PAUSE_SECONDS = 0.1
CLEARS_STATISTICS = 180_000  # the version of PostgreSQL
# What the planner knows of columns names their commonest values.
STATISTICS = ("pg_catalog.pg_statistic",)


def purge_database(*, say: Say) -> bool:
    """Rewrite every table, its statistics and, where this role may, the write-ahead log; whether all of it could be done.

    Each table is locked while it is rewritten, and needs its own size in free space.
    """
    with connection.cursor() as cursor:
        tables = list(_tables(cursor))
        held = [table for table in tables if not _is_rewritten(cursor, table)]
        _look_anew(cursor, tables)
        held += [table for table in STATISTICS if not _is_rewritten(cursor, table)]
        if held:
            say(f"Tables: an old transaction still sees erased rows of {', '.join(held)}. End it, then run this again.")
        else:
            say("Tables: rewritten.")
        return _is_log_renewed(cursor, say=say) and not held


def _look_anew(cursor: Any, tables: Iterable[str]) -> None:
    """What the planner knew goes first: of a table that is empty by now ANALYZE would keep all of it (PostgreSQL 18 on can)."""
    if int(_shown(cursor, "server_version_num")) >= CLEARS_STATISTICS:
        cursor.execute(
            "SELECT pg_clear_attribute_stats(schemaname, tablename, attname, inherited) FROM pg_stats "
            "WHERE schemaname = current_schema()"
        )
    for table in tables:
        cursor.execute(f"ANALYZE {table}")


def _is_rewritten(cursor: Any, table: str) -> bool:
    """Rows that an open transaction may still see are copied along, so it is done again until there are none."""
    deadline = time.monotonic() + TRANSACTION_SECONDS
    while _rows_held(cursor, table):
        if time.monotonic() >= deadline:
            return False
        time.sleep(1)
    return True


def _rows_held(cursor: Any, table: str) -> int:
    """Rewrite it; how many dead rows had to be kept. Only the server's own remark says so, in its first number."""
    details: list[str] = []

    def hear(said: psycopg.errors.Diagnostic) -> None:
        details.append(said.message_detail or "")

    server = connection.connection
    server.add_notice_handler(hear)
    try:
        cursor.execute(f"VACUUM (FULL, VERBOSE) {table}")
    finally:
        server.remove_notice_handler(hear)
    return max((int(number[0]) for detail in details if (number := re.search(r"\d+", detail))), default=0)


def _is_log_renewed(cursor: Any, *, say: Say) -> bool:
    try:
        cursor.execute("CHECKPOINT")
        cursor.execute("SELECT pg_switch_wal()")
        cursor.execute("CHECKPOINT")  # what lies before the segment that began just now is needed no more
    except ProgrammingError:
        say(
            "Write-ahead log: this role may not renew it. As a superuser, once: GRANT pg_checkpoint TO <role>; "
            "GRANT EXECUTE ON FUNCTION pg_switch_wal() TO <role>;"
        )
        return False
    if _shown(cursor, "wal_recycle") == "on" or _shown(cursor, "archive_mode") != "off":
        say("Write-ahead log: renewed; with wal_recycle or archive_mode on, old segments are kept for a while.")
        return False
    say("Write-ahead log: renewed.")
    return True


def _tables(cursor: Any) -> Iterator[str]:
    for name in sorted(connection.introspection.table_names(cursor)):
        yield connection.ops.quote_name(name)


def _shown(cursor: Any, setting: str) -> str:
    cursor.execute("SELECT current_setting(%s)", [setting])
    (value,) = cursor.fetchone()
    return str(value)


def purge_valkey(*, say: Say) -> bool:
    """Rewrite the append-only file of each server, where it keeps one; False for one that isn't done in time.

    Raises CACHE_ERRORS.
    """
    aliases = ["sessions"] + (["default"] if settings.REDIS_CACHE_URL != settings.REDIS_URL else [])
    are_done = [_rewrite(get_redis_connection(alias), say=say) for alias in aliases]
    return all(are_done)


def _rewrite(redis: Any, *, say: Say) -> bool:
    if not redis.info("persistence")["aof_enabled"]:
        say("Valkey: keeps no append-only file.")
        return True
    redis.bgrewriteaof()
    deadline = time.monotonic() + REWRITE_SECONDS
    while time.monotonic() < deadline:
        now = redis.info("persistence")
        if not (now["aof_rewrite_in_progress"] or now["aof_rewrite_scheduled"]):
            is_done: bool = now["aof_last_bgrewrite_status"] == "ok"
            say(
                "Valkey: its file is rewritten." if is_done else "Valkey: its file could not be rewritten; see its log."
            )
            return is_done
        time.sleep(PAUSE_SECONDS)
    say("Valkey: still rewriting its file.")
    return False
