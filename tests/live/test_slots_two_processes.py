"""Two web processes that share a model's slots: what people in line hear, and what happens when something goes away."""

import asyncio
import contextlib

import aiohttp
import pytest

from companion.llm.slots.step import FAILURES, PAUSE_MS
from companion.simulated.running import running_upstream
from tests.own_valkey import OwnValkey
from tests.server import Site

SLOTS = 2
LONG = "[tokens:2000] a long story"
CRISIS = "yarrow"


@pytest.fixture(scope="module")
def valkey():
    own = OwnValkey()
    yield own
    own.remove()


@pytest.fixture(scope="module")
def model():
    with running_upstream() as upstream:
        yield upstream


@pytest.fixture(scope="module")
def lone_site(model, valkey):
    """With a Redis and a model of its own, that nobody else's replies hold its slots."""
    lone = Site(model_url=model.base_url, name="slots", ports=3)
    lone.environment |= {"REDIS_URL": valkey.url, "LOCAL_LLM_SLOTS": str(SLOTS), "WEB_PROCESSES": "2"}
    lone.environment |= {"SUPPORT_PROVIDERS": "local"}
    yield lone
    lone.remove()


@pytest.fixture(scope="module")
def webs(lone_site):
    with lone_site.web(0) as one, lone_site.web(1) as two:
        yield one, two


@pytest.fixture(scope="module")
def people(lone_site, webs):
    return iter(lone_site.seed_people(60))


@pytest.fixture
async def talks(people):
    """Opens sockets of somebody new, or of the same person on other conversations and processes; what runs is stopped."""
    opened = []

    async def open_one(web, person=None, conversation=None):
        person = person or next(people)
        conversation = conversation or await person.start_conversation()
        opened.append(await person.socket(conversation, url=web.url).open())
        return opened[-1]

    yield open_one
    for socket in opened:
        if socket.close_code is None:
            for turn in [one.turn for one in socket.replies.values() if one.end is None]:
                await socket.send(type="reply.stop", turn=turn)
                await socket.ended(turn)
            await socket.close()


async def said(socket, text):
    return (await socket.accepted(await socket.say(text)))["turn"]


async def full(talks, *webs):
    """All slots taken; the sockets and turns that hold them."""
    holders = []
    for number in range(SLOTS):
        socket = await talks(webs[number % len(webs)])
        turn = await said(socket, LONG)
        await socket.wait_for(lambda event: event["type"] == "reply.started")
        holders.append((socket, turn))
    return holders


def places(socket, turn):
    return [event["position"] for event in socket.events if event["type"] == "turn.queued" and event["turn"] == turn]


async def stands(socket, turn, position):
    await socket.until(lambda: (told := places(socket, turn)) and told[-1] == position)


async def somebody_stands(sockets, turns):
    """Whoever it is: of those who speak at once, anybody may come to the line last."""
    waits = [asyncio.create_task(stands(*one, 1)) for one in zip(sockets, turns, strict=True)]
    _, others = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for one in others:
        one.cancel()
    await asyncio.gather(*waits, return_exceptions=True)
    assert any(places(*one) for one in zip(sockets, turns, strict=True))


async def stop(holder):
    socket, turn = holder
    await socket.send(type="reply.stop", turn=turn)
    await socket.ended(turn)


async def test_both_together_never_ask_the_model_for_more_than_the_slots(webs, talks, model):
    sockets = [await talks(webs[number % 2]) for number in range(8)]
    model.most_streaming()
    replies = await asyncio.gather(*(socket.talk("[tokens:20] hello") for socket in sockets))
    assert {reply.end["type"] for reply in replies} == {"reply.done"}
    assert {reply.end["finish"] for reply in replies} == {"stop"}
    assert model.most_streaming() == SLOTS
    assert any(places(socket, reply.turn) for socket, reply in zip(sockets, replies, strict=True))


async def test_every_socket_hears_the_place_and_each_change_of_it(webs, talks):
    holders = await full(talks, *webs)
    first, second = await talks(webs[0]), await talks(webs[1])
    turn = await said(first, "[tokens:400] hello")
    await stands(first, turn, 1)
    later = await said(second, "[tokens:5] hello")
    elsewhere = await talks(webs[0], second.person, second.conversation)  # comes while it stands in line
    await elsewhere.send(type="resume", turn=later, offset=0)
    for socket in (second, elsewhere):
        await stands(socket, later, 2)
    await stop(holders[0])
    await first.wait_for(lambda event: event["type"] == "reply.started")
    for socket in (second, elsewhere):
        await stands(socket, later, 1)
    await stop(holders[1])
    for socket in (second, elsewhere):
        assert (await socket.ended(later)).end["finish"] == "stop"
        kinds = [event["type"] for event in socket.events if event.get("turn") == later]
        told = [kind for kind in kinds if kind not in {"turn.alive", "message.accepted"}]
        assert told == ["turn.queued"] * 2 + sorted(told[2:], key=["reply.started", "reply.delta", "reply.done"].index)
        assert all(event["seconds"] is None or event["seconds"] > 0 for event in socket.events if "position" in event)


async def test_a_turn_in_line_is_stopped_from_the_other_process(webs, talks, model):
    await full(talks, *webs)
    here = await talks(webs[0])
    turn = await said(here, "quillwort")
    await stands(here, turn, 1)
    there = await talks(webs[1], here.person, here.conversation)
    await there.send(type="reply.stop", turn=turn)
    ended = await here.ended(turn, seconds=2)
    assert (ended.end["finish"], ended.end["text_length"]) == ("stopped", 0)
    assert model.requests("quillwort") == []
    other = await talks(webs[1])
    await stands(other, await said(other, "hello"), 1)  # nobody is in front


async def test_somebody_with_many_turns_in_line_holds_up_nobody_else(webs, talks):
    holders = await full(talks, *webs)
    many = [await talks(webs[0])]
    many += [await talks(webs[number % 2], many[0].person) for number in range(3)]
    for number, socket in enumerate(many, 1):
        await stands(socket, await said(socket, "[tokens:100] mine"), number)
    other = await talks(webs[1])
    turn = await said(other, "[tokens:5] hello")
    await stands(other, turn, 2)  # behind one of theirs
    for holder in holders:
        await stop(holder)
    assert (await other.ended(turn)).end["finish"] == "stop"
    assert sum(reply.end is None for socket in many for reply in socket.replies.values()) >= 3


async def test_what_is_forgotten_while_somebody_stands_in_line_is_not_told_to_the_model(webs, talks, model):
    here = await talks(webs[0])
    person = here.person
    await here.talk("My dog is called Quillon [tokens:3]")
    asking = await talks(webs[0], person)
    await asking.talk("What is my dog called? tormentil [tokens:3]")
    [asked] = model.requests("tormentil")
    assert "Quillon" in asked["messages"][0]["content"]  # it would be told
    holders = await full(talks, *webs)
    later = await talks(webs[1], person)
    turn = await said(later, "What is my dog called? vellumoor [tokens:3]")
    await stands(later, turn, 1)
    status, _ = await person.request("POST", "/memories/forget/", data={"what": "everything", "sure": "on"})
    assert status == 302
    await stop(holders[0])
    assert (await later.ended(turn)).started["memories"] == []
    [asked] = model.requests("vellumoor")
    assert "Quillon" not in str(asked)


async def test_who_waited_too_long_is_asked_to_come_again(webs, talks, lone_site):
    holders = await full(talks, *webs)
    with lone_site.web(2, MODEL_WAIT_SECONDS="1") as hasty:
        socket = await talks(hasty)
        end = (await socket.talk("[tokens:5] hello")).end
        assert (end["type"], end["code"]) == ("error", "overloaded")
        assert 1 <= end["retry_after"] <= 60
        _, page = await socket.person.json("GET", f"/conversations/{socket.conversation}/messages/")
        assert [message["outcome"] for message in page["messages"]] == ["failed"]
        await stop(holders[0])
        client_id = "00000000-0000-4000-8000-000000000001"
        await socket.send(type="reply.regenerate", message=page["messages"][0]["id"], client_id=client_id)
        assert (await socket.ended((await socket.accepted(client_id))["turn"])).end["finish"] == "stop"
        await socket.close()


async def test_a_model_that_fails_on_one_process_is_left_alone_by_the_other_until_it_answers_again(webs, talks, model):
    here, there = await talks(webs[0]), await talks(webs[1])
    ends = [(await here.talk(f"[fault:500] dropwort {number}")).end for number in range(FAILURES)]
    assert {(end["type"], end["code"]) for end in ends} == {("error", "provider_down")}
    asked = len(model.requests("dropwort"))
    end = (await there.talk("dropwort [tokens:5]")).end
    assert (end["type"], end["code"]) == ("error", "provider_down")
    assert 1 <= end["retry_after"] <= PAUSE_MS / 1000
    assert len(model.requests("dropwort")) == asked  # nobody asked it
    async with asyncio.timeout(PAUSE_MS / 1000 + 10):
        while (await there.talk("[tokens:5] and now?")).end["type"] == "error":
            await asyncio.sleep(1)  # the pause ends by the clock of Redis, which tells nobody
    assert (await (await talks(webs[0])).talk("[tokens:5] and here?")).end["finish"] == "stop"


async def test_in_a_crisis_nobody_is_left_in_line(webs, talks, lone_site):
    await full(talks, *webs)
    with lone_site.web(2, MODEL_WAIT_SECONDS="1") as hasty:
        socket = await talks(hasty)
        reply = await socket.talk(CRISIS)
        assert (reply.started["model"], reply.end["finish"], len(reply.text) > 50) == ("none", "stop", True)
        await socket.close()
    with lone_site.web(2, SUPPORT_PROVIDERS="") as fixed:
        socket = await talks(fixed)
        reply = await socket.talk(CRISIS)
        assert (reply.started["model"], reply.end["finish"]) == ("none", "stop")
        assert places(socket, reply.turn) == []  # fixed words need no slot
        await socket.close()


async def test_a_killed_process_frees_its_slots_and_its_places(webs, talks, lone_site):
    doomed = lone_site.spawn(lone_site.ports[2]).wait_until_ready()
    try:
        await full(talks, doomed)
        dead = await talks(doomed)
        await stands(dead, await said(dead, "hello"), 1)
        here = await talks(webs[0])
        turn = await said(here, "[tokens:5] hello")
        await stands(here, turn, 2)
        doomed.kill()
        assert (await here.ended(turn, seconds=15)).end["finish"] == "stop"
    finally:
        doomed.stop()


async def test_a_process_that_drains_ends_its_line_and_keeps_the_messages(webs, talks, lone_site):
    holders = await full(talks, *webs)
    leaving = lone_site.spawn(lone_site.ports[2]).wait_until_ready()
    try:
        here = await talks(leaving)
        turn = await said(here, "[tokens:5] hello")
        await stands(here, turn, 1)
        there = await talks(webs[0], here.person, here.conversation)
        await there.send(type="resume", turn=turn, offset=0)
        in_crisis = await talks(leaving)
        helped = await said(in_crisis, CRISIS)
        await in_crisis.wait_for(lambda event: event["type"] == "turn.queued")
        calm = await talks(webs[0], in_crisis.person, in_crisis.conversation)
        await calm.send(type="resume", turn=helped, offset=0)
        leaving.terminate()
        end = (await there.ended(turn)).end
        assert (end["type"], end["code"], end["retry_after"]) == ("error", "draining", 1)
        assert (await calm.ended(helped)).started["model"] == "none"
        assert await leaving.gone() == 0
    finally:
        leaving.stop()
    await stop(holders[0])
    _, page = await there.person.json("GET", f"/conversations/{there.conversation}/messages/", url=webs[0].url)
    assert [message["outcome"] for message in page["messages"]] == ["failed"]
    client_id = "00000000-0000-4000-8000-000000000002"
    await there.send(type="reply.regenerate", message=page["messages"][0]["id"], client_id=client_id)
    assert (await there.ended((await there.accepted(client_id))["turn"])).end["finish"] == "stop"


async def ready(webs):
    async with asyncio.timeout(30), aiohttp.ClientSession() as session:
        for web in webs:
            while True:
                with contextlib.suppress(aiohttp.ClientError):
                    async with session.get(web.url + "/readyz") as answer:
                        if answer.status == 200:
                            break
                await asyncio.sleep(0.05)


async def test_emptied_nobody_is_lost_and_no_more_are_let_in(webs, talks, valkey, model):
    sockets = [await talks(webs[number % 2]) for number in range(8)]
    model.most_streaming()
    turns = [await said(socket, "[tokens:60] hello") for socket in sockets]
    await somebody_stands(sockets, turns)
    valkey.flush()
    replies = await asyncio.gather(*(socket.ended(turn) for socket, turn in zip(sockets, turns, strict=True)))
    assert {reply.end["type"] for reply in replies} == {"reply.done"}
    assert {reply.end["finish"] for reply in replies} == {"stop"}
    # Until the other process has said what it holds, its slots look free.
    assert model.most_streaming() <= SLOTS + 1


async def test_stopped_each_process_goes_by_its_share_and_everybody_is_answered(webs, talks, valkey, model):
    sockets = [await talks(webs[number % 2]) for number in range(6)]
    turns = [await said(socket, "[tokens:60] hello") for socket in sockets]
    await asyncio.gather(*(sockets[number].until(lambda n=number: places(sockets[n], turns[n])) for number in (4, 5)))
    model.most_streaming()
    valkey.stop()
    try:
        replies = await asyncio.gather(*(socket.ended(turn) for socket, turn in zip(sockets, turns, strict=True)))
        assert {reply.end.get("finish") for reply in replies} == {"stop"}
        assert model.most_streaming() <= SLOTS
        assert (await sockets[0].talk("[tokens:5] and on")).end["finish"] == "stop"
    finally:
        valkey.start()
        await ready(webs)
