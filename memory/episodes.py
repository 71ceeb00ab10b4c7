"""Keeping what was said."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from companion.llm.embeddings import embedder_name
from companion.rows import Columns, rows
from memory.governing.choices import choices_of
from memory.governing.forgetting import drop_proof
from memory.governing.ledger import What, note_erased
from memory.importance import importance
from memory.locks import lock_owner
from memory.models import Episode
from memory.questions import is_only_questions

# `support`, refused and off-the-record messages never become episodes; what is said on `adult` does with its person's consent.
REMEMBERED_ROUTES = {"everyday", "romance"}
ADULT = "adult"

_columns = Columns(Episode, "e")
# With what its person chose in the same statement: every turn makes one.
_ADD = f"""
WITH choice AS (
    SELECT NOT EXISTS (SELECT FROM memory_memorychoices WHERE user_id = %s AND paused)
       AND NOT EXISTS (SELECT FROM memory_pausedconversation WHERE conversation_id = %s)
       AND (%s <> '{ADULT}' OR EXISTS (SELECT FROM memory_memorychoices WHERE user_id = %s AND adult_recall)) AS remembers
),
episode AS (
    INSERT INTO memory_episode ({_columns.inserted})
    SELECT {_columns.typed_marks} FROM choice WHERE remembers
    ON CONFLICT (message_id) DO NOTHING
)
SELECT remembers FROM choice
"""


def add_episode(
    *,
    user_id: int,
    persona_id: UUID,
    conversation_id: UUID,
    message_id: UUID,
    text: str,
    context: str,
    route: str,
    said_at: datetime,
    vector: list[float] | None,
    author: str = "",
) -> bool:
    """Remember a message of a person, unless they paused that; a message that is known, or forgotten, already changes nothing.

    Answers whether their choices let it be remembered.
    ``author`` names who said it where that is not the person, in a talk of several that was brought along.
    """
    if route not in REMEMBERED_ROUTES and route != ADULT:
        return False
    episode = Episode(
        user_id=user_id,
        persona_id=persona_id,
        conversation_id=conversation_id,
        message_id=message_id,
        text=text,
        context=context,
        author=author,
        route=route,
        said_at=said_at,
        vector=vector,
        embedder=embedder_name(route=route) if vector else "",
        embedded_at=timezone.now() if vector and not context else None,
        importance=importance(text, context=context),
        is_question=is_only_questions(text),
    )
    [(remembers,)] = rows(_ADD, [user_id, conversation_id, route, user_id, *_columns.values(episode)])
    return bool(remembers)


def remembered_messages(*, user_id: int, message_ids: Collection[UUID]) -> set[UUID]:
    """Which of these messages of this person memory keeps and, as they chose, may tell of: none that was forgotten or paused."""
    kept = Episode.objects.for_user(user_id).kept().filter(message_id__in=message_ids)
    if not choices_of(user_id=user_id).adult_recall:
        kept = kept.exclude(route=ADULT)
    return set(kept.values_list("message_id", flat=True))


@transaction.atomic
def forget_episodes(*, user_id: int, message_ids: Collection[UUID]) -> None:
    """What was said in these messages, which are no more, and what was learned from nothing else."""
    lock_owner(user_id)  # what is being learned from them just now goes, too
    episodes = list(Episode.objects.for_user(user_id).filter(message_id__in=message_ids).values_list("pk", flat=True))
    drop_proof(user_id=user_id, episode_ids=episodes)
    note_erased(What.EPISODE, episodes)
    Episode.objects.filter(pk__in=episodes).delete()
