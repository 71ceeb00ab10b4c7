"""Where a conversation stands, as a connecting client is told."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone

from chat import events
from chat.models import Conversation, Turn
from chat.providers import is_adult_open
from chat.routes import Route
from chat.turns.gate import Gate, Shown
from chat.usage.counting import limits
from sessions_ext import age

KNOWN_TURNS = 5  # news of these may still be on its way to a socket that connects now


@dataclass(frozen=True, slots=True)
class ConversationState:
    """``known_turns`` are the newest, running or ended, but none that waits: its going on is news."""

    event: dict[str, Any]
    running: UUID | None
    waiting: UUID | None
    known_turns: list[UUID]


def conversation_state(*, user_id: int, conversation_id: UUID) -> ConversationState:
    """Raises Conversation.DoesNotExist for a stranger's as for a missing one."""
    # Turns are read before the head: a turn that ends in between leaves a head that is newer, never one that is missing.
    turns = list(
        Turn.objects.for_user(user_id).filter(conversation_id=conversation_id).order_by("-started_at")[:KNOWN_TURNS]
    )
    waiting = next((turn for turn in turns if turn.state == Turn.State.WAITING), None)
    conversation = Conversation.objects.for_user(user_id).select_related("head").get(pk=conversation_id)
    running = next((turn for turn in turns if turn.state == Turn.State.RUNNING), None)
    is_verified = age.is_verified(user_id=user_id)
    shown = Gate(conversation, timezone.now()).shown
    if shown.route == Route.ADULT and not (is_verified and is_adult_open()):
        shown = Shown(route=Route.EVERYDAY.value, remaining=None)  # the next message would end it
    event = {
        "type": "session.state",
        "conversation": str(conversation_id),
        "head": events.head_as_json(conversation.head),
        "branch": conversation.branch,
        "route": shown.route,
        "lock": None if shown.remaining is None else {"route": shown.route, "remaining": shown.remaining},
        "age_verified": is_verified,
        "turn": {"turn": str(running.pk), "message": str(running.message_id), "text_length": 0} if running else None,
        "waiting": str(waiting.pk) if waiting else None,
        "limits": limits(user_id=user_id),
    }
    return ConversationState(
        event=event,
        running=running.pk if running else None,
        waiting=waiting.pk if waiting else None,
        known_turns=[turn.pk for turn in turns if turn is not waiting],
    )


def standing_part(event: dict[str, Any]) -> tuple[Any, ...]:
    """Of a `session.state`, what makes it worth telling again."""
    return tuple(event[name] for name in ("route", "lock", "age_verified", "waiting", "branch"))


def turn_of_user(*, user_id: int, conversation_id: UUID, turn_id: UUID) -> Turn:
    """Raises Turn.DoesNotExist for a stranger's as for a missing one, and for one whose words were deleted."""
    return Turn.objects.for_user(user_id).not_deleted().filter(conversation_id=conversation_id).get(pk=turn_id)
