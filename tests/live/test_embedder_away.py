"""An embedder that goes away under a running web process costs nobody a reply; the footnotes say how it was found."""

import pytest

from tests.client import Person
from tests.llm.embedding_server import running_embedder

TOLD = "I bought a theremin last week [tokens:2]"


@pytest.fixture
async def embedder():
    async with running_embedder() as server:
        yield server


@pytest.fixture
def embedding(site, embedder):
    """A web process that asks this embedder."""
    own = {"EMBEDDINGS": "remote", "EMBEDDINGS_URL": embedder.url, "EMBEDDINGS_MODEL": "simulated"}
    with site.web(6, **own) as process:
        yield process


async def test_words_do_while_it_is_away(embedding, embedder):
    person = await Person(embedding.url).sign_up()
    telling, asking = await person.start_conversation(), await person.start_conversation()
    async with person.socket(telling) as socket:
        await socket.talk(TOLD)
    async with person.socket(asking) as socket:
        assert [one["why"] for one in (await socket.talk("A theremin, bought? [tokens:2]")).started["memories"]] == [
            "meaning"
        ]
        embedder.fault = "500"
        assert [one["why"] for one in (await socket.talk("My theremin [tokens:2]")).started["memories"]] == [
            "words_alone"
        ]
        embedder.fault = ""
        assert (await socket.talk("marigold theremin [tokens:2]")).started["route"] == "romance"
    assert not any("marigold" in text for text in embedder.texts)
