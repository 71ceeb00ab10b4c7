"""A person's own memories, found: the pinned ones first, then the newest."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from memory.models import Memory, Source
from memory.querysets import MemoryQuerySet


@dataclass(frozen=True, slots=True)
class Wanted:
    """``persona_id``: what this companion knows, the shared ones too. ``is_shared``: those that all of them know."""

    text: str = ""
    kind: str = ""
    status: str = Memory.Status.ACTIVE
    persona_id: UUID | None = None
    is_shared: bool = False
    since: date | None = None
    until: date | None = None


def found_memories(*, user_id: int, wanted: Wanted) -> MemoryQuerySet:
    memories = Memory.objects.for_user(user_id).lagging(user_id).filter(status=wanted.status)
    if wanted.kind:
        memories = memories.filter(kind=wanted.kind)
    if wanted.is_shared:
        memories = memories.filter(persona_id=None)
    elif wanted.persona_id:
        memories = memories.filter(Q(persona_id=wanted.persona_id) | Q(persona_id=None))
    if wanted.since:
        memories = memories.filter(valid_from__gte=_day(wanted.since, time.min))
    if wanted.until:
        memories = memories.filter(valid_from__lte=_day(wanted.until, time.max))
    if wanted.text:
        memories = _telling(memories, wanted.text)
    return memories.order_by("-pinned", "-valid_from", "-id").prefetch_related("sources__episode")


def _telling(memories: MemoryQuerySet, text: str) -> MemoryQuerySet:
    """Those that hold every word, by its beginning or middle or stem, in their sentence or in what was said."""
    in_words = Q(text__icontains="")
    for word in text.split():
        said = Source.objects.filter(memory=OuterRef("pk"), quote__icontains=word)
        in_words &= Q(text__icontains=word) | Q(Exists(said))
    return memories.filter(in_words | Q(words=SearchQuery(text, config="english")))


def _day(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))


def waiting_count(*, user_id: int) -> int:
    """How many wait for a yes or a no."""
    return Memory.objects.for_user(user_id).lagging(user_id).filter(status=Memory.Status.PROPOSED).count()


def chain_of(*, user_id: int, memory_id: UUID) -> list[Memory]:
    """What replaced what, the newest first, this memory among it; alone where there was nothing.

    Raises Memory.DoesNotExist for another's memory, as for a missing one.
    """
    memories = Memory.objects.for_user(user_id).prefetch_related("sources__episode")
    memory = memories.get(pk=memory_id)
    chain = [memory]
    while newer := memories.filter(supersedes=chain[0]).exclude(pk__in=[one.pk for one in chain]).first():
        chain.insert(0, newer)
    while older := memories.filter(superseded_by=chain[-1]).exclude(pk__in=[one.pk for one in chain]).first():
        chain.append(older)
    return chain
