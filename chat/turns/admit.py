"""The first step of a turn: may this be said, and which way; if so, it is stored."""

import uuid
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from chat import events
from chat.models import Conversation, Message, Turn, Variant
from chat.protocol import Head, RegenerateReply, SendMessage, request_hash
from chat.reminders import due_reminder
from chat.routes import SUPPORT_LABELS, Reason, Route
from chat.safety.heard import Heard
from chat.turns import rows
from chat.turns.course import Admitted, LiveTurn, set_out
from chat.turns.gate import Gate
from chat.turns.waiting import decline
from chat.usage.counting import message_counted
from companion.errors import BusyError, InvalidFrameError, SignedOutError, StaleHeadError
from companion.health import INSTANCE
from companion.models import User
from companion.replica.writes import note_write
from companion.sessions import is_signed_in
from sessions_ext import age
from sessions_ext.limits.messages import message_allowed


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The frame was accepted before; its turn may still run or wait."""

    turn_id: UUID
    message: Message


@transaction.atomic
def admit(
    *,
    user_id: int,
    session_key: str,
    conversation_id: UUID,
    frame: SendMessage | RegenerateReply,
    region: str | None = None,
    heard: Heard | None = None,
) -> Admitted | Duplicate:
    """Store the message and its turn, or find the turn that the same frame started before.

    ``session_key`` is the login session the socket was opened with; it may have ended since, anywhere. ``region`` is that of
    the socket's language, for help lines, ``heard`` what was found out about the message before.

    Raises SignedOutError, Conversation.DoesNotExist, BusyError, StaleHeadError, InvalidFrameError, RateLimitedError, QuotaError,
    StateChangedError.
    """
    conversation = rows.lock_conversation(user_id=user_id, conversation_id=conversation_id)
    user = conversation.user
    beside = rows.beside(conversation, client_id=frame.client_id, session_key=session_key)
    if not is_signed_in(user, session_data=beside.session_data):
        raise SignedOutError
    same, turns = _turns(conversation, frame) if beside.has_turns else (None, [])
    if same is not None:
        return same
    conversation.head = beside.head
    asked = _new(conversation, frame) if isinstance(frame, SendMessage) else _anew(conversation, frame)
    gate = Gate(conversation, timezone.now(), by=frame.client_id)
    gate.is_account_closed = beside.is_account_closed
    verdict = gate.judge(asked.message.text, heard)
    # Nobody in a crisis is told to wait, and fixed words need no model; nor is an age that closes the account, once.
    if verdict.label not in SUPPORT_LABELS and not gate.has_closed_account:
        message_allowed(user_id=user_id)
        if gate.standing.route is not Route.SUPPORT:
            message_counted(user_id=user_id)
    told = [decline(turn, Reason.AGE_DECLINED) for turn in turns]  # what still waits for an age
    if isinstance(frame, SendMessage):
        decision = gate.send(verdict)
        asked.message.route = decision.route
    else:
        decision = gate.send_again(verdict, Route(asked.message.route))
    turn = Turn(
        conversation=conversation,
        message=asked.message,
        client_id=frame.client_id,
        request_hash=request_hash(frame),
        reply_id=asked.reply_id,
        variant=asked.variant,
        owner=INSTANCE,
    )
    went = set_out(
        turn=turn,
        conversation=conversation,
        gate=gate,
        verdict=verdict,
        decision=decision,
        region=user.region or region,
    )
    if isinstance(frame, SendMessage):
        _head(conversation, asked.message)
    transaction.on_commit(partial(note_write, user_id=user_id), robust=True)
    rows.store(turn=turn, said=asked.message if isinstance(frame, SendMessage) else None)
    if not isinstance(went, LiveTurn):
        accepted = events.message_accepted(client_id=frame.client_id, message=asked.message, turn_id=turn.pk)
        told += [accepted, went]
    return Admitted(
        turn=went if isinstance(went, LiveTurn) else None,
        told=told,
        is_state_changed=gate.is_changed or len(turns) > 0 or turn.state == Turn.State.WAITING,
        reminder=None if decision.route is Route.SUPPORT else _reminder(user, conversation),
    )


def _reminder(user: User, conversation: Conversation) -> events.Event | None:
    """Only an adult may turn reminders off."""
    text = due_reminder(
        user_id=user.pk,
        persona=conversation.persona.name,
        is_on=user.reminders or not age.is_verified(user_id=user.pk),
        now=timezone.now(),
    )
    return events.conversation_changed(notice={"kind": "reminder", "text": text}) if text else None


def _turns(conversation: Conversation, frame: SendMessage | RegenerateReply) -> tuple[Duplicate | None, list[Turn]]:
    """The turn that the same frame began before; else those that wait. Raises BusyError, InvalidFrameError."""
    known = Q(client_id=frame.client_id) | ~Q(state=Turn.State.DONE)
    turns = list(Turn.objects.filter(known, conversation=conversation).select_related("message"))
    for turn in turns:
        if turn.client_id == frame.client_id:
            is_there = Turn.objects.not_deleted().filter(pk=turn.pk).exists()
            if turn.request_hash != request_hash(frame) or not is_there:
                raise InvalidFrameError
            return Duplicate(turn_id=turn.pk, message=turn.message), []
    if any(turn.state == Turn.State.RUNNING for turn in turns):
        raise BusyError
    return None, turns


@dataclass(frozen=True, slots=True)
class _Asked:
    """The own message that is to be answered, and where its answer goes."""

    message: Message
    reply_id: UUID
    variant: int = 0


def _new(conversation: Conversation, frame: SendMessage) -> _Asked:
    """A message that follows the head; not stored yet."""
    head = conversation.head
    if frame.parent is not None and frame.parent != head_of(head):
        raise StaleHeadError
    message = Message(
        conversation=conversation,
        role=Message.Role.USER,
        parent=head,
        parent_variant=head.active_variant if head else None,
        position=head.position + 1 if head else 0,
        text=frame.text,
    )
    return _Asked(message, uuid.uuid4())


def _anew(conversation: Conversation, frame: RegenerateReply) -> _Asked:
    """An own message that was stored before."""
    head = conversation.head
    if head is None or head.pk != frame.message:
        raise InvalidFrameError
    if head.role == Message.Role.USER:
        return _Asked(head, uuid.uuid4())
    newest: int = Variant.objects.filter(message=head).aggregate(Max("number"))["number__max"]
    if (
        head.parent is None or head.parent.role != Message.Role.USER
    ):  # an opening of the companion's own answers nothing
        raise InvalidFrameError
    return _Asked(head.parent, head.pk, newest + 1)


def _head(conversation: Conversation, message: Message) -> None:
    conversation.head, conversation.updated_at = message, timezone.now()
    if not conversation.title and message.route in {Route.EVERYDAY, Route.ROMANCE}:  # a list is seen over the shoulder
        conversation.title = title_from(message.text)


def head_of(message: Message | None) -> Head | None:
    if message is None:
        return None
    return Head(message=message.pk, variant=message.active_variant)


def title_from(text: str) -> str:
    """The first line, cut at a word, until somebody gives the conversation a better name."""
    line = text.strip().splitlines()[0].strip()
    if len(line) <= 60:
        return line
    return line[:60].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
