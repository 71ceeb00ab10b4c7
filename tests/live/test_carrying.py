"""Through a real web process: a file comes and goes in pieces, and nothing else waits for it."""

import asyncio
import io
import json
import time

import aiohttp

from tests.client import Person


def upload(data):
    form = aiohttp.FormData()
    form.add_field("file", io.BytesIO(data), filename="talk.json", content_type="application/json")
    return form


async def test_a_long_conversation_comes_and_goes_while_others_talk(web, site, person):
    said = [
        {"id": number, "parent": number - 1 if number else None, "role": "user", "text": f"{number} " + "rain " * 200}
        for number in range(3000)
    ]
    talk = {"persona": "mira", "title": "Long", "messages": said, "head": 2999}
    data = json.dumps({"format": "companion", "version": 1, "conversations": [talk]}).encode()
    status, told = await person.json("POST", "/settings/conversations/import/", data=upload(data))
    assert status == 201, told
    read = f"from chat.carrying.tasks import read_import; read_import('{told['id']}')"
    await asyncio.to_thread(site.manage, "shell", "-c", read)
    status, after = await person.json("GET", told["url"])
    assert (after["state"], after["read"]) == ("done", 1)

    other = await Person(web.url).sign_up()
    place = await other.start_conversation()
    async with other.socket(place) as socket:
        taking = asyncio.create_task(person.json("GET", "/settings/conversations/export/"))
        began = time.monotonic()
        reply = await socket.talk("Hello")
        assert time.monotonic() - began < 10
        status, document = await taking
    assert reply.end["finish"] == "stop"
    assert status == 200
    [conversation] = document["conversations"]
    assert [one["text"] for one in conversation["messages"]] == [one["text"] for one in said]
    status, strangers = await other.json("GET", "/settings/conversations/export/")
    assert [one["title"] for one in strangers["conversations"]] == ["Hello"]
    status, _ = await other.request("GET", told["url"])
    assert status == 404
