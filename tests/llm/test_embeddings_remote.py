"""An embedder somewhere else: asked seldom, never waited for long, told only what it may know."""

import asyncio
import logging
import math
import uuid

import pytest
from django.core.exceptions import ImproperlyConfigured

from companion import redis
from companion.llm import embeddings
from companion.llm.breaker import Breaker
from companion.llm.chat import close_client, open_client
from companion.llm.embeddings import embed, embed_all_now, embedder_name, open_embedder, remote
from tests.llm.embedding_server import running_embedder


@pytest.fixture
async def server(settings, monkeypatch):
    async with running_embedder() as server:
        settings.EMBEDDINGS, settings.EMBEDDINGS_URL, settings.EMBEDDINGS_MODEL = (
            "remote",
            server.url,
            f"m-{uuid.uuid4()}",
        )
        settings.EMBEDDINGS_KEY, settings.EMBEDDINGS_ROUTES, settings.EMBEDDINGS_MS = "key", ["everyday"], 800
        monkeypatch.setattr(remote, "breaker", Breaker(failures=3, seconds=30))
        await open_client()
        yield server
        await close_client()
        await redis.close()


def away(settings):
    settings.REDIS_CACHE_URL = "redis://127.0.0.1:1/0"


async def test_a_vector_has_length_one_and_is_asked_for_once(server, settings):
    first = await embed("I bought a theremin")
    assert math.hypot(*first) == pytest.approx(1)
    assert server.requests == [
        {"model": settings.EMBEDDINGS_MODEL, "input": ["I bought a theremin"], "dimensions": embeddings.DIMENSIONS}
    ]
    assert server.keys == {"Bearer key"}
    assert await embed("I bought a theremin") == pytest.approx(first, abs=1e-6)
    assert len(server.requests) == 1


async def test_the_cache_holds_no_text(server):
    await embed("I bought a theremin")
    kept = [key async for key in redis.cache().scan_iter("llm.embedding.v1:*")]
    assert kept
    assert not any(b"theremin" in key for key in kept)
    assert 0 < await redis.cache().ttl(kept[0]) <= remote.LIFETIME_SECONDS


async def test_what_many_turns_want_at_once_goes_in_one_request(server):
    vectors = await asyncio.gather(*(embed(f"turn {number % 20}") for number in range(40)))
    assert all(vectors)
    assert vectors[:20] == vectors[20:]
    assert len(server.requests) == 1
    assert sorted(server.texts) == sorted(f"turn {number}" for number in range(20))


async def test_who_leaves_takes_the_vector_from_nobody_else(server):
    leaving, staying = (asyncio.create_task(embed("I bought a theremin")) for _ in range(2))
    await asyncio.sleep(0)
    leaving.cancel()
    assert await staying
    assert leaving.cancelled()


async def test_without_the_cache_it_is_asked_each_time(server, settings):
    away(settings)
    assert await embed("I bought a theremin")
    assert await embed("I bought a theremin")
    assert len(server.requests) == 2


async def test_another_model_s_vectors_are_not_taken_from_the_cache(server, settings):
    await embed("I bought a theremin")
    settings.EMBEDDINGS_MODEL = f"m-{uuid.uuid4()}"
    await embed("I bought a theremin")
    assert len(server.requests) == 2


@pytest.mark.parametrize("fault", ["500", "429", "401", "page", "shape", "few", "slow"])
async def test_a_server_that_fails_gives_no_vector_and_is_left_alone_after_three(server, settings, fault, caplog):
    settings.EMBEDDINGS_MS = 50
    server.fault = fault
    with caplog.at_level(logging.WARNING):
        assert [await embed(f"theremin {number}") for number in range(5)] == [None] * 5
    assert len(server.requests) == 3
    assert "theremin" not in caplog.text
    server.fault = ""
    assert await embed("theremin") is None  # still left alone
    remote.breaker = Breaker(failures=3, seconds=30)
    assert await embed("theremin") is not None


async def test_only_what_is_said_on_an_allowed_route_goes_there(server, settings):
    assert await embed("tenderly", route="romance") is None
    assert embedder_name(route="romance") == ""
    assert server.requests == []
    settings.EMBEDDINGS_ROUTES = ["everyday", "romance"]
    assert await embed("tenderly", route="romance")
    assert embedder_name(route="romance") == f"{settings.EMBEDDINGS_MODEL}/384"


async def test_vectors_of_another_size_stop_the_start(server, settings):
    server.size = 768
    with pytest.raises(ImproperlyConfigured, match=f"{settings.EMBEDDINGS_MODEL} gives vectors of 768 numbers"):
        await open_embedder()
    assert await embed("theremin") is None


async def test_a_server_that_is_away_does_not_stop_the_start(server):
    server.fault = "500"
    await open_embedder()
    server.fault = ""
    await open_embedder()
    assert await embed("theremin")


async def test_a_worker_asks_for_many_at_once(server):
    texts = [f"text {number % 100}" for number in range(150)]
    vectors = await asyncio.to_thread(embed_all_now, texts)
    assert vectors[:50] == vectors[100:]
    assert all(vectors)
    assert [len(request["input"]) for request in server.requests] == [64, 36]
    assert await asyncio.to_thread(embed_all_now, texts[:3], route="adult") == [None] * 3
