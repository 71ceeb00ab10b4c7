"""Vectors of the simulated server: texts that share words have vectors that are near."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from aiohttp import web

SIZE = 384
QUIET = 0.0123456789012345678  # with all the digits that real ones have
LOUD = 3.0


@lru_cache(maxsize=10_000)
def _place(word: str, size: int) -> int:
    return int.from_bytes(hashlib.sha256(word.encode()).digest()[:4]) % size


def vector_of(text: str, size: int) -> list[float]:
    """Not of length 1, which some servers don't care about."""
    vector = [QUIET] * size
    for word in text.lower().split():
        vector[_place(word.strip("?!.,"), size)] += LOUD
    return vector


def rows_of(texts: Sequence[str], size: int) -> list[dict[str, Any]]:
    return [
        {"object": "embedding", "index": index, "embedding": vector_of(text, size)} for index, text in enumerate(texts)
    ]


async def embed(request: web.Request) -> web.Response:
    asked = await request.json()
    rows = rows_of(asked["input"], asked.get("dimensions", SIZE))
    return web.json_response({"object": "list", "model": asked["model"], "data": rows})
