"""What was remembered, with where it came from, for the one it is about."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from memory.models import Episode, Memory


def remembered(*, user_id: int, ids: Iterable[UUID]) -> list[dict[str, Any]]:
    """Episodes and memories of these ids as the wire contract shows them; a stranger's are left out, as missing ones."""
    wanted = list(ids)
    memories = Memory.objects.for_user(user_id).filter(pk__in=wanted).prefetch_related("sources__episode")
    told = {memory.pk: _memory(memory) for memory in memories}
    for episode in Episode.objects.for_user(user_id).kept().filter(pk__in=wanted):
        told[episode.pk] = _shown(episode.pk, "episode", episode.text, episode)
    return [told[one] for one in wanted if one in told]


def _memory(memory: Memory) -> dict[str, Any]:
    sources = list(memory.sources.all())
    return _shown(memory.pk, memory.kind, memory.text, sources[-1].episode if sources else None)


def _shown(pk: UUID, kind: str, text: str, episode: Episode | None) -> dict[str, Any]:
    source = episode and {
        "conversation": str(episode.conversation_id),
        "message": str(episode.message_id),
        "said_at": episode.said_at.isoformat(),
    }
    return {"id": str(pk), "kind": kind, "text": text, "source": source}
