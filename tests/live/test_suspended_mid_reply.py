"""A moderator suspends somebody while a reply is being written: what is open closes, what is said is kept."""

import asyncio
import time

import pytest

from tests.client import Person


@pytest.fixture
async def moderator(web, site):
    somebody = await Person(web.url).sign_up()
    await asyncio.to_thread(site.manage, "grant_role", somebody.name, "moderator")
    return somebody


async def test_it_closes_everything_within_a_second_and_the_reply_is_stored(
    person, conversation, other_web, site, moderator
):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        refused = await here.talk("hemlock")
        [(flag,)] = site.rows("SELECT id FROM chat_flag WHERE message_id = %s", refused.accepted["message"]["id"])
        turn = (await here.accepted(await here.say("Tell me a story [tokens:100]")))["turn"]
        await there.until(lambda: turn in there.replies and len(there.replies[turn].text) > 10)
        form = {"action": "suspend", "reason": "the third time", "seen": "0"}
        asked = time.monotonic()
        status, _ = await moderator.request("POST", f"/admin/chat/flag/{flag}/decide/", data=form)
        assert status == 302
        assert await asyncio.gather(*(socket.closed(seconds=1) for socket in (here, there))) == [4401, 4401]
        assert time.monotonic() - asked < 2  # with the moderator's own request
        heard = there.replies[turn]
        assert heard.end is None
    stored = "SELECT text, finish FROM chat_variant WHERE message_id = %s"
    async with asyncio.timeout(20):
        while not (rows := site.rows(stored, heard.started["message"])):
            await asyncio.sleep(0.1)  # a row tells nobody that it changed
    [(text, finish)] = rows
    assert finish == "stop"
    assert text.startswith(heard.text)
    assert len(text) > len(heard.text)
