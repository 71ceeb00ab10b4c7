"""Redis emptied while people talk, and Redis stopped: what was open to adults is closed, and nothing else is."""

import asyncio

import aiohttp
import pytest

from tests.client import Person
from tests.own_valkey import OwnValkey
from tests.server import Site

EXPLICIT, ONWARDS, CRISIS = "periwinkle [tokens:5]", "and then [tokens:5]", "yarrow"
EVERYDAY = {"route": "everyday", "lock": None}


@pytest.fixture(scope="module")
def valkey():
    own = OwnValkey()
    yield own
    own.remove()


@pytest.fixture(scope="module")
def lone_site(upstream, valkey):
    """With a database of its own, too: sweepers of another Redis would take its turns for abandoned."""
    lone = Site(model_url=upstream.base_url, name="lone", ports=2)
    lone.environment |= {"REDIS_URL": valkey.url}
    yield lone
    lone.remove()


@pytest.fixture(scope="module")
def webs(lone_site):
    with lone_site.web(0) as one, lone_site.web(1) as two:
        yield one, two


@pytest.fixture
async def person(webs, valkey):
    if not valkey.is_running:
        valkey.start()
        await ready(webs)
    return await Person(webs[0].url).sign_up()


@pytest.fixture
async def both(person, webs):
    conversation = await person.start_conversation()
    sockets = [await person.socket(conversation, url=web.url).open() for web in webs]
    yield sockets
    for socket in sockets:
        await socket.close()


async def ready(webs):
    async with asyncio.timeout(30), aiohttp.ClientSession() as session:
        for web in webs:
            while True:
                async with session.get(web.url + "/readyz") as answer:
                    if answer.status == 200:
                        break
                await asyncio.sleep(0.05)


def heard(socket, kind):
    return [event for event in socket.events if event["type"] == kind]


async def test_emptied_the_lock_is_gone_and_nobody_is_asked_again(person, both, valkey):
    here, there = both
    await person.verify_age()
    await here.talk(EXPLICIT)
    await there.told_state(lock={"route": "adult", "remaining": 5})
    valkey.flush()
    assert (await there.talk(ONWARDS)).started["route"] == "everyday"
    assert (await here.talk(EXPLICIT)).started["route"] == "adult"
    for socket in both:
        await socket.told_state(age_verified=True, lock={"route": "adult", "remaining": 5})
        assert heard(socket, "age.required") == []


async def test_emptied_while_somebody_waits_the_message_waits_on(person, both, valkey, webs):
    here = both[0]
    turn = await here.asked_for_age(EXPLICIT)
    valkey.flush()
    assert (await person.verify_age(url=webs[1].url))[0] == 200
    for socket in both:
        assert (await socket.ended(turn)).started["route"] == "adult"


async def test_emptied_in_the_middle_of_a_reply_both_hear_all_of_it(both, valkey):
    here, there = both
    turn = (await here.accepted(await here.say("[tokens:80] a story")))["turn"]
    await there.until(lambda: turn in there.replies and len(there.replies[turn].text) > 20)
    valkey.flush()
    replies = [await socket.ended(turn) for socket in both]
    assert replies[0].text == replies[1].text
    assert replies[0].end["finish"] == replies[1].end["finish"] == "stop"


async def test_support_and_a_closed_account_stay_when_it_is_emptied(both, valkey):
    here, there = both
    await here.talk(CRISIS)
    valkey.flush()
    assert (await there.talk("hello")).started["route"] == "support"
    assert (await there.talk(EXPLICIT)).end["reason"] == "route_closed"


async def test_stopped_everyday_goes_on_help_is_shown_and_adult_is_closed(person, both, valkey, webs):
    here, there = both
    await person.verify_age()
    await here.talk(EXPLICIT)
    await there.told_state(lock={"route": "adult", "remaining": 5})
    valkey.stop()
    assert (await here.talk(ONWARDS)).started["route"] == "everyday"
    refused = (await here.talk(EXPLICIT)).end
    assert (refused["type"], refused["reason"]) == ("reply.refused", "route_closed")
    assert (await there.talk(ONWARDS)).started["route"] == "everyday"
    crisis = await there.talk(CRISIS)
    assert (crisis.started["route"], crisis.started["model"]) == ("support", "none")
    assert [event["type"] for event in there.events if event.get("turn") == crisis.turn][1] == "crisis.support"
    status, answer = await person.verify_age()
    assert (status, answer["age_verified"], answer["reason"]) == (503, False, "not_stored")
    for socket in both:
        assert heard(socket, "age.required") == []
    valkey.start()
    await ready(webs)
    assert (await person.json("GET", "/age/", url=webs[1].url))[1]["age_verified"] is True


async def test_what_was_left_and_withdrawn_while_it_was_stopped_stays_so(person, both, valkey, webs):
    here, there = both
    await person.verify_age()
    await here.talk(EXPLICIT)
    valkey.save()
    valkey.stop()
    assert (await person.json("DELETE", "/age/"))[0] == 200
    valkey.start()
    await ready(webs)
    turn = await there.asked_for_age(EXPLICIT)
    await there.told_state(waiting=turn, **EVERYDAY)


async def test_who_signs_out_while_it_is_stopped_is_signed_out_when_it_is_back(person, both, valkey, webs):
    here, there = both
    await here.talk("good evening [tokens:5]")
    old, conversation = dict(person.cookies), here.conversation
    valkey.save()
    valkey.stop()
    assert (await person.request("POST", "/accounts/logout/"))[0] == 302
    await there.send(type="lock.release")  # at its next frame a socket is closed
    assert await there.closed() == 4401
    valkey.start()
    assert await here.closed(seconds=15) == 4401  # and without one, when Redis is back
    await ready(webs)
    person.cookies = old
    for web in webs:
        late = await person.socket(conversation, url=web.url).open(wait_for_state=False)
        assert (await late.closed(), late.events) == (4401, [])
        assert (await person.request("GET", "/age/", url=web.url))[0] == 302
