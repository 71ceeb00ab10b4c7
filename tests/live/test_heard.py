"""What no rule has words for may be heard all the same: with the built-in embedder, by every way a message is judged."""

import uuid

import pytest

from tests.client import Person

HINTED = "I've been wearing a scarf to cover what he did to my neck"


@pytest.fixture
def hearing(site):
    with site.web(6, EMBEDDINGS="builtin") as process:
        yield process


async def test_help_comes_first_and_comes_again_when_the_answer_is_made_anew(hearing, web):
    person = await Person(hearing.url).sign_up()
    async with person.socket(await person.start_conversation()) as socket:
        first = await socket.talk(HINTED)
        await socket.wait_for(lambda event: event["type"] == "crisis.support" and event["turn"] == first.turn)
        assert (first.started["route"], first.started["model"]) == ("support", "none")
        client_id = str(uuid.uuid4())
        await socket.send(type="reply.regenerate", client_id=client_id, message=first.end["message"])
        again = await socket.ended((await socket.accepted(client_id))["turn"])
        assert again.started["route"] == "support"
        assert any(event["type"] == "crisis.support" and event["turn"] == again.turn for event in socket.events)


async def test_what_was_heard_is_remembered_and_recalled_by_its_meaning(hearing, web):
    person = await Person(hearing.url).sign_up()
    telling, asking = await person.start_conversation(), await person.start_conversation()
    async with person.socket(telling) as socket:
        await socket.talk("I adopted a puppy from the shelter [tokens:2]")
    async with person.socket(asking) as socket:
        [recalled] = (await socket.talk("how is my dog doing? [tokens:2]")).started["memories"]
        assert recalled["why"] == "meaning"
