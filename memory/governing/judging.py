"""True or not: what its person says of a memory, and that said back."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from memory.governing.changing import locked
from memory.governing.errors import InTheWayError, NothingToUndoError
from memory.governing.replacing import close, holder_of, make_room_for, reopen_replaced_by
from memory.models import Memory

Status = Memory.Status


@transaction.atomic
def approve_memory(*, user_id: int, memory_id: UUID) -> Memory:
    """It is true: from now on it is known, in the place of what held its slot.

    Raises Memory.DoesNotExist for another's memory, as for a missing one.
    """
    memory = locked(user_id, memory_id)
    if memory.status in (Status.PROPOSED, Status.REJECTED):
        make_room_for(memory)
        memory.status_before, memory.status = memory.status, Status.ACTIVE
        memory.valid_to = None
        memory.save(update_fields=["status", "status_before", "valid_from", "valid_to", "supersedes"])
    return memory


@transaction.atomic
def reject_memory(*, user_id: int, memory_id: UUID) -> Memory:
    """It is not true, and is never proposed again; what it had replaced holds again.

    Raises Memory.DoesNotExist as ``approve_memory``, InTheWayError.
    """
    memory = locked(user_id, memory_id)
    if memory.status != Status.REJECTED:
        memory.status_before, memory.status = memory.status, Status.REJECTED
        memory.save(update_fields=["status", "status_before"])
        replaced = memory.supersedes
        if memory.status_before == Status.ACTIVE and replaced is not None and not replaced.was_never_true:
            reopen_replaced_by(memory)
    return memory


@transaction.atomic
def judge_memories(*, user_id: int, memory_ids: Iterable[UUID], are_true: bool) -> int:
    """Say the same of several that wait; how many did. Others' and missing ones are passed over."""
    judge = approve_memory if are_true else reject_memory
    waiting = Memory.objects.for_user(user_id).filter(pk__in=list(memory_ids), status=Status.PROPOSED)
    chosen = list(waiting.order_by("valid_from", "pk").values_list("pk", flat=True))
    for memory_id in chosen:
        judge(user_id=user_id, memory_id=memory_id)
    return len(chosen)


@transaction.atomic
def undo(*, user_id: int, memory_id: UUID) -> Memory:
    """Take back what was done with a memory last, by its person or by learning; the memory that stands there then.

    An edit is dropped, a yes or a no is taken back, what was learned is rejected, and what was replaced by any of these holds
    again. Raises Memory.DoesNotExist as ``approve_memory``, InTheWayError, NothingToUndoError.
    """
    memory = locked(user_id, memory_id)
    match memory.status:
        case Status.SUPERSEDED:
            newer = memory.superseded_by.exclude(status=Status.REJECTED).first()
            if newer is None:
                raise NothingToUndoError
            undo(user_id=user_id, memory_id=newer.pk)
            return Memory.objects.get(pk=memory_id)
        case Status.REJECTED:
            return _take_back_no(memory)
        case Status.ACTIVE if memory.origin == Memory.Origin.OWNER and memory.supersedes_id:
            return _drop_edit(memory)
        case Status.ACTIVE if memory.status_before:
            memory.status, memory.status_before = memory.status_before, ""
            memory.save(update_fields=["status", "status_before"])
            reopen_replaced_by(memory)
            return memory
        case Status.ACTIVE:
            return reject_memory(user_id=user_id, memory_id=memory_id)
    raise NothingToUndoError


def _take_back_no(memory: Memory) -> Memory:
    was = memory.status_before or Status.PROPOSED
    if was == Status.ACTIVE and (holder := holder_of(memory)) is not None:
        if holder.pk != memory.supersedes_id:
            raise InTheWayError
        close(holder, at=memory.valid_from)
    memory.status, memory.status_before = was, ""
    memory.save(update_fields=["status", "status_before"])
    return memory


def _drop_edit(edited: Memory) -> Memory:
    replaced = edited.supersedes
    assert replaced is not None  # the caller looks
    edited.superseded_by.update(supersedes=replaced)
    edited.status = Status.SUPERSEDED
    edited.save(update_fields=["status"])
    reopen_replaced_by(edited, as_status=edited.status_before or Status.ACTIVE)
    edited.delete()
    replaced.refresh_from_db()
    return replaced
