"""What talking takes of the database, counted at the server: neither one statement a turn more, nor a connection while a model
speaks."""

import asyncio
from collections import Counter
from contextlib import AsyncExitStack

import psycopg
import pytest

from loadtest.measure import ASKED, BUSY

STATEMENTS = 6  # a turn
TURNS = 8  # of each, fewer than the buffer holds
STREAMS = 40
LOOKS = 150


@pytest.fixture
async def sockets(site, web):
    """People who have their conversation open."""
    async with AsyncExitStack() as stack:

        async def come(person):
            return await stack.enter_async_context(person.socket(await person.start_conversation(), url=web.url))

        yield [await come(person) for person in site.seed_people(STREAMS)]


def asked(site):
    """How often each statement was made so far."""
    return Counter(dict(site.rows(f"SELECT query, sum(calls)::int {ASKED} GROUP BY query")))


async def test_a_turn_makes_no_more_statements_than_it_did(site, sockets):
    sockets = sockets[:4]

    async def talk(socket, turns):
        for _ in range(turns):
            assert (await socket.talk("Tell me more of lighthouses [tokens:4]")).end["finish"] == "stop"

    await asyncio.gather(*(talk(socket, 1) for socket in sockets))
    before = asked(site)
    await asyncio.gather(*(talk(socket, TURNS) for socket in sockets))
    # What the process does on its own clock was done in few of these turns; what comes after a turn may be missing of the last.
    shares = {query: calls / (TURNS * len(sockets)) for query, calls in (asked(site) - before).items()}
    each = {query: round(share) for query, share in shares.items() if round(share)}
    assert sum(each.values()) == STATEMENTS, "\n".join(f"{count} x {query[:100]}" for query, count in each.items())


async def test_nobody_s_stream_holds_a_connection(site, sockets):
    turns = [(await socket.accepted(await socket.say("a long story [tokens:400]")))["turn"] for socket in sockets]
    for socket in sockets:
        await socket.wait_for(lambda event: event["type"] == "reply.delta")
    busy = []
    async with await psycopg.AsyncConnection.connect(site.database_url, autocommit=True) as connection:
        for _ in range(LOOKS):
            [[count]] = await (await connection.execute(BUSY)).fetchall()
            busy.append(count)
            await asyncio.sleep(0.02)  # the looks are spread over the replies: what each moment shows is counted
    assert all(socket.replies[turn].end is None for socket, turn in zip(sockets, turns, strict=True))
    for socket, turn in zip(sockets, turns, strict=True):
        await socket.send(type="reply.stop", turn=turn)
        await socket.ended(turn)
    assert max(busy) <= 2
    assert sum(busy) / len(busy) < 1
