"""A simulated OpenAI-compatible server, over real HTTP, with the faults that real ones have.

The last user message steers it: ``[fault:NAME]`` one of FAULTS, ``[tokens:N]`` how long the reply is, ``[say:TEXT]`` its words,
``[pieces:HEX]`` its pieces, as `in_pieces` writes them. It also makes vectors. What befalls all at once: `trouble.py`.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
from collections import deque
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from aiohttp import web

from companion.simulated.pacing import Pacer
from companion.simulated.trouble import Trouble
from companion.simulated.vectors import embed

WORDS = """
    Once there was a lighthouse keeper who wrote letters to the sea and the sea wrote back in foam and driftwood every
    morning before the gulls were awake ☕ she read them slowly over her first cup of coffee
    """.split()  # a text
STATUSES = {"401": 401, "404": 404, "429": 429, "500": 500, "503": 503}
FAULTS = {
    *STATUSES,
    "once",  # 500 the first time, then an answer
    "silence",  # headers, then nothing
    "stall",  # some text, then nothing
    "cut",  # some text, then the connection is gone
    "cut_early",  # headers, then the connection is gone
    "garbage",  # an event that is no JSON
    "shape",  # JSON of another shape
    "page",  # an HTML page
    "empty",  # an answer without a word
    "error_event",  # an error inside the stream
    "nul",  # NUL and half a surrogate pair
    "pair",  # a surrogate pair torn in two
    "length",  # the length limit
    "schema",  # no answer that is held to a schema
}
BREAKS_OFF = {"stall", "cut", "garbage", "shape", "error_event"}  # after some text


def in_pieces(*pieces: str) -> str:
    """What makes it answer with these pieces, and is no words itself."""
    return f"[pieces:{json.dumps(pieces).encode().hex()}]"


@dataclass
class Upstream:
    """How it answers, and what it was asked."""

    first_token_ms: int = 150
    token_ms: int = 25
    tokens: int = 60
    is_varied: bool = False  # each message gets words of its own, so that nobody's reply is taken for another's
    requests: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=200))
    failed_once: set[str] = field(default_factory=set)
    # Last messages of those who left before the end.
    hung_up_on: deque[str] = field(default_factory=lambda: deque(maxlen=1000))
    pacer: Pacer = field(default_factory=Pacer)
    trouble: Trouble = field(init=False)
    streaming: int = 0  # replies, now
    most_streaming: int = 0  # since it was last asked

    def __post_init__(self) -> None:
        self.trouble = Trouble(self.pacer)

    def app(self) -> web.Application:
        app = web.Application(client_max_size=8 << 20)
        app.router.add_post("/v1/chat/completions", self.complete)
        app.router.add_post("/v1/embeddings", embed)
        app.router.add_get("/v1/models", self.models)
        app.router.add_get("/requests", self.asked)
        app.router.add_get("/hung_up_on", self.left)
        app.router.add_get("/most_streaming", self.most)
        app.router.add_post("/trouble", self.trouble.told)
        return app

    async def models(self, request: web.Request) -> web.Response:
        names = ["nomic-embed-text", "simulated"]
        return web.json_response({"object": "list", "data": [{"id": name, "object": "model"} for name in names]})

    async def asked(self, request: web.Request) -> web.Response:
        """The newest requests, for tests to look at: ``?containing=`` picks those with this text."""
        wanted = request.query.get("containing", "")
        return web.json_response([one for one in self.requests if wanted in json.dumps(one, ensure_ascii=False)])

    async def left(self, request: web.Request) -> web.Response:
        """Whether somebody left before the end, of those whose message holds ``?containing=``."""
        return web.json_response(any(request.query["containing"] in last for last in self.hung_up_on))

    async def most(self, request: web.Request) -> web.Response:
        """How many replies it wrote at once, at most, since this was last asked."""
        most, self.most_streaming = self.most_streaming, self.streaming
        return web.json_response(most)

    async def complete(self, request: web.Request) -> web.StreamResponse:
        asked = await request.json()
        self.requests.append(asked)
        await self.trouble.passed()
        last = asked["messages"][-1]["content"]
        fault = (re.findall(r"\[fault:(\w+)\]", last) or [""])[-1]
        assert not fault or fault in FAULTS, fault
        if fault == "once" and last not in self.failed_once:
            self.failed_once.add(last)
            return web.json_response({"error": {"message": "once"}}, status=500)
        if fault in STATUSES:
            headers = {"Retry-After": "7"} if fault == "429" else {}
            return web.json_response({"error": {"message": fault}}, status=STATUSES[fault], headers=headers)
        if fault == "page":
            return web.Response(text="<html>A proxy's page</html>", content_type="text/html")
        if not asked.get("stream"):
            return self.whole(asked, last, fault)
        self.streaming += 1
        self.most_streaming = max(self.most_streaming, self.streaming)
        assert request.transport is not None
        try:
            with self.trouble.may_cut(request.transport):
                return await self.stream(request, asked, last, fault)
        except (asyncio.CancelledError, ConnectionResetError):
            self.hung_up_on.append(last)
            raise
        finally:
            self.streaming -= 1

    def whole(self, asked: dict[str, Any], last: str, fault: str) -> web.Response:
        """An answer in one piece; ``[fault:schema]`` refuses to be held to a schema."""
        if fault == "schema" and "response_format" in asked:
            return web.json_response({"error": {"message": "response_format is not supported"}}, status=400)
        text = "".join(self.pieces(last, fault))
        message = {"role": "assistant", "content": text}
        usage = {"prompt_tokens": 100, "completion_tokens": len(text) // 4, "total_tokens": 100 + len(text) // 4}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        answer = {
            "id": "1",
            "object": "chat.completion",
            "created": 0,
            "model": asked["model"],
            "choices": [choice],
            "usage": usage,
        }
        return web.json_response(answer)

    async def stream(self, request: web.Request, asked: dict[str, Any], last: str, fault: str) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        await asyncio.sleep(self.first_token_ms * self.trouble.slowness / 1000)
        if fault == "silence":
            await asyncio.sleep(600)
        if fault == "cut_early":
            return drop(request, response)
        await response.write(encoded({"role": "assistant", "content": ""}))
        pieces = self.pieces(last, fault)
        # Past the framework, which would spend more on each piece than everything else does.
        assert request.transport is not None
        whole = [chunk(piece) for piece in (pieces[:8] if fault in BREAKS_OFF else pieces)]
        await self.pacer.write(request.transport, whole, seconds=self.token_ms / 1000)
        if fault in BREAKS_OFF and len(pieces) > len(whole):
            await asyncio.sleep(self.token_ms / 1000)
            return await self.break_off(request, response, fault)
        await response.write(encoded({}, finish="length" if fault == "length" else "stop"))
        usage = {"prompt_tokens": len(json.dumps(asked["messages"])) // 4, "completion_tokens": len(pieces)}
        usage["total_tokens"] = sum(usage.values())
        await response.write(event({"choices": [], "usage": usage}))
        await response.write(b"data: [DONE]\n\n")
        return response

    def pieces(self, last: str, fault: str) -> list[str]:
        if fault == "empty":
            return []
        if fault == "nul":
            return ["a\x00b", "\ud83d", " end"]
        if fault == "pair":
            return ["tea \ud83c", "\udf75 time"]
        if written := re.findall(r"\[pieces:([0-9a-f]+)\]", last):
            said_so: list[str] = json.loads(bytes.fromhex(written[-1]))
            return said_so
        if said := re.findall(r"\[say:([^\]]+)\]", last):
            return re.findall(r"\s*\S+", said[-1])
        wanted = re.findall(r"\[tokens:(\d+)\]", last)
        words = words_for(last) if self.is_varied else WORDS
        count = int(wanted[-1]) if wanted else self.tokens
        return [f"{' ' if number else ''}{words[number % len(words)]}" for number in range(count)]

    async def break_off(self, request: web.Request, response: web.StreamResponse, fault: str) -> web.StreamResponse:
        match fault:
            case "cut":
                return drop(request, response)
            case "stall":
                await asyncio.sleep(600)
            case "garbage":
                await response.write(b"data: {half a\n\n")
            case "shape":
                await response.write(b'data: {"choices": "many"}\n\n')
            case "error_event":
                await response.write(b'data: {"error": {"message": "out of memory", "code": 500}}\n\n')
        return response


def words_for(message: str) -> list[str]:
    """The same words, in an order of this message's own."""
    digest = hashlib.sha256(message.encode()).digest()
    start = [WORDS[byte % len(WORDS)] for byte in digest[:6]]
    turned = digest[6] % len(WORDS)
    return [*start, *WORDS[turned:], *WORDS[:turned]]


def drop(request: web.Request, response: web.StreamResponse) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return response


def event(payload: dict[str, Any]) -> bytes:
    return b"data: " + json.dumps(payload).encode() + b"\n\n"


def encoded(delta: dict[str, Any], finish: str | None = None) -> bytes:
    return event({"object": "chat.completion.chunk", "choices": [{"delta": delta, "finish_reason": finish}]})


@lru_cache(maxsize=1000)
def chunk(piece: str) -> bytes:
    """A piece of text as it goes over the wire, within HTTP's chunked encoding."""
    data = encoded({"content": piece})
    return b"%x\r\n%b\r\n" % (len(data), data)
