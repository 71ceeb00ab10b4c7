"""Two web processes on one set of services: what one writes, the other tells."""

import asyncio
import random
import time
import uuid

import pytest

from tests.client import Person


async def running(socket, text="Tell me a story", *, heard=10):
    """Say something and wait until some text of the reply was heard; its turn."""
    turn = (await socket.accepted(await socket.say(text)))["turn"]
    await socket.until(lambda: turn in socket.replies and len(socket.replies[turn].text) >= heard)
    return turn


async def test_both_tell_the_same_reply(person, conversation, other_web):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        reply = await here.talk("Tell me a story")
        same = await there.ended(reply.turn)
        assert same.accepted["message"] == reply.accepted["message"]
        assert same.started == reply.started
        assert same.text == reply.text
        assert same.end == reply.end


async def test_a_reply_is_stopped_from_the_other_within_a_second(person, conversation, other_web, site):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        turn = await running(here)
        asked = time.monotonic()
        await there.send(type="reply.stop", turn=turn)
        stopped = await here.ended(turn)
        assert time.monotonic() - asked < 1
        assert stopped.end["finish"] == "stopped"
        assert (await there.ended(turn)).text == stopped.text
    assert site.rows("SELECT text FROM chat_variant WHERE message_id = %s", stopped.started["message"]) == [
        (stopped.text,)
    ]


async def test_a_turn_is_stopped_before_its_first_word(person, conversation, other_web):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        accepted = await here.accepted(await here.say("[fault:silence] are you there?"))
        await there.send(type="reply.stop", turn=accepted["turn"])
        stopped = await here.ended(accepted["turn"], seconds=3)
        assert (stopped.end["finish"], stopped.end["text_length"], stopped.started) == ("stopped", 0, None)
    _, page = await person.json("GET", f"/conversations/{conversation}/messages/")
    assert [message["outcome"] for message in page["messages"]] == ["failed"]


async def test_a_dropped_socket_resumes_on_the_other_without_a_gap(person, conversation, other_web):
    here = await person.socket(conversation).open()
    turn = await running(here, heard=random.randint(1, 200))
    held = here.replies[turn]
    here.drop()
    async with person.socket(conversation, url=other_web.url) as there:
        assert there.state["turn"]["turn"] == turn
        there.replies[turn] = held
        before = held.deltas
        await there.send(type="resume", turn=turn, offset=len(held.text))
        whole = await there.ended(turn)
        assert whole.deltas > before
        assert len(whole.text) == whole.end["text_length"]
        assert whole.end["finish"] == "stop"


async def test_a_new_socket_hears_of_a_running_turn_only_after_its_resume(person, conversation, other_web):
    async with person.socket(conversation) as here:
        turn = await running(here)
        async with person.socket(conversation, url=other_web.url) as there:
            await here.ended(turn)
            await there.send(type="ping", n=1)
            await there.wait_for(lambda event: event["type"] == "pong")
            assert turn not in there.replies


async def test_a_reply_goes_on_when_every_socket_has_gone(person, conversation, site):
    here = await person.socket(conversation).open()
    turn = await running(here)
    here.drop()
    async with asyncio.timeout(20):
        while site.rows("SELECT state FROM chat_turn WHERE id = %s", turn) != [("done",)]:
            await asyncio.sleep(0.1)  # a row tells nobody that it changed
    [(finish, length)] = site.rows("SELECT finish, text_length FROM chat_turn WHERE id = %s", turn)
    assert finish == "stop"
    assert length > 100


async def test_two_at_once_make_one_turn(person, conversation, other_web, site):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        ids = await asyncio.gather(here.say("one"), there.say("two"))
        answers = [
            await socket.wait_for(lambda event, mine=mine: event.get("client_id") == mine)
            for socket, mine in zip((here, there), ids, strict=True)
        ]
        assert sorted(answer["type"] for answer in answers) == ["error", "message.accepted"]
        turn = next(answer["turn"] for answer in answers if answer["type"] == "message.accepted")
        await here.ended(turn)
    assert site.rows("SELECT count(*) FROM chat_turn WHERE conversation_id = %s", conversation) == [(1,)]


async def test_the_same_frame_on_both_makes_one_message(person, conversation, other_web, site):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        client_id = str(uuid.uuid4())
        await asyncio.gather(*(socket.say("once", client_id=client_id) for socket in (here, there)))
        turns = {(await socket.accepted(client_id))["turn"] for socket in (here, there)}
        assert len(turns) == 1
        [turn] = turns
        assert (await here.ended(turn)).text == (await there.ended(turn)).text
    assert site.rows("SELECT count(*) FROM chat_message WHERE conversation_id = %s", conversation) == [(2,)]


@pytest.fixture
def third_web(site):
    with site.web(2) as process:
        yield process


async def test_a_killed_process_s_turn_ends_within_15_seconds_everywhere(person, conversation, third_web, web, site):
    async with person.socket(conversation) as there:
        here = await person.socket(conversation, url=third_web.url).open()
        turn = await running(here, heard=100)
        third_web.kill()
        killed = time.monotonic()
        kept = await there.ended(turn, seconds=20)
        assert time.monotonic() - killed < 15
        assert kept.end["finish"] == "interrupted"
        assert here.replies[turn].text.startswith(kept.text)
        [(stored,)] = site.rows("SELECT text FROM chat_variant WHERE message_id = %s", kept.started["message"])
        assert stored == kept.text
        # Whoever had heard more than was kept is told how much stands.
        there.replies.pop(turn)
        await there.send(type="resume", turn=turn, offset=len(here.replies[turn].text) + 50)
        assert (await there.ended(turn)).end["text_length"] == len(stored)


async def test_a_process_asked_to_end_finishes_its_replies_first(person, conversation, third_web, web):
    async with person.socket(conversation) as there:
        here = await person.socket(conversation, url=third_web.url).open()
        turn = await running(here)
        third_web.terminate()
        assert await here.closed() == 4503
        assert (await there.ended(turn)).end["finish"] == "stop"
        assert await third_web.gone() == 0


async def test_a_reply_too_long_for_the_drain_is_stored_as_interrupted(person, conversation, site, web):
    with site.web(3, DRAIN_SECONDS="1") as short:
        async with person.socket(conversation) as there:
            here = await person.socket(conversation, url=short.url).open()
            turn = await running(here, "[tokens:2000] a long story")
            short.terminate()
            end = await there.ended(turn)
            assert end.end["finish"] == "interrupted"
            assert len(end.text) == end.end["text_length"] > 0
            assert await short.gone() == 0


async def test_another_account_hears_nothing(person, conversation, web, other_web):
    stranger = await Person(web.url).sign_up()
    async with (
        person.socket(conversation) as here,
        stranger.socket(await stranger.start_conversation(), url=other_web.url) as other,
    ):
        await here.talk("Tell me a story")
        await other.send(type="ping", n=1)
        await other.wait_for(lambda event: event["type"] == "pong")
        assert [event["type"] for event in other.events] == ["session.state", "pong"]
