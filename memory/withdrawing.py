"""Words that their person took back, and may say again: neither recalled nor learned from meanwhile, and nothing of it is lost.

What was learned from nothing else rests as long, and what it had replaced holds again. What its person wrote, pinned or said yes
to stays: that is theirs, whatever became of the words.
"""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from memory.governing.replacing import close, holder_of, reopen_replaced_by
from memory.locks import lock_owner
from memory.models import Episode, Memory, Source

Status = Memory.Status


@transaction.atomic
def withdraw_episodes(*, user_id: int, message_ids: Collection[UUID]) -> None:
    """What was said in these messages of this person is told no more, until `restore_episodes`."""
    lock_owner(user_id)  # what is being learned from them just now is there to rest, or isn't learned any more
    told = Episode.objects.for_user(user_id).filter(message_id__in=message_ids, withdrawn_at=None)
    withdrawn = list(told.values_list("pk", flat=True))
    Episode.objects.filter(pk__in=withdrawn).update(withdrawn_at=timezone.now())
    _withdraw_unproved(_from(user_id, withdrawn))


@transaction.atomic
def restore_episodes(*, user_id: int, message_ids: Collection[UUID]) -> None:
    """What was said in these messages is said again; what nobody had read of it, is read now."""
    lock_owner(user_id)
    silent = Episode.objects.for_user(user_id).filter(message_id__in=message_ids, withdrawn_at__isnull=False)
    restored = list(silent.values_list("pk", flat=True))
    Episode.objects.filter(pk__in=restored).update(withdrawn_at=None)
    resting = _from(user_id, restored).filter(status=Status.WITHDRAWN)
    for memory in resting.order_by("valid_from", "created_at"):  # as they were learned: each closes the one before
        _restore(memory)


def withdraw_unproved(*, user_id: int, memory_ids: Collection[UUID]) -> None:
    """Of these memories, those that lost a proof and stand on words that were taken back alone rest with them.

    Whoever calls holds the lock of the owner's memory.
    """
    is_quoted = Exists(Source.objects.filter(memory=OuterRef("pk")))
    _withdraw_unproved(Memory.objects.for_user(user_id).filter(is_quoted, pk__in=memory_ids))


def _withdraw_unproved(learned: QuerySet[Memory]) -> None:
    for memory_id in _unproved(learned):
        _withdraw(memory_id)


def _from(user_id: int, episodes: Collection[UUID]) -> QuerySet[Memory]:
    quoted = Source.objects.filter(memory=OuterRef("pk"), episode__in=episodes)
    return Memory.objects.for_user(user_id).filter(Exists(quoted))


def _unproved(learned: QuerySet[Memory]) -> list[UUID]:
    """Which of these stand on nothing that is said still, the newest first."""
    proof = Source.objects.filter(memory=OuterRef("pk"), episode__withdrawn_at=None)
    learned = learned.filter(~Exists(proof), pinned=False, status_before="")
    learned = learned.exclude(origin=Memory.Origin.OWNER).exclude(status__in=[Status.REJECTED, Status.WITHDRAWN])
    # A wording that gave way to another is told nowhere anyway.
    learned = learned.exclude(status=Status.SUPERSEDED, valid_to=F("valid_from"))
    return list(learned.order_by("-valid_from", "-created_at").values_list("pk", flat=True))


def _withdraw(memory_id: UUID) -> None:
    memory = Memory.objects.select_related("supersedes").get(pk=memory_id)
    memory.status_before, memory.status = memory.status, Status.WITHDRAWN
    memory.save(update_fields=["status", "status_before"])
    replaced = memory.supersedes
    if memory.status_before != Status.ACTIVE or replaced is None:
        return
    is_proved = replaced.sources.filter(episode__withdrawn_at=None).exists()
    if (is_proved or replaced.origin == Memory.Origin.OWNER) and holder_of(replaced) is None:
        reopen_replaced_by(memory)


def _restore(memory: Memory) -> None:
    was = memory.status_before or Status.ACTIVE
    memory.status, memory.status_before = Status(was), ""
    holder = holder_of(memory) if was == Status.ACTIVE else None
    if holder is not None:
        is_older = memory.valid_from < holder.valid_from and holder.pk != memory.supersedes_id
        if is_older or holder.origin == Memory.Origin.OWNER:
            close(memory, at=holder.valid_from)
        else:
            close(holder, at=memory.valid_from)
    memory.save(update_fields=["status", "status_before"])
