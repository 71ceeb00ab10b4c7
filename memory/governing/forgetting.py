"""Forgetting, for good: the text, its vector, its words and its quotes go. What remains of an episode is an empty row that names
a message, so that the same message, answered anew, isn't remembered again.

The owner is locked first: what is being learned just now is there to be deleted, or isn't learned any more.
"""

from collections.abc import Collection
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from memory.governing.ledger import What, note_all_erased, note_erased
from memory.locks import lock_owner
from memory.models import Episode, Memory, MemoryChoices, PausedConversation, SetAside, Source
from memory.querysets import EpisodeQuerySet
from memory.signals import forgetting, forgotten
from memory.withdrawing import withdraw_unproved


@transaction.atomic
def forget_memory(*, user_id: int, memory_id: UUID) -> None:
    """Forget a memory, its other wordings, and the messages that prove it; other memories from these keep their own quotes.

    Raises Memory.DoesNotExist for another's memory, as for a missing one.
    """
    lock_owner(user_id)
    memory = Memory.objects.for_user(user_id).get(pk=memory_id)
    wordings = _wordings_of(memory)
    ids = [one.pk for one in wordings]
    _empty(user_id, Episode.objects.for_user(user_id).filter(sources__memory__in=ids))
    for one in wordings:
        one.superseded_by.update(supersedes=wordings[-1].supersedes_id)
    Memory.objects.filter(pk__in=ids).delete()
    note_erased(What.MEMORY, ids)


@transaction.atomic
def forget_episode(*, user_id: int, episode_id: UUID) -> None:
    """Forget what was said in one message, its quotes, and what was learned from nothing else.

    Raises Episode.DoesNotExist for another's episode, as for a missing one.
    """
    lock_owner(user_id)
    Episode.objects.for_user(user_id).kept().get(pk=episode_id)
    _empty(user_id, Episode.objects.filter(pk=episode_id))
    drop_proof(user_id=user_id, episode_ids=[episode_id])


def drop_proof(*, user_id: int, episode_ids: Collection[UUID]) -> None:
    """Take the quotes of these episodes away, and with them the memories that have no other; what has none but from words that
    were taken back, rests."""
    quotes = Source.objects.filter(episode__in=episode_ids, memory__user=user_id)
    learned = list(quotes.values_list("memory_id", flat=True).distinct())
    quotes.delete()
    unproved = list(Memory.objects.filter(pk__in=learned, sources=None).values_list("pk", flat=True))
    Memory.objects.filter(pk__in=unproved).delete()
    note_erased(What.MEMORY, unproved)
    withdraw_unproved(user_id=user_id, memory_ids=learned)


@transaction.atomic
def forget_persona(*, user_id: int, persona_id: UUID) -> None:
    """Forget what was said to one companion and what it alone knows; what is shared by all of them stays, with its quotes."""
    lock_owner(user_id)
    _empty(user_id, Episode.objects.for_user(user_id).filter(persona_id=persona_id), is_single=False)
    Memory.objects.for_user(user_id).filter(persona_id=persona_id).delete()
    note_all_erased(What.PERSONA, user_id, persona_id)


@transaction.atomic
def forget_everything(*, user_id: int) -> None:
    """Forget all that was said and all that was learned; choices stay."""
    lock_owner(user_id)
    _empty(user_id, Episode.objects.for_user(user_id), is_single=False)
    Memory.objects.for_user(user_id).delete()
    SetAside.objects.filter(user_id=user_id).delete()
    note_all_erased(What.EVERYTHING, user_id)


@transaction.atomic
def forget_person(*, user_id: int) -> None:
    """Everything, the empty rows and the choices, too: for who leaves."""
    forget_everything(user_id=user_id)
    for rows in (Episode, MemoryChoices, PausedConversation):
        rows.objects.filter(user_id=user_id).delete()
    note_all_erased(What.ACCOUNT, user_id)


def _wordings_of(memory: Memory) -> list[Memory]:
    """The memory with what was only another wording of it, the newest first."""
    wordings = [memory]
    while wordings[0].was_never_true and (newer := wordings[0].superseded_by.first()):
        wordings.insert(0, newer)
    while (older := wordings[-1].supersedes) and older.was_never_true:
        wordings.append(older)
    return wordings


def _empty(user_id: int, episodes: EpisodeQuerySet, *, is_single: bool = True) -> None:
    """Take everything said out of these rows, and out of what the companion answered, which the next row holds as context."""
    chosen = list(episodes.kept().order_by("pk").values_list("pk", "conversation_id", "said_at"))
    if not chosen:
        return
    now = timezone.now()
    emptied = {
        "text": "",
        "context": "",
        "author": "",
        "vector": None,
        "embedder": "",
        "erased_at": now,
        "learned_at": now,
    }
    Episode.objects.filter(pk__in=[pk for pk, _, _ in chosen]).update(**emptied)
    conversations = {conversation_id for _, conversation_id, _ in chosen}
    if is_single:
        note_erased(What.EPISODE, [pk for pk, _, _ in chosen])
        for _, conversation_id, said_at in chosen:
            following = Episode.objects.filter(user_id=user_id, conversation_id=conversation_id, said_at__gt=said_at)
            # Its vector told of that context, too; it is made anew.
            told_anew = {"context": "", "vector": None, "embedder": "", "embedded_at": None}
            Episode.objects.filter(pk__in=following.order_by("said_at").values("pk")[:1]).update(**told_anew)
    forgetting.send(sender=Episode, user_id=user_id, conversation_ids=conversations)
    tell = partial(forgotten.send_robust, sender=Episode, user_id=user_id, conversation_ids=conversations)
    transaction.on_commit(tell)
