"""A person who is warned while they talk sees at once that somebody wrote to them, on whatever instance; nobody else does."""

import asyncio

from tests.client import Person


async def test_an_open_conversation_tells_that_somebody_wrote(person, conversation, web, other_web, site):
    moderator = await Person(web.url).sign_up()
    await asyncio.to_thread(site.manage, "grant_role", moderator.name, "moderator")
    stranger = await Person(web.url).sign_up()
    elsewhere = await stranger.start_conversation()
    async with (
        person.socket(conversation) as here,
        person.socket(conversation, url=other_web.url) as there,
        stranger.socket(elsewhere) as apart,
    ):
        refused = await here.talk("hemlock")
        [(flag,)] = site.rows("SELECT id FROM chat_flag WHERE message_id = %s", refused.accepted["message"]["id"])
        form = {"action": "warn", "reason": "as the rules say", "told": "Please be kind.", "seen": "0"}
        status, _ = await moderator.request("POST", f"/admin/chat/flag/{flag}/decide/", data=form)
        assert status == 302
        for socket in (here, there):
            told = await socket.wait_for(lambda event: event["type"] == "conversation.changed", seconds=5)
            assert told["notice"] == {
                "kind": "news",
                "text": "A person who looks after this place has written to you",
                "url": "/account/moderation/",
            }
        await apart.talk("Hello")
        assert not [event for event in apart.events if event["type"] == "conversation.changed"]
