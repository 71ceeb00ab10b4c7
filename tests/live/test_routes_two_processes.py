"""Age, routes and lock over two web processes: what one was told, the other knows."""

import asyncio
import hashlib
import hmac
import json
import time
from urllib.parse import parse_qs, urlsplit

import pytest
from redis.asyncio import Redis

from sessions_ext.limits.sockets import KEY
from tests.client import Person
from tests.limits.conftest import eventually

EXPLICIT, SUGGESTIVE = "periwinkle [tokens:8]", "marigold [tokens:8]"
ONWARDS = "and then [tokens:8]"
PROVIDER = {
    "AGE_PROVIDER_NAME": "Somebody Who Checks",
    "AGE_PROVIDER_URL": "https://checks.example/start",
    "AGE_PROVIDER_SECRET": "known to both and to nobody else",
}
ADULT = {"route": "adult", "lock": {"route": "adult", "remaining": 5}}
EVERYDAY = {"route": "everyday", "lock": None}


@pytest.fixture
async def verified(person):
    assert await person.verify_age() == (200, {**(await person.json("GET", "/age/"))[1], "age_verified": True})
    return person


@pytest.fixture
async def both(person, conversation, other_web):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        yield here, there


def types(socket, turn):
    """What a socket heard of a turn; of its text, that there was some."""
    return list(dict.fromkeys(event["type"] for event in socket.events if event.get("turn") == turn))


async def outcomes(person, conversation):
    _, page = await person.json("GET", f"/conversations/{conversation}/messages/")
    return [message["outcome"] for message in page["messages"] if message["role"] == "user"]


# --- The message that waits -----------------------------------------------------------------------------------------------
async def test_verified_on_the_other_the_waiting_message_goes_on_by_itself(person, conversation, both, other_web, site):
    here = both[0]
    turn = await here.asked_for_age(EXPLICIT)
    for socket in both:
        await socket.told_state(waiting=turn, age_verified=False, turn=None)
    assert (await person.verify_age(url=other_web.url))[0] == 200
    replies = [await socket.ended(turn) for socket in both]
    assert replies[0].text == replies[1].text != ""
    for socket in both:
        assert types(socket, turn) == ["message.accepted", "age.required", "reply.started", "reply.delta", "reply.done"]
        await socket.told_state(waiting=None, age_verified=True, **ADULT)
    assert await outcomes(person, conversation) == ["answered"]
    assert site.rows("SELECT count(*) FROM chat_turn WHERE conversation_id = %s", conversation) == [(1,)]


async def test_however_many_look_at_once_it_goes_on_once(person, conversation, web, other_web, site):
    sockets = [await person.socket(conversation, url=(web, other_web)[n % 2].url).open() for n in range(8)]
    turn = await sockets[0].asked_for_age(EXPLICIT)
    for socket in sockets:
        await socket.told_state(waiting=turn)
    answers = await asyncio.gather(*(person.verify_age(url=process.url) for process in (web, other_web, web)))
    assert [status for status, _ in answers] == [200, 200, 200]
    texts = {(await socket.ended(turn)).text for socket in sockets}
    assert len(texts) == 1
    for socket in sockets:
        await socket.told_state(waiting=None, age_verified=True, **ADULT)
        kinds = [event["type"] for event in socket.events if event.get("turn") == turn]
        assert [kinds.count(kind) for kind in ("age.required", "reply.started", "reply.done")] == [1, 1, 1]
        await socket.close()
    assert site.rows("SELECT fence, state FROM chat_turn WHERE conversation_id = %s", conversation) == [(2, "done")]


async def test_an_identity_provider_s_word_lets_it_go_on_everywhere(person, conversation, both, site):
    turn = await both[0].asked_for_age(EXPLICIT)
    with site.web(2, AGE_VERIFIER="external", **PROVIDER) as asking:
        status, answer = await person.verify_age(url=asking.url)
        assert (status, answer["reason"]) == (403, "external")
        [request] = parse_qs(urlsplit(answer["url"]).query)["request"]
        body = json.dumps({"request": request, "adult": True, "at": time.time()}).encode()
        signed = "sha256=" + hmac.new(PROVIDER["AGE_PROVIDER_SECRET"].encode(), body, hashlib.sha256).hexdigest()
        status, _ = await Person(asking.url).request(
            "POST", "/age/callback/", data=body, headers={"X-Companion-Signature": signed}
        )
        assert status == 200
        for socket in both:
            assert (await socket.ended(turn)).started["route"] == "adult"


async def has_no_socket(person, site):
    [(user_id,)] = site.rows("SELECT id FROM companion_user WHERE username = %s", person.name)
    async with Redis.from_url(site.environment["REDIS_URL"]) as theirs:
        return not await theirs.zcard(KEY.format(user_id=user_id))


async def test_with_no_socket_open_it_goes_on_at_the_next_connect(person, conversation, other_web, site):
    async with person.socket(conversation) as here:
        turn = await here.asked_for_age(EXPLICIT)
    await eventually(
        lambda: has_no_socket(person, site)
    )  # the server hears of a closed socket later than who closed it
    assert (await person.verify_age())[0] == 200
    assert await outcomes(person, conversation) == ["waiting"]
    async with person.socket(conversation, url=other_web.url) as there:
        assert (there.state["waiting"], there.state["age_verified"]) == (turn, True)
        assert (await there.ended(turn)).end["finish"] == "stop"
        await there.told_state(waiting=None, **ADULT)
        assert "age.required" not in types(there, turn)
        assert [event["type"] for event in there.events].count("reply.started") == 1


async def test_who_was_not_asked_hears_nothing_of_the_question_later(person, conversation, other_web):
    """The other process had nobody of this conversation when the age was asked for, and reads of it afterwards."""
    async with person.socket(conversation) as here:
        turn = await here.asked_for_age(EXPLICIT)
        assert (await person.verify_age())[0] == 200
        await here.ended(turn)
        async with person.socket(conversation, url=other_web.url) as there:
            for _ in range(4):  # longer than changes are read again
                await here.talk(ONWARDS)
            await there.told_state(lock={"route": "adult", "remaining": 1})
            assert types(there, turn) == []


async def test_it_is_declined_from_the_other(person, conversation, both):
    here, there = both
    turn = await here.asked_for_age(EXPLICIT)
    await there.send(type="reply.stop", turn=turn)
    for socket in both:
        refused = (await socket.ended(turn)).end
        assert (refused["type"], refused["reason"]) == ("reply.refused", "age_declined")
        await socket.told_state(waiting=None, **EVERYDAY)
    assert await outcomes(person, conversation) == ["declined"]
    await there.send(type="resume", turn=turn, offset=0)
    await there.until(lambda: [event["type"] for event in there.events].count("reply.refused") == 2)


async def test_a_new_message_on_the_other_declines_it(person, conversation, both):
    here, there = both
    turn = await here.asked_for_age(EXPLICIT)
    reply = await there.talk("never mind [tokens:5]")
    assert reply.started["route"] == "everyday"
    for socket in both:
        assert (await socket.ended(turn)).end["reason"] == "age_declined"
        await socket.told_state(waiting=None)
    assert await outcomes(person, conversation) == ["declined", "answered"]


async def test_verifying_after_it_was_declined_brings_nothing_back(person, conversation, both):
    here, there = both
    turn = await here.asked_for_age(EXPLICIT)
    await there.send(type="reply.stop", turn=turn)
    await here.ended(turn)
    assert (await person.verify_age())[0] == 200
    await here.told_state(age_verified=True, waiting=None, **EVERYDAY)
    await here.talk("good evening [tokens:5]")
    assert "reply.started" not in types(here, turn) + types(there, turn)


async def test_it_expires_on_both(person, conversation, both, site):
    turn = await both[0].asked_for_age(EXPLICIT)
    site.rows("UPDATE chat_turn SET started_at = started_at - interval '30 minutes' WHERE id = %s RETURNING id", turn)
    began = time.monotonic()
    for socket in both:
        assert (await socket.ended(turn, seconds=5)).end["reason"] == "age_expired"
    assert time.monotonic() - began < 5
    for socket in both:
        await socket.told_state(waiting=None)


async def test_an_age_under_18_refuses_it_on_both_and_closes_for_good(person, conversation, both, other_web):
    here, there = both
    turn = await here.asked_for_age(EXPLICIT)
    year = time.gmtime().tm_year
    status, answer = await person.verify_age(born=f"{year - 10}-01-01", url=other_web.url)
    assert (status, answer["reason"]) == (403, "under_age")
    for socket in both:
        assert (await socket.ended(turn)).end["reason"] == "account_closed"
    status, answer = await person.verify_age()
    assert (status, answer["reason"]) == (403, "account_closed")
    assert (await there.talk(EXPLICIT)).end["reason"] == "account_closed"
    assert (await here.talk(SUGGESTIVE)).started["route"] == "everyday"


# --- The lock ----------------------------------------------------------------------------------------------------------------
async def test_two_at_once_count_one_and_both_see_the_same(verified, conversation, both):
    here = both[0]
    await here.talk(EXPLICIT)
    for socket in both:
        await socket.told_state(**ADULT)
    ids = await asyncio.gather(*(socket.say(ONWARDS) for socket in both))
    answers = [
        await socket.wait_for(lambda event, mine=mine: event.get("client_id") == mine)
        for socket, mine in zip(both, ids, strict=True)
    ]
    assert sorted(answer.get("code", answer["type"]) for answer in answers) == ["busy", "message.accepted"]
    for socket in both:
        await socket.told_state(lock={"route": "adult", "remaining": 4})


async def test_of_two_at_once_that_end_at_once_neither_is_lost(person, conversation, both):
    for _ in range(8):
        ids = await asyncio.gather(*(socket.say("hemlock") for socket in both))
        for socket, mine in zip(both, ids, strict=True):
            assert (await socket.ended((await socket.accepted(mine))["turn"])).end["reason"] == "label"
    assert await outcomes(person, conversation) == ["refused"] * 16


async def test_it_counts_down_whichever_is_spoken_to(verified, conversation, both):
    await both[0].talk(EXPLICIT)
    for remaining in (4, 3, 2, 1, None):
        assert (await both[(remaining or 0) % 2].talk(ONWARDS)).started["route"] == "adult"
        for socket in both:
            lock = remaining and {"route": "adult", "remaining": remaining}
            await socket.told_state(route="adult", lock=lock)
    assert (await both[1].talk(ONWARDS)).started["route"] == "everyday"


async def test_left_on_one_it_is_left_on_the_other(verified, conversation, both):
    here, there = both
    await here.talk(EXPLICIT)
    await there.told_state(**ADULT)
    await here.send(type="lock.release")
    for socket in both:
        await socket.told_state(**EVERYDAY)
    assert (await there.talk(ONWARDS)).started["route"] == "everyday"


# --- Withdrawn and revoked ---------------------------------------------------------------------------------------------------
async def test_withdrawn_on_one_it_ends_on_the_other_within_a_second(verified, conversation, both, other_web):
    here, there = both
    await here.talk(EXPLICIT)
    await there.told_state(**ADULT)
    assert (await verified.json("DELETE", "/age/"))[0] == 200
    await there.told_state(age_verified=False, seconds=1, **EVERYDAY)
    assert (await there.talk(ONWARDS)).started["route"] == "everyday"
    turn = await here.asked_for_age(EXPLICIT)
    await there.told_state(waiting=turn, **EVERYDAY)


async def test_revoked_by_an_administrator_it_ends_on_both_within_a_second(verified, conversation, both, site):
    for socket in both:
        await socket.told_state(age_verified=True)
    await both[0].talk(EXPLICIT)
    await asyncio.to_thread(site.manage, "shell", "-c", revoke_age_of(verified.name))
    for socket in both:
        await socket.told_state(age_verified=False, seconds=1, **EVERYDAY)
    assert (await both[1].talk(ONWARDS)).started["route"] == "everyday"


async def test_another_answer_to_an_adult_message_is_asked_for_age_again(verified, conversation, both):
    here, there = both
    reply = await here.talk(EXPLICIT)
    await verified.json("DELETE", "/age/")
    again = "7d1f2b90-0f3a-4a55-9d8e-0a4c4f1f6d11"
    await there.send(type="reply.regenerate", client_id=again, message=reply.started["message"])
    turn = (await there.accepted(again))["turn"]
    await here.wait_for(lambda event: event["type"] == "age.required" and event["turn"] == turn)
    assert types(there, turn) == ["message.accepted", "age.required"]


def revoke_age_of(name):
    return (
        "from companion.models import User; from sessions_ext import age;"
        f"user = User.objects.get(username={name!r}); age.end_verification(user_id=user.pk, by_id=user.pk)"
    )
