"""The master of Redis is killed while people talk, and its replica becomes the master: web processes know it by Sentinels."""

import asyncio
import time

import aiohttp
import pytest

from companion.worker import KEY
from tests.client import Person
from tests.sentinel.watched import Watched

# Sentinels take some 20 s to make a replica of a server that comes back, and each test begins with all of them.
pytestmark = pytest.mark.timeout(300)

PEOPLE = 6
STORY = "[tokens:160] a long story"
EXPLICIT, ONWARDS = "periwinkle [tokens:5]", "and then [tokens:5]"
RECOVERY_SECONDS = 15


async def until(is_met, *, seconds=30):
    """How long it took until this was so."""
    began = time.monotonic()
    while not await is_met():
        assert time.monotonic() - began < seconds
        await asyncio.sleep(0.05)  # neither a server nor a process tells by itself that it is well
    return time.monotonic() - began


async def all_ready(webs):
    async with aiohttp.ClientSession() as session:
        for web in webs:
            async with session.get(web.url + "/readyz") as answer:
                if answer.status != 200:
                    return False
    return True


async def recovered(webs, *, killed):
    """How many seconds after the kill every process was in order again."""
    await until(lambda: all_ready(webs))
    return time.monotonic() - killed


@pytest.fixture
async def talks(webs, watched):
    """People, each with a conversation open on both processes."""
    people = [await Person(webs[0].url).sign_up() for _ in range(PEOPLE)]
    talks = []
    for person in people:
        conversation = await person.start_conversation()
        talks.append([await person.socket(conversation, url=web.url).open() for web in webs])
    yield talks
    await asyncio.gather(*(socket.close() for sockets in talks for socket in sockets))


@pytest.mark.parametrize("strike", [Watched.kill_master, Watched.freeze_master])
async def test_running_replies_are_whole_and_new_ones_are_made(strike, talks, webs, watched, own_site):
    quiet, telling = talks[: PEOPLE // 2], talks[PEOPLE // 2 :]
    turns = [(await here.accepted(await here.say(STORY)))["turn"] for here, _ in telling]
    for (_, there), turn in zip(telling, turns, strict=True):
        await there.until(lambda there=there, turn=turn: turn in there.replies and len(there.replies[turn].text) > 20)
    strike(watched)
    killed = time.monotonic()
    assert all(here.replies[turn].end is None for (here, _), turn in zip(telling, turns, strict=True))

    meanwhile = await asyncio.gather(*(here.talk("hello [tokens:5]") for here, _ in quiet))
    answered = time.monotonic() - killed
    seconds = await recovered(webs, killed=killed)
    print(f"answered meanwhile after {answered:.1f} s, in order again after {seconds:.1f} s")
    assert seconds < RECOVERY_SECONDS

    turns = [reply.turn for reply in meanwhile] + turns
    for sockets, turn in zip(talks, turns, strict=True):
        await whole(sockets, turn, own_site)
    for here, there in talks:
        for speaks in (here, there):
            await whole((here, there), (await speaks.talk("and now? [tokens:5]")).turn, own_site)
    assert own_site.rows("SELECT count(*) FROM chat_turn WHERE state <> 'done'") == [(0,)]
    said = "SELECT count(*) FROM chat_message WHERE role = 'user' AND conversation_id = ANY(%s::uuid[])"
    assert own_site.rows(said, [here.conversation for here, _ in talks]) == [(3 * PEOPLE,)]


async def whole(sockets, turn, site):
    """Both heard the same to its own end, and that is what is stored."""
    replies = [await socket.ended(turn) for socket in sockets]
    assert [reply.end["finish"] for reply in replies] == ["stop"] * len(sockets)
    [(stored,)] = site.rows("SELECT text FROM chat_variant WHERE message_id = %s", replies[0].started["message"])
    assert {reply.text for reply in replies} == {stored}


async def test_while_there_is_no_master_the_answers_are_careful(person, webs, watched):
    conversation = await person.start_conversation()
    async with person.socket(conversation) as here, person.socket(conversation, url=webs[1].url) as there:
        await person.verify_age()
        await here.talk(EXPLICIT)
        await there.told_state(age_verified=True, lock={"route": "adult", "remaining": 5})
        with watched.without_quorum():
            watched.kill_master()
            assert (await here.talk(ONWARDS)).started["route"] == "everyday"
            refused = (await there.talk(EXPLICIT)).end
            assert (refused["type"], refused["reason"]) == ("reply.refused", "route_closed")
            status, answer = await person.verify_age()
            assert (status, answer["age_verified"], answer["reason"]) == (503, False, "not_stored")
            assert (await person.request("GET", f"/conversations/{conversation}/"))[0] == 200
            assert not await all_ready(webs)
        print(f"in order again {await until(lambda: all_ready(webs)):.1f} s after the Sentinels were there again")

        assert (await here.talk(EXPLICIT)).started["route"] == "adult"
        for socket in (here, there):
            await socket.told_state(age_verified=True, lock={"route": "adult", "remaining": 5})
            assert [event for event in socket.events if event["type"] == "age.required"] == []


async def test_who_signed_out_just_before_stays_so(person, webs, watched):
    conversation = await person.start_conversation()
    old = dict(person.cookies)
    watched.cut_replica_off()
    assert (await person.request("POST", "/accounts/logout/"))[0] == 302
    watched.kill_master()
    await until(lambda: all_ready(webs))

    person.cookies = old
    for web in webs:
        assert (await person.request("GET", f"/conversations/{conversation}/", url=web.url))[0] == 302


async def test_the_worker_goes_on(worker, webs, watched):
    async def is_heard():
        assert worker.poll() is None
        with watched.master() as client:
            return client.exists(KEY)

    await until(is_heard, seconds=60)
    watched.kill_master()
    killed = time.monotonic()
    await recovered(webs, killed=killed)
    with watched.master() as client:
        client.delete(KEY)
    await until(is_heard, seconds=60)
    print(f"the worker swept again after {time.monotonic() - killed:.1f} s")
