"""Making vectors behind the turn: those of episodes, finished or missing, and all of them after a change of embedder.

An episode's vector is half that of the text alone, half that of the text after what was said before: "Yes, since May" is near to
a question about a move only where the vector knows what it answers.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from companion.llm.embeddings import embed_all_now, embedder_name
from memory.models import HEARD_CHARS, Episode, Memory
from memory.recall.search import ADULT, ROUTES

BATCH = 100

Row = TypeVar("Row", Episode, Memory)


class EmbedderAwayError(Exception):
    """It gave no vectors."""


def finish_vectors(*, limit: int = BATCH) -> int:
    """Of the oldest unfinished episodes; how many are finished now. Safe to run twice, also at once."""
    if not embedder_name():
        return 0
    waiting = list(Episode.objects.filter(embedded_at=None, erased_at=None).order_by("said_at")[:limit])
    try:
        return sum(_finish([one for one in waiting if one.route == route]) for route in {one.route for one in waiting})
    except EmbedderAwayError:
        return 0


def remake_vectors() -> Iterator[int]:
    """Make every vector of another embedder anew, a batch at a time; yields how many were. What is made needs no second run.

    Raises EmbedderAwayError.
    """
    for route in (*ROUTES, ADULT):
        name = embedder_name(route=route)
        episodes = Episode.objects.filter(route=route, erased_at=None).exclude(embedder=name)
        memories = Memory.objects.filter(route=route).exclude(embedder=name).prefetch_related("sources")
        yield from _in_batches(episodes, _finish)
        yield from _in_batches(memories, _remake)


def _in_batches(rows: "QuerySet[Row]", make: Callable[[Sequence[Row]], int]) -> Iterator[int]:
    last: UUID | None = None
    while batch := list((rows.filter(pk__gt=last) if last else rows).order_by("pk")[:BATCH]):
        yield make(batch)
        last = batch[-1].pk


def _finish(episodes: Sequence[Episode]) -> int:
    """Of one route. What can't be embedded now waits; what may not be, has no vector."""
    name = embedder_name(route=episodes[0].route)
    vectors = embed_all_now(
        [text for one in episodes for text in (one.text, _in_context(one))], route=episodes[0].route
    )
    finished = 0
    for episode, own, whole in zip(episodes, vectors[::2], vectors[1::2], strict=True):
        if name and (own is None or whole is None):
            continue
        # Nothing is written to what was edited or forgotten meanwhile.
        finished += Episode.objects.filter(pk=episode.pk, text=episode.text, erased_at=None).update(
            vector=[(a + b) / 2 for a, b in zip(own, whole, strict=True)] if own and whole else None,
            embedder=name,
            embedded_at=timezone.now(),
        )
    return finished


def _vectors(texts: Sequence[str], *, route: str) -> list[list[float] | None]:
    vectors = embed_all_now(texts, route=route)
    if embedder_name(route=route) and not any(vectors):
        raise EmbedderAwayError
    return vectors


def _in_context(episode: Episode) -> str:
    """What was said before may be of another route, so an embedder that may not see them all sees none of it."""
    sees_all = all(embedder_name(route=route) for route in ROUTES)
    return f"{episode.context[-HEARD_CHARS:]}\n{episode.text}" if episode.context and sees_all else episode.text


def _remake(memories: Sequence[Memory]) -> int:
    name = embedder_name(route=memories[0].route)
    vectors = _vectors([_searched(one) for one in memories], route=memories[0].route)
    return sum(
        Memory.objects.filter(pk=memory.pk, text=memory.text).update(vector=vector, embedder=name)
        for memory, vector in zip(memories, vectors, strict=True)
        if vector or not name
    )


def _searched(memory: Memory) -> str:
    """What a memory is found by: its proof in the person's words, or its text as they corrected it, and its cue."""
    quotes = [] if memory.origin == Memory.Origin.OWNER else [source.quote for source in memory.sources.all()]
    text = quotes[0] if quotes else memory.text
    return f"{text}. {memory.cue}" if memory.cue else text
