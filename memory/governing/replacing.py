"""One memory in the place of another: closed and linked, or opened again. All within the caller's transaction."""

from datetime import datetime

from memory.governing.errors import InTheWayError
from memory.models import Memory

ACTIVE, SUPERSEDED = Memory.Status.ACTIVE, Memory.Status.SUPERSEDED


def holder_of(memory: Memory) -> Memory | None:
    """The active one that holds this memory's slot, if that is another one."""
    if not memory.slot:
        return None
    held = Memory.objects.for_user(memory.user_id).filter(
        persona_id=memory.persona_id, subject=memory.subject, slot=memory.slot, status=ACTIVE
    )
    return held.exclude(pk=memory.pk).select_for_update(no_key=True).first()


def close(memory: Memory, *, at: datetime) -> None:
    memory.status, memory.valid_to = SUPERSEDED, max(at, memory.valid_from)
    memory.save(update_fields=["status", "valid_to"])


def make_room_for(memory: Memory) -> None:
    """Close what holds its slot: that is what this memory replaced."""
    holder = holder_of(memory)
    if holder is None:
        return
    close(holder, at=memory.valid_from)
    memory.valid_from = max(memory.valid_from, holder.valid_from)
    memory.supersedes = memory.supersedes or holder


def reopen_replaced_by(memory: Memory, *, as_status: str = ACTIVE) -> None:
    """Open what this memory replaced, once the memory itself holds no slot any more. Raises InTheWayError."""
    replaced = memory.supersedes_id and Memory.objects.select_for_update(no_key=True).get(pk=memory.supersedes_id)
    if not replaced or replaced.status != SUPERSEDED:
        return
    if as_status == ACTIVE and holder_of(replaced) is not None:
        raise InTheWayError
    replaced.status, replaced.valid_to = as_status, None
    replaced.save(update_fields=["status", "valid_to"])
    if as_status != ACTIVE:  # what waits had closed nothing by itself
        reopen_replaced_by(replaced)
