"""Vectors from an OpenAI-compatible server, asked for together where they are wanted together, and kept for an hour.

A server that fails three times in a row is left alone for half a minute; meanwhile there are no vectors. What is kept in the
cache bears a keyed hash of the text, never the text.
"""

import asyncio
import hashlib
import hmac
import logging
import math
from array import array
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any
from weakref import WeakKeyDictionary

import aiohttp
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from companion import redis
from companion.errors import LLMError, LLMResponseError
from companion.llm.breaker import Breaker
from companion.llm.chat import client_for
from companion.llm.embeddings.dimensions import DIMENSIONS
from companion.llm.failures import failure_of_status, translated

logger = logging.getLogger(__name__)

KEY = "llm.embedding.v1:{digest}"
LIFETIME_SECONDS = 3600
GATHER_SECONDS = 0.005  # what is wanted within this time goes in one request
BATCH = 64
BEHIND_SECONDS = 30.0  # for work that nobody waits for

breaker = Breaker(failures=3, seconds=30)
_gathering: "WeakKeyDictionary[asyncio.AbstractEventLoop, _Gathering]" = WeakKeyDictionary()

Vectors = dict[str, list[float]]


class WrongSizeError(LLMResponseError):
    """The server's vectors don't fit; ``size`` is theirs."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.size = size


def name() -> str:
    return f"{settings.EMBEDDINGS_MODEL}/{DIMENSIONS}"


async def check() -> None:
    """Ask once. A server that is away may come back; one whose vectors don't fit stops the start."""
    try:
        await _ask(client_for(settings.EMBEDDINGS_URL), ["Good morning"], seconds=BEHIND_SECONDS)
    except WrongSizeError as error:
        raise ImproperlyConfigured(
            f"EMBEDDINGS_MODEL {settings.EMBEDDINGS_MODEL} gives vectors of {error.size} numbers, also when it is asked for "
            f"{DIMENSIONS}. Name a model that gives {DIMENSIONS}, or set EMBEDDINGS=builtin."
        ) from error
    except LLMError as error:
        logger.warning("the embedder %s does not answer: %s", settings.EMBEDDINGS_MODEL, type(error).__name__)


async def embed(text: str) -> list[float] | None:
    """For a turn, which would rather go on without than wait."""
    loop = asyncio.get_running_loop()
    gathering = _gathering.setdefault(loop, _Gathering())
    return await gathering.vector(text)


async def embed_behind(texts: Sequence[str]) -> list[list[float] | None]:
    """For a worker, and whoever else can wait."""
    vectors: Vectors = {}
    for start in range(0, len(texts), BATCH):
        batch = texts[start : start + BATCH]
        known, made = await _vectors(client_for(settings.EMBEDDINGS_URL), batch, seconds=BEHIND_SECONDS)
        await _keep(made)
        vectors |= known | made
    return [vectors.get(text) for text in texts]


class _Gathering:
    """Texts that turns of this process want at the same time."""

    def __init__(self) -> None:
        self._wanted: dict[str, asyncio.Future[list[float] | None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def vector(self, text: str) -> list[float] | None:
        if text not in self._wanted:
            self._wanted[text] = asyncio.get_running_loop().create_future()
            if len(self._wanted) == 1:
                task = asyncio.create_task(self._gather())
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
        return await asyncio.shield(self._wanted[text])  # who leaves takes it from nobody else

    async def _gather(self) -> None:
        await asyncio.sleep(GATHER_SECONDS)
        wanted, self._wanted = self._wanted, {}
        texts = list(wanted)
        batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
        await asyncio.gather(*(self._answer(batch, wanted) for batch in batches))

    async def _answer(self, texts: list[str], wanted: Mapping[str, "asyncio.Future[list[float] | None]"]) -> None:
        known: Vectors = {}
        made: Vectors = {}
        try:
            known, made = await _vectors(
                client_for(settings.EMBEDDINGS_URL), texts, seconds=settings.EMBEDDINGS_MS / 1000
            )
        finally:
            vectors = known | made
            for text in texts:
                wanted[text].set_result(vectors.get(text))
        await _keep(made)  # nobody has to wait for it


async def _vectors(client: aiohttp.ClientSession, texts: Sequence[str], *, seconds: float) -> tuple[Vectors, Vectors]:
    """Those in the cache, and those that the server made; some may be in neither."""
    known = await _kept(texts)
    missing = [text for text in texts if text not in known]
    if not missing or breaker.is_open:
        return known, {}
    try:
        made = await _ask(client, missing, seconds=seconds)
    except LLMError as error:
        breaker.failed()
        logger.warning("the embedder %s failed: %s", settings.EMBEDDINGS_MODEL, type(error).__name__)
        return known, {}
    breaker.succeeded()
    return known, made


async def _ask(client: aiohttp.ClientSession, texts: Sequence[str], *, seconds: float) -> Vectors:
    request = {"model": settings.EMBEDDINGS_MODEL, "input": list(texts), "dimensions": DIMENSIONS}
    headers = {"Authorization": f"Bearer {settings.EMBEDDINGS_KEY}"} if settings.EMBEDDINGS_KEY else {}
    with translated():
        async with (
            asyncio.timeout(seconds),
            client.post(f"{settings.EMBEDDINGS_URL}/embeddings", json=request, headers=headers) as answer,
        ):
            if answer.status != HTTPStatus.OK:
                raise failure_of_status(answer.status)
            payload = await answer.json(content_type=None)
    return dict(zip(texts, _read(payload, len(texts)), strict=True))


def _read(payload: Any, count: int) -> list[list[float]]:
    try:
        rows = sorted(payload["data"], key=lambda row: row["index"])
        vectors = [[float(number) for number in row["embedding"]] for row in rows]
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise LLMResponseError from error
    if len(vectors) != count:
        raise LLMResponseError
    return [_of_length_one(vector) for vector in vectors]


def _of_length_one(vector: list[float]) -> list[float]:
    if len(vector) != DIMENSIONS:
        raise WrongSizeError(len(vector))
    length = math.hypot(*vector)
    if not 0 < length < math.inf:
        raise LLMResponseError
    return [number / length for number in vector]


def _key(text: str) -> str:
    digest = hmac.new(settings.SECRET_KEY.encode(), f"{name()}\0{text}".encode(), hashlib.sha256).hexdigest()
    return KEY.format(digest=digest)


async def _kept(texts: Sequence[str]) -> Vectors:
    try:
        found = await redis.answer(redis.cache().mget([_key(text) for text in texts]))
    except redis.STATE_ERRORS as error:
        logger.info("vectors can't be read from the cache: %s", type(error).__name__)
        return {}
    return {text: array("f", packed).tolist() for text, packed in zip(texts, found, strict=True) if packed}


async def _keep(vectors: Vectors) -> None:
    if not vectors:
        return
    try:
        async with redis.cache().pipeline(transaction=False) as pipe:
            for text, vector in vectors.items():
                pipe.set(_key(text), array("f", vector).tobytes(), ex=LIFETIME_SECONDS)
            await redis.answer(pipe.execute())
    except redis.STATE_ERRORS as error:
        logger.info("vectors can't be kept in the cache: %s", type(error).__name__)
