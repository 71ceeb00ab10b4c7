"""Learning from what was said: read the episodes, decide what is new, keep the proof.

What is to be read stands in Postgres: an episode without `learned_at`. What fails waits longer each time and is given up in the
end; a person can have it tried again (admin).
"""

import logging
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from celery.exceptions import SoftTimeLimitExceeded
from django.contrib.auth import get_user_model
from django.db import OperationalError, transaction
from django.utils import timezone

from memory.learning.keep import Keeper
from memory.learning.reading import read
from memory.locks import lock_owner
from memory.models import Episode, Memory
from memory.putting_off import put_off
from memory.signals import learned

logger = logging.getLogger(__name__)

BATCH = 50  # episodes in one transaction
MOST_BATCHES = 20  # in one go; what is left, the next hint or sweep finds


def learn(*, user_id: int, persona_id: UUID) -> int:
    """Read what this owner said since the last time; how many episodes that were. Safe to run twice, also at once."""
    total = 0
    for _ in range(MOST_BATCHES):
        unread = Episode.objects.to_learn(user_id=user_id, persona_id=persona_id, now=timezone.now())
        ids = list(unread.values_list("pk", flat=True)[:BATCH])
        if not ids:
            break
        total += _learn_or_part(ids, user_id=user_id, persona_id=persona_id)
    return total


def _learn_or_part(ids: Sequence[UUID], *, user_id: int, persona_id: UUID) -> int:
    """One that can't be read doesn't keep the others waiting."""
    try:
        return _learn_batch(ids, user_id=user_id, persona_id=persona_id)
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except Exception as error:
        if len(ids) > 1:
            return sum(_learn_or_part([one], user_id=user_id, persona_id=persona_id) for one in ids)
        put_off(ids, reason=type(error).__name__)
        logger.error("an episode could not be read: %s", type(error).__name__)
        return 0


@transaction.atomic
def _learn_batch(ids: Sequence[UUID], *, user_id: int, persona_id: UUID) -> int:
    lock_owner(user_id)
    # Another worker may have read them meanwhile, or their person deleted them.
    unread = Episode.objects.to_learn(user_id=user_id, persona_id=persona_id, now=timezone.now()).filter(pk__in=ids)
    episodes = list(unread.select_for_update(no_key=True))
    if not episodes:
        return 0
    zone = get_user_model().objects.values_list("time_zone", flat=True).get(pk=user_id)
    keeper = Keeper(user_id=user_id, persona_id=persona_id)
    news: dict[UUID, dict[str, Any]] = {}
    for episode in episodes:
        for fact in read(episode, zone=zone, people=keeper.people, near=episodes):
            for memory in keeper.keep(fact, episode):
                news[memory.pk] = {"id": memory.pk, "status": memory.status, "conversation_id": episode.conversation_id}
    Episode.objects.filter(pk__in=ids).update(learned_at=timezone.now(), learn_error="")
    if news:
        transaction.on_commit(lambda: _tell(user_id, list(news.values())))
    return len(episodes)


def _tell(user_id: int, memories: list[dict[str, Any]]) -> None:
    learned.send_robust(sender=Memory, user_id=user_id, memories=memories)
