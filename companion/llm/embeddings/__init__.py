"""Texts as vectors: by a small model inside the process, by an OpenAI-compatible server, or not at all.

Without a vector (``EMBEDDINGS=none``, a server that is away, a route it may not see) everything works by words alone. Vectors
have DIMENSIONS numbers and length 1; those of different embedders can't be compared, so a name stands beside each.
"""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings

from companion.llm.behind import run
from companion.llm.embeddings import builtin, remote
from companion.llm.embeddings.dimensions import DIMENSIONS

__all__ = ["DIMENSIONS", "embed", "embed_all_now", "embed_now", "embedder_name", "hears_everything", "open_embedder"]

# One text at a time: the model runs on one thread, and two at once would only hold each other up.
_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="embedder")


def embedder_name(*, route: str = "everyday") -> str:
    """Stands beside every vector, with its dimension. Empty where there is none, or not for what is said on this route."""
    if settings.EMBEDDINGS == "builtin":
        return builtin.NAME
    if settings.EMBEDDINGS == "remote" and route in settings.EMBEDDINGS_ROUTES:
        return remote.name()
    return ""


def hears_everything() -> bool:
    """Whether texts may be embedded before anybody knows on which route they go: they stay in this process."""
    return bool(settings.EMBEDDINGS == "builtin")


async def open_embedder() -> None:
    """Make the embedder ready for this process, so that nobody's first message waits for it.

    Raises ImproperlyConfigured when the model's file is missing or another one, or the server's vectors have another size.
    """
    if settings.EMBEDDINGS == "builtin":
        builtin.load()
    elif settings.EMBEDDINGS == "remote":
        await remote.check()


async def embed(text: str, *, route: str = "everyday") -> list[float] | None:
    """The vector of a text; None where there is none to be had now. Doesn't hold the event loop."""
    if not embedder_name(route=route):
        return None
    if settings.EMBEDDINGS == "remote":
        return await remote.embed(text)
    return await asyncio.get_running_loop().run_in_executor(_thread, builtin.embed, text)


def embed_now(text: str, *, route: str = "everyday") -> list[float] | None:
    """As ``embed``, for synchronous callers."""
    return embed_all_now([text], route=route)[0]


def embed_all_now(texts: Sequence[str], *, route: str = "everyday") -> list[list[float] | None]:
    """As ``embed_now``, for many; each text that comes again is embedded once."""
    if not embedder_name(route=route):
        return [None] * len(texts)
    once = list(dict.fromkeys(texts))
    if settings.EMBEDDINGS == "remote":
        vectors = dict(zip(once, run(remote.embed_behind(once)), strict=True))
    else:
        vectors = {text: builtin.embed(text) for text in once}
    return [vectors[text] for text in texts]
