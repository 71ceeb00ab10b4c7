"""Where a conversation stands, as a connecting client is told."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings

from chat.models import Conversation, Turn
from chat.turns.admit import head_of

KNOWN_TURNS = 5  # news of these may still be on its way to a socket that connects now


@dataclass(frozen=True, slots=True)
class ConversationState:
    """``running`` is the running turn as ``{"turn", "message"}``; ``known_turns`` are the newest, running or not."""

    event: dict[str, Any]
    running: UUID | None
    known_turns: list[UUID]


def conversation_state(*, user_id: int, conversation_id: UUID) -> ConversationState:
    """Raises Conversation.DoesNotExist for a stranger's as for a missing one."""
    # Turns are read before the head: a turn that ends in between leaves a head that is newer, never one that is missing.
    turns = list(
        Turn.objects.for_user(user_id).filter(conversation_id=conversation_id).order_by("-started_at")[:KNOWN_TURNS]
    )
    conversation = Conversation.objects.for_user(user_id).select_related("head").get(pk=conversation_id)
    running = next((turn for turn in turns if turn.state == Turn.State.RUNNING), None)
    head = head_of(conversation.head)
    event = {
        "type": "session.state",
        "conversation": str(conversation_id),
        "head": {"message": str(head.message), "variant": head.variant} if head else None,
        "route": "everyday",
        "lock": None,
        "age_verified": False,
        "turn": {"turn": str(running.pk), "message": str(running.message_id), "text_length": 0} if running else None,
        "waiting": None,
        "limits": {"message_chars": settings.MESSAGE_MAX_CHARS, "messages_left": None, "resets_at": None},
    }
    return ConversationState(
        event=event, running=running.pk if running else None, known_turns=[turn.pk for turn in turns]
    )


def turn_of_user(*, user_id: int, conversation_id: UUID, turn_id: UUID) -> Turn:
    """Raises Turn.DoesNotExist for a stranger's as for a missing one."""
    return Turn.objects.for_user(user_id).filter(conversation_id=conversation_id).get(pk=turn_id)
