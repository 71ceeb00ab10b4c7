"""Somebody leaves. Then the database, Valkey, every file and every log are searched for what they said, and for them."""

import asyncio
import os
import subprocess
import sys
import time

import psycopg
import pytest
import redis

from companion.embedded.home import home_at
from companion.env import BASE_DIR
from tests.client import PASSWORD, Person
from tests.stack.stack import ENVIRONMENT

USER_ID = 730619284
WORDS = ("zanzibarine", "quincewort", "vellumoor", "thistlemere", "ombrellic")
SAID = (
    "My dog is called Zanzibarine",
    "I moved to Quincewort in May",
    "My cat is called Vellumoor",
    "I love Thistlemere tea",
    "My name is Ombrellic",
)
STAYS = "bramblewick"
NEWS_SECONDS = (
    150  # that an account changed is kept for other instances for a minute, or two where something else follows
)


class Traces:
    """Where words stand in all that a running stack keeps."""

    def __init__(self, up):
        self.up = up
        self.redis = redis.Redis.from_url(up.values["REDIS_URL"])

    def of(self, *wanted):
        """{place: words}"""
        lowered = [one.lower().encode() for one in wanted]
        found = {}
        for place, content in (("database", self.dumped()), ("valkey", self.kept()), *self.files()):
            content = content.lower()
            if here := [one.decode() for one in lowered if one in content]:
                found[place] = here
        return found

    def dumped(self):
        dump = home_at(self.up.folder, say=lambda _: None).postgres / "bin/pg_dump"
        return subprocess.run([dump, self.up.values["DATABASE_URL"]], capture_output=True, check=True).stdout

    def kept(self):
        return b"\n".join(self.keys().values())

    def keys(self):
        """Every key, with its value as Valkey itself dumps it, and as its type reads."""
        read = {
            b"string": self.redis.get,
            b"hash": self.redis.hgetall,
            b"set": self.redis.smembers,
            b"list": lambda key: self.redis.lrange(key, 0, -1),
            b"zset": lambda key: self.redis.zrange(key, 0, -1, withscores=True),
        }
        entries = {}
        for key in self.redis.scan_iter(count=1000):
            kind = self.redis.type(key)
            if kind != b"none":  # it ended meanwhile
                entries[key] = key + repr(read[kind](key)).encode() + (self.redis.dump(key) or b"")
        return entries

    def relation(self, place):
        """Whose file it is, to say so."""
        with psycopg.connect(self.up.values["DATABASE_URL"]) as connection:
            named = connection.execute(
                "SELECT relname FROM pg_class WHERE pg_relation_filenode(oid)::text = %s", [place.rsplit("/", 1)[-1]]
            )
            return place, named.fetchone()

    def files(self):
        for top in (self.up.folder, self.up.home):
            for path in sorted(top.rglob("*")):
                if path.is_file() and not path.is_symlink():
                    try:
                        yield str(path.relative_to(top)), path.read_bytes()
                    except FileNotFoundError:
                        continue  # the database removes its own while it is looked at


def purge(up):
    done = subprocess.run(
        [sys.executable, "manage.py", "purge_erased"],
        cwd=BASE_DIR, env=os.environ | ENVIRONMENT | {"DATA_DIR": str(up.folder)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


async def tell(person, *said, until_learned=False):
    async with person.socket(await person.start_conversation()) as socket:
        for text in said:
            await socket.talk(text)
        if until_learned:
            await socket.wait_for(lambda event: event["type"] == "memory.saved", seconds=60)


@pytest.mark.timeout(500)
async def test_who_leaves_is_found_nowhere(ups, tmp_path):
    up = ups(tmp_path / "data").is_ready()
    with psycopg.connect(up.values["DATABASE_URL"], autocommit=True) as connection:
        connection.execute("SELECT setval('companion_user_id_seq', %s, false)", [USER_ID])
    url = f"http://127.0.0.1:{up.port}"
    person = await Person(url, "ombrellic").sign_up()
    await tell(person, *SAID, until_learned=True)
    # Nothing is learned of a question: afterwards no memory is left, and the planner must not go on knowing those that were.
    await tell(await Person(url).sign_up(), f"What is a {STAYS}?")

    with psycopg.connect(up.values["DATABASE_URL"], autocommit=True) as connection:
        connection.execute("CHECKPOINT")  # what lies in memory so far goes into the files
        connection.execute("ANALYZE")  # and into what the planner knows
    traces = Traces(up)
    before = traces.of(*WORDS, str(USER_ID))
    assert sorted(before["database"]) == sorted([*WORDS, str(USER_ID)])
    assert any(place.startswith("postgres/base") for place in before), before
    assert any(place.startswith("postgres/pg_wal") for place in before), before
    assert any(place.startswith("valkey/") for place in before), before
    assert [place for place in before if place.startswith("logs/")] == []  # not even while they are here

    form = {"password": PASSWORD, "sure": "on"}
    status, page = await person.request("POST", "/account/leave/", data=form)
    assert (status, "Everything is deleted" in page) == (200, True)

    rows_and_keys = {place: found for place, found in traces.of(*WORDS).items() if place in {"database", "valkey"}}
    assert rows_and_keys == {}
    deadline = time.monotonic() + NEWS_SECONDS
    while here := [key for key, content in traces.keys().items() if str(USER_ID).encode() in content]:
        assert time.monotonic() < deadline, here
        await asyncio.sleep(1)

    said = purge(up)
    assert "Write-ahead log: renewed." in said
    left = traces.of(*WORDS, str(USER_ID))
    assert left == {}, [traces.relation(place) for place in left]
    assert "database" in traces.of(STAYS)
    assert any(place.startswith("postgres/base") for place in traces.of(STAYS))
