"""Services that the environment names are looked at before anything starts, so that a wrong address is told in one sentence."""

from urllib.parse import urlsplit

import psycopg
import redis

from companion import sentinels
from companion.connections import ROOM
from companion.embedded.process import StackError
from companion.extensions import MISSING, NEEDED


def look_at_database(url: str) -> tuple[int, int]:
    """How many connections it lets in, and how many of them it keeps for others.

    Raises StackError unless the database answers and has, or can be given, the extensions that are needed.
    """
    where = without_password(url)
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            missing = connection.execute(MISSING, [list(NEEDED)]).fetchone()
            most, reserved = connection.execute(ROOM).fetchone() or (0, 0)
    except psycopg.Error as error:
        raise StackError(
            f"The database that DATABASE_URL names ({where}) can't be used: {str(error).strip()}\n"
            "Start it or correct DATABASE_URL; without it an embedded one is used."
        ) from error
    if missing is not None:
        raise StackError(
            f"The database server at {where} does not have the {missing[0]} extension. {NEEDED[missing[0]]}, "
            "or leave out DATABASE_URL to use the embedded one."
        )
    return most, reserved


def look_at_redis(url: str) -> None:
    """Raises StackError unless the server, or the master that its Sentinels name, takes our password and a write."""
    try:
        where = sentinels.place(url)
    except ValueError as error:
        raise StackError(f"REDIS_URL: {error} Write {sentinels.EXAMPLES}.") from error
    try:
        with sentinels.client(url, socket_connect_timeout=3, socket_timeout=3) as client:
            client.set("companion.up.v1:probe", "1", ex=5)
    except (redis.RedisError, OSError) as error:
        raise StackError(
            f"Redis refused, or is not there: {where}: {error}\n"
            f"Start it or correct REDIS_URL ({sentinels.EXAMPLES}); without it an embedded Valkey is used."
        ) from error


def without_password(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.hostname}:{parts.port}{parts.path}" if parts.port else f"{parts.hostname}{parts.path}"
