"""Learning from what was said: read the episodes, decide what is new, keep the proof."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from companion.llm.embeddings import embed_now, embedder_name
from memory.models import Episode, Memory, Source
from memory.rules import Fact, facts_in
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
    unread = Episode.objects.to_learn(user_id=user_id, persona_id=persona_id)
    episodes = list(unread.select_for_update(no_key=True)[:BATCH])
    news: dict[UUID, dict[str, Any]] = {}
    for episode in episodes:
        for fact in facts_in(episode.text):
            for memory in _decide(episode, fact):
                news[memory.pk] = {"id": memory.pk, "status": memory.status, "conversation_id": episode.conversation_id}
    Episode.objects.filter(pk__in=[episode.pk for episode in episodes]).update(learned_at=timezone.now())
    if news:
        transaction.on_commit(lambda: _tell(user_id, list(news.values())))
    return len(episodes)


def _tell(user_id: int, memories: list[dict[str, Any]]) -> None:
    learned.send_robust(sender=Memory, user_id=user_id, memories=memories)


def _decide(episode: Episode, fact: Fact) -> list[Memory]:
    """The memories that changed: new, the same once more, or one in the place of another, which is closed and kept."""
    owned = Memory.objects.active(user_id=episode.user_id, persona_id=episode.persona_id)
    old = owned.filter(subject=fact.subject, slot=fact.slot).select_for_update(no_key=True).first()
    if old is not None and (old.text == fact.text or _tells_no_more(fact, old)):
        Source.objects.get_or_create(memory=old, episode=episode, defaults={"quote": fact.quote})
        return []
    changed = []
    if old is not None:
        old.status, old.valid_to = Memory.Status.SUPERSEDED, episode.said_at
        old.save(update_fields=["status", "valid_to"])
        changed.append(old)
    vector = embed_now(f"{fact.quote}. {fact.cue}")
    memory = Memory.objects.create(
        user_id=episode.user_id,
        persona_id=episode.persona_id,
        kind=fact.kind,
        subject=fact.subject,
        slot=fact.slot,
        text=fact.text,
        cue=fact.cue,
        vector=vector,
        embedder=embedder_name() if vector else "",
        valid_from=episode.said_at,
        supersedes=old,
    )
    Source.objects.create(memory=memory, episode=episode, quote=fact.quote)
    return [*changed, memory]


def _tells_no_more(fact: Fact, old: Memory) -> bool:
    """“You live in Porto.” after “You moved to Porto in May.” is the same once more, said shorter."""
    return fact.text.rstrip(".").split()[-1] in old.text.rstrip(".").split() and len(fact.text) < len(old.text)


def owners_due() -> list[tuple[int, UUID]]:
    """(user, persona) of those who said enough, or something and then nothing for a while."""
    return Episode.objects.all().owners_to_learn(now=timezone.now(), turns=LEARN_AFTER_TURNS, quiet=LEARN_AFTER_QUIET)
