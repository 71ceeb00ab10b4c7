"""Turns that wait until the person has shown their age: they go on, are declined, or expire. They hold no slot and no lease."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from chat import events
from chat.models import Conversation, Message, Turn
from chat.routes import Reason, Route
from chat.safety.heard import Heard
from chat.turns.course import Admitted, LiveTurn, set_out
from chat.turns.ends import refused_event
from chat.turns.gate import Gate
from companion.health import INSTANCE
from sessions_ext import age

WAIT = timedelta(minutes=30)


def decline(turn: Turn, reason: Reason) -> events.Event:
    """End a waiting turn whose conversation is locked; its words stay to be seen and go before no model."""
    turn.state, turn.finish, turn.reason = Turn.State.DONE, "declined", reason
    turn.finished_at = timezone.now()
    turn.save(update_fields=["state", "finish", "reason", "finished_at"])
    Message.objects.filter(pk=turn.message_id).update(route=Route.REFUSED)
    return refused_event(turn)


@transaction.atomic
def decline_waiting(*, user_id: int, conversation_id: UUID, turn_id: UUID, reason: Reason) -> events.Event | None:
    """None when it waits no more. Raises Conversation.DoesNotExist for a stranger's as for a missing one."""
    Conversation.objects.select_for_update(no_key=True).get(pk=conversation_id, user_id=user_id)
    turn = Turn.objects.waiting().select_related("message").filter(conversation=conversation_id, pk=turn_id).first()
    return None if turn is None else decline(turn, reason)


@transaction.atomic
def go_on(*, user_id: int, conversation_id: UUID, region: str | None, heard: Heard | None = None) -> Admitted | None:
    """Judge the waiting turn of a conversation again, now that the person's age is known; None when there is nothing to do.

    Of several instances that try, one gets the turn. Raises Conversation.DoesNotExist for a stranger's as for a missing one.
    """
    conversations = Conversation.objects.select_for_update(no_key=True, of=("self",)).select_related("persona", "user")
    conversation = conversations.get(pk=conversation_id, user_id=user_id)
    turn = Turn.objects.waiting().select_related("message").filter(conversation=conversation).first()
    if turn is None:
        return None
    if turn.started_at <= timezone.now() - WAIT:
        return Admitted(None, [decline(turn, Reason.AGE_EXPIRED)], is_state_changed=True)
    if not age.may_enter(user_id=user_id) and not age.is_closed(user_id=user_id):
        return None
    gate = Gate(conversation, timezone.now())
    verdict = gate.judge(turn.message.text, heard)
    turn.owner, turn.fence, turn.started_at = INSTANCE, turn.fence + 1, timezone.now()
    went = set_out(
        turn=turn,
        conversation=conversation,
        gate=gate,
        verdict=verdict,
        decision=gate.send(verdict),
        region=region,
    )
    turn.save()
    if isinstance(went, LiveTurn):
        return Admitted(went, is_state_changed=True)
    return Admitted(None, [went], is_state_changed=turn.state == Turn.State.DONE)


def expired(rows: list[Turn]) -> list[Turn]:
    """Those of the waiting turns that waited too long."""
    return [turn for turn in rows if turn.state == Turn.State.WAITING and turn.started_at <= timezone.now() - WAIT]
