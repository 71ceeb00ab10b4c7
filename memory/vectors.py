"""Finishing the vectors of episodes, behind the turn: half of the text alone, half of the text after what was said before.

"Yes, since May" is near to a question about a move only where the vector knows what it answers.
"""

from collections.abc import Sequence

from django.utils import timezone

from companion.llm.embeddings import embed_all_now, embedder_name
from memory.models import HEARD_CHARS, Episode

BATCH = 100


def finish_vectors(*, limit: int = BATCH) -> int:
    """Of the oldest unfinished episodes; how many are finished now. Safe to run twice, also at once."""
    if not embedder_name():
        return 0
    waiting = Episode.objects.filter(embedded_at=None, erased_at=None).order_by("said_at")
    episodes = list(waiting.only("pk", "text", "context", "route", "vector", "embedder")[:limit])
    return sum(_finish([one for one in episodes if one.route == route]) for route in {one.route for one in episodes})


def _finish(episodes: Sequence[Episode]) -> int:
    """Of one route. What can't be embedded now waits; what may not be, has none."""
    name = embedder_name(route=episodes[0].route)
    texts = [text for one in episodes for text in (one.text, _in_context(one))]
    vectors = embed_all_now(texts, route=episodes[0].route) if name else [None] * len(texts)
    finished = 0
    for episode, own, whole in zip(episodes, vectors[::2], vectors[1::2], strict=True):
        if name and (own is None or whole is None):
            continue
        # Nothing is written to what was edited or forgotten meanwhile.
        unchanged = Episode.objects.filter(pk=episode.pk, text=episode.text, erased_at=None)
        finished += unchanged.update(
            vector=[(a + b) / 2 for a, b in zip(own, whole, strict=True)] if own and whole else None,
            embedder=name,
            embedded_at=timezone.now(),
        )
    return finished


def _in_context(episode: Episode) -> str:
    return f"{episode.context[-HEARD_CHARS:]}\n{episode.text}" if episode.context else episode.text
