"""Episodes that could not be read: they wait longer each time, then for a person."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from memory.models import Episode
from memory.querysets import MOST_ATTEMPTS

FIRST_DELAY = timedelta(minutes=1)  # four times as long after each failure


def put_off(ids: Sequence[UUID], *, reason: str, for_good: bool = False) -> None:
    """Have these read again later; after MOST_ATTEMPTS, or ``for_good``, only when a person asks for it."""
    for episode in Episode.objects.filter(pk__in=ids):
        episode.learn_attempts = MOST_ATTEMPTS if for_good else episode.learn_attempts + 1
        episode.learn_after = timezone.now() + FIRST_DELAY * 4 ** (episode.learn_attempts - 1)
        episode.learn_error = reason[:40]
        episode.save(update_fields=["learn_attempts", "learn_after", "learn_error"])


def put_aside(ids: Sequence[UUID]) -> None:
    """Have these read a little later: people had to go first. Nothing failed, so nothing is counted."""
    Episode.objects.filter(pk__in=ids).update(learn_after=timezone.now() + FIRST_DELAY)


def try_again(*, episode_ids: Sequence[UUID]) -> int:
    """What was given up stands in the queue again; how many."""
    given_up = Episode.objects.given_up().filter(pk__in=episode_ids)
    return given_up.update(learn_attempts=0, learn_after=None, learn_error="")
