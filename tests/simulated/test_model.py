"""The simulated model: many streams at shared moments, and words that tell one reply from another."""

import asyncio
import itertools
import json
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web

from companion.simulated.model import Upstream
from companion.simulated.pacing import Pacer


@pytest.fixture
async def model():
    runner = web.AppRunner(Upstream(first_token_ms=0, token_ms=5, tokens=20, is_varied=True).app())
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    await runner.cleanup()


async def heard(client, model, said):
    asked = {"model": "any", "stream": True, "messages": [{"role": "user", "content": said}]}
    async with client.post(f"{model}/chat/completions", json=asked) as answer:
        events = [line[6:] async for line in answer.content if line.startswith(b"data: ")]
    assert events[-1].strip() == b"[DONE]"
    choices = [choice for event in events[:-1] for choice in json.loads(event)["choices"]]
    assert [choice["finish_reason"] for choice in choices if choice["finish_reason"]] == ["stop"]
    return "".join(choice["delta"].get("content", "") for choice in choices)


async def test_many_streams_at_once_are_each_whole_and_their_own(model):
    async with aiohttp.ClientSession() as client:
        replies = await asyncio.gather(*(heard(client, model, f"message {number}") for number in range(100)))
        assert all(len(reply.split(" ")) == 20 for reply in replies)
        assert len(set(replies)) == 100
        assert await heard(client, model, "message 7") == replies[7]


async def test_vectors_of_texts_that_share_words_are_near(model):
    async with aiohttp.ClientSession() as client:
        asked = {"model": "any", "input": ["my dog Rex", "the dog Rex", "seven white ships"], "dimensions": 384}
        async with client.post(f"{model}/embeddings", json=asked) as answer:
            rows = [row["embedding"] for row in (await answer.json())["data"]]
    near, far = (sum(a * b for a, b in zip(rows[0], row, strict=True)) for row in rows[1:])
    assert {len(row) for row in rows} == {384}
    assert near > 2 * far


class Wire(asyncio.Transport):
    def __init__(self, *, breaks_after=None):
        super().__init__()
        self.written = []
        self.breaks_after = breaks_after

    def write(self, data):
        self.written.append((asyncio.get_running_loop().time(), data))

    def is_closing(self):
        return len(self.written) == self.breaks_after


async def test_pieces_are_written_in_order_and_never_nearer_than_asked():
    pacer, wire = Pacer(), Wire()
    await pacer.write(wire, [b"a", b"b", b"c"], seconds=0.02)
    assert [data for _, data in wire.written] == [b"a", b"b", b"c"]
    # A moment that came late takes from the pause after it, as with a model.
    assert wire.written[-1][0] - wire.written[0][0] >= 0.03
    assert all(later >= earlier for (earlier, _), (later, _) in itertools.pairwise(wire.written))


async def test_a_stream_that_nobody_reads_ends_and_holds_no_other():
    pacer, left, wire = Pacer(), Wire(breaks_after=2), Wire()
    whole = asyncio.create_task(pacer.write(wire, [b"x"] * 6, seconds=0.01))
    with pytest.raises(ConnectionResetError):
        await pacer.write(left, [b"x"] * 6, seconds=0.01)
    await asyncio.wait_for(whole, 5)
    assert (len(left.written), len(wire.written)) == (2, 6)


async def befalls(client, model, kind, **how):
    async with client.post(f"{model.removesuffix('/v1')}/trouble", json={"kind": kind, **how}) as answer:
        return (await answer.json())["streaming"]


@asynccontextmanager
async def listening(client, model, said):
    """A reply that has begun, and its task."""
    asked = {"model": "any", "stream": True, "messages": [{"role": "user", "content": said}]}
    async with client.post(f"{model}/chat/completions", json=asked) as answer:
        await answer.content.readuntil(b'"content": "Once')
        yield answer


async def test_a_cut_ends_all_that_are_told_something_in_the_middle_and_nobody_later(model):
    async with (
        aiohttp.ClientSession() as client,
        listening(client, model, "[say:Once upon a time there was]") as answer,
    ):
        assert await befalls(client, model, "cut") == 1
        with pytest.raises(aiohttp.ClientPayloadError):
            await answer.read()
        assert len((await heard(client, model, "later")).split(" ")) == 20


async def test_in_a_stall_nobody_is_told_anything_and_after_it_everything(model):
    loop = asyncio.get_running_loop()
    async with (
        aiohttp.ClientSession() as client,
        listening(client, model, "[say:Once upon a time there was]") as answer,
    ):
        began = loop.time()
        await befalls(client, model, "stall", seconds=0.5)
        assert len((await heard(client, model, "while it says nothing")).split(" ")) == 20
        assert loop.time() - began >= 0.5
        assert (await answer.read()).rstrip().endswith(b"[DONE]")
        began = loop.time()
        await heard(client, model, "later")
        assert loop.time() - began < 0.5


async def test_it_is_slow_for_a_while(model):
    loop = asyncio.get_running_loop()
    async with aiohttp.ClientSession() as client:
        began = loop.time()
        await befalls(client, model, "slow", seconds=0.6, times=10)
        await heard(client, model, "while it is slow")
        assert loop.time() - began >= 0.6
        began = loop.time()
        await heard(client, model, "later")
        assert loop.time() - began < 0.6
