"""One call of a model, streamed: text as it comes, then how it ended."""

import asyncio
import json
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping, Sequence
from contextlib import aclosing, asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address
from typing import Any, Literal
from urllib.parse import urlsplit

import aiohttp
import orjson

from companion.errors import LLMError, LLMOverloadedError, LLMResponseError, LLMUnavailableError
from companion.llm import scripted
from companion.llm.events import EventReader
from companion.llm.failures import failure_of_status, translated
from companion.llm.providers import Provider
from companion.llm.text import TextCleaner

logger = logging.getLogger(__name__)

CONNECT_SECONDS = 5.0
FIRST_TOKEN_SECONDS = 30.0
BETWEEN_TOKENS_SECONDS = 15.0
TOTAL_SECONDS = 300.0
RETRY_DELAYS = (0.25, 1.0)  # before the first text only; what was said can't be unsaid
LONGEST_RETRY_AFTER = 3.0  # a provider that asks for more is told to the person instead

_FINISHES = {"length": "length", "content_filter": "filtered"}
_clients: dict[asyncio.AbstractEventLoop, dict[bool, aiohttp.ClientSession]] = {}


@dataclass(frozen=True, slots=True)
class ChatMessage:
    role: Literal["system", "user", "assistant"] | str
    content: str


@dataclass(frozen=True, slots=True)
class Completion:
    """``finish`` is ``stop``, ``length`` or ``filtered``; ``usage`` the provider's token counts, None where it gave none.

    ``text``: the last of it, where it came together with the end. Nobody has to wait for the end of a reply that is there.
    """

    finish: str
    usage: Mapping[str, int] | None
    text: str = ""


async def open_client() -> None:
    """Open the connections that every call of this event loop shares; if they are open, nothing happens."""
    clients = _clients.setdefault(asyncio.get_running_loop(), {})
    for is_local in {True, False} - clients.keys():
        clients[is_local] = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_SECONDS),
            trust_env=not is_local,  # a proxy of the environment can't reach this machine's own servers
        )


async def close_client() -> None:
    for client in _clients.pop(asyncio.get_running_loop(), {}).values():
        await client.close()


def client_for(url: str) -> aiohttp.ClientSession:
    return _clients[asyncio.get_running_loop()][is_loopback(url)]


async def stream_reply(provider: Provider, messages: Sequence[ChatMessage]) -> AsyncGenerator[str | Completion]:
    """Yield the reply's text in pieces, clean and untrimmed, then one Completion, with the last of it or without.

    A piece is what came since the last one was taken: who takes slowly gets fewer and longer ones.

    A failure before the first text that may pass is tried again. Raises LLMError; close the generator to end the call early.
    """
    if provider.name == "scripted":
        async for word in scripted.speak(messages):
            yield word
        yield Completion(finish="stop", usage=None)
        return
    loop = asyncio.get_running_loop()
    began = loop.time()
    for delay in (*RETRY_DELAYS, None):
        has_text = False
        try:
            async with aclosing(_attempt(provider, messages, began)) as pieces:
                async for piece in pieces:
                    has_text = True
                    yield piece
                return
        except LLMUnavailableError as error:
            wait = _wait_before_retry(error, delay)
            if has_text or wait is None or loop.time() - began + wait > FIRST_TOKEN_SECONDS / 2:
                raise
            logger.info("model call failed (%s), trying again", type(error).__name__)
        await asyncio.sleep(wait)


def _wait_before_retry(error: LLMUnavailableError, delay: float | None) -> float | None:
    if delay is None or not isinstance(error, LLMOverloadedError) or error.retry_after is None:
        return delay
    return max(delay, error.retry_after) if error.retry_after <= LONGEST_RETRY_AFTER else None


async def _attempt(
    provider: Provider, messages: Sequence[ChatMessage], began: float
) -> AsyncGenerator[str | Completion]:
    reply = _Reply()
    last = ""
    async with _answer(provider, messages, began) as chunks:
        async for events, is_last in chunks:
            text = reply.read(events)
            if is_last and reply.failure is None:
                last = text
            elif text:
                yield text
            if reply.failure is not None:
                raise reply.failure
    if reply.finish is None:  # the connection ended, the reply did not
        if last:
            yield last
        raise LLMUnavailableError
    last += reply.cleaner.rest()
    if not (last or reply.has_text):
        raise LLMResponseError
    yield Completion(finish=_FINISHES.get(reply.finish, "stop"), usage=_counts(reply.usage), text=last)


class _Reply:
    """What the events so far made of it."""

    def __init__(self) -> None:
        self.cleaner = TextCleaner()
        self.has_text = False
        self.finish: str | None = None
        self.usage: Any = None
        self.failure: LLMError | None = None

    def read(self, events: Sequence[bytes]) -> str:
        """The text of these events; that before a bad one is not lost, and ``failure`` says what was bad."""
        pieces: list[str] = []
        try:
            pieces.extend(self._text_of(_parsed(event)) for event in events)
        except LLMError as failure:
            self.failure = failure
        except (ValueError, LookupError, AttributeError, TypeError):
            self.failure = LLMResponseError()
        text = "".join(pieces)
        self.has_text = self.has_text or bool(text)
        return text

    def _text_of(self, payload: Any) -> str:
        if "error" in payload:
            raise LLMUnavailableError
        self.usage = payload.get("usage") or self.usage
        if not payload["choices"]:  # the one with the usage
            return ""
        choice = payload["choices"][0]
        self.finish = choice.get("finish_reason") or self.finish
        return self.cleaner.clean((choice.get("delta") or {}).get("content") or "")


def _parsed(event: bytes) -> Any:
    """Raises ValueError."""
    try:
        return orjson.loads(event)
    except ValueError:
        return json.loads(event)  # a server may tear a surrogate pair in two; orjson takes no half of one


@asynccontextmanager
async def _answer(
    provider: Provider, messages: Sequence[ChatMessage], began: float
) -> AsyncIterator[AsyncIterator[tuple[list[bytes], bool]]]:
    request = {
        "model": provider.model,
        "messages": [{"role": message.role, "content": message.content} for message in messages],
        "stream": True,
        "stream_options": {"include_usage": True},
        **provider.sampling,
    }
    headers = {"Authorization": f"Bearer {provider.api_key}"} if provider.api_key else {}
    client = client_for(provider.base_url)
    with translated():
        async with asyncio.timeout_at(began + FIRST_TOKEN_SECONDS):
            answer = await client.post(f"{provider.base_url}/chat/completions", json=request, headers=headers)
        async with answer:
            if answer.status != HTTPStatus.OK:
                raise _refusal(provider, answer)
            yield _chunks(answer, began)


def _refusal(provider: Provider, answer: aiohttp.ClientResponse) -> LLMError:
    logger.warning("the model %s at %s answered %s", provider.model, urlsplit(provider.base_url).netloc, answer.status)
    return failure_of_status(answer.status, answer.headers.get("Retry-After"))


async def _chunks(answer: aiohttp.ClientResponse, began: float) -> AsyncIterator[tuple[list[bytes], bool]]:
    """The events of the stream, those that came together in one list, until its own end mark or its end.

    With each, whether its end mark came, too.
    """
    loop, reader = asyncio.get_running_loop(), EventReader()
    with closing(_Patience(answer.content, began + TOTAL_SECONDS)) as patience:
        patience.lasts_until(began + FIRST_TOKEN_SECONDS)
        while chunk := await answer.content.readany():
            events = reader.feed(chunk)
            if b"[DONE]" in events:
                yield events[: events.index(b"[DONE]")], True
                return
            if events:
                # The taker pauses between frames. What comes meanwhile waits in the socket, to be read in one go.
                patience.rests()
                with _at_rest(answer):
                    yield events, False
                patience.lasts_until(loop.time() + BETWEEN_TOKENS_SECONDS)


class _Patience:
    """Ends a stream with a TimeoutError where nothing comes for too long. One timer for all of it: one a read costs 40 us."""

    def __init__(self, stream: aiohttp.StreamReader, longest: float) -> None:
        self._loop = asyncio.get_running_loop()
        self._stream, self._longest, self._until = stream, longest, longest
        self._timer = self._loop.call_at(longest, self._look)

    def lasts_until(self, moment: float) -> None:
        self._until = min(moment, self._longest)
        if self._timer.when() > self._until:
            self._wake_at(self._until)

    def rests(self) -> None:
        self._until = self._longest

    def close(self) -> None:
        self._timer.cancel()

    def _wake_at(self, moment: float) -> None:
        self._timer.cancel()
        self._timer = self._loop.call_at(moment, self._look)

    def _look(self) -> None:
        if self._loop.time() < self._until:
            self._wake_at(self._until)
        else:
            self._stream.set_exception(TimeoutError())


@contextmanager
def _at_rest(answer: aiohttp.ClientResponse) -> Iterator[None]:
    """The transport's own pause: after its protocol's, aiohttp hands out one HTTP chunk, mostly a token, and keeps the rest."""
    connection = answer.connection  # None when everything was read
    transport = connection.transport if connection else None
    if transport is None:
        yield
        return
    transport.pause_reading()
    try:
        yield
    finally:
        transport.resume_reading()


def _counts(usage: Any) -> Mapping[str, int] | None:
    if not isinstance(usage, dict):
        return None
    return {name: count for name, count in usage.items() if name.endswith("_tokens") and isinstance(count, int)}


def is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
