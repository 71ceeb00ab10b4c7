"""One streamed call, against a real HTTP server with the faults that real ones have."""

import asyncio
import contextlib
import time
from dataclasses import replace

import pytest

from companion.embedded.process import free_port
from companion.errors import LLMOverloadedError, LLMRejectedError, LLMResponseError, LLMUnavailableError
from companion.llm import chat
from companion.llm.chat import ChatMessage, Completion, close_client, open_client, stream_reply
from companion.llm.providers import Provider


@pytest.fixture
async def provider(upstream):
    await open_client()
    yield Provider(
        name="local", model="simulated", base_url=upstream.base_url, api_key="key", sampling={"max_tokens": 64}
    )
    await close_client()


async def ask(provider, text):
    """Text and completion of one call; what had come is kept on a failure."""
    pieces = []
    try:
        async for piece in stream_reply(provider, [ChatMessage("system", "You are Ada."), ChatMessage("user", text)]):
            pieces.append(piece)  # noqa: PERF401  kept when it breaks off
    except Exception as error:
        error.heard = "".join(pieces)
        raise
    return "".join(pieces[:-1]) + pieces[-1].text, pieces[-1]


async def test_text_then_its_completion(provider, upstream):
    text, completion = await ask(provider, "[say:It is a fine day.] streamed")
    assert text == "It is a fine day."
    assert isinstance(completion, Completion)
    assert (completion.finish, completion.usage["completion_tokens"]) == ("stop", 5)
    [request] = upstream.requests(containing="streamed")
    assert request["messages"][0] == {"role": "system", "content": "You are Ada."}
    assert (request["model"], request["max_tokens"], request["stream"]) == ("simulated", 64, True)


async def test_the_length_limit_is_told(provider):
    _, completion = await ask(provider, "[fault:length]")
    assert completion.finish == "length"


@pytest.mark.parametrize(("fault", "text"), [("nul", "a�b� end"), ("pair", "tea 🍵 time")])
async def test_text_can_be_stored(provider, fault, text):
    assert (await ask(provider, f"[fault:{fault}]"))[0] == text


@pytest.mark.parametrize(
    ("fault", "failure"),
    [
        ("401", LLMRejectedError),
        ("404", LLMRejectedError),
        ("429", LLMOverloadedError),
        ("500", LLMUnavailableError),
        ("503", LLMUnavailableError),
        ("cut_early", LLMUnavailableError),
        ("page", LLMUnavailableError),
        ("empty", LLMResponseError),
    ],
)
async def test_a_failure_before_the_first_text(provider, fault, failure):
    with pytest.raises(failure) as failed:
        await ask(provider, f"[fault:{fault}]")
    assert type(failed.value) is failure
    assert failed.value.heard == ""


@pytest.mark.parametrize(
    ("fault", "failure"),
    [
        ("cut", LLMUnavailableError),
        ("error_event", LLMUnavailableError),
        ("garbage", LLMResponseError),
        ("shape", LLMResponseError),
    ],
)
async def test_a_failure_after_it_keeps_what_was_said_and_is_not_tried_again(provider, upstream, fault, failure):
    with pytest.raises(failure) as failed:
        await ask(provider, f"[fault:{fault}] kept")
    assert failed.value.heard == "Once there was a lighthouse keeper who wrote"
    assert len(upstream.requests(containing=f"[fault:{fault}] kept")) == 1


async def test_a_busy_provider_s_wait_is_passed_on(provider):
    with pytest.raises(LLMOverloadedError) as failed:
        await ask(provider, "[fault:429]")
    assert failed.value.retry_after == 7


async def test_what_may_pass_is_tried_again(provider, upstream):
    text, _ = await ask(provider, "[fault:once] [say:Here.] again")
    assert text == "Here."
    assert len(upstream.requests(containing="[fault:once] [say:Here.] again")) == 2


async def test_nobody_there(provider):
    began = time.monotonic()
    with pytest.raises(LLMUnavailableError):
        await ask(replace(provider, base_url=f"http://127.0.0.1:{free_port()}/v1"), "hello?")
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("fault", "limit", "heard"),
    [
        ("silence", "FIRST_TOKEN_SECONDS", ""),
        ("stall", "BETWEEN_TOKENS_SECONDS", "Once there was a lighthouse keeper who wrote"),
        ("stall", "TOTAL_SECONDS", "Once there was a lighthouse keeper who wrote"),
    ],
)
async def test_silence_has_an_end(provider, monkeypatch, fault, limit, heard):
    monkeypatch.setattr(chat, "FIRST_TOKEN_SECONDS", 1.2)
    monkeypatch.setattr(chat, limit, 1.2)
    began = time.monotonic()
    with pytest.raises(LLMUnavailableError) as failed:
        await ask(provider, f"[fault:{fault}]")
    assert time.monotonic() - began < 5
    assert failed.value.heard == heard


async def test_who_takes_slowly_is_no_silent_model(provider, monkeypatch):
    monkeypatch.setattr(chat, "BETWEEN_TOKENS_SECONDS", 0.3)
    loop, taken = asyncio.get_running_loop(), []
    async with contextlib.aclosing(stream_reply(provider, [ChatMessage("user", "[tokens:20]")])) as stream:
        async for piece in stream:
            taken.append(piece)
            if len(taken) == 2:
                waited = asyncio.Event()
                loop.call_later(0.8, waited.set)
                await waited.wait()
    assert taken[-1].finish == "stop"


async def test_what_came_meanwhile_comes_in_one_piece_and_with_the_end_where_that_is_there(provider, upstream):
    """Who pauses after each piece, as replies do for their frames, would else pause for each, and once more for nothing."""
    async with contextlib.aclosing(stream_reply(provider, [ChatMessage("user", "[tokens:4]")])) as stream:
        assert await anext(stream) == "Once"
        while upstream.most_streaming():
            await asyncio.sleep(0.01)  # it has no way to say that it is done
        end = await anext(stream)
    assert (end.text, end.finish) == (" there was a", "stop")


async def test_a_call_that_nobody_waits_for_is_hung_up(provider):
    stream = stream_reply(provider, [ChatMessage("user", "[tokens:2000]")])
    assert await anext(stream) == "Once"
    await stream.aclose()
    async with asyncio.timeout(2):
        while any(not connection.closed for connection in _acquired()):
            await asyncio.sleep(0.01)


def _acquired():
    clients = chat._clients[asyncio.get_running_loop()].values()
    return [connection for client in clients for connection in client.connector._acquired]


async def test_the_scripted_voice_says_what_it_is_and_uses_the_prompt():
    system = "You are Ada.\n\nWhat you remember about the person you talk with:\n- I moved to Porto (said 3 May 2026)"
    provider = Provider(name="scripted", model="scripted")
    pieces = [
        piece
        async for piece in stream_reply(
            provider, [ChatMessage("system", system), ChatMessage("user", "I miss my dog.")]
        )
    ]
    text = "".join(pieces[:-1])
    assert "script" in text
    assert "“you miss your dog”" in text
    assert "“I moved to Porto”" in text
    assert pieces[-1] == Completion(finish="stop", usage=None)
