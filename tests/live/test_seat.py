"""What one socket is told: never an old state after a newer one, never what was over before it came, whatever others do."""

import asyncio
import uuid

from chat.live.hub import Hub
from chat.live.news import ChangesReader, News, tell
from chat.live.seat import Seat
from companion import redis

CONVERSATION = uuid.uuid4()


def seat(*, look=None, told=None):
    """``told`` is None for a socket that is just closing."""

    async def nothing(*_):
        pass

    async def send(frame):
        if told is None:
            raise OSError("gone")
        told.append(frame)

    made = Seat(user_id=1, conversation_id=CONVERSATION, send=send, close=nothing, look=look or nothing)
    made.settle([])
    return made


async def test_of_two_looks_at_once_the_newer_tells_last():
    standing, told = "old", []
    first_reads, go_on = asyncio.Event(), asyncio.Event()

    async def look():
        read = standing
        if not first_reads.is_set():
            first_reads.set()
            await go_on.wait()  # a slow thread
        told.append(read)

    watched = seat(look=look)
    first = asyncio.create_task(watched.look_again())
    await first_reads.wait()
    standing = "new"
    await watched.look_again()
    go_on.set()
    await first
    assert told == ["old", "new"]


async def test_a_look_that_failed_does_not_end_all_looking():
    looks = []

    async def look():
        looks.append(len(looks))
        if len(looks) == 1:
            raise OSError

    watched = seat(look=look)
    for _ in range(2):
        await asyncio.gather(watched.look_again(), return_exceptions=True)
    assert looks == [0, 1]


async def test_late_news_is_told_only_to_who_was_there_when_it_happened():
    hub, told = Hub(), []
    hub.join(seat(told=told))
    await hub.hear(News(kind="events", conversation=str(CONVERSATION), frames=["late"]), seconds_ago=1.0)
    await hub.hear(News(kind="events", conversation=str(CONVERSATION), frames=["at once"]))
    assert told == ["at once"]


async def test_a_closing_socket_costs_the_others_no_news_and_no_turn_its_start():
    hub, told, turn = Hub(), [[], []], uuid.uuid4()
    for ears in (told[0], None, told[1]):
        hub.join(seat(told=ears))
    await hub.hear(News(kind="events", conversation=str(CONVERSATION), frames=["first", "second"]))
    feed = await hub.open_turn(turn, CONVERSATION, accepted="accepted", card="card")
    await feed.say_end("end")
    assert told == [["first", "second", "accepted", "card", "end"]] * 2


async def test_changes_that_are_read_tell_how_long_ago_they_were():
    reader = ChangesReader()
    try:
        assert await reader.new() == []
        item = News(kind="state", conversation=str(CONVERSATION))
        await tell(item)
        read = {one.id: seconds_ago for one, seconds_ago in await reader.new()}
        assert 0 <= read[item.id] < 1
        assert item.id not in {one.id for one, _ in await reader.new()}
    finally:
        await redis.close()
