"""The wire contract, against a real web process."""

import contextlib
import json
import uuid

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.client import Person

NOBODY = str(uuid.uuid4())


async def test_a_conversation_from_sign_up_to_the_stored_reply(person, conversation, site):
    async with person.socket(conversation) as socket:
        assert socket.events[0]["type"] == "session.state"
        assert socket.state["head"] is None
        assert socket.state["limits"]["message_chars"] == 8000
        reply = await socket.talk("Good evening")
        types = [event["type"] for event in socket.events if event.get("turn") == reply.turn]
        assert types[:2] == ["message.accepted", "reply.started"]
        assert set(types[2:-1]) == {"reply.delta"}
        assert types[-1] == "reply.done"
        assert reply.end["finish"] == "stop"
        assert reply.end["latency"]["first_token_ms"] > 0
        assert reply.started["model"] == "simulated"
    [(stored,)] = site.rows("SELECT text FROM chat_variant WHERE message_id = %s", reply.started["message"])
    assert stored == reply.text
    status, page = await person.json("GET", f"/conversations/{conversation}/messages/")
    assert status == 200
    assert [(message["role"], message["text"]) for message in page["messages"]] == [
        ("user", "Good evening"),
        ("assistant", reply.text),
    ]
    assert page["messages"][0]["outcome"] == "answered"


async def test_the_state_of_the_next_socket_names_the_newest_message(person, conversation):
    async with person.socket(conversation) as socket:
        reply = await socket.talk("Good evening")
    async with person.socket(conversation) as socket:
        assert socket.state["head"] == {"message": reply.started["message"], "variant": 0}
        assert socket.state["turn"] is None


async def test_nothing_is_heard_twice_after_a_turn_ended_before_the_socket_came(person, conversation, other_web):
    async with person.socket(conversation) as socket:
        await socket.talk("Good evening")
    async with person.socket(conversation, url=other_web.url) as socket:
        await socket.send(type="ping", n=1)
        await socket.wait_for(lambda event: event["type"] == "pong")
        assert [event["type"] for event in socket.events] == ["session.state", "pong"]


async def test_bad_frames_get_an_error_and_the_socket_stays(person, conversation):
    async with person.socket(conversation) as socket:
        for frame in ("nonsense", b"\x00\xff", "[]", '{"type":"unknown"}', '{"type":"reply.stop"}', '{"type":7}'):
            heard = len(socket.events)
            await socket.send_raw(frame)
            error = await socket.until(lambda heard=heard: socket.events[heard:] and socket.events[heard])
            assert (error["type"], error["code"]) == ("error", "invalid")
        await socket.send(type="ping", n="still here")
        assert (await socket.wait_for(lambda event: event["type"] == "pong"))["n"] == "still here"


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "invalid"), (" \n ", "invalid"), ("a\x00b", "invalid"), ("x" * 8001, "too_long"), (7, "invalid")],
)
async def test_a_message_that_can_not_be_taken_is_refused_once(person, conversation, site, text, code):
    async with person.socket(conversation) as socket:
        client_id = await socket.say(text)
        error = await socket.wait_for(lambda event: event.get("client_id") == client_id)
        assert (error["type"], error["code"]) == ("error", code)
    assert site.rows("SELECT count(*) FROM chat_message WHERE conversation_id = %s", conversation) == [(0,)]


async def test_the_longest_message_is_stored_untouched(person, conversation, site):
    text = " " + "🐕" * 7998 + "\n"
    async with person.socket(conversation) as socket:
        accepted = await socket.accepted(await socket.say(text))
        assert accepted["message"]["text"] == text
        await socket.ended(accepted["turn"])
    assert site.rows("SELECT text FROM chat_message WHERE id = %s", accepted["message"]["id"]) == [(text,)]


async def test_a_frame_over_the_limit_closes_with_1009(person, conversation):
    socket = await person.socket(conversation).open()
    await socket.send_raw("x" * (64 * 1024 + 1))
    assert await socket.closed() == 1009


async def test_nobody_signed_in_is_told_4401(web, conversation):
    socket = await Person(web.url).socket(conversation).open(wait_for_state=False)
    assert await socket.closed() == 4401


async def test_a_stranger_is_told_what_everybody_is_told_of_a_conversation_that_does_not_exist(web, conversation):
    stranger = await Person(web.url).sign_up()
    for theirs in (conversation, NOBODY):
        socket = await stranger.socket(theirs).open(wait_for_state=False)
        assert await socket.closed() == 4404
        assert socket.events == []


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1"])
async def test_another_site_s_page_is_refused(person, conversation, origin):
    with pytest.raises(InvalidStatus) as refused:
        await person.socket(conversation).open(origin=origin)
    assert refused.value.response.status_code == 403


async def test_a_client_that_is_no_browser_names_no_origin(person, conversation):
    socket = await person.socket(conversation).open(origin=None)
    assert socket.state["conversation"] == conversation
    await socket.close()


async def test_a_stranger_can_neither_resume_nor_stop_a_turn(web, person, conversation):
    stranger = await Person(web.url).sign_up()
    async with person.socket(conversation) as socket, stranger.socket(await stranger.start_conversation()) as other:
        turn = (await socket.accepted(await socket.say("Good evening")))["turn"]
        for frame in ({"type": "resume", "offset": 0}, {"type": "reply.stop"}):
            heard = len(other.events)
            await other.send(turn=turn, **frame)
            error = await other.until(lambda heard=heard: other.events[heard:] and other.events[heard])
            assert (error["code"], error["turn"]) == ("invalid", turn)
        assert (await socket.ended(turn)).end["finish"] == "stop"


async def test_a_stranger_can_not_regenerate_a_reply(web, person, conversation):
    stranger = await Person(web.url).sign_up()
    async with person.socket(conversation) as socket, stranger.socket(await stranger.start_conversation()) as other:
        reply = await socket.talk("Good evening")
        client_id = str(uuid.uuid4())
        await other.send(type="reply.regenerate", client_id=client_id, message=reply.started["message"])
        error = await other.wait_for(lambda event: event.get("client_id") == client_id)
        assert (error["type"], error["code"]) == ("error", "invalid")


async def test_the_same_frame_twice_makes_one_message(person, conversation, site):
    async with person.socket(conversation) as socket:
        client_id = await socket.say("once")
        first = await socket.ended((await socket.accepted(client_id))["turn"])
        await socket.say("once", client_id=client_id)
        again = await socket.wait_for(lambda event: event.get("duplicate"))
        assert again["turn"] == first.turn
        await socket.until(lambda: [event["type"] for event in socket.events].count("reply.done") == 2)
        assert socket.replies[first.turn].text == first.text
    assert site.rows("SELECT count(*) FROM chat_message WHERE conversation_id = %s", conversation) == [(2,)]


async def test_while_a_reply_runs_the_next_message_is_busy(person, conversation):
    async with person.socket(conversation) as socket:
        turn = (await socket.accepted(await socket.say("one")))["turn"]
        client_id = await socket.say("two")
        error = await socket.wait_for(lambda event: event.get("client_id") == client_id)
        assert (error["type"], error["code"]) == ("error", "busy")
        await socket.ended(turn)


async def test_a_parent_that_is_not_the_head_is_stale(person, conversation):
    async with person.socket(conversation) as socket:
        await socket.talk("one")
        client_id = await socket.say("two", parent={"message": NOBODY, "variant": None})
        error = await socket.wait_for(lambda event: event.get("client_id") == client_id)
        assert (error["type"], error["code"]) == ("error", "stale")


async def test_an_ended_turn_is_told_as_often_as_asked(person, conversation):
    async with person.socket(conversation) as socket:
        reply = await socket.talk("Good evening")
        whole = reply.text
        for offset, heard in ((0, whole), (5, whole[5:]), (len(whole), ""), (10**9, "")):
            since = len(socket.events)
            await socket.send(type="resume", turn=reply.turn, offset=offset)
            await socket.until(lambda since=since: any(e["type"] == "reply.done" for e in socket.events[since:]))
            told = socket.events[since:]
            assert told[0]["type"] == "reply.started"
            assert "".join(event["text"] for event in told if event["type"] == "reply.delta") == heard
        since = len(socket.events)
        await socket.send(type="reply.stop", turn=reply.turn)
        end = await socket.until(lambda: socket.events[since:] and socket.events[since])
        assert (end["type"], end["turn"]) == ("reply.done", reply.turn)


@pytest.mark.parametrize("offset", [-1, 0.5, "0", None, True])
async def test_an_offset_that_is_no_number_from_0_is_refused(person, conversation, offset):
    async with person.socket(conversation) as socket:
        await socket.send(type="resume", turn=NOBODY, offset=offset)
        error = await socket.wait_for(lambda event: event["type"] == "error")
        assert (error["code"], error["turn"]) == ("invalid", NOBODY)


async def test_signing_out_elsewhere_ends_what_a_socket_may_do(person, conversation, site):
    async with person.socket(conversation) as socket:
        await person.request("POST", "/accounts/logout/")
        with contextlib.suppress(ConnectionClosed):  # it may be told first
            await socket.say("still me?")
        assert await socket.closed() == 4401
    assert site.rows("SELECT count(*) FROM chat_message WHERE conversation_id = %s", conversation) == [(0,)]


async def test_a_reply_can_be_regenerated(person, conversation):
    async with person.socket(conversation) as socket:
        first = await socket.talk("Good evening")
        client_id = str(uuid.uuid4())
        await socket.send(type="reply.regenerate", client_id=client_id, message=first.started["message"])
        again = await socket.ended((await socket.accepted(client_id))["turn"])
        assert again.started["message"] == first.started["message"]
        assert (again.end["variant"], again.end["variants"]) == (1, 2)
    _, page = await person.json("GET", f"/conversations/{conversation}/messages/")
    assert (page["messages"][-1]["variant"], page["messages"][-1]["variants"]) == (1, 2)


async def test_logs_hold_no_word_of_a_message(person, conversation, web):
    secret = "my-secret-" + uuid.uuid4().hex
    async with person.socket(conversation) as socket:
        await socket.talk(secret)
        await socket.send_raw(json.dumps({"type": "message.send", "client_id": secret, "text": secret}))
        await socket.wait_for(lambda event: event["type"] == "error")
    assert secret not in web.said()
