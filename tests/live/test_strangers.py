"""Somebody else, on every address and with every id of a conversation that is not theirs: they learn and change nothing."""

import uuid

import pytest

from tests.client import Person

NOBODY = str(uuid.uuid4())


@pytest.fixture
async def waiting(person, conversation):
    """An explicit message that waits for its writer's age; its turn and message."""
    async with person.socket(conversation) as socket:
        turn = await socket.asked_for_age("periwinkle")
        return turn, socket.replies[turn].accepted["message"]["id"]


@pytest.fixture
async def stranger(web):
    return await Person(web.url).sign_up()


@pytest.fixture
async def their_socket(stranger, other_web):
    async with stranger.socket(await stranger.start_conversation(), url=other_web.url) as socket:
        yield socket


async def still_waits(person, conversation, turn):
    async with person.socket(conversation) as socket:
        return socket.state["waiting"] == turn and not socket.state["age_verified"]


@pytest.mark.parametrize("kind", ["reply.stop", "resume", "reply.regenerate", "reply.choose", "message.edit"])
async def test_no_frame_reaches_what_waits(person, conversation, waiting, their_socket, kind):
    turn, message = waiting
    for theirs in (turn, NOBODY):
        heard = len(their_socket.events)
        is_of_turn = kind in {"reply.stop", "resume"}
        about = {"turn": theirs} if is_of_turn else {"client_id": str(uuid.uuid4()), "message": message}
        await their_socket.send(type=kind, offset=0, text="mine now", **about)
        error = await their_socket.until(lambda heard=heard: their_socket.events[heard:] and their_socket.events[heard])
        assert (error["type"], error["code"]) == ("error", "invalid")
        assert {error.get(name) for name in about if name != "message"} == {about.get("turn") or about["client_id"]}
    assert await still_waits(person, conversation, turn)


async def test_their_own_age_opens_nobody_else_s_message(person, conversation, waiting, stranger, their_socket):
    assert (await stranger.verify_age())[0] == 200
    await their_socket.told_state(age_verified=True)
    assert await still_waits(person, conversation, waiting[0])


async def test_their_withdrawal_and_release_end_nobody_else_s_lock(person, conversation, stranger, their_socket):
    assert (await person.verify_age())[0] == 200
    async with person.socket(conversation) as socket:
        await socket.talk("periwinkle [tokens:5]")
        assert (await stranger.json("DELETE", "/age/"))[0] == 200
        await their_socket.send(type="lock.release")
        await their_socket.send(type="ping", n=1)
        await their_socket.wait_for(lambda event: event["type"] == "pong")
        assert (await socket.talk("and then [tokens:5]")).started["route"] == "adult"
        await socket.told_state(age_verified=True, lock={"route": "adult", "remaining": 4})


async def test_no_address_tells_more_than_of_a_conversation_that_does_not_exist(conversation, waiting, stranger):
    _, message = waiting
    for path in ("/conversations/{}/", "/conversations/{}/messages/", "/conversations/{}/messages/?after=" + message):
        answers = [await stranger.request("GET", path.format(which)) for which in (conversation, NOBODY)]
        assert answers[0] == answers[1]
        assert answers[0][0] == 404
    for which in (conversation, NOBODY):
        socket = await stranger.socket(which).open(wait_for_state=False)
        assert (await socket.closed(), socket.events) == (4404, [])


async def test_nobody_signed_in_is_led_to_the_door(web, conversation, waiting):
    nobody = Person(web.url)
    await nobody.request("GET", "/accounts/login/")
    for method, path in (
        ("GET", "/age/"),
        ("POST", "/age/"),
        ("DELETE", "/age/"),
        ("POST", "/age/withdraw/"),
        ("POST", "/conversations/"),
        ("GET", f"/conversations/{conversation}/"),
        ("GET", f"/conversations/{conversation}/messages/"),
        ("GET", "/settings/"),
    ):
        status, _ = await nobody.request(method, path, headers={"Accept": "application/json"})
        assert status == 302, (method, path)
    assert (await nobody.request("POST", "/age/callback/", json={}))[0] == 404


@pytest.mark.parametrize(("method", "path"), [("POST", "/age/"), ("DELETE", "/age/"), ("POST", "/age/withdraw/")])
async def test_another_site_can_not_act_for_who_is_signed_in(person, web, method, path):
    body = {"birth_date": "1980-01-31", "confirm": True}
    status, _ = await person.request(method, path, json=body, headers={"Origin": "http://evil.example"})
    assert status == 403
    person.cookies["csrftoken"] = ""
    assert (await person.request(method, path, json=body))[0] == 403
    assert (await person.json("GET", "/age/"))[1]["age_verified"] is False
