"""Learning from what was said: read the episodes, decide what is new, keep the proof."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from memory.learning.keep import Keeper
from memory.learning.reading import read
from memory.locks import lock_owner
from memory.models import Episode, Memory
from memory.signals import learned

LEARN_AFTER_TURNS = 3
LEARN_AFTER_QUIET = timedelta(seconds=60)
BATCH = 50  # episodes in one transaction


def learn(*, user_id: int, persona_id: UUID) -> int:
    """Read what this owner said since the last time; how many episodes that were. Safe to run twice, also at once."""
    total = 0
    while count := _learn_batch(user_id=user_id, persona_id=persona_id):
        total += count
    return total


@transaction.atomic
def _learn_batch(*, user_id: int, persona_id: UUID) -> int:
    lock_owner(user_id)
    unread = Episode.objects.to_learn(user_id=user_id, persona_id=persona_id)
    episodes = list(unread.select_for_update(no_key=True)[:BATCH])
    if not episodes:
        return 0
    zone = get_user_model().objects.values_list("time_zone", flat=True).get(pk=user_id)
    keeper = Keeper(user_id=user_id, persona_id=persona_id)
    news: dict[UUID, dict[str, Any]] = {}
    for episode in episodes:
        for fact in read(episode, zone=zone, people=keeper.people, near=episodes):
            for memory in keeper.keep(fact, episode):
                news[memory.pk] = {"id": memory.pk, "status": memory.status, "conversation_id": episode.conversation_id}
    Episode.objects.filter(pk__in=[episode.pk for episode in episodes]).update(learned_at=timezone.now())
    if news:
        transaction.on_commit(lambda: _tell(user_id, list(news.values())))
    return len(episodes)


def _tell(user_id: int, memories: list[dict[str, Any]]) -> None:
    learned.send_robust(sender=Memory, user_id=user_id, memories=memories)


def owners_due() -> list[tuple[int, UUID]]:
    """(user, persona) of those who said enough, or something and then nothing for a while."""
    return Episode.objects.all().owners_to_learn(now=timezone.now(), turns=LEARN_AFTER_TURNS, quiet=LEARN_AFTER_QUIET)
