"""What an episode tells, by rules: its facts, and what it corrects of the message before."""

from collections.abc import Iterable
from datetime import timedelta

from memory.learning.corrections import CORRECTED_WITHIN, corrected, looks_like_one
from memory.learning.facts import Fact
from memory.learning.people import People
from memory.learning.read import facts_in
from memory.models import Episode


def read(episode: Episode, *, zone: str, people: People, near: Iterable[Episode] = ()) -> list[Fact]:
    """``near`` are episodes that may hold the message before; without it there, the database is asked."""
    if episode.author:
        return []  # somebody else's words, in a talk that was brought along
    facts = facts_in(episode.text, said_at=episode.said_at, zone=zone, people=people)
    if not looks_like_one(episode.text):
        return facts
    before = _before(episode, near)
    earlier = facts_in(before.text, said_at=before.said_at, zone=zone, people=people) if before else []
    correction = corrected(episode.text, [*earlier, *facts])
    if correction is None:
        return facts
    # What the correction says right is not kept wrong besides.
    return [
        *(fact for fact in facts if correction.quote not in fact.quote and fact.value != correction.value),
        correction,
    ]


def _before(episode: Episode, near: Iterable[Episode]) -> Episode | None:
    def comes_before(one: Episode) -> bool:
        gap = episode.said_at - one.said_at
        return one.conversation_id == episode.conversation_id and timedelta(0) < gap <= CORRECTED_WITHIN

    found = max(filter(comes_before, near), key=lambda one: one.said_at, default=None)
    if found is not None:
        return found
    return (
        Episode.objects.for_user(episode.user_id)
        .filter(
            conversation_id=episode.conversation_id,
            said_at__lt=episode.said_at,
            said_at__gte=episode.said_at - CORRECTED_WITHIN,
            withdrawn_at=None,
        )
        .order_by("said_at")
        .last()
    )
