"""The whole of it: a first exchange, a real worker that asks the model for a title, and the open page that hears it."""

import asyncio

import pytest

from tests.client import Person


@pytest.mark.timeout(300)
async def test_a_conversation_gets_a_title_from_the_model(ups, tmp_path, upstream):
    model = {"LOCAL_LLM_BASE_URL": upstream.base_url, "LOCAL_LLM_MODEL": "simulated"}
    up = ups(tmp_path / "data", LLM_PROVIDER="local", **model).is_ready()
    person = await Person(f"http://127.0.0.1:{up.port}").sign_up()
    conversation = await person.start_conversation()
    async with person.socket(conversation) as socket:
        await socket.talk("I walk around the boxes like a guest [say:Boxes in Porto]")
        told = await socket.wait_for(lambda event: event["type"] == "conversation.changed", seconds=60)
        assert told["title"] == "Boxes in Porto"
        listed = await socket.wait_for(lambda event: event["type"] == "list.changed", seconds=10)
        assert [one["title"] for one in listed["conversations"]] == ["Boxes in Porto"]
    _, page = await asyncio.wait_for(person.request("GET", f"/conversations/{conversation}/"), 10)
    assert "<title>Boxes in Porto · Companion</title>" in page
