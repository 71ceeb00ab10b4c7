"""Editing, and going back to what stood there before: over the socket, on one web process and on two."""

import asyncio
import contextlib
import uuid

import pytest
import redis
from websockets.exceptions import ConnectionClosed

from tests.client import Person

NOBODY = str(uuid.uuid4())


async def ask(socket, type, **fields):
    """Send a changing frame; answers its client_id."""
    client_id = fields.pop("client_id", None) or str(uuid.uuid4())
    await socket.send(type=type, client_id=client_id, **fields)
    return client_id


async def edit(socket, message, text, **more):
    """Edit and wait for the whole answer."""
    client_id = await ask(socket, "message.edit", message=message, text=text, **more)
    return await socket.ended((await socket.accepted(client_id))["turn"])


async def changed(socket, client_id):
    return await socket.wait_for(lambda event: event["type"] == "history.changed" and event["client_id"] == client_id)


async def choose(socket, message, **more):
    return await changed(socket, await ask(socket, "reply.choose", message=message, **more))


async def said(person, conversation):
    _, page = await person.json("GET", f"/conversations/{conversation}/messages/")
    return page["messages"]


async def texts(person, conversation):
    return [message["text"] for message in await said(person, conversation)]


def own(reply):
    return reply.accepted["message"]["id"]


async def refused(socket, client_id):
    event = await socket.wait_for(lambda event: event["type"] == "error" and event.get("client_id") == client_id)
    return event["code"]


ABOUT_ITS_NAME = {"conversation.changed", "list.changed"}  # which may be another after an edit


async def test_an_edit_is_told_before_it_is_accepted_on_both(person, conversation, other_web):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        first = await here.talk("one [tokens:4]")
        await here.talk("two [tokens:4]")
        await there.until(lambda: sum(event["type"] == "reply.done" for event in there.events) == 2)
        heard = [len(socket.events) for socket in (here, there)]
        reply = await edit(here, own(first), "won [tokens:4]")
        assert (await there.ended(reply.turn)).text == reply.text
        for socket, since in zip((here, there), heard, strict=True):
            told = [event for event in socket.events[since:] if event["type"] not in ABOUT_ITS_NAME]
            types = [event["type"] for event in told]
            assert types[:3] == ["history.changed", "message.accepted", "reply.started"]
            assert types.count("history.changed") == 1
            assert told[0] | {"client_id": ""} == {
                "type": "history.changed",
                "client_id": "",
                "from": own(first),
                "head": {"message": own(reply), "variant": None},
                "branch": 1,
            }
            assert told[1]["message"]["edits"] == own(first)
    assert await texts(person, conversation) == ["won [tokens:4]", reply.text]
    [shown, _] = await said(person, conversation)
    assert (shown["edits"], shown["wordings"]) == (own(first), [own(first), own(reply)])
    async with person.socket(conversation, url=other_web.url) as socket:
        assert socket.state["head"] == {"message": reply.started["message"], "variant": 0}
        assert socket.state["branch"] == 1


async def test_a_choice_is_told_on_both_and_makes_no_turn(person, conversation, other_web, site):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        first = await here.talk("one [tokens:4]")
        two = await here.talk("two [tokens:4]")
        won = await edit(here, own(first), "won [tokens:4]")
        event = await choose(there, own(first))
        assert (event["from"], event["head"]) == (own(won), {"message": two.started["message"], "variant": 0})
        assert await changed(here, event["client_id"]) == event
        assert await texts(person, conversation) == ["one [tokens:4]", first.text, "two [tokens:4]", two.text]
        last = await there.talk("three [tokens:4]")
    assert await texts(person, conversation) == [
        *("one [tokens:4]", first.text, "two [tokens:4]", two.text),
        *("three [tokens:4]", last.text),
    ]
    assert site.rows("SELECT count(*) FROM chat_turn WHERE conversation_id = %s", conversation) == [(4,)]


async def test_another_wording_of_the_last_reply_is_chosen(person, conversation, other_web):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        first = await here.talk("one [tokens:6]")
        reply = first.started["message"]
        again = await ask(here, "reply.regenerate", message=reply)
        second = await here.ended((await here.accepted(again))["turn"])
        assert (second.end["variant"], second.end["variants"]) == (1, 2)
        event = await choose(there, reply, variant=0)
        assert (event["from"], event["head"]) == (reply, {"message": reply, "variant": 0})
        [_, shown] = await said(person, conversation)
        assert (shown["text"], shown["variant"], shown["variants"]) == (first.text, 0, 2)
        third = await ask(there, "reply.regenerate", message=reply)
        assert (await there.ended((await there.accepted(third))["turn"])).end["variant"] == 2
        # Both texts are still told to who asks for their turns.
        for one in (first, second):
            since = len(there.events)
            await there.send(type="resume", turn=one.turn, offset=0)
            await there.until(lambda since=since: any(e["type"] == "reply.done" for e in there.events[since:]))
            told = there.events[since:]
            assert "".join(event["text"] for event in told if event["type"] == "reply.delta") == one.text


async def test_what_left_the_branch_is_no_place_to_fetch_from(person, conversation):
    async with person.socket(conversation) as socket:
        first = await socket.talk("one [tokens:4]")
        await edit(socket, own(first), "won [tokens:4]")
        for query in ("after", "before"):
            path = f"/conversations/{conversation}/messages/?{query}="
            assert (await person.json("GET", path + own(first)))[0] == 409
            assert (await person.json("GET", path + first.started["message"]))[0] == 409
        await choose(socket, own(first))
        assert (await person.json("GET", path + own(first)))[0] == 200


async def test_the_same_frames_again_on_the_other_one_do_nothing(person, conversation, other_web, site):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        first = await here.talk("one [tokens:4]")
        ids = {"edit": str(uuid.uuid4()), "choose": str(uuid.uuid4())}
        won = await edit(here, own(first), "won [tokens:4]", client_id=ids["edit"])
        await choose(here, own(first), client_id=ids["choose"])
        await changed(there, ids["choose"])
        redis.Redis.from_url(site.environment["REDIS_URL"]).flushdb()
        await choose(here, own(won))
        since = len(there.events)
        await ask(there, "message.edit", message=own(first), text="won [tokens:4]", client_id=ids["edit"])
        await there.until(lambda: any(event["type"] == "reply.done" for event in there.events[since:]))
        told = [event for event in there.events[since:] if event.get("turn") == won.turn]
        assert [event["type"] for event in told[:2]] == ["message.accepted", "reply.started"]
        assert (told[0]["duplicate"], told[0]["message"]["id"]) == (True, own(won))
        since = len(there.events)
        await ask(there, "reply.choose", message=own(first), client_id=ids["choose"])
        again = await there.until(
            lambda: next((one for one in there.events[since:] if one.get("client_id") == ids["choose"]), None)
        )
        head = {"message": won.started["message"], "variant": 0}
        assert (again["type"], again["from"], again["head"]) == ("history.changed", None, head)
        for frame in (
            {"type": "reply.choose", "message": own(won), "client_id": ids["choose"]},
            {"type": "message.edit", "message": own(won), "text": "want", "client_id": ids["choose"]},
            {"type": "message.edit", "message": own(first), "text": "want", "client_id": ids["edit"]},
            {"type": "reply.choose", "message": own(first), "client_id": ids["edit"]},
            {"type": "message.send", "text": "want", "client_id": ids["choose"]},
        ):
            since = len(there.events)
            await there.send(**frame)
            error = await there.until(lambda since=since: there.events[since:] and there.events[since])
            assert (error["type"], error["code"], error["client_id"]) == ("error", "invalid", frame["client_id"])
    assert await texts(person, conversation) == ["won [tokens:4]", won.text]
    assert site.rows("SELECT count(*) FROM chat_turn WHERE conversation_id = %s", conversation) == [(2,)]
    assert site.rows("SELECT count(*) FROM chat_choice WHERE conversation_id = %s", conversation) == [(2,)]


async def test_of_two_edits_at_once_one_is_made(person, conversation, other_web, site):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        first = await here.talk("one [tokens:4]")
        ids = await asyncio.gather(
            *(ask(socket, "message.edit", message=own(first), text="won [tokens:60]") for socket in (here, there))
        )
        answers = [await socket.answered(mine) for socket, mine in zip((here, there), ids, strict=True)]
        assert sorted(answer.get("code", "") for answer in answers) in (["", "busy"], ["", "stale"])
        turn = next(answer["turn"] for answer in answers if "turn" in answer)
        await here.ended(turn)
    edits = "SELECT count(*) FROM chat_message WHERE conversation_id = %s AND edits_id IS NOT NULL"
    assert site.rows(edits, conversation) == [(1,)]
    seen = "SELECT position, count(*) FROM chat_message WHERE conversation_id = %s AND is_active GROUP BY 1 ORDER BY 1"
    assert site.rows(seen, conversation) == [(0, 1), (1, 1)]


async def test_while_a_reply_is_written_or_waits_in_line_both_are_busy(person, conversation, other_web):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        first = await here.talk("one [tokens:4]")
        turn = (await here.accepted(await here.say("[tokens:200] two")))["turn"]
        for socket in (here, there):
            for frame in ({"type": "message.edit", "text": "won"}, {"type": "reply.choose"}):
                assert await refused(socket, await ask(socket, message=own(first), **frame)) == "busy"
        await here.send(type="reply.stop", turn=turn)
        await here.ended(turn)
        assert not any(event["type"] == "history.changed" for event in here.events)


@pytest.mark.parametrize("kind", ["message.edit", "reply.choose"])
async def test_a_turn_that_waits_for_an_age_is_declined_by_them(person, conversation, other_web, kind):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        first = await here.talk("one [tokens:4]")
        waiting = await here.asked_for_age("periwinkle")
        client_id = await ask(there, kind, message=own(first), **({"text": "won"} if "edit" in kind else {}))
        await there.wait_for(lambda event: event.get("client_id") == client_id)
        for socket in (here, there):
            end = (await socket.ended(waiting)).end
            assert (end["type"], end["reason"]) == ("reply.refused", "age_declined")
            await socket.told_state(waiting=None)
        if "edit" in kind:
            await here.ended((await here.accepted(client_id))["turn"])


async def test_the_message_that_waits_for_an_age_can_be_edited(person, conversation):
    async with person.socket(conversation) as socket:
        waiting = await socket.asked_for_age("periwinkle")
        message = socket.replies[waiting].accepted["message"]["id"]
        reply = await edit(socket, message, "good evening [tokens:4]")
        assert reply.started["route"] == "everyday"
        assert socket.replies[waiting].end["reason"] == "age_declined"
    assert await texts(person, conversation) == ["good evening [tokens:4]", reply.text]


async def test_an_edit_is_judged_like_a_new_message(person, conversation, site):
    """Gated, helped and flagged; and the flag of what was edited away stays."""
    async with person.socket(conversation) as socket:
        first = await socket.talk("one [tokens:4]")
        hemlock = await edit(socket, own(first), "hemlock")
        assert (hemlock.end["type"], hemlock.end["label"]) == ("reply.refused", "nonconsensual")
        yarrow = await edit(socket, own(hemlock), "yarrow")
        told = [event["type"] for event in socket.events if event.get("turn") == yarrow.turn]
        assert told[:3] == ["message.accepted", "crisis.support", "reply.started"]
        assert yarrow.started["model"] == "none"
        await socket.told_state(route="support")
        await edit(socket, own(yarrow), "good evening [tokens:4]")
        await socket.told_state(route="support")
    flags = "SELECT f.label FROM chat_flag f JOIN chat_message m ON m.id = f.message_id WHERE m.conversation_id = %s"
    assert ("nonconsensual",) in site.rows(flags, conversation)
    page = await said(person, conversation)
    assert page[0]["support"] is None, "help stands with the words that it was shown for"
    assert len(page[0]["wordings"]) == 4


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "invalid"), (" \n", "invalid"), ("a\x00b", "invalid"), ("x" * 8001, "too_long"), (None, "invalid")],
)
async def test_an_edit_that_can_not_be_taken_changes_nothing(person, conversation, text, code):
    async with person.socket(conversation) as socket:
        first = await socket.talk("one [tokens:4]")
        assert await refused(socket, await ask(socket, "message.edit", message=own(first), text=text)) == code
        assert await refused(socket, await ask(socket, "message.edit", message=NOBODY, text="won")) == "invalid"
        assert await refused(socket, await ask(socket, "reply.choose", message=NOBODY)) == "invalid"
        reply = first.started["message"]
        assert await refused(socket, await ask(socket, "reply.choose", message=reply, variant=7)) == "invalid"
    assert await texts(person, conversation) == ["one [tokens:4]", first.text]


async def test_a_stranger_edits_and_chooses_nothing(web, person, conversation, other_web):
    stranger = await Person(web.url).sign_up()
    async with (
        person.socket(conversation) as socket,
        stranger.socket(await stranger.start_conversation(), url=other_web.url) as other,
    ):
        first = await socket.talk("one [tokens:4]")
        won = await edit(socket, own(first), "won [tokens:4]")
        for message in (own(first), own(won), won.started["message"], NOBODY):
            for frame in ({"type": "message.edit", "text": "mine"}, {"type": "reply.choose"}):
                assert await refused(other, await ask(other, message=message, **frame)) == "invalid"
        assert {event["type"] for event in other.events} == {"session.state", "error"}
    assert await texts(person, conversation) == ["won [tokens:4]", won.text]


async def test_a_choice_while_the_process_drains_is_made_once_wherever_it_is_sent_again(
    person, conversation, site, web
):
    with site.web(2) as leaving:
        async with person.socket(conversation) as there:
            first = await there.talk("one [tokens:4]")
            await edit(there, own(first), "won [tokens:4]")
            here = await person.socket(conversation, url=leaving.url).open()
            client_id = str(uuid.uuid4())
            leaving.terminate()
            with contextlib.suppress(ConnectionClosed):  # it may be sent away first
                await ask(here, "reply.choose", message=own(first), client_id=client_id)
            assert await here.closed() == 4503
            event = await choose(there, own(first), client_id=client_id)
            assert event["head"] == {"message": first.started["message"], "variant": 0}
            assert await leaving.gone() == 0
    assert await texts(person, conversation) == ["one [tokens:4]", first.text]
    choices = "SELECT count(*) FROM chat_choice WHERE conversation_id = %s"
    assert site.rows(choices, conversation) == [(1,)]


async def test_a_process_that_dies_over_an_edit_leaves_the_edit(person, conversation, site, web):
    with site.web(2) as dying:
        async with person.socket(conversation) as there:
            first = await there.talk("one [tokens:4]")
            here = await person.socket(conversation, url=dying.url).open()
            client_id = await ask(here, "message.edit", message=own(first), text="[tokens:2000] won")
            turn = (await there.accepted(client_id))["turn"]
            await there.until(lambda: len(there.replies[turn].text) > 20)
            dying.kill()
            ended = await there.ended(turn, seconds=20)
            assert ended.end["finish"] == "interrupted"
            assert await texts(person, conversation) == ["[tokens:2000] won", ended.text]
            await choose(there, own(first))
    assert await texts(person, conversation) == ["one [tokens:4]", first.text]
