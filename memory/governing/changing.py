"""Changing a memory: its wording, its pin, who of the companions knows it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from companion.llm.embeddings import embed_now, embedder_name
from memory.governing.errors import InTheWayError, ReplacedError, UnwritableError
from memory.governing.replacing import close, holder_of, make_room_for
from memory.locks import lock_owner
from memory.models import Memory, Source

MOST_CHARS = 300
HELD = (Memory.Status.ACTIVE, Memory.Status.PROPOSED)


def edit_memory(*, user_id: int, memory_id: UUID, text: str, has_changed: bool = False) -> Memory:
    """The new version, in its person's words, with the old one's proof; the old one stays as replaced.

    ``has_changed``: the old wording was true until now. Otherwise it never was. What waited for a yes has it now.
    Raises Memory.DoesNotExist for another's memory, as for a missing one; ReplacedError, UnwritableError.
    """
    text = " ".join(text.replace("\0", "").split())
    if not 0 < len(text) <= MOST_CHARS:
        raise UnwritableError
    return _write(user_id, memory_id, text, embed_now(text), timezone.now() if has_changed else None)


@transaction.atomic
def _write(user_id: int, memory_id: UUID, text: str, vector: list[float] | None, changed_at: datetime | None) -> Memory:
    old = locked(user_id, memory_id)
    if old.status not in HELD:
        raise ReplacedError
    if old.text == text:
        return old
    was = old.status
    if was == Memory.Status.PROPOSED:
        make_room_for(old)
    since = changed_at or old.valid_from
    close(old, at=since)
    old.save(update_fields=["valid_from", "supersedes"])
    new = Memory.objects.create(
        user_id=user_id,
        persona_id=old.persona_id,
        kind=old.kind,
        subject=old.subject,
        slot=old.slot,
        text=text,
        cue=old.cue,
        origin=Memory.Origin.OWNER,
        importance=old.importance,
        pinned=old.pinned,
        route=old.route,
        vector=vector,
        embedder=embedder_name() if vector else "",
        valid_from=max(since, old.valid_from),
        supersedes=old,
        status_before=was,
        last_used_at=old.last_used_at,
    )
    proof = [Source(memory=new, episode_id=one.episode_id, quote=one.quote) for one in old.sources.all()]
    Source.objects.bulk_create(proof)
    return new


@transaction.atomic
def pin_memory(*, user_id: int, memory_id: UUID, pinned: bool = True) -> Memory:
    """Keep it from fading and at the top, or no longer. Raises Memory.DoesNotExist as ``edit_memory``."""
    memory = locked(user_id, memory_id)
    memory.pinned = pinned
    memory.save(update_fields=["pinned"])
    return memory


@transaction.atomic
def share_memory(*, user_id: int, memory_id: UUID) -> Memory:
    """Let all companions of this person know it. Raises Memory.DoesNotExist as ``edit_memory``, InTheWayError."""
    return _give(locked(user_id, memory_id), None)


@transaction.atomic
def take_back_memory(*, user_id: int, memory_id: UUID) -> Memory:
    """Leave it to the companion it was told to last. Raises Memory.DoesNotExist as ``edit_memory``, InTheWayError."""
    memory = locked(user_id, memory_id)
    told = memory.sources.order_by("-episode__said_at").values_list("episode__persona_id", flat=True).first()
    return _give(memory, memory.persona_id or told)


def _give(memory: Memory, persona_id: UUID | None) -> Memory:
    memory.persona_id = persona_id
    if memory.status == Memory.Status.ACTIVE and holder_of(memory) is not None:
        raise InTheWayError
    memory.save(update_fields=["persona_id"])
    return memory


def locked(user_id: int, memory_id: UUID) -> Memory:
    """For a change within the caller's transaction. Raises Memory.DoesNotExist for another's memory, as for a missing one."""
    lock_owner(user_id)
    return Memory.objects.for_user(user_id).select_for_update(no_key=True, of=("self",)).get(pk=memory_id)
