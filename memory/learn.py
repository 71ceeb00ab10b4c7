"""Learning from what was said: read the episodes, decide what is new, keep the proof.

What is to be read stands in Postgres: an episode without `learned_at`. What fails waits longer each time and is given up in the
end; a person can have it tried again (admin).
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import OperationalError, transaction
from django.db.models import F
from django.utils import timezone

from companion.errors import LLMError, LLMRejectedError, StandAsideError
from memory.learning.facts import Fact
from memory.learning.keep import Keeper
from memory.learning.model import MOST_MESSAGES, Said, find_facts
from memory.learning.people import People
from memory.learning.proving import beyond
from memory.learning.reading import read
from memory.locks import lock_owner
from memory.models import Episode, Memory
from memory.putting_off import put_aside, put_off
from memory.signals import learned

logger = logging.getLogger(__name__)

BATCH = 50  # episodes in one transaction
MOST_BATCHES = 20  # in one go; what is left, the next hint or sweep finds


def learn(*, user_id: int, persona_id: UUID) -> int:
    """Read what this owner said since the last time; how many episodes that were. Safe to run twice, also at once."""
    total, most = 0, MOST_MESSAGES if settings.LEARNING_PROVIDER else BATCH
    for _ in range(MOST_BATCHES):
        unread = Episode.objects.to_learn(user_id=user_id, persona_id=persona_id, now=timezone.now())
        episodes = list(unread[:most])
        if episodes:
            total += _learn_or_part(episodes, user_id=user_id, persona_id=persona_id)
        if len(episodes) < most:
            break
    return total


def _learn_or_part(episodes: Sequence[Episode], *, user_id: int, persona_id: UUID) -> int:
    """One that can't be read doesn't keep the others waiting."""
    try:
        return _learn_batch(_asked(episodes), user_id=user_id, persona_id=persona_id)
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except Exception as error:
        if len(episodes) > 1:
            return sum(_learn_or_part([one], user_id=user_id, persona_id=persona_id) for one in episodes)
        put_off([one.pk for one in episodes], reason=type(error).__name__)
        logger.error("an episode could not be read: %s", type(error).__name__)
        return 0


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a model found, by episode, asked while no transaction was open."""

    facts: dict[UUID, list[Fact]]
    tokens: int
    failure: LLMError | None


def _asked(episodes: Sequence[Episode]) -> _Asked:
    if not settings.LEARNING_PROVIDER:
        return _Asked({one.pk: [] for one in episodes}, 0, None)
    user_id, persona_id = episodes[0].user_id, episodes[0].persona_id
    subjects = Memory.objects.active(user_id=user_id, persona_id=persona_id).values_list("subject", flat=True)
    said = [Said("" if one.author else one.text, one.said_at, one.route) for one in episodes]
    found = find_facts(said, zone=_zone(user_id), people=People.of_subjects(subjects.distinct()))
    facts = {one.pk: facts for one, facts in zip(episodes, found.facts, strict=True)}
    return _Asked(facts, found.tokens // len(episodes), found.failure)


@transaction.atomic
def _learn_batch(asked: _Asked, *, user_id: int, persona_id: UUID) -> int:
    lock_owner(user_id)
    # Another worker may have read them meanwhile, or their person deleted them.
    unread = Episode.objects.to_learn(user_id=user_id, persona_id=persona_id, now=timezone.now())
    episodes = list(unread.filter(pk__in=asked.facts).select_for_update(no_key=True))
    if not episodes:
        return 0
    zone = _zone(user_id)
    keeper = Keeper(user_id=user_id, persona_id=persona_id)
    news: dict[UUID, dict[str, Any]] = {}
    for episode in episodes:
        by_rules = read(episode, zone=zone, people=keeper.people, near=episodes)
        changed = [memory for fact in by_rules for memory in keeper.keep(fact, episode)]
        for fact in beyond(by_rules, asked.facts[episode.pk]):
            changed += keeper.keep(fact, episode, Memory.Origin.MODEL)
        for memory in changed:
            news[memory.pk] = {"id": memory.pk, "status": memory.status, "conversation_id": episode.conversation_id}
    _finish([one.pk for one in episodes], asked)
    if news:
        transaction.on_commit(lambda: _tell(user_id, list(news.values())))
    return len(episodes)


def _finish(ids: Sequence[UUID], asked: _Asked) -> None:
    """Read; or, where a model was to read them too and didn't, read again later, which does what the rules found no harm."""
    read = Episode.objects.filter(pk__in=ids)
    if asked.failure is None:
        read.update(learned_at=timezone.now(), learn_error="", learn_tokens=F("learn_tokens") + asked.tokens)
    elif isinstance(asked.failure, StandAsideError):
        put_aside(ids)
    else:
        put_off(ids, reason=type(asked.failure).__name__, for_good=isinstance(asked.failure, LLMRejectedError))


def _zone(user_id: int) -> str:
    zone: str = get_user_model().objects.values_list("time_zone", flat=True).get(pk=user_id)
    return zone


def _tell(user_id: int, memories: list[dict[str, Any]]) -> None:
    learned.send_robust(sender=Memory, user_id=user_id, memories=memories)
