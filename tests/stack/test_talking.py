"""The whole of it: a person talks with the built-in model, and a real worker learns from what they said."""

import uuid

from tests.client import Person

ASKED_AGAIN = 2


async def answered(socket, text):
    """What so small a model babbles may be held back now and then; then it is asked again, as its person would."""
    reply = await socket.talk(text, seconds=90)
    for _ in range(ASKED_AGAIN):
        if reply.end["finish"] != "filtered":
            break
        client_id = str(uuid.uuid4())
        await socket.send(type="reply.regenerate", message=reply.started["message"], client_id=client_id)
        reply = await socket.ended((await socket.accepted(client_id))["turn"], seconds=90)
    return reply


async def test_a_person_talks_with_the_built_in_model_and_is_remembered(up):
    person = await Person(f"http://127.0.0.1:{up.port}").sign_up()
    conversation = await person.start_conversation()
    async with person.socket(conversation) as socket:
        for text in ("My dog is called Biscuit and I moved to Porto in May", "It was a long day.", "Good night!"):
            reply = await answered(socket, text)
            assert reply.started["model"] == "SmolLM2-135M-Instruct"
            assert reply.text.strip()
            assert reply.end["finish"] in {"stop", "length"}
            assert reply.end["usage"]["completion_tokens"] > 0
        saved = await socket.wait_for(lambda event: event["type"] == "memory.saved", seconds=60)
    assert [memory["status"] for memory in saved["memories"]] == ["active", "active"]

    async with person.socket(await person.start_conversation()) as socket:
        reply = await socket.talk("What's my dog's name?", seconds=90)
    shown = [(await person.json("GET", f"/memories/{memory['id']}/"))[1] for memory in reply.started["memories"]]
    assert "Your dog is called Biscuit." in [memory["text"] for memory in shown]
    assert shown[0]["source"]["conversation"] == conversation
