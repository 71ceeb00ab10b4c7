"""What is done in the list on one device is seen on the others at once, on whatever instance; nobody else hears of it."""

from tests.client import Person


def told(socket, kind):
    return socket.wait_for(lambda event: event["type"] == kind, seconds=5)


async def test_every_socket_of_theirs_hears_it(person, conversation, web, other_web):
    other = await person.start_conversation()
    stranger = await Person(web.url).sign_up()
    async with (
        person.socket(conversation) as here,
        person.socket(other, url=other_web.url) as there,
        stranger.socket(await stranger.start_conversation()) as apart,
    ):
        status, answer = await person.json("POST", f"/conversations/{conversation}/rename/", json={"title": "New"})
        assert (status, answer["conversation"]["title"]) == (200, "New")
        for socket in (here, there):
            [one] = (await told(socket, "list.changed"))["conversations"]
            assert (one["id"], one["title"], one["pinned"]) == (conversation, "New", False)
        assert (await told(here, "conversation.changed"))["title"] == "New"
        status, _ = await person.json("POST", f"/conversations/{conversation}/delete/", json={"sure": True})
        assert status == 200
        assert await here.closed() == 4404
        await there.wait_for(lambda event: event["type"] == "list.changed" and event["deleted"] == [conversation])
        await apart.talk("Hello")
        heard = {event["type"] for event in [*apart.events, *there.events]}
        assert "list.changed" not in {event["type"] for event in apart.events}
        assert "conversation.changed" not in heard, "that is told in the conversation itself"


async def test_a_conversation_is_not_deleted_while_a_reply_is_written(person, conversation):
    async with person.socket(conversation) as socket:
        turn = (await socket.accepted(await socket.say("a long story [tokens:400]")))["turn"]
        status, answer = await person.json("POST", f"/conversations/{conversation}/delete/", json={"sure": True})
        assert (status, answer["code"]) == (409, "busy")
        await socket.send(type="reply.stop", turn=turn)
        await socket.ended(turn)
    assert (await person.json("POST", f"/conversations/{conversation}/delete/", json={"sure": True}))[0] == 200
    assert (await person.request("GET", f"/conversations/{conversation}/"))[0] == 404
